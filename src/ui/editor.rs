//! The editor: the form, and beside it, or in one line beneath it, what it comes to.

mod lines;
mod side;
mod values;
mod words;

use super::footer;
use super::theme::{Role, Theme};
use super::widgets::text;
use crate::app::App;
use crate::app::editor::Editor;
use lines::Lines;
use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Margin, Rect};
use std::time::Duration;

/// From this width on there is room for the curve beside the form.
const WIDE: u16 = 70;
/// The form takes no more columns than this while something stands beside it.
const FORM: u16 = 124;
/// From this height on there is a title.
const TITLED: u16 = 9;
/// Time between two pictures of the dot.
const STEP: Duration = Duration::from_millis(50);

/// What moves in the editor. Two equal values give the same frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Visible {
    /// Where the rep that is heard is; it goes in steps.
    heard: Option<Duration>,
    notice: bool,
}

/// What can be seen of the editor at the app's moment.
pub fn visible(app: &App, editor: &Editor) -> Visible {
    Visible {
        heard: dot(app, editor),
        notice: app.has_notice(),
    }
}

/// The next moment at which to look whether it differs; `None` while it stands still.
pub fn next_change(app: &App, editor: &Editor) -> Option<Duration> {
    let clock = app.now.audible;
    editor.hearing.at(clock).map(|_| clock + STEP)
}

/// Where the rep that is heard is, in steps.
fn dot(app: &App, editor: &Editor) -> Option<Duration> {
    let heard = editor.hearing.at(app.now.audible)?;
    let steps = heard.as_nanos() / STEP.as_nanos();
    u32::try_from(steps).ok().map(|steps| STEP * steps)
}

/// Draws it.
pub(super) fn draw(app: &App, editor: &Editor, theme: Theme, area: Rect, buf: &mut Buffer) {
    buf.set_style(area, theme.style(Role::Text));
    if area.is_empty() {
        return;
    }
    let [body, foot] = Layout::vertical([Constraint::Fill(1), Constraint::Length(1)]).areas(area);
    let question =
        words::question(editor).map(|question| text::wrapped(&question, area.width, theme.glyphs));
    let asked = question.as_ref().map_or(0, Vec::len);
    let asked = u16::try_from(asked).unwrap_or(u16::MAX).min(area.height);
    let [body, over] = Layout::vertical([
        Constraint::Fill(1),
        Constraint::Length(asked.saturating_sub(1)),
    ])
    .areas(body);
    if area.width >= WIDE {
        draw_wide(app, editor, theme, body, buf);
    } else {
        draw_narrow(editor, theme, body, buf);
    }
    match question {
        Some(lines) => {
            let place = Rect {
                height: over.height + foot.height,
                ..over
            };
            ask(&lines, theme, place, buf);
        }
        None => footer::draw(app, theme, foot, buf),
    }
}

fn ask(lines: &[String], theme: Theme, area: Rect, buf: &mut Buffer) {
    for (row, line) in area.rows().zip(lines) {
        let style = theme.style(Role::Notice);
        buf.set_stringn(row.x, row.y, line, usize::from(row.width), style);
    }
}

fn draw_wide(app: &App, editor: &Editor, theme: Theme, area: Rect, buf: &mut Buffer) {
    let area = draw_title(editor, theme, area, buf);
    let form = (area.width * 3 / 5).min(FORM);
    let [form, side] = Layout::horizontal([Constraint::Length(form), Constraint::Fill(1)])
        .spacing(1)
        .areas(area);
    Lines::of(editor, theme, form.width).draw(theme, form, buf);
    side::draw(app, editor, theme, side.inner(Margin::new(1, 0)), buf);
}

fn draw_narrow(editor: &Editor, theme: Theme, area: Rect, buf: &mut Buffer) {
    let area = if area.height >= TITLED {
        draw_title(editor, theme, area, buf)
    } else {
        area
    };
    let pinned = u16::from(area.height > 1);
    let [form, totals] =
        Layout::vertical([Constraint::Fill(1), Constraint::Length(pinned)]).areas(area);
    Lines::of(editor, theme, form.width).draw(theme, form, buf);
    let (words, role) = words::pinned(editor, totals.width);
    let words = text::shown(&words, theme.glyphs);
    let room = usize::from(totals.width);
    if !totals.is_empty() {
        buf.set_stringn(totals.x, totals.y, words, room, theme.style(role));
    }
}

/// Draws the title where there is room for it, and returns what is left.
fn draw_title(editor: &Editor, theme: Theme, area: Rect, buf: &mut Buffer) -> Rect {
    let [title, rest] = Layout::vertical([Constraint::Length(1), Constraint::Fill(1)]).areas(area);
    if !title.is_empty() {
        let words = words::title(editor, title.width, theme.glyphs);
        let room = usize::from(title.width);
        buf.set_stringn(title.x, title.y, words, room, theme.style(Role::Heading));
    }
    rest
}
