//! The keys of the editor.

use super::{Binding, bind};
use crate::app::action::Action;
use crate::app::action::Key::{self, Char, Ctrl};

/// The rows of an entry that is being edited. Digits, and what else a value begins with, open the row's field.
pub(super) const FORM: &[Binding] = &[
    bind(
        &[Key::Down, Key::Tab],
        Action::Down,
        "next",
        "the row below",
    ),
    bind(
        &[Key::Up, Key::BackTab],
        Action::Up,
        "previous",
        "the row above",
    ),
    bind(
        &[Char('-'), Key::Left],
        Action::Less,
        "less",
        "less, or the choice before; a digit begins to type",
    ),
    bind(
        &[Char('+'), Char('='), Key::Right],
        Action::More,
        "more",
        "more, or the next choice",
    ),
    bind(
        &[Key::Enter],
        Action::Accept,
        "type",
        "open the row to type in it, or do what it says",
    ),
    bind(
        &[Char(' ')],
        Action::Hear,
        "hear",
        "hear one rep as it stands",
    ),
    bind(
        &[Ctrl('s')],
        Action::Save,
        "save",
        "save; the row Save does the same",
    ),
    bind(
        &[Char('u'), Ctrl('u')],
        Action::Undo,
        "undo",
        "take the last change back",
    ),
    bind(
        &[Char('r'), Ctrl('r')],
        Action::Again,
        "redo",
        "make it again",
    ),
    bind(
        &[Char('<')],
        Action::Earlier,
        "earlier",
        "in a routine: this exercise before its neighbour",
    ),
    bind(
        &[Char('>')],
        Action::Later,
        "later",
        "in a routine: this exercise behind its neighbour",
    ),
    bind(
        &[Key::Delete, Key::Backspace],
        Action::Remove,
        "remove",
        "in a routine: take this exercise out",
    ),
    bind(
        &[Key::Home, Key::PageUp],
        Action::First,
        "first",
        "the first row",
    ),
    bind(
        &[Key::End, Key::PageDown],
        Action::Last,
        "last",
        "the last row",
    ),
    bind(
        &[Key::Esc, Char('q')],
        Action::Leave,
        "back",
        "go back; changes are asked about",
    ),
];

/// An open text field of such a row.
pub(super) const LINE: &[Binding] = &[
    bind(&[Key::Enter], Action::Accept, "next", "take it and go on"),
    bind(
        &[Key::Down, Key::Tab],
        Action::Down,
        "below",
        "go to the row below",
    ),
    bind(
        &[Key::Up, Key::BackTab],
        Action::Up,
        "previous",
        "take it and go to the row above",
    ),
    bind(&[Key::Esc], Action::Leave, "done", "take it and stay there"),
    bind(
        &[Ctrl('p')],
        Action::Hear,
        "hear",
        "hear one rep as it stands",
    ),
    bind(&[Ctrl('s')], Action::Save, "save", "save"),
    bind(
        &[Ctrl('u')],
        Action::Undo,
        "undo",
        "take the last change back",
    ),
    bind(&[Ctrl('r')], Action::Again, "redo", "make it again"),
];

/// The question whether changes are to be kept.
pub(super) const LEAVING: &[Binding] = &[
    bind(&[Key::Enter], Action::Accept, "save", "keep the changes"),
    bind(
        &[Char('d')],
        Action::Discard,
        "discard",
        "let the changes go",
    ),
];

/// The question what to do about a file that could not be written.
pub(super) const CONFLICT: &[Binding] = &[
    bind(
        &[Char('r')],
        Action::Reload,
        "reload",
        "read the file anew; what you wrote stays here",
    ),
    bind(
        &[Char('b')],
        Action::Beside,
        "save beside",
        "write it into a file beside the other one",
    ),
];

/// What a number, a length or a tempo begins with. No capital letter: a split escape sequence may end in one.
pub(super) fn begins_value(letter: char) -> bool {
    letter.is_ascii_digit() || matches!(letter, 'x' | 'a' | '@' | ':' | '.')
}
