//! Beside the form: the rep as a curve, what everything comes to, and what to know about the row under the cursor.

use super::dot;
use super::words;
use crate::app::App;
use crate::app::editor::Editor;
use crate::training::text::visible;
use crate::ui::picker::legs;
use crate::ui::theme::{Role, Theme};
use crate::ui::widgets::curve::Curve;
use crate::ui::widgets::text;
use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Rect};

/// Rows of the curve at least, labels included.
const LEAST_CURVE: u16 = 6;
/// From this height on half of it is for the curve.
const TALL: u16 = 36;
/// Columns of a total's label.
const LABEL: u16 = 9;

/// Draws it.
pub(super) fn draw(app: &App, editor: &Editor, theme: Theme, area: Rect, buf: &mut Buffer) {
    // On a large screen the rep is what is looked at; the words need no more than some rows.
    let share = if area.height > TALL {
        area.height / 2
    } else {
        area.height / 3
    };
    let curve = share.max(LEAST_CURVE).min(area.height);
    let [curve, words] = Layout::vertical([Constraint::Length(curve), Constraint::Fill(1)])
        .spacing(u16::from(area.height > 2 * LEAST_CURVE))
        .areas(area);
    if let Some(rep) = &editor.reading.rep {
        let legs = legs(rep);
        let dot = dot(app, editor);
        Curve { legs: &legs, dot }.draw(&theme, curve, buf);
    } else {
        let words = ["There is no rep to show yet.".to_owned()];
        draw_words(&words, Role::Quiet, theme, curve, buf);
    }
    let words = draw_totals(editor, theme, words, buf);
    let notes: Vec<String> = editor
        .reading
        .notes
        .iter()
        .map(|note| visible(note).into_owned())
        .collect();
    let words = draw_words(&notes, Role::Notice, theme, words, buf);
    let about = [words::about(editor.row()).to_owned()];
    draw_words(&about, Role::Quiet, theme, words, buf);
}

/// Draws the totals below each other, and returns what is left beneath.
fn draw_totals(editor: &Editor, theme: Theme, area: Rect, buf: &mut Buffer) -> Rect {
    let Some(totals) = &editor.reading.totals else {
        return area;
    };
    let totals = words::totals(totals);
    for (row, (label, length)) in area.rows().zip(&totals) {
        buf.set_stringn(
            row.x,
            row.y,
            label,
            usize::from(row.width),
            theme.style(Role::Quiet),
        );
        let length = text::shown(length, theme.glyphs);
        let room = usize::from(row.width.saturating_sub(LABEL));
        if room > 0 {
            buf.set_stringn(
                row.x + LABEL,
                row.y,
                length,
                room,
                theme.style(Role::Heading),
            );
        }
    }
    beneath(area, totals.len() + 1)
}

/// Draws sentences below each other, each whole or not at all, and returns what is left beneath a blank line.
fn draw_words(
    sentences: &[String],
    role: Role,
    theme: Theme,
    area: Rect,
    buf: &mut Buffer,
) -> Rect {
    let mut left = area;
    for sentence in sentences {
        let lines = text::wrapped(sentence, left.width, theme.glyphs);
        if lines.len() > usize::from(left.height) {
            continue;
        }
        for (row, line) in left.rows().zip(&lines) {
            buf.set_stringn(
                row.x,
                row.y,
                line,
                usize::from(row.width),
                theme.style(role),
            );
        }
        left = beneath(left, lines.len() + 1);
    }
    left
}

fn beneath(area: Rect, rows: usize) -> Rect {
    let rows = u16::try_from(rows).unwrap_or(u16::MAX).min(area.height);
    // A blank line parts one thing from the next.
    Rect {
        y: area.y + rows,
        height: area.height - rows,
        ..area
    }
}
