//! Effects become deeds: the player is told, the memory is written, the clipboard is filled.

use super::chosen::mix_of;
use super::{Canvas, End, Interface};
use crate::app::editor::change::Failure;
use crate::app::message::{Effect, Message, SoundReport};
use crate::app::picker::Entry;
use crate::runtime::awake::Awake;
use crate::sound::offset::Offset;
use crate::sound::{Decibels, Fault, SoundStatus};
use crate::store::state;
use crate::terminal::Guard;
use crate::training::memory::Memory;
use crossterm::Command;
use crossterm::clipboard::CopyToClipboard;
use std::path::PathBuf;
use std::time::SystemTime;

/// What deeds need besides the parts of the interface.
pub(super) struct Deeds {
    state: Option<PathBuf>,
    awake: Awake,
}

impl Deeds {
    pub(super) fn new(state: Option<PathBuf>) -> Self {
        Self {
            state,
            awake: Awake::default(),
        }
    }

    /// Writes down what is remembered.
    pub(super) fn remember(&self, mut memory: Memory) -> Result<(), String> {
        let Some(path) = &self.state else {
            return Ok(());
        };
        memory.stamp(unix_seconds());
        state::save(path, &memory).map_err(|error| {
            format!("What was used last could not be written ({error}); the set is not affected")
        })
    }
}

impl Interface {
    /// Does what the app asks for. Whatever fails is a notice and no exit.
    pub(super) fn perform(
        &mut self,
        effects: Vec<Effect>,
        guard: &mut Guard,
        canvas: &mut Canvas,
    ) -> anyhow::Result<Option<End>> {
        for effect in effects {
            match effect {
                Effect::Play(transport) => self.player.load(transport),
                Effect::Silence => self.player.clear(),
                Effect::Wake => {
                    self.player.wake();
                    self.deeds.awake.keep();
                }
                Effect::Rest => {
                    self.player.rest();
                    self.deeds.awake.release();
                }
                Effect::Volume(decibels) => self.player.set_volume(Decibels::new(decibels)),
                Effect::Heard(heard) => self.player.set_mix(mix_of(heard)),
                Effect::Mute(muted) => self.player.set_muted(muted),
                Effect::Offset(millis) => self.offset = Offset::of_millis(millis),
                Effect::Copy(text) => {
                    let mut sequence = String::new();
                    if CopyToClipboard::to_clipboard_from(text)
                        .write_ansi(&mut sequence)
                        .is_ok()
                    {
                        canvas.pass(sequence.as_bytes());
                    }
                }
                Effect::Remember(memory) => {
                    if let Err(why) = self.deeds.remember(memory) {
                        let moment = self.moment();
                        let _ = self.app.update(moment, Message::Failed(why));
                    }
                }
                Effect::Journal(request) => {
                    if let Some(scribe) = &self.scribe {
                        scribe.ask(request);
                    }
                }
                Effect::Edit(change) => {
                    let done = self.shelf.edit(&change);
                    self.tell(stands(done), guard, canvas)?;
                }
                Effect::EditBeside(change) => {
                    let told = match self.shelf.edit_beside(&change) {
                        Ok(place) => Message::SavedBeside(place.display().to_string()),
                        Err(failure) => Message::SaveFailed(failure),
                    };
                    self.tell(vec![told], guard, canvas)?;
                }
                Effect::Keep { before, now } => {
                    let told = match self.shelf.keep(&before, &now) {
                        Ok(entries) => Message::Library(entries),
                        Err(Failure { sentence: why, .. }) => Message::NotKept { before, why },
                    };
                    self.tell(vec![told], guard, canvas)?;
                }
                Effect::Reload => {
                    let told = match self.shelf.reload() {
                        Ok(entries) => Message::Library(entries),
                        Err(failure) => Message::SaveFailed(failure),
                    };
                    self.tell(vec![told], guard, canvas)?;
                }
                Effect::Redraw => canvas.repaint()?,
                Effect::Suspend => self.suspend(guard, canvas)?,
                Effect::Quit => return Ok(Some(End::Left)),
            }
        }
        Ok(None)
    }

    /// Tells the app what became of something, and does what it asks for then. Nobody leaves because of it.
    fn tell(
        &mut self,
        messages: Vec<Message>,
        guard: &mut Guard,
        canvas: &mut Canvas,
    ) -> anyhow::Result<()> {
        for message in messages {
            let effects = self.app.update(self.moment(), message);
            self.perform(effects, guard, canvas)?;
        }
        canvas.dirty = true;
        Ok(())
    }
}

/// What the app is told of a change: first what there is now.
fn stands(done: Result<Vec<Entry>, Failure>) -> Vec<Message> {
    match done {
        Ok(entries) => vec![Message::Library(entries), Message::Saved],
        Err(failure) => vec![Message::SaveFailed(failure)],
    }
}

/// The time in seconds since 1970; a clock that stands before that stands there.
pub fn unix_seconds() -> u64 {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
    since.map_or(0, |since| since.as_secs())
}

/// A status of the sound in the app's words. Sound that was there and is gone is lost; sound that never came is off.
pub(super) fn report(before: &SoundReport, status: SoundStatus) -> SoundReport {
    match status {
        SoundStatus::Without => SoundReport::NotBuilt,
        SoundStatus::Asleep => SoundReport::Asleep,
        SoundStatus::Opening => SoundReport::Opening,
        SoundStatus::On(name) => SoundReport::On(name),
        SoundStatus::Off(fault) => {
            let why = reason(&fault);
            match before {
                SoundReport::On(_) | SoundReport::Lost(_) => SoundReport::Lost(why),
                _ => SoundReport::Off(why),
            }
        }
    }
}

fn reason(fault: &Fault) -> String {
    match fault {
        Fault::NoCard(_) => "no sound card".to_owned(),
        Fault::Lost => "the device is gone".to_owned(),
        Fault::Stalled => "the device hangs".to_owned(),
        Fault::Untimed => "the device does not keep time".to_owned(),
        Fault::Late(by) => format!(
            "the device is {} ms late; late_sound = true takes it",
            by.as_millis()
        ),
    }
}
