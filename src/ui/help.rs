//! The help: every key of the screen beneath, then those of the other screens, as far as there is room.

use super::theme::{Role, Theme};
use super::widgets::text;
use crate::app::action::{Key, Mode};
use crate::app::bindings::{Binding, bindings, everywhere};
use crate::app::{App, Screen};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Columns between two columns of keys.
const GUTTER: u16 = 2;

/// A line of the help.
struct Line {
    keys: String,
    words: &'static str,
}

/// Draws it.
pub fn draw(app: &App, theme: &Theme, area: Rect, buf: &mut Buffer) {
    buf.set_style(area, theme.style(Role::Text));
    let Some(rows) = area.height.checked_sub(1).filter(|rows| *rows > 0) else {
        return;
    };
    let lines = fitting(app, area.width, rows);
    let wide = lines
        .iter()
        .map(width)
        .max()
        .unwrap_or(0)
        .saturating_add(GUTTER);
    let mut corner = (area.x, area.y);
    for line in &lines {
        if corner.1 >= area.y + rows {
            corner = (corner.0.saturating_add(wide), area.y);
        }
        if corner.0.saturating_add(width(line)) > area.right() {
            break;
        }
        let (x, _) = buf.set_stringn(
            corner.0,
            corner.1,
            &line.keys,
            usize::from(area.width),
            theme.style(Role::Key),
        );
        let role = if line.keys.is_empty() {
            Role::Heading
        } else {
            Role::Text
        };
        let x = if line.keys.is_empty() { x } else { x + 1 };
        buf.set_stringn(
            x,
            corner.1,
            line.words,
            usize::from(area.right().saturating_sub(x)),
            theme.style(role),
        );
        corner.1 += 1;
    }
    let room = usize::from(area.width);
    buf.set_stringn(
        area.x,
        area.bottom() - 1,
        "any key goes back",
        room,
        theme.style(Role::Quiet),
    );
}

/// The lines with the longest words that fit: phrases before hints, all screens before this one.
fn fitting(app: &App, width_of_area: u16, rows: u16) -> Vec<Line> {
    let beneath = beneath(app);
    let phrase: fn(&Binding) -> &'static str = |binding| binding.help;
    let hint: fn(&Binding) -> &'static str = |binding| binding.hint;
    let wordings = [(true, phrase), (false, phrase), (true, hint), (false, hint)];
    let choices = wordings.map(|(all, words)| lines(beneath, all, words));
    let fits = |lines: &Vec<Line>| {
        let wide = lines
            .iter()
            .map(width)
            .max()
            .unwrap_or(0)
            .saturating_add(GUTTER);
        let columns = (width_of_area.saturating_add(GUTTER) / wide.max(1)).max(1);
        lines.len() <= usize::from(columns) * usize::from(rows)
            && wide <= width_of_area.saturating_add(GUTTER)
    };
    let [first, second, third, last] = choices;
    [first, second, third]
        .into_iter()
        .find(fits)
        .unwrap_or(last)
}

fn beneath(app: &App) -> Mode {
    match app.screen {
        Screen::Picker => Mode::Picker,
        Screen::Session(_) => Mode::Session,
        Screen::Summary(_) => Mode::Summary,
    }
}

fn lines(beneath: Mode, all: bool, words: fn(&Binding) -> &'static str) -> Vec<Line> {
    let line = |binding: &Binding| Line {
        keys: keys(binding),
        words: words(binding),
    };
    let mut lines: Vec<Line> = Vec::new();
    let modes = Mode::EXPLAINED
        .into_iter()
        .filter(|(mode, _)| all || *mode == beneath);
    let (first, rest): (Vec<_>, Vec<_>) = modes.partition(|(mode, _)| *mode == beneath);
    for (mode, heading) in first.into_iter().chain(rest) {
        lines.push(Line {
            keys: String::new(),
            words: heading,
        });
        lines.extend(bindings(mode).iter().map(line));
    }
    lines.push(Line {
        keys: String::new(),
        words: "Everywhere",
    });
    lines.extend(everywhere().iter().map(line));
    lines
}

fn keys(binding: &Binding) -> String {
    let labels: Vec<&str> = binding.keys.iter().map(|key: &Key| key.label()).collect();
    labels.join(" ")
}

fn width(line: &Line) -> u16 {
    let keys = text::width(&line.keys);
    keys + u16::from(keys > 0) + text::width(line.words)
}
