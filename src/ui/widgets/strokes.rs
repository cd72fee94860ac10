//! The shapes of our own letters and digits: a few lines and arcs each, to be drawn at any size.
//!
//! A glyph lives in a box one unit wide and [`HEIGHT`] units high, y downwards. Crates with big letters have fixed sizes,
//! and their digits are hard to tell apart from three metres; strokes can be as large as the screen.

mod signs;

use signs::SIGNS;
use std::f32::consts::TAU;

/// The height of the box of every glyph.
pub(super) const HEIGHT: f32 = 1.6;

/// One movement of the pen.
#[derive(Clone, Copy, Debug)]
pub(super) enum Stroke {
    /// From a point to a point: x, y, x, y.
    Line(f32, f32, f32, f32),
    /// Part of an ellipse: centre x, y, radius x, y, from, to. Turns, clockwise from the right.
    Arc(f32, f32, f32, f32, f32, f32),
    /// A filled triangle: its base from the left to the right edge at the first y, its tip in the middle at the second.
    Wedge(f32, f32),
}

use Stroke::{Arc, Line, Wedge};

/// A glyph: how wide its box is compared with an ordinary one, and its strokes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Glyph {
    pub(super) width: f32,
    /// The columns below which it cannot be told from its neighbours in the alphabet.
    pub(super) least: u16,
    pub(super) strokes: &'static [Stroke],
}

/// The glyph of a character, where there is one.
pub(super) fn glyph(symbol: char) -> Option<Glyph> {
    let (_, strokes) = GLYPHS
        .iter()
        .chain(SIGNS)
        .find(|(known, _)| *known == symbol)?;
    let (width, least) = match symbol {
        'M' | 'W' => (1.4, 5),
        'A'..='H' | 'J'..='Z' | '%' => (1.0, 4),
        'I' | ':' | '!' | '.' => (0.34, 1),
        ' ' => (0.12, 1),
        '/' => (0.8, 3),
        '−' => (0.7, 2),
        '▲' | '▼' => (0.9, 3),
        '‹' | '›' => (0.5, 2),
        _ => (1.0, 3),
    };
    Some(Glyph {
        width,
        least,
        strokes,
    })
}

impl Stroke {
    /// The corners of the line that the pen follows, arcs in steps short enough to look round at any size of screen.
    pub(super) fn corners(self) -> Vec<(f32, f32)> {
        /// Steps of a whole turn.
        const STEPS: f32 = 48.0;
        match self {
            Line(x0, y0, x1, y1) => vec![(x0, y0), (x1, y1)],
            Arc(x, y, radius_x, radius_y, from, to) => {
                let mut corners = Vec::new();
                let mut turn = from;
                while turn < to {
                    corners.push((
                        x + radius_x * (turn * TAU).cos(),
                        y + radius_y * (turn * TAU).sin(),
                    ));
                    turn += 1.0 / STEPS;
                }
                corners.push((
                    x + radius_x * (to * TAU).cos(),
                    y + radius_y * (to * TAU).sin(),
                ));
                corners
            }
            Wedge(..) => Vec::new(),
        }
    }
}

/// Every glyph there is.
static GLYPHS: &[(char, &[Stroke])] = &[
    (
        '0',
        &[
            Arc(0.5, 0.5, 0.5, 0.5, 0.5, 1.0),
            Line(0.0, 0.5, 0.0, 1.1),
            Line(1.0, 0.5, 1.0, 1.1),
            Arc(0.5, 1.1, 0.5, 0.5, 0.0, 0.5),
        ],
    ),
    ('1', &[Line(0.6, 0.0, 0.6, 1.6), Line(0.6, 0.0, 0.15, 0.36)]),
    (
        '2',
        &[
            Arc(0.5, 0.5, 0.5, 0.5, 0.5, 1.1),
            Line(0.904, 0.794, 0.0, 1.6),
            Line(0.0, 1.6, 1.0, 1.6),
        ],
    ),
    (
        '3',
        &[
            Arc(0.5, 0.4, 0.47, 0.4, 0.58, 1.25),
            Line(0.36, 0.78, 0.5, 0.78),
            Arc(0.5, 1.19, 0.5, 0.41, 0.75, 1.42),
        ],
    ),
    (
        '4',
        &[
            Line(0.75, 0.0, 0.75, 1.6),
            Line(0.75, 0.0, 0.0, 1.12),
            Line(0.0, 1.12, 1.0, 1.12),
        ],
    ),
    (
        '5',
        &[
            Line(0.94, 0.0, 0.08, 0.0),
            Line(0.08, 0.0, 0.06, 0.72),
            Line(0.06, 0.7, 0.5, 0.62),
            Arc(0.5, 1.11, 0.5, 0.49, 0.75, 1.45),
        ],
    ),
    (
        '6',
        &[
            Arc(0.66, 0.86, 0.66, 0.86, 0.52, 0.78),
            Arc(0.5, 1.12, 0.5, 0.48, 0.0, 1.0),
        ],
    ),
    ('7', &[Line(0.0, 0.0, 1.0, 0.0), Line(1.0, 0.0, 0.35, 1.6)]),
    (
        '8',
        &[
            Arc(0.5, 0.39, 0.43, 0.39, 0.0, 1.0),
            Arc(0.5, 1.19, 0.5, 0.41, 0.0, 1.0),
        ],
    ),
    (
        '9',
        &[
            Arc(0.34, 0.74, 0.66, 0.86, 0.02, 0.28),
            Arc(0.5, 0.48, 0.5, 0.48, 0.0, 1.0),
        ],
    ),
    (
        'A',
        &[
            Line(0.0, 1.6, 0.5, 0.0),
            Line(0.5, 0.0, 1.0, 1.6),
            Line(0.2, 1.08, 0.8, 1.08),
        ],
    ),
    (
        'B',
        &[
            Line(0.0, 0.0, 0.0, 1.6),
            Line(0.0, 0.0, 0.5, 0.0),
            Arc(0.5, 0.39, 0.42, 0.39, 0.75, 1.25),
            Line(0.0, 0.78, 0.5, 0.78),
            Arc(0.5, 1.19, 0.5, 0.41, 0.75, 1.25),
            Line(0.0, 1.6, 0.5, 1.6),
        ],
    ),
    (
        'C',
        &[
            Arc(0.5, 0.5, 0.5, 0.5, 0.5, 0.96),
            Line(0.0, 0.5, 0.0, 1.1),
            Arc(0.5, 1.1, 0.5, 0.5, 0.04, 0.5),
        ],
    ),
    (
        'D',
        &[
            Line(0.0, 0.0, 0.0, 1.6),
            Line(0.0, 0.0, 0.4, 0.0),
            Arc(0.4, 0.6, 0.6, 0.6, 0.75, 1.0),
            Line(1.0, 0.6, 1.0, 1.0),
            Arc(0.4, 1.0, 0.6, 0.6, 0.0, 0.25),
            Line(0.0, 1.6, 0.4, 1.6),
        ],
    ),
    (
        'E',
        &[
            Line(0.0, 0.0, 0.0, 1.6),
            Line(0.0, 0.0, 0.95, 0.0),
            Line(0.0, 0.8, 0.8, 0.8),
            Line(0.0, 1.6, 0.95, 1.6),
        ],
    ),
    (
        'F',
        &[
            Line(0.0, 0.0, 0.0, 1.6),
            Line(0.0, 0.0, 0.95, 0.0),
            Line(0.0, 0.8, 0.8, 0.8),
        ],
    ),
    (
        'G',
        &[
            Arc(0.5, 0.5, 0.5, 0.5, 0.5, 0.96),
            Line(0.0, 0.5, 0.0, 1.1),
            Arc(0.5, 1.1, 0.5, 0.5, 0.0, 0.5),
            Line(1.0, 1.1, 1.0, 0.86),
            Line(1.0, 0.86, 0.6, 0.86),
        ],
    ),
    (
        'H',
        &[
            Line(0.0, 0.0, 0.0, 1.6),
            Line(1.0, 0.0, 1.0, 1.6),
            Line(0.0, 0.8, 1.0, 0.8),
        ],
    ),
    ('I', &[Line(0.5, 0.0, 0.5, 1.6)]),
    (
        'J',
        &[
            Line(0.85, 0.0, 0.85, 1.15),
            Arc(0.43, 1.15, 0.42, 0.45, 0.0, 0.5),
        ],
    ),
    (
        'K',
        &[
            Line(0.0, 0.0, 0.0, 1.6),
            Line(0.95, 0.0, 0.0, 0.95),
            Line(0.3, 0.66, 1.0, 1.6),
        ],
    ),
    ('L', &[Line(0.0, 0.0, 0.0, 1.6), Line(0.0, 1.6, 0.95, 1.6)]),
    (
        'M',
        &[
            Line(0.0, 1.6, 0.0, 0.0),
            Line(0.0, 0.0, 0.5, 1.0),
            Line(0.5, 1.0, 1.0, 0.0),
            Line(1.0, 0.0, 1.0, 1.6),
        ],
    ),
    (
        'N',
        &[
            Line(0.0, 1.6, 0.0, 0.0),
            Line(0.0, 0.0, 1.0, 1.6),
            Line(1.0, 1.6, 1.0, 0.0),
        ],
    ),
    (
        'O',
        &[
            Arc(0.5, 0.5, 0.5, 0.5, 0.5, 1.0),
            Line(0.0, 0.5, 0.0, 1.1),
            Line(1.0, 0.5, 1.0, 1.1),
            Arc(0.5, 1.1, 0.5, 0.5, 0.0, 0.5),
        ],
    ),
    (
        'Q',
        &[
            Arc(0.5, 0.5, 0.5, 0.5, 0.5, 1.0),
            Line(0.0, 0.5, 0.0, 1.1),
            Line(1.0, 0.5, 1.0, 1.1),
            Arc(0.5, 1.1, 0.5, 0.5, 0.0, 0.5),
            Line(0.6, 1.1, 1.0, 1.6),
        ],
    ),
    (
        'P',
        &[
            Line(0.0, 1.6, 0.0, 0.0),
            Line(0.0, 0.0, 0.55, 0.0),
            Arc(0.55, 0.45, 0.45, 0.45, 0.75, 1.25),
            Line(0.0, 0.9, 0.55, 0.9),
        ],
    ),
    (
        'R',
        &[
            Line(0.0, 1.6, 0.0, 0.0),
            Line(0.0, 0.0, 0.55, 0.0),
            Arc(0.55, 0.42, 0.45, 0.42, 0.75, 1.25),
            Line(0.0, 0.84, 0.55, 0.84),
            Line(0.5, 0.84, 1.0, 1.6),
        ],
    ),
    (
        'S',
        &[
            Arc(0.5, 0.4, 0.48, 0.4, 0.25, 0.94),
            Arc(0.5, 1.2, 0.5, 0.4, -0.25, 0.44),
        ],
    ),
    ('T', &[Line(0.0, 0.0, 1.0, 0.0), Line(0.5, 0.0, 0.5, 1.6)]),
    (
        'U',
        &[
            Line(0.0, 0.0, 0.0, 1.1),
            Line(1.0, 0.0, 1.0, 1.1),
            Arc(0.5, 1.1, 0.5, 0.5, 0.0, 0.5),
        ],
    ),
    ('V', &[Line(0.0, 0.0, 0.5, 1.6), Line(0.5, 1.6, 1.0, 0.0)]),
    (
        'W',
        &[
            Line(0.0, 0.0, 0.22, 1.6),
            Line(0.22, 1.6, 0.5, 0.45),
            Line(0.5, 0.45, 0.78, 1.6),
            Line(0.78, 1.6, 1.0, 0.0),
        ],
    ),
    ('X', &[Line(0.0, 0.0, 1.0, 1.6), Line(1.0, 0.0, 0.0, 1.6)]),
    (
        'Y',
        &[
            Line(0.0, 0.0, 0.5, 0.8),
            Line(1.0, 0.0, 0.5, 0.8),
            Line(0.5, 0.8, 0.5, 1.6),
        ],
    ),
    (
        'Z',
        &[
            Line(0.0, 0.0, 1.0, 0.0),
            Line(1.0, 0.0, 0.0, 1.6),
            Line(0.0, 1.6, 1.0, 1.6),
        ],
    ),
];
