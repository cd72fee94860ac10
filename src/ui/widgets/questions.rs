//! Rows of questions with their answers: what was given stands plainly, what is assumed in brackets, and what is missing
//! as a dash. The row under the cursor says what its scale means, beside the answer or beneath it. A question that is too long
//! to stand beside its answer takes as many lines as it needs: no word of either is cut.

use super::{field, text};
use crate::app::ask::{Question, Questions};
use crate::app::field::Field;
use crate::training::journal::Answer;
use crate::training::text::visible;
use crate::ui::theme::{Glyphs, Role, Theme};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::fmt;

/// Where answers begin: behind the longest question.
const ANSWERS: u16 = 26;
/// Below this a screen is narrow: there they begin behind their question.
const NARROW: u16 = 50;
/// Below this it is tiny.
const TINY: u16 = 30;
/// Columns of an answer before what its scale means.
const ANSWER: u16 = 11;
/// From this many rows on there may be one for the scale, where it has no room beside the answer.
const ROOMY: u16 = 6;
/// Columns of the mark in front of the question under the cursor.
const MARK: u16 = 2;

/// How many rows they take where each has one.
pub fn height(questions: &Questions) -> u16 {
    u16::try_from(questions.rows.len()).unwrap_or(u16::MAX)
}

/// How many rows they take at a width with everything that there is to say about them.
pub fn full_height(questions: &Questions, glyphs: Glyphs, width: u16) -> u16 {
    total(&rows(questions, glyphs, width))
}

fn total(rows: &[Row]) -> u16 {
    rows.iter().map(Row::height).fold(0, u16::saturating_add)
}

/// A question as it is put on the screen.
#[derive(Default)]
struct Row {
    /// The question and its answer.
    lines: Vec<String>,
    /// What its scale means, where that stands beside them, and where it stands beneath.
    beside: String,
    beneath: Vec<String>,
}

fn rows(questions: &Questions, glyphs: Glyphs, width: u16) -> Vec<Row> {
    let rows = questions.rows.iter().enumerate();
    rows.map(|(index, row)| match index == questions.at {
        // Its field stands in its place.
        true if questions.field.is_some() => Row::default(),
        true => Row::explained(row, &questions.title(index), glyphs, width),
        false => Row {
            lines: lines(row, &questions.title(index), false, glyphs, width),
            ..Row::default()
        },
    })
    .collect()
}

/// Draws as many rows as fit, those around the cursor.
pub fn draw(questions: &Questions, theme: Theme, area: Rect, buf: &mut Buffer) {
    let mut rows = rows(questions, theme.glyphs, area.width);
    let (all, beneath) = (total(&rows), scale_of(&rows, questions.at));
    // What a scale means drives no question out of sight that would be seen without it.
    if area.height < ROOMY || (all > area.height && all - beneath <= area.height) {
        for row in &mut rows {
            row.beneath.clear();
        }
    }
    if area.height == 1
        && let Some(row) = rows.get_mut(questions.at).filter(|row| row.lines.len() > 1)
        && let Some(line) = squeezed(questions, theme.glyphs, area.width)
    {
        row.lines = vec![line];
    }
    let heights: Vec<u16> = rows.iter().map(Row::height).collect();
    let first = first(&heights, questions.at, area.height);
    let mut y = area.y;
    for (index, row) in rows.iter().enumerate().skip(first) {
        let left = area.bottom().saturating_sub(y);
        let is_selected = index == questions.at;
        // What is under the cursor is shown as far as there is room.
        if left == 0 || (row.height() > left && !is_selected) {
            break;
        }
        let height = row.height().min(left);
        let place = Rect { y, height, ..area };
        match questions.field.as_ref().filter(|_| is_selected) {
            Some(open) => draw_field(questions, open, theme, place, buf),
            None => row.draw(is_selected, theme, place, buf),
        }
        y += height;
    }
}

/// Rows of the scale beneath the row under the cursor.
fn scale_of(rows: &[Row], at: usize) -> u16 {
    let lines = rows.get(at).map_or(0, |row| row.beneath.len());
    u16::try_from(lines).unwrap_or(u16::MAX)
}

/// The first row that is shown, so that the one under the cursor is in sight, with its neighbours where there is room.
fn first(heights: &[u16], at: usize, room: u16) -> usize {
    let taken = |from: usize, to: usize| -> u16 {
        let rows = heights.iter().take(to).skip(from);
        rows.copied().fold(0, u16::saturating_add)
    };
    let last = heights.len();
    let mut first = at;
    // What is above the cursor gets half of the room, or whatever is not needed below.
    while let Some(above) = first.checked_sub(1) {
        let half = taken(above, at) <= room / 2 && taken(above, at + 1) <= room;
        if !half && taken(above, last) > room {
            break;
        }
        first = above;
    }
    first
}

/// The field of the row under the cursor, behind its question, or behind the first word of it.
fn draw_field(questions: &Questions, open: &Field, theme: Theme, area: Rect, buf: &mut Buffer) {
    buf.set_style(area, theme.style(Role::Selected));
    let title = questions.title(questions.at);
    let first = title.split(' ').next().unwrap_or_default();
    let labels = [title.as_str(), first].map(|words| format!(" {words}: "));
    let label = text::first_fitting(labels, area.width / 2).unwrap_or_default();
    field::draw(&label, open, theme, area, buf);
}

impl Row {
    /// A row that says what its scale means.
    fn explained(row: &Question, title: &str, glyphs: Glyphs, width: u16) -> Self {
        let lines = lines(row, title, true, glyphs, width);
        let scale = text::shown(row.ask.scale(), glyphs);
        let end = lines.last().map_or(0, |line| text::width(line));
        let column = end.saturating_add(1).max(ANSWERS + ANSWER);
        if lines.len() == 1 && column.saturating_add(text::width(&scale)) <= width {
            let gap = usize::from(column - end);
            let beside = format!("{:gap$}{scale}", "");
            return Self {
                lines,
                beside,
                ..Self::default()
            };
        }
        Self {
            lines,
            beneath: text::wrapped(&scale, width.saturating_sub(MARK), glyphs),
            ..Self::default()
        }
    }

    fn height(&self) -> u16 {
        let lines = self.lines.len() + self.beneath.len();
        u16::try_from(lines.max(1)).unwrap_or(u16::MAX)
    }

    fn draw(&self, is_selected: bool, theme: Theme, area: Rect, buf: &mut Buffer) {
        let role = if is_selected {
            buf.set_style(area, theme.style(Role::Selected));
            Role::Selected
        } else {
            Role::Text
        };
        let style = theme.style(role);
        let beneath = self.beneath.iter().map(|line| format!("  {line}"));
        let lines = self.lines.iter().cloned().chain(beneath);
        for (place, line) in area.rows().zip(lines) {
            let room = usize::from(place.width);
            buf.set_stringn(place.x, place.y, line + &self.beside, room, style);
        }
    }
}

/// A question with its answer: on one line where there is room, in columns where the screen is wide; else in several.
fn lines(
    row: &Question,
    title: &str,
    is_selected: bool,
    glyphs: Glyphs,
    width: u16,
) -> Vec<String> {
    let title = text::shown(title, glyphs);
    let shown = answered(&row.answer);
    let (mark, apart, close) = if is_selected {
        ("›", format!("‹ {shown} ›"), format!("‹{shown}›"))
    } else {
        (" ", format!("  {shown}"), shown)
    };
    let mark = text::shown(mark, glyphs);
    let answer = text::shown(&apart, glyphs);
    let column = if width < NARROW {
        // Answers of one or two letters stand below each other at the right.
        let least = if width < TINY { 5 } else { 8 };
        width.saturating_sub(text::width(&answer).max(least))
    } else {
        ANSWERS
    };
    let column = column.max(MARK + text::width(&title) + 1);
    if column.saturating_add(text::width(&answer)) <= width {
        let gap = usize::from(column - MARK - text::width(&title));
        return vec![format!("{mark} {title}{:gap$}{answer}", "")];
    }
    let words = format!("{title}: {close}");
    let lines = text::wrapped(&words, width.saturating_sub(MARK), glyphs);
    let put = |(index, line): (usize, String)| {
        let mark = if index == 0 { mark.as_ref() } else { " " };
        format!("{mark} {line}")
    };
    lines.into_iter().enumerate().map(put).collect()
}

/// The row under the cursor where it has a single line: the answer whole, and as many words of its question as fit before it.
fn squeezed(questions: &Questions, glyphs: Glyphs, width: u16) -> Option<String> {
    let shown = format!("‹{}›", answered(&questions.current()?.answer));
    let mark = text::shown("›", glyphs);
    let answer = text::shown(&shown, glyphs);
    let room = width.checked_sub(MARK + text::width(&answer) + 1)?;
    let title = questions.title(questions.at);
    let title = text::shown(&title, glyphs);
    let words: Vec<&str> = title.split(' ').collect();
    let wordings = (0..=words.len())
        .rev()
        .map(|count| words.get(..count).unwrap_or_default().join(" "));
    let title = text::first_fitting(wordings, room)?;
    Some(format!("{mark} {title} {answer}"))
}

/// An answer: `7`, `(7)` where it is assumed, `–` where it is missing.
pub fn answered<T: fmt::Display>(answer: &Answer<T>) -> String {
    match answer {
        Answer::Given(value) => visible(&value.to_string()).into_owned(),
        Answer::Assumed(value) => format!("({})", visible(&value.to_string())),
        Answer::Missing => "–".to_owned(),
    }
}
