//! Keys in the picker.

use super::action::Action;
use super::editor::change::Change;
use super::message::Effect;
use super::picker::Entry;
use super::{App, Dose, session};
use crate::training::routine::Kind;

impl App {
    pub(super) fn pick(&mut self, action: Action) -> Vec<Effect> {
        let clock = self.now.audible;
        let everything = isize::MAX;
        match action {
            Action::Up => self.picker.step(-1, clock),
            Action::Down => self.picker.step(1, clock),
            Action::First => self.picker.step(-everything, clock),
            Action::Last => self.picker.step(everything, clock),
            Action::OtherStart => return self.start_of_selected(),
            Action::Edit => return self.edit_selected(),
            Action::Duplicate => return self.copy_selected(),
            Action::New => return self.make_new(Kind::Preset),
            Action::NewRoutine => return self.make_new(Kind::Routine),
            Action::Earlier => return self.move_selected(-1),
            Action::Later => return self.move_selected(1),
            Action::Undo => return vec![Effect::Edit(Change::Undo)],
            Action::Quit => return vec![Effect::Quit],
            Action::Go => match self.picker.current().cloned() {
                Some(Entry {
                    routine: Ok(routine),
                    id,
                    ..
                }) => {
                    let chosen = self.as_chosen(&routine);
                    return self.begin(&chosen, &id, Dose::Offered);
                }
                Some(Entry {
                    routine: Err(error),
                    ..
                }) => return self.say(error),
                None => {}
            },
            _ => {}
        }
        Vec::new()
    }

    fn start_of_selected(&mut self) -> Vec<Effect> {
        let clock = self.now.audible;
        let routine = self.picker.current().and_then(Entry::routine);
        let Some(preset) = routine.and_then(|routine| routine.presets().next()) else {
            return Vec::new();
        };
        let exercise = preset.exercise.clone();
        if exercise.name.is_empty() {
            return self.say(
                "No exercise is named here to remember it for: s in the lead-in changes it"
                    .to_owned(),
            );
        }
        let start = session::other(self.memory.start_of(&exercise));
        self.memory.set_start(&exercise, start);
        self.picker.since = clock;
        vec![Effect::Remember(self.memory.clone())]
    }
}
