//! The style in which the terminal writes, and the shortest way from one to the next.

use std::io::Write;

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};

/// Whether colours are sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Colours {
    /// As they are in the cells.
    Sent,
    /// Never (`NO_COLOR`): cells differ by reverse, bold and dim alone.
    Withheld,
}

/// Each modifier with the parameters that turn it on and off, and those that its "off" takes along.
const MODIFIERS: [(Modifier, u8, u8); 9] = [
    (Modifier::BOLD, 1, 22),
    (Modifier::DIM, 2, 22),
    (Modifier::ITALIC, 3, 23),
    (Modifier::UNDERLINED, 4, 24),
    (Modifier::SLOW_BLINK, 5, 25),
    (Modifier::RAPID_BLINK, 6, 25),
    (Modifier::REVERSED, 7, 27),
    (Modifier::HIDDEN, 8, 28),
    (Modifier::CROSSED_OUT, 9, 29),
];
/// Modifiers that can be seen on a space.
const SEEN_ON_BLANK: Modifier = Modifier::REVERSED
    .union(Modifier::UNDERLINED)
    .union(Modifier::CROSSED_OUT);
const FOREGROUND: u8 = 30;
const BACKGROUND: u8 = 40;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Style {
    fg: Color,
    bg: Color,
    modifier: Modifier,
}

const PLAIN: Style = Style {
    fg: Color::Reset,
    bg: Color::Reset,
    modifier: Modifier::empty(),
};

/// The terminal's current style, as far as it is known.
#[derive(Debug)]
pub(super) struct Pen {
    colours: Colours,
    current: Option<Style>,
}

impl Pen {
    pub(super) const fn new(colours: Colours) -> Self {
        Self {
            colours,
            current: None,
        }
    }

    pub(super) fn forget(&mut self) {
        self.current = None;
    }

    /// Returns to the terminal's own style.
    pub(super) fn reset(&mut self, out: &mut Vec<u8>) {
        if self.current != Some(PLAIN) {
            out.extend_from_slice(b"\x1b[m");
            self.current = Some(PLAIN);
        }
    }

    /// The style that a cell needs. On a space only what can be seen of it counts.
    fn wanted(&self, cell: &Cell, is_space: bool) -> Style {
        let mut wanted = match self.colours {
            Colours::Sent => Style {
                fg: cell.fg,
                bg: cell.bg,
                modifier: cell.modifier,
            },
            Colours::Withheld => Style {
                modifier: cell.modifier,
                ..PLAIN
            },
        };
        let from = self.current.unwrap_or(PLAIN);
        if is_space && !wanted.modifier.intersects(SEEN_ON_BLANK) {
            wanted.fg = from.fg;
            wanted.modifier = from.modifier.difference(SEEN_ON_BLANK);
        }
        wanted
    }

    /// Whether a cell could be written as the pen is.
    pub(super) fn is_turned_to(&self, cell: &Cell, is_space: bool) -> bool {
        self.current == Some(self.wanted(cell, is_space))
    }

    /// Turns to the style of a cell.
    pub(super) fn turn_to(&mut self, cell: &Cell, is_space: bool, out: &mut Vec<u8>) {
        let wanted = self.wanted(cell, is_space);
        let from = self.current.unwrap_or(PLAIN);
        if self.current == Some(wanted) {
            return;
        }
        if wanted == PLAIN {
            self.reset(out);
            return;
        }
        out.extend_from_slice(b"\x1b[");
        if self.current.is_none() {
            parameter(out, 0);
        }
        change(out, from, wanted);
        // The last separator ends the sequence instead.
        out.pop();
        out.push(b'm');
        self.current = Some(wanted);
    }
}

fn change(out: &mut Vec<u8>, from: Style, to: Style) {
    let removed = from.modifier.difference(to.modifier);
    let mut lit = from.modifier;
    let mut last_off = 0;
    for (modifier, _, off) in MODIFIERS {
        if removed.contains(modifier) && off != last_off {
            parameter(out, off);
            last_off = off;
            // One "off" may end two modifiers; the other one is turned on again below.
            for (other, _, _) in MODIFIERS
                .iter()
                .filter(|(_, _, other_off)| *other_off == off)
            {
                lit.remove(*other);
            }
        }
    }
    for (modifier, on, _) in MODIFIERS {
        if to.modifier.difference(lit).contains(modifier) {
            parameter(out, on);
        }
    }
    if from.fg != to.fg {
        colour(out, to.fg, FOREGROUND);
    }
    if from.bg != to.bg {
        colour(out, to.bg, BACKGROUND);
    }
}

fn parameter(out: &mut Vec<u8>, number: u8) {
    // Writing to a vector cannot fail.
    let _ = write!(out, "{number};");
}

/// The parameters of a colour. The sixteen named ones go out as 3n and 9n, which every colour terminal knows. Black and
/// white are the corners of the colour cube of 256, exactly; named by their index they take half the bytes, and they are
/// the inks, so the pen turns to them several times in a frame.
fn colour(out: &mut Vec<u8>, colour: Color, base: u8) {
    let named = match colour {
        Color::Reset => 9,
        Color::Black => 0,
        Color::Red => 1,
        Color::Green => 2,
        Color::Yellow => 3,
        Color::Blue => 4,
        Color::Magenta => 5,
        Color::Cyan => 6,
        Color::Gray => 7,
        Color::DarkGray => 60,
        Color::LightRed => 61,
        Color::LightGreen => 62,
        Color::LightYellow => 63,
        Color::LightBlue => 64,
        Color::LightMagenta => 65,
        Color::LightCyan => 66,
        Color::White => 67,
        Color::Indexed(index) => {
            let _ = write!(out, "{};5;{index};", base + 8);
            return;
        }
        Color::Rgb(0, 0, 0) => {
            let _ = write!(out, "{};5;16;", base + 8);
            return;
        }
        Color::Rgb(255, 255, 255) => {
            let _ = write!(out, "{};5;231;", base + 8);
            return;
        }
        Color::Rgb(red, green, blue) => {
            let _ = write!(out, "{};2;{red};{green};{blue};", base + 8);
            return;
        }
    };
    parameter(out, base + named);
}
