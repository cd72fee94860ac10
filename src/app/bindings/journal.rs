//! The keys of the journal, and those that open it.

use super::answers::{ABOVE, CLEAR, LESS, MORE};
use super::{Binding, bind};
use crate::app::action::Action;
use crate::app::action::Key::{self, Char};
use crate::app::journal::Tab;

pub(super) const OPEN_TODAY: Binding = bind(
    &[Char('t')],
    Action::Journal(Tab::Today),
    "today",
    "how you rose, and what today calls for",
);
pub(super) const OPEN_LOG: Binding = bind(
    &[Char('l')],
    Action::Journal(Tab::Log),
    "log",
    "what you did: correct, add, take away",
);
pub(super) const OPEN_TRENDS: Binding = bind(
    &[Char('r')],
    Action::Journal(Tab::Trends),
    "trends",
    "how it went over the weeks",
);
pub(super) const OPEN_FUEL: Binding = bind(
    &[Char('w')],
    Action::Journal(Tab::Fuel),
    "fuel",
    "protein for your weight, and the day's tick",
);

/// From a summary, where the tabs' own letters mean something else.
pub(super) const OPEN: Binding = bind(
    &[Char('j')],
    Action::Journal(Tab::Today),
    "journal",
    "the journal: how you rose, and what today calls for",
);

/// On every tab, behind the tab's own.
pub(super) const TABS: &[Binding] = &[
    bind(&[Key::Tab], Action::NextTab, "next tab", "the next tab"),
    bind(&[Key::BackTab], Action::TabBefore, "", "the tab before"),
    OPEN_TODAY,
    OPEN_LOG,
    OPEN_TRENDS,
    OPEN_FUEL,
    bind(
        &[Key::Esc, Char('q')],
        Action::Leave,
        "back",
        "go back; answers are kept as they are given",
    ),
];

pub(super) const TODAY: &[Binding] = &[
    ABOVE,
    bind(&[Key::Down], Action::Down, "next", "the question below"),
    LESS,
    MORE,
    CLEAR,
    bind(
        &[Key::Enter, Char(' ')],
        Action::Accept,
        "next",
        "take the answer, and go to the next question",
    ),
    bind(
        &[Char('a'), Key::PageDown],
        Action::Turn,
        "advice",
        "all of the advice, and back to the questions",
    ),
    bind(
        &[Char('<'), Char(',')],
        Action::DayBefore,
        "day before",
        "a morning that was missed, up to four weeks back",
    ),
    bind(
        &[Char('>'), Char('.')],
        Action::NextDay,
        "next day",
        "the day behind it, up to today",
    ),
];

pub(super) const TRENDS: &[Binding] = &[
    bind(
        &[Key::Up, Key::Left, Char('k')],
        Action::Up,
        "previous",
        "the figure before",
    ),
    bind(
        &[Key::Down, Key::Right, Char('j')],
        Action::Down,
        "next",
        "the next figure",
    ),
    bind(
        &[Char('x')],
        Action::Exercise,
        "exercise",
        "look at another exercise",
    ),
    bind(
        &[Char('s')],
        Action::Span,
        "span",
        "12 weeks, a year, all of it",
    ),
    bind(
        &[Char('y')],
        Action::Copy,
        "copy",
        "put the figure on the clipboard, as text",
    ),
];

pub(super) const FUEL: &[Binding] = &[bind(
    &[Char(' ')],
    Action::Accept,
    "eaten",
    "today's protein was eaten, or not",
)];
