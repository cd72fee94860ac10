//! The list itself: a row for each preset, with what tells presets apart. The one under the cursor is told in full: where
//! its row cannot hold that, it takes further ones.

use super::columns::{Cells, Columns, headings};
use crate::app::App;
use crate::app::picker::{Entry, Group};
use crate::training::length::clock as minutes;
use crate::training::text::visible;
use crate::training::timeline::Timeline;
use crate::ui::theme::{Glyphs, Role, Theme};
use crate::ui::widgets::text;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Columns before a row: the cursor.
const MARK: u16 = 2;
/// Below this height every row is needed for presets.
const WITH_HEADING: u16 = 8;

/// Whether the error of a preset that cannot be used is told beside the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Errors {
    Beside,
    Here,
}

/// A line of the list.
enum Line<'a> {
    Group(Group),
    /// A row, and its entry.
    Row(usize, Group, &'a Entry),
}

/// A line as it is drawn: the mark of the cursor, what it says, and how it looks.
type Drawn = (&'static str, String, Role);

/// Draws the rows, with the cursor in sight.
pub(super) fn draw(app: &App, theme: Theme, errors: Errors, area: Rect, buf: &mut Buffer) {
    let heading = u16::from(area.height >= WITH_HEADING);
    let lines = lines(app, heading > 0);
    let rows = Rect {
        y: area.y + heading,
        height: area.height - heading,
        ..area
    };
    let height = usize::from(rows.height);
    let selected = app.picker.selected;
    let cursor = lines
        .iter()
        .position(|line| matches!(line, Line::Row(row, ..) if *row == selected));
    let cursor = cursor.unwrap_or(0);
    let nearby = lines.get(cursor.saturating_sub(height)..).unwrap_or(&lines);
    let table = Table::of(app, nearby.iter().take(height * 2), theme, errors, rows);
    if heading > 0 {
        let words = table.columns.row(&headings(), theme.glyphs);
        let first = Rect { height: 1, ..area };
        write(&words, MARK, theme, Role::Quiet, first, buf);
    }
    // However the one under the cursor is told, it ends in sight.
    let first = (cursor + table.full.len())
        .saturating_sub(height)
        .min(cursor);
    let drawn = lines.iter().skip(first).take(height);
    let drawn = drawn.flat_map(|line| table.drawn(line));
    for (row, (mark, words, role)) in rows.rows().zip(drawn) {
        buf.set_style(row, theme.style(role));
        write(&format!("{mark}{words}"), 0, theme, role, row, buf);
    }
}

/// What the lines near the cursor say: only those that can be seen are worked out.
struct Table {
    cells: Vec<(usize, Cells)>,
    columns: Columns,
    selected: usize,
    /// The row under the cursor, told in full.
    full: Vec<String>,
    glyphs: Glyphs,
    width: u16,
}

impl Table {
    fn of<'a>(
        app: &App,
        lines: impl Iterator<Item = &'a Line<'a>>,
        theme: Theme,
        errors: Errors,
        area: Rect,
    ) -> Self {
        let width = area.width.saturating_sub(MARK);
        let cells: Vec<(usize, Cells)> = lines
            .filter_map(|line| match line {
                Line::Row(row, group, entry) => Some((*row, cells(app, *group, entry))),
                Line::Group(_) => None,
            })
            .collect();
        let mut table = Self {
            columns: Columns::of(&cells, width),
            cells,
            selected: app.picker.selected,
            full: Vec::new(),
            glyphs: theme.glyphs,
            width,
        };
        if let (Some(entry), Some(cells)) = (app.picker.current(), table.cells(table.selected)) {
            let columns = &table.columns;
            table.full = columns.in_full(entry, cells, errors, area.height, theme.glyphs);
        }
        table
    }

    fn cells(&self, row: usize) -> Option<&Cells> {
        let found = self.cells.iter().find(|(index, _)| *index == row);
        found.map(|(_, cells)| cells)
    }

    fn drawn(&self, line: &Line<'_>) -> Vec<Drawn> {
        match line {
            Line::Group(group) => vec![("", group.heading().to_owned(), Role::Heading)],
            // Where one is in a programme is a sentence, whatever the columns.
            Line::Row(row, Group::Followed, _) => {
                let name = self.cells(*row);
                let name =
                    name.and_then(|[name, ..]| text::shortened(name, self.width, self.glyphs));
                let (mark, role) = if *row == self.selected {
                    ("> ", Role::Selected)
                } else {
                    ("  ", Role::Text)
                };
                vec![(mark, name.unwrap_or_default(), role)]
            }
            Line::Row(row, ..) if *row == self.selected => {
                let marks = std::iter::once("> ").chain(std::iter::repeat("  "));
                let full = marks.zip(&self.full);
                full.map(|(mark, line)| (mark, line.clone(), Role::Selected))
                    .collect()
            }
            Line::Row(row, _, entry) => {
                let role = if entry.routine.is_ok() {
                    Role::Text
                } else {
                    Role::Fault
                };
                let words = self.cells(*row);
                let words = words.map(|cells| self.columns.row(cells, self.glyphs));
                vec![("  ", words.unwrap_or_default(), role)]
            }
        }
    }
}

/// The rows, with a heading above each group where there is room for headings.
fn lines(app: &App, headings: bool) -> Vec<Line<'_>> {
    let mut lines = Vec::with_capacity(app.picker.rows.len() + 8);
    let mut above = None;
    for (index, row) in app.picker.rows.iter().enumerate() {
        let Some(entry) = app.picker.entries.get(row.entry) else {
            continue;
        };
        if headings && above != Some(row.group) {
            lines.push(Line::Group(row.group));
        }
        above = Some(row.group);
        lines.push(Line::Row(index, row.group, entry));
    }
    lines
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

fn cells(app: &App, group: Group, entry: &Entry) -> Cells {
    let Ok(routine) = &entry.routine else {
        let name = visible(&entry.id);
        return [&name, "broken", "", "", "", ""].map(str::to_owned);
    };
    let chosen = app.as_chosen(routine);
    let timeline = Timeline::of(&chosen);
    let about = if timeline.is_approximate() { "~" } else { "" };
    let length = format!("{about}{}", minutes(timeline.total()));
    let solo = chosen.as_solo();
    let exercise = solo.map_or_else(String::new, |preset| {
        visible(&preset.exercise.name).into_owned()
    });
    let mut name = visible(&routine.name).into_owned();
    let followed = app.memory.followed(&entry.id).zip(routine.programme);
    if let Some((follow, programme)) = followed.filter(|_| group == Group::Followed) {
        name = format!("{name} · {}", follow.words(programme, app.today));
    }
    [
        name,
        chosen.pace(),
        chosen.dose(),
        length,
        exercise,
        visible(&routine.about.purpose).into_owned(),
    ]
}
