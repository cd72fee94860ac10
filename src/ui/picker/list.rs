//! The list itself: a row for each preset, with what tells presets apart. The one under the cursor is told in full: where
//! its row cannot hold that, it takes further ones.

use crate::app::App;
use crate::app::picker::Entry;
use crate::training::length::clock as minutes;
use crate::training::text::visible;
use crate::training::timeline::Timeline;
use crate::ui::theme::{Glyphs, Role, Theme};
use crate::ui::widgets::text;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Columns of a row.
const CELLS: usize = 5;
/// What a row tells, by column: the name is always there, the others go from the last to the first where there is no room.
type Cells = [String; CELLS];

/// Columns before a row: the cursor.
const MARK: u16 = 2;
/// Columns between two columns.
const GUTTER: u16 = 2;
/// A name is not made narrower than this while there is another column.
const LEAST_NAME: u16 = 14;
/// A name does not take more than this while others need the room.
const MOST_NAME: u16 = 36;
/// The last column is a sentence: it is shown from this width on.
const LEAST_PURPOSE: u16 = 30;
/// Below this height every row is needed for presets.
const WITH_HEADING: u16 = 8;

/// Whether the error of a preset that cannot be used is told beside the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Errors {
    Beside,
    Here,
}

/// Draws the rows, with the cursor in sight.
pub(super) fn draw(app: &App, theme: Theme, errors: Errors, area: Rect, buf: &mut Buffer) {
    let entries: Vec<Cells> = app
        .picker
        .entries
        .iter()
        .map(|entry| cells(app, entry))
        .collect();
    let columns = Columns::of(&entries, area.width.saturating_sub(MARK));
    let heading = u16::from(area.height >= WITH_HEADING);
    if heading > 0 {
        let words = columns.row(&headings(), theme.glyphs);
        write(
            &words,
            MARK,
            theme,
            Role::Quiet,
            Rect { height: 1, ..area },
            buf,
        );
    }
    let rows = Rect {
        y: area.y + heading,
        height: area.height - heading,
        ..area
    };
    let picker = &app.picker;
    let full = match (picker.current(), entries.get(picker.selected)) {
        (Some(entry), Some(cells)) => {
            columns.in_full(entry, cells, errors, rows.height, theme.glyphs)
        }
        _ => Vec::new(),
    };
    let first = (picker.selected + full.len())
        .saturating_sub(usize::from(rows.height))
        .min(picker.selected);
    let mut lines = Vec::new();
    for (index, (entry, cells)) in picker.entries.iter().zip(&entries).enumerate().skip(first) {
        let role = match entry {
            _ if index == picker.selected => Role::Selected,
            Entry { routine: Ok(_), .. } => Role::Text,
            Entry {
                routine: Err(_), ..
            } => Role::Fault,
        };
        if role == Role::Selected {
            let marks = std::iter::once("> ").chain(std::iter::repeat("  "));
            lines.extend(
                marks
                    .zip(&full)
                    .map(|(mark, line)| (mark, line.clone(), role)),
            );
        } else {
            lines.push(("  ", columns.row(cells, theme.glyphs), role));
        }
    }
    for (row, (mark, words, role)) in rows.rows().zip(lines) {
        buf.set_style(row, theme.style(role));
        write(&format!("{mark}{words}"), 0, theme, role, row, buf);
    }
}

fn write(words: &str, indent: u16, theme: Theme, role: Role, row: Rect, buf: &mut Buffer) {
    if let Some(room) = row.width.checked_sub(indent).filter(|_| !row.is_empty()) {
        let words = text::shown(words, theme.glyphs);
        buf.set_stringn(
            row.x + indent,
            row.y,
            words,
            usize::from(room),
            theme.style(role),
        );
    }
}

fn headings() -> Cells {
    ["Preset", "Tempo", "Work", "Length", "For"].map(str::to_owned)
}

fn cells(app: &App, entry: &Entry) -> Cells {
    match entry {
        Entry {
            routine: Err(_),
            id,
            ..
        } => {
            let name = visible(id);
            [&name, "broken", "", "", ""].map(str::to_owned)
        }
        Entry {
            routine: Ok(routine),
            ..
        } => {
            let timeline = Timeline::of(&app.as_chosen(routine));
            let about = if timeline.is_approximate() { "~" } else { "" };
            let length = format!("{about}{}", minutes(timeline.total()));
            [
                visible(&routine.name).into_owned(),
                routine.pace(),
                routine.dose(),
                length,
                visible(&routine.about.purpose).into_owned(),
            ]
        }
    }
}

/// How wide the columns are, and how many there are.
struct Columns {
    room: u16,
    widths: [u16; CELLS],
    kept: usize,
}

impl Columns {
    /// As wide as what stands in them; the name gives way first, then columns are left out, the last first.
    fn of(entries: &[Cells], room: u16) -> Self {
        let headings = headings();
        let rows = || entries.iter().chain(std::iter::once(&headings));
        let widest = |index: usize| {
            let cells = rows().filter_map(|cells| cells.get(index));
            cells.map(|cell| text::width(cell)).max().unwrap_or(0)
        };
        let mut widths: [u16; CELLS] = std::array::from_fn(widest);
        let [name, others @ .., purpose] = &mut widths;
        *name = (*name).min(MOST_NAME);
        let taken = |kept: usize| {
            let kept = others.iter().take(kept);
            kept.fold(0_u16, |sum, width| {
                sum.saturating_add(*width).saturating_add(GUTTER)
            })
        };
        let mut kept = others.len();
        while kept > 0 && room < LEAST_NAME.min(*name).saturating_add(taken(kept)) {
            kept -= 1;
        }
        let left = room.saturating_sub(taken(kept));
        let spare = left.saturating_sub(*name).saturating_sub(GUTTER);
        *name = (*name).min(left);
        let told = kept == others.len() && spare >= LEAST_PURPOSE;
        *purpose = spare;
        Self {
            room,
            widths,
            kept: 1 + kept + usize::from(told),
        }
    }

    /// The preset under the cursor: its row; without anything beside it that says more, whatever a row cannot hold too.
    fn in_full(
        &self,
        entry: &Entry,
        cells: &Cells,
        errors: Errors,
        rows: u16,
        glyphs: Glyphs,
    ) -> Vec<String> {
        let [name, others @ .., _purpose] = cells;
        let holds_name = self
            .widths
            .first()
            .is_some_and(|width| text::width(name) <= *width);
        let mut lines = Vec::new();
        let whole = holds_name && self.kept > others.len();
        if whole || errors == Errors::Beside {
            lines.push(self.row(cells, glyphs));
        } else {
            lines.extend(text::wrapped(name, self.room, glyphs));
        }
        let more = match entry {
            Entry {
                routine: Err(error),
                ..
            } if errors == Errors::Here => visible(error).into_owned(),
            Entry { routine: Ok(_), .. } if !whole && errors == Errors::Here => others.join(" · "),
            _ => String::new(),
        };
        let more = text::wrapped(&more, self.room, glyphs);
        // A name may be of any length: the numbers come first.
        lines.truncate(usize::from(rows).saturating_sub(more.len()).max(1));
        lines.extend(more);
        lines
    }

    fn row(&self, cells: &Cells, glyphs: Glyphs) -> String {
        let mut row = String::new();
        for (cell, width) in cells.iter().zip(self.widths).take(self.kept) {
            let cell = text::shortened(cell, width, glyphs).unwrap_or_default();
            let missing = usize::from(width.saturating_sub(text::width(&cell)) + GUTTER);
            row.push_str(&cell);
            row.push_str(&" ".repeat(missing));
        }
        row.truncate(row.trim_end().len());
        row
    }
}
