//! The list itself: a row for each preset, with what tells presets apart.

use crate::app::App;
use crate::app::picker::Entry;
use crate::training::length::clock as minutes;
use crate::training::preset::{Preset, Sides};
use crate::training::text::visible;
use crate::training::timeline::Timeline;
use crate::ui::theme::{Glyphs, Role, Theme};
use crate::ui::widgets::text;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Draws the rows, with the cursor in sight.
pub(super) fn draw(app: &App, theme: Theme, area: Rect, buf: &mut Buffer) {
    let Some(rows) = area.height.checked_sub(1).filter(|rows| *rows > 0) else {
        return;
    };
    let heading = row(
        ["Preset", "Tempo", "Work", "Length"].map(str::to_owned),
        area.width,
    );
    buf.set_stringn(
        area.x,
        area.y,
        heading,
        usize::from(area.width),
        theme.style(Role::Quiet),
    );
    let picker = &app.picker;
    let first = (picker.selected + 1).saturating_sub(usize::from(rows));
    let shown = picker.entries.iter().enumerate().skip(first);
    for (y, (index, entry)) in (area.y + 1..area.bottom()).zip(shown) {
        let selected = index == picker.selected;
        let role = match entry {
            _ if selected => Role::Selected,
            Entry::Ready(_) => Role::Text,
            Entry::Broken { .. } => Role::Fault,
        };
        let line = Rect {
            y,
            height: 1,
            ..area
        };
        buf.set_style(line, theme.style(role));
        let mark = if selected { "> " } else { "  " };
        let cells = cells(app, entry);
        let words = format!("{mark}{}", row(cells, area.width.saturating_sub(2)));
        let words = if selected {
            words
        } else {
            words.replacen("> ", "  ", 1)
        };
        buf.set_stringn(area.x, y, words, usize::from(area.width), theme.style(role));
    }
}

fn cells(app: &App, entry: &Entry) -> [String; 4] {
    match entry {
        Entry::Broken { name, .. } => [
            visible(name).into_owned(),
            "cannot be used".to_owned(),
            String::new(),
            String::new(),
        ],
        Entry::Ready(preset) => {
            let timeline = Timeline::plan(&app.as_chosen(preset));
            let about = if timeline.is_approximate() { "~" } else { "" };
            let tempo = preset
                .tempo()
                .map_or_else(|| "varies".to_owned(), |tempo| tempo.to_string());
            let length = format!("{about}{}", minutes(timeline.total()));
            [
                visible(&preset.name).into_owned(),
                tempo,
                work(preset),
                length,
            ]
        }
    }
}

/// `3×8`, `3×6 each side`.
fn work(preset: &Preset) -> String {
    let sets = preset.sets().count();
    let reps = preset
        .sets()
        .next()
        .map_or(0, |set| set.work.iter().map(|work| work.times).sum::<u32>());
    let sides = if matches!(preset.sides, Sides::Each(_)) {
        "/side"
    } else {
        ""
    };
    format!("{sets}×{reps}{sides}")
}

/// A row of the list: the name gets what the others leave; columns that do not fit are left out, the last first.
fn row(cells: [String; 4], room: u16) -> String {
    const WIDTHS: [u16; 3] = [11, 9, 7];
    let [name, others @ ..] = cells;
    let mut kept = 3;
    while kept > 1 && room < 16 + WIDTHS.iter().take(kept).sum::<u16>() {
        kept -= 1;
    }
    let taken = WIDTHS.iter().take(kept).sum::<u16>();
    let width = room.saturating_sub(taken);
    let name = text::shortened(&name, width.saturating_sub(1), Glyphs::Blocks).unwrap_or_default();
    let mut line = padded(&name, width);
    for (cell, width) in others.iter().zip(WIDTHS).take(kept) {
        line.push_str(&padded(cell, width));
    }
    line
}

fn padded(words: &str, width: u16) -> String {
    let missing = usize::from(width.saturating_sub(text::width(words)));
    format!("{words}{}", " ".repeat(missing))
}
