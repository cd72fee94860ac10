//! The end of a session, and where it leads back to.

use super::logbook::Over;
use super::message::Effect;
use super::mobility::Around;
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
    /// Ends the session as it stands. Behind it comes its summary, or home where nothing was done; behind a warm-up the
    /// session that waits; behind rolling home, as the session before it was summed up already.
    pub(super) fn finish(&mut self) -> Vec<Effect> {
        let Screen::Session(session) = &mut self.screen else {
            return Vec::new();
        };
        session.accept();
        let (clock, wall) = (self.now.audible, self.wall);
        let entries = session.log_entries(clock, wall, true, Over::Everything);
        let session = session.as_ref().clone();
        let mut effects = vec![Effect::Silence, Effect::Rest];
        effects.extend(self.keep(entries));
        let mut summary = Summary::of(&session, clock);
        summary.may_roll = self.may_roll(&session);
        match session.around {
            Around::WarmUp(planned) => effects.extend(self.begin_planned(*planned)),
            Around::Rolling(summary) => {
                self.screen = Screen::Summary(summary);
                effects.extend(self.go_home());
            }
            _ if summary.is_empty() => effects.extend(self.go_home()),
            _ => self.screen = Screen::Summary(Box::new(summary)),
        }
        effects
    }

    /// Where a session, or any other screen, leads back to.
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
