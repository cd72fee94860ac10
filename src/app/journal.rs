//! The journal's screen: what today calls for, what was done, how it went over the weeks, and fuel, each on a tab of its own.
//!
//! The app holds no more of the journal than is shown. It asks with [`Request`]s and is answered with [`Reply`]s, because
//! the store has a thread of its own: a disk that hangs holds up no picture.

mod exchange;
pub mod fuel;
pub mod log;
pub mod today;
pub mod trends;

use super::action::{Action, Mode};
use super::ask::Questions;
use super::message::Effect;
use super::summary::Summary;
use super::{App, Screen};
use crate::training::evidence::Topic;
pub use exchange::{Reply, Request};
use fuel::Fuel;
use log::Log;
use today::Today;
use trends::Trends;

/// A part of the journal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Tab {
    /// The questions of the morning, and what today calls for.
    #[default]
    Today,
    /// What was done, the latest first.
    Log,
    /// How it went over the weeks.
    Trends,
    /// Protein.
    Fuel,
}

impl Tab {
    /// All of them, from left to right.
    pub const ALL: [Self; 4] = [Self::Today, Self::Log, Self::Trends, Self::Fuel];

    /// As it is shown.
    pub fn title(self) -> &'static str {
        match self {
            Self::Today => "Today",
            Self::Log => "Log",
            Self::Trends => "Trends",
            Self::Fuel => "Fuel",
        }
    }

    /// Who gets the keys on it.
    pub fn mode(self) -> Mode {
        match self {
            Self::Today => Mode::Today,
            Self::Log => Mode::Log,
            Self::Trends => Mode::Trends,
            Self::Fuel => Mode::Fuel,
        }
    }

    fn next(self) -> Self {
        match self {
            Self::Today => Self::Log,
            Self::Log => Self::Trends,
            Self::Trends => Self::Fuel,
            Self::Fuel => Self::Today,
        }
    }

    fn before(self) -> Self {
        self.next().next().next()
    }
}

/// The screen.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Journal {
    /// The tab that is shown.
    pub tab: Tab,
    /// Its state, which each tab keeps while another is shown.
    pub today: Today,
    /// See [`Tab::Log`].
    pub log: Log,
    /// See [`Tab::Trends`].
    pub trends: Trends,
    /// See [`Tab::Fuel`].
    pub fuel: Fuel,
    /// The summary that it was opened from; else the list.
    pub behind: Option<Box<Summary>>,
}

impl Journal {
    /// What can be asked about of what is shown: the question under the cursor, or what the tab is about.
    pub fn topic(&self) -> Topic {
        let asked = self.questions().and_then(Questions::current);
        let topic = asked.and_then(|row| row.ask.topic());
        topic.unwrap_or_else(|| match self.tab {
            Tab::Today => Topic::Readiness,
            Tab::Log => Topic::Reserve,
            Tab::Trends => self.trends.figure.topic(),
            Tab::Fuel => Topic::Protein,
        })
    }

    /// Who gets the keys.
    pub fn mode(&self) -> Mode {
        match self.tab {
            Tab::Log if self.log.correcting.is_some() => Mode::Correct,
            tab => tab.mode(),
        }
    }

    /// The questions of the tab that is shown, while it asks any.
    pub fn questions(&self) -> Option<&Questions> {
        match self.tab {
            Tab::Today => self.today.questions.as_ref(),
            Tab::Log => self.log.questions(),
            Tab::Trends => None,
            Tab::Fuel => self.fuel.questions.as_ref(),
        }
    }

    /// The same, to be answered.
    pub(super) fn questions_mut(&mut self) -> Option<&mut Questions> {
        match self.tab {
            Tab::Today => self.today.questions.as_mut(),
            Tab::Log => {
                let correcting = self.log.correcting.as_mut();
                correcting.map(|correcting| &mut correcting.questions)
            }
            Tab::Trends => None,
            Tab::Fuel => self.fuel.questions.as_mut(),
        }
    }
}

impl App {
    /// Opens the journal, over the list or over a summary.
    pub(super) fn open_journal(&mut self, tab: Tab) -> Vec<Effect> {
        let behind = match std::mem::replace(&mut self.screen, Screen::Picker) {
            Screen::Summary(summary) => Some(summary),
            _ => None,
        };
        let mut journal = Box::new(Journal {
            behind,
            ..Journal::default()
        });
        journal.tab = tab;
        self.screen = Screen::Journal(journal);
        self.notice = None;
        let mut effects = self.picker.hearing.end();
        effects.extend(self.show_tab(tab));
        effects
    }

    /// The journal, while it is shown, or lies behind what is added to it.
    pub(super) fn journal(&mut self) -> Option<&mut Journal> {
        match &mut self.screen {
            Screen::Journal(journal) => Some(journal),
            Screen::Elsewhere(form) => form.behind.as_deref_mut(),
            _ => None,
        }
    }

    /// A key's verb in the journal: first the tab's own, then those of all tabs.
    pub(super) fn in_journal(&mut self, action: Action) -> Vec<Effect> {
        let Some(tab) = self.journal().map(|journal| journal.tab) else {
            return Vec::new();
        };
        let own = match tab {
            Tab::Today => self.in_today(action),
            Tab::Log => self.in_log(action),
            Tab::Trends => self.in_trends(action),
            Tab::Fuel => self.in_fuel(action),
        };
        own.unwrap_or_else(|| self.between_tabs(tab, action))
    }

    fn between_tabs(&mut self, tab: Tab, action: Action) -> Vec<Effect> {
        match action {
            Action::NextTab => self.show_tab(tab.next()),
            Action::TabBefore => self.show_tab(tab.before()),
            Action::Journal(tab) => self.show_tab(tab),
            Action::Leave | Action::Quit => self.leave_journal(),
            _ => Vec::new(),
        }
    }

    /// Shows a tab, and asks for what it needs.
    fn show_tab(&mut self, tab: Tab) -> Vec<Effect> {
        let Some(journal) = self.journal() else {
            return Vec::new();
        };
        journal.tab = tab;
        match tab {
            Tab::Today => self.open_today(),
            Tab::Log => self.open_log(),
            Tab::Trends => self.open_trends(),
            Tab::Fuel => self.open_fuel(),
        }
    }

    fn leave_journal(&mut self) -> Vec<Effect> {
        match self.journal().and_then(|journal| journal.behind.take()) {
            Some(summary) => {
                self.screen = Screen::Summary(summary);
                Vec::new()
            }
            None => self.go_home(),
        }
    }

    /// What the journal answers. An answer that nobody waits for any more is let go.
    pub(super) fn answered_by_journal(&mut self, reply: Reply) -> Vec<Effect> {
        match reply {
            Reply::Kept(keys) => self.entries_are_kept(&keys),
            Reply::Failed { unkept, why } if unkept.is_empty() => {
                self.log_is_not_read(&why);
                self.no_diary_for_today(&why);
                self.say(why)
            }
            Reply::Failed { unkept, why } => self.entries_are_not_kept(&unkept, why),
            Reply::Notice(text) => self.say(text),
            Reply::Past(mut past) => {
                for (_, sessions) in &mut past {
                    self.ledger.lay_over(sessions);
                }
                self.past_is_known(past)
            }
            Reply::Diary(mut diary) => {
                self.ledger.complete(&mut diary);
                self.diary_for_session(&diary);
                self.diary_for_today(&diary);
                self.diary_for_fuel(&diary);
                Vec::new()
            }
            Reply::Page {
                before,
                mut sessions,
            } => {
                self.ledger.lay_over(&mut sessions);
                self.page_of_log(before, sessions)
            }
            Reply::Removed(entries) => self.entries_are_removed(entries),
            Reply::Trends(trends) => self.trends_are_known(*trends),
        }
    }
}
