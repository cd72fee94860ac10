//! The bottom line of every screen that is not a session: a notice while there is one, else the keys that matter.

use super::theme::{Role, Theme};
use super::widgets::keys::{GAP, fitting};
use super::widgets::text;
use crate::app::App;
use crate::app::hints::hints;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Draws the line.
pub(super) fn draw(app: &App, theme: Theme, area: Rect, buf: &mut Buffer) {
    let room = usize::from(area.width);
    if area.is_empty() {
        return;
    }
    if let Some(notice) = &app.notice {
        let words = text::shortened(&notice.text, area.width, theme.glyphs).unwrap_or_default();
        buf.set_stringn(area.x, area.y, words, room, theme.style(Role::Notice));
        return;
    }
    let mut x = area.x;
    for hint in fitting(&hints(app), area.width.saturating_sub(1)) {
        let left = usize::from(area.right().saturating_sub(x));
        let (after, _) = buf.set_stringn(x, area.y, hint.key, left, theme.style(Role::Key));
        let left = usize::from(area.right().saturating_sub(after));
        let (after, _) = buf.set_stringn(
            after,
            area.y,
            format!(" {}", hint.does),
            left,
            theme.style(Role::Quiet),
        );
        x = after.saturating_add(GAP);
    }
}
