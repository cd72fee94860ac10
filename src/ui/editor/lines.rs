//! The form as lines: each row with its value whole, however narrow the screen, and beneath it what is wrong.

use super::values::{handles, read_back, value};
use super::words;
use crate::app::editor::{Editor, Open, Row};
use crate::training::text::visible;
use crate::ui::theme::{Glyphs, Role, Theme};
use crate::ui::widgets::text;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Modifier;
use unicode_width::UnicodeWidthChar as _;

/// Columns before a row: the cursor.
const MARK: u16 = 2;
/// Below this width a value follows its label directly, so that it has room.
const ALIGNED: u16 = 36;
/// From this width on each row says what it is for.
const TOLD: u16 = 90;
/// Columns of values before that.
const VALUES: u16 = 34;
/// How many names are proposed.
const PROPOSED: usize = 3;

/// A line of the form.
struct Line {
    /// What is written, from the left.
    parts: Vec<(String, Role)>,
    /// The column of the text cursor, if it is in this line.
    cursor: Option<u16>,
    /// Whether all of the row is under the cursor.
    role: Role,
}

/// The lines, and which of them must be seen.
pub(super) struct Lines {
    lines: Vec<Line>,
    /// The first line of the row under the cursor, the line to look at, and the line behind the row.
    focus: (usize, usize, usize),
}

/// Where things stand in a row.
#[derive(Clone, Copy)]
struct Frame {
    width: u16,
    /// The column at which values begin; nothing where they follow their labels.
    values: Option<u16>,
    glyphs: Glyphs,
}

impl Lines {
    /// The form of an editor in so many columns.
    pub(super) fn of(editor: &Editor, theme: Theme, width: u16) -> Self {
        let rows = editor.rows();
        let widest = rows.iter().map(|row| text::width(editor.label(*row))).max();
        let frame = Frame {
            width,
            values: (width >= ALIGNED).then(|| MARK + widest.unwrap_or(0) + 2),
            glyphs: theme.glyphs,
        };
        let here = editor.row();
        let mut lines = Vec::new();
        let mut focus = (0, 0, 0);
        for row in rows {
            let first = lines.len();
            lines.extend(frame.row(editor, row, row == here));
            if row == here {
                let typed = lines
                    .iter()
                    .skip(first)
                    .position(|line| line.cursor.is_some());
                focus = (first, first + typed.unwrap_or(0), lines.len());
            }
        }
        Self { lines, focus }
    }

    /// The first line that is shown: the row under the cursor is whole if it fits, with as much round it above as below.
    fn first(&self, height: usize) -> usize {
        let (from, look, to) = self.focus;
        let spare = height.saturating_sub(to - from);
        let centred = from.saturating_sub(spare / 2);
        let last = self.lines.len().saturating_sub(height);
        let first = centred.min(last);
        // A row that is higher than the screen is shown where it is typed in.
        first.max((look + 1).saturating_sub(height)).min(look)
    }

    /// Draws as many as there is room for.
    pub(super) fn draw(&self, theme: Theme, area: Rect, buf: &mut Buffer) {
        let first = self.first(usize::from(area.height));
        for (place, line) in area.rows().zip(self.lines.iter().skip(first)) {
            line.draw(theme, place, buf);
        }
    }
}

impl Line {
    fn draw(&self, theme: Theme, area: Rect, buf: &mut Buffer) {
        if self.role == Role::Selected {
            buf.set_style(area, theme.style(Role::Selected));
        }
        let mut x = area.x;
        for (words, role) in &self.parts {
            let room = usize::from(area.right().saturating_sub(x));
            let words = text::shown(words, theme.glyphs);
            let role = if self.role == Role::Selected {
                Role::Selected
            } else {
                *role
            };
            (x, _) = buf.set_stringn(x, area.y, words, room, theme.style(role));
        }
        if let Some(column) = self.cursor
            && let Some(cell) = buf.cell_mut((area.x.saturating_add(column), area.y))
            && column < area.width
        {
            let style = cell.style().add_modifier(Modifier::REVERSED);
            cell.set_style(style);
        }
    }
}

impl Frame {
    /// The lines of a row.
    fn row(self, editor: &Editor, row: Row, is_here: bool) -> Vec<Line> {
        let label = editor.label(row);
        let mut lines = match (&editor.open, is_here) {
            (Some(open), true) => self.open(label, open),
            _ => self.closed(editor, row, is_here),
        };
        if row == Row::Line {
            lines.extend(self.beneath("= ", read_back(editor), Role::Quiet));
        }
        if is_here && editor.open.is_some() {
            for (index, name) in editor.suggestions().iter().take(PROPOSED).enumerate() {
                let mark = if index == 0 { "Right: " } else { "       " };
                lines.extend(self.beneath(mark, Some(visible(name).into_owned()), Role::Quiet));
            }
        }
        let fault = editor
            .fault(row)
            .map(|fault| visible(&fault.text).into_owned());
        lines.extend(self.beneath("! ", fault, Role::Fault));
        lines
    }

    /// Where the value of a label begins.
    fn indent(self, label: &str) -> u16 {
        self.values.unwrap_or_else(|| MARK + text::width(label) + 1)
    }

    fn closed(self, editor: &Editor, row: Row, is_here: bool) -> Vec<Line> {
        let label = editor.label(row);
        let (value, beside) = value(editor, row);
        let (before, after) = if is_here { handles(row) } else { ("", "") };
        let value = format!("{before}{value}{after}");
        let indent = self.indent(label);
        let room = self.width.saturating_sub(indent);
        let role = if is_here { Role::Selected } else { Role::Text };
        let label_role = if editor.fault(row).is_some() {
            Role::Fault
        } else {
            Role::Quiet
        };
        let mark = if is_here { "> " } else { "  " };
        let mut pieces =
            pieces(&value, room, self.width.saturating_sub(MARK), self.glyphs).into_iter();
        let first = pieces.next().unwrap_or_default();
        let head = padded(&format!("{mark}{label}"), indent);
        let left = room.saturating_sub(text::width(&first));
        let first_is_empty = first.is_empty();
        let mut parts = vec![(head, label_role), (first, Role::Text)];
        let gap = if first_is_empty { "" } else { " " };
        let beside = format!("{gap}{beside}");
        if text::width(&beside) <= left {
            parts.push((beside, Role::Quiet));
        }
        parts.extend(self.told(row, &parts));
        let line = |parts| Line {
            parts,
            cursor: None,
            role,
        };
        let mut lines = vec![line(parts)];
        let margin = " ".repeat(usize::from(self.values.unwrap_or(MARK)));
        lines.extend(pieces.map(|piece| line(vec![(format!("{margin}{piece}"), Role::Text)])));
        lines
    }

    /// What a row is for, behind its value, where both have room.
    fn told(self, row: Row, parts: &[(String, Role)]) -> Option<(String, Role)> {
        let taken: u16 = parts.iter().map(|(words, _)| text::width(words)).sum();
        let from = self.values? + VALUES;
        let words = words::about(row);
        let fits = self.width >= TOLD && taken < from && from + text::width(words) <= self.width;
        let gap = " ".repeat(usize::from(from.saturating_sub(taken)));
        fits.then(|| (format!("{gap}{words}"), Role::Quiet))
    }

    /// A row that is typed in: broken where the line ends, with the cursor in sight.
    fn open(self, label: &str, open: &Open) -> Vec<Line> {
        let indent = self.indent(label);
        let room = usize::from(self.width.saturating_sub(indent).max(1));
        let further = usize::from(
            self.width
                .saturating_sub(self.values.unwrap_or(MARK))
                .max(1),
        );
        let margin = " ".repeat(usize::from(self.values.unwrap_or(MARK)));
        let mut lines = vec![Line {
            parts: vec![(padded(&format!("> {label}"), indent), Role::Heading)],
            cursor: None,
            role: Role::Text,
        }];
        let (mut written, mut used, mut left) = (String::new(), 0, room);
        let cursor = open.field.cursor();
        // A blank behind the end is where the cursor stands then.
        let letters = open.field.text().chars().chain([' ']);
        for (index, letter) in letters.enumerate() {
            let columns = letter.width().unwrap_or(1).max(1);
            if columns > left && used > 0 {
                push(&mut lines, &mut written);
                lines.push(Line {
                    parts: vec![(margin.clone(), Role::Text)],
                    cursor: None,
                    role: Role::Text,
                });
                (used, left) = (0, further);
            }
            if index == cursor {
                let before = if lines.len() == 1 {
                    usize::from(indent)
                } else {
                    margin.len()
                };
                let column = u16::try_from(before + used).unwrap_or(u16::MAX);
                if let Some(line) = lines.last_mut() {
                    line.cursor = Some(column);
                }
            }
            written.push(letter);
            used += columns;
            left = left.saturating_sub(columns);
        }
        push(&mut lines, &mut written);
        lines
    }

    /// Lines of words beneath a row.
    fn beneath(self, mark: &str, words: Option<String>, role: Role) -> Vec<Line> {
        let Some(words) = words else {
            return Vec::new();
        };
        let indent = if self.values.is_some() {
            MARK + 2
        } else {
            MARK
        };
        let room = self.width.saturating_sub(indent + text::width(mark));
        let margin = " ".repeat(usize::from(indent));
        let blank = " ".repeat(usize::from(text::width(mark)));
        let marks = std::iter::once(mark.to_owned()).chain(std::iter::repeat(blank));
        marks
            .zip(pieces(&words, room, room, self.glyphs))
            .map(|(mark, piece)| Line {
                parts: vec![(format!("{margin}{mark}{piece}"), role)],
                cursor: None,
                role: Role::Text,
            })
            .collect()
    }
}

fn push(lines: &mut [Line], written: &mut String) {
    if let Some(line) = lines.last_mut() {
        line.parts.push((std::mem::take(written), Role::Text));
    }
}

fn padded(words: &str, columns: u16) -> String {
    let missing = usize::from(columns.saturating_sub(text::width(words)));
    format!("{words}{}", " ".repeat(missing))
}

/// Words in lines, nothing left out: a word that is longer than a line is broken. The first line may have less room.
fn pieces(words: &str, first: u16, further: u16, glyphs: Glyphs) -> Vec<String> {
    let mut pieces: Vec<String> = vec![String::new()];
    let mut room = usize::from(first.max(1));
    let mut left = room;
    for word in text::shown(words, glyphs).split(' ') {
        let width = usize::from(text::width(word));
        let empty = left == room;
        if !empty && width + 1 > left {
            pieces.push(String::new());
            room = usize::from(further.max(1));
            left = room;
        } else if !empty {
            append(&mut pieces, ' ');
            left -= 1;
        }
        for letter in word.chars() {
            let columns = letter.width().unwrap_or(0);
            if columns > left && left < room {
                pieces.push(String::new());
                room = usize::from(further.max(1));
                left = room;
            }
            append(&mut pieces, letter);
            left = left.saturating_sub(columns);
        }
    }
    pieces
}

fn append(pieces: &mut [String], letter: char) {
    if let Some(piece) = pieces.last_mut() {
        piece.push(letter);
    }
}
