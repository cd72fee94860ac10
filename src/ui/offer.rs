//! The offer to go on with a session that was left: at the bottom of the picker, over whatever stands there.

use super::theme::{Role, Theme};
use super::widgets::text;
use crate::app::resume::Offer;
use crate::training::text::visible;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Draws it in as many rows as its words need; where they are too many, in a shorter wording.
pub(super) fn draw(offer: &Offer, theme: Theme, area: Rect, buf: &mut Buffer) {
    let (name, place) = (visible(&offer.routine.name), offer.place());
    let most = usize::from(area.height / 2).max(1);
    let wrapped = [
        format!("Resume {name}: {place}? Enter · any other key forgets"),
        format!("Resume at {place}? Enter · other keys forget"),
        format!("Resume at {place}? Enter"),
        "Resume? Enter".to_owned(),
    ]
    .map(|words| text::wrapped(&words, area.width.saturating_sub(2), theme.glyphs));
    let Some(lines) = wrapped.iter().find(|lines| lines.len() <= most) else {
        return;
    };
    let height = u16::try_from(lines.len())
        .unwrap_or(area.height)
        .min(area.height);
    let place = Rect {
        y: area.bottom().saturating_sub(height),
        height,
        ..area
    };
    for (row, line) in place.rows().zip(lines) {
        let blank = " ".repeat(usize::from(row.width));
        buf.set_stringn(
            row.x,
            row.y,
            blank,
            usize::from(row.width),
            theme.style(Role::Notice),
        );
        let x = row.x + u16::from(row.width > text::width(line));
        buf.set_stringn(
            x,
            row.y,
            line,
            usize::from(row.width),
            theme.style(Role::Notice),
        );
    }
}
