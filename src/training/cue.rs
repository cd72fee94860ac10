//! Cues: the exact moments at which something is to be heard, and the rule that derives them from segments.
//!
//! A phase begins with a [`CueKind::Phase`], a moving phase with a [`CueKind::Accent`] as well; whole seconds inside
//! a phase tick. Beginnings replace ticks, because ticks are placed strictly inside a segment.

use super::timeline::{Segment, SegmentKind};
use std::time::Duration;

/// One second, the distance of two ticks.
const SECOND: Duration = Duration::from_secs(1);
/// Seconds before the end of a rest at which it is announced.
const NOTICES: [(u64, Say); 2] = [(30, Say::ThirtySeconds), (10, Say::TenSeconds)];
/// The count before something begins.
const COUNT: [(u64, Say); 3] = [(3, Say::Three), (2, Say::Two), (1, Say::One)];
/// Holds from this length on are counted out at the end.
const COUNTED_HOLD: Duration = Duration::from_secs(10);

/// What kind of moment it is. The order is the order in which cues that fall together are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CueKind {
    /// A set, or one side of it, is over.
    End,
    /// A segment begins.
    Phase,
    /// The handle turns round.
    Accent,
    /// A whole second inside a segment.
    Tick,
    /// A number on the way to a beginning, or a notice during a rest.
    Count,
}

impl CueKind {
    /// The word in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::End => "end",
            Self::Phase => "phase",
            Self::Accent => "accent",
            Self::Tick => "tick",
            Self::Count => "count",
        }
    }
}

/// What a voice would say at a cue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Say {
    /// Nothing.
    Nothing,
    /// The handle goes down.
    Down,
    /// The handle goes up.
    Up,
    /// An inverted path is pulled.
    Pull,
    /// An inverted path is pushed.
    Push,
    /// An inverted path goes back.
    Return,
    /// As fast as possible.
    Drive,
    /// Nothing moves, under load.
    Hold,
    /// Nothing moves, without load.
    Break,
    /// The other limb, or a partner, brings the load back.
    Reset,
    /// A stroke begins.
    Stroke,
    /// Get ready.
    Ready,
    /// The rest begins.
    Rest,
    /// The other side.
    Switch,
    /// The next exercise.
    Next,
    /// The set is over.
    SetDone,
    /// Half a minute left.
    ThirtySeconds,
    /// Ten seconds left.
    TenSeconds,
    /// Three.
    Three,
    /// Two.
    Two,
    /// One.
    One,
}

impl Say {
    /// The words, in lower case; empty for [`Say::Nothing`].
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Nothing => "",
            Self::Down => "down",
            Self::Up => "up",
            Self::Pull => "pull",
            Self::Push => "push",
            Self::Return => "return",
            Self::Drive => "drive",
            Self::Hold => "hold",
            Self::Break => "break",
            Self::Reset => "reset",
            Self::Stroke => "stroke",
            Self::Ready => "ready",
            Self::Rest => "rest",
            Self::Switch => "switch",
            Self::Next => "next",
            Self::SetDone => "set done",
            Self::ThirtySeconds => "30 seconds",
            Self::TenSeconds => "10 seconds",
            Self::Three => "3",
            Self::Two => "2",
            Self::One => "1",
        }
    }
}

/// Something to be heard at an exact moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cue {
    /// Position on the timeline.
    pub at: Duration,
    /// What kind of moment it is.
    pub kind: CueKind,
    /// What a voice would say.
    pub say: Say,
}

/// Appends the cues of one segment. `ends_set` tells that a set, or one side of it, is over where the segment ends.
pub(super) fn derive(segment: &Segment, ends_set: bool, cues: &mut Vec<Cue>) {
    let first = cues.len();
    push(cues, segment.start, CueKind::Phase, segment.say);
    match segment.kind {
        SegmentKind::Lower | SegmentKind::Lift | SegmentKind::Beat => {
            push(cues, segment.start, CueKind::Accent, Say::Nothing);
            if segment.say != Say::Drive {
                ticks(segment, Duration::ZERO, cues);
            }
        }
        SegmentKind::Hold if segment.duration() >= COUNTED_HOLD => {
            ticks(segment, 3 * SECOND, cues);
            countdown(segment, &COUNT, cues);
        }
        SegmentKind::PauseStretched
        | SegmentKind::PauseContracted
        | SegmentKind::Break
        | SegmentKind::Assist
        | SegmentKind::Hold => ticks(segment, Duration::ZERO, cues),
        SegmentKind::LeadIn => {
            ready(segment, cues);
            countdown(segment, &COUNT, cues);
        }
        SegmentKind::Rest => {
            countdown(segment, &NOTICES, cues);
            countdown(segment, &COUNT, cues);
        }
        SegmentKind::Switch => countdown(segment, &COUNT, cues),
        // Behind a gate nothing can be counted down to: the key decides.
        SegmentKind::Change if !segment.gate => countdown(segment, &COUNT, cues),
        SegmentKind::Change => {}
    }
    if ends_set {
        push(cues, segment.end, CueKind::End, Say::SetDone);
    }
    // Within a segment the order above is by kind; listeners want it by time.
    if let Some(mine) = cues.get_mut(first..) {
        mine.sort_unstable();
    }
}

fn push(cues: &mut Vec<Cue>, at: Duration, kind: CueKind, say: Say) {
    cues.push(Cue { at, kind, say });
}

/// Ticks at whole seconds from the start, strictly inside, none in the last `spare`.
fn ticks(segment: &Segment, spare: Duration, cues: &mut Vec<Cue>) {
    // A segment that was cut short ticks as it was planned, up to the cut.
    let last = segment.end.min(segment.planned_end.saturating_sub(spare));
    let mut at = segment.start + SECOND;
    while at < last {
        push(cues, at, CueKind::Tick, Say::Nothing);
        at += SECOND;
    }
}

/// The lead-in ticks on the seconds of its own end, so that "3" is the next tick: a sound check that cannot surprise.
fn ready(segment: &Segment, cues: &mut Vec<Cue>) {
    let mut left = 4 * SECOND;
    while left < segment.duration() {
        push(
            cues,
            segment.end.saturating_sub(left),
            CueKind::Tick,
            Say::Nothing,
        );
        left += SECOND;
    }
}

fn countdown(segment: &Segment, words: &[(u64, Say)], cues: &mut Vec<Cue>) {
    for &(left, say) in words {
        let left = Duration::from_secs(left);
        if left <= segment.duration() && (left <= 3 * SECOND || left < segment.duration()) {
            push(cues, segment.end.saturating_sub(left), CueKind::Count, say);
        }
    }
}
