//! Everything that is known of what is under the cursor: what it is for, what is done, and where its numbers come from. What
//! does not fit is on the next page.

use super::theme::{Role, Theme};
use super::widgets::text;
use crate::app::{App, Then};
use crate::training::advice;
use crate::training::facts;
use crate::training::preset::Tier;
use crate::training::routine::Routine;
use crate::training::text::visible;
use crate::training::timeline::Timeline;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Columns of a heading beside its text; on narrower screens it stands above.
const MARGIN: u16 = 11;
/// From this width on headings stand beside.
const WIDE: u16 = 60;

/// A line, and how it looks.
struct Line {
    heading: &'static str,
    words: String,
    role: Role,
}

/// How many pages there are on a screen.
pub fn pages(app: &App, area: Rect) -> usize {
    lines(app, area).len().div_ceil(capacity(area)).max(1)
}

/// Draws a page, counted from 0; the last one where there are fewer.
pub fn draw(app: &App, page: usize, then: Then, theme: &Theme, area: Rect, buf: &mut Buffer) {
    buf.set_style(area, theme.style(Role::Text));
    let lines = lines(app, area);
    let pages = lines.len().div_ceil(capacity(area)).max(1);
    let page = page.min(pages - 1);
    let shown = lines
        .iter()
        .skip(page * capacity(area))
        .take(capacity(area));
    let margin = margin(area);
    for (row, line) in area.rows().zip(shown) {
        let room = usize::from(row.width);
        buf.set_stringn(row.x, row.y, line.heading, room, theme.style(Role::Heading));
        let indent = margin.min(row.width);
        let room = usize::from(row.width - indent);
        let words = text::shown(&line.words, theme.glyphs);
        buf.set_stringn(row.x + indent, row.y, words, room, theme.style(line.role));
    }
    if area.height > 1 {
        let foot = foot(page, pages, then, area.width);
        let (y, room) = (area.bottom() - 1, usize::from(area.width));
        buf.set_stringn(area.x, y, foot, room, theme.style(Role::Quiet));
    }
}

fn foot(page: usize, pages: usize, then: Then, width: u16) -> String {
    let (long, short) = match then {
        _ if page + 1 < pages => ("Enter turns the page, Esc goes back", "Enter: next, Esc"),
        Then::Back => ("Enter goes back to the list", "Enter: back"),
        Then::Start => (
            "Enter starts it, Esc goes back to the list",
            "Enter starts, Esc",
        ),
    };
    let place = if pages > 1 {
        format!("{}/{pages}  ", page + 1)
    } else {
        String::new()
    };
    let wordings = [
        format!("{place}{long}"),
        format!("{place}{short}"),
        short.to_owned(),
    ];
    text::first_fitting(wordings, width).unwrap_or_default()
}

/// Rows of a page: all but the line at the bottom.
fn capacity(area: Rect) -> usize {
    usize::from(area.height.saturating_sub(1).max(1))
}

fn margin(area: Rect) -> u16 {
    if area.width < WIDE { 0 } else { MARGIN }
}

fn lines(app: &App, area: Rect) -> Vec<Line> {
    let Some(routine) = app.picker.previewed() else {
        return Vec::new();
    };
    let routine = app.as_chosen(&routine);
    let mut lines = vec![Line {
        heading: "",
        words: visible(&routine.name).into_owned(),
        role: Role::Heading,
    }];
    let margin = margin(area);
    let room = area.width.saturating_sub(margin);
    for (heading, words) in said(&routine) {
        let mut heading = heading;
        if margin == 0 {
            lines.push(Line {
                heading,
                words: String::new(),
                role: Role::Text,
            });
            heading = "";
        }
        for words in text::wrapped(&words, room, super::theme::Glyphs::Blocks) {
            lines.push(Line {
                heading: std::mem::take(&mut heading),
                words,
                role: Role::Text,
            });
        }
    }
    lines
}

fn said(routine: &Routine) -> Vec<(&'static str, String)> {
    let timeline = Timeline::of(routine);
    let mut said = facts::of(routine, &timeline);
    if routine.about.tier != Tier::General {
        let words = "Published for people in whom this was diagnosed. It is shown for information: \
                     train it under a clinician's plan.";
        said.insert(0, ("Read first", words.to_owned()));
    }
    let mut notes: Vec<String> = routine.presets().flat_map(advice::notes).collect();
    notes.dedup();
    said.extend(notes.into_iter().map(|note| ("Note", note)));
    said
}
