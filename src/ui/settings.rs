//! The settings: rows in three groups, and under them a sentence about the one under the cursor.

pub mod late;
mod words;

use super::footer;
use super::theme::{Role, Theme};
use super::widgets::big::Rasters;
use super::widgets::text;
use crate::app::App;
use crate::app::settings::{ROWS, Row, Settings};
use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Rect};
use std::time::Duration;

/// Columns that the rows take where there are so many.
const WIDTH: u16 = 72;
/// Where values begin: behind the longest name.
const VALUES: u16 = 20;
/// Where they begin on narrow screens.
const VALUES_NARROW: u16 = 16;
/// Below this a screen is narrow.
const NARROW: u16 = 50;
/// Columns of a value with its arrows.
const VALUE: u16 = 20;
/// Columns between a sentence and what stands behind it.
const GAP: u16 = 2;

/// What moves on this screen. Two equal values give the same frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Visible {
    /// Whether an example is heard.
    heard: bool,
    late: Option<late::Visible>,
    notice: bool,
}

/// What can be seen of the screen at the app's moment.
pub fn visible(app: &App, settings: &Settings, area: Rect) -> Visible {
    let late = settings.late.as_ref();
    Visible {
        heard: settings.hearing.is_on(),
        late: late.map(|late| late::visible(late, app.now.audible, area)),
        notice: app.has_notice(),
    }
}

/// The next moment of the clock at which the screen differs, or the app should be told that time has passed.
pub fn next_change(
    settings: &Settings,
    clock: Duration,
    area: Rect,
    per_second: u8,
) -> Option<Duration> {
    match &settings.late {
        Some(late) => Some(late::next_change(late, clock, area, per_second)),
        None => settings.hearing.until(),
    }
}

/// Draws it.
pub(super) fn draw(
    app: &App,
    settings: &Settings,
    theme: Theme,
    rasters: &mut Rasters,
    area: Rect,
    buf: &mut Buffer,
) {
    buf.set_style(area, theme.style(Role::Text));
    if let Some(late) = &settings.late {
        return late::draw(app, late, theme, rasters, area, buf);
    }
    let spare = area.width.saturating_sub(WIDTH) / 2;
    let inside = Rect {
        x: area.x + spare,
        width: area.width - 2 * spare,
        ..area
    };
    let told = u16::from(area.height > 2);
    let [body, about, foot] = Layout::vertical([
        Constraint::Fill(1),
        Constraint::Length(told),
        Constraint::Length(u16::from(area.height > 1)),
    ])
    .areas(inside);
    draw_rows(app, settings, theme, body, buf);
    tell(app, settings, theme, about, buf);
    footer::draw(app, theme, foot, buf);
}

/// A line of the list.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Line {
    Blank,
    Heading(&'static str),
    Setting(Row),
}

/// The lines, with blank ones between the groups where there is room for all.
fn lines(height: u16) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut group = None;
    for row in ROWS {
        if group != Some(row.group()) {
            group = Some(row.group());
            lines.extend([Line::Blank, Line::Heading(words::heading(row.group()))]);
        }
        lines.push(Line::Setting(row));
    }
    if lines.len() > usize::from(height) {
        lines.retain(|line| *line != Line::Blank);
    }
    lines
}

fn draw_rows(app: &App, settings: &Settings, theme: Theme, area: Rect, buf: &mut Buffer) {
    let lines = lines(area.height);
    let room = usize::from(area.height);
    // A third of what is left over goes above.
    let above = room.saturating_sub(lines.len()) / 3;
    let cursor = lines
        .iter()
        .position(|line| *line == Line::Setting(settings.row()));
    let cursor = cursor.unwrap_or(0);
    // The cursor stays in the middle, as far as there is something above and below.
    let most = lines.len().saturating_sub(room);
    let first = cursor.saturating_sub(room / 2).min(most);
    let shown = lines.iter().enumerate().skip(first);
    for (place, (index, line)) in area.rows().skip(above).zip(shown) {
        match line {
            Line::Blank => {}
            Line::Heading(words) => {
                let room = usize::from(place.width);
                buf.set_stringn(place.x, place.y, words, room, theme.style(Role::Heading));
            }
            Line::Setting(row) => draw_row(app, *row, index == cursor, theme, place, buf),
        }
    }
}

fn draw_row(app: &App, row: Row, is_selected: bool, theme: Theme, area: Rect, buf: &mut Buffer) {
    let chosen = app.chosen();
    let role = if is_selected {
        Role::Selected
    } else {
        Role::Text
    };
    let values = if area.width < NARROW {
        VALUES_NARROW
    } else {
        VALUES
    };
    let (title, value) = (words::title(row), words::value(row, &chosen));
    let value = if is_selected {
        format!("‹ {value} ›")
    } else {
        format!("  {value}")
    };
    if is_selected {
        buf.set_style(area, theme.style(role));
    }
    // A value is never cut: on the smallest screens its name is.
    let values = values.min(area.width.saturating_sub(text::width(&value)));
    let mut put = |x: u16, words: &str, role: Role| {
        let end = if x < values { values } else { area.width };
        let room = end.saturating_sub(x);
        let words = text::shortened(words, room, theme.glyphs).unwrap_or_default();
        let style = theme.style(role);
        buf.set_stringn(area.x + x, area.y, words, usize::from(room), style);
    };
    put(1.min(area.width), if is_selected { "›" } else { "" }, role);
    put(3.min(area.width), title, role);
    put(values.min(area.width), &value, role);
    let note = words::note(row, &chosen);
    if let Some(note) = note.or_else(|| words::meter(row, &chosen)) {
        let role = if is_selected { role } else { Role::Quiet };
        put((values + VALUE).min(area.width), &note, role);
    }
}

/// The sentence about the row under the cursor, and behind it what stands in the way of hearing it.
fn tell(app: &App, settings: &Settings, theme: Theme, area: Rect, buf: &mut Buffer) {
    let row = settings.row();
    let silence = words::silence(app).filter(|_| words::is_heard(row));
    let silence = silence.unwrap_or_default();
    let taken = text::width(silence);
    let room = area
        .width
        .saturating_sub(taken + u16::from(taken > 0) * GAP);
    let about = words::about(row).map(str::to_owned);
    let about = text::first_fitting(about, room).unwrap_or_default();
    let about = text::shown(&about, theme.glyphs);
    if area.is_empty() {
        return;
    }
    let room = usize::from(area.width);
    buf.set_stringn(area.x, area.y, about, room, theme.style(Role::Quiet));
    if let Some(left) = area.width.checked_sub(taken) {
        let room = usize::from(taken);
        let style = theme.style(Role::Notice);
        buf.set_stringn(area.x + left, area.y, silence, room, style);
    }
}
