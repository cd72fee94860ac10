//! The rows of the settings, and what an arrow makes of each.

use super::Chosen;
use crate::app::heard::{Cues, Layer};
use crate::app::{Bell, Flash, SOFTEST_DB, VOLUME_STEP_DB};
use crate::training::call::{Counting, Notice, Turn};

/// A setting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Row {
    /// Which layers are heard.
    Cues,
    /// How loud one of them is.
    Level(Layer),
    /// How loud they are together.
    Volume,
    /// How reps are counted.
    Reps,
    /// When a rep is counted.
    Counted,
    /// How the seconds of a phase are counted.
    Seconds,
    /// Whether something is announced.
    Notice(Notice),
    /// Day or night.
    Theme,
    /// The picture of a session.
    View,
    /// When the whole screen flashes.
    Flash,
    /// Whether the terminal's bell counts where there is no sound.
    Bell,
    /// How much later than the device says the sound is heard.
    Late,
}

/// Every row, in its order.
pub const ROWS: [Row; 19] = [
    Row::Cues,
    Row::Level(Layer::Ticks),
    Row::Level(Layer::Accents),
    Row::Level(Layer::Tone),
    Row::Level(Layer::Voice),
    Row::Volume,
    Row::Reps,
    Row::Counted,
    Row::Seconds,
    Row::Notice(Notice::LastRep),
    Row::Notice(Notice::HalfWay),
    Row::Notice(Notice::ThirtySeconds),
    Row::Notice(Notice::TenSeconds),
    Row::Notice(Notice::ThreeTwoOne),
    Row::Theme,
    Row::View,
    Row::Flash,
    Row::Bell,
    Row::Late,
];

/// What rows have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Group {
    /// What is heard, and how loud.
    Heard,
    /// What a voice counts and announces.
    Counted,
    /// What is seen, and what stands in for sound.
    Seen,
}

/// The levels of a layer, in decibels, the softest first; `None` is off.
const LEVELS_DB: [Option<i8>; 7] = [
    None,
    Some(-24),
    Some(-18),
    Some(-12),
    Some(-6),
    Some(-3),
    Some(0),
];

const COUNTINGS: [Counting; 3] = [Counting::Up, Counting::Down, Counting::Silent];
const FLASHES: [Flash; 3] = [Flash::Auto, Flash::On, Flash::Off];
/// Milliseconds between two offsets.
pub(super) const OFFSET_STEP_MS: i32 = 10;

impl Row {
    /// Where it belongs.
    pub fn group(self) -> Group {
        match self {
            Self::Cues | Self::Level(_) | Self::Volume => Group::Heard,
            Self::Reps | Self::Counted | Self::Seconds | Self::Notice(_) => Group::Counted,
            Self::Theme | Self::View | Self::Flash | Self::Bell | Self::Late => Group::Seen,
        }
    }

    /// Everything that is set, with another value for this row: the next one, or the one before. What is louder or later
    /// comes next and has an end; of what else there is, the first follows the last.
    #[must_use]
    pub fn stepped(self, mut chosen: Chosen, by: isize) -> Chosen {
        let calling = &mut chosen.calling;
        match self {
            Self::Cues => chosen.heard.cues = turned(&Cues::ALL, chosen.heard.cues, by),
            Self::Level(layer) => {
                let level = stepped_level(chosen.heard.level_db(layer), by);
                chosen.heard = chosen.heard.with(layer, level);
            }
            Self::Volume => {
                let step = if by < 0 {
                    -VOLUME_STEP_DB
                } else {
                    VOLUME_STEP_DB
                };
                chosen.volume_db = chosen.volume_db.saturating_add(step).clamp(SOFTEST_DB, 0);
            }
            Self::Reps => calling.reps = turned(&COUNTINGS, calling.reps, by),
            Self::Counted => calling.turn = turned(&[Turn::End, Turn::Start], calling.turn, by),
            Self::Seconds => calling.seconds = turned(&COUNTINGS, calling.seconds, by),
            Self::Notice(notice) => calling.notices = calling.notices.toggled(notice),
            Self::Theme => chosen.light = chosen.light.toggled(),
            Self::View => chosen.view = chosen.view.toggled(),
            Self::Flash => chosen.flash = turned(&FLASHES, chosen.flash, by),
            Self::Bell => chosen.bell = turned(&[Bell::Auto, Bell::Off], chosen.bell, by),
            Self::Late => {
                chosen.offset_ms = super::late::stepped(chosen.offset_ms, by, OFFSET_STEP_MS);
            }
        }
        chosen
    }
}

/// The value beside one, in a circle.
fn turned<T: Copy + PartialEq>(values: &[T], value: T, by: isize) -> T {
    let at = values.iter().position(|each| *each == value).unwrap_or(0);
    let count = values.len();
    let next = if by < 0 { at + count - 1 } else { at + 1 } % count.max(1);
    values.get(next).copied().unwrap_or(value)
}

/// The next level that is louder or softer: the file may say one that lies between two steps.
fn stepped_level(level_db: Option<i8>, by: isize) -> Option<i8> {
    let next = if by < 0 {
        LEVELS_DB.into_iter().rev().find(|each| *each < level_db)
    } else {
        LEVELS_DB.into_iter().find(|each| *each > level_db)
    };
    next.unwrap_or(level_db)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_level_between_two_steps_goes_to_the_next_one() {
        assert_eq!(stepped_level(Some(-7), 1), Some(-6));
        assert_eq!(stepped_level(Some(-7), -1), Some(-12));
        assert_eq!(stepped_level(Some(-48), 1), Some(-24));
        assert_eq!(stepped_level(Some(-48), -1), None);
        assert_eq!(stepped_level(None, -1), None);
        assert_eq!(stepped_level(None, 1), Some(-24));
        assert_eq!(stepped_level(Some(0), 1), Some(0));
    }

    #[test]
    fn every_row_comes_back_to_where_it_was() {
        for row in ROWS {
            let chosen = row.stepped(Chosen::default(), -1);
            assert_ne!(chosen, Chosen::default(), "{row:?}");
            assert_eq!(row.stepped(chosen, 1), Chosen::default(), "{row:?}");
        }
    }
}
