//! Keeps what is done in a session of plain lines, as the interface does: what could not be kept is handed over again, and
//! whatever ends the session waits for the journal.

use crate::app::journal::{Reply, Request};
use crate::app::ledger::Ledger;
use crate::app::logbook::Over;
use crate::app::session::Session;
use crate::runtime::scribe::Scribe;
use crate::runtime::{Incoming, wall};
use crate::training::text::visible;
use std::io::Write as _;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

/// Keeps a session's journal.
pub(super) struct Diarist {
    scribe: Scribe,
    replies: Receiver<Incoming>,
    ledger: Ledger,
}

impl Diarist {
    /// Begins, with the journal in this file, or with none.
    pub(super) fn begin(journal: Option<PathBuf>) -> Self {
        let (sender, replies) = channel();
        Self {
            scribe: Scribe::begin(journal, sender),
            replies,
            ledger: Ledger::default(),
        }
    }

    /// Hands over the sets that ended up to what is heard, and what could not be kept before.
    pub(super) fn keep(&mut self, session: &mut Session, heard: Duration) {
        while let Ok(incoming) = self.replies.try_recv() {
            self.hear(incoming);
        }
        self.hand_over(session, heard, Over::Sets);
    }

    /// Keeps all of it, the set at hand as it stands, and says on standard error what is in no file.
    pub(super) fn end(mut self, session: &mut Session, heard: Duration) {
        // Everything that is not kept yet goes along with the last of it.
        self.hear_all();
        self.hand_over(session, heard, Over::Everything);
        self.hear_all();
        self.scribe.finish();
        if !self.ledger.is_settled() {
            let why = self.ledger.trouble();
            say("not logged: ", why.unwrap_or("the journal did not answer"));
        }
    }

    fn hand_over(&mut self, session: &mut Session, heard: Duration, over: Over) {
        let entries = session.log_entries(heard, wall().1, false, over);
        let entries = self.ledger.hand_over(entries);
        if !entries.is_empty() {
            self.scribe.ask(Request::Keep(entries));
        }
    }

    /// Waits until everything that was handed over is answered.
    fn hear_all(&mut self) {
        while self.ledger.is_waiting() {
            let Ok(incoming) = self.replies.recv() else {
                return;
            };
            self.hear(incoming);
        }
    }

    fn hear(&mut self, incoming: Incoming) {
        let Incoming::Journal(reply) = incoming else {
            return;
        };
        match reply {
            Reply::Kept(keys) => self.ledger.are_kept(&keys),
            // It may be kept yet; at the end it is said if it is not.
            Reply::Failed { unkept, why } => {
                self.ledger.are_not_kept(&unkept, why);
            }
            Reply::Notice(what) => say("", &what),
            _ => {}
        }
    }
}

/// Says something on standard error. If nobody reads it, nobody can be told.
fn say(about: &str, what: &str) {
    let _ = writeln!(std::io::stderr(), "downbeat: {about}{}", visible(what));
}
