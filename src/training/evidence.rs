//! Where things come from: what the program claims and what it refuses to claim, with sources.
//!
//! Every number and every rule that a person is shown belongs to a [`Topic`]. What is known of it is data, in words as modest
//! as the studies are; what was published and what is this program's own choice are kept apart. `tests/suite/claims.rs` holds
//! the wording and the sources.

mod body;
mod doing;
mod refused;
mod sources;
mod work;

pub use body::SLEEP_TARGET;
pub use refused::{REFUSED, Refused};
pub use sources::Source;

/// Something whose ground can be asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Topic {
    /// The lowering of four seconds, and tempo as such.
    Tempo,
    /// Time under tension.
    Tension,
    /// Being paced.
    Metronome,
    /// What is heard and seen of it.
    Cues,
    /// A small step up after two good sessions.
    Progress,
    /// A lower load where the lowering gets longer.
    Load,
    /// The first two weeks, and those after a break.
    Intro,
    /// Two days between slow lowerings of one muscle.
    Spacing,
    /// How long tendons and nerves take.
    Patience,
    /// Soreness of muscles.
    Soreness,
    /// Pain in a joint or a tendon, and its ceilings.
    Pain,
    /// Signs that want a doctor.
    Stop,
    /// The suggestion of the day.
    Readiness,
    /// Perceived recovery.
    Recovery,
    /// The night.
    Sleep,
    /// How hard a session was.
    Effort,
    /// Reps in reserve.
    Reserve,
    /// Protein.
    Protein,
    /// Foam rolling.
    Rolling,
    /// Moving before lifting.
    WarmUp,
}

/// What there is to say of a topic.
#[derive(Debug)]
pub struct About {
    /// The word by which it is asked for.
    pub name: &'static str,
    /// What the program claims, in a sentence.
    pub claim: &'static str,
    /// On what that rests.
    pub paragraphs: &'static [Paragraph],
}

/// Whose a statement is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Basis {
    /// It was published.
    Published,
    /// It is this program's own choice.
    Ours,
    /// Somebody should know it first.
    Caution,
}

/// A few sentences of one basis.
#[derive(Debug)]
pub struct Paragraph {
    /// Whose they are.
    pub basis: Basis,
    /// The sentences.
    pub words: &'static str,
    /// Where they come from; mostly empty for what is ours.
    pub sources: &'static [Source],
}

impl Topic {
    /// All of them, in the order in which they are listed.
    pub const ALL: [Self; 20] = [
        Self::Tempo,
        Self::Tension,
        Self::Metronome,
        Self::Cues,
        Self::Progress,
        Self::Load,
        Self::Intro,
        Self::Spacing,
        Self::Patience,
        Self::Soreness,
        Self::Pain,
        Self::Stop,
        Self::Readiness,
        Self::Recovery,
        Self::Sleep,
        Self::Effort,
        Self::Reserve,
        Self::Protein,
        Self::Rolling,
        Self::WarmUp,
    ];

    /// What there is to say of it.
    pub fn about(self) -> &'static About {
        match self {
            Self::Tempo => &work::TEMPO,
            Self::Tension => &work::TENSION,
            Self::Metronome => &work::METRONOME,
            Self::Cues => &work::CUES,
            Self::Progress => &doing::PROGRESS,
            Self::Load => &doing::LOAD,
            Self::Intro => &doing::INTRO,
            Self::Spacing => &doing::SPACING,
            Self::Patience => &doing::PATIENCE,
            Self::Soreness => &body::SORENESS,
            Self::Pain => &body::PAIN,
            Self::Stop => &body::STOP,
            Self::Readiness => &body::READINESS,
            Self::Recovery => &body::RECOVERY,
            Self::Sleep => &body::SLEEP,
            Self::Effort => &body::EFFORT,
            Self::Reserve => &body::RESERVE,
            Self::Protein => &body::PROTEIN,
            Self::Rolling => &doing::ROLLING,
            Self::WarmUp => &doing::WARM_UP,
        }
    }

    /// The topic of a name, however it is written.
    pub fn named(name: &str) -> Option<Self> {
        let name = name.trim().to_lowercase().replace([' ', '_'], "-");
        Self::ALL
            .into_iter()
            .find(|topic| topic.about().name == name)
    }

    /// What the program refuses to claim of it.
    pub fn refused(self) -> impl Iterator<Item = &'static Refused> {
        REFUSED.iter().filter(move |refused| refused.topic == self)
    }

    /// Every source of it, each once: those of what is said first, then those of what is refused.
    pub fn sources(self) -> Vec<Source> {
        let refused = self.refused().map(|refused| refused.sources);
        let mut sources = self.about().sources();
        for source in refused.flatten() {
            if !sources.contains(source) {
                sources.push(*source);
            }
        }
        sources
    }

    /// What there is to say, each under its heading: the claim, its grounds, what is refused, and the sources.
    pub fn facts(self) -> Vec<(&'static str, String)> {
        let about = self.about();
        let said = about.paragraphs.iter();
        let said = said.map(|said| (said.basis.heading(), said.cited()));
        let refused = self
            .refused()
            .map(|refused| ("Not said", refused.to_string()));
        let sources = self.sources().into_iter();
        let sources = sources.map(|source| ("Source", source.to_string()));
        std::iter::once(("Said", about.claim.to_owned()))
            .chain(said)
            .chain(refused)
            .chain(sources)
            .collect()
    }
}

impl About {
    /// The sources of what is said, each once.
    pub fn sources(&self) -> Vec<Source> {
        let mut sources: Vec<Source> = Vec::new();
        for source in self.paragraphs.iter().flat_map(|said| said.sources) {
            if !sources.contains(source) {
                sources.push(*source);
            }
        }
        sources
    }
}

impl Basis {
    /// The word above such a paragraph.
    pub fn heading(self) -> &'static str {
        match self {
            Self::Published => "Published",
            Self::Ours => "Ours",
            Self::Caution => "Caution",
        }
    }
}

impl Paragraph {
    /// The sentences, and behind them who said so: `… (Morton 2018).`
    pub fn cited(&self) -> String {
        cited(
            self.words,
            self.sources.iter().map(|source| source.name.to_owned()),
        )
    }

    /// The sentences, and behind them where to find the sources.
    pub fn with_sources(&self) -> String {
        cited(self.words, self.sources.iter().map(ToString::to_string))
    }
}

/// Words that end with a full stop, and sources in brackets before it.
fn cited(words: &str, sources: impl Iterator<Item = String>) -> String {
    let sources: Vec<String> = sources.collect();
    if sources.is_empty() {
        return words.to_owned();
    }
    let bare = words.strip_suffix('.').unwrap_or(words);
    format!("{bare} ({}).", sources.join("; "))
}
