//! The log: what was done, the latest first; entries are corrected, added and taken away here.

use super::Request;
use crate::app::App;
use crate::app::action::Action;
use crate::app::ask::Questions;
use crate::app::message::Effect;
use crate::training::journal::{Entry, PastSession, Stamp};

/// The tab.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Log {
    /// What is asked.
    pub questions: Option<Questions>,
    /// Sessions, the latest first, as far as they have been asked for.
    pub sessions: Vec<PastSession>,
}

impl App {
    pub(super) fn open_log(&mut self) -> Vec<Effect> {
        vec![Effect::Journal(Request::Page(None))]
    }

    /// A key's verb on this tab; `None` where it is for all tabs.
    pub(super) fn in_log(&mut self, _action: Action) -> Option<Vec<Effect>> {
        None
    }

    pub(super) fn page_of_log(
        &mut self,
        before: Option<Stamp>,
        sessions: Vec<PastSession>,
    ) -> Vec<Effect> {
        if let Some(journal) = self.journal() {
            if before.is_none() {
                journal.log.sessions.clear();
            }
            journal.log.sessions.extend(sessions);
        }
        Vec::new()
    }

    pub(super) fn entries_are_removed(&mut self, _entries: Vec<Entry>) -> Vec<Effect> {
        Vec::new()
    }
}
