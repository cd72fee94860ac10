//! The summary: what was done, in numbers and as plain text.

use super::action::Action;
use super::ask::Questions;
use super::logbook::Logbook;
use super::message::Effect;
use super::session::Session;
use super::tap::Tapped;
use super::{App, Screen};
use crate::training::journal::Stamp;
use crate::training::length::clock as minutes;
use crate::training::performed::{Bout, Performed};
use crate::training::preset::Preset;
use crate::training::routine::Routine;
use crate::training::tap::Timing;
use std::fmt::Write as _;
use std::time::Duration;

/// What was done of one exercise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exercised {
    /// What was lifted.
    pub name: String,
    /// Reps of each bout that counts, in order: `8 8 7`.
    pub reps: String,
    /// Time under tension.
    pub tension: Duration,
}

impl App {
    /// A key's verb on the summary.
    pub(super) fn look_back(&mut self, action: Action) -> Vec<Effect> {
        if let Some(effects) = self.answer_afterwards(action) {
            return effects;
        }
        match (action, &self.screen) {
            (Action::Copy, Screen::Summary(summary)) => {
                let text = summary.text();
                self.say("Copied, if this terminal lets programs copy".to_owned());
                vec![Effect::Copy(text)]
            }
            (Action::Settings, _) => self.open_settings(),
            (Action::Journal(tab), _) => self.open_journal(tab),
            (Action::Roll, _) => self.roll(),
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
    /// What was done of each exercise of a routine, in the order in which they were begun; empty for a preset alone.
    pub exercises: Vec<Exercised>,
    /// What was done.
    pub performed: Performed,
    /// Reps that were planned, over all sets and sides; where as many as possible were, those that were done.
    pub planned: u32,
    /// Whether any tension in it is of nominal length.
    pub approximate: bool,
    /// What taps at the turn-arounds tell.
    pub timing: Timing,
    /// The last turn-around may be tapped when the set is over already.
    pub(super) tapped: Tapped,
    /// What went into the journal, and may be corrected there.
    pub(super) log: Option<Logbook>,
    /// What is asked afterwards.
    pub questions: Option<Questions>,
    /// Whether rolling is offered behind it.
    pub may_roll: bool,
}

impl Summary {
    /// Sums a session up as it stands at a moment of the clock.
    pub fn of(session: &Session, clock: Duration) -> Self {
        let routine = &session.routine;
        let solo = routine.as_solo();
        let performed = session.performed(clock);
        let planned = session.transport.timeline().all_reps() + performed.open_reps();
        Self {
            name: routine.name.clone(),
            exercise: solo.map_or_else(String::new, |preset| preset.exercise.name.clone()),
            tempo: solo
                .and_then(Preset::tempo)
                .map_or_else(String::new, |tempo| tempo.to_string()),
            exercises: if solo.is_some() {
                Vec::new()
            } else {
                exercised(routine, &performed)
            },
            performed,
            planned,
            approximate: session.transport.timeline().is_tension_approximate(),
            timing: session.timing(),
            tapped: Tapped::of(session, clock),
            questions: session.log.as_ref().and_then(Logbook::afterwards),
            log: session.log.clone(),
            may_roll: false,
        }
    }

    /// A session was changed in the log: if it is this one, nothing more is asked about it here, as the log holds.
    pub(super) fn log_changed(&mut self, session: Stamp) {
        if self
            .log
            .as_ref()
            .is_some_and(|log| log.record.began == session)
        {
            self.log = None;
            self.questions = None;
        }
    }

    /// Whether anything was done.
    pub fn is_empty(&self) -> bool {
        self.performed.reps() == 0 && self.performed.tension().total().is_zero()
    }

    /// Reps of each bout that counts, in order: `8 8 7`.
    pub fn reps(&self) -> String {
        reps(self.performed.kept())
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
            "\n{} · {} of {} reps",
            count(self.performed.sets(), "set"),
            self.performed.reps(),
            self.planned,
        );
        if self.exercises.is_empty() {
            let _ = writeln!(text, " ({})", self.reps());
        } else {
            let _ = writeln!(text);
        }
        for exercise in &self.exercises {
            let _ = writeln!(text, "{}", self.line(exercise));
        }
        let _ = write!(text, "time under tension {}", self.time(tension.total()));
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
        if parts.is_empty() {
            let _ = writeln!(text);
        } else {
            let _ = writeln!(text, " ({})", parts.join(", "));
        }
        for line in self.timing.lines() {
            let _ = writeln!(text, "{line}");
        }
        text
    }

    /// One exercise in a line: `Row · 8 8 7 · 1:36`.
    pub fn line(&self, exercise: &Exercised) -> String {
        let Exercised {
            name,
            reps,
            tension,
        } = exercise;
        if tension.is_zero() {
            format!("{name} · {reps}")
        } else {
            format!("{name} · {reps} · {}", self.time(*tension))
        }
    }
}

/// What was done of each exercise.
fn exercised(routine: &Routine, performed: &Performed) -> Vec<Exercised> {
    let mut parts: Vec<u16> = Vec::new();
    for bout in performed.kept() {
        if !parts.contains(&bout.part) {
            parts.push(bout.part);
        }
    }
    let of = |part: u16| {
        let mine = || performed.kept().filter(move |bout| bout.part == part);
        Exercised {
            name: routine.called(usize::from(part)),
            reps: reps(mine()),
            tension: mine().map(|bout| bout.tension.total()).sum(),
        }
    };
    parts.into_iter().map(of).collect()
}

fn reps<'a>(bouts: impl Iterator<Item = &'a Bout>) -> String {
    let reps: Vec<String> = bouts.map(|bout| bout.done.to_string()).collect();
    reps.join(" ")
}

fn count(number: usize, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}
