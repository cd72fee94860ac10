//! The keys of questions, wherever those stand.

use super::{Binding, bind};
use crate::app::action::Key::{self, Char};
use crate::app::action::{Action, Stroke};

pub(super) const ABOVE: Binding = bind(&[Key::Up], Action::Up, "previous", "the question above");
pub(super) const BELOW: Binding = bind(
    &[Key::Down, Key::Tab],
    Action::Down,
    "next",
    "the question below",
);
pub(super) const LESS: Binding = bind(
    &[Key::Left, Char('-')],
    Action::Less,
    "less",
    "one less in the answer; a plate less in a load",
);
pub(super) const MORE: Binding = bind(
    &[Key::Right, Char('+'), Char('=')],
    Action::More,
    "more",
    "one more in it; a plate more in a load",
);
pub(super) const CLEAR: Binding = bind(
    &[Key::Delete, Key::Backspace],
    Action::Write(Stroke::Erase),
    "clear",
    "leave the question open",
);
pub(super) const LOAD: Binding = bind(
    &[Char('l')],
    Action::Load,
    "load",
    "write how heavy: 60, 24 per hand, bw+10, band red; digits do, too",
);
pub(super) const NOTE: Binding = bind(&[Char('o')], Action::Note, "note", "write a note");
