//! The end of a session, and where it leads back to.

use super::logbook::Over;
use super::message::Effect;
use super::summary::Summary;
use super::{App, Screen};

/// Where a finished session leads back to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Home {
    /// The list of presets.
    #[default]
    Picker,
    /// The shell: the session was begun from the command line.
    Shell,
}

impl App {
    /// Ends the session as it stands: its summary, or home where nothing was done.
    pub(super) fn finish(&mut self) -> Vec<Effect> {
        let Screen::Session(session) = &mut self.screen else {
            return Vec::new();
        };
        session.accept();
        let (clock, wall) = (self.now.audible, self.wall);
        let entries = session.log_entries(clock, wall, true, Over::Everything);
        let summary = Summary::of(session, clock);
        let mut effects = vec![Effect::Silence, Effect::Rest];
        effects.extend(self.keep(entries));
        if summary.is_empty() {
            effects.extend(self.go_home());
        } else {
            self.screen = Screen::Summary(Box::new(summary));
        }
        effects
    }

    pub(super) fn go_home(&mut self) -> Vec<Effect> {
        match self.home {
            Home::Shell => vec![Effect::Quit],
            Home::Picker => {
                self.screen = Screen::Picker;
                self.picker.list(&self.memory);
                self.picker.since = self.now.audible;
                self.picker.touched = self.now.audible;
                Vec::new()
            }
        }
    }
}
