//! Practice: its door, the practice under way, and what was felt.
//!
//! It borrows a session for its time and its picture, and nothing else of training: nothing is remembered as started, nothing
//! makes tension. What is tapped in the blind part is all that remains.

use super::action::{Action, Mode};
use super::hearing::Hearing;
use super::message::{Effect, Moment};
use super::picker::Entry;
use super::session::Session;
use super::{App, Screen};
use crate::training::call::Calling;
use crate::training::journal::{self, PracticeRecord};
use crate::training::practice::{Each, Felt, Ladder, Length, Plan, Practised, Subject, Way};
use crate::training::tap::Taps;
use crate::training::transport::{State, Transport};
use std::sync::Arc;
use std::time::Duration;

/// A press of the key for "again" that comes sooner after the end was meant as a tap.
const LATE_TAP: Duration = Duration::from_secs(3);
/// So long before the blind part its keys are there: many press early at the turn-around with which it begins, and a tap
/// that was taken for a pause would take the part away from them.
const EARLY_TAP: Duration = Duration::from_secs(1);

/// How far it has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Progress {
    /// It has not begun: what will be done, and how to change it.
    Door,
    /// It is under way.
    Running(Box<Session>),
    /// It is over.
    Over(Box<Felt>),
}

/// A practice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Practice {
    /// What is practised, and how.
    pub plan: Plan,
    /// How far it has come.
    pub progress: Progress,
    /// What the same tempo was the last time.
    pub before: Option<Practised>,
    /// When it was over.
    over_since: Duration,
}

impl Practice {
    fn new(plan: Plan, before: Option<Practised>) -> Self {
        Self {
            plan,
            progress: Progress::Door,
            before,
            over_since: Duration::ZERO,
        }
    }

    fn begin(&mut self, calling: Calling, clock: Duration) -> Arc<Transport> {
        let routine = self.plan.routine().clone();
        let mut session = Session::begin(routine, false, calling, clock);
        session.transport = Transport::new(Arc::new(self.plan.timeline(calling)), clock);
        let transport = Arc::new(session.transport.clone());
        self.progress = Progress::Running(Box::new(session));
        transport
    }

    /// Who gets the keys at a moment of the clock.
    pub fn mode(&self, clock: Duration) -> Mode {
        match &self.progress {
            Progress::Door => Mode::Door,
            Progress::Running(session) if self.is_for_taps(session, clock) => Mode::Blind,
            Progress::Running(_) => Mode::Practice,
            Progress::Over(_) => Mode::Felt,
        }
    }

    /// Whether it is under way without cues.
    pub fn is_blind(&self, clock: Duration) -> bool {
        let Progress::Running(session) = &self.progress else {
            return false;
        };
        self.blind_from()
            .is_some_and(|from| session.transport.position_at(clock) >= from)
    }

    fn blind_from(&self) -> Option<Duration> {
        self.plan.fade().map(|fade| fade.to)
    }

    /// Whether the keys are those of the blind part: in it, and a little before. Whoever was interrupted in that little
    /// time needs the key to go on.
    fn is_for_taps(&self, session: &Session, clock: Duration) -> bool {
        let soon = session.transport.position_at(clock) + EARLY_TAP;
        let is_soon = self.blind_from().is_some_and(|from| soon >= from);
        self.is_blind(clock) || (is_soon && session.state(clock) == State::Running)
    }

    /// How much too early the first tap of the blind part may be. What comes sooner belongs to the turn-around before: the
    /// border is the middle of the phase between the two.
    fn earliest(&self) -> Duration {
        let last = self.plan.phases().last().map(|phase| phase.nominal / 2);
        last.map_or(Duration::ZERO, |half| half.min(EARLY_TAP))
    }

    /// How much of the cues is there at a moment of the clock: 1 is all of it, 0 nothing.
    pub fn presence(&self, clock: Duration) -> f32 {
        match &self.progress {
            Progress::Running(session) => {
                let position = session.transport.position_at(clock);
                session.transport.timeline().presence(position)
            }
            Progress::Door | Progress::Over(_) => 1.0,
        }
    }

    /// How many taps there were in the blind part.
    pub fn blind_taps(&self) -> usize {
        let (Progress::Running(session), Some(from)) = (&self.progress, self.blind_from()) else {
            return 0;
        };
        let from = from.saturating_sub(self.earliest());
        let taps = session.taps.positions();
        taps.len() - taps.partition_point(|tap| *tap < from)
    }

    /// Notes a tap at a moment of the clock.
    pub(super) fn tap(&mut self, clock: Duration) {
        if let Progress::Running(session) = &mut self.progress {
            session.tap(clock);
        }
    }

    /// What was felt by now; nothing where nothing was tapped.
    pub fn felt(&self) -> Option<Felt> {
        match &self.progress {
            Progress::Door => None,
            Progress::Running(session) => {
                let tapped = !session.taps.positions().is_empty();
                tapped.then(|| self.felt_in(session))
            }
            Progress::Over(felt) => Some(felt.as_ref().clone()),
        }
    }

    /// What the taps of a session tell. Blind only the lengths between taps count and not where they are, so those that
    /// belong to that part are put so much later that its first lies in it even where it was early.
    fn felt_in(&self, session: &Session) -> Felt {
        let early = self.earliest();
        let border = self
            .blind_from()
            .map_or(Duration::MAX, |from| from.saturating_sub(early));
        let taps = session.taps.positions().iter().copied();
        let taps: Taps = taps
            .map(|tap| if tap < border { tap } else { tap + early })
            .collect();
        let timeline = session.transport.timeline();
        Felt::of(&self.plan, timeline, &taps, self.before.clone())
    }

    /// Pauses, or goes on. Blind there is nothing to go on with, so that no pause may reach to where its keys are.
    fn toggle(&mut self, now: Moment) -> Option<Effect> {
        let Progress::Running(session) = &self.progress else {
            return None;
        };
        let reaches = self.is_for_taps(session, now.frontier);
        let Progress::Running(session) = &mut self.progress else {
            return None;
        };
        if reaches && session.state(now.audible) == State::Running {
            return None;
        }
        session.toggle(now.frontier);
        Some(Effect::Play(Arc::new(session.transport.clone())))
    }

    /// Plans it in another way or for another time; says why where that cannot be.
    fn replan(&mut self, way: Way, length: Option<Length>) -> Result<(), String> {
        let subject = self.plan.subject().clone();
        self.plan = Plan::new(subject, way, length).map_err(|error| error.to_string())?;
        Ok(())
    }

    /// A key at the door that changes what will be done.
    fn change(&mut self, action: Action) -> Result<(), String> {
        let (way, length) = (self.plan.way(), self.plan.length());
        match action {
            Action::More => self.replan(way, Some(length.longer())),
            Action::Less => self.replan(way, Some(length.shorter())),
            Action::OtherWay => self.replan(self.other_way(), None),
            _ => Ok(()),
        }
    }

    fn other_way(&self) -> Way {
        let ladder = |each| Way::Ladder(Ladder::usual(self.plan.tempo(), each));
        match self.plan.way() {
            Way::Thirds => ladder(Each::Rep),
            Way::Ladder(Ladder {
                each: Each::Rep, ..
            }) => ladder(Each::Set),
            Way::Ladder(Ladder {
                each: Each::Set, ..
            }) => Way::Thirds,
        }
    }
}

impl App {
    /// The door to the practice of what is under the cursor.
    pub(super) fn practise_selected(&mut self) -> Vec<Effect> {
        let Some(routine) = self.picker.current().and_then(Entry::routine) else {
            return Vec::new();
        };
        let subject = Subject::of(&self.as_chosen(routine));
        match subject.and_then(|subject| Plan::new(subject, Way::Thirds, None)) {
            Ok(plan) => {
                let effects = self.picker.hearing.end();
                self.open_practice(plan);
                effects
            }
            Err(error) => self.say(error.to_string()),
        }
    }

    /// The door to a practice.
    pub fn open_practice(&mut self, plan: Plan) {
        let before = self.memory.practice_of(plan.tempo()).cloned();
        self.screen = Screen::Practice(Box::new(Practice::new(plan, before)));
    }

    /// Begins the practice whose door is open, or the one that is over once more.
    pub fn begin_practice(&mut self) -> Vec<Effect> {
        let Screen::Practice(practice) = &mut self.screen else {
            return Vec::new();
        };
        self.picker.hearing = Hearing::default();
        practice.before = self.memory.practice_of(practice.plan.tempo()).cloned();
        let transport = practice.begin(self.calling, self.now.frontier);
        vec![Effect::Wake, Effect::Play(transport)]
    }

    /// A key's verb in practice.
    pub(super) fn in_practice(&mut self, action: Action) -> Vec<Effect> {
        let now = self.now;
        let Screen::Practice(practice) = &mut self.screen else {
            return Vec::new();
        };
        match (&practice.progress, action) {
            (Progress::Door | Progress::Over(_), Action::Quit) => self.go_home(),
            (Progress::Door, Action::Go) => self.begin_practice(),
            (Progress::Door, _) => match practice.change(action) {
                Ok(()) => Vec::new(),
                Err(why) => self.say(why),
            },
            (Progress::Running(_), Action::Go) => practice.toggle(now).into_iter().collect(),
            (Progress::Running(_), Action::Quit) => self.end_practice(),
            (Progress::Over(_), Action::Go) if now.audible < practice.over_since + LATE_TAP => {
                Vec::new()
            }
            (Progress::Over(_), Action::Go) => self.begin_practice(),
            (Progress::Over(felt), Action::Copy) => {
                let text = felt.text();
                self.say("Copied, if this terminal lets programs copy".to_owned());
                vec![Effect::Copy(text)]
            }
            _ => Vec::new(),
        }
    }

    /// Whether something is felt for which there may be nothing to count along with.
    pub(super) fn is_felt_blind(&self) -> bool {
        match &self.screen {
            Screen::Four(_) => true,
            Screen::Practice(practice) => practice.mode(self.now.audible) == Mode::Blind,
            _ => false,
        }
    }

    /// Ends a practice whose time is over. What was said before its blind part is gone in it: it would go away by itself.
    pub(super) fn practice_over(&mut self) -> Vec<Effect> {
        if matches!(self.screen, Screen::Practice(_)) && self.is_felt_blind() {
            self.notice = None;
        }
        match &self.screen {
            Screen::Practice(practice) => match &practice.progress {
                Progress::Running(session) if session.is_over(self.now.audible) => {
                    self.end_practice()
                }
                _ => Vec::new(),
            },
            _ => Vec::new(),
        }
    }

    /// Ends the practice at hand as it stands: what was felt; home where somebody left who tapped nothing.
    pub fn end_practice(&mut self) -> Vec<Effect> {
        let clock = self.now.audible;
        let Screen::Practice(practice) = &mut self.screen else {
            return Vec::new();
        };
        let Progress::Running(session) = &practice.progress else {
            return Vec::new();
        };
        let mut effects = vec![Effect::Silence, Effect::Rest];
        let felt = practice.felt_in(session);
        if session.taps.positions().is_empty() && !session.is_over(clock) {
            effects.extend(self.go_home());
            return effects;
        }
        practice.over_since = clock;
        let kept = felt.to_keep(self.today);
        practice.progress = Progress::Over(Box::new(felt));
        if let Some(kept) = kept {
            let record = PracticeRecord {
                at: self.wall,
                practised: kept.clone(),
            };
            self.memory.note_practice(kept);
            effects.push(Effect::Remember(self.memory.clone()));
            effects.extend(self.keep(vec![journal::Entry::Practice(record)]));
        }
        effects
    }
}
