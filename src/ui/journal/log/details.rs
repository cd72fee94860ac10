//! A session with its sets, and beneath them everything that is known of the line under the cursor; or the questions of
//! what is being corrected.

use super::words;
use crate::app::journal::log::{Corrected, Correcting, Focus, Log, title};
use crate::training::journal::PastSession;
use crate::training::text::visible;
use crate::ui::theme::{Role, Theme};
use crate::ui::widgets::table::{Table, draw_row};
use crate::ui::widgets::{questions, text};
use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Rect};

/// Columns of the cursor's mark.
const MARK: u16 = 2;
/// Below this height every row is needed for the lines and what is known of one.
const WITH_HEADING: u16 = 8;

/// Draws it.
pub(super) fn draw(shown: &Log, theme: Theme, area: Rect, buf: &mut Buffer) {
    match (&shown.correcting, shown.current()) {
        (Some(correcting), _) => correction(correcting, theme, area, buf),
        (None, Some(past)) => session(shown, past, theme, area, buf),
        (None, None) => {}
    }
}

fn correction(correcting: &Correcting, theme: Theme, area: Rect, buf: &mut Buffer) {
    let heading = match &correcting.entry {
        Corrected::Session(session) => {
            let day = session.day.strftime("%a %-d %b");
            format!("Correct: {day}, {}", visible(&session.name))
        }
        Corrected::Set(_, set) if set.exercise.is_empty() => format!("Correct: set {}", set.set),
        Corrected::Set(_, set) => format!("Correct: set {}, {}", set.set, visible(&set.exercise)),
    };
    let [head, rows] = Layout::vertical([
        Constraint::Length(u16::from(area.height > 2)),
        Constraint::Fill(1),
    ])
    .areas(area);
    draw_row(&heading, "", Role::Heading, theme, head, buf);
    questions::draw(&correcting.questions, theme, rows, buf);
}

fn session(shown: &Log, past: &PastSession, theme: Theme, area: Rect, buf: &mut Buffer) {
    let full = text::wrapped(&in_full(shown, past), area.width, theme.glyphs);
    // The line under the cursor and one beside it stay, whatever is told of it.
    let told = u16::try_from(full.len()).unwrap_or(u16::MAX);
    let told = told.min(area.height.saturating_sub(2));
    let heads = if area.height < WITH_HEADING.max(told + 5) {
        0
    } else {
        2
    };
    let room = area.height - told - heads;
    let lines = u16::try_from(past.sets.len()).unwrap_or(u16::MAX);
    // What is told stands right beneath, with a line between where there is one to spare.
    let lines = lines.saturating_add(2).min(room);
    let air = u16::from(lines < room);
    let [head, lines, _, full_area] =
        Layout::vertical([heads, lines, air, told].map(Constraint::Length)).areas(area);
    let name = if title(past) == past.session.name {
        visible(title(past)).into_owned()
    } else {
        format!("{} · {}", visible(title(past)), visible(&past.session.name))
    };
    for (row, (line, role)) in head
        .rows()
        .zip([(name, Role::Heading), (words::when(past), Role::Quiet)])
    {
        draw_row(&line, "", role, theme, row, buf);
    }
    draw_lines(shown, past, theme, lines, buf);
    for (row, line) in full_area.rows().zip(full) {
        draw_row(&line, "", Role::Quiet, theme, row, buf);
    }
}

/// Everything that is known of the line under the cursor.
fn in_full(shown: &Log, past: &PastSession) -> String {
    match shown.set() {
        Some(set) => words::set_in_full(set),
        None if past.session.note.is_empty() => words::totals(past),
        None => format!(
            "{} · note: {}",
            words::totals(past),
            visible(&past.session.note)
        ),
    }
}

/// What was said of the session, and a row for each set, with the cursor in sight.
fn draw_lines(shown: &Log, past: &PastSession, theme: Theme, area: Rect, buf: &mut Buffer) {
    let table = Table {
        headings: words::SET_HEADINGS.to_vec(),
        rows: past
            .sets
            .iter()
            .map(|set| words::set_cells(set, past))
            .collect(),
        yielding: 1,
    };
    let (headings, sets) = table.lines(area.width.saturating_sub(MARK), theme.glyphs);
    let at = match shown.focus {
        Focus::List => None,
        Focus::Session(line) => Some(line),
    };
    let mut lines: Vec<(Option<usize>, String)> = vec![(Some(0), words::said(past))];
    if area.height > 3 && !sets.is_empty() {
        lines.push((None, headings));
    }
    let sets = sets.into_iter().enumerate();
    lines.extend(sets.map(|(index, line)| (Some(index + 1), line)));
    let cursor = lines
        .iter()
        .position(|(line, _)| line.is_some() && *line == at);
    let height = usize::from(area.height);
    let most = lines.len().saturating_sub(height);
    let first = cursor.unwrap_or(0).saturating_sub(height / 2).min(most);
    for ((line, words), row) in lines.iter().skip(first).zip(area.rows()) {
        let (mark, role) = match line {
            None => ("  ", Role::Quiet),
            line if line.is_some() && *line == at => ("› ", Role::Selected),
            Some(_) => ("  ", Role::Text),
        };
        draw_row(words, mark, role, theme, row, buf);
    }
}
