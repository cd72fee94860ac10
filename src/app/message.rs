//! What can happen to the app, and what it asks for in return. Nothing in here can act.

use super::action::Action;
use super::editor::change::{Change, Failure};
use super::heard::Heard;
use super::journal::{Reply, Request};
use super::picker::Entry;
use super::settings::Chosen;
use crate::training::memory::Memory;
use crate::training::transport::Transport;
use std::sync::Arc;
use std::time::Duration;

/// The two times that matter when something happens, as times of the clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Moment {
    /// What can be heard, and so what must be seen, now.
    pub audible: Duration,
    /// The first moment whose samples are not rendered yet: where an edit can still be heard in full.
    pub frontier: Duration,
}

/// When a key was pressed that takes the time: before the app hears of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tap {
    /// What could be heard, and so seen, at the press, as a time of the clock.
    pub audible: Duration,
    /// The same by the machine's own clock, since the program began: for what nobody hears.
    pub machine: Duration,
}

impl Tap {
    /// A key of which nothing better is known than when the app heard of it.
    pub fn at(moment: Moment) -> Self {
        Self {
            audible: moment.audible,
            machine: moment.audible,
        }
    }
}

/// Something that happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Message {
    /// Time has passed.
    Tick,
    /// A key was pressed.
    Do(Action),
    /// The key of [`Action::Tap`] was pressed.
    Tap(Tap),
    /// A media key or a button of a headset was pressed.
    Button(Button),
    /// Text was pasted. It is for text fields, and for whoever reads a message: a pasted q quits nothing.
    Paste(String),
    /// The state of the sound has changed.
    Sound(SoundReport),
    /// The program stood still, or is about to: it was suspended, or the computer slept. Since then nothing was heard.
    Interrupted {
        /// The last moment that could be heard.
        since: Duration,
    },
    /// Something that was asked for could not be done.
    Failed(String),
    /// The presets and routines as they stand in the files now.
    Library(Vec<Entry>),
    /// What the journal answers.
    Journal(Reply),
    /// The change that was asked for stands in the file; the new library came before.
    Saved,
    /// It stands in a file of its own, here.
    SavedBeside(String),
    /// It does not, and nothing was written.
    SaveFailed(Failure),
    /// Settings that were to be kept are not in the file.
    NotKept {
        /// What the file says.
        before: Chosen,
        /// What happened, and what to do about it.
        why: String,
    },
}

/// A media key, or a button of a headset.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Button {
    /// Goes on where time stands still, pauses where it runs.
    Toggle,
    /// Goes on.
    Play,
    /// Pauses.
    Pause,
    /// Cuts a wait short.
    Next,
}

/// What a desktop is told of a session, so that media keys come here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Playback {
    /// Time runs, or is being counted in.
    Playing,
    /// Time stands still until somebody presses something.
    Paused,
}

/// The state of the sound, in the app's words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum SoundReport {
    /// A device is being opened.
    #[default]
    Opening,
    /// Sound comes out of this device.
    On(String),
    /// There is none, and why.
    Off(String),
    /// There was some, and it is gone, and why; the set goes on.
    Lost(String),
    /// Closed, because no set is running.
    Asleep,
    /// The program was built without it.
    NotBuilt,
}

/// Something that the runtime is to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Let this be heard from now on.
    Play(Arc<Transport>),
    /// Nothing is to be heard.
    Silence,
    /// A set is near: the sound is to be open, the computer awake.
    Wake,
    /// No set is running: both may sleep.
    Rest,
    /// The volume in decibels; 0 is full.
    Volume(i8),
    /// Which layers of the sound are heard, and how loud each is.
    Heard(Heard),
    /// Sound off or on.
    Mute(bool),
    /// How many milliseconds later than the device says the sound is heard; the screen follows what is heard.
    Offset(i32),
    /// Put a text on the clipboard.
    Copy(String),
    /// Keep what should be known next time.
    Remember(Memory),
    /// Ask the journal for something, or hand something to it; it answers with [`Message::Journal`].
    Journal(Request),
    /// Change the person's own presets and routines in their file.
    Edit(Change),
    /// The same in a file beside it, which leaves the other as it is.
    EditBeside(Change),
    /// Write what differs of the settings into their file.
    Keep {
        /// What the file says as far as is known.
        before: Chosen,
        /// What it is to say.
        now: Chosen,
    },
    /// Read the files anew, and tell with [`Message::Library`] what is in them.
    Reload,
    /// Paint everything anew.
    Redraw,
    /// Hand the terminal back to the shell.
    Suspend,
    /// Leave.
    Quit,
}
