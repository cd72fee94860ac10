//! Fuel: how much protein a day, and whether today's was eaten.

use super::Request;
use crate::app::App;
use crate::app::action::Action;
use crate::app::ask::Questions;
use crate::app::message::Effect;
use crate::training::journal::Diary;

/// The tab.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Fuel {
    /// What is asked.
    pub questions: Option<Questions>,
    /// The mornings with weights and ticks; nothing before the journal has answered.
    pub diary: Option<Diary>,
}

impl App {
    pub(super) fn open_fuel(&mut self) -> Vec<Effect> {
        vec![Effect::Journal(Request::Diary)]
    }

    /// A key's verb on this tab; `None` where it is for all tabs.
    pub(super) fn in_fuel(&mut self, _action: Action) -> Option<Vec<Effect>> {
        None
    }

    pub(super) fn diary_for_fuel(&mut self, diary: &Diary) {
        if let Some(journal) = self.journal() {
            journal.fuel.diary = Some(diary.clone());
        }
    }
}
