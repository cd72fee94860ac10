//! What lies over a screen or at its edge, and the keys that it takes before the screen gets any.

use super::App;
use super::action::Action;
use super::message::Effect;
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
    /// All keys, page by page.
    Help {
        /// Counts from 0. How many there are depends on the size of the screen, so that whoever draws them knows.
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

/// What comes behind the last page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Then {
    /// The list.
    Back,
    /// The session: what is shown has to be read before its first start.
    Start,
}

impl App {
    /// What a key does to what lies over the screen; `None` where the key is for somebody else.
    pub(super) fn act_on_overlay(&mut self, action: Action) -> Option<Vec<Effect>> {
        let everywhere = matches!(action, Action::Interrupt | Action::Suspend | Action::Redraw);
        match &mut self.overlay {
            Overlay::None => return None,
            _ if everywhere => return None,
            Overlay::Help { page } | Overlay::About { page, .. } if action == Action::Turn => {
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
            Overlay::Help { .. } | Overlay::About { .. } => self.overlay = Overlay::None,
        }
        Some(Vec::new())
    }
}
