//! The list itself: a row for each preset, with what tells presets apart. The one under the cursor is told in full: where
//! its row cannot hold that, it takes further ones.

use super::columns::{Cells, Columns, headings};
use crate::app::App;
use crate::app::picker::{Entry, Group};
use crate::training::length::clock as minutes;
use crate::training::text::visible;
use crate::training::timeline::Timeline;
use crate::ui::theme::{Role, Theme};
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
    let picker = &app.picker;
    let cursor = lines
        .iter()
        .position(|line| matches!(line, Line::Row(row, ..) if *row == picker.selected));
    let cursor = cursor.unwrap_or(0);
    // However the one under the cursor is told, it ends in sight.
    let nearby = lines.get(cursor.saturating_sub(height)..).unwrap_or(&lines);
    let nearby = nearby.iter().take(height * 2);
    let cells: Vec<(usize, Cells)> = nearby
        .filter_map(|line| match line {
            Line::Row(row, group, entry) => Some((*row, cells(app, *group, entry))),
            Line::Group(_) => None,
        })
        .collect();
    let columns = Columns::of(&cells, area.width.saturating_sub(MARK));
    if heading > 0 {
        let words = columns.row(&headings(), theme.glyphs);
        let first = Rect { height: 1, ..area };
        write(&words, MARK, theme, Role::Quiet, first, buf);
    }
    let of = |row: usize| {
        cells
            .iter()
            .find(|(index, _)| *index == row)
            .map(|(_, cells)| cells)
    };
    let full = match (picker.current(), of(picker.selected)) {
        (Some(entry), Some(cells)) => {
            columns.in_full(entry, cells, errors, rows.height, theme.glyphs)
        }
        _ => Vec::new(),
    };
    let first = (cursor + full.len()).saturating_sub(height).min(cursor);
    let mut drawn = Vec::new();
    for line in lines.iter().skip(first).take(height) {
        match line {
            Line::Group(group) => drawn.push(("", group.heading().to_owned(), Role::Heading)),
            // Where one is in a programme is a sentence, whatever the columns.
            Line::Row(row, Group::Followed, _) => {
                let cursor = *row == picker.selected;
                let name = of(*row).and_then(|[name, ..]| {
                    text::shortened(name, area.width.saturating_sub(MARK), theme.glyphs)
                });
                let (mark, role) = if cursor {
                    ("> ", Role::Selected)
                } else {
                    ("  ", Role::Text)
                };
                drawn.push((mark, name.unwrap_or_default(), role));
            }
            Line::Row(row, ..) if *row == picker.selected => {
                let marks = std::iter::once("> ").chain(std::iter::repeat("  "));
                let full = marks.zip(&full);
                drawn.extend(full.map(|(mark, line)| (mark, line.clone(), Role::Selected)));
            }
            Line::Row(row, _, entry) => {
                let role = if entry.routine.is_ok() {
                    Role::Text
                } else {
                    Role::Fault
                };
                let words = of(*row).map(|cells| columns.row(cells, theme.glyphs));
                drawn.push(("  ", words.unwrap_or_default(), role));
            }
        }
    }
    for (row, (mark, words, role)) in rows.rows().zip(drawn) {
        buf.set_style(row, theme.style(role));
        write(&format!("{mark}{words}"), 0, theme, role, row, buf);
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
