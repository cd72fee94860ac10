//! What lies over a screen to be read: one part behind the other, page by page. How many pages that are depends on the
//! screen, so that only whoever draws them knows.

use super::theme::{Glyphs, Role, Theme};
use super::widgets::text;
use super::{about, evidence, help};
use crate::app::{App, Overlay, Part, Then};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Columns of a heading beside its text; on narrower screens it stands above.
const MARGIN: u16 = 11;
/// From this width on headings stand beside.
const WIDE: u16 = 60;

/// A line of text, and how it looks.
struct Line {
    heading: &'static str,
    words: String,
    role: Role,
}

/// How many pages lie over the screen.
pub(super) fn count(app: &App, area: Rect) -> usize {
    let parts = app.overlaid().into_iter();
    parts.map(|part| pages_of(app, part, area)).sum()
}

/// Draws a page, counted from 0; the last one where there are fewer.
pub(super) fn draw(app: &App, page: usize, theme: Theme, area: Rect, buf: &mut Buffer) {
    buf.set_style(area, theme.style(Role::Text));
    if area.is_empty() {
        return;
    }
    let pages = count(app, area);
    let page = page.min(pages.saturating_sub(1));
    let mut before = page;
    for part in app.overlaid() {
        let own = pages_of(app, part, area);
        if before < own {
            draw_part(app, part, before, theme, area, buf);
            break;
        }
        before -= own;
    }
    if area.height > 1 {
        let foot = foot(app.overlay, page, pages, area.width);
        let (y, room) = (area.bottom() - 1, usize::from(area.width));
        buf.set_stringn(area.x, y, foot, room, theme.style(Role::Quiet));
    }
}

/// Rows of a page: all but the line at the bottom.
pub(super) fn rows(area: Rect) -> u16 {
    area.height.saturating_sub(1).max(1)
}

fn pages_of(app: &App, part: Part, area: Rect) -> usize {
    match part {
        Part::Keys => help::pages(app, area),
        Part::About | Part::Evidence(_) => {
            let lines = lines(app, part, area).len();
            lines.div_ceil(usize::from(rows(area))).max(1)
        }
    }
}

fn draw_part(app: &App, part: Part, page: usize, theme: Theme, area: Rect, buf: &mut Buffer) {
    if part == Part::Keys {
        return help::draw(app, page, theme, area, buf);
    }
    let capacity = usize::from(rows(area));
    let lines = lines(app, part, area);
    let shown = lines.iter().skip(page * capacity).take(capacity);
    let indent = margin(area).min(area.width);
    for (row, line) in area.rows().zip(shown) {
        let room = usize::from(row.width);
        buf.set_stringn(row.x, row.y, line.heading, room, theme.style(Role::Heading));
        let room = usize::from(row.width - indent);
        let words = text::shown(&line.words, theme.glyphs);
        buf.set_stringn(row.x + indent, row.y, words, room, theme.style(line.role));
    }
}

fn margin(area: Rect) -> u16 {
    if area.width < WIDE { 0 } else { MARGIN }
}

/// A part that is text: its title, and everything under its heading.
fn lines(app: &App, part: Part, area: Rect) -> Vec<Line> {
    let said = match part {
        Part::Keys => None,
        Part::About => about::said(app),
        Part::Evidence(topic) => Some(evidence::said(topic)),
    };
    let Some((title, said)) = said else {
        return Vec::new();
    };
    let title = Line {
        heading: "",
        words: title,
        role: Role::Heading,
    };
    let said = said
        .iter()
        .flat_map(|(heading, words)| under(heading, words, area));
    std::iter::once(title).chain(said).collect()
}

/// The lines of a text, and its heading beside or above them.
fn under(heading: &'static str, words: &str, area: Rect) -> Vec<Line> {
    let margin = margin(area);
    let room = area.width.saturating_sub(margin);
    let line = |heading, words| Line {
        heading,
        words,
        role: Role::Text,
    };
    let (above, mut beside) = if margin == 0 {
        (Some(line(heading, String::new())), "")
    } else {
        (None, heading)
    };
    let words = text::wrapped(words, room, Glyphs::Blocks).into_iter();
    let words = words.map(|words| line(std::mem::take(&mut beside), words));
    above.into_iter().chain(words).collect()
}

fn foot(overlay: Overlay, page: usize, pages: usize, width: u16) -> String {
    let is_last = page + 1 >= pages;
    let (long, short) = match overlay {
        Overlay::About { .. } if !is_last => {
            ("Enter turns the page, Esc goes back", "Enter: next, Esc")
        }
        Overlay::About {
            then: Then::Back, ..
        } => ("Enter goes back to the list", "Enter: back"),
        Overlay::About {
            then: Then::Start, ..
        } => (
            "Enter starts it, Esc goes back to the list",
            "Enter starts, Esc",
        ),
        _ if pages == 1 => ("Any key goes back", "any key"),
        _ if is_last => ("any key goes back", ""),
        _ => ("any key turns the page, Esc goes back", "any key, Esc"),
    };
    let place = if pages > 1 {
        format!("{}/{pages}  ", page + 1)
    } else {
        String::new()
    };
    let wordings = [
        format!("{place}{long}"),
        format!("{place}{short}"),
        if short.is_empty() {
            place.clone()
        } else {
            short.to_owned()
        },
        place,
    ];
    let wordings = wordings.map(|wording| wording.trim_end().to_owned());
    text::first_fitting(wordings, width).unwrap_or_default()
}
