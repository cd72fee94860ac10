//! The columns of the list: how wide they are, and which are left out where there is no room.

use super::list::Errors;
use crate::app::picker::Entry;
use crate::training::text::visible;
use crate::ui::theme::Glyphs;
use crate::ui::widgets::text;

/// Columns of a row.
const CELLS: usize = 6;
/// What a row tells, by column: the name is always there, the others go from the last to the first where there is no room.
pub(super) type Cells = [String; CELLS];
/// Columns between two columns.
const GUTTER: u16 = 2;
/// A name is not made narrower than this while there is another column.
const LEAST_NAME: u16 = 14;
/// A name does not take more than this while others need the room.
const MOST_NAME: u16 = 48;
/// The last column is a sentence: it is shown from this width on.
const LEAST_PURPOSE: u16 = 30;

pub(super) fn headings() -> Cells {
    ["Preset", "Tempo", "Work", "Length", "Exercise", "For"].map(str::to_owned)
}

/// How wide the columns are, and how many there are.
pub(super) struct Columns {
    room: u16,
    widths: [u16; CELLS],
    kept: usize,
}

impl Columns {
    /// As wide as what stands in them; the name gives way first, then columns are left out, the last first.
    pub(super) fn of(entries: &[(usize, Cells)], room: u16) -> Self {
        let headings = headings();
        let rows = || {
            let cells = entries.iter().map(|(_, cells)| cells);
            cells.chain(std::iter::once(&headings))
        };
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
    pub(super) fn in_full(
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

    pub(super) fn row(&self, cells: &Cells, glyphs: Glyphs) -> String {
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
