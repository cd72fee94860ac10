//! A text field that is open: its text with the cursor in sight.

use super::text;
use crate::app::field::Field;
use crate::ui::theme::{Role, Theme};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Modifier;

/// Draws `label` and behind it the field on one line, scrolled so that the cursor can be seen.
pub fn draw(label: &str, field: &Field, theme: Theme, area: Rect, buf: &mut Buffer) {
    if area.is_empty() {
        return;
    }
    let label = text::shortened(label, area.width / 2, theme.glyphs).unwrap_or_default();
    let (x, _) = buf.set_stringn(
        area.x,
        area.y,
        &label,
        usize::from(area.width),
        theme.style(Role::Quiet),
    );
    let room = area.right().saturating_sub(x);
    let letters = text::shown(field.text(), theme.glyphs);
    let before: String = letters.chars().take(field.cursor()).collect();
    let cursor = text::width(&before);
    // The cursor stands on the last column at the most.
    let mut hidden = cursor.saturating_sub(room.saturating_sub(1));
    let mut visible = letters.as_ref();
    while hidden > 0 {
        let mut rest = visible.chars();
        let Some(first) = rest.next() else { break };
        hidden = hidden.saturating_sub(text::width(first.encode_utf8(&mut [0; 4])).max(1));
        visible = rest.as_str();
    }
    let shown = letters.len() - visible.len();
    buf.set_stringn(
        x,
        area.y,
        visible,
        usize::from(room),
        theme.style(Role::Text),
    );
    let skipped = letters.get(..shown).map_or(0, text::width);
    let at = x.saturating_add(cursor.saturating_sub(skipped));
    if at < area.right() {
        let spot = Rect {
            x: at,
            width: 1,
            height: 1,
            ..area
        };
        buf.set_style(
            spot,
            theme.style(Role::Text).add_modifier(Modifier::REVERSED),
        );
    }
}
