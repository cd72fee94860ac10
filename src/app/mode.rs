//! Who gets the keys: what lies over the screen, what is asked on it, or the screen itself.

use super::action::Mode;
use super::ask::Questions;
use super::picker::Open;
use super::session::Asking;
use super::{App, Overlay, Screen};

impl App {
    /// Who gets the keys.
    pub fn mode(&self) -> Mode {
        match (&self.overlay, &self.screen) {
            (Overlay::Help { .. } | Overlay::Evidence { .. }, _) => Mode::Help,
            (Overlay::About { .. }, _) => Mode::About,
            (_, Screen::Picker) if self.offer.is_some() => Mode::Resume,
            (_, Screen::Picker) => match self.picker.open {
                Open::Nothing => Mode::Picker,
                Open::Search(_) => Mode::Search,
                Open::Lifting(_) | Open::Following(_) => Mode::Answer,
                Open::Pasted(_) => Mode::Pasted,
            },
            (_, _) if self.takes_text() => Mode::Answer,
            (_, Screen::Summary(_)) => Mode::Summary,
            (_, Screen::Journal(journal)) => journal.mode(),
            (_, Screen::Elsewhere(_)) => Mode::Elsewhere,
            (_, Screen::Four(_)) => Mode::Four,
            (_, Screen::Practice(practice)) => practice.mode(self.now.audible),
            (_, Screen::Settings(settings)) if settings.late.is_some() => Mode::Late,
            (_, Screen::Settings(_)) => Mode::Settings,
            (_, Screen::Editor(editor)) => editor.mode(),
            (_, Screen::Session(session)) => match session.asking {
                Asking::Intro => Mode::Intro,
                Asking::Reps(_) => Mode::Question,
                Asking::Nothing if session.offered(self.now.audible).is_some() => Mode::Offered,
                Asking::Nothing if session.is_asked() => Mode::Resting,
                Asking::Nothing | Asking::Quit => Mode::Session,
            },
        }
    }

    /// The questions that the keys are for, wherever they stand.
    pub(super) fn questions(&mut self) -> Option<&mut Questions> {
        match &mut self.screen {
            Screen::Session(session) if session.asking == Asking::Nothing => {
                let asked = session.log.as_mut()?.asked.as_mut()?;
                Some(&mut asked.questions)
            }
            Screen::Summary(summary) => summary.questions.as_mut(),
            Screen::Journal(journal) => journal.questions_mut(),
            Screen::Elsewhere(form) => Some(&mut form.questions),
            _ => None,
        }
    }

    /// The same, to be looked at.
    pub(super) fn asked(&self) -> Option<&Questions> {
        match &self.screen {
            Screen::Session(session) if session.asking == Asking::Nothing => {
                let asked = session.log.as_ref()?.asked.as_ref()?;
                Some(&asked.questions)
            }
            Screen::Summary(summary) => summary.questions.as_ref(),
            Screen::Journal(journal) => journal.questions(),
            Screen::Elsewhere(form) => Some(&form.questions),
            _ => None,
        }
    }

    /// Whether a field of such questions is open.
    fn takes_text(&self) -> bool {
        self.asked().is_some_and(Questions::takes_text)
    }
}
