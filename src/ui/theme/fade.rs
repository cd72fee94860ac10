//! Colours that fade into the page: how practice takes its cues away.

use super::{Depth, Theme};
use ratatui::buffer::Buffer;
use ratatui::style::Color;

/// The six levels of each primary colour in xterm's cube.
const LEVELS: [u8; 6] = [0, 95, 135, 175, 215, 255];
/// The first colour of the cube, and the first grey behind it.
const CUBE: u8 = 16;
const GREYS: u8 = 232;

impl Theme {
    /// Whether there are colours enough to fade; where not, there has to be less to see instead.
    pub fn fades(self) -> bool {
        matches!(self.depth, Depth::TrueColour | Depth::Ansi256)
    }

    /// Lets everything that is drawn fade into the ground of the page; of a presence of 1 everything is left, of 0 nothing.
    pub fn fade(self, buf: &mut Buffer, presence: f32) {
        let page = self.page().ground;
        for cell in &mut buf.content {
            cell.fg = between(page, cell.fg, presence);
            cell.bg = between(page, cell.bg, presence);
        }
    }
}

/// A colour on the way from one to another; as it is, where nobody knows what it looks like.
fn between(from: Color, to: Color, share: f32) -> Color {
    match (parts(from), parts(to), to) {
        (Some(from), Some(to), Color::Rgb(..)) => {
            let [r, g, b] = mixed(from, to, share);
            Color::Rgb(r, g, b)
        }
        (Some(from), Some(to), _) => Color::Indexed(nearest(mixed(from, to, share))),
        _ => to,
    }
}

fn mixed(from: [u8; 3], to: [u8; 3], share: f32) -> [u8; 3] {
    let mut mixed = from;
    for (part, to) in mixed.iter_mut().zip(to) {
        *part = rounded(f32::from(*part) + (f32::from(to) - f32::from(*part)) * share);
    }
    mixed
}

/// Red, green and blue of a colour that says them.
fn parts(colour: Color) -> Option<[u8; 3]> {
    match colour {
        Color::Rgb(r, g, b) => Some([r, g, b]),
        Color::Indexed(index @ GREYS..) => Some([8 + 10 * (index - GREYS); 3]),
        Color::Indexed(index @ CUBE..) => {
            let index = index - CUBE;
            let level = |place: u8| LEVELS.get(usize::from(place % 6)).copied();
            Some([level(index / 36)?, level(index / 6)?, level(index)?])
        }
        _ => None,
    }
}

/// The one of the 240 colours that everybody has which is nearest.
fn nearest(wanted: [u8; 3]) -> u8 {
    let off = |index: &u8| -> u32 {
        let parts = parts(Color::Indexed(*index)).unwrap_or_default();
        let squares = parts.iter().zip(wanted);
        squares
            .map(|(part, wanted)| u32::from(part.abs_diff(wanted)).pow(2))
            .sum()
    };
    (CUBE..=u8::MAX).min_by_key(off).unwrap_or(CUBE)
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a number between two of a u8 is rounded to a u8"
)]
fn rounded(part: f32) -> u8 {
    part.clamp(0.0, 255.0).round() as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_presence_of_one_a_colour_is_left_and_of_nought_the_ground() {
        let (ground, blue) = (Color::Rgb(10, 13, 17), Color::Rgb(42, 157, 244));
        assert_eq!(between(ground, blue, 1.0), blue);
        assert_eq!(between(ground, blue, 0.0), ground);
        assert_eq!(between(ground, blue, 0.5), Color::Rgb(26, 85, 131));
    }

    #[test]
    fn each_of_the_256_colours_is_its_own_nearest_or_looks_the_same() {
        for index in CUBE..=u8::MAX {
            let parts = parts(Color::Indexed(index)).unwrap();
            let found = super::parts(Color::Indexed(nearest(parts))).unwrap();
            assert_eq!(found, parts, "{index}");
        }
        let ends = [1.0, 0.0].map(|share| between(Color::Indexed(233), Color::Indexed(39), share));
        assert_eq!(ends, [Color::Indexed(39), Color::Indexed(233)]);
    }

    #[test]
    fn a_colour_of_the_terminals_own_stays() {
        assert_eq!(between(Color::Reset, Color::Cyan, 0.3), Color::Cyan);
    }
}
