//! The keys of the settings.

use super::{Binding, bind};
use crate::app::action::Action;
use crate::app::action::Key::{self, Char};

/// What opens them, from the list and from a summary.
pub(super) const OPEN: Binding = bind(
    &[Char(',')],
    Action::Settings,
    "settings",
    "settings: what is heard, counted and seen",
);

/// The rows.
pub(super) const SETTINGS: &[Binding] = &[
    bind(
        &[Key::Up, Char('k'), Key::BackTab],
        Action::Up,
        "previous",
        "the row above",
    ),
    bind(
        &[Key::Down, Char('j'), Key::Tab],
        Action::Down,
        "next",
        "the row below",
    ),
    bind(
        &[Key::Left, Char('-'), Char('<')],
        Action::Less,
        "less",
        "softer, or the choice before; it holds at once",
    ),
    bind(
        &[Key::Right, Char('+'), Char('='), Char('>')],
        Action::More,
        "more",
        "louder, or the next choice; it holds at once",
    ),
    bind(
        &[Char(' ')],
        Action::Hear,
        "hear",
        "hear or see what the row is about; again stops it",
    ),
    bind(
        &[Key::Enter],
        Action::Accept,
        "hear",
        "the same; for the offset, find it by ear",
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
        &[Key::Esc, Char('q'), Char(',')],
        Action::Leave,
        "back",
        "go back; what was changed is kept in config.toml",
    ),
];

/// The offset, being found.
pub(super) const LATE: &[Binding] = &[
    bind(
        &[Key::Left, Char('-'), Char('<')],
        Action::Less,
        "sooner",
        "the screen ten milliseconds sooner",
    ),
    bind(
        &[Key::Right, Char('+'), Char('='), Char('>')],
        Action::More,
        "later",
        "the screen ten milliseconds later",
    ),
    bind(
        &[Key::Up],
        Action::Up,
        "much later",
        "fifty milliseconds later",
    ),
    bind(
        &[Key::Down],
        Action::Down,
        "much sooner",
        "fifty milliseconds sooner",
    ),
    bind(
        &[Key::Enter, Char(' ')],
        Action::Accept,
        "keep",
        "keep it in config.toml",
    ),
    bind(
        &[Key::Esc, Char('q')],
        Action::Leave,
        "back",
        "go back to what it was before",
    ),
];
