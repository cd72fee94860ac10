//! The journal: its tabs at the top, one of them beneath, and the keys at the foot.

mod fuel;
mod log;
mod today;
mod trends;

use super::footer;
use super::theme::{Role, Theme};
use super::widgets::text;
use crate::app::App;
use crate::app::journal::{Journal, Tab};
use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Rect};

/// Draws it.
pub(super) fn draw(app: &App, journal: &Journal, theme: Theme, area: Rect, buf: &mut Buffer) {
    buf.set_style(area, theme.style(Role::Text));
    let [head, body, foot] = parts(area);
    tabs(journal.tab, theme, head, buf);
    match journal.tab {
        Tab::Today => today::draw(app, &journal.today, theme, body, buf),
        Tab::Log => log::draw(app, &journal.log, theme, body, buf),
        Tab::Trends => trends::draw(app, &journal.trends, theme, body, buf),
        Tab::Fuel => fuel::draw(app, &journal.fuel, theme, body, buf),
    }
    footer::draw(app, theme, foot, buf);
}

/// How many pages the tab that is shown has.
pub(super) fn pages(journal: &Journal, area: Rect) -> usize {
    let [_, body, _] = parts(area);
    match journal.tab {
        Tab::Today => today::pages(&journal.today, body),
        Tab::Log | Tab::Trends | Tab::Fuel => 1,
    }
}

fn parts(area: Rect) -> [Rect; 3] {
    Layout::vertical([
        Constraint::Length(u16::from(area.height > 3)),
        Constraint::Fill(1),
        Constraint::Length(u16::from(area.height > 1)),
    ])
    .areas(area)
}

/// The names of the tabs, the one that is shown in brackets: colour is not its only sign.
fn tabs(shown: Tab, theme: Theme, area: Rect, buf: &mut Buffer) {
    if area.is_empty() {
        return;
    }
    let mut x = area.x + u16::from(area.width > 40);
    for tab in Tab::ALL {
        let (words, role) = if tab == shown {
            (format!("[{}]", tab.title()), Role::Heading)
        } else {
            (format!(" {} ", tab.title()), Role::Quiet)
        };
        let room = area.right().saturating_sub(x);
        if text::width(&words) > room {
            return;
        }
        let (after, _) = buf.set_stringn(x, area.y, words, usize::from(room), theme.style(role));
        x = after.saturating_add(1);
    }
}
