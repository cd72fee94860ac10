//! What is known of tempo: the four seconds, the time under tension, being paced, and the cues.

use super::sources::{
    ACSM_2026, AMDI, AZEVEDO, COMSTOCK, FABER, GONZALEZ, LEUNG, SCHOENFELD_2015, WILK_2018,
    WILK_2019, WILK_2021,
};
use super::{About, Basis, Paragraph};

pub(super) const TEMPO: About = About {
    name: "tempo",
    claim: "Four seconds of lowering are a good way to control a rep and to do it alike each time; no more is claimed of them.",
    paragraphs: &[
        Paragraph {
            basis: Basis::Published,
            words: "Reps of 0.5 to 8 s gave about the same growth where sets went near failure; more than 10 s was probably worse, on few data.",
            sources: &[SCHOENFELD_2015],
        },
        Paragraph {
            basis: Basis::Published,
            words: "4 s down and 1 s up against 2 s down and 1 s up: growth was alike in two of three parts of the thigh and greater in the third, and strength did not differ (10 people).",
            sources: &[AZEVEDO],
        },
        Paragraph {
            basis: Basis::Published,
            words: "Nine studies together (166 people) show no clear difference in growth; strength is alike or a little greater after longer lowerings in trained people, and jump height rather worse.",
            sources: &[AMDI],
        },
        Paragraph {
            basis: Basis::Published,
            words: "A review favours a slower lowering with a faster lift; a lowering of 6 s took power from the lift behind it.",
            sources: &[WILK_2021, WILK_2019],
        },
        Paragraph {
            basis: Basis::Ours,
            words: "A slow lowering lets you keep tension through it. In practice: 2 to 4 s for size and skill, 1 to 2 s and a fast lift for power, 3 s each way in tendon programmes. The first digit is always the lowering, also where a rep begins with the lift.",
            sources: &[],
        },
    ],
};

pub(super) const TENSION: About = About {
    name: "tension",
    claim: "Time under tension describes what was done; it is no aim by itself.",
    paragraphs: &[
        Paragraph {
            basis: Basis::Published,
            words: "Longer reps raise the time under tension and lower the number of reps, so that the time alone says little.",
            sources: &[WILK_2018],
        },
        Paragraph {
            basis: Basis::Published,
            words: "A position stand of 2026 is reported to find no case for a fixed time under tension; only reports of it were read for this.",
            sources: &[ACSM_2026],
        },
        Paragraph {
            basis: Basis::Ours,
            words: "Counted are the phases that were really paced and done, by what the muscle did. Pauses count as tension unless the preset calls them unloaded. Where a rep has an explosive or an assisted phase the total is nominal and marked with ~.",
            sources: &[],
        },
    ],
};

pub(super) const METRONOME: About = About {
    name: "metronome",
    claim: "A metronome is of use because a tempo that was only explained is seldom kept, the lowering least of all.",
    paragraphs: &[
        Paragraph {
            basis: Basis::Published,
            words: "Two weeks after they were taught, 14 of 29 people kept the time under tension within 8 %, and 7 of 29 kept both time and form.",
            sources: &[FABER],
        },
        Paragraph {
            basis: Basis::Published,
            words: "In another study the lowering was the phase that was kept worst.",
            sources: &[GONZALEZ],
        },
        Paragraph {
            basis: Basis::Caution,
            words: "Being paced has its price: strength rose by 7 and 18 % in 2 and 4 weeks with a metronome, and by 12 and 26 % at people's own pace.",
            sources: &[LEUNG],
        },
        Paragraph {
            basis: Basis::Ours,
            words: "How long your own seconds were is told after a practice as a length, not as a mark. The program cannot see you and does not say that you were late.",
            sources: &[],
        },
    ],
};

pub(super) const CUES: About = About {
    name: "cues",
    claim: "Seconds can be followed by ear, or by eye where something moves; each does alone.",
    paragraphs: &[
        Paragraph {
            basis: Basis::Published,
            words: "Sound leads better than a light that flashes. Something that moves evenly leads about as well as sound.",
            sources: &[COMSTOCK],
        },
        Paragraph {
            basis: Basis::Ours,
            words: "So the screen moves and does not blink, every second has its own soft tick because long intervals are hard to feel, and the flash for loud rooms is off until you turn it on.",
            sources: &[],
        },
    ],
};
