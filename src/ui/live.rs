//! What the eye can tell apart of a session at a moment ([`Visible`]), and when that next changes.
//!
//! Both are pure functions of the session and the clock. The loop draws when [`next_change`] says so and sleeps until
//! then; nothing is drawn when nothing changed.

use super::pacing::{Geometry, Level};
use crate::app::session::Session;
use crate::training::timeline::{Handle, Segment};
use crate::training::transport::State;
use ratatui::layout::Rect;
use std::ops::Range;
use std::time::Duration;

/// How long before a phase ends the next one is announced at the edge.
const ANNOUNCED: Duration = Duration::from_secs(1);
/// Nothing further ahead than this is looked for: then the loop looks again.
const HORIZON: Duration = Duration::from_secs(1);

/// What a session does, without the times.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doing {
    /// Time passes.
    Running,
    /// Time passes until what is rendered was heard.
    Pausing,
    /// Paused.
    Held,
    /// Three, two, one.
    CountIn,
    /// At a gate.
    Waiting,
    /// Past the end.
    Finished,
}

/// All that changes on the screen while time passes. Two equal values give the same frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Visible {
    segment: Option<Duration>,
    /// How high the water stands.
    pub level: Level,
    /// The number on the screen, in seconds.
    pub seconds: u64,
    /// Whether the next phase is announced at the edge.
    pub announced: bool,
    /// What the session does.
    pub doing: Doing,
}

impl Visible {
    /// The rows in which the frames of both can differ: where only the water has moved, those that it moved through.
    pub fn rows_between(self, other: Self, area: Rect) -> Range<u16> {
        let (level, height) = (self.level, area.height);
        if self == (Self { level, ..other }) {
            level.rows_between(other.level, height)
        } else {
            0..height
        }
    }
}

/// What can be seen of a session at a moment of the clock.
pub fn visible(session: &Session, clock: Duration, geometry: Geometry) -> Visible {
    let state = session.state(clock);
    let position = session.transport.position_at(clock);
    let segment = session.segment(clock);
    let doing = match state {
        State::Running if session.is_pausing(clock) => Doing::Pausing,
        State::Running => Doing::Running,
        State::Held => Doing::Held,
        State::CountIn { .. } => Doing::CountIn,
        State::Waiting { .. } => Doing::Waiting,
        State::Finished => Doing::Finished,
    };
    let seconds = match state {
        State::CountIn { left } => whole(left),
        // Nobody counts how long the lifter takes.
        _ if segment.is_some_and(Segment::is_own_pace) => 0,
        State::Waiting { since } => since.as_secs(),
        _ => segment.map_or(0, |segment| seconds_left(segment, position)),
    };
    let announced = doing == Doing::Running
        && segment.is_some_and(|segment| {
            let near = position + ANNOUNCED >= segment.end && segment.duration() > ANNOUNCED;
            near && !segment.is_own_pace()
        });
    Visible {
        segment: segment.map(|segment| segment.start),
        level: segment.map_or(Level::Flood(0), |segment| {
            level(segment, position, geometry)
        }),
        seconds,
        announced,
        doing,
    }
}

/// The next moment of the clock at which the session looks different: exactly where a second or a phase ends, else on the
/// grid of `per_second` pictures. `None` while it stands still.
pub fn next_change(
    session: &Session,
    clock: Duration,
    geometry: Geometry,
    per_second: u8,
) -> Option<Duration> {
    let now = visible(session, clock, geometry);
    if matches!(now.doing, Doing::Held | Doing::Finished) {
        // An answer to a key begins where it can be heard, a little later than the key.
        return next_span(session, clock);
    }
    let edge = next_edge(session, clock);
    let step = Duration::from_secs(1) / u32::from(per_second.max(1));
    let mut at = clock + step;
    while at < edge {
        if visible(session, at, geometry) != now {
            return Some(at);
        }
        at += step;
    }
    Some(edge)
}

/// The next moment at which a number changes or a segment ends, exactly.
fn next_edge(session: &Session, clock: Duration) -> Duration {
    let state = session.state(clock);
    let position = session.transport.position_at(clock);
    let to_next = match (state, session.segment(clock)) {
        (State::CountIn { left }, _) => part(left),
        (State::Waiting { since }, _) => Duration::from_secs(1).saturating_sub(fraction(since)),
        (_, Some(segment)) => {
            let left = segment.end.saturating_sub(position);
            let second = if segment.kind.is_work() {
                Duration::from_secs(1)
                    .saturating_sub(fraction(position.saturating_sub(segment.start)))
            } else {
                part(left)
            };
            let announced = left.checked_sub(ANNOUNCED).filter(|left| !left.is_zero());
            second.min(left).min(announced.unwrap_or(left))
        }
        (_, None) => HORIZON,
    };
    let edge = clock + to_next.min(HORIZON).max(Duration::from_nanos(1));
    // A pause that is about to be heard shows at its own moment.
    next_span(session, clock).map_or(edge, |span| span.min(edge))
}

/// When the session next pauses, counts or goes on, as far as that is known.
fn next_span(session: &Session, clock: Duration) -> Option<Duration> {
    let spans = session.transport.spans();
    spans
        .iter()
        .map(|span| span.clock_from)
        .find(|&from| from > clock)
}

/// The time to the next whole number of seconds left, never zero.
fn part(left: Duration) -> Duration {
    let part = fraction(left);
    if part.is_zero() {
        Duration::from_secs(1).min(left)
    } else {
        part
    }
}

fn fraction(length: Duration) -> Duration {
    Duration::from_nanos(u64::from(length.subsec_nanos()))
}

/// Whole seconds, any begun one counted.
fn whole(length: Duration) -> u64 {
    length.as_secs() + u64::from(length.subsec_nanos() > 0)
}

/// The number on the screen. In work it changes with the ticks, which count from the start of a phase; in waits it
/// changes with the count, which runs towards the end.
pub(super) fn seconds_left(segment: &Segment, position: Duration) -> u64 {
    if segment.kind.is_work() {
        let all = whole(segment.planned_end.saturating_sub(segment.start));
        all.saturating_sub(position.saturating_sub(segment.start).as_secs())
    } else {
        whole(segment.end.saturating_sub(position))
    }
}

pub(super) fn level(segment: &Segment, position: Duration, geometry: Geometry) -> Level {
    let gone = segment.fraction(position);
    let flood = |share: f64| Level::Flood(steps(share, geometry.level_steps));
    if segment.is_own_pace() {
        // Nobody knows how far it is.
        return Level::Flood(geometry.level_steps);
    }
    match segment.handle {
        // A wait drains as a lowering does, in another colour.
        Handle::Falls | Handle::Idle => flood(1.0 - gone),
        Handle::Rises => flood(gone),
        Handle::High | Handle::Low => Level::Iris(steps(1.0 - gone, geometry.iris_steps)),
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a share in 0..=1 of a u16 is rounded to a u16"
)]
fn steps(share: f64, of: u16) -> u16 {
    (share.clamp(0.0, 1.0) * f64::from(of)).round() as u16
}
