//! The keys of the log, and of the forms in which an entry is corrected or written.

use super::answers::{ABOVE, BELOW, CLEAR, LESS, LOAD, MORE, NOTE};
use super::{Binding, bind};
use crate::app::action::Action;
use crate::app::action::Key::{self, Char};

pub(super) const LOG: &[Binding] = &[
    bind(
        &[Key::Up, Char('k'), Key::PageUp],
        Action::Up,
        "previous",
        "the entry above",
    ),
    bind(
        &[Key::Down, Char('j'), Key::PageDown],
        Action::Down,
        "next",
        "the entry below",
    ),
    bind(
        &[Key::Home, Char('g')],
        Action::First,
        "latest",
        "the first entry",
    ),
    bind(
        &[Key::End, Char('G')],
        Action::Last,
        "last",
        "the last entry that was read",
    ),
    bind(
        &[Key::Enter, Char(' ')],
        Action::Accept,
        "open",
        "open the session; on one of its lines, correct it",
    ),
    bind(
        &[Char('e')],
        Action::Edit,
        "correct",
        "correct the session, or the set under the cursor",
    ),
    bind(
        &[Key::Delete, Char('D')],
        Action::Remove,
        "take away",
        "take it away; a session goes with its sets",
    ),
    bind(
        &[Char('u')],
        Action::Undo,
        "bring back",
        "bring back what was taken away last",
    ),
    bind(
        &[Char('n')],
        Action::New,
        "add",
        "log a session late: what is under the cursor in the list",
    ),
];

pub(super) const CORRECT: &[Binding] = &[
    bind(
        &[Key::Enter],
        Action::Accept,
        "keep",
        "keep all answers as they stand",
    ),
    bind(
        &[Key::Esc, Char('q')],
        Action::Leave,
        "leave",
        "leave everything as it was",
    ),
    ABOVE,
    BELOW,
    LESS,
    MORE,
    CLEAR,
    LOAD,
    NOTE,
];

/// Besides those of a correction.
pub(super) const ELSEWHERE: &[Binding] = &[
    bind(
        &[Char('<')],
        Action::Earlier,
        "day before",
        "it was done a day earlier",
    ),
    bind(
        &[Char('>')],
        Action::Later,
        "day after",
        "it was done a day later",
    ),
];
