//! The bindings themselves, a list for each mode and one for all of them.

use super::journal::{OPEN_FUEL, OPEN_LOG, OPEN_TODAY, OPEN_TRENDS};
use super::setting::OPEN;
use super::{Binding, bind};
use crate::app::action::Action;
use crate::app::action::Key::{self, Char, Ctrl};

pub(super) const PICKER: &[Binding] = &[
    bind(
        &[Char(' '), Key::Enter, Key::PageDown],
        Action::Go,
        "start",
        "start the preset under the cursor",
    ),
    bind(
        &[Key::Up, Char('k'), Key::PageUp],
        Action::Up,
        "previous",
        "the preset above",
    ),
    bind(
        &[Key::Down, Char('j')],
        Action::Down,
        "next",
        "the preset below",
    ),
    bind(
        &[Key::Home, Char('g')],
        Action::First,
        "first",
        "the first preset",
    ),
    bind(
        &[Key::End, Char('G')],
        Action::Last,
        "last",
        "the last preset",
    ),
    bind(
        &[Char('s')],
        Action::OtherStart,
        "other start",
        "begin reps with the other phase; kept for the exercise",
    ),
    bind(
        &[Char('/')],
        Action::Search,
        "find",
        "look for something by its name",
    ),
    bind(
        &[Char('x')],
        Action::Exercise,
        "exercise",
        "say what you are lifting; kept for the preset",
    ),
    bind(
        &[Char('*')],
        Action::Favourite,
        "favourite",
        "keep at the top, or no longer",
    ),
    bind(
        &[Char('f')],
        Action::Follow,
        "follow",
        "follow a programme from a first day on, or no longer",
    ),
    bind(&[Char('h')], Action::Hear, "hear", "hear one rep of it"),
    bind(
        &[Char('i')],
        Action::About,
        "about",
        "everything that is known of it, and where its numbers come from",
    ),
    bind(
        &[Char('a')],
        Action::Experts,
        "experts",
        "show what is for experts and clinics, too, or no longer",
    ),
    bind(
        &[Char('e')],
        Action::Edit,
        "edit",
        "change it; what comes with the program is copied first",
    ),
    bind(
        &[Char('c')],
        Action::Duplicate,
        "copy",
        "make another like it, and change that",
    ),
    bind(&[Char('n')], Action::New, "new", "make a preset"),
    bind(
        &[Char('N')],
        Action::NewRoutine,
        "new routine",
        "put presets together to a routine",
    ),
    bind(
        &[Char('u')],
        Action::Undo,
        "undo",
        "take back what was changed in the file last",
    ),
    bind(
        &[Char('<')],
        Action::Earlier,
        "move up",
        "put your own one before its neighbour in the file",
    ),
    bind(
        &[Char('>')],
        Action::Later,
        "move down",
        "put your own one behind its neighbour in the file",
    ),
    bind(
        &[Char('4')],
        Action::Four,
        "four seconds",
        "feel four seconds: press, feel, press",
    ),
    bind(
        &[Char('p')],
        Action::Practise,
        "practise",
        "practise its tempo: with cues, with fewer, blind",
    ),
    OPEN_TODAY,
    OPEN_LOG,
    OPEN_TRENDS,
    OPEN_FUEL,
    bind(
        &[Char('L')],
        Action::Elsewhere,
        "done elsewhere",
        "log it as done, with the phone or without: all of it, with one Enter",
    ),
    OPEN,
];

/// Everything that is known of an entry.
pub(super) const ABOUT: &[Binding] = &[
    bind(
        &[Key::Enter, Char(' '), Key::PageDown],
        Action::Accept,
        "go on",
        "the next page; behind the last one, back or to the session",
    ),
    bind(
        &[Key::Esc, Char('i'), Char('q')],
        Action::Leave,
        "back",
        "back to the list",
    ),
];

/// What was pasted.
pub(super) const PASTED: &[Binding] = &[
    bind(
        &[Key::Enter, Char(' '), Key::PageDown],
        Action::Go,
        "train it",
        "train what was pasted",
    ),
    bind(
        &[Char('s')],
        Action::Save,
        "save it",
        "keep it as a preset or a routine of your own",
    ),
    bind(
        &[Key::Up, Char('k')],
        Action::Up,
        "previous",
        "the exercise above",
    ),
    bind(
        &[Key::Down, Char('j')],
        Action::Down,
        "next",
        "the exercise below",
    ),
    bind(&[Key::Esc], Action::Leave, "leave", "back to the list"),
];

/// The keys of a text field above a list.
pub(super) const SEARCH: &[Binding] = &[
    bind(
        &[Key::Enter, Key::PageDown],
        Action::Accept,
        "take it",
        "take the entry under the cursor",
    ),
    bind(&[Key::Up], Action::Up, "previous", "the entry above"),
    bind(
        &[Key::Down, Key::Tab],
        Action::Down,
        "next",
        "the entry below",
    ),
    bind(
        &[Key::Esc],
        Action::Leave,
        "leave",
        "leave the field as it was",
    ),
];

/// The same keys begin and end what is felt, so that nobody has to look for them.
pub(super) const FOUR: &[Binding] = &[
    bind(
        &[Char(' '), Key::Enter, Char('t'), Key::PageDown],
        Action::Tap,
        "press",
        "press, feel four seconds, press again",
    ),
    bind(
        &[Char('c'), Char('y')],
        Action::Copy,
        "copy",
        "copy the result as one line",
    ),
];

/// Keys that mean the same on every screen. They come after a mode's own.
pub(super) const EVERYWHERE: &[Binding] = &[
    bind(&[Char('m')], Action::Mute, "mute", "sound off or on"),
    bind(&[Char('9')], Action::Quieter, "quieter", "volume down"),
    bind(&[Char('0')], Action::Louder, "louder", "volume up"),
    bind(&[Char('v')], Action::View, "view", "flood or bar"),
    bind(
        &[Char('d')],
        Action::Night,
        "night",
        "night theme, or back to day",
    ),
    bind(&[Char('?')], Action::Help, "more", "all keys"),
    bind(
        &[Char('q')],
        Action::Quit,
        "quit",
        "leave; asked once in mid-set",
    ),
    bind(
        &[Ctrl('l')],
        Action::Redraw,
        "redraw",
        "paint the screen anew",
    ),
    bind(
        &[Ctrl('z')],
        Action::Suspend,
        "suspend",
        "back to the shell for a while; the session pauses",
    ),
    bind(
        &[Ctrl('c')],
        Action::Interrupt,
        "stop",
        "leave at once; what was done is still reported",
    ),
];
