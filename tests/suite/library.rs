//! The built-in library against its sources: every number that was published, and every one that is ours, is looked for in
//! the compiled timeline and not in the file. Rows are numbered as the presets were when they were collected, 1 to 26;
//! 0 stands for mobility.

use downbeat::store::presets::{Library, Written};
use downbeat::training::preset::{Goal, Programme, Tier};
use downbeat::training::region::trained;
use downbeat::training::routine::Routine;
use downbeat::training::timeline::{Segment, SegmentKind, Tension, Timeline};
use std::collections::BTreeSet;
use std::ops::RangeInclusive;
use std::time::Duration;

use SegmentKind::{
    Assist, Beat, Break, Hold, Lift, Lower, PauseContracted as Contracted,
    PauseStretched as Stretched,
};

/// Rows of the library's table, 1 to 26, and mobility as 0.
const ROWS: RangeInclusive<u8> = 0..=26;

/// One number of one row.
struct Claim {
    row: u8,
    id: &'static str,
    weeks: RangeInclusive<u32>,
    /// The steps it is true of, counted from 0 among those that are due in a week.
    steps: RangeInclusive<u16>,
    fact: Fact,
}

/// What is to be true of a step in a week. Of what is done on each side, the side that begins is looked at.
#[derive(Debug)]
enum Fact {
    /// What is lifted.
    Exercise(&'static str),
    /// A part of the sentence that is read meanwhile.
    Cue(&'static str),
    /// How heavy, in words.
    Load(&'static str),
    /// Reps that are completed in each set.
    Sets(&'static [u32]),
    /// The lower end of the range of every set.
    AtLeast(u32),
    /// Reps between the short pauses of every set.
    Groups(&'static [u32]),
    /// Seconds of those pauses.
    Intra(RangeInclusive<u64>),
    /// The phases of every set's first rep in the order in which they are played, with their seconds.
    Rep(&'static [(SegmentKind, u64)]),
    /// The tempo as it is written.
    Tempo(&'static str),
    /// Nobody paces the reps.
    OwnPace,
    /// How many sides there are.
    Sides(usize),
    /// Seconds of every rest between two sets.
    Rest(RangeInclusive<u64>),
    /// Seconds of every set.
    SetLasts(u64),
    /// Seconds of tension in every set.
    SetTension(u64),
    /// Seconds of tension in all sets.
    Tension(u64),
    /// Seconds of holding still in all sets.
    Still(u64),
    /// Seconds before the step.
    Change(u64),
    /// Whether a key ends what comes before the step.
    Waits(bool),
    /// Seconds of everything, without the first lead-in.
    Lasts(RangeInclusive<u64>),
    /// Weeks, and times a day.
    Programme(u32, u32),
    /// Words about how often it is done.
    Often(&'static str),
}

use Fact::{
    AtLeast, Change, Cue, Exercise, Groups, Intra, Lasts, Load, Often, OwnPace, Rep, Rest,
    SetLasts, SetTension, Sets, Sides, Still, Tempo, Waits,
};

/// A claim about a preset, or about the first step of a routine, in week 1.
const fn one(row: u8, id: &'static str, fact: Fact) -> Claim {
    steps(row, id, 0..=0, fact)
}

/// A claim about several steps in week 1.
const fn steps(row: u8, id: &'static str, steps: RangeInclusive<u16>, fact: Fact) -> Claim {
    weeks(row, id, 1..=1, steps, fact)
}

/// A claim about a preset in several weeks.
const fn week(row: u8, id: &'static str, weeks: RangeInclusive<u32>, fact: Fact) -> Claim {
    self::weeks(row, id, weeks, 0..=0, fact)
}

/// A claim about several steps in several weeks.
const fn weeks(
    row: u8,
    id: &'static str,
    weeks: RangeInclusive<u32>,
    steps: RangeInclusive<u16>,
    fact: Fact,
) -> Claim {
    Claim {
        row,
        id,
        weeks,
        steps,
        fact,
    }
}

const FIVE: &str = "five-minute-eccentric";
const SHOULDER: &str = "band-shoulder-3-2-3";
const DROP: &str = "achilles-heel-drop";
const HEAVY: &str = "achilles-hsr";
const KNEE: &str = "patellar-hsr";
const DECLINE: &str = "patellar-decline-squat";
const HOLDS: &str = "patellar-isometric-45";
const PHASES: &str = "achilles-silbernagel";
const TOWEL: &str = "plantar-heel-raise";
const TWIST: &str = "tennis-elbow-twist";
const THIRTY: &str = "tennis-elbow-30";
const TWO_UP: &str = "Two-up-one-down heel raise";
const COPENHAGEN: &str = "copenhagen";
const NORDIC: &str = "nordic-10wk";
const GENTLE: &str = "copenhagen-gentle-8wk";
const ROLL: &str = "foam-roll-lower";
const WARM: &str = "warmup-dynamic";

/// The numbers that were published.
const PUBLISHED: &[Claim] = &[
    one(1, FIVE, Exercise("Chair squat")),
    steps(1, FIVE, 1..=1, Exercise("Chair recline")),
    steps(1, FIVE, 2..=2, Exercise("Wall push-up")),
    steps(1, FIVE, 3..=3, Exercise("Heel drop")),
    steps(1, FIVE, 0..=3, Sets(&[10])),
    steps(1, FIVE, 0..=3, Rep(&[(Lower, 5), (Lift, 1)])),
    steps(1, FIVE, 0..=3, SetLasts(60)),
    one(1, FIVE, Fact::Programme(4, 1)),
    one(1, FIVE, Often("Every day")),
    one(2, "eccentric-4-1", Tempo("4-0-1-0")),
    one(2, "eccentric-4-1", Rep(&[(Lower, 4), (Lift, 1)])),
    one(3, "eccentric-4-2", Exercise("Squat")),
    one(3, "eccentric-4-2", Tempo("4-0-2-1")),
    one(
        3,
        "eccentric-4-2",
        Rep(&[(Lower, 4), (Lift, 2), (Contracted, 1)]),
    ),
    one(3, "eccentric-4-2", Sets(&[6; 4])),
    one(3, "eccentric-4-2", Load("80 to 85 % 1RM")),
    one(3, "eccentric-4-2", Often("Twice a week, 4 weeks")),
    one(4, "classic-4-2", Tempo("4-0-2-1")),
    one(
        4,
        "classic-4-2",
        Rep(&[(Lift, 2), (Contracted, 1), (Lower, 4)]),
    ),
    one(4, "classic-4-2", Sets(&[12])),
    one(4, "classic-4-2", AtLeast(8)),
    one(5, "controlled-2-2", Tempo("2-0-2-0")),
    one(6, "power-2-x", Tempo("2-0-X-0")),
    one(6, "power-2-x", Rep(&[(Lower, 2), (Lift, 1)])),
    one(8, SHOULDER, Tempo("3-2-3-2")),
    one(
        8,
        SHOULDER,
        Rep(&[(Lift, 3), (Contracted, 2), (Lower, 3), (Break, 2)]),
    ),
    one(8, SHOULDER, Sets(&[10; 3])),
    one(8, SHOULDER, Fact::Tension(240)),
    one(8, SHOULDER, Exercise("Shoulder abduction with band")),
    one(8, SHOULDER, Often("3 times a week")),
    one(9, "wall-sit-4x2", Rep(&[(Hold, 120)])),
    one(9, "wall-sit-4x2", Exercise("Wall sit")),
    one(9, "wall-sit-4x2", Sets(&[1; 4])),
    one(9, "wall-sit-4x2", Rest(120..=120)),
    one(9, "wall-sit-4x2", Lasts(840..=840)),
    one(9, "wall-sit-4x2", Often("3 times a week")),
    one(10, "two-up-one-down", Sides(2)),
    one(10, "two-up-one-down", Cue("both up – {side} down")),
    one(11, "cluster-2-2-2", Intra(15..=45)),
    one(12, "superslow-10-10", Tempo("10-0-10-0")),
    one(12, "superslow-10-10", Rep(&[(Lift, 10), (Lower, 10)])),
    one(12, "superslow-10-10", Load("50 % 1RM")),
    one(12, "superslow-10-10", Often("Twice a week, 4 weeks")),
    steps(13, DROP, 0..=1, Sets(&[15; 3])),
    steps(13, DROP, 0..=1, Cue("good leg up – painful leg down")),
    one(13, DROP, Exercise("Heel drop, straight knee")),
    steps(13, DROP, 1..=1, Exercise("Heel drop, bent knee")),
    one(13, DROP, Fact::Programme(12, 2)),
    one(13, DROP, Often("every day")),
    weeks(14, HEAVY, 1..=12, 0..=0, Exercise("Seated heel raise")),
    weeks(14, HEAVY, 1..=12, 1..=1, Exercise("Leg-press heel raise")),
    weeks(14, HEAVY, 1..=12, 2..=2, Exercise("Standing heel raise")),
    weeks(14, HEAVY, 1..=12, 0..=2, Tempo("3-0-3-0")),
    weeks(14, HEAVY, 1..=12, 0..=2, Rep(&[(Lift, 3), (Lower, 3)])),
    weeks(14, HEAVY, 1..=1, 0..=2, Sets(&[15; 3])),
    weeks(14, HEAVY, 1..=1, 0..=2, Load("15RM")),
    weeks(14, HEAVY, 1..=1, 0..=2, SetLasts(90)),
    weeks(14, HEAVY, 2..=3, 0..=2, Sets(&[12; 3])),
    weeks(14, HEAVY, 2..=3, 0..=2, Load("12RM")),
    weeks(14, HEAVY, 4..=5, 0..=2, Sets(&[10; 4])),
    weeks(14, HEAVY, 4..=5, 0..=2, Load("10RM")),
    weeks(14, HEAVY, 6..=8, 0..=2, Sets(&[8; 4])),
    weeks(14, HEAVY, 6..=8, 0..=2, Load("8RM")),
    weeks(14, HEAVY, 9..=12, 0..=2, Sets(&[6; 4])),
    weeks(14, HEAVY, 9..=12, 0..=2, Load("6RM")),
    weeks(14, HEAVY, 9..=12, 0..=2, SetLasts(36)),
    weeks(14, HEAVY, 1..=12, 0..=2, Rest(120..=180)),
    weeks(14, HEAVY, 1..=12, 1..=2, Change(300)),
    one(14, HEAVY, Fact::Programme(12, 1)),
    one(14, HEAVY, Often("3 times a week")),
    weeks(15, KNEE, 1..=12, 0..=0, Exercise("Squat")),
    weeks(15, KNEE, 1..=12, 1..=1, Exercise("Leg press")),
    weeks(15, KNEE, 1..=12, 2..=2, Exercise("Hack squat")),
    weeks(15, KNEE, 1..=12, 0..=2, Rep(&[(Lower, 3), (Lift, 3)])),
    weeks(15, KNEE, 1..=1, 0..=2, Sets(&[15; 4])),
    weeks(15, KNEE, 1..=1, 0..=2, Load("15RM")),
    weeks(15, KNEE, 2..=3, 0..=2, Sets(&[12; 4])),
    weeks(15, KNEE, 2..=3, 0..=2, Load("12RM")),
    weeks(15, KNEE, 4..=5, 0..=2, Sets(&[10; 4])),
    weeks(15, KNEE, 4..=5, 0..=2, Load("10RM")),
    weeks(15, KNEE, 6..=8, 0..=2, Sets(&[8; 4])),
    weeks(15, KNEE, 6..=8, 0..=2, Load("8RM")),
    weeks(15, KNEE, 9..=12, 0..=2, Sets(&[6; 4])),
    weeks(15, KNEE, 9..=12, 0..=2, Load("6RM")),
    weeks(15, KNEE, 1..=12, 0..=2, Rest(120..=180)),
    one(15, KNEE, Fact::Programme(12, 1)),
    one(15, KNEE, Often("3 times a week")),
    one(16, DECLINE, Sets(&[15; 3])),
    one(16, DECLINE, Exercise("Single-leg decline squat")),
    one(16, DECLINE, Fact::Programme(12, 2)),
    one(17, HOLDS, Exercise("Knee-extension hold")),
    one(17, HOLDS, Rep(&[(Hold, 45)])),
    one(17, HOLDS, Sets(&[1; 5])),
    one(17, HOLDS, Rest(120..=120)),
    one(17, HOLDS, Load("70 % of the strongest hold")),
    weeks(18, PHASES, 1..=2, 0..=0, Exercise("Two-leg heel raise")),
    weeks(18, PHASES, 1..=2, 0..=0, Sets(&[15; 3])),
    weeks(18, PHASES, 1..=2, 0..=0, AtLeast(10)),
    weeks(18, PHASES, 1..=2, 1..=1, Exercise("One-leg heel raise")),
    weeks(18, PHASES, 1..=2, 2..=2, Exercise("Seated heel raise")),
    weeks(18, PHASES, 1..=2, 3..=3, Exercise(TWO_UP)),
    weeks(18, PHASES, 1..=5, 3..=3, Cue("both up – painful leg down")),
    weeks(18, PHASES, 1..=2, 1..=3, Sets(&[10; 3])),
    weeks(18, PHASES, 3..=5, 0..=0, Exercise("Two-leg heel raise")),
    weeks(18, PHASES, 3..=5, 1..=1, Exercise("One-leg heel raise")),
    weeks(18, PHASES, 3..=5, 2..=2, Exercise("Seated heel raise")),
    weeks(18, PHASES, 3..=5, 3..=3, Exercise(TWO_UP)),
    weeks(18, PHASES, 3..=5, 0..=3, Sets(&[15; 3])),
    weeks(18, PHASES, 3..=5, 4..=4, Exercise("Rebounding heel raise")),
    weeks(18, PHASES, 3..=5, 4..=4, Sets(&[20; 3])),
    weeks(18, PHASES, 3..=5, 4..=4, OwnPace),
    weeks(18, PHASES, 6..=12, 0..=0, Exercise("One-leg heel raise")),
    weeks(18, PHASES, 6..=12, 0..=0, Load("with weight")),
    weeks(18, PHASES, 6..=12, 1..=1, Exercise("Seated heel raise")),
    weeks(18, PHASES, 6..=12, 2..=2, Exercise(TWO_UP)),
    weeks(18, PHASES, 6..=12, 2..=2, Cue("both up – painful leg down")),
    weeks(18, PHASES, 6..=12, 2..=2, Load("with weight")),
    weeks(18, PHASES, 6..=12, 0..=2, Sets(&[15; 3])),
    weeks(18, PHASES, 6..=12, 3..=3, Exercise("Rebounding heel raise")),
    weeks(18, PHASES, 6..=12, 3..=3, Sets(&[20; 3])),
    weeks(18, PHASES, 6..=12, 3..=3, OwnPace),
    one(18, PHASES, Fact::Programme(12, 1)),
    one(18, PHASES, Often("Every day")),
    one(18, PHASES, Often("with weight 2 to 3 times a week")),
    week(19, TOWEL, 1..=12, Tempo("3-0-3-2")),
    week(
        19,
        TOWEL,
        1..=12,
        Rep(&[(Lift, 3), (Contracted, 2), (Lower, 3)]),
    ),
    week(19, TOWEL, 1..=12, Cue("towel under the toes")),
    week(19, TOWEL, 1..=2, Sets(&[12; 3])),
    week(19, TOWEL, 1..=2, Load("12RM")),
    week(19, TOWEL, 1..=2, SetLasts(96)),
    week(19, TOWEL, 3..=4, Sets(&[10; 4])),
    week(19, TOWEL, 3..=4, Load("10RM")),
    week(19, TOWEL, 5..=12, Sets(&[8; 5])),
    week(19, TOWEL, 5..=12, Load("8RM")),
    week(19, TOWEL, 1..=12, Rest(120..=120)),
    one(19, TOWEL, Fact::Programme(12, 1)),
    one(19, TOWEL, Often("Every second day")),
    one(20, TWIST, Rep(&[(Lower, 4), (Assist, 2)])),
    one(20, TWIST, Exercise("Rubber-bar twist")),
    one(20, TWIST, Sets(&[15; 3])),
    one(20, TWIST, Fact::Programme(7, 1)),
    one(21, THIRTY, Tempo("30-0-A-0")),
    one(21, THIRTY, Exercise("Wrist lowering")),
    one(21, THIRTY, Cue("the good hand lifts")),
    one(21, THIRTY, Sets(&[10; 3])),
    one(21, THIRTY, SetLasts(318)),
    one(21, THIRTY, SetTension(300)),
    one(21, THIRTY, Rest(60..=60)),
    one(21, THIRTY, Fact::Programme(4, 1)),
    one(21, THIRTY, Often("3 times a week")),
    week(22, NORDIC, 1..=1, Sets(&[5; 2])),
    week(22, NORDIC, 2..=2, Sets(&[6; 2])),
    week(22, NORDIC, 3..=3, Sets(&[8; 3])),
    week(22, NORDIC, 3..=3, AtLeast(6)),
    week(22, NORDIC, 4..=4, Sets(&[10; 3])),
    week(22, NORDIC, 4..=4, AtLeast(8)),
    week(22, NORDIC, 5..=11, Sets(&[12, 10, 8])),
    week(22, NORDIC, 1..=10, Rest(60..=180)),
    one(22, NORDIC, Exercise("Nordic curl")),
    one(22, NORDIC, Cue("resist as long as you can")),
    one(22, NORDIC, Fact::Programme(10, 1)),
    one(
        22,
        NORDIC,
        Often("Once in week 1, twice in week 2, then 3 times"),
    ),
    week(23, COPENHAGEN, 1..=8, Rep(&[(Lift, 3), (Lower, 3)])),
    week(23, COPENHAGEN, 1..=8, Sides(2)),
    week(23, COPENHAGEN, 1..=1, Sets(&[5])),
    week(23, COPENHAGEN, 1..=1, AtLeast(3)),
    week(23, COPENHAGEN, 6..=9, Sets(&[15])),
    week(23, COPENHAGEN, 6..=9, AtLeast(12)),
    one(23, COPENHAGEN, Exercise("Copenhagen")),
    one(23, COPENHAGEN, Fact::Programme(8, 1)),
    one(23, COPENHAGEN, Often("3 times a week for 6 to 8 weeks")),
    week(24, GENTLE, 1..=8, Sides(2)),
    week(24, GENTLE, 1..=2, Sets(&[6; 2])),
    week(24, GENTLE, 1..=2, Still(240)),
    week(24, GENTLE, 3..=3, Sets(&[6; 3])),
    week(24, GENTLE, 3..=3, Still(360)),
    week(24, GENTLE, 4..=5, Sets(&[8; 3])),
    week(24, GENTLE, 4..=5, Still(480)),
    week(24, GENTLE, 6..=8, Rep(&[(Lift, 3), (Lower, 3)])),
    week(24, GENTLE, 6..=6, Sets(&[6; 3])),
    week(24, GENTLE, 6..=6, Fact::Tension(108)),
    week(24, GENTLE, 7..=7, Sets(&[8; 3])),
    week(24, GENTLE, 7..=7, Fact::Tension(144)),
    week(24, GENTLE, 8..=8, Sets(&[10; 3])),
    week(24, GENTLE, 8..=8, Fact::Tension(180)),
    one(24, GENTLE, Fact::Programme(8, 1)),
    one(24, GENTLE, Often("Twice a week")),
    one(25, "askling-l", Exercise("Extender")),
    one(25, "askling-l", Sets(&[12; 3])),
    steps(25, "askling-l", 1..=1, Exercise("Diver")),
    steps(25, "askling-l", 1..=1, Sets(&[6; 3])),
    steps(25, "askling-l", 2..=2, Exercise("Glider")),
    steps(25, "askling-l", 2..=2, Sets(&[4; 3])),
    steps(25, "askling-l", 0..=2, Cue("stop before pain")),
    one(25, "askling-l", Often("Extender twice a day")),
    one(26, "bfr-75", Tempo("2-0-2-0")),
    one(26, "bfr-75", Rep(&[(Lower, 2), (Lift, 2)])),
    one(26, "bfr-75", Sets(&[30, 15, 15, 15])),
    one(26, "bfr-75", Rest(30..=30)),
    one(26, "bfr-75", Load("20 to 40 % 1RM")),
    steps(0, ROLL, 0..=4, Rep(&[(Beat, 3)])),
    steps(0, ROLL, 0..=4, SetLasts(60)),
    steps(0, ROLL, 0..=4, Sides(2)),
];

/// The numbers that are ours, where a source gives none.
const OURS: &[Claim] = &[
    steps(1, FIVE, 1..=3, Change(15)),
    steps(1, FIVE, 1..=3, Waits(false)),
    one(1, FIVE, Lasts(285..=285)),
    one(2, "eccentric-4-1", Sets(&[8; 3])),
    one(2, "eccentric-4-1", SetLasts(40)),
    one(2, "eccentric-4-1", Rest(120..=120)),
    one(3, "eccentric-4-2", Rest(180..=180)),
    one(5, "controlled-2-2", Sets(&[10; 3])),
    one(5, "controlled-2-2", Rest(90..=90)),
    one(6, "power-2-x", Sets(&[5; 4])),
    one(6, "power-2-x", AtLeast(3)),
    one(6, "power-2-x", Rest(180..=180)),
    one(7, "pause-3-2-x", Tempo("3-2-X-1")),
    one(
        7,
        "pause-3-2-x",
        Rep(&[(Lower, 3), (Stretched, 2), (Lift, 1), (Contracted, 1)]),
    ),
    one(7, "pause-3-2-x", Sets(&[6; 4])),
    one(7, "pause-3-2-x", AtLeast(4)),
    one(7, "pause-3-2-x", Rest(150..=150)),
    one(8, SHOULDER, Rest(60..=60)),
    one(10, "two-up-one-down", Rep(&[(Lower, 4), (Lift, 2)])),
    one(10, "two-up-one-down", Sets(&[6; 3])),
    one(10, "two-up-one-down", Rest(120..=120)),
    one(11, "cluster-2-2-2", Tempo("2-0-X-0")),
    one(11, "cluster-2-2-2", Sets(&[6; 4])),
    one(11, "cluster-2-2-2", Groups(&[2, 2, 2])),
    one(11, "cluster-2-2-2", Intra(20..=20)),
    one(11, "cluster-2-2-2", Rest(180..=180)),
    one(12, "superslow-10-10", Sets(&[5])),
    one(12, "superslow-10-10", SetLasts(100)),
    steps(13, DROP, 0..=1, Rep(&[(Lower, 3), (Assist, 2)])),
    steps(13, DROP, 0..=1, Tempo("3-0-A-0")),
    steps(13, DROP, 0..=1, Rest(60..=60)),
    steps(13, DROP, 1..=1, Change(60)),
    steps(13, DROP, 1..=1, Waits(false)),
    weeks(14, HEAVY, 1..=12, 0..=2, Rest(150..=150)),
    weeks(14, HEAVY, 1..=12, 1..=2, Waits(true)),
    weeks(15, KNEE, 1..=12, 0..=2, Rest(150..=150)),
    weeks(15, KNEE, 1..=12, 1..=2, Waits(true)),
    one(16, DECLINE, Tempo("3-0-A-0")),
    one(16, DECLINE, Rest(60..=60)),
    one(16, DECLINE, Cue("painful leg down – good leg up")),
    weeks(18, PHASES, 1..=5, 0..=3, Tempo("2-0-2-0")),
    weeks(18, PHASES, 6..=12, 0..=2, Tempo("2-0-2-0")),
    weeks(18, PHASES, 1..=12, 0..=3, Rest(60..=60)),
    weeks(18, PHASES, 3..=5, 4..=4, Rest(60..=60)),
    one(20, TWIST, Rest(30..=30)),
    one(20, TWIST, Cue("the painful arm lets go slowly")),
    week(22, NORDIC, 1..=10, Tempo("4-0-A-0")),
    week(22, NORDIC, 1..=10, Rest(120..=120)),
    week(23, COPENHAGEN, 2..=2, Sets(&[5])),
    week(23, COPENHAGEN, 3..=4, Sets(&[10])),
    week(23, COPENHAGEN, 3..=4, AtLeast(7)),
    week(23, COPENHAGEN, 5..=5, Sets(&[15])),
    week(
        24,
        GENTLE,
        1..=5,
        Rep(&[(Lift, 3), (Contracted, 20), (Lower, 3)]),
    ),
    week(24, GENTLE, 1..=8, Rest(60..=60)),
    one(25, "askling-l", Tempo("2-0-2-0")),
    steps(25, "askling-l", 1..=2, Tempo("3-0-3-0")),
    steps(25, "askling-l", 0..=2, Rest(60..=60)),
    steps(0, ROLL, 0..=4, Sets(&[20])),
    steps(0, ROLL, 1..=4, Change(10)),
    steps(0, ROLL, 1..=4, Waits(false)),
    one(0, ROLL, Exercise("Foam rolling, calf")),
    steps(0, ROLL, 1..=1, Exercise("Foam rolling, quads")),
    steps(0, ROLL, 2..=2, Exercise("Foam rolling, hamstrings")),
    steps(0, ROLL, 3..=3, Exercise("Foam rolling, glutes")),
    steps(0, ROLL, 4..=4, Exercise("Foam rolling, outer hip")),
    one(0, ROLL, Lasts(660..=720)),
    steps(0, WARM, 0..=6, Rep(&[(Beat, 2)])),
    steps(0, WARM, 0..=6, SetLasts(40)),
    steps(0, WARM, 7..=7, Rep(&[(Lower, 2), (Lift, 1)])),
    steps(0, WARM, 7..=7, SetLasts(39)),
    steps(0, WARM, 1..=7, Change(10)),
    steps(0, WARM, 1..=7, Waits(false)),
    one(0, WARM, Exercise("March on the spot")),
    steps(0, WARM, 1..=1, Exercise("Leg swing to the front")),
    steps(0, WARM, 2..=2, Exercise("Leg swing to the side")),
    steps(0, WARM, 3..=3, Exercise("World's greatest lunge")),
    steps(0, WARM, 4..=4, Exercise("Hip circle")),
    steps(0, WARM, 5..=5, Exercise("Arm circle")),
    steps(0, WARM, 6..=6, Exercise("Cat-cow")),
    steps(0, WARM, 7..=7, Exercise("Body-weight squat")),
    steps(0, WARM, 1..=4, Cue("change legs half-way")),
    one(0, WARM, Lasts(380..=420)),
    steps(0, "ankle-hip-static", 0..=1, Rep(&[(Hold, 30)])),
    steps(0, "ankle-hip-static", 0..=1, Sets(&[1; 3])),
    steps(0, "ankle-hip-static", 0..=1, Sides(2)),
    steps(0, "ankle-hip-static", 0..=1, Rest(10..=10)),
    steps(0, "ankle-hip-static", 1..=1, Change(10)),
    steps(0, "ankle-hip-static", 1..=1, Waits(false)),
    one(0, "ankle-hip-static", Exercise("Calf stretch")),
    steps(0, "ankle-hip-static", 1..=1, Exercise("Hip flexor stretch")),
];

fn library() -> Library {
    Library::new(Written::default(), Duration::from_secs(10))
}

/// A step of a routine in a week, compiled.
struct Compiled<'a> {
    routine: &'a Routine,
    timeline: &'a Timeline,
    step: u16,
}

impl Fact {
    /// What is there instead, if it is not true.
    fn contradicted(&self, by: &Compiled<'_>) -> Option<String> {
        let said = |what: &dyn std::fmt::Debug| format!("{what:?}");
        let (holds, found) = match self {
            Exercise(name) => (
                by.part().exercise.name == *name,
                by.part().exercise.name.clone(),
            ),
            Cue(words) => (by.part().cue.contains(words), by.part().cue.clone()),
            Load(words) => (by.part().load == *words, by.part().load.clone()),
            Sets(reps) => (by.sets() == *reps, said(&by.sets())),
            AtLeast(least) => {
                let goal = by.goal();
                (goal == Goal::AtLeast(*least), said(&goal))
            }
            Groups(groups) => all(&by.groups(), |found| found == groups),
            Intra(seconds) => all(&by.pauses(), |found| seconds.contains(found)),
            Rep(phases) => all(&by.first_reps(), |found| found == phases),
            Tempo(tempo) => all(&by.tempos(), |found| found == tempo),
            OwnPace => all(&by.work(), Segment::is_own_pace),
            Sides(sides) => (by.sides() == *sides, said(&by.sides())),
            Rest(seconds) => all(&by.rests(), |found| seconds.contains(found)),
            SetLasts(seconds) => all(&by.lengths(), |found| found == seconds),
            SetTension(seconds) => all(&by.tensions(), |found| found.total() == secs(*seconds)),
            Self::Tension(seconds) => (by.tension().total() == secs(*seconds), said(&by.tension())),
            Still(seconds) => (
                by.tension().isometric == secs(*seconds),
                said(&by.tension()),
            ),
            Change(seconds) => all(&lasting(&by.changes(), |_| true), |found| found == seconds),
            Waits(waits) => all(&by.changes(), |change| change.gate == *waits),
            Lasts(seconds) => (seconds.contains(&by.total()), said(&by.total())),
            Self::Programme(weeks, per_day) => {
                let programme = by.routine.programme;
                let expected = Programme {
                    weeks: *weeks,
                    per_day: *per_day,
                };
                (programme == Some(expected), said(&programme))
            }
            Often(words) => {
                let schedule = &by.routine.about.schedule;
                (schedule.contains(words), schedule.clone())
            }
        };
        (!holds).then_some(found)
    }
}

/// Whether something is true of each, of which there is at least one; and what there is.
fn all<T: std::fmt::Debug>(found: &[T], is: impl Fn(&T) -> bool) -> (bool, String) {
    (
        !found.is_empty() && found.iter().all(is),
        format!("{found:?}"),
    )
}

fn secs(seconds: u64) -> Duration {
    Duration::from_secs(seconds)
}

/// Whole seconds; the library has no others.
fn whole(length: Duration) -> u64 {
    assert_eq!(length.subsec_nanos(), 0, "{length:?}");
    length.as_secs()
}

impl Compiled<'_> {
    fn part(&self) -> &downbeat::training::timeline::Part {
        &self.timeline.parts()[usize::from(self.step)]
    }

    fn segments(&self) -> impl Iterator<Item = &Segment> {
        let segments = self.timeline.segments().iter();
        segments.filter(|segment| segment.part == self.step)
    }

    /// The stretches of work on every side, each a set.
    fn all_sets(&self) -> impl Iterator<Item = &[Segment]> {
        self.timeline
            .segments()
            .chunk_by(Segment::same_bout)
            .filter(|chunk| chunk[0].part == self.step && chunk[0].kind.is_work())
    }

    /// The same on the side that begins.
    fn bouts(&self) -> Vec<&[Segment]> {
        let first = self.all_sets().next().and_then(|bout| bout[0].side);
        self.all_sets()
            .filter(|bout| bout[0].side == first)
            .collect()
    }

    fn each<T>(&self, of: impl Fn(&[Segment]) -> T) -> Vec<T> {
        self.bouts().into_iter().map(of).collect()
    }

    fn sets(&self) -> Vec<u32> {
        self.each(completed)
    }

    fn goal(&self) -> Goal {
        let goals = self.each(|bout| self.timeline.goal(&bout[0]));
        assert!(goals.windows(2).all(|two| two[0] == two[1]), "{goals:?}");
        goals[0]
    }

    fn groups(&self) -> Vec<Vec<u32>> {
        self.each(|bout| {
            let groups = bout.split(|segment| segment.kind == SegmentKind::Change);
            groups.map(completed).collect()
        })
    }

    fn first_reps(&self) -> Vec<Vec<(SegmentKind, u64)>> {
        self.each(|bout| {
            let rep = bout.iter().filter(|segment| segment.rep == 1);
            rep.map(|segment| (segment.kind, whole(segment.duration())))
                .collect()
        })
    }

    fn work(&self) -> Vec<Segment> {
        self.bouts().concat()
    }

    fn tempos(&self) -> Vec<String> {
        let mut tempos: Vec<String> = self
            .work()
            .iter()
            .filter_map(|segment| self.timeline.tempo(segment))
            .map(|tempo| tempo.to_string())
            .collect();
        tempos.dedup();
        tempos
    }

    fn sides(&self) -> usize {
        let sides = self.all_sets().filter_map(|bout| bout[0].side);
        sides.collect::<BTreeSet<_>>().len()
    }

    /// Within sets.
    fn pauses(&self) -> Vec<u64> {
        lasting(&self.work(), |segment| segment.kind == SegmentKind::Change)
    }

    /// Between sets.
    fn rests(&self) -> Vec<u64> {
        lasting(self.segments(), |segment| segment.kind == SegmentKind::Rest)
    }

    /// Before the step.
    fn changes(&self) -> Vec<Segment> {
        let before = |segment: &&Segment| segment.kind == SegmentKind::Change && segment.set == 0;
        self.segments().filter(before).copied().collect()
    }

    fn lengths(&self) -> Vec<u64> {
        self.each(|bout| whole(bout.iter().map(Segment::duration).sum()))
    }

    fn tensions(&self) -> Vec<Tension> {
        self.each(tension)
    }

    fn tension(&self) -> Tension {
        tension(&self.work())
    }

    fn total(&self) -> u64 {
        let segments = self.timeline.segments();
        whole(segments.iter().skip(1).map(Segment::duration).sum())
    }
}

fn lasting<'a>(
    segments: impl IntoIterator<Item = &'a Segment>,
    which: impl Fn(&Segment) -> bool,
) -> Vec<u64> {
    let chosen = segments.into_iter().filter(|segment| which(segment));
    chosen.map(|segment| whole(segment.duration())).collect()
}

fn completed(segments: &[Segment]) -> u32 {
    let reps = segments.iter().filter(|segment| segment.completes_rep);
    u32::try_from(reps.count()).unwrap()
}

fn tension(segments: &[Segment]) -> Tension {
    let mut tension = Tension::default();
    for segment in segments {
        tension.add(segment.kind, segment.duration());
    }
    tension
}

/// Every claim that is not true, as a line.
fn wrong(claims: &[Claim]) -> Vec<String> {
    let library = library();
    let check = |claim: &Claim| claim.contradicted(&library);
    claims.iter().filter_map(check).collect()
}

impl Claim {
    /// Where it is not true first.
    fn contradicted(&self, library: &Library) -> Option<String> {
        let Self { row, id, fact, .. } = self;
        let routine = match library.find(id) {
            Ok(routine) => routine,
            Err(error) => return Some(format!("row {row}: {error}")),
        };
        self.weeks.clone().find_map(|week| {
            let routine = routine.at_week(week);
            let timeline = Timeline::of(&routine);
            self.steps.clone().find_map(|step| {
                let place = format!("row {row}, {id}, week {week}, step {step}");
                if usize::from(step) >= routine.steps.len() {
                    return Some(format!("{place}: there is no such step"));
                }
                let compiled = Compiled {
                    routine: &routine,
                    timeline: &timeline,
                    step,
                };
                let found = fact.contradicted(&compiled)?;
                Some(format!("{place}: {fact:?}, but there is {found}"))
            })
        })
    }
}

#[test]
fn every_published_number_is_played() {
    let wrong = wrong(PUBLISHED);
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn every_number_of_our_own_is_played() {
    let wrong = wrong(OURS);
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn a_number_that_is_not_played_is_found_out() {
    let claims = [
        one(2, "eccentric-4-1", Sets(&[8, 8, 9])),
        one(3, "eccentric-4-2", Rest(120..=120)),
        one(4, "classic-4-2", Rep(&[(Lower, 4), (Lift, 2)])),
        one(7, "pause-3-2-x", Intra(0..=99)),
        one(9, "no-such-preset", Sets(&[1; 4])),
        steps(13, DROP, 1..=2, Sets(&[15; 3])),
        one(21, THIRTY, SetLasts(320)),
        week(22, NORDIC, 3..=4, Sets(&[8; 3])),
        weeks(14, HEAVY, 1..=12, 1..=2, Change(299)),
    ];
    assert_eq!(wrong(&claims).len(), claims.len());
}

#[test]
fn every_row_is_in_the_library_and_has_a_claim() {
    let claims = || PUBLISHED.iter().chain(OURS);
    let rows: BTreeSet<u8> = claims().map(|claim| claim.row).collect();
    assert_eq!(rows, ROWS.collect());
    let claimed: BTreeSet<&str> = claims().map(|claim| claim.id).collect();
    let library = library();
    let ids: BTreeSet<&str> = library
        .entries()
        .iter()
        .map(|entry| entry.id.as_str())
        .collect();
    assert_eq!(ids, claimed);
}

#[test]
fn the_tier_is_that_of_the_row() {
    let library = library();
    for claim in PUBLISHED.iter().chain(OURS) {
        let expected = match claim.row {
            0..=12 => Tier::General,
            13..=25 => Tier::Published,
            _ => Tier::Expert,
        };
        let about = &library.find(claim.id).unwrap().about;
        assert_eq!(about.tier, expected, "{}", claim.id);
    }
}

#[test]
fn every_entry_says_where_it_comes_from_and_what_to_do_about_pain() {
    let words = "published programme, for information";
    for routine in library().routines() {
        let (id, about) = (routine.id.as_str(), &routine.about);
        for text in [
            &about.purpose,
            &about.schedule,
            &about.published,
            &about.ours,
            &about.source,
        ] {
            assert!(!text.is_empty(), "{id}");
        }
        let general = about.tier == Tier::General;
        assert!(general || about.pain.contains("Stop"), "{id}");
        assert_eq!(about.published.contains(words), !general, "{id}");
    }
}

/// A DOI that nobody has looked up must not be shown.
#[test]
fn only_checked_dois_are_cited() {
    let checked: BTreeSet<&str> = [
        "10.1007/s00421-025-05757-7",
        "10.1016/j.jse.2010.04.041",
        "10.1111/sms.12585",
        "10.1136/bjsm.2003.010587",
        "10.1136/bjsports-2017-098937",
        "10.1136/bjsports-2020-103403",
        "10.1177/0363546515584760",
        "10.1177/03635465980260030301",
        "10.1519/JSC.0000000000001581",
        "10.1519/JSC.0000000000001675",
        "10.3389/fphys.2019.00533",
        "10.3390/jfmk4030055",
        "10.5114/biolsport.2022.105335",
        "10.7717/peerj.1102",
    ]
    .into();
    let library = library();
    let sources = library
        .routines()
        .map(|routine| routine.about.source.as_str());
    let words = sources.flat_map(|source| source.split([' ', ';', ',']));
    let cited: BTreeSet<&str> = words.filter(|word| word.starts_with("10.")).collect();
    assert_eq!(cited, checked);
}

/// Also behind the end of the programme, and in a week without a number.
#[test]
fn every_entry_is_played_in_every_week() {
    for routine in library().routines() {
        let weeks = routine.programme.map_or(1, |programme| programme.weeks);
        for week in 1..=weeks + 1 {
            let timeline = Timeline::of(&routine.at_week(week));
            let segments = timeline.segments();
            let place = format!("{}, week {week}", routine.id);
            assert!(
                segments.iter().any(|segment| segment.kind.is_work()),
                "{place}"
            );
            assert!(
                segments.windows(2).all(|two| two[0].end == two[1].start),
                "{place}"
            );
            assert!(
                segments.iter().all(|segment| !segment.duration().is_zero()),
                "{place}"
            );
            assert!(!timeline.cues().is_empty(), "{place}");
            // The shortest is a set of three to five reps on each side, the longest fills an evening.
            let minutes = timeline.total().as_secs() / 60;
            assert!((1..=75).contains(&minutes), "{place}: {minutes} min");
        }
    }
}

/// What trains no region that could be named: the name says only that it is some machine, or some exercise of two limbs.
const REGIONLESS: [&str; 3] = ["", "Machine", "Two-up-one-down"];

#[test]
fn every_exercise_of_the_library_says_what_it_trains() {
    let library = library();
    let entries = library.entries().iter();
    let routines = entries.filter_map(|entry| entry.routine.as_ref().ok());
    let exercises = routines
        .flat_map(Routine::presets)
        .map(|preset| &preset.exercise);
    let silent: BTreeSet<&str> = exercises
        .filter(|exercise| trained(exercise).is_empty())
        .map(|exercise| exercise.name.as_str())
        .collect();
    assert_eq!(silent, BTreeSet::from(REGIONLESS));
}
