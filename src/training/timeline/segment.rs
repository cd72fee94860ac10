//! Segments: the stretches of a timeline in which one thing happens.

use crate::training::cue::Say;
use crate::training::preset::Side;
use std::time::Duration;

/// What happens in a segment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SegmentKind {
    /// Getting ready before the first set, or before a set is done again.
    LeadIn,
    /// The muscle lengthens under load: eccentric.
    Lower,
    /// A loaded pause with the muscle long: isometric.
    PauseStretched,
    /// The muscle shortens: concentric.
    Lift,
    /// A loaded pause with the muscle short: isometric.
    PauseContracted,
    /// Somebody or something else brings the load back; never tension.
    Assist,
    /// A pause without load.
    Break,
    /// An isometric hold.
    Hold,
    /// A steady stroke; never tension.
    Beat,
    /// Changing sides within a set.
    Switch,
    /// Changing something within or between exercises.
    Change,
    /// Rest between sets.
    Rest,
}

impl SegmentKind {
    /// The word in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::LeadIn => "lead-in",
            Self::Lower => "lower",
            Self::PauseStretched => "pause-stretched",
            Self::Lift => "lift",
            Self::PauseContracted => "pause-contracted",
            Self::Assist => "assist",
            Self::Break => "break",
            Self::Hold => "hold",
            Self::Beat => "beat",
            Self::Switch => "switch",
            Self::Change => "change",
            Self::Rest => "rest",
        }
    }

    /// Whether it belongs to the work of a set, as against getting ready, changing and resting.
    pub fn is_work(self) -> bool {
        !matches!(
            self,
            Self::LeadIn | Self::Switch | Self::Change | Self::Rest
        )
    }
}

/// What the handle does: the level on the screen and the glide in the ear follow it, whatever the muscle does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Handle {
    /// It goes down.
    Falls,
    /// It goes up.
    Rises,
    /// It stays at the upper end.
    High,
    /// It stays at the lower end.
    Low,
    /// Nobody holds it.
    Idle,
}

/// A stretch of the timeline in which one thing happens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Segment {
    /// Where it begins.
    pub start: Duration,
    /// Where it ends and the next begins.
    pub end: Duration,
    /// Where it would have ended: later than `end` only where an edit cut it short. Glides and levels run towards this,
    /// so that what was seen and heard before the cut stays what it was.
    pub planned_end: Duration,
    /// What happens.
    pub kind: SegmentKind,
    /// What the handle does.
    pub handle: Handle,
    /// What a voice says at the start.
    pub say: Say,
    /// Side at work, where sides are worked one by one.
    pub side: Option<Side>,
    /// Whether time stands still at the end until a key is pressed.
    pub gate: bool,
    /// Whether a rep is complete at the end.
    pub completes_rep: bool,
    /// Counts from 1 in each step; 0 outside sets. In a rest, the set that is over.
    pub set: u32,
    /// Counts from 1 on each side; 0 where it does not apply.
    pub rep: u32,
    /// Counts from 1: a set done again is a further attempt.
    pub attempt: u32,
    /// Place in the table of tempos; 0 outside reps.
    pub(in crate::training) tempo: u32,
    /// Index of the step of the routine that it belongs to; a change belongs to the step behind it.
    pub part: u16,
    /// Number of the planned bout that it belongs to, counted from 1; 0 outside sets. A change within a set belongs to
    /// the set, one between two sets does not.
    pub(in crate::training) bout: u16,
}

impl Segment {
    /// Its length.
    pub fn duration(&self) -> Duration {
        self.end.saturating_sub(self.start)
    }

    /// Whether an edit cut it short.
    pub fn is_cut(&self) -> bool {
        self.end < self.planned_end
    }

    /// The part that has passed at a position, in 0..=1 of the planned length.
    pub fn fraction(&self, position: Duration) -> f64 {
        let whole = self.planned_end.saturating_sub(self.start);
        if whole.is_zero() {
            return 1.0;
        }
        position
            .saturating_sub(self.start)
            .div_duration_f64(whole)
            .clamp(0.0, 1.0)
    }

    /// Whether both belong to the same attempt at the same side of the same set; changes within the set do.
    pub fn same_bout(&self, other: &Self) -> bool {
        self.in_bout() && (self.bout, self.attempt) == (other.bout, other.attempt)
    }

    /// Whether it is a rep that nobody paces.
    pub fn is_own_pace(&self) -> bool {
        self.say == Say::OwnPace
    }

    /// Whether it stands between two exercises that are not done in turns.
    pub fn is_change_of_exercise(&self) -> bool {
        self.say == Say::Next
    }

    /// Whether it is a part of a set, as against what comes before, between and behind sets.
    pub fn in_bout(&self) -> bool {
        self.bout != 0
    }

    /// The same with another length, wherever it begins.
    pub(in crate::training) fn lasting(self, length: Duration) -> Self {
        self.placed(self.start, length)
    }

    /// The same with another place.
    pub(in crate::training) fn placed(self, start: Duration, length: Duration) -> Self {
        Self {
            start,
            end: start + length,
            planned_end: start + length,
            ..self
        }
    }
}

/// Seconds of work by what the muscle does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tension {
    /// Lengthening under load.
    pub eccentric: Duration,
    /// Shortening.
    pub concentric: Duration,
    /// Holding still under load.
    pub isometric: Duration,
}

impl Tension {
    /// All three together.
    pub fn total(self) -> Duration {
        self.eccentric + self.concentric + self.isometric
    }

    /// Adds time spent in a segment of this kind.
    pub fn add(&mut self, kind: SegmentKind, length: Duration) {
        match kind {
            SegmentKind::Lower => self.eccentric += length,
            SegmentKind::Lift => self.concentric += length,
            SegmentKind::PauseStretched | SegmentKind::PauseContracted | SegmentKind::Hold => {
                self.isometric += length;
            }
            _ => {}
        }
    }
}
