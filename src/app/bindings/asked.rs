//! The keys that answer questions.

use super::{Binding, bind};
use crate::app::action::Action;
use crate::app::action::Key::{self, Char};

pub(super) const INTRO: &[Binding] = &[
    bind(
        &[Key::Enter, Char(' '), Key::PageDown],
        Action::Accept,
        "begin",
        "begin with the easy dose",
    ),
    bind(
        &[Char('3')],
        Action::FullDose,
        "full dose",
        "begin with everything that the preset says",
    ),
];

pub(super) const QUESTION: &[Binding] = &[
    bind(
        &[Key::Enter, Char(' '), Key::PageDown],
        Action::Accept,
        "accept",
        "take the number that is shown",
    ),
    bind(
        &[Char('<'), Key::Left, Key::Down, Char('-')],
        Action::Less,
        "fewer",
        "one rep fewer was done",
    ),
    bind(
        &[Char('>'), Key::Right, Key::Up, Char('+'), Char('=')],
        Action::More,
        "more",
        "one rep more was done",
    ),
    bind(
        &[Char('n')],
        Action::Skip,
        "skip",
        "take the number and skip the rest",
    ),
    bind(
        &[Char('r'), Key::PageUp],
        Action::Redo,
        "redo set",
        "do the set again",
    ),
];

/// Any other key forgets it.
pub(super) const RESUME: &[Binding] = &[bind(
    &[Key::Enter, Char(' '), Key::PageDown],
    Action::Accept,
    "resume",
    "go on with the session that was left",
)];
