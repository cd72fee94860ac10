//! Rows in columns: one column gives way, and columns for which there is no room are left out, the last first.

use super::text;
use crate::ui::theme::{Glyphs, Role, Theme};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Columns between two columns.
const GUTTER: u16 = 2;
/// The column that gives way is not made narrower than this while there is another one to leave out.
const LEAST: u16 = 10;

/// No other column is made wider than this: one long cell takes no column away from all rows.
const MOST: u16 = 12;

/// Rows with their headings.
pub struct Table {
    /// What stands above each column.
    pub headings: Vec<&'static str>,
    /// What stands in each row, made fit to show. A column in which nothing stands is none.
    pub rows: Vec<Vec<String>>,
    /// The column that gives way.
    pub yielding: usize,
}

impl Table {
    /// The headings, and each row, as they fit into `room` columns.
    pub fn lines(&self, room: u16, glyphs: Glyphs) -> (String, Vec<String>) {
        let widths = self.widths(room);
        let headings: Vec<String> = self.headings.iter().map(|&word| word.to_owned()).collect();
        let rows = self.rows.iter();
        (
            line(&headings, &widths, glyphs),
            rows.map(|row| line(row, &widths, glyphs)).collect(),
        )
    }

    /// How wide each column is that there is room for; nothing where it is empty.
    fn widths(&self, room: u16) -> Vec<u16> {
        let widest = |(column, heading): (usize, &&str)| {
            let cells = self.rows.iter().filter_map(|row| row.get(column));
            let widest = cells.map(|cell| text::width(cell)).max().unwrap_or(0);
            match widest {
                0 => 0,
                _ if column == self.yielding => widest.max(text::width(heading)),
                _ => widest.max(text::width(heading)).min(MOST),
            }
        };
        let mut widths: Vec<u16> = self.headings.iter().enumerate().map(widest).collect();
        let natural = widths.get(self.yielding).copied().unwrap_or(0);
        loop {
            let others = taken(&widths, self.yielding);
            let spare = room.saturating_sub(others);
            let is_last = widths.len() <= self.yielding + 1;
            // Where nothing yields, no gutter is needed behind the last one.
            let fits = match natural {
                0 => others <= room.saturating_add(GUTTER),
                _ => spare >= natural.min(LEAST),
            };
            if fits || is_last {
                if let Some(width) = widths.get_mut(self.yielding) {
                    *width = natural.min(spare);
                }
                return widths;
            }
            widths.pop();
        }
    }
}

/// The columns that all but one take, gutters included.
fn taken(widths: &[u16], without: usize) -> u16 {
    let others = widths.iter().enumerate();
    let others = others.filter(|(column, width)| *column != without && **width > 0);
    others.fold(0, |sum, (_, width)| {
        sum.saturating_add(*width).saturating_add(GUTTER)
    })
}

fn line(cells: &[String], widths: &[u16], glyphs: Glyphs) -> String {
    let mut line = String::new();
    for (cell, width) in cells.iter().zip(widths).filter(|(_, width)| **width > 0) {
        let cell = text::shortened(cell, *width, glyphs).unwrap_or_default();
        let missing = width.saturating_sub(text::width(&cell)) + GUTTER;
        line.push_str(&cell);
        line.push_str(&" ".repeat(usize::from(missing)));
    }
    line.truncate(line.trim_end().len());
    line
}

/// Writes a line, with a mark before it where it is selected, as far as the row goes.
pub fn draw_row(words: &str, mark: &str, role: Role, theme: Theme, row: Rect, buf: &mut Buffer) {
    if row.is_empty() {
        return;
    }
    buf.set_style(row, theme.style(role));
    let words = format!("{mark}{words}");
    let words = text::shortened(&words, row.width, theme.glyphs).unwrap_or_default();
    let room = usize::from(row.width);
    buf.set_stringn(row.x, row.y, words, room, theme.style(role));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table() -> Table {
        let rows = [
            ["Fri 27 Nov", "Bulgarian split squat", "8 8 7", "", "2"],
            ["2 Jan 2025", "深蹲", "(8)", "", ""],
        ];
        Table {
            headings: vec!["Day", "Session", "Reps", "Nothing", "Left"],
            rows: rows.map(|row| row.map(str::to_owned).to_vec()).to_vec(),
            yielding: 1,
        }
    }

    #[test]
    fn the_name_gives_way_and_then_columns_are_left_out_from_the_end() {
        let shown = |room| {
            let (headings, rows) = table().lines(room, Glyphs::Blocks);
            [headings, rows[0].clone()]
        };
        assert_eq!(
            shown(60),
            [
                "Day         Session                Reps   Left",
                "Fri 27 Nov  Bulgarian split squat  8 8 7  2"
            ]
        );
        assert_eq!(
            shown(37),
            [
                "Day         Session       Reps   Left",
                "Fri 27 Nov  Bulgarian s…  8 8 7  2"
            ]
        );
        assert_eq!(
            shown(30),
            [
                "Day         Session      Reps",
                "Fri 27 Nov  Bulgarian…   8 8 7"
            ]
        );
    }

    #[test]
    fn no_line_is_longer_than_its_room() {
        for room in 0..70 {
            let (headings, rows) = table().lines(room, Glyphs::Blocks);
            for line in rows.iter().chain([&headings]) {
                assert!(text::width(line) <= room.max(12), "{line} in {room}");
            }
        }
    }
}
