//! The one table that binds keys to verbs.
//!
//! What a key does, the footer and the help screen are all read from it. Esc and the brackets are bound to nothing that
//! could do harm, because a split escape sequence looks like them.

mod answers;
mod asked;
mod editing;
mod journal;
mod log;
mod practice;
mod session;
mod setting;
mod tables;

use super::action::{Action, Key, Mode, Stroke};

/// Keys that mean the same verb in one mode. The first key is the one that is shown.
#[derive(Debug, Clone, Copy)]
pub struct Binding {
    /// The keys.
    pub keys: &'static [Key],
    /// What they mean.
    pub action: Action,
    /// One or two words for the footer.
    pub hint: &'static str,
    /// A phrase for the help.
    pub help: &'static str,
}

const fn bind(
    keys: &'static [Key],
    action: Action,
    hint: &'static str,
    help: &'static str,
) -> Binding {
    Binding {
        keys,
        action,
        hint,
        help,
    }
}

use Key::{Char, Ctrl};
use asked::{INTRO, QUESTION, RESUME};
use editing::{CONFLICT, FORM, LEAVING, LINE, begins_value};
use journal::{FUEL, TODAY, TRENDS};
use log::{CORRECT, ELSEWHERE, LOG};
use practice::{BLIND, DOOR, FELT, PRACTICE};
use session::{OFFERED, RESTING, SESSION, SUMMARY};
use setting::{LATE, SETTINGS};
use tables::{ABOUT, EVERYWHERE, FOUR, PASTED, PICKER, SEARCH};

/// A mode's own bindings.
pub fn bindings(mode: Mode) -> &'static [Binding] {
    match mode {
        Mode::Picker => PICKER,
        Mode::Form => FORM,
        Mode::Line => LINE,
        Mode::Leaving => LEAVING,
        Mode::Conflict => CONFLICT,
        Mode::Search | Mode::Answer => SEARCH,
        Mode::Pasted => PASTED,
        Mode::About => ABOUT,
        Mode::Session => SESSION,
        Mode::Offered => OFFERED,
        Mode::Resting => RESTING,
        Mode::Today => TODAY,
        Mode::Log => LOG,
        Mode::Correct => CORRECT,
        Mode::Elsewhere => ELSEWHERE,
        Mode::Trends => TRENDS,
        Mode::Fuel => FUEL,
        Mode::Intro => INTRO,
        Mode::Question => QUESTION,
        Mode::Resume => RESUME,
        Mode::Summary => SUMMARY,
        Mode::Four => FOUR,
        Mode::Door => DOOR,
        Mode::Practice => PRACTICE,
        Mode::Blind => BLIND,
        Mode::Felt => FELT,
        Mode::Settings => SETTINGS,
        Mode::Late => LATE,
        Mode::Help => &[],
    }
}

/// The bindings that hold on every screen, where a mode has no other meaning for the key.
pub fn everywhere() -> &'static [Binding] {
    EVERYWHERE
}

fn all(mode: Mode) -> impl Iterator<Item = &'static Binding> {
    let (then, behind) = match mode {
        // What a session's keys mean holds while something is asked beside its clock.
        Mode::Offered => (RESTING, SESSION),
        Mode::Resting => (SESSION, &[][..]),
        // The day can be changed besides.
        Mode::Elsewhere => (CORRECT, &[][..]),
        Mode::Today | Mode::Log | Mode::Trends | Mode::Fuel => (journal::TABS, &[][..]),
        _ => (&[][..], &[][..]),
    };
    let own = bindings(mode).iter();
    own.chain(then).chain(behind).chain(EVERYWHERE)
}

/// What a key means in a mode.
pub fn action(mode: Mode, key: Key) -> Option<Action> {
    match mode {
        Mode::Help => return Some(in_help(key)),
        Mode::Resume => return at_the_offer(key),
        _ => {}
    }
    if mode.takes_text() {
        return in_field(mode, key);
    }
    match (mode, key) {
        (_, Char(digit)) if mode.takes_digits() && digit.is_ascii_digit() => {
            Some(Action::Write(Stroke::Insert(digit)))
        }
        (Mode::Form, Char(letter)) if begins_value(letter) => {
            Some(Action::Write(Stroke::Insert(letter)))
        }
        (Mode::Leaving | Mode::Conflict, _) => Some(in_question(mode, key)),
        _ => all(mode)
            .find(|binding| binding.keys.contains(&key))
            .map(|binding| binding.action),
    }
}

/// A question is answered by its own keys; any other lets it be.
fn in_question(mode: Mode, key: Key) -> Action {
    let bound = |of: &[Binding]| {
        let binding = of.iter().find(|binding| binding.keys.contains(&key))?;
        Some(binding.action)
    };
    let everywhere = || bound(EVERYWHERE).filter(|_| matches!(key, Ctrl(_)));
    bound(bindings(mode))
        .or_else(everywhere)
        .unwrap_or(Action::Other)
}

/// In a text field letters are text; what is bound everywhere needs Ctrl there.
fn in_field(mode: Mode, key: Key) -> Option<Action> {
    let bound = |of: &[Binding]| {
        let binding = of.iter().find(|binding| binding.keys.contains(&key))?;
        Some(binding.action)
    };
    let stroke = match key {
        Char(letter) => Some(Stroke::Insert(letter)),
        Key::Backspace => Some(Stroke::Erase),
        Key::Delete => Some(Stroke::EraseNext),
        Ctrl('w') => Some(Stroke::EraseWord),
        Ctrl('u') => Some(Stroke::Clear),
        Key::Left => Some(Stroke::Left),
        Key::Right => Some(Stroke::Right),
        Key::Home | Ctrl('a') => Some(Stroke::Home),
        Key::End | Ctrl('e') => Some(Stroke::End),
        _ => None,
    };
    let everywhere = || bound(EVERYWHERE).filter(|_| matches!(key, Ctrl(_)));
    bound(bindings(mode))
        .or_else(|| stroke.map(Action::Write))
        .or_else(everywhere)
}

/// Any key turns the page of the help, so that nobody who looks something up changes anything.
fn in_help(key: Key) -> Action {
    match key {
        Key::Esc | Char('q') => Action::Close,
        Ctrl(_) => all(Mode::Help)
            .find(|binding| binding.keys.contains(&key))
            .map_or(Action::Turn, |binding| binding.action),
        _ => Action::Turn,
    }
}

/// Every key but those that look like a part of an escape sequence answers the offer to go on.
fn at_the_offer(key: Key) -> Option<Action> {
    let bound = |bindings: &[Binding]| {
        let found = bindings
            .iter()
            .find(|binding| binding.keys.contains(&key))?;
        Some(found.action)
    };
    match key {
        Key::Esc | Char('[' | ']' | 'A' | 'O') => None,
        Ctrl(_) => bound(EVERYWHERE),
        _ => bound(RESUME).or(Some(Action::Close)),
    }
}

/// The binding behind a verb in a mode, for a footer.
pub fn binding(mode: Mode, action: Action) -> Option<&'static Binding> {
    all(mode).find(|binding| binding.action == action)
}
