//! Cues: the exact moments at which something is to be heard, and the rule that derives them from segments.
//!
//! A phase begins with a [`CueKind::Phase`], a moving phase with a [`CueKind::Accent`] as well; whole seconds inside
//! a phase tick. Beginnings replace ticks, because ticks are placed strictly inside a segment.

use super::call::{Notice, Notices};
use super::timeline::{Segment, SegmentKind};
use std::time::Duration;

/// One second, the distance of two ticks.
const SECOND: Duration = Duration::from_secs(1);
/// Seconds before the end of a wait at which something is said, what it is, and by which notice it is ruled.
type Countdown = [(u64, Say, Notice)];
const NOTICES: [(u64, Say, Notice); 2] = [
    (30, Say::ThirtySeconds, Notice::ThirtySeconds),
    (10, Say::TenSeconds, Notice::TenSeconds),
];
/// The count before something begins.
const COUNT: [(u64, Say, Notice); 3] = [
    (3, Say::Three, Notice::ThreeTwoOne),
    (2, Say::Two, Notice::ThreeTwoOne),
    (1, Say::One, Notice::ThreeTwoOne),
];
/// Holds, and pauses within a rep, from this length on are counted out at the end.
const COUNTED_HOLD: Duration = Duration::from_secs(10);
/// Holds from this length on are announced at ten seconds as well: in shorter ones half the way is about there.
const LONG_HOLD: Duration = Duration::from_secs(30);

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
    /// A rep that nobody paces.
    OwnPace,
    /// Weight comes off.
    Drop,
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
    /// Half of a hold is over.
    HalfWay,
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
            Self::OwnPace => "your pace",
            Self::Drop => "drop",
            Self::Ready => "ready",
            Self::Rest => "rest",
            Self::Switch => "switch",
            Self::Next => "next",
            Self::SetDone => "set done",
            Self::HalfWay => "half way",
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

/// All cues of a timeline: those of `old` before `from` as they were, and from there on those of the segments.
///
/// They are made in their order, so that a timeline of any length needs no sorting.
pub(super) fn all(segments: &[Segment], notices: Notices, old: &[Cue], from: Duration) -> Vec<Cue> {
    let kept = old.partition_point(|cue| cue.at < from);
    // The segment that ends at `from` is looked at again: whether a set ends with it depends on what follows.
    let first = segments.partition_point(|segment| segment.end < from);
    let anew = segments.get(first..).unwrap_or_default();
    let mut cues = Cues {
        notices,
        from,
        list: Vec::with_capacity(kept + most(anew)),
    };
    cues.list
        .extend_from_slice(old.get(..kept).unwrap_or_default());
    for (index, segment) in anew.iter().enumerate() {
        cues.derive(segment);
        if ends_set(segment, anew.get(index + 1)) {
            cues.push(segment.end, CueKind::End, Say::SetDone);
        }
    }
    cues.list
}

/// No fewer than there will be: one a second at most, and for each segment its beginning, accent, count and end.
fn most(segments: &[Segment]) -> usize {
    let seconds = match (segments.first(), segments.last()) {
        (Some(first), Some(last)) => last.end.saturating_sub(first.start).as_secs(),
        _ => 0,
    };
    segments.len() * 3 + usize::try_from(seconds).unwrap_or(0) + 8
}

/// Whether a set, or one side of it, is over behind a segment. One that is done again is not: it begins anew.
fn ends_set(segment: &Segment, next: Option<&Segment>) -> bool {
    let again = |next: &Segment| next.kind == SegmentKind::LeadIn && next.attempt > 1;
    let goes_on = |next: &Segment| segment.same_bout(next) || again(next);
    segment.in_bout() && !next.is_some_and(goes_on)
}

/// Cues in the making.
struct Cues {
    notices: Notices,
    /// Nothing is added before this.
    from: Duration,
    list: Vec<Cue>,
}

impl Cues {
    fn push(&mut self, at: Duration, kind: CueKind, say: Say) {
        if at >= self.from {
            self.list.push(Cue { at, kind, say });
        }
    }

    /// Adds the cues of one segment, in order. Of a segment that was cut short none is due here any more: they lie
    /// before the cut, and with it before `from`.
    fn derive(&mut self, segment: &Segment) {
        self.push(segment.start, CueKind::Phase, segment.say);
        match segment.kind {
            // How long it takes is the lifter's business.
            SegmentKind::Beat if segment.gate => {
                self.push(segment.start, CueKind::Accent, Say::Nothing);
            }
            SegmentKind::Lower | SegmentKind::Lift | SegmentKind::Beat => {
                self.push(segment.start, CueKind::Accent, Say::Nothing);
                if segment.say != Say::Drive {
                    self.ticks(segment, Duration::ZERO);
                }
            }
            SegmentKind::Hold
            | SegmentKind::PauseStretched
            | SegmentKind::PauseContracted
            | SegmentKind::Break
                if segment.duration() >= COUNTED_HOLD =>
            {
                self.counted_hold(segment);
            }
            SegmentKind::PauseStretched
            | SegmentKind::PauseContracted
            | SegmentKind::Break
            | SegmentKind::Assist
            | SegmentKind::Hold => self.ticks(segment, Duration::ZERO),
            SegmentKind::LeadIn => {
                self.ready(segment);
                self.countdown(segment, &COUNT);
            }
            SegmentKind::Rest => {
                self.countdown(segment, &NOTICES);
                self.countdown(segment, &COUNT);
            }
            // Behind a gate nothing can be counted down to: the key decides.
            SegmentKind::Switch | SegmentKind::Change if segment.gate => {}
            SegmentKind::Switch | SegmentKind::Change => self.countdown(segment, &COUNT),
        }
    }

    /// A long hold ticks to its last three seconds, which are counted; half the way is said in between.
    fn counted_hold(&mut self, segment: &Segment) {
        let spare = if self.notices.has(Notice::ThreeTwoOne) {
            3
        } else {
            0
        };
        let begun = self.list.len();
        self.ticks(segment, spare * SECOND);
        if self.notices.has(Notice::HalfWay) {
            let half = segment.start + segment.duration() / 2;
            self.push(half, CueKind::Count, Say::HalfWay);
        }
        if segment.duration() >= LONG_HOLD {
            self.countdown(segment, &NOTICES[1..]);
        }
        self.countdown(segment, &COUNT);
        if let Some(made) = self.list.get_mut(begun..) {
            made.sort_unstable_by_key(|cue| (cue.at, cue.kind));
        }
    }

    /// Ticks at whole seconds from the start, strictly inside, none in the last `spare`.
    fn ticks(&mut self, segment: &Segment, spare: Duration) {
        let last = segment.end.saturating_sub(spare);
        let mut at = segment.start + SECOND;
        while at < last {
            self.push(at, CueKind::Tick, Say::Nothing);
            at += SECOND;
        }
    }

    /// The first lead-in ticks on the seconds of its own end, so that "3" is the next tick: a sound check that cannot
    /// surprise. The one before a set that is done again only counts.
    fn ready(&mut self, segment: &Segment) {
        if segment.set > 0 {
            return;
        }
        let whole = segment.duration().as_secs();
        for left in (4..=whole).rev().map(Duration::from_secs) {
            if left < segment.duration() {
                self.push(
                    segment.end.saturating_sub(left),
                    CueKind::Tick,
                    Say::Nothing,
                );
            }
        }
    }

    /// Numbers and notices at their distance from the end. A notice needs a wait that is longer than what it says; the
    /// count begins with the number that fits.
    fn countdown(&mut self, segment: &Segment, words: &Countdown) {
        let notices = self.notices;
        let given = words.iter().filter(|(_, _, notice)| notices.has(*notice));
        for &(left, say, _) in given {
            let left = Duration::from_secs(left);
            let fits =
                left < segment.duration() || left == segment.duration() && left <= 3 * SECOND;
            if fits {
                self.push(segment.end.saturating_sub(left), CueKind::Count, say);
            }
        }
    }
}
