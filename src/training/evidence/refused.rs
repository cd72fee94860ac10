//! What the program refuses to claim, and why.

use super::sources::{
    AMDI, AZEVEDO, CLEARY, DAMAS_2016, DAMAS_2018, GRANATA, IMPELLIZZERI, KIRK, LEUNG, MIKE,
    POLLAK, SCHOENFELD_2013, SCHOENFELD_2017, TOLUSSO,
};
use super::{Source, Topic, cited};
use std::fmt;

/// A claim that is not made.
#[derive(Debug)]
pub struct Refused {
    /// The claim, as somebody else might make it.
    pub claim: &'static str,
    /// Why it is not made.
    pub because: &'static str,
    /// On what that rests; empty where it is a matter of what a program can know.
    pub sources: &'static [Source],
    /// Where it belongs.
    pub topic: Topic,
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names = self.sources.iter().map(|source| source.name.to_owned());
        write!(f, "\"{}\" {}", self.claim, cited(self.because, names))
    }
}

/// All of them.
pub const REFUSED: &[Refused] = &[
    Refused {
        claim: "Four seconds are better.",
        because: "Growth was alike, strength alike or nearly so, and jumps were rather worse.",
        sources: &[AZEVEDO, AMDI],
        topic: Topic::Tempo,
    },
    Refused {
        claim: "This tempo, dose or day is optimal.",
        because: "No study says so, and none was about you.",
        sources: &[],
        topic: Topic::Tempo,
    },
    Refused {
        claim: "Slow lowering is overload by itself, and tears muscle so that it grows.",
        because: "Overload needs load: people are 20 to 60 % stronger while lowering. Growth was 10.0 against 6.8 % for lowering against lifting, a difference that may be chance, and it came without damage too.",
        sources: &[MIKE, SCHOENFELD_2017, DAMAS_2016],
        topic: Topic::Tempo,
    },
    Refused {
        claim: "Slow lowering burns fat.",
        because: "Lowering costs less energy than lifting, and five minutes of it a day left body composition as it was.",
        sources: &[KIRK],
        topic: Topic::Tempo,
    },
    Refused {
        claim: "The burn in a set shows that it works.",
        because: "It is what protons, lactate and ATP do to nerves together. It is neither damage nor growth.",
        sources: &[POLLAK],
        topic: Topic::Tension,
    },
    Refused {
        claim: "Slow lifting is for the mitochondria.",
        because: "They follow the volume and intensity of endurance training; for lifting the data are mixed.",
        sources: &[GRANATA],
        topic: Topic::Tension,
    },
    Refused {
        claim: "A metronome makes stronger.",
        because: "Strength rose less with one than at people's own pace.",
        sources: &[LEUNG],
        topic: Topic::Metronome,
    },
    Refused {
        claim: "It predicts or prevents injury.",
        because: "Measures of training load cannot tell whether a change raises or lowers the risk, so there is no ratio of recent to older load in here either.",
        sources: &[IMPELLIZZERI],
        topic: Topic::Readiness,
    },
    Refused {
        claim: "It measures recovery.",
        because: "It repeats what you said; that went along with jumps and bar speed in 11 people.",
        sources: &[TOLUSSO],
        topic: Topic::Recovery,
    },
    Refused {
        claim: "It measures inflammation, a tired nervous system (CNS fatigue) or overtraining.",
        because: "No key and no question can.",
        sources: &[],
        topic: Topic::Readiness,
    },
    Refused {
        claim: "The rule of the day is validated.",
        because: "It was made by simulation, and nobody has tried it in a study.",
        sources: &[],
        topic: Topic::Readiness,
    },
    Refused {
        claim: "It is safe.",
        because: "It cannot see you and knows nothing of you but what you wrote.",
        sources: &[],
        topic: Topic::Stop,
    },
    Refused {
        claim: "It treats or cures anything.",
        because: "Published programmes are shown for information; who has a diagnosis has a clinician's plan.",
        sources: &[],
        topic: Topic::Pain,
    },
    Refused {
        claim: "Soreness means growth.",
        because: "Growth follows the building of protein only after damage has faded, and was alike without it.",
        sources: &[DAMAS_2016, DAMAS_2018],
        topic: Topic::Soreness,
    },
    Refused {
        claim: "A session that left no soreness was wasted.",
        because: "A second bout hurts less than the first, and soreness is a poor sign of what a muscle gains.",
        sources: &[CLEARY, SCHOENFELD_2013],
        topic: Topic::Soreness,
    },
];
