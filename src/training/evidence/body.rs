//! What is known of the questions that the journal asks, of the suggestion that is made of them, and of fuel.

use super::sources::{
    DAMAS_2018, DAY, DUIGNAN, FOSTER, GRGIC, HALPERIN, HAROY, KRAFT, LAURENT, MIZUMURA, MORTON,
    PINERO, SAW, SCHOENFELD_2013, SCHOENFELD_ARAGON, SILBERNAGEL, SNYDER, STEELE, TOLUSSO, TUFANO,
    WALSH, WATSON,
};
use super::{About, Basis, Paragraph};

pub(super) const SORENESS: About = About {
    name: "soreness",
    claim: "Soreness tells when a muscle may want another day; it is no measure of success.",
    paragraphs: &[
        Paragraph {
            basis: Basis::Published,
            words: "It is mostly greatest 24 to 72 h after the session, so the first morning does not tell yet.",
            sources: &[TUFANO],
        },
        Paragraph {
            basis: Basis::Published,
            words: "Growth was alike with and without damage to the muscle, and soreness can come without damage that could be seen.",
            sources: &[DAMAS_2018, SCHOENFELD_2013, MIZUMURA],
        },
        Paragraph {
            basis: Basis::Published,
            words: "The first reaction belongs to repair: much ibuprofen took some growth from young adults in one study, and cold baths after lifting may.",
            sources: &[GRGIC, PINERO],
        },
        Paragraph {
            basis: Basis::Ours,
            words: "0 is none and 10 the worst that you can imagine, on rising, for each region. 4 to 6 in a muscle to be trained: as last time; 7 and more: less of it, or another part of the body.",
            sources: &[],
        },
    ],
};

pub(super) const PAIN: About = About {
    name: "pain",
    claim: "Pain in a joint or a tendon is asked by itself, and it comes before every other number.",
    paragraphs: &[
        Paragraph {
            basis: Basis::Published,
            words: "Pain up to 5 of 10 is allowed during and after the exercise, has to be gone by the next morning, and must not rise from week to week. More on the next day: do less; gone: the same or a little more.",
            sources: &[SILBERNAGEL],
        },
        Paragraph {
            basis: Basis::Published,
            words: "A programme for the groin takes an easier step above 3 of 10.",
            sources: &[HAROY],
        },
        Paragraph {
            basis: Basis::Ours,
            words: "The ceiling is 5 in published programmes and 3 everywhere else, where nobody has said what hurts. Above it the suggestion is to back off.",
            sources: &[],
        },
    ],
};

pub(super) const STOP: About = About {
    name: "stop",
    claim: "Some signs want a doctor and not a rule of thumb.",
    paragraphs: &[
        Paragraph {
            basis: Basis::Caution,
            words: "A muscle that swells badly or turns weak, or dark urine, after work that you are not used to, is an emergency: much lowering at once can break muscle down, in beginners too.",
            sources: &[],
        },
        Paragraph {
            basis: Basis::Caution,
            words: "Do not train with chest pain, dizziness, fever, numbness or lost strength in one limb, sudden or sharp pain, or pain of 6 and more in a joint.",
            sources: &[],
        },
        Paragraph {
            basis: Basis::Caution,
            words: "Ask a professional first in pregnancy, after an operation or a fracture, with high blood pressure that is not controlled, heart or eye disease, a hernia, brittle bones, blood thinners, muscle trouble from statins, or under 16. Breathe: out on the lift.",
            sources: &[],
        },
    ],
};

pub(super) const READINESS: About = About {
    name: "readiness",
    claim: "The suggestion of the day is a rule of thumb from your own entries, and it prints what it came from.",
    paragraphs: &[
        Paragraph {
            basis: Basis::Published,
            words: "What people say of themselves follows their training better than common measurements do; still, a single answer follows it little to moderately.",
            sources: &[SAW, DUIGNAN],
        },
        Paragraph {
            basis: Basis::Ours,
            words: "The rule was made by simulation and is not validated. An answer is unusual where it is 1.5 standard deviations worse than your own last 28 days (10 entries at least, today left out, a deviation of one point at least). One unusual answer is shown and not acted on: it comes by chance on about every fourth day.",
            sources: &[],
        },
        Paragraph {
            basis: Basis::Ours,
            words: "In the simulation an unchanging person was told too much on 43 to 56 % of days by \"any one of four answers a little worse\", and on 3 to 6 % by \"two of four clearly worse\". This is the second.",
            sources: &[],
        },
        Paragraph {
            basis: Basis::Caution,
            words: "It does not diagnose, predict injury or measure recovery. How you feel on the day beats the number.",
            sources: &[],
        },
    ],
};

pub(super) const RECOVERY: About = About {
    name: "recovery",
    claim: "How recovered you feel is the best supported single question before a session.",
    paragraphs: &[
        Paragraph {
            basis: Basis::Published,
            words: "The scale of perceived recovery, 0 to 10, was made for sprints, where it went along with the change of speed (r = -0.63).",
            sources: &[LAURENT],
        },
        Paragraph {
            basis: Basis::Published,
            words: "In the days after squats it went along with jump height (r = 0.84) and bar speed (r = 0.80), in 11 people.",
            sources: &[TOLUSSO],
        },
    ],
};

/// The target for the night, which stands beside other things too.
pub const SLEEP_TARGET: Paragraph = Paragraph {
    basis: Basis::Published,
    words: "Sleep of 7 h or more, for adults, is a target, not a verdict.",
    sources: &[WATSON],
};

pub(super) const SLEEP: About = About {
    name: "sleep",
    claim: "How the night was is asked because it colours the day; one bad night settles nothing.",
    paragraphs: &[
        SLEEP_TARGET,
        Paragraph {
            basis: Basis::Published,
            words: "What one to three short nights do to performance remains unclear.",
            sources: &[WALSH],
        },
        Paragraph {
            basis: Basis::Published,
            words: "The scale: 0 terrible, 1 to 3 poor, 4 to 6 fair, 7 to 9 good, 10 excellent, made to ask about seven days in people who slept badly or were depressed.",
            sources: &[SNYDER],
        },
        Paragraph {
            basis: Basis::Ours,
            words: "Here it asks about one night, so it is an adapted scale.",
            sources: &[],
        },
    ],
};

pub(super) const EFFORT: About = About {
    name: "effort",
    claim: "How hard a session was, times its minutes, is a rough measure of its load.",
    paragraphs: &[
        Paragraph {
            basis: Basis::Published,
            words: "The session as a whole from 0 to 10, asked about half an hour later; it holds from a minute to two weeks later.",
            sources: &[FOSTER],
        },
        Paragraph {
            basis: Basis::Published,
            words: "It repeats well in strength training (ICC 0.88). Heavier loads are rated harder at the same volume.",
            sources: &[DAY, KRAFT],
        },
        Paragraph {
            basis: Basis::Caution,
            words: "The minutes contain the rests, so slow sets with long rests count for more than they are. No ratio of recent to older load is made of it.",
            sources: &[],
        },
    ],
};

pub(super) const RESERVE: About = About {
    name: "reserve",
    claim: "Reps left at the end of a set are a guess, and good enough for a small step.",
    paragraphs: &[
        Paragraph {
            basis: Basis::Published,
            words: "People have about one rep more left than they say (0.95, 95 % interval 0.17 to 1.73); nearer to failure and below 12 reps they say it better.",
            sources: &[HALPERIN],
        },
        Paragraph {
            basis: Basis::Published,
            words: "Said before the set it is off by 2.6 to 3.4 reps, less with experience.",
            sources: &[STEELE],
        },
    ],
};

pub(super) const PROTEIN: About = About {
    name: "protein",
    claim: "About 1.6 g of protein a day for each kg of body weight is where more stopped helping; up to 2.2 g where somebody wants to be sure.",
    paragraphs: &[
        Paragraph {
            basis: Basis::Published,
            words: "Gains in fat-free mass levelled off at 1.62 g/kg a day (95 % interval 1.03 to 2.20). The effect of supplements is small: 0.3 kg more fat-free mass and 2.5 kg more on the one-repetition maximum, less in older people.",
            sources: &[MORTON],
        },
        Paragraph {
            basis: Basis::Published,
            words: "0.4 g/kg in each of at least four meals make 1.6 a day, 0.55 make 2.2.",
            sources: &[SCHOENFELD_ARAGON],
        },
        Paragraph {
            basis: Basis::Ours,
            words: "Beside it: plenty of plants, oily fish, and enough energy.",
            sources: &[],
        },
        Paragraph {
            basis: Basis::Caution,
            words: "With kidney disease, in pregnancy or with an eating disorder, ask a professional and not this number.",
            sources: &[],
        },
    ],
};
