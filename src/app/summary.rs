//! The summary: what was done, in numbers and as plain text.

use super::action::Action;
use super::message::Effect;
use super::session::Session;
use super::{App, Screen};
use crate::training::length::clock as minutes;
use crate::training::performed::Performed;
use crate::training::preset::Preset;
use std::fmt::Write as _;
use std::time::Duration;

impl App {
    /// A key's verb on the summary.
    pub(super) fn look_back(&mut self, action: Action) -> Vec<Effect> {
        match (action, &self.screen) {
            (Action::Copy, Screen::Summary(summary)) => {
                let text = summary.text();
                self.say("Copied, if this terminal lets programs copy".to_owned());
                vec![Effect::Copy(text)]
            }
            (Action::Go, _) => self.go_home(),
            (Action::Quit, _) => vec![Effect::Quit],
            _ => Vec::new(),
        }
    }
}

/// What was done in a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summary {
    /// The name of the preset.
    pub name: String,
    /// What was lifted; empty where nobody said.
    pub exercise: String,
    /// The tempo, or nothing where it varied.
    pub tempo: String,
    /// What was done.
    pub performed: Performed,
    /// Reps that were planned, over all sets and sides.
    pub planned: u32,
    /// Whether any length in it is nominal.
    pub approximate: bool,
}

impl Summary {
    /// Sums a session up as it stands at a moment of the clock.
    pub fn of(session: &Session, clock: Duration) -> Self {
        let routine = &session.routine;
        let solo = routine.as_solo();
        Self {
            name: routine.name.clone(),
            exercise: solo.map_or_else(String::new, |preset| preset.exercise.name.clone()),
            tempo: solo
                .and_then(Preset::tempo)
                .map_or_else(String::new, |tempo| tempo.to_string()),
            performed: session.performed(clock),
            planned: session.transport.timeline().all_reps(),
            approximate: session.transport.timeline().is_approximate(),
        }
    }

    /// Whether anything was done.
    pub fn is_empty(&self) -> bool {
        self.performed.reps() == 0 && self.performed.tension().total().is_zero()
    }

    /// Reps of each bout that counts, in order: `8 8 7`.
    pub fn reps(&self) -> String {
        let reps: Vec<String> = self
            .performed
            .kept()
            .map(|bout| bout.done.to_string())
            .collect();
        reps.join(" ")
    }

    /// `3 sets: 8 8 7`.
    pub fn sets(&self) -> String {
        format!("{}: {}", count(self.performed.sets(), "set"), self.reps())
    }

    /// A duration, marked where it contains nominal lengths: `~1:36`.
    pub fn time(&self, length: Duration) -> String {
        format!(
            "{}{}",
            if self.approximate { "~" } else { "" },
            minutes(length)
        )
    }

    /// The summary as plain text, ending with a line break.
    pub fn text(&self) -> String {
        let tension = self.performed.tension();
        let mut text = self.name.clone();
        for part in [&self.exercise, &self.tempo]
            .into_iter()
            .filter(|part| !part.is_empty() && **part != self.name)
        {
            let _ = write!(text, " · {part}");
        }
        let _ = write!(
            text,
            "\n{} · {} of {} reps ({})\ntime under tension {}",
            count(self.performed.sets(), "set"),
            self.performed.reps(),
            self.planned,
            self.reps(),
            self.time(tension.total()),
        );
        let parts = [
            (tension.eccentric, "eccentric"),
            (tension.concentric, "concentric"),
            (tension.isometric, "isometric"),
        ];
        let parts: Vec<String> = parts
            .into_iter()
            .filter(|(length, _)| !length.is_zero())
            .map(|(length, name)| format!("{} {name}", self.time(length)))
            .collect();
        let _ = writeln!(text, " ({})", parts.join(", "));
        text
    }
}

fn count(number: usize, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}
