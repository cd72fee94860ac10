//! Which keys matter on the tabs of the journal, and where what was done elsewhere is logged.

use super::Hinted;
use crate::app::App;
use crate::app::action::{Action, Mode};
use crate::app::ask::{Ask, Questions};
use crate::app::journal::log::{Focus, Log};
use crate::app::journal::today::Today;

/// The tab's own keys first, then the ways to the others.
pub(super) fn in_journal(mode: Mode) -> Vec<Hinted> {
    let own: &[Action] = match mode {
        Mode::Fuel => &[Action::Accept],
        Mode::Trends => &[Action::Down, Action::Exercise, Action::Span, Action::Copy],
        _ => &[Action::Down, Action::Up],
    };
    let tabs = [Action::NextTab, Action::Leave];
    own.iter()
        .copied()
        .chain(tabs)
        .map(|action| (action, None))
        .collect()
}

/// On the questions what answers them, on the pages of the advice what turns them.
pub(super) fn in_today(today: &Today) -> Vec<Hinted> {
    let tabs = [(Action::NextTab, None), (Action::Leave, None)];
    let own = if today.questions.is_none() {
        Vec::new()
    } else if today.page > 0 {
        vec![
            (Action::Turn, Some("turn")),
            (Action::Down, Some("questions")),
        ]
    } else {
        let on_region = today.questions.as_ref().and_then(Questions::current);
        let on_region = on_region.is_some_and(|row| row.ask == Ask::Another);
        vec![
            (Action::Accept, on_region.then_some("ask")),
            (Action::Turn, None),
            (Action::DayBefore, None),
        ]
    };
    own.into_iter().chain(tabs).collect()
}

/// What can be done with the entry under the cursor, as far as there is one.
pub(super) fn in_log(app: &App, log: &Log) -> Vec<Hinted> {
    let actions: &[Action] = match log.focus {
        _ if log.current().is_none() => {
            &[Action::New, Action::Undo, Action::NextTab, Action::Leave]
        }
        Focus::List => &[
            Action::Accept,
            Action::Edit,
            Action::Remove,
            Action::New,
            Action::Leave,
            Action::Undo,
            Action::NextTab,
        ],
        Focus::Session(_) => &[
            Action::Edit,
            Action::Remove,
            Action::Leave,
            Action::Undo,
            Action::Down,
        ],
    };
    let can_undo = !app.removed.is_empty();
    let can = |action: &&Action| **action != Action::Undo || can_undo;
    let actions = actions.iter().filter(can);
    actions.map(|action| (*action, None)).collect()
}

/// Questions that are kept with one key; `also` stands for what can be changed besides.
pub(super) fn in_form(also: &[Action]) -> Vec<Hinted> {
    let first = [Action::Accept, Action::Leave];
    let all = first
        .iter()
        .chain(also)
        .chain(&[Action::Down, Action::More]);
    all.map(|action| (*action, None)).collect()
}
