//! The text field above the list, and what it brings: the entries that were looked for, exercises to choose from, or the
//! questions before a programme is followed.

use super::list::{self, Errors};
use crate::app::App;
use crate::app::picker::Open;
use crate::app::picker::follow::{Following, Question};
use crate::app::picker::lifting::Lifting;
use crate::ui::theme::{Role, Theme};
use crate::ui::widgets::{field, text};
use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Rect};

/// Draws the list, under the field where one is open.
pub(super) fn draw(app: &App, theme: Theme, errors: Errors, area: Rect, buf: &mut Buffer) {
    let [line, rest] = Layout::vertical([Constraint::Length(1), Constraint::Fill(1)]).areas(area);
    match &app.picker.open {
        Open::Nothing => list::draw(app, theme, errors, area, buf),
        Open::Pasted(pasted) => super::pasted::draw(pasted, theme, area, buf),
        Open::Search(searched) => {
            field::draw("Find: ", searched, theme, line, buf);
            list::draw(app, theme, errors, rest, buf);
        }
        Open::Lifting(lifting) => {
            field::draw("What are you lifting? ", &lifting.field, theme, line, buf);
            exercises(lifting, theme, rest, buf);
        }
        Open::Following(following) => {
            let (label, asked) = match following.question {
                Question::Start => ("First day: ", &following.start),
                Question::PerDay => ("Times a day: ", &following.per_day),
            };
            field::draw(label, asked, theme, line, buf);
            explanation(following, theme, rest, buf);
        }
    }
}

/// The exercises that fit, with the cursor in sight.
fn exercises(lifting: &Lifting, theme: Theme, area: Rect, buf: &mut Buffer) {
    let typed = if lifting.field.is_empty() {
        "(nothing: leave it as it is)".to_owned()
    } else {
        format!("\u{201c}{}\u{201d} as written", lifting.field.text().trim())
    };
    let names = std::iter::once(typed).chain(lifting.fitting.iter().map(|&name| name.to_owned()));
    let cursor = lifting.selected.map_or(0, |selected| selected + 1);
    let first = (cursor + 1).saturating_sub(usize::from(area.height));
    for (row, (index, name)) in area.rows().zip(names.enumerate().skip(first)) {
        let (mark, role) = if index == cursor {
            ("> ", Role::Selected)
        } else {
            ("  ", Role::Text)
        };
        let words = text::shortened(&format!("{mark}{name}"), row.width, theme.glyphs);
        buf.set_style(row, theme.style(role));
        let room = usize::from(row.width);
        buf.set_stringn(
            row.x,
            row.y,
            words.unwrap_or_default(),
            room,
            theme.style(role),
        );
    }
}

fn explanation(following: &Following, theme: Theme, area: Rect, buf: &mut Buffer) {
    let (words, role) = match (&following.error, following.question) {
        (Some(error), _) => (error.as_str(), Role::Fault),
        (None, Question::Start) => ("The day of week 1. Enter takes it.", Role::Quiet),
        (None, Question::PerDay) => ("How often a day you do it. Enter takes it.", Role::Quiet),
    };
    let lines = text::wrapped(words, area.width, theme.glyphs);
    for (row, line) in area.rows().zip(lines) {
        buf.set_stringn(
            row.x,
            row.y,
            line,
            usize::from(row.width),
            theme.style(role),
        );
    }
}
