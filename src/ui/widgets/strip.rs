//! The strip: by how many tenths of a second each of several lengths was longer or shorter, beside each other.
//!
//! The numbers stand on the line of nought; a bar goes up from it where something was longer or later, and down where it was
//! shorter or earlier, so that no colour is needed.

use super::surface::{EIGHTHS, rising};
use crate::ui::theme::{Glyphs, Role, Theme};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Modifier;

/// The tenths of a second that fill the room for a bar.
const FULL: u32 = 8;
/// The columns of the narrowest number and the gap behind it.
const NARROWEST: u16 = 3;

/// Where a bar goes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Above,
    Below,
}

/// `+2`, `-11`, `0`.
fn label(tenths: i32) -> String {
    if tenths == 0 {
        "0".to_owned()
    } else {
        format!("{tenths:+}")
    }
}

/// The columns that each length takes at least.
pub fn cell(tenths: &[i32]) -> u16 {
    let widest = tenths.iter().map(|tenths| label(*tenths).len()).max();
    let widest = widest.and_then(|widest| u16::try_from(widest).ok());
    widest.map_or(NARROWEST, |widest| widest + 1).max(NARROWEST)
}

/// Draws the last lengths that there is room for, each in a cell of so many columns, from the left of an area. The rows of
/// the area that are left over by the line of nought are shared by the bars above and below it.
pub fn draw(tenths: &[i32], cell: u16, theme: Theme, area: Rect, buf: &mut Buffer) {
    let fit = usize::from(area.width / cell.max(1));
    if area.is_empty() || fit == 0 {
        return;
    }
    let half = (area.height - 1) / 2;
    let shown = tenths.len().saturating_sub(fit);
    let columns = tenths.iter().skip(shown).zip(0_u16..);
    for (tenths, index) in columns {
        let place = Rect {
            x: area.x + index * cell,
            width: cell.saturating_sub(1).max(1),
            ..area
        };
        let words = format!("{:^1$}", label(*tenths), usize::from(place.width));
        let style = theme.style(Role::Text);
        buf.set_stringn(place.x, area.y + half, words, place.width.into(), style);
        bar(*tenths, half, theme, place, buf);
    }
}

/// One bar, in the rows above or below the line of nought.
fn bar(tenths: i32, half: u16, theme: Theme, place: Rect, buf: &mut Buffer) {
    let side = if tenths > 0 { Side::Above } else { Side::Below };
    let share = tenths.unsigned_abs().min(FULL) * u32::from(EIGHTHS) / FULL;
    let mut left = u16::try_from(share).unwrap_or(EIGHTHS) * half;
    for step in 1..=half {
        let eighths = left.min(EIGHTHS);
        left -= eighths;
        if eighths == 0 {
            return;
        }
        let y = match side {
            Side::Above => place.y + half - step,
            Side::Below => place.y + half + step,
        };
        let (symbol, modifier) = block(eighths, side, theme.glyphs);
        let words = symbol.repeat(place.width.into());
        let style = theme.style(Role::Text).add_modifier(modifier);
        buf.set_stringn(place.x, y, words, place.width.into(), style);
    }
}

/// A cell that is filled by so many eighths from the line of nought on.
fn block(eighths: u16, side: Side, glyphs: Glyphs) -> (&'static str, Modifier) {
    match (glyphs, side) {
        (Glyphs::Ascii, _) if eighths > EIGHTHS / 2 => ("#", Modifier::empty()),
        (Glyphs::Ascii, Side::Above) => (".", Modifier::empty()),
        (Glyphs::Ascii, Side::Below) => ("'", Modifier::empty()),
        (Glyphs::Blocks, Side::Above) => (rising(eighths), Modifier::empty()),
        (Glyphs::Blocks, Side::Below) if eighths == EIGHTHS => (rising(EIGHTHS), Modifier::empty()),
        // There are no blocks that hang: what is left free of one that stands is turned over.
        (Glyphs::Blocks, Side::Below) => (rising(EIGHTHS - eighths), Modifier::REVERSED),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::theme::{Depth, Light};

    fn drawn(tenths: &[i32], glyphs: Glyphs, (width, height): (u16, u16)) -> Vec<String> {
        let theme = Theme {
            light: Light::Day,
            depth: Depth::None,
            glyphs,
        };
        let area = Rect::new(0, 0, width, height);
        let mut buf = Buffer::empty(area);
        draw(tenths, cell(tenths), theme, area, &mut buf);
        let rows = buf.content().chunks(usize::from(width));
        rows.map(|row| {
            let row: String = row.iter().map(ratatui::buffer::Cell::symbol).collect();
            row.trim_end().to_owned()
        })
        .collect()
    }

    #[test]
    fn bars_stand_above_what_was_longer_and_hang_below_what_was_shorter() {
        assert_eq!(
            drawn(&[-6, 1, 0, 4], Glyphs::Blocks, (12, 3)),
            ["   ▁▁    ▄▄", "-6 +1 0  +4", "▂▂"]
        );
        assert_eq!(
            drawn(&[-6, 1, 0, 4], Glyphs::Ascii, (12, 5)),
            ["", "   ..    ##", "-6 +1 0  +4", "##", "'' "].map(str::trim_end)
        );
    }

    #[test]
    fn of_too_many_the_last_are_shown_and_a_single_row_has_the_numbers() {
        assert_eq!(drawn(&[1, 2, -3, 4], Glyphs::Blocks, (8, 1)), ["-3 +4"]);
        assert_eq!(drawn(&[1, -12], Glyphs::Blocks, (9, 1)), ["+1  -12"]);
    }

    #[test]
    fn no_size_is_too_small() {
        for width in 0..9 {
            for height in 0..7 {
                drawn(&[9, -120, 0], Glyphs::Blocks, (width.max(1), height.max(1)));
            }
        }
    }
}
