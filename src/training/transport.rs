//! Where a session is: the log that maps the clock, which only goes on, to the position, which can stand still.
//!
//! Clock times are [`Duration`]s since the clock's origin. Every edit leaves the past of the timeline identical, so one
//! timeline, the newest, describes all spans, and the position never goes back.

use super::edit::Edit;
use super::timeline::{Segment, Timeline};
use std::sync::Arc;
use std::time::Duration;

/// The count of three before a paused session goes on.
pub const COUNT_IN: Duration = Duration::from_secs(3);

/// What the position does during a span.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Run {
    /// It follows the clock.
    Running,
    /// It stands still, in silence.
    Held,
    /// It stands still while three, two, one is counted, outside the timeline.
    CountIn,
}

/// A stretch of clock time with one way of moving.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// Clock time at which it begins; it lasts until the next span begins.
    pub clock_from: Duration,
    /// Position at its beginning.
    pub position_from: Duration,
    /// What the position does.
    pub run: Run,
}

/// What a session is doing at a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// The position follows the clock.
    Running,
    /// Paused.
    Held,
    /// About to go on, with this much of the count left.
    CountIn {
        /// Time until the position moves.
        left: Duration,
    },
    /// At a closed gate, for this long.
    Waiting {
        /// Time since the gate was reached.
        since: Duration,
    },
    /// Past the end.
    Finished,
}

/// A timeline and the log of how it has been played.
///
/// **Invariant:** spans begin in order of the clock, and none begins past the limit of the timeline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Transport {
    timeline: Arc<Timeline>,
    spans: Vec<Span>,
}

impl Transport {
    /// Begins at a moment of the clock.
    pub fn new(timeline: Arc<Timeline>, clock_from: Duration) -> Self {
        Self::from_within(timeline, clock_from, Duration::ZERO)
    }

    /// The same from a position on, as if everything before it were over.
    pub fn from_within(
        timeline: Arc<Timeline>,
        clock_from: Duration,
        position_from: Duration,
    ) -> Self {
        Self {
            timeline,
            spans: vec![Span {
                clock_from,
                position_from,
                run: Run::Running,
            }],
        }
    }

    /// The newest timeline.
    pub fn timeline(&self) -> &Arc<Timeline> {
        &self.timeline
    }

    /// The log in order.
    pub fn spans(&self) -> &[Span] {
        &self.spans
    }

    /// The position that cannot be passed for now: the next closed gate, or the end.
    pub fn limit(&self) -> Duration {
        self.timeline
            .gate()
            .map_or_else(|| self.timeline.total(), |segment| segment.end)
    }

    /// The position at a moment of the clock; zero before the beginning.
    pub fn position_at(&self, clock: Duration) -> Duration {
        let Some(span) = self.span_at(clock) else {
            return Duration::ZERO;
        };
        match span.run {
            Run::Running => {
                let moved = clock.saturating_sub(span.clock_from);
                (span.position_from + moved).min(self.limit().max(span.position_from))
            }
            Run::Held | Run::CountIn => span.position_from,
        }
    }

    /// What the session is doing at a moment of the clock.
    pub fn state_at(&self, clock: Duration) -> State {
        let index = self.spans.partition_point(|span| span.clock_from <= clock);
        let Some(span) = self.spans.get(index.saturating_sub(1)) else {
            return State::Finished;
        };
        match span.run {
            Run::Held => State::Held,
            Run::CountIn => {
                let until = self.spans.get(index).map_or(clock, |next| next.clock_from);
                State::CountIn {
                    left: until.saturating_sub(clock),
                }
            }
            Run::Running => {
                let limit = self.limit();
                let free = span.position_from + clock.saturating_sub(span.clock_from);
                if free < limit {
                    State::Running
                } else if self.timeline.gate().is_none() {
                    State::Finished
                } else {
                    State::Waiting {
                        since: free.saturating_sub(limit),
                    }
                }
            }
        }
    }

    /// The segment at a moment of the clock; at a closed gate, the one that ends there. Like everything that is asked for
    /// every frame, in logarithmic time and without allocating.
    pub fn segment_at(&self, clock: Duration) -> Option<&Segment> {
        let position = self.position_at(clock);
        self.gate_reached(position)
            .or_else(|| self.timeline.at(position))
    }

    /// The clock time at which a position was first reached, or will be if nobody presses a key; `None` where a key is
    /// needed: past the limit, or paused before it.
    pub fn clock_of(&self, position: Duration) -> Option<Duration> {
        if position > self.limit() {
            return None;
        }
        // Positions never go back: the span before the first one that begins at or past the position leads there.
        let next = self
            .spans
            .partition_point(|span| span.position_from < position);
        let Some(span) = next.checked_sub(1).and_then(|i| self.spans.get(i)) else {
            return self.spans.first().map(|first| first.clock_from);
        };
        let way = position.saturating_sub(span.position_from);
        (span.run == Run::Running).then(|| span.clock_from + way)
    }

    /// Stands still from a moment of the clock on; nothing where it already does, and at the end.
    pub fn pause(&mut self, clock: Duration) {
        match self.state_at(clock) {
            State::Held | State::Finished => {}
            State::Running | State::CountIn { .. } | State::Waiting { .. } => {
                self.cut(clock, Run::Held);
            }
        }
    }

    /// Goes on after a count of three; nothing unless paused.
    pub fn resume(&mut self, clock: Duration) {
        if self.state_at(clock) == State::Held {
            self.cut(clock, Run::CountIn);
            let position_from = self.position_at(clock);
            self.spans.push(Span {
                clock_from: clock + COUNT_IN,
                position_from,
                run: Run::Running,
            });
        }
    }

    /// Goes on at once; nothing unless paused or counting in.
    pub fn go_on(&mut self, clock: Duration) {
        if matches!(self.state_at(clock), State::Held | State::CountIn { .. }) {
            self.cut(clock, Run::Running);
        }
    }

    /// Takes another plan from the first set on, as long as that has not begun. Returns whether it was taken.
    ///
    /// The lead-in stays the one that is being played, so that what was seen and heard of it remains true.
    pub fn exchange(&mut self, clock: Duration, other: &Timeline) -> bool {
        let replanned = self.timeline.replanned(self.position_at(clock), other);
        self.take(replanned)
    }

    /// Edits what comes after a moment of the clock. Returns whether anything changed. Where an edit takes away the gate
    /// that time stands at and nothing else holds it, time goes on at once.
    pub fn edit(&mut self, clock: Duration, edit: Edit) -> bool {
        let position = self.position_at(clock);
        if self.gate_reached(position).is_none() {
            let edited = self.timeline.edited(position, edit);
            return self.take(edited);
        }
        let edited = self.timeline.edited_at_gate(position, edit);
        let lets_through = |edited: &Timeline| edited.gate().is_none_or(|gate| gate.end > position);
        let runs = |span: &Span| span.run == Run::Running;
        if edited.as_ref().is_some_and(lets_through) && self.span_at(clock).is_some_and(runs) {
            self.cut(clock, Run::Running);
        }
        self.take(edited)
    }

    fn take(&mut self, timeline: Option<Timeline>) -> bool {
        let taken = timeline.is_some();
        if let Some(timeline) = timeline {
            self.timeline = Arc::new(timeline);
        }
        taken
    }

    /// The closed gate that a position has reached.
    fn gate_reached(&self, position: Duration) -> Option<&Segment> {
        self.timeline.gate().filter(|gate| gate.end <= position)
    }

    fn span_at(&self, clock: Duration) -> Option<&Span> {
        let index = self.spans.partition_point(|span| span.clock_from <= clock);
        self.spans.get(index.checked_sub(1)?)
    }

    /// Begins a span at a moment, forgetting what was planned after it.
    ///
    /// A wait at a closed gate enters the log as a span of its own, so that what it held back is not made up for in
    /// hindsight when the gate opens.
    fn cut(&mut self, clock: Duration, run: Run) {
        let position_from = self.position_at(clock);
        self.spans.retain(|span| span.clock_from < clock);
        if let Some(reached) = self.wait_reached(clock, position_from) {
            self.spans.retain(|span| span.clock_from < reached);
            self.spans.push(Span {
                clock_from: reached,
                position_from,
                run: Run::Held,
            });
        }
        self.spans.push(Span {
            clock_from: clock,
            position_from,
            run,
        });
    }

    /// Since when the position has been standing at a gate although it was free to move.
    fn wait_reached(&self, clock: Duration, position: Duration) -> Option<Duration> {
        let span = self.spans.last().filter(|span| span.run == Run::Running)?;
        let reached = span.clock_from + position.saturating_sub(span.position_from);
        (reached < clock).then_some(reached)
    }
}

#[cfg(test)]
mod tests;
