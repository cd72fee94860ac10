//! The timeline: segments that meet end to end and cues at exact times.
//!
//! Everything that is seen or heard is a pure function of a timeline and a position. Positions and lengths are
//! [`Duration`]s from the timeline's start: integer nanoseconds, never rounded to a sample or a frame in here.

use super::cue::{self, Cue, Say};
use super::exercise::Exercise;
use super::preset::Side;
use super::tempo::{Pace, Tempo};
use std::ops::Range;
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
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
    /// Counts from 1; 0 outside sets. In a rest, the set that is over.
    pub set: u32,
    /// Counts from 1 on each side; 0 where it does not apply.
    pub rep: u32,
    /// Counts from 1: a set done again is a further attempt.
    pub attempt: u32,
    /// Index into [`Timeline::tempo`]'s table plus one; 0 for none.
    pub(super) tempo: u16,
    /// Index of the exercise.
    pub(super) exercise: u16,
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

    /// Whether both belong to the same attempt at the same side of the same set.
    pub fn same_bout(&self, other: &Self) -> bool {
        self.kind.is_work()
            && other.kind.is_work()
            && (self.set, self.side, self.attempt) == (other.set, other.side, other.attempt)
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

/// An immutable plan of everything that will be seen and heard.
///
/// **Invariant:** segments are not empty, begin at zero and meet exactly; cues are sorted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timeline {
    pub(super) segments: Vec<Segment>,
    pub(super) cues: Vec<Cue>,
    pub(super) exercises: Vec<Exercise>,
    pub(super) tempos: Vec<Tempo>,
    /// The segments as they were planned, before any edit: what a set done again is copied from.
    pub(super) planned: std::sync::Arc<[Segment]>,
}

impl Timeline {
    /// The segments in order.
    pub fn segments(&self) -> &[Segment] {
        &self.segments
    }

    /// The cues in order.
    pub fn cues(&self) -> &[Cue] {
        &self.cues
    }

    /// Where the last segment ends.
    pub fn total(&self) -> Duration {
        self.segments
            .last()
            .map_or(Duration::ZERO, |segment| segment.end)
    }

    /// The index of the segment at a position; `None` at and past the end.
    pub fn index_at(&self, position: Duration) -> Option<usize> {
        let index = self
            .segments
            .partition_point(|segment| segment.end <= position);
        (index < self.segments.len()).then_some(index)
    }

    /// The segment at a position, in logarithmic time; `None` at and past the end.
    pub fn at(&self, position: Duration) -> Option<&Segment> {
        self.segments.get(self.index_at(position)?)
    }

    /// The cues from a position up to, but not at, another.
    pub fn cues_between(&self, range: Range<Duration>) -> &[Cue] {
        let from = self.cues.partition_point(|cue| cue.at < range.start);
        let to = self.cues.partition_point(|cue| cue.at < range.end);
        self.cues.get(from..to).unwrap_or_default()
    }

    /// The tempo at which a segment is paced; `None` outside reps.
    pub fn tempo(&self, segment: &Segment) -> Option<Tempo> {
        let index = usize::from(segment.tempo).checked_sub(1)?;
        self.tempos.get(index).copied()
    }

    /// What is lifted in a segment, or about to be.
    pub fn exercise(&self, segment: &Segment) -> Option<&Exercise> {
        self.exercises.get(usize::from(segment.exercise))
    }

    /// Whether any length is nominal: an explosive lift, an assisted return, a gate.
    pub fn is_approximate(&self) -> bool {
        self.segments.iter().any(|segment| {
            segment.gate
                || matches!(segment.kind, SegmentKind::Assist)
                || segment.say == Say::Drive
                || self.is_explosive_lowering(segment)
        })
    }

    fn is_explosive_lowering(&self, segment: &Segment) -> bool {
        segment.kind == SegmentKind::Lower
            && self
                .tempo(segment)
                .is_some_and(|tempo| tempo.lower() == Pace::Explosive)
    }

    /// Time under tension as planned, nominal lengths included.
    pub fn tension(&self) -> Tension {
        let mut tension = Tension::default();
        for segment in &self.segments {
            tension.add(segment.kind, segment.duration());
        }
        tension
    }

    /// How many sets there are.
    pub fn sets(&self) -> u32 {
        self.segments
            .iter()
            .map(|segment| segment.set)
            .max()
            .unwrap_or(0)
    }

    /// How many reps (or holds, or strokes) were planned for the side and set of a segment.
    pub fn reps_planned(&self, of: &Segment) -> u32 {
        let from = self.planned.partition_point(|segment| segment.set < of.set);
        self.planned
            .get(from..)
            .unwrap_or_default()
            .iter()
            .take_while(|segment| segment.set <= of.set)
            .filter(|segment| segment.kind.is_work() && segment.side == of.side)
            .map(|segment| segment.rep)
            .max()
            .unwrap_or(0)
    }

    /// The first segment of work at or after a position.
    pub fn next_work(&self, position: Duration) -> Option<&Segment> {
        let from = self.index_at(position)?;
        self.segments
            .get(from..)?
            .iter()
            .find(|segment| segment.kind.is_work())
    }

    /// Derives all cues anew, keeping those of `old` before `from`.
    pub(super) fn cue_up(&mut self, old: &[Cue], from: Duration) {
        let kept = old.partition_point(|cue| cue.at < from);
        let mut cues = Vec::with_capacity(self.segments.len() * 4);
        cues.extend_from_slice(old.get(..kept).unwrap_or_default());
        let first = self.segments.partition_point(|segment| segment.end < from);
        let mut fresh = Vec::with_capacity(cues.capacity());
        let rest = self.segments.get(first..).unwrap_or_default();
        for (index, segment) in rest.iter().enumerate() {
            let next = rest.get(index + 1);
            let ends_set =
                segment.kind.is_work() && !next.is_some_and(|next| segment.same_bout(next));
            cue::derive(segment, ends_set, &mut fresh);
        }
        // An end falls together with the next beginning: listed first, as the order of kinds has it.
        let due = fresh.into_iter().filter(|cue| cue.at >= from);
        cues.extend(due);
        if let Some(new) = cues.get_mut(kept..) {
            order(new);
        }
        self.cues = cues;
    }
}

/// Puts neighbours in order. Cues come almost sorted (only an end and what follows it are swapped), so this is one pass.
fn order(cues: &mut [Cue]) {
    cues.sort();
}
