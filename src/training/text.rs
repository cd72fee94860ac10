//! Text from outside, made fit to show. Names and notes come from files, pastes and arguments: they may hold control
//! characters, and a terminal obeys those. Whatever is shown goes through [`visible`] first.

use std::borrow::Cow;
use std::fmt::Write as _;

/// `text` with every character that a terminal could obey, or that could reorder the line, spelled out in ASCII.
///
/// Control characters become caret notation (`^[` for escape, `^J` for a line feed), those of the C1 range `\x9b`, and the
/// invisible marks that turn the direction of writing around `\u{202e}`. Text without any is borrowed, not copied.
///
/// ```
/// use downbeat::training::text::visible;
/// assert_eq!(visible("Squat"), "Squat");
/// assert_eq!(visible("\u{1b}[2JSquat"), "^[[2JSquat");
/// ```
pub fn visible(text: &str) -> Cow<'_, str> {
    if !text.chars().any(is_unfit) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 8);
    for character in text.chars() {
        spell(character, &mut shown);
    }
    Cow::Owned(shown)
}

/// Whether a terminal could obey a character, or reorder the line by it.
pub fn is_unfit(character: char) -> bool {
    character.is_control()
        || matches!(character,
            '\u{061c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

fn spell(character: char, shown: &mut String) {
    // Writing to a String cannot fail, so the results are let go.
    match character {
        '\0'..='\x1f' | '\x7f' => {
            let letter = char::from_u32(u32::from(character) ^ 0x40).unwrap_or('?');
            let _ = write!(shown, "^{letter}");
        }
        '\u{80}'..='\u{9f}' => {
            let _ = write!(shown, "\\x{:02x}", u32::from(character));
        }
        other if is_unfit(other) => {
            let _ = write!(shown, "\\u{{{:x}}}", u32::from(other));
        }
        other => shown.push(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn plain_names_are_borrowed_whatever_their_script() {
        for name in ["Squat", "Kniebeuge, tief", "スクワット", "é", ""] {
            assert!(matches!(visible(name), Cow::Borrowed(shown) if shown == name));
        }
    }

    #[test]
    fn control_characters_are_spelled_out() {
        assert_eq!(
            visible("a\x1b]0;title\x07b\r\n\t\0\x7f"),
            "a^[]0;title^Gb^M^J^I^@^?"
        );
        assert_eq!(visible("\u{9b}31m"), "\\x9b31m");
        assert_eq!(visible("\u{202e}abc\u{2028}"), "\\u{202e}abc\\u{2028}");
    }

    proptest! {
        #[test]
        fn nothing_that_a_terminal_obeys_is_left(text in any::<String>()) {
            prop_assert!(!visible(&text).chars().any(is_unfit));
        }
    }
}
