//! Trends: how it went over the weeks.

use crate::app::App;
use crate::app::action::Action;
use crate::app::message::Effect;

/// Which figures are wanted.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Wanted;

/// The figures.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Figures;

/// The tab.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Trends;

impl App {
    pub(super) fn open_trends(&mut self) -> Vec<Effect> {
        Vec::new()
    }

    /// A key's verb on this tab; `None` where it is for all tabs.
    pub(super) fn in_trends(&mut self, _action: Action) -> Option<Vec<Effect>> {
        None
    }

    pub(super) fn trends_are_known(&mut self, _figures: Figures) -> Vec<Effect> {
        Vec::new()
    }
}
