//! Going on with a session that was left in the middle: what is noted while it is under way, and the offer to go on.

use super::message::Effect;
use super::session::{Session, easy};
use super::{App, Screen};
use crate::training::memory::{Interrupted, reps};
use crate::training::routine::Routine;
use crate::training::timeline::Timeline;

/// The offer to go on with a session. It stands until a key takes it, or another one forgets it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// What was being trained.
    pub routine: Routine,
    /// How far it was done.
    pub left: Interrupted,
}

impl Offer {
    /// Where it would go on: `exercise 2, set 2`.
    pub fn place(&self) -> String {
        let timeline = Timeline::resumed(&self.routine, &self.left.done);
        let next = timeline.segments().iter().find(|segment| segment.set > 0);
        let (step, set) = next.map_or((0, 0), |next| (next.part + 1, next.set));
        if self.routine.as_solo().is_some() {
            format!("set {set}")
        } else {
            format!("exercise {step}, set {set}")
        }
    }
}

impl App {
    /// Offers to go on with what was left in the middle, if this is it and it was left on the same day: `routine` is what its
    /// word means today. What cannot be gone on with is forgotten with the next thing that is remembered.
    pub fn offer_to_resume(&mut self, routine: Option<&Routine>, now: u64) {
        let Some(left) = self.memory.interrupted.take() else {
            return;
        };
        let Some(routine) = routine.filter(|_| left.is_recent(now)) else {
            return;
        };
        let easy = easy(routine);
        let same = std::iter::once(routine.clone())
            .chain(easy)
            .find(|routine| left.fits(routine));
        if let Some(routine) = same {
            self.memory.interrupted = Some(left.clone());
            let left = *left;
            self.offer = Some(Offer { routine, left });
        }
    }

    /// Goes on with what was offered.
    pub(super) fn resume(&mut self) -> Vec<Effect> {
        let Some(Offer { routine, left }) = self.offer.take() else {
            return Vec::new();
        };
        self.memory.started(&left.word);
        let routine = self.as_chosen(&routine);
        let mut session = Session::resume(routine, left.done, self.calling, self.now.frontier);
        session.word = Some(left.word);
        session.around = self.around(&session.routine);
        let mut effects = self.enter(session);
        effects.push(Effect::Remember(self.memory.clone()));
        effects.extend(self.open_logbook());
        effects
    }

    /// Nobody wants to go on with it.
    pub(super) fn forget(&mut self) -> Vec<Effect> {
        self.offer = None;
        self.memory.interrupted = None;
        vec![Effect::Remember(self.memory.clone())]
    }

    /// Notes how far the session is, whenever another set has ended: a crash loses no more than the set at hand. Once
    /// everything is done there is nothing to go on with.
    pub(super) fn note_progress(&mut self) -> Vec<Effect> {
        let Screen::Session(session) = &self.screen else {
            return Vec::new();
        };
        // What was pasted and not saved cannot be asked for again.
        let Some(word) = &session.word else {
            return Vec::new();
        };
        let done = session.sets_done(self.now.audible);
        let of: Vec<u32> = session
            .routine
            .presets()
            .map(|preset| preset.work.sets)
            .collect();
        let left = done.iter().zip(&of).any(|(done, of)| done < of);
        let begun = done.iter().any(|done| *done > 0);
        let known = self.memory.interrupted.as_ref().map(|known| &known.done);
        if known == (left && begun).then_some(&done) {
            return Vec::new();
        }
        let interrupted = || Interrupted {
            word: word.clone(),
            reps: reps(&session.routine),
            done,
            of,
            at: 0,
        };
        self.memory.interrupted = (left && begun).then(|| Box::new(interrupted()));
        vec![Effect::Remember(self.memory.clone())]
    }
}
