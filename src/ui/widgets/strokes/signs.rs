//! The shapes of signs: punctuation, arrows, and what stands between numbers.

use super::Stroke::{self, Arc, Line, Wedge};

/// Each sign and its strokes.
pub(super) const SIGNS: &[(char, &[Stroke])] = &[
    (' ', &[]),
    ('/', &[Line(0.95, 0.0, 0.05, 1.6)]),
    (
        ':',
        &[Line(0.5, 0.42, 0.5, 0.42), Line(0.5, 1.22, 0.5, 1.22)],
    ),
    ('!', &[Line(0.5, 0.0, 0.5, 1.0), Line(0.5, 1.6, 0.5, 1.6)]),
    ('.', &[Line(0.5, 1.6, 0.5, 1.6)]),
    ('~', &[Line(0.0, 0.9, 0.4, 0.6), Line(0.4, 0.6, 1.0, 0.9)]),
    ('‹', &[Line(0.9, 0.3, 0.1, 0.8), Line(0.1, 0.8, 0.9, 1.3)]),
    ('›', &[Line(0.1, 0.3, 0.9, 0.8), Line(0.9, 0.8, 0.1, 1.3)]),
    ('▼', &[Wedge(0.4, 1.25)]),
    ('▲', &[Wedge(1.2, 0.35)]),
    ('−', &[Line(0.1, 0.8, 0.9, 0.8)]),
    (
        '%',
        &[
            Line(0.95, 0.0, 0.05, 1.6),
            Arc(0.2, 0.35, 0.2, 0.3, 0.0, 1.0),
            Arc(0.8, 1.25, 0.2, 0.3, 0.0, 1.0),
        ],
    ),
];
