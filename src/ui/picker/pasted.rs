//! "New from text": a row for each exercise that was read, and the text itself with what was not understood underlined.

use crate::app::picker::pasted::Pasted;
use crate::training::line::Reading;
use crate::ui::theme::{Role, Theme};
use crate::ui::widgets::text;
use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::{Modifier, Style};

/// Draws it.
pub(super) fn draw(pasted: &Pasted, theme: Theme, area: Rect, buf: &mut Buffer) {
    let source = source(pasted, area.width);
    let least = area.height / 3;
    let rows = u16::try_from(source.len()).unwrap_or(u16::MAX);
    let [title, readings, error, words] = Layout::vertical([
        Constraint::Length(1),
        Constraint::Fill(1),
        Constraint::Length(u16::from(pasted.routine.is_err()) * 3),
        Constraint::Length(rows.min(least)),
    ])
    .areas(area);
    let heading = match &pasted.message.title {
        Some(title) => format!("New from text: {title}"),
        None => "New from text".to_owned(),
    };
    line(&heading, theme.style(Role::Heading), theme, title, buf);
    draw_readings(pasted, theme, readings, buf);
    if let Err(sentence) = &pasted.routine {
        let lines = text::wrapped(sentence, error.width, theme.glyphs);
        for (row, words) in error.rows().zip(lines) {
            line(&words, theme.style(Role::Fault), theme, row, buf);
        }
    }
    for (row, letters) in words.rows().zip(source) {
        draw_source(&letters, theme, row, buf);
    }
}

/// The readings below each other, the one under the cursor in sight.
fn draw_readings(pasted: &Pasted, theme: Theme, area: Rect, buf: &mut Buffer) {
    let room = area.width.saturating_sub(2);
    let wrapped = |reading: &Reading| text::wrapped(&reading.read_back(), room, theme.glyphs);
    let readings: Vec<Vec<String>> = pasted.message.readings.iter().map(wrapped).collect();
    let upto = |count: usize| readings.iter().take(count).map(Vec::len).sum::<usize>();
    let first = upto(pasted.selected + 1).saturating_sub(usize::from(area.height));
    let lines = readings.iter().enumerate().flat_map(|(index, lines)| {
        lines
            .iter()
            .enumerate()
            .map(move |(part, words)| (index, part, words))
    });
    for (row, (index, part, words)) in area.rows().zip(lines.skip(first)) {
        let failed = pasted
            .message
            .readings
            .get(index)
            .is_some_and(|one| one.outcome.is_err());
        let role = match (index == pasted.selected, failed) {
            (true, _) => Role::Selected,
            (false, true) => Role::Fault,
            (false, false) => Role::Text,
        };
        let mark = if index == pasted.selected && part == 0 {
            "> "
        } else {
            "  "
        };
        buf.set_style(row, theme.style(role));
        line(
            &format!("{mark}{words}"),
            theme.style(role),
            theme,
            row,
            buf,
        );
    }
}

/// A letter of the text, and whether it was understood.
#[derive(Clone, Copy)]
struct Letter {
    symbol: char,
    read: bool,
}

/// The text in rows of a width; line breaks begin new ones.
fn source(pasted: &Pasted, width: u16) -> Vec<Vec<Letter>> {
    let unread = pasted.message.unread();
    let mut rows = vec![Vec::new()];
    let mut used = 0;
    for (at, symbol) in pasted.text.char_indices() {
        let columns = text::width(symbol.encode_utf8(&mut [0; 4])).max(1);
        let breaks = matches!(symbol, '\n' | '\r');
        if breaks || used + columns > width {
            rows.push(Vec::new());
            used = 0;
        }
        if breaks {
            continue;
        }
        let read = !unread.iter().any(|span| span.contains(&at));
        if let Some(row) = rows.last_mut() {
            row.push(Letter { symbol, read });
        }
        used += columns;
    }
    rows.retain(|row: &Vec<Letter>| row.iter().any(|letter| !letter.symbol.is_whitespace()));
    rows
}

/// What was not understood is underlined, and marked for terminals that cannot underline.
fn draw_source(letters: &[Letter], theme: Theme, row: Rect, buf: &mut Buffer) {
    let mut x = row.x;
    for run in letters.chunk_by(|one, next| one.read == next.read) {
        let words: String = run.iter().map(|letter| letter.symbol).collect();
        let read = run.first().is_none_or(|letter| letter.read);
        let style = if read {
            theme.style(Role::Quiet)
        } else {
            theme.style(Role::Fault).add_modifier(Modifier::UNDERLINED)
        };
        let room = usize::from(row.right().saturating_sub(x));
        let words = text::shown(&words, theme.glyphs);
        let (after, _) = buf.set_stringn(x, row.y, words, room, style);
        x = after;
    }
}

fn line(words: &str, style: Style, theme: Theme, row: Rect, buf: &mut Buffer) {
    if !row.is_empty() {
        let words = text::shown(words, theme.glyphs);
        buf.set_stringn(row.x, row.y, words, usize::from(row.width), style);
    }
}
