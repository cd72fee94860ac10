//! What lies over a screen or at its edge, and the keys that it takes before the screen gets any.

use super::action::Action;
use super::message::Effect;
use super::{App, Screen};
use crate::training::evidence::Topic;
use std::time::Duration;

/// One line that stands for a while.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// A sentence.
    pub text: String,
    /// When it goes away.
    pub until: Duration,
}

/// What lies over the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Overlay {
    /// Nothing.
    #[default]
    None,
    /// All keys, page by page, and behind them what is known of the entry or the question under the cursor.
    Help {
        /// Counts from 0. How many there are depends on the size of the screen, so that whoever draws them knows.
        page: usize,
    },
    /// Where what is shown comes from, and behind that all keys.
    Evidence {
        /// What is asked about.
        topic: Topic,
        /// Counts from 0.
        page: usize,
    },
    /// Everything that is known of what is under the cursor, page by page.
    About {
        /// Counts from 0.
        page: usize,
        /// What comes behind the last page.
        then: Then,
    },
}

/// A part of what lies over the screen: one is read behind the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// All keys.
    Keys,
    /// What is known of what is under the cursor of the list.
    About,
    /// Where something comes from.
    Evidence(Topic),
}

/// What comes behind the last page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Then {
    /// The list.
    Back,
    /// The session: what is shown has to be read before its first start.
    Start,
}

impl App {
    /// What lies over the screen, in the order in which it is read.
    pub fn overlaid(&self) -> Vec<Part> {
        match self.overlay {
            Overlay::None => Vec::new(),
            Overlay::Help { .. } => [Part::Keys].into_iter().chain(self.beneath()).collect(),
            Overlay::Evidence { topic, .. } => vec![Part::Evidence(topic), Part::Keys],
            Overlay::About { .. } => vec![Part::About],
        }
    }

    /// What can be asked about of the screen beneath the keys: the entry under the cursor, what is offered, or the question.
    fn beneath(&self) -> Option<Part> {
        if matches!(self.screen, Screen::Picker) {
            return self.picker.previewed().map(|_| Part::About);
        }
        if let Screen::Session(session) = &self.screen
            && let Some(offered) = session.offered(self.now.audible)
        {
            return Some(Part::Evidence(offered.offer.kind.topic()));
        }
        let asked = self.asked()?.current()?;
        asked.ask.topic().map(Part::Evidence)
    }

    /// What the key for help lays over the screen: in the journal the numbers are asked about before the keys are.
    pub(super) fn help(&self) -> Overlay {
        let page = 0;
        match &self.screen {
            Screen::Journal(journal) => Overlay::Evidence {
                topic: journal.topic(),
                page,
            },
            _ => Overlay::Help { page },
        }
    }

    /// What a key does to what lies over the screen; `None` where the key is for somebody else.
    pub(super) fn act_on_overlay(&mut self, action: Action) -> Option<Vec<Effect>> {
        let everywhere = matches!(action, Action::Interrupt | Action::Suspend | Action::Redraw);
        match &mut self.overlay {
            Overlay::None => return None,
            _ if everywhere => return None,
            Overlay::Help { page }
            | Overlay::Evidence { page, .. }
            | Overlay::About { page, .. }
                if action == Action::Turn =>
            {
                *page += 1;
            }
            Overlay::About {
                then: Then::Start, ..
            } if action == Action::Accept => return Some(self.begin_shown()),
            // Sound and colours can be changed while somebody reads.
            Overlay::About { .. }
                if matches!(
                    action,
                    Action::Mute | Action::Louder | Action::Quieter | Action::Night
                ) =>
            {
                return None;
            }
            Overlay::Help { .. } | Overlay::Evidence { .. } | Overlay::About { .. } => {
                self.overlay = Overlay::None;
            }
        }
        Some(Vec::new())
    }
}
