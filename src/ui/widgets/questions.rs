//! Rows of questions with their answers: what was given stands plainly, what is assumed in brackets, and what is missing
//! as a dash. The row under the cursor says what its scale means.

use super::{field, text};
use crate::app::ask::{Question, Questions};
use crate::training::journal::Answer;
use crate::training::text::visible;
use crate::ui::theme::{Role, Theme};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::fmt;

/// Where answers begin: behind the longest question.
const ANSWERS: u16 = 26;
/// Where they begin on narrow screens.
const ANSWERS_NARROW: u16 = 22;
/// Below this a screen is narrow.
const NARROW: u16 = 50;
/// Columns of an answer before what its scale means.
const ANSWER: u16 = 18;

/// How many rows they take.
pub fn height(questions: &Questions) -> u16 {
    u16::try_from(questions.rows.len()).unwrap_or(u16::MAX)
}

/// Draws as many rows as fit, those around the cursor.
pub fn draw(questions: &Questions, theme: Theme, area: Rect, buf: &mut Buffer) {
    let room = usize::from(area.height);
    let most = questions.rows.len().saturating_sub(room);
    let first = questions.at.saturating_sub(room / 2).min(most);
    let shown = questions.rows.iter().enumerate().skip(first);
    for (place, (index, row)) in area.rows().zip(shown) {
        draw_row(questions, index, row, theme, place, buf);
    }
}

fn draw_row(
    questions: &Questions,
    index: usize,
    row: &Question,
    theme: Theme,
    area: Rect,
    buf: &mut Buffer,
) {
    if area.is_empty() {
        return;
    }
    let is_selected = index == questions.at;
    let title = questions.title(index);
    let role = if is_selected {
        buf.set_style(area, theme.style(Role::Selected));
        Role::Selected
    } else {
        Role::Text
    };
    if let Some(open) = questions.field.as_ref().filter(|_| is_selected) {
        return field::draw(&format!(" {title}: "), open, theme, area, buf);
    }
    let answers = if area.width < NARROW {
        ANSWERS_NARROW
    } else {
        ANSWERS
    };
    let answer = words(&row.answer, is_selected);
    // An answer is never cut: on the smallest screens its question is.
    let answers = answers.min(area.width.saturating_sub(text::width(&answer)));
    let mut put = |x: u16, end: u16, words: &str, role: Role| {
        let room = end.min(area.width).saturating_sub(x);
        let words = text::shortened(words, room, theme.glyphs).unwrap_or_default();
        let style = theme.style(role);
        buf.set_stringn(
            area.x + x.min(area.width),
            area.y,
            words,
            usize::from(room),
            style,
        );
    };
    put(0, 1, if is_selected { "›" } else { "" }, role);
    put(2, answers.saturating_sub(1), &title, role);
    put(answers, area.width, &answer, role);
    let scale = answers + ANSWER.max(text::width(&answer) + 1);
    if is_selected && scale + text::width(row.ask.scale()) <= area.width {
        put(scale, area.width, row.ask.scale(), role);
    }
}

/// `7`, `(7)` where it is assumed, `–` where it is missing.
pub fn answered<T: fmt::Display>(answer: &Answer<T>) -> String {
    match answer {
        Answer::Given(value) => visible(&value.to_string()).into_owned(),
        Answer::Assumed(value) => format!("({})", visible(&value.to_string())),
        Answer::Missing => "–".to_owned(),
    }
}

/// `‹ 7 ›` under the cursor, `7` else; `(7)` where it is assumed, `–` where it is missing.
fn words(answer: &Answer<crate::app::ask::Value>, is_selected: bool) -> String {
    let shown = answered(answer);
    if is_selected {
        format!("‹ {shown} ›")
    } else {
        format!("  {shown}")
    }
}
