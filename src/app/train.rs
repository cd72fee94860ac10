//! Keys during a session.

use super::action::Action;
use super::message::{Effect, Moment};
use super::session::{Asking, MORE_REST, NUDGE, Session};
use super::{App, Screen};
use crate::training::edit::Edit;
use crate::training::exercise::Exercise;
use crate::training::performed::BoutId;
use std::sync::Arc;
use std::time::Duration;

/// What a key comes to, besides what it changes in the session.
enum Upshot {
    /// Nothing more.
    Done,
    /// A sentence.
    Say(String),
    /// The session is over.
    Finish,
    /// Reps of this exercise begin with the other phase, which is to be remembered.
    Restarted(Exercise),
}

impl App {
    pub(super) fn train(&mut self, action: Action) -> Vec<Effect> {
        let now = self.now;
        if let Some(effects) = self.answer_beside(action) {
            return effects;
        }
        if action == Action::WarmUp {
            return self.warm_up();
        }
        let Screen::Session(session) = &mut self.screen else {
            return Vec::new();
        };
        let before = session.transport.clone();
        let upshot = answer(session, action, now).unwrap_or_else(|| steer(session, action, now));
        let mut effects = Vec::new();
        if session.transport != before {
            effects.push(Effect::Play(Arc::new(session.transport.clone())));
        }
        match upshot {
            Upshot::Done => {}
            Upshot::Say(text) => effects.extend(self.say(text)),
            Upshot::Finish => return self.finish(),
            Upshot::Restarted(exercise) => {
                self.memory.set_start(&exercise, exercise.start);
                effects.push(Effect::Remember(self.memory.clone()));
            }
        }
        effects.extend(self.write_log(true));
        // The last answer of a session whose time is over ends it: nothing else would.
        if matches!(&self.screen, Screen::Session(session) if session.is_over(now.audible)) {
            effects.extend(self.finish());
        }
        effects
    }
}

/// A key that answers what is asked. `None` where it means what it means without a question.
fn answer(session: &mut Session, action: Action, now: Moment) -> Option<Upshot> {
    match (session.asking, action) {
        (Asking::Intro | Asking::Quit, Action::Quit) => return Some(Upshot::Finish),
        (Asking::Intro, Action::Accept) => session.introduce(false, now.frontier),
        (Asking::Intro, Action::FullDose) => session.introduce(true, now.frontier),
        (Asking::Intro, _) => {}
        (Asking::Reps(_), Action::Accept) => session.accept(),
        (Asking::Reps(_), Action::Less) => session.answer(-1),
        (Asking::Reps(_), Action::More) => session.answer(1),
        (Asking::Reps(_) | Asking::Quit | Asking::Nothing, _) => return None,
    }
    Some(Upshot::Done)
}

/// A key that steers.
fn steer(session: &mut Session, action: Action, now: Moment) -> Upshot {
    let edge = now.frontier;
    match action {
        Action::Go => session.toggle(edge),
        Action::Skip => session.skip(edge),
        Action::EndSet if session.end_set(edge) => {}
        Action::EndSet => return say("There is no set to end here: n skips the wait"),
        Action::Redo if session.redo(edge) => {}
        Action::Redo => return say("There is no set to do again here"),
        Action::MoreRest if session.edit(edge, Edit::MoreRest(MORE_REST)) => {}
        Action::MoreRest => return say("More rest can be added while resting"),
        Action::Defer => return defer(session, edge),
        Action::Broke => return broke(session, now.audible),
        Action::Less => return nudge(session, edge, Edit::Faster(NUDGE)),
        Action::More => return nudge(session, edge, Edit::Slower(NUDGE)),
        Action::OtherStart => {
            let late = || say("The start can be changed before the first rep");
            return session
                .other_start(edge)
                .map_or_else(late, Upshot::Restarted);
        }
        Action::Quit if session.before_first_rep(now.audible) => return Upshot::Finish,
        Action::Quit => {
            session.accept();
            session.asking = Asking::Quit;
        }
        _ => {}
    }
    Upshot::Done
}

fn say(text: &str) -> Upshot {
    Upshot::Say(text.to_owned())
}

/// Puts the exercise that comes next off, and says which one comes now.
fn defer(session: &mut Session, clock: Duration) -> Upshot {
    let next = |session: &Session| {
        let change = session.segment(clock)?;
        change
            .is_change_of_exercise()
            .then(|| session.routine.called(usize::from(change.part)))
    };
    let Some(put_off) = next(session) else {
        return say(
            "Tab puts an exercise off at the wait between two; those of a superset stay together",
        );
    };
    if !session.edit(clock, Edit::Defer) {
        return Upshot::Say(format!(
            "{put_off} is the last one: nothing is left to do first"
        ));
    }
    let now = next(session).unwrap_or_default();
    Upshot::Say(format!("Now {now}; {put_off} comes later"))
}

/// Marks the rep at hand as one in which the tempo broke, or takes the mark back.
fn broke(session: &mut Session, clock: Duration) -> Upshot {
    let here = session.segment(clock).copied();
    let at_work = here.filter(|here| here.kind.is_work() && here.rep > 0);
    let (Some(here), Some(log)) = (at_work, &mut session.log) else {
        return say("In a rep, k notes that its tempo broke");
    };
    let rep = here.rep;
    if log.mark_broken(BoutId::of(&here), rep) {
        Upshot::Say(format!(
            "Noted: the tempo broke in rep {rep}; k takes it back"
        ))
    } else {
        Upshot::Say(format!("Rep {rep} is not marked any more"))
    }
}

/// Nudges the lowering and says what it will be.
fn nudge(session: &mut Session, clock: Duration, edit: Edit) -> Upshot {
    if !session.edit(clock, edit) {
        return say("There is no later rep whose lowering could change");
    }
    let timeline = session.transport.timeline();
    let position = session.transport.position_at(clock);
    let lower = timeline.next_lower(position).unwrap_or_default();
    Upshot::Say(format!(
        "Lowering {} s from the next rep",
        lower.as_secs_f64()
    ))
}
