//! The one table that binds keys to verbs.
//!
//! What a key does, the footer and the help screen are all read from it. Esc and the brackets are bound to nothing that
//! could do harm, because a split escape sequence looks like them.

mod editing;

use super::action::{Action, Key, Mode, Stroke};
use editing::{CONFLICT, FORM, LEAVING, LINE, begins_value, stroke};

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

const PICKER: &[Binding] = &[
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
        "put your own one before its neighbour",
    ),
    bind(
        &[Char('>')],
        Action::Later,
        "move down",
        "put your own one behind its neighbour",
    ),
];

const SESSION: &[Binding] = &[
    bind(
        &[Char(' '), Char('.'), Char('b')],
        Action::Go,
        "pause",
        "pause, go on after 3-2-1, say that you are ready",
    ),
    bind(
        &[Char('n'), Key::PageDown],
        Action::Skip,
        "skip",
        "skip: a wait shrinks to three seconds, a set ends",
    ),
    bind(
        &[Char('x')],
        Action::EndSet,
        "end set",
        "end the set here; it asks how many reps were done",
    ),
    bind(
        &[Char('r'), Key::PageUp],
        Action::Redo,
        "redo set",
        "do the set again; the attempt so far does not count",
    ),
    bind(
        &[Char('>'), Key::Right],
        Action::More,
        "slower",
        "lowering half a second longer from the next rep",
    ),
    bind(
        &[Char('<'), Key::Left],
        Action::Less,
        "faster",
        "lowering half a second shorter from the next rep",
    ),
    bind(
        &[Char('+'), Char('=')],
        Action::MoreRest,
        "+15 s",
        "fifteen seconds more rest",
    ),
    bind(
        &[Char('s')],
        Action::OtherStart,
        "other start",
        "before the first rep: begin with the other phase",
    ),
];

const INTRO: &[Binding] = &[
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

const QUESTION: &[Binding] = &[
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

const SUMMARY: &[Binding] = &[
    bind(
        &[Char(' '), Key::Enter, Key::PageDown],
        Action::Go,
        "done",
        "back to the presets",
    ),
    bind(
        &[Char('y')],
        Action::Copy,
        "copy",
        "copy the summary as plain text",
    ),
];

/// Keys that mean the same on every screen. They come after a mode's own.
const EVERYWHERE: &[Binding] = &[
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

/// A mode's own bindings.
pub fn bindings(mode: Mode) -> &'static [Binding] {
    match mode {
        Mode::Picker => PICKER,
        Mode::Form => FORM,
        Mode::Line => LINE,
        Mode::Leaving => LEAVING,
        Mode::Conflict => CONFLICT,
        Mode::Session => SESSION,
        Mode::Intro => INTRO,
        Mode::Question => QUESTION,
        Mode::Summary => SUMMARY,
        Mode::Help => &[],
    }
}

/// The bindings that hold on every screen, where a mode has no other meaning for the key.
pub fn everywhere() -> &'static [Binding] {
    EVERYWHERE
}

fn all(mode: Mode) -> impl Iterator<Item = &'static Binding> {
    bindings(mode).iter().chain(EVERYWHERE)
}

/// What a key means in a mode.
pub fn action(mode: Mode, key: Key) -> Option<Action> {
    if mode == Mode::Help {
        return Some(in_help(key));
    }
    if mode.takes_text() {
        return in_field(mode, key);
    }
    match (mode, key) {
        (Mode::Form, Char(letter)) if begins_value(letter) => {
            Some(Action::Write(Stroke::Insert(letter)))
        }
        (Mode::Leaving | Mode::Conflict, _) => Some(in_question(mode, key)),
        _ => all(mode)
            .find(|binding| binding.keys.contains(&key))
            .map(|binding| binding.action),
    }
}

fn bound(of: &[Binding], key: Key) -> Option<Action> {
    let binding = of.iter().find(|binding| binding.keys.contains(&key))?;
    Some(binding.action)
}

/// A question is answered by its own keys; any other lets it be.
fn in_question(mode: Mode, key: Key) -> Action {
    let everywhere = || bound(EVERYWHERE, key).filter(|_| matches!(key, Ctrl(_)));
    bound(bindings(mode), key)
        .or_else(everywhere)
        .unwrap_or(Action::Other)
}

/// In a text field letters are text; what is bound everywhere needs Ctrl there.
fn in_field(mode: Mode, key: Key) -> Option<Action> {
    let everywhere = || bound(EVERYWHERE, key).filter(|_| matches!(key, Ctrl(_)));
    bound(bindings(mode), key)
        .or_else(|| stroke(key).map(Action::Write))
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

/// The binding behind a verb in a mode, for a footer.
pub fn binding(mode: Mode, action: Action) -> Option<&'static Binding> {
    all(mode).find(|binding| binding.action == action)
}
