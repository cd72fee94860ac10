//! The sessions, the latest first. Where nothing stands beside them, the one under the cursor is told in full beneath.

use super::words;
use crate::app::App;
use crate::app::journal::log::{Focus, Log};
use crate::ui::theme::{Role, Theme};
use crate::ui::widgets::table::{Table, draw_row};
use crate::ui::widgets::text;
use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Rect};

/// Columns of the cursor's mark.
const MARK: u16 = 2;
/// Below this width days are named without their weekday.
const NARROW: u16 = 50;
/// Below this height every row is needed for sessions.
const WITH_HEADING: u16 = 7;
/// Below this height nothing is told in full.
const WITH_FULL: u16 = 6;

/// Draws as many as fit, with the cursor in sight.
pub(super) fn draw(app: &App, shown: &Log, tell: bool, theme: Theme, area: Rect, buf: &mut Buffer) {
    let full = shown.current().map(words::in_full).unwrap_or_default();
    let full = if tell && area.height >= WITH_FULL {
        text::wrapped(&full, area.width, theme.glyphs)
    } else {
        Vec::new()
    };
    let told = u16::try_from(full.len())
        .unwrap_or(u16::MAX)
        .min(area.height / 3);
    let [head, rows, foot] = Layout::vertical([
        Constraint::Length(u16::from(area.height >= WITH_HEADING)),
        Constraint::Fill(1),
        Constraint::Length(told),
    ])
    .areas(area);
    let height = usize::from(rows.height);
    let most = shown.sessions.len().saturating_sub(height);
    let first = shown.at.saturating_sub(height / 2).min(most);
    let visible = shown.sessions.iter().skip(first).take(height);
    let is_narrow = area.width < NARROW;
    let table = Table {
        headings: vec!["Day", "Session", "Reps", "Load", "Left"],
        rows: visible
            .map(|past| words::cells(past, app.today, is_narrow))
            .collect(),
        yielding: 1,
    };
    let (headings, lines) = table.lines(area.width.saturating_sub(MARK), theme.glyphs);
    draw_row(&headings, "  ", Role::Quiet, theme, head, buf);
    for ((index, line), row) in lines.iter().enumerate().zip(rows.rows()) {
        let (mark, role) = match shown.focus {
            _ if first + index != shown.at => ("  ", Role::Text),
            Focus::List => ("› ", Role::Selected),
            // The keys are for its lines.
            Focus::Session(_) => ("› ", Role::Heading),
        };
        draw_row(line, mark, role, theme, row, buf);
    }
    for (line, row) in full.iter().zip(foot.rows()) {
        draw_row(line, "", Role::Quiet, theme, row, buf);
    }
}
