//! Who gets the keys: what lies over the screen, what is asked on it, or the screen itself.

use super::action::Mode;
use super::picker::Open;
use super::session::Asking;
use super::{App, Overlay, Screen};

impl App {
    /// Who gets the keys.
    pub fn mode(&self) -> Mode {
        match (&self.overlay, &self.screen) {
            (Overlay::Help { .. }, _) => Mode::Help,
            (Overlay::About { .. }, _) => Mode::About,
            (_, Screen::Picker) if self.offer.is_some() => Mode::Resume,
            (_, Screen::Picker) => match self.picker.open {
                Open::Nothing => Mode::Picker,
                Open::Search(_) => Mode::Search,
                Open::Lifting(_) | Open::Following(_) => Mode::Answer,
                Open::Pasted(_) => Mode::Pasted,
            },
            (_, Screen::Summary(_)) => Mode::Summary,
            (_, Screen::Four(_)) => Mode::Four,
            (_, Screen::Settings(settings)) if settings.late.is_some() => Mode::Late,
            (_, Screen::Settings(_)) => Mode::Settings,
            (_, Screen::Practice(practice)) => practice.mode(self.now.audible),
            (_, Screen::Editor(editor)) => editor.mode(),
            (_, Screen::Session(session)) => match session.asking {
                Asking::Intro => Mode::Intro,
                Asking::Reps(_) => Mode::Question,
                Asking::Nothing | Asking::Quit => Mode::Session,
            },
        }
    }
}
