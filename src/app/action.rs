//! Every verb that a key can mean, the keys, and who gets them. What means what is in [`super::bindings`].

mod mode;

use super::journal::Tab;
pub use mode::Mode;

/// A verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Action {
    /// Whatever comes next: start, pause, go on, ready, accept.
    Go,
    /// Accept what is asked or proposed.
    Accept,
    /// Move on: shorten a wait to three seconds, end a set.
    Skip,
    /// Do the set again.
    Redo,
    /// End the set here.
    EndSet,
    /// Less: half a second less lowering, one rep fewer.
    Less,
    /// More: half a second more lowering, one rep more.
    More,
    /// Fifteen seconds more rest.
    MoreRest,
    /// Do the exercise behind the one that comes next first.
    Defer,
    /// The tempo broke in this rep.
    Broke,
    /// One less in the answer under the cursor, beside the clock.
    Decrease,
    /// One more in it.
    Increase,
    /// Leave it as it was before: what is offered is not taken.
    AsBefore,
    /// Write a note.
    Note,
    /// Write how heavy it is.
    Load,
    /// Take the time here: a turn-around, or the beginning or end of what is felt.
    Tap,
    /// Feel four seconds.
    Four,
    /// Practise the tempo of what is under the cursor.
    Practise,
    /// Another way to practise: in thirds, or up a ladder.
    OtherWay,
    /// Volume down.
    Quieter,
    /// Volume up.
    Louder,
    /// Sound off or on.
    Mute,
    /// Another picture: flood or bar.
    View,
    /// The night theme, or back.
    Night,
    /// All keys.
    Help,
    /// The next page of the help.
    Turn,
    /// Leave the help; forget the session that was left.
    Close,
    /// Leave; asked once in mid-set.
    Quit,
    /// Begin a rep with the other phase.
    OtherStart,
    /// Warm up before the session at hand.
    WarmUp,
    /// Roll after it.
    Roll,
    /// The full dose instead of the easy first one.
    FullDose,
    /// The entry above.
    Up,
    /// The entry below.
    Down,
    /// The first entry.
    First,
    /// The last entry.
    Last,
    /// Put the summary on the clipboard.
    Copy,
    /// Look for an entry by its name.
    Search,
    /// Leave a text field, taking nothing.
    Leave,
    /// Write in the text field that is open.
    Write(Stroke),
    /// Keep what was pasted.
    Save,
    /// Everything that is known of what is under the cursor.
    About,
    /// Keep among the favourites, or no longer.
    Favourite,
    /// Say what is being lifted; in the trends, look at another exercise.
    Exercise,
    /// Look at more of the past, or less.
    Span,
    /// Follow a programme, or no longer.
    Follow,
    /// Show what is for experts and clinics, or no longer.
    Experts,
    /// Change the entry under the cursor.
    Edit,
    /// Make a preset like the one under the cursor.
    Duplicate,
    /// Make a preset from nothing.
    New,
    /// Make a routine from nothing.
    NewRoutine,
    /// Take away what is under the cursor.
    Remove,
    /// Put what is under the cursor before its neighbour.
    Earlier,
    /// Put it behind its neighbour.
    Later,
    /// Hear one rep.
    Hear,
    /// Take back the last change.
    Undo,
    /// Make the change again that was taken back.
    Again,
    /// Let go what was written.
    Discard,
    /// Read the file anew.
    Reload,
    /// Write into another file.
    Beside,
    /// Change what is heard, counted and seen.
    Settings,
    /// The journal, on one of its tabs.
    Journal(Tab),
    /// The next tab.
    NextTab,
    /// The tab before.
    TabBefore,
    /// The day before the one that is asked about.
    DayBefore,
    /// The day behind it.
    NextDay,
    /// Log what was done elsewhere.
    Elsewhere,
    /// A key that answers nothing: whatever is asked is let be.
    Other,
    /// Paint everything anew.
    Redraw,
    /// Hand the terminal back to the shell for a while.
    Suspend,
    /// Stop at once.
    Interrupt,
}

/// What a key does in a text field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Stroke {
    /// A character.
    Insert(char),
    /// Take the character before the cursor away.
    Erase,
    /// Take the character behind the cursor away.
    EraseNext,
    /// Take the word before the cursor away.
    EraseWord,
    /// Take everything away.
    Clear,
    /// One character to the left.
    Left,
    /// One character to the right.
    Right,
    /// To the beginning.
    Home,
    /// To the end.
    End,
}

/// A key, as far as this program cares.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Key {
    /// A character, as typed: capitals are their own keys.
    Char(char),
    /// A letter with Ctrl.
    Ctrl(char),
    /// Enter.
    Enter,
    /// Escape.
    Esc,
    /// Tab.
    Tab,
    /// Shift and Tab.
    BackTab,
    /// Backspace.
    Backspace,
    /// Delete.
    Delete,
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// Arrow left.
    Left,
    /// Arrow right.
    Right,
    /// Page up: the back key of presenter clickers.
    PageUp,
    /// Page down: the forward key of presenter clickers and pedals.
    PageDown,
    /// Home.
    Home,
    /// End.
    End,
}

impl Key {
    /// How the key is named on the screen.
    pub fn label(self) -> &'static str {
        /// The printable characters of ASCII behind the blank, in order.
        const PRINTABLE: &str = "!\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~";
        match self {
            Self::Char(' ') => "Space",
            Self::Char(c) => {
                let index = (c as usize).wrapping_sub('!' as usize);
                PRINTABLE.get(index..=index).unwrap_or("?")
            }
            Self::Ctrl('c') => "Ctrl-C",
            Self::Ctrl('l') => "Ctrl-L",
            Self::Ctrl('p') => "Ctrl-P",
            Self::Ctrl('r') => "Ctrl-R",
            Self::Ctrl('s') => "Ctrl-S",
            Self::Ctrl('u') => "Ctrl-U",
            Self::Ctrl('z') => "Ctrl-Z",
            Self::Ctrl(_) => "Ctrl",
            Self::Enter => "Enter",
            Self::Esc => "Esc",
            Self::Tab => "Tab",
            Self::BackTab => "Shift-Tab",
            Self::Backspace => "Backspace",
            Self::Delete => "Del",
            Self::Up => "Up",
            Self::Down => "Down",
            Self::Left => "Left",
            Self::Right => "Right",
            Self::PageUp => "PgUp",
            Self::PageDown => "PgDn",
            Self::Home => "Home",
            Self::End => "End",
        }
    }
}
