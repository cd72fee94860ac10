//! What is offered in the lead-in: an easier beginning, less load for a slower tempo, or one small step. One key takes it,
//! another leaves everything as before, and the first rep takes the question away.

use super::Logbook;
use crate::app::action::Action;
use crate::app::message::Effect;
use crate::app::session::{Asking, Session};
use crate::app::{App, Screen};
use crate::training::journal::{Answer, Diary, Stamp};
use crate::training::progress::{Choice, Offer, offer};
use crate::training::readiness::{Subject, advise};
use crate::training::routine::Routine;
use crate::training::timeline::Timeline;
use jiff::civil::Date;
use std::sync::Arc;
use std::time::Duration;

/// An offer for a step of the routine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offered {
    /// The step.
    pub part: u16,
    /// What is offered.
    pub offer: Offer,
    /// Which of its choices is shown.
    pub chosen: usize,
}

impl Offered {
    /// The choice that is shown.
    pub fn choice(&self) -> Option<&Choice> {
        self.offer.choices.get(self.chosen)
    }

    fn turn(&mut self, by: isize) {
        let count = self.offer.choices.len();
        let next = self.chosen.wrapping_add_signed(by);
        self.chosen = if next < count {
            next
        } else {
            self.chosen.min(count.saturating_sub(1))
        };
    }
}

impl Logbook {
    /// Finds what there is to offer, once both the past and the diary are known.
    fn consider(&mut self, routine: &Routine, today: Date, now: Stamp) {
        // Without the past everybody would be new.
        let (Some(diary), Some(_)) = (&self.diary, &self.past) else {
            return;
        };
        let advice = advise(diary, today, now, &Subject::of(routine, diary, today));
        let tier = routine.about.tier;
        let offers = routine.presets().zip(0_u16..).filter_map(|(preset, part)| {
            let past = self.past_of(&preset.exercise.name);
            let offer = offer(preset, tier, past, today, advice.verdict)?;
            let chosen = 0;
            Some(Offered {
                part,
                offer,
                chosen,
            })
        });
        self.offered = offers.collect();
    }
}

impl Session {
    /// What is offered now.
    pub fn offered(&self, clock: Duration) -> Option<&Offered> {
        let log = self.log.as_ref()?;
        let is_open = self.asking == Asking::Nothing && self.before_first_rep(clock);
        log.offered.first().filter(|_| is_open)
    }

    /// Trains as a choice says from the first set on. Returns whether there was still time for it.
    fn take_choice(&mut self, part: u16, choice: &Choice, clock: Duration) -> bool {
        let mut draft = self.routine.draft();
        let Some(step) = draft.steps.get_mut(usize::from(part)) else {
            return false;
        };
        step.preset = choice.apply(&step.preset);
        let Ok(routine) = Routine::new(draft) else {
            return false;
        };
        let calling = self.transport.timeline().calling();
        let timeline = Timeline::called(&routine, &self.before, calling);
        if routine != self.routine && !self.transport.exchange(clock, &timeline) {
            return false;
        }
        self.routine = routine;
        true
    }
}

impl App {
    /// The diary is known: something may be offered.
    pub(in crate::app) fn diary_for_session(&mut self, diary: &Diary) {
        let (today, wall) = (self.today, self.wall);
        if let Screen::Session(session) = &mut self.screen {
            let routine = session.routine.clone();
            if let Some(log) = &mut session.log {
                log.diary = Some(diary.clone());
                log.consider(&routine, today, wall);
            }
        }
    }

    /// A key that answers an offer; `None` where there is none, or the key is for somebody else.
    pub(in crate::app) fn answer_offer(&mut self, action: Action) -> Option<Vec<Effect>> {
        let now = self.now;
        let Screen::Session(session) = &mut self.screen else {
            return None;
        };
        let offered = session.offered(now.audible)?.clone();
        let log = session.log.as_mut()?;
        match action {
            Action::Increase | Action::Decrease => {
                let by = if action == Action::Increase { 1 } else { -1 };
                log.offered.first_mut()?.turn(by);
                Some(Vec::new())
            }
            Action::AsBefore => {
                log.offered.remove(0);
                Some(self.say("As before".to_owned()))
            }
            Action::Accept => {
                let choice = offered.choice()?;
                log.offered.remove(0);
                if !session.take_choice(offered.part, choice, now.frontier) {
                    let late = "The first rep is too near: it stays as it was";
                    return Some(self.say(late.to_owned()));
                }
                if let (Some(load), Some(log)) = (&choice.load, &mut session.log) {
                    log.set_load(offered.part, Answer::Given(load.clone()));
                }
                let play = Effect::Play(Arc::new(session.transport.clone()));
                let words = match &choice.load {
                    Some(load) if !choice.words.contains(&load.to_string()) => {
                        format!("{} with {load}", choice.words)
                    }
                    _ => choice.words.clone(),
                };
                self.say(format!("Taken: {words}"));
                Some(vec![play])
            }
            _ => None,
        }
    }
}
