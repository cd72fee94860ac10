//! What is written for the symbol of a cell, and how far the cursor moves with it.

use unicode_width::UnicodeWidthStr;

/// A symbol that is safe to write.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Glyph<'a> {
    pub(super) text: &'a str,
    /// In columns.
    pub(super) width: u16,
    /// Whether every terminal moves its cursor by that width. Wide and composed characters differ with the age
    /// of a terminal's tables, so the cursor is placed anew behind them.
    pub(super) is_certain: bool,
}

impl<'a> Glyph<'a> {
    pub(super) fn of(symbol: &'a str) -> Self {
        if let [b' '..=b'~'] = symbol.as_bytes() {
            return Self::certain(symbol);
        }
        // The last line of defence: whatever text got into a cell, the terminal never obeys it.
        if symbol.chars().any(char::is_control) {
            return Self::certain("\u{fffd}");
        }
        let width = u16::try_from(symbol.width()).unwrap_or(u16::MAX);
        match width {
            0 => Self::certain(" "),
            1 if symbol.chars().nth(1).is_none() => Self::certain(symbol),
            _ => Self {
                text: symbol,
                width,
                is_certain: false,
            },
        }
    }

    fn certain(text: &'a str) -> Self {
        Self {
            text,
            width: 1,
            is_certain: true,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_characters_never_reach_the_terminal() {
        for symbol in ["\x1b", "\x07", "\x7f", "\u{9b}", "a\x1b[2J", "\n"] {
            assert_eq!(Glyph::of(symbol).text, "\u{fffd}", "{symbol:?}");
        }
    }

    #[test]
    fn a_symbol_without_width_is_a_space() {
        assert_eq!(Glyph::of(""), Glyph::of(" "));
        assert_eq!(Glyph::of("\u{200b}"), Glyph::of(" "));
    }

    #[test]
    fn the_cursor_is_lost_only_behind_wide_and_composed_characters() {
        assert!(Glyph::of("▄").is_certain);
        assert!(Glyph::of("é").is_certain);
        assert!(!Glyph::of("蹲").is_certain);
        assert!(!Glyph::of("e\u{301}").is_certain);
    }
}
