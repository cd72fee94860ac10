//! How much later than the device says its sound is heard: a click a second and a picture of it, to be moved until the two
//! fall together.

use super::Chosen;
use super::row::OFFSET_STEP_MS;
use crate::app::action::Action;
use crate::app::heard::{Cues, Heard};
use crate::app::hearing::{AHEAD, Hearing};
use crate::app::message::{Effect, Moment};
use crate::app::{App, Screen};
use crate::training::exercise::Exercise;
use crate::training::prescription::{Pacing, Prescription, Rest, Scheme};
use crate::training::preset::{Draft, Gate, Preset};
use crate::training::timeline::Timeline;
use std::time::Duration;

/// The offset is no more than this either way.
pub const MOST_LATE_MS: i32 = 500;
/// Milliseconds between two offsets for who is in a hurry.
const LEAP_MS: i32 = 50;
/// From one click to the next.
const BEAT: Duration = Duration::from_secs(1);
/// Clicks until it begins anew: nobody needs as many.
const CLICKS: u32 = 600;

/// The offset, being found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Late {
    hearing: Hearing,
    /// What it was before.
    pub(super) before_ms: i32,
}

impl Late {
    /// How long ago the last click was heard; `None` before the first.
    pub fn since_click(&self, clock: Duration) -> Option<Duration> {
        let at = self.hearing.at(clock).filter(|at| !at.is_zero())?;
        let nanos = at.as_nanos() % BEAT.as_nanos();
        u64::try_from(nanos).ok().map(Duration::from_nanos)
    }

    /// Time has passed: behind the last click comes the first.
    pub(super) fn go_on(&mut self, now: Moment) -> Vec<Effect> {
        let is_over = self
            .hearing
            .until()
            .is_some_and(|until| until <= now.audible);
        if is_over { self.begin(now) } else { Vec::new() }
    }

    fn begin(&mut self, now: Moment) -> Vec<Effect> {
        match clicks() {
            Some(clicks) => {
                let all = Duration::ZERO..clicks.total();
                self.hearing.play(clicks, all, now.frontier)
            }
            None => Vec::new(),
        }
    }
}

fn clicks() -> Option<Timeline> {
    let work = Prescription {
        sets: 1,
        reps: vec![Scheme::exactly(CLICKS)],
        pacing: Pacing::Strokes(BEAT),
        lockout: Gate::Open,
        rest: Rest::Between(Duration::ZERO),
    };
    let mut draft = Draft::new("clicks".parse().ok()?, Exercise::unnamed(), work);
    draft.lead_in = AHEAD;
    Some(Timeline::plan(&Preset::new(draft).ok()?))
}

/// An offset so many steps further, within its limits.
pub(super) fn stepped(offset_ms: i32, by: isize, step_ms: i32) -> i32 {
    let step_ms = if by < 0 { -step_ms } else { step_ms };
    offset_ms
        .saturating_add(step_ms)
        .clamp(-MOST_LATE_MS, MOST_LATE_MS)
}

impl App {
    /// Opens the screen on which the offset is found. Only clicks are heard there, however soft somebody likes them.
    pub(super) fn open_late(&mut self) -> Vec<Effect> {
        let (now, before_ms) = (self.now, self.offset_ms);
        let Screen::Settings(settings) = &mut self.screen else {
            return Vec::new();
        };
        let mut effects = settings.hearing.end();
        let hearing = Hearing::default();
        let late = settings.late.insert(Late { hearing, before_ms });
        effects.push(Effect::Heard(Heard::full(Cues::Classic)));
        effects.extend(late.begin(now));
        effects
    }

    /// A key's verb on that screen.
    pub(super) fn while_late(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::Less => self.move_late(-1, OFFSET_STEP_MS),
            Action::More => self.move_late(1, OFFSET_STEP_MS),
            Action::Down => self.move_late(-1, LEAP_MS),
            Action::Up => self.move_late(1, LEAP_MS),
            Action::Accept => {
                let mut effects = self.close_late(|_, now| now);
                effects.extend(self.keep_settings());
                effects
            }
            Action::Leave | Action::Quit => self.close_late(|before, _| before),
            _ => Vec::new(),
        }
    }

    fn move_late(&mut self, by: isize, step_ms: i32) -> Vec<Effect> {
        let offset_ms = stepped(self.offset_ms, by, step_ms);
        self.choose(Chosen {
            offset_ms,
            ..self.chosen()
        })
    }

    /// Back to the rows, with the offset that was there before or the one that was found.
    fn close_late(&mut self, which: impl FnOnce(i32, i32) -> i32) -> Vec<Effect> {
        let Screen::Settings(settings) = &mut self.screen else {
            return Vec::new();
        };
        let Some(mut late) = settings.late.take() else {
            return Vec::new();
        };
        let mut effects = late.hearing.end();
        effects.push(Effect::Heard(self.heard));
        let offset_ms = which(late.before_ms, self.offset_ms);
        effects.extend(self.choose(Chosen {
            offset_ms,
            ..self.chosen()
        }));
        effects
    }
}
