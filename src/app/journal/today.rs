//! Today: the questions of the morning, and what today calls for.

use crate::app::App;
use crate::app::action::Action;
use crate::app::ask::Questions;
use crate::app::message::Effect;
use crate::training::journal::Diary;

use super::Request;

/// The tab.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Today {
    /// What is asked.
    pub questions: Option<Questions>,
    /// What the advice rests on; nothing before the journal has answered.
    pub diary: Option<Diary>,
}

impl App {
    pub(super) fn open_today(&mut self) -> Vec<Effect> {
        vec![Effect::Journal(Request::Diary)]
    }

    /// A key's verb on this tab; `None` where it is for all tabs.
    pub(super) fn in_today(&mut self, _action: Action) -> Option<Vec<Effect>> {
        None
    }

    pub(super) fn diary_for_today(&mut self, diary: &Diary) {
        if let Some(journal) = self.journal() {
            journal.today.diary = Some(diary.clone());
        }
    }
}
