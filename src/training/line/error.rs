//! Why a line cannot be trained, each in one sentence that says what to write instead. Where a text can be read in two ways,
//! the sentence spells out both.

use crate::training::length::LengthError;
use crate::training::prescription::SchemeError;
use crate::training::preset::PresetError;
use crate::training::tempo::TempoError;
use crate::training::text::visible;
use std::ops::Range;

/// How much of a text an error repeats.
const ECHO: usize = 40;

/// A mistake and where it is.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{what}")]
pub struct LineError {
    /// Bytes of the text.
    pub span: Range<usize>,
    /// What is wrong.
    pub what: Complaint,
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Complaint {
    /// No dose anywhere.
    #[error("sets and reps are missing: write them as in 3x8 @4010 rest 2m")]
    NoDose,
    /// Sets without reps.
    #[error("the reps are missing: write them behind the sets, as in {0}x8")]
    NoReps(u32),
    /// Reps without sets.
    #[error("`{0}` does not say how many sets: write 3x8, or 8 reps x 3 sets")]
    NoSets(String),
    /// A number alone.
    #[error("`{0}` can be the reps of one set or the number of sets: write 1x{0}, or {0}x1")]
    Bare(String),
    /// A number beside a dose.
    #[error(
        "`{0}` stands alone: write {0} kg if it is the load, rest {0}s if it is a rest, or @4010 for a tempo"
    )]
    Alone(String),
    /// Neither a tempo nor anything in its place.
    #[error("the tempo is missing: write one such as @4010, or hold 45s, or own pace")]
    NoPace,
    /// Two doses in one exercise.
    #[error("`{0}` and `{1}` are two doses: write one, or a comma between two exercises")]
    TwoDoses(String, String),
    /// Two tempos in one exercise.
    #[error(
        "`{0}` and `{1}` are two tempos: write one, or for a tempo by set or by rep @4010>2010 or @4010>2010 by rep"
    )]
    TwoTempos(String, String),
    /// A tempo and a hold, or the like.
    #[error(
        "`{0}` and `{1}` both say how a rep is paced: write only one of a tempo, a hold, strokes and own pace"
    )]
    TwoPaces(String, String),
    /// The same thing twice.
    #[error("`{0}` and `{1}` say the same thing twice: write one of them")]
    Twice(String, String),
    /// A rest and an interval.
    #[error("`{0}` and `{1}` both say when the next set begins: write either a rest or every 90s")]
    RestAndEvery(String, String),
    /// `4-6 x5`.
    #[error(
        "`{text}` can be {times} sets of {range} reps or {range} sets of {times} reps: write {times}x{range}, or {range} reps x{times} sets"
    )]
    RangeOfSets {
        /// As it was written.
        text: String,
        /// The range.
        range: String,
        /// The number behind it.
        times: u32,
    },
    /// `5x5x5`.
    #[error(
        "`{text}` can be {sets}x{reps} with a slip, or holds of {last} s: write {sets}x{reps}, or hold {sets}x{reps}x{last}s"
    )]
    ThreeNumbers {
        /// As it was written.
        text: String,
        /// The first number.
        sets: u32,
        /// The second.
        reps: String,
        /// The third.
        last: String,
    },
    /// `10-8-6`.
    #[error("`{0}` can be a tempo or the reps of each set: write @{0}, or {list}", list = .0.replace(['-', '/'], ","))]
    TempoOrSets(String),
    /// `10x3`, with nothing to tell.
    #[error(
        "`{text}` can be the tempo @{text} or {sets} sets of {reps}: write @{text} and the sets and reps, or {sets}x{reps} and a tempo with @"
    )]
    DoseOrTempo {
        /// As it was written.
        text: String,
        /// Sets, if it is a dose.
        sets: u32,
        /// Reps, if it is a dose.
        reps: u32,
    },
    /// `rest 2`.
    #[error("`{0}` can be {1} seconds or {1} minutes: write {1}s or {1}m")]
    NoUnit(String, String),
    /// `rest 2-3 min`.
    #[error("`{0}` is a range: write one length, as in rest 2m")]
    LengthRange(String),
    /// A length without a purpose.
    #[error("`{0}` can be a rest or a hold: write rest {0}, or hold {0}")]
    Length(String),
    /// `hold 5x45`.
    #[error("`{0}` can be holds of {1} s or {1} holds: write hold {2}x{1}s, or {2}x{1} hold 3s")]
    HoldOrReps(String, String, u32),
    /// A hold without a length.
    #[error("the length of the hold is missing: write it as in hold 5x45s")]
    NoHold,
    /// Strokes without a length.
    #[error("the length of a stroke is missing: write it as in 3x20 strokes 3s")]
    NoStroke,
    /// As many reps as sets do not match.
    #[error("{listed} numbers of reps for {sets} sets: write one for each set, or one for all")]
    ListOfSets {
        /// How many are listed.
        listed: usize,
        /// How many sets there are.
        sets: u32,
    },
    /// More tempos than sets.
    #[error("{tempos} tempos for {sets} sets: write one for each set, or by rep behind them")]
    LadderOfSets {
        /// How many tempos there are.
        tempos: usize,
        /// How many sets there are.
        sets: u32,
    },
    /// `12,10,8 as tolerated`.
    #[error(
        "`{0}` can mean the last set or all of them: write (8 as tolerated) in brackets for the sets that it holds for"
    )]
    ToleratedList(String),
    /// `right first` without a word about sides.
    #[error(
        "`{0}` can be each side in turn or rep by rep: write 3x8/side {0}, or 3x8 alternating {0}"
    )]
    FirstAlone(String),
    /// `left`.
    #[error("`{0}` can be one side alone or the one that begins: write {0} only, or {0} first")]
    BareSide(String),
    /// Both sides and one side.
    #[error("`{0}` and `{1}` contradict each other: write one of them")]
    Sides(String, String),
    /// A pause within a cluster that is none.
    #[error("intra is the pause within a cluster: write 4x(2+2+2) intra 20s")]
    NoCluster,
    /// What belongs to a drop set that is none.
    #[error("drop and change belong to a drop set: write 10>8>8 drop 20% change 10s")]
    NoDrop,
    /// A number that nobody means.
    #[error("`{0}` is too large a number: write a smaller one")]
    Large(String),
    /// A quote that is not closed.
    #[error("a quote is not closed: write \" at its end, too")]
    Quote,
    /// A1 and A2 with something else between them.
    #[error(
        "{0}1 and {0}2 are done in turns, so they stand together: move what is between them, or give it the letter {0}, too"
    )]
    Apart(char),
    /// Nothing to train.
    #[error("there is nothing to train in this: write a line such as 3x8 @4010 rest 2m")]
    Nothing,
    /// See there.
    #[error(transparent)]
    Tempo(#[from] TempoError),
    /// See there.
    #[error(transparent)]
    Time(#[from] LengthError),
    /// See there.
    #[error(transparent)]
    Reps(#[from] SchemeError),
    /// See there.
    #[error(transparent)]
    Preset(#[from] PresetError),
}

/// A piece of the text as an error repeats it: one line, short, with nothing in it that a terminal obeys.
pub(super) fn echo(text: &str, span: &Range<usize>) -> String {
    let text = text.get(span.clone()).unwrap_or_default();
    let mut short: String = text.chars().take(ECHO).collect();
    if text.chars().nth(ECHO).is_some() {
        short.push('…');
    }
    visible(&short).into_owned()
}
