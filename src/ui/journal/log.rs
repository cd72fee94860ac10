//! The tab "Log": the sessions, and the one under the cursor with its sets, beside each other where there is room.

mod details;
mod list;
mod words;

use crate::app::App;
use crate::app::journal::log::{Focus, Log, Reading};
use crate::ui::theme::{Role, Theme};
use crate::ui::widgets::text;
use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Rect};

/// From this width on list and details stand beside each other.
const WIDE: u16 = 76;
/// The least columns of the list where they do.
const LIST: u16 = 40;

/// What is said of an empty log.
const EMPTY: [&str; 3] = [
    "Nothing is logged yet.",
    "Every set that is paced here logs itself the moment it ends.",
    "What was done elsewhere: n adds it here, L in the list of presets. Both take what is under the cursor in that list.",
];

/// Draws it.
pub(super) fn draw(app: &App, shown: &Log, theme: Theme, area: Rect, buf: &mut Buffer) {
    if area.is_empty() {
        return;
    }
    match (&shown.reading, shown.sessions.is_empty()) {
        (Reading::Failed(why), _) => return sentences(&[why], theme, area, buf),
        (Reading::Asked(_), true) => return sentences(&["Reading the journal"], theme, area, buf),
        (_, true) => return sentences(&EMPTY, theme, area, buf),
        _ => {}
    }
    if area.width < WIDE {
        if shown.focus == Focus::List && shown.correcting.is_none() {
            list::draw(app, shown, true, theme, area, buf);
        } else {
            details::draw(shown, theme, area, buf);
        }
        return;
    }
    let width = LIST.max(area.width * 2 / 5);
    let [list, _, details] = Layout::horizontal([
        Constraint::Length(width),
        Constraint::Length(2),
        Constraint::Fill(1),
    ])
    .areas(area);
    list::draw(app, shown, false, theme, list, buf);
    details::draw(shown, theme, details, buf);
}

/// Sentences beneath each other, with a line between them where there is room.
fn sentences(sentences: &[&str], theme: Theme, area: Rect, buf: &mut Buffer) {
    let margin = u16::from(area.width > 40);
    let room = area.width - margin;
    let mut lines: Vec<String> = Vec::new();
    for sentence in sentences {
        if !lines.is_empty() && area.height > 8 {
            lines.push(String::new());
        }
        lines.extend(text::wrapped(sentence, room, theme.glyphs));
    }
    for (row, line) in area.rows().zip(lines) {
        let style = theme.style(Role::Text);
        buf.set_stringn(row.x + margin, row.y, line, usize::from(room), style);
    }
}
