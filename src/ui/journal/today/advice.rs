//! What today calls for, as lines on the screen: the words are those of [`crate::training::readiness`], wrapped.

use crate::app::journal::today::Today;
use crate::ui::theme::{Glyphs, Role, Theme};
use crate::ui::widgets::text;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Columns of which page it is: ` 1/3`; where there are many, the page alone.
const PLACE: u16 = 5;

/// A line, how far it is moved in, and how it looks.
pub(super) struct Line {
    indent: u16,
    words: String,
    role: Role,
}

/// All of it, for a width: for what it is, the verdict, and everything that it rests on.
pub(super) fn lines(shown: &Today, glyphs: Glyphs, width: u16) -> Vec<Line> {
    let mut lines = Vec::new();
    let heading = &shown.advice.heading;
    add(&mut lines, (0, heading, Role::Quiet), glyphs, width);
    for (index, line) in shown.advice.lines.iter().enumerate() {
        let role = match line.strip_prefix("  ") {
            _ if index == 0 => Role::Heading,
            Some(_) => Role::Quiet,
            None => Role::Text,
        };
        // The rule and the entries stand under the reason's words, behind its dash.
        let indent = if line.starts_with(' ') { 2 } else { 0 };
        add(&mut lines, (indent, line, role), glyphs, width);
    }
    lines
}

/// The same with air around the verdict, each reason, and the words at the foot.
fn aired(shown: &Today, glyphs: Glyphs, width: u16) -> Vec<Line> {
    let mut aired: Vec<Line> = Vec::new();
    let mut lines = lines(shown, glyphs, width).into_iter().peekable();
    while let Some(line) = lines.next() {
        let next = lines.peek();
        let ends = next.is_some_and(|next| {
            let begins = next.words.starts_with("- ") || next.indent < line.indent;
            begins || (line.role == Role::Heading && next.role != Role::Heading)
        });
        aired.push(line);
        if ends {
            aired.push(Line {
                indent: 0,
                words: String::new(),
                role: Role::Text,
            });
        }
    }
    aired
}

/// Adds a text in as many lines as it takes. What goes on behind a dash stands behind it.
fn add(
    lines: &mut Vec<Line>,
    (indent, words, role): (u16, &str, Role),
    glyphs: Glyphs,
    width: u16,
) {
    let hang = if words.starts_with("- ") { 2 } else { indent };
    let room = width.saturating_sub(hang);
    let (mark, words) = match words.strip_prefix("- ") {
        Some(rest) => ("- ", rest),
        None => ("", words),
    };
    for (index, wrapped) in text::wrapped(words, room, glyphs).into_iter().enumerate() {
        let (indent, words) = if index == 0 {
            (indent, format!("{mark}{wrapped}"))
        } else {
            (hang, wrapped)
        };
        lines.push(Line {
            indent,
            words,
            role,
        });
    }
}

/// Whether all of it fits.
pub(super) fn fits(shown: &Today, glyphs: Glyphs, area: Rect) -> bool {
    lines(shown, glyphs, area.width).len() <= usize::from(area.height)
}

/// Draws as much of it as fits: the verdict at the least, and where something is left out, the key that shows it.
pub(super) fn draw_beginning(shown: &Today, theme: Theme, area: Rect, buf: &mut Buffer) {
    let room = usize::from(area.height);
    let aired = aired(shown, theme.glyphs, area.width);
    if aired.len() <= room {
        return put(&aired, theme, area, buf);
    }
    let all = lines(shown, theme.glyphs, area.width);
    if all.len() <= room {
        return put(&all, theme, area, buf);
    }
    let words = ["a: all of it, with the rule", "a: all of it"].map(str::to_owned);
    let more = Line {
        indent: 0,
        words: text::first_fitting(words, area.width).unwrap_or_default(),
        role: Role::Key,
    };
    let told = all.iter().rposition(|line| line.role == Role::Heading);
    let mut some: Vec<Line> = if told.is_some_and(|last| last + 1 < room) {
        all.into_iter().take(room - 1).collect()
    } else {
        vec![verdict(shown, theme.glyphs, area.width)]
    };
    some.push(more);
    put(&some, theme, area, buf);
}

/// What stands below the verdict on the pages: all of it, without the verdict where that is whole above.
fn below_verdict(shown: &Today, glyphs: Glyphs, width: u16) -> Vec<Line> {
    let mut lines = lines(shown, glyphs, width);
    let told = lines.iter().filter(|line| line.role == Role::Heading);
    if told.count() == 1 {
        let is_whole = |line: &Line| text::width(&line.words) + PLACE <= width;
        lines.retain(|line| line.role != Role::Heading || !is_whole(line));
    }
    lines
}

/// How many pages all of it takes.
pub(super) fn pages(shown: &Today, glyphs: Glyphs, area: Rect) -> usize {
    below_verdict(shown, glyphs, area.width)
        .len()
        .div_ceil(capacity(area))
        .max(1)
}

/// Draws a page of all of it, counted from 0, with the verdict above.
pub(super) fn draw_page(
    shown: &Today,
    (page, pages): (usize, usize),
    theme: Theme,
    area: Rect,
    buf: &mut Buffer,
) {
    let number = page + 1;
    let wordings = [format!(" {number}/{pages}"), format!(" {number}")];
    let place = text::first_fitting(wordings, PLACE).unwrap_or_default();
    let head = verdict(shown, theme.glyphs, area.width.saturating_sub(PLACE));
    put(&[head], theme, area, buf);
    if area.height > 0 && area.width > PLACE {
        let x = area.right() - text::width(&place).min(PLACE);
        buf.set_stringn(x, area.y, place, PLACE.into(), theme.style(Role::Quiet));
    }
    let lines = below_verdict(shown, theme.glyphs, area.width);
    let capacity = capacity(area);
    let shown: Vec<Line> = lines
        .into_iter()
        .skip(page * capacity)
        .take(capacity)
        .collect();
    let below = Rect {
        y: area.y + 1,
        height: area.height.saturating_sub(1),
        ..area
    };
    put(&shown, theme, below, buf);
}

/// Rows of a page: all but the verdict above.
fn capacity(area: Rect) -> usize {
    usize::from(area.height.saturating_sub(1).max(1))
}

/// The verdict on one line: as many of its words as fit.
fn verdict(shown: &Today, glyphs: Glyphs, width: u16) -> Line {
    let all = shown.advice.lines.first().map_or("", String::as_str);
    let (ellipsis, room) = if glyphs == Glyphs::Ascii {
        (" ..", width.saturating_sub(3))
    } else {
        (" …", width.saturating_sub(2))
    };
    let whole = text::wrapped(all, width, glyphs);
    let words = match whole.as_slice() {
        [] => String::new(),
        [line] => line.clone(),
        _ => {
            let cut = text::wrapped(all, room, glyphs);
            let first = cut.into_iter().next().unwrap_or_default();
            format!("{first}{ellipsis}")
        }
    };
    Line {
        indent: 0,
        words,
        role: Role::Heading,
    }
}

fn put(lines: &[Line], theme: Theme, area: Rect, buf: &mut Buffer) {
    for (row, line) in area.rows().zip(lines) {
        let indent = line.indent.min(row.width);
        let room = usize::from(row.width - indent);
        let style = theme.style(line.role);
        buf.set_stringn(row.x + indent, row.y, &line.words, room, style);
    }
}
