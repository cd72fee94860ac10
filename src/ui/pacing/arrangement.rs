//! Which parts of the pacing screen a terminal has room for. Told from its size alone, so that nothing jumps in mid-set.

use ratatui::layout::Rect;

/// How much there is room for, told from the whole screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Arrangement {
    /// One line.
    Line,
    /// Digit to the left, word to the right, one line of counters.
    Beside,
    /// Header, digit over word, hints.
    Stacked,
    /// The same with pips.
    Pips,
    /// The same with counters in big digits to both sides.
    Grand,
}

impl Arrangement {
    pub(super) fn of(screen: Rect) -> Self {
        match (screen.width, screen.height) {
            (..20, _) | (_, ..6) => Self::Line,
            (_, ..10) => Self::Beside,
            (100.., 30..) => Self::Grand,
            (40.., 12..) => Self::Pips,
            _ => Self::Stacked,
        }
    }
}
