//! From a terminal's key event to the app's verb. The bindings themselves are [`crate::app::action`]'s.

use crate::app::action::{Action, Key, Mode};
use crate::app::bindings::action;
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// What a key event means in a mode.
pub fn action_of(mode: Mode, event: KeyEvent) -> Option<Action> {
    action(mode, key(event)?)
}

/// The key behind an event; `None` for keys and chords that mean nothing here, such as Alt with a letter: that is also
/// what an escape sequence looks like when it arrives in pieces.
fn key(event: KeyEvent) -> Option<Key> {
    let chord = event.modifiers.difference(KeyModifiers::SHIFT);
    match event.code {
        KeyCode::Char(c) if chord == KeyModifiers::CONTROL => {
            Some(Key::Ctrl(c.to_ascii_lowercase()))
        }
        _ if !chord.is_empty() => None,
        KeyCode::Char(c) => Some(Key::Char(c)),
        KeyCode::Enter => Some(Key::Enter),
        KeyCode::Esc => Some(Key::Esc),
        KeyCode::Tab => Some(Key::Tab),
        KeyCode::BackTab => Some(Key::BackTab),
        KeyCode::Backspace => Some(Key::Backspace),
        KeyCode::Delete => Some(Key::Delete),
        KeyCode::Up => Some(Key::Up),
        KeyCode::Down => Some(Key::Down),
        KeyCode::Left => Some(Key::Left),
        KeyCode::Right => Some(Key::Right),
        KeyCode::PageUp => Some(Key::PageUp),
        KeyCode::PageDown => Some(Key::PageDown),
        KeyCode::Home => Some(Key::Home),
        KeyCode::End => Some(Key::End),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_with_alt_is_no_command() {
        let alt_q = KeyEvent::new(KeyCode::Char('q'), KeyModifiers::ALT);
        assert_eq!(action_of(Mode::Session, alt_q), None);
    }

    #[test]
    fn ctrl_c_stops_in_every_mode() {
        let ctrl_c = KeyEvent::new(KeyCode::Char('c'), KeyModifiers::CONTROL);
        for mode in [
            Mode::Picker,
            Mode::Session,
            Mode::Intro,
            Mode::Question,
            Mode::Resume,
            Mode::Summary,
            Mode::Help,
        ] {
            assert_eq!(action_of(mode, ctrl_c), Some(Action::Interrupt));
        }
    }

    #[test]
    fn a_split_escape_sequence_does_no_harm_in_any_mode() {
        for mode in [
            Mode::Picker,
            Mode::Session,
            Mode::Intro,
            Mode::Question,
            Mode::Resume,
            Mode::Summary,
        ] {
            for code in [
                KeyCode::Esc,
                KeyCode::Char('['),
                KeyCode::Char(']'),
                KeyCode::Char('A'),
                KeyCode::Char('O'),
            ] {
                assert_eq!(
                    action_of(mode, KeyEvent::new(code, KeyModifiers::NONE)),
                    None,
                    "{mode:?} {code:?}"
                );
            }
        }
    }
}
