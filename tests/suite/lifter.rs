//! Somebody at the keyboard of the pure app: keys and the passing of time, without terminal, sound or clock.

use downbeat::app::action::Key;
use downbeat::app::bindings::action;
use downbeat::app::message::{Effect, Message, Moment};
use downbeat::app::picker::Entry;
use downbeat::app::session::Session;
use downbeat::app::summary::Summary;
use downbeat::app::{App, Screen};
use downbeat::store::config::parse;
use downbeat::training::exercise::Exercise;
use downbeat::training::memory::Memory;
use downbeat::training::preset::{Draft, Preset};
use downbeat::training::routine::Routine;
use downbeat::training::timeline::SegmentKind;
use downbeat::training::transport::State;
use downbeat::ui::pacing::{Geometry, Picture};
use ratatui::layout::Rect;
use std::time::Duration;

/// How far what is rendered runs ahead of what is heard in these journeys.
pub(crate) const AHEAD: Duration = Duration::from_millis(80);

/// Somebody at the keyboard.
pub(crate) struct Lifter {
    pub(crate) app: App,
    pub(crate) clock: Duration,
    pub(crate) effects: Vec<Effect>,
}

impl Lifter {
    /// Somebody who knows the program, in front of one preset: 3 × 8 at 4-0-1-0, rest 2:00, lead-in 10 s.
    pub(crate) fn seasoned() -> Self {
        Self::with(Memory {
            introduced: true,
            ..Memory::default()
        })
    }

    pub(crate) fn with(memory: Memory) -> Self {
        Self::before(vec![squat().into()], memory)
    }

    /// Somebody who knows the program, in the lead-in of a preset.
    pub(crate) fn starting(routine: impl Into<Entry>) -> Self {
        let memory = Memory {
            introduced: true,
            ..Memory::default()
        };
        let mut lifter = Self::before(vec![routine.into()], memory);
        lifter.press(" ");
        lifter
    }

    pub(crate) fn before(entries: Vec<Entry>, memory: Memory) -> Self {
        Self {
            app: App::new(entries, memory),
            clock: Duration::from_secs(5),
            effects: Vec::new(),
        }
    }

    pub(crate) fn moment(&self) -> Moment {
        Moment {
            audible: self.clock,
            frontier: self.clock + AHEAD,
        }
    }

    pub(crate) fn send(&mut self, message: Message) -> &mut Self {
        let effects = self.app.update(self.moment(), message);
        self.effects.extend(effects);
        self
    }

    /// Presses keys: characters as they are, `⏎` for Enter, `⎋` for Esc, arrows, `⇥` for Tab, `⌫`, `⌦`, `⌃` before a letter
    /// for Ctrl.
    pub(crate) fn press(&mut self, keys: &str) -> &mut Self {
        let mut letters = keys.chars();
        while let Some(c) = letters.next() {
            let key = match c {
                '⏎' => Key::Enter,
                '⎋' => Key::Esc,
                '↑' => Key::Up,
                '↓' => Key::Down,
                '←' => Key::Left,
                '→' => Key::Right,
                '⇥' => Key::Tab,
                '⌫' => Key::Backspace,
                '⌦' => Key::Delete,
                '⌃' => Key::Ctrl(letters.next().expect("a letter with Ctrl")),
                letter => Key::Char(letter),
            };
            let action = action(self.app.mode(), key);
            self.send(Message::Do(action.unwrap_or_else(|| {
                panic!("{c} means nothing in {:?}", self.app.mode())
            })));
        }
        self
    }

    /// Presses a key that has no letter.
    pub(crate) fn key(&mut self, key: Key) -> &mut Self {
        let action = action(self.app.mode(), key);
        self.send(Message::Do(action.expect("a key that means something")))
    }

    pub(crate) fn wait(&mut self, seconds: f64) -> &mut Self {
        self.clock += Duration::from_secs_f64(seconds);
        self.send(Message::Tick)
    }

    pub(crate) fn session(&self) -> &Session {
        match &self.app.screen {
            Screen::Session(session) => session,
            other => panic!("no session but {other:?}"),
        }
    }

    pub(crate) fn summary(&self) -> &Summary {
        match &self.app.screen {
            Screen::Summary(summary) => summary,
            other => panic!("no summary but {other:?}"),
        }
    }

    /// The picture on a screen of 80 × 24.
    pub(crate) fn picture(&self) -> Picture {
        let geometry = Geometry::of(Rect::new(0, 0, 80, 24));
        downbeat::ui::session::picture(&self.app, self.session(), geometry)
    }

    /// The sentences on it, each in its longest wording.
    pub(crate) fn said(&self) -> Vec<String> {
        let lines = self.picture().lines;
        lines
            .iter()
            .filter_map(|line| line.wordings().first().cloned())
            .collect()
    }

    /// What is going on: kind, set, rep.
    pub(crate) fn now(&self) -> (SegmentKind, u32, u32) {
        let segment = self
            .session()
            .segment(self.clock)
            .expect("something is going on");
        (segment.kind, segment.set, segment.rep)
    }

    /// How many sets were planned for the exercise at hand.
    pub(crate) fn sets(&self) -> u32 {
        let session = self.session();
        let here = session.segment(self.clock).expect("something is going on");
        session.transport.timeline().sets(here)
    }

    pub(crate) fn state(&self) -> State {
        self.session().state(self.clock)
    }
}

pub(crate) fn squat() -> Preset {
    let id = "squat-4-1".parse().unwrap();
    let tempo = "4-0-1-0".parse().unwrap();
    Preset::new(Draft::straight(
        id,
        Exercise::named("Squat"),
        tempo,
        3,
        8,
        Duration::from_secs(120),
    ))
    .unwrap()
}

/// What a settings file says under this id.
pub(crate) fn written(id: &str, settings: &str) -> Routine {
    let (config, problems) = parse(settings);
    assert!(problems.is_empty(), "{problems:?}");
    config.library().find(id).unwrap().clone()
}
