//! What is known of steps, beginnings, days between, and moving before and after.

use super::sources::{
    ACSM, BEHM_2016, BEHM_2020, BOHM, CLEARY, DUCHATEAU, GRAVES, KERAUTRET, KIRK, MERSMANN, TUFANO,
    WIEWELHOVE, WILK_2021,
};
use super::{About, Basis, Paragraph};

pub(super) const PROGRESS: About = About {
    name: "progress",
    claim: "After two sessions with two reps to spare in the last set, one small step is offered, and never taken for you.",
    paragraphs: &[
        Paragraph {
            basis: Basis::Published,
            words: "The rule of two for two: two or more reps above the goal in the last set, in two sessions in a row, then more load. Coaches add 2.5 to 10 %; beginners 5 to 10 %, the advanced 2 to 5 %.",
            sources: &[GRAVES],
        },
        Paragraph {
            basis: Basis::Published,
            words: "A position stand adds 2 to 10 % where the load can be lifted for one or two reps above the goal.",
            sources: &[ACSM],
        },
        Paragraph {
            basis: Basis::Ours,
            words: "For slow lowering the low end, 2 to 5 %, and one thing at a time: a rep, or the smallest plate, or a second. The step is offered only where soreness is 3 or less and pain in joints 2 or less.",
            sources: &[],
        },
    ],
};

pub(super) const LOAD: About = About {
    name: "load",
    claim: "Where the lowering gets longer, the load goes down.",
    paragraphs: &[
        Paragraph {
            basis: Basis::Published,
            words: "Slower tempos need less load.",
            sources: &[WILK_2021],
        },
        Paragraph {
            basis: Basis::Ours,
            words: "10 to 20 % less is offered where the lowering grows by 2 s or more. One thing changes at a time: reps, then load, then tempo.",
            sources: &[],
        },
    ],
};

pub(super) const INTRO: About = About {
    name: "intro",
    claim: "The first time with slow lowering, or one after more than three weeks without, is kept small.",
    paragraphs: &[
        Paragraph {
            basis: Basis::Published,
            words: "A second bout hurts less than the first, and a few strong lowerings are enough for that, for weeks to months. The first need not make sore.",
            sources: &[CLEARY],
        },
        Paragraph {
            basis: Basis::Ours,
            words: "Two sessions a week, 1 or 2 sets of 6 to 8, body weight or a load that feels like 5 of 10 at most, with four reps left; three sets from the third week on.",
            sources: &[],
        },
        Paragraph {
            basis: Basis::Published,
            words: "Five minutes a day at 5 s down and 1 s up with body weight were kept up well (adherence 91 % in 22 people over four weeks); there was no group to compare with.",
            sources: &[KIRK],
        },
    ],
};

pub(super) const SPACING: About = About {
    name: "spacing",
    claim: "Two days lie between two sessions of slow lowering for one muscle.",
    paragraphs: &[
        Paragraph {
            basis: Basis::Published,
            words: "Soreness is mostly greatest 24 to 72 h afterwards; after knee extensions it was alike at 24 and 48 h, less at 72 and least at 96.",
            sources: &[TUFANO],
        },
        Paragraph {
            basis: Basis::Ours,
            words: "So 48 h are left between them, as in trials of heavy slow training, and soreness is judged after two or three days and not on the first morning. Published programmes with a dose of their own are exempt.",
            sources: &[],
        },
    ],
};

pub(super) const PATIENCE: About = About {
    name: "patience",
    claim: "Tendons and nerves change over weeks, not days.",
    paragraphs: &[
        Paragraph {
            basis: Basis::Published,
            words: "Muscle and tendon answer to different things and at different speeds; the programmes for tendons run for about 12 weeks.",
            sources: &[BOHM, MERSMANN],
        },
        Paragraph {
            basis: Basis::Published,
            words: "Using a muscle in full is harder while it lengthens than while it shortens.",
            sources: &[DUCHATEAU],
        },
        Paragraph {
            basis: Basis::Ours,
            words: "A slow tempo spares no joint at the same weight; the lower weight does.",
            sources: &[],
        },
    ],
};

pub(super) const ROLLING: About = About {
    name: "rolling",
    claim: "A roller after training makes moving a little easier and soreness a little less, for a while.",
    paragraphs: &[
        Paragraph {
            basis: Basis::Published,
            words: "1 to 3 rounds of 30 to 120 s for each muscle, a stroke of 2 to 4 s in one direction.",
            sources: &[BEHM_2020],
        },
        Paragraph {
            basis: Basis::Published,
            words: "Flexibility changed by 4 % and soreness by 6 % for the better, strength and jumps hardly; what it does in the long run is disputed.",
            sources: &[WIEWELHOVE],
        },
        Paragraph {
            basis: Basis::Published,
            words: "Rolling the working muscle between sets of squats took 11.6 % of the work, and there was less soreness from one to five days later (14 people).",
            sources: &[KERAUTRET],
        },
        Paragraph {
            basis: Basis::Ours,
            words: "So it is offered after the session and never between sets. Strokes of 3 s, 20 of them on each side, with a pressure up to 6 of 10.",
            sources: &[],
        },
        Paragraph {
            basis: Basis::Caution,
            words: "Not over joints, the spine, bruises, varicose veins or a blood clot.",
            sources: &[],
        },
    ],
};

pub(super) const WARM_UP: About = About {
    name: "warm-up",
    claim: "Moving before lifting helps movement and costs no force.",
    paragraphs: &[
        Paragraph {
            basis: Basis::Published,
            words: "Moving stretches before lifting help movement; still ones of more than 60 s for a muscle cost some force.",
            sources: &[BEHM_2016],
        },
        Paragraph {
            basis: Basis::Ours,
            words: "So it is offered before the session: eight drills of 40 s at a move every 2 s, seven minutes in all, then one or two light sets of the first lift. Still stretching belongs behind the session.",
            sources: &[],
        },
    ],
};
