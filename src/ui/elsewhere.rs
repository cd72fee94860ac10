//! Done elsewhere: what will be logged, on which day, and the questions about it.

use super::footer;
use super::theme::{Role, Theme};
use super::widgets::table::draw_row;
use super::widgets::{questions, text};
use crate::app::App;
use crate::app::elsewhere::Elsewhere;
use crate::training::text::visible;
use jiff::civil::Date;
use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Rect};

/// Draws it.
pub(super) fn draw(app: &App, form: &Elsewhere, theme: Theme, area: Rect, buf: &mut Buffer) {
    buf.set_style(area, theme.style(Role::Text));
    let [body, foot] = Layout::vertical([
        Constraint::Fill(1),
        Constraint::Length(u16::from(area.height > 1)),
    ])
    .areas(area);
    let mut told: Vec<(String, Role)> = Vec::new();
    let mut tell = |words: &str, role: Role| {
        let lines = text::wrapped(words, body.width, theme.glyphs);
        told.extend(lines.into_iter().map(|line| (line, role)));
    };
    tell(&format!("Done elsewhere: {}", what(form)), Role::Heading);
    tell(&day(form.day, app.today), Role::Text);
    // Of the questions two rows stay, whatever the name is.
    let most = body.height.saturating_sub(2);
    let rows = u16::try_from(told.len()).unwrap_or(u16::MAX).min(most);
    let air = u16::from(body.height > rows + questions::height(&form.questions));
    let [head, _, asked] = Layout::vertical([
        Constraint::Length(rows),
        Constraint::Length(air),
        Constraint::Fill(1),
    ])
    .areas(body);
    // The day is the last line, and stays.
    let skipped = told.len().saturating_sub(usize::from(rows));
    for (row, (line, role)) in head.rows().zip(told.iter().skip(skipped)) {
        draw_row(line, "", *role, theme, row, buf);
    }
    questions::draw(&form.questions, theme, asked, buf);
    footer::draw(app, theme, foot, buf);
}

/// `Eccentric 4:1 · 3×8 · 4-0-1-0`.
fn what(form: &Elsewhere) -> String {
    let routine = &form.routine;
    let name = visible(&routine.name);
    format!("{name} · {} · {}", routine.dose(), routine.pace())
}

/// `‹ Fri 27 Nov 2026, today ›`: the signs are the keys that change it.
fn day(day: Date, today: Date) -> String {
    let words = day.strftime("%a %-d %b %Y");
    match i64::from((today - day).get_days()) {
        0 => format!("< {words}, today"),
        1 => format!("< {words}, yesterday >"),
        days => format!("< {words}, {days} days ago >"),
    }
}
