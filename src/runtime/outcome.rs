//! How the interface ended, and what there is to tell of it on the shell.

use super::{Incoming, Interface, today};
use crate::app::Screen;
use crate::app::message::{Effect, Message};
use crate::app::summary::Summary;
use crate::store::journal::Journal;
use crate::training::practice::Felt;
use crate::training::tap::Lengths;

/// How the interface ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// What was done in the last session, if anything was.
    pub summary: Option<Summary>,
    /// How long four seconds were, where they were being felt.
    pub four: Option<Lengths>,
    /// What was felt in a practice, if anything was.
    pub felt: Option<Felt>,
    /// What is in no file, and why, where the journal could not be written.
    pub unlogged: Option<String>,
    /// Why it ended.
    pub end: End,
}

/// Why the interface ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// Somebody left.
    Left,
    /// A signal asked for it.
    Signal(i32),
    /// The terminal is gone.
    TerminalGone,
    /// Another thread panicked; its message is on the terminal.
    Panicked,
}

impl Interface {
    /// What is told of an end. Settings that were being changed are kept, however it came.
    pub(super) fn outcome(mut self, end: End) -> Outcome {
        let moment = self.moment();
        if end != End::Left {
            self.app.now = moment;
        }
        if let Some(Effect::Keep { before, now }) = self.app.keep_settings() {
            // Nobody is there any more to be told that it could not be.
            let _ = self.shelf.keep(&before, &now);
        }
        // A practice under way ends as with its key, so that what was felt is there the next time.
        self.app.today = today();
        for effect in self.app.end_practice() {
            match (effect, &self.scribe) {
                (Effect::Remember(memory), _) => drop(self.deeds.remember(memory)),
                (Effect::Journal(request), Some(scribe)) => scribe.ask(request),
                _ => {}
            }
        }
        let unlogged = self.close_journal();
        let summary = match &self.app.screen {
            Screen::Summary(summary) => Some(summary.as_ref().clone()),
            Screen::Session(session) => Some(session.reported(moment.audible)),
            Screen::Settings(settings) => settings.behind.as_deref().cloned(),
            Screen::Journal(journal) => journal.behind.as_deref().cloned(),
            Screen::Elsewhere(form) => {
                let journal = form.behind.as_ref();
                journal.and_then(|journal| journal.behind.as_deref().cloned())
            }
            Screen::Picker | Screen::Editor(_) | Screen::Four(_) | Screen::Practice(_) => None,
        };
        let four = match &self.app.screen {
            Screen::Four(four) => four.result().cloned(),
            _ => None,
        };
        let felt = match &self.app.screen {
            Screen::Practice(practice) => practice.felt(),
            _ => None,
        };
        Outcome {
            felt,
            summary: summary.filter(|summary| !summary.is_empty()),
            four,
            unlogged,
            end,
        }
    }

    /// Hands over what was done of the set at hand, and waits until the journal has everything. Returns why it has not.
    fn close_journal(&mut self) -> Option<String> {
        self.look_at_the_calendar();
        let mut scribe = self.scribe.take()?;
        for effect in self.app.log_so_far() {
            if let Effect::Journal(request) = effect {
                scribe.ask(request);
            }
        }
        scribe.finish();
        let moment = self.moment();
        while let Ok(incoming) = self.inbox.try_recv() {
            if let Incoming::Journal(reply) = incoming {
                let _ = self.app.update(moment, Message::Journal(reply));
            }
        }
        self.keep_what_is_left()
    }

    /// Tries once more, without the scribe: what was in the way may be gone, or the scribe itself. Returns why it is not kept.
    fn keep_what_is_left(&self) -> Option<String> {
        let left = self.app.ledger.open();
        let path = self.journal.as_deref();
        if left.is_empty() {
            return None;
        }
        let why = self.app.ledger.trouble();
        let why = why.unwrap_or("the journal did not answer: nothing of this session is in it");
        let kept = path.is_some_and(|path| {
            let opened = Journal::open(path);
            opened.is_ok_and(|mut opened| opened.journal.put(&left).is_ok())
        });
        (!kept).then(|| why.to_owned())
    }
}
