//! Keys in the picker.

use super::action::Action;
use super::message::Effect;
use super::picker::Entry;
use super::{App, Dose, session};

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
            Action::Quit => return vec![Effect::Quit],
            Action::Go => match self.picker.current().cloned() {
                Some(Entry::Ready(preset)) => {
                    let chosen = self.as_chosen(&preset);
                    return self.begin(&chosen, preset.id.as_str(), Dose::Offered);
                }
                Some(Entry::Broken { error, .. }) => return self.say(error),
                None => {}
            },
            _ => {}
        }
        Vec::new()
    }

    fn start_of_selected(&mut self) -> Vec<Effect> {
        let clock = self.now.audible;
        let Some(preset) = self.picker.current().and_then(Entry::preset) else {
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
