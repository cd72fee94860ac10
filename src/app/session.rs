//! A session: one timeline being followed, from lead-in to summary.
//!
//! Everything here is a question of the transport; the session adds what a person is asked and says.

use super::logbook::Logbook;
use super::mobility::Around;
use crate::training::call::Calling;
use crate::training::edit::Edit;
use crate::training::exercise::{Exercise, Start};
use crate::training::performed::{BoutId, Correction, Performed, proposed, reps_complete};
use crate::training::preset::Preset;
use crate::training::routine::Routine;
use crate::training::tap::Taps;
use crate::training::timeline::{Segment, Timeline};
use crate::training::transport::{State, Transport};
use std::sync::Arc;
use std::time::Duration;

/// How much a nudge changes the lowering.
pub const NUDGE: Duration = Duration::from_millis(500);
/// How much a rest grows by one key.
pub const MORE_REST: Duration = Duration::from_secs(15);
/// The easy dose for somebody new to slow lowering: two sets of six (domain: intro block).
pub const EASY: (u32, u32) = (2, 6);

/// How many reps were done, asked when a set ended early.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Question {
    /// The bout in question.
    pub bout: BoutId,
    /// The number that is shown.
    pub done: u32,
    /// The most that can be answered.
    pub planned: u32,
}

/// What the session is waiting to be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asking {
    /// Nothing.
    Nothing,
    /// Whether a newcomer begins with the easy dose. Time stands still.
    Intro,
    /// How many reps were done.
    Reps(Question),
    /// Whether to leave in mid-set: the same key again does.
    Quit,
}

/// A session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// What is being trained.
    pub routine: Routine,
    /// How many sets of each step were done before it began: it goes on with one that was left.
    pub before: Vec<u32>,
    /// Where it is.
    pub transport: Transport,
    /// What was answered.
    pub corrections: Vec<Correction>,
    /// What is asked.
    pub asking: Asking,
    /// What it was asked for by, an id or a tempo; nothing where it cannot be asked for again.
    pub word: Option<String>,
    /// Where turn-arounds were tapped.
    pub taps: Taps,
    /// What goes into the journal; nothing for a practice.
    pub log: Option<Logbook>,
    /// What stands before and behind it.
    pub around: Around,
}

impl Session {
    /// Begins at a moment of the clock. A newcomer is asked first, with time standing still.
    pub fn begin(routine: Routine, newcomer: bool, calling: Calling, clock: Duration) -> Self {
        let mut session = Self::resume(routine, Vec::new(), calling, clock);
        if newcomer {
            session.transport.pause(clock);
            session.asking = Asking::Intro;
        }
        session
    }

    /// Goes on with a routine of which so many sets of each step have been done.
    pub fn resume(routine: Routine, before: Vec<u32>, calling: Calling, clock: Duration) -> Self {
        let timeline = Arc::new(Timeline::called(&routine, &before, calling));
        Self {
            routine,
            before,
            transport: Transport::new(timeline, clock),
            corrections: Vec::new(),
            asking: Asking::Nothing,
            word: None,
            taps: Taps::default(),
            log: None,
            around: Around::default(),
        }
    }

    /// The same where no key can be pressed: nothing waits for one, and what comes between two exercises takes so long.
    #[must_use]
    pub fn unattended(mut self, change: Duration, clock: Duration) -> Self {
        let timeline = self.transport.timeline().unattended(change);
        self.transport = Transport::new(Arc::new(timeline), clock);
        self
    }

    fn calling(&self) -> Calling {
        self.transport.timeline().calling()
    }

    /// How many sets of each step have been done up to a moment of the clock, in this session or before it.
    pub fn sets_done(&self, clock: Duration) -> Vec<u32> {
        let position = self.transport.position_at(clock);
        self.transport.timeline().sets_done(position)
    }

    /// What it is doing at a moment of the clock.
    pub fn state(&self, clock: Duration) -> State {
        self.transport.state_at(clock)
    }

    /// Whether it is past its end, and nothing is left to be answered.
    pub fn is_over(&self, clock: Duration) -> bool {
        self.state(clock) == State::Finished && !matches!(self.asking, Asking::Reps(_))
    }

    /// Whether a pause was asked for that cannot be heard yet.
    pub fn is_pausing(&self, clock: Duration) -> bool {
        let last = self.transport.spans().last();
        self.state(clock) == State::Running
            && last.is_some_and(|span| {
                span.clock_from > clock && span.run == crate::training::transport::Run::Held
            })
    }

    /// The segment at a moment of the clock.
    pub fn segment(&self, clock: Duration) -> Option<&Segment> {
        self.transport.segment_at(clock)
    }

    /// Whether no rep has begun yet, so that the plan can still be exchanged.
    pub fn before_first_rep(&self, clock: Duration) -> bool {
        let position = self.transport.position_at(clock);
        let first = self
            .transport
            .timeline()
            .segments()
            .iter()
            .find(|segment| segment.kind.is_work());
        first.is_some_and(|first| position < first.start)
    }

    /// Takes the answer of a newcomer and lets time run.
    pub fn introduce(&mut self, full: bool, clock: Duration) {
        if let Some(easy) = easy(&self.routine).filter(|_| !full) {
            self.routine = easy;
        }
        self.asking = Asking::Nothing;
        self.restart(clock);
    }

    /// Begins once more with its lead-in, at a moment of the clock.
    pub fn restart(&mut self, clock: Duration) {
        let timeline = Timeline::called(&self.routine, &self.before, self.calling());
        self.transport = Transport::new(Arc::new(timeline), clock);
    }

    /// Begins reps of the first exercise with the other phase. Returns that exercise as it is now, or `None` once the first
    /// rep is near.
    pub fn other_start(&mut self, clock: Duration) -> Option<Exercise> {
        if !self.before_first_rep(clock) {
            return None;
        }
        let step = usize::from(self.segment(clock)?.part);
        let first = self.routine.presets().nth(step)?.exercise.clone();
        let now = Exercise {
            start: other(first.start),
            ..first.clone()
        };
        let routine = self.routine.map(|preset| {
            let mut draft = preset.draft();
            if draft.exercise == first {
                draft.exercise = now.clone();
            }
            Preset::new(draft)
        });
        let routine = routine.ok()?;
        let timeline = Timeline::called(&routine, &self.before, self.calling());
        if !self.transport.exchange(clock, &timeline) {
            return None;
        }
        self.routine = routine;
        Some(now)
    }

    /// What the key for "whatever comes next" does at the question whether to leave: time goes on, and that is all.
    fn go_on(&mut self, clock: Duration) {
        self.asking = Asking::Nothing;
        if self.state(clock) == State::Held {
            self.transport.resume(clock);
        }
    }

    /// Pauses, or goes on after a count of three. Where time is about to wait for this key anyway, it means what it will
    /// mean there: nothing needs to be paused that stops by itself.
    pub fn toggle(&mut self, clock: Duration) {
        if self.asking == Asking::Quit {
            return self.go_on(clock);
        }
        match self.state(clock) {
            State::Held => self.transport.resume(clock),
            State::Running if self.segment(clock).is_some_and(|here| here.gate) => {
                self.ready_early(clock);
            }
            State::Running | State::CountIn { .. } => self.transport.pause(clock),
            State::Waiting { .. } | State::Finished => {
                self.transport.edit(clock, Edit::OpenGate);
            }
        }
    }

    /// Says "ready" before time has come to the gate.
    fn ready_early(&mut self, clock: Duration) {
        let at_a_change = |here: &Segment| here.is_change_of_exercise();
        let edit = if self.segment(clock).is_some_and(at_a_change) {
            Edit::Skip
        } else {
            Edit::OpenGate
        };
        self.transport.edit(clock, edit);
    }

    /// Edits what is to come. A pause ends with it, where the edit moves on.
    pub fn edit(&mut self, clock: Duration, edit: Edit) -> bool {
        let edited = self.transport.edit(clock, edit);
        if edited && matches!(edit, Edit::EndSet | Edit::Skip | Edit::RedoSet) {
            self.transport.go_on(clock);
        }
        edited
    }

    /// Moves on: says "ready" at a gate, ends a set, or cuts a wait short.
    pub fn skip(&mut self, clock: Duration) {
        self.accept();
        let at_work = |segment: &Segment| segment.kind.is_work();
        if self.segment(clock).is_some_and(at_work) && self.end_set(clock) {
            return;
        }
        if matches!(self.state(clock), State::Waiting { .. }) {
            self.transport.edit(clock, Edit::OpenGate);
        } else {
            self.edit(clock, Edit::Skip);
        }
    }

    /// Does the set at hand, or the one before the wait at hand, again. Returns whether there is one.
    pub fn redo(&mut self, clock: Duration) -> bool {
        let redone = self.edit(clock, Edit::RedoSet);
        if redone {
            self.accept();
        }
        redone
    }

    /// Ends the set at hand, be it in a pause within it, and asks how many reps were done. At the lifter's own pace they may all have been.
    pub fn end_set(&mut self, clock: Duration) -> bool {
        let Some(segment) = self.segment(clock).copied() else {
            return false;
        };
        let position = self.transport.position_at(clock);
        let planned = self.transport.timeline().reps_planned(&segment);
        if planned == 0 || !self.edit(clock, Edit::EndSet) {
            return false;
        }
        let bout = BoutId::of(&segment);
        let timeline = self.transport.timeline();
        if reps_complete(timeline, bout, position) < planned {
            let done = if segment.is_own_pace() {
                planned
            } else {
                proposed(timeline, bout, position)
            };
            self.asking = Asking::Reps(Question {
                bout,
                done,
                planned,
            });
        }
        true
    }

    /// Changes the number of reps that the question shows.
    pub fn answer(&mut self, change: i32) {
        if let Asking::Reps(question) = &mut self.asking {
            question.done = question
                .done
                .saturating_add_signed(change)
                .min(question.planned);
        }
    }

    /// Any key but the one that leaves takes back the wish to leave.
    pub fn stay(&mut self) {
        if self.asking == Asking::Quit {
            self.asking = Asking::Nothing;
        }
    }

    /// Takes the answer that is shown.
    pub fn accept(&mut self) {
        if let Some(answer) = self.answer_shown() {
            self.corrections.push(answer);
            self.asking = Asking::Nothing;
        }
    }

    fn answer_shown(&self) -> Option<Correction> {
        match self.asking {
            Asking::Reps(Question { bout, done, .. }) => Some(Correction { bout, done }),
            _ => None,
        }
    }

    /// What was done up to a moment of the clock. An answer that is shown but not accepted yet counts: whatever ends the
    /// program then must not lose it.
    pub fn performed(&self, clock: Duration) -> Performed {
        let position = self.transport.position_at(clock);
        let mut corrections = self.corrections.clone();
        corrections.extend(self.answer_shown());
        Performed::of(self.transport.timeline(), position, &corrections)
    }
}

/// The other phase to begin with.
pub fn other(start: Start) -> Start {
    match start {
        Start::Lower => Start::Lift,
        Start::Lift => Start::Lower,
    }
}

/// The easy dose of a routine, everything else as it is. `None` where it is that easy already.
pub fn easy(routine: &Routine) -> Option<Routine> {
    let (sets, reps) = EASY;
    let easy = routine.eased(sets, reps);
    (easy != *routine).then_some(easy)
}
