//! The keys that answer beside the clock. Those of the session hold, too.

use super::{Binding, bind};
use crate::app::action::Key::{self, Char};
use crate::app::action::{Action, Stroke};

pub(super) const RESTING: &[Binding] = &[
    bind(
        &[Key::Enter],
        Action::Accept,
        "accept",
        "take all answers as they stand",
    ),
    bind(&[Key::Up], Action::Up, "previous", "the answer before"),
    bind(&[Key::Down], Action::Down, "next", "the next answer"),
    bind(
        &[Key::Left],
        Action::Decrease,
        "less",
        "one less in the answer; a plate less in a load",
    ),
    bind(
        &[Key::Right],
        Action::Increase,
        "more",
        "one more in it; a plate more in a load",
    ),
    bind(
        &[Key::Backspace, Key::Delete],
        Action::Write(Stroke::Erase),
        "clear",
        "leave the question open",
    ),
    bind(
        &[Char('l')],
        Action::Load,
        "load",
        "write how heavy: 60, 24 per hand, bw+10, band red; digits do, too",
    ),
    bind(&[Char('o')], Action::Note, "note", "write a note"),
];
