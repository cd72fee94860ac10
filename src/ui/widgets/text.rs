//! Small text: what a name looks like on the screen, and which of several wordings fits.

use crate::ui::theme::Glyphs;
use std::borrow::Cow;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// The columns that a text takes.
pub fn width(text: &str) -> u16 {
    u16::try_from(text.width()).unwrap_or(u16::MAX)
}

/// The first wording that fits into `room` columns. Wordings go from the longest to the shortest.
pub fn first_fitting(wordings: impl IntoIterator<Item = String>, room: u16) -> Option<String> {
    wordings.into_iter().find(|wording| width(wording) <= room)
}

/// Text as it may be shown: control and formatting characters, which a terminal would obey, become visible ones; in ASCII
/// everything else becomes something of ASCII.
pub fn shown(text: &str, glyphs: Glyphs) -> Cow<'_, str> {
    let harmless =
        |symbol: char| !is_formatting(symbol) && (glyphs == Glyphs::Blocks || symbol.is_ascii());
    if text.chars().all(harmless) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len());
    for symbol in text.chars() {
        match symbol {
            '±' if glyphs == Glyphs::Ascii => shown.push_str("+-"),
            '→' if glyphs == Glyphs::Ascii => shown.push_str("->"),
            _ if harmless(symbol) => shown.push(symbol),
            _ => shown.push(stand_in(symbol, glyphs)),
        }
    }
    Cow::Owned(shown)
}

/// What changes how its neighbours are shown, or moves the cursor.
fn is_formatting(symbol: char) -> bool {
    symbol.is_control()
        || matches!(symbol, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{ad}')
}

fn stand_in(symbol: char, glyphs: Glyphs) -> char {
    if glyphs == Glyphs::Ascii {
        return match symbol {
            '·' | '–' | '—' | '−' => '-',
            '━' => '=',
            '×' => 'x',
            '▼' | '↓' => 'v',
            '▲' | '↑' => '^',
            '…' => '.',
            '‹' => '<',
            '›' => '>',
            '●' => '*',
            '○' => 'o',
            '’' | '‘' => '\'',
            '“' | '”' => '"',
            _ => '?',
        };
    }
    match u32::from(symbol) {
        // The pictures of control characters.
        code @ 0..=0x1f => char::from_u32(0x2400 + code).unwrap_or('\u{fffd}'),
        0x7f => '\u{2421}',
        _ => '\u{fffd}',
    }
}

/// The text itself where it fits, else its beginning and an ellipsis; nothing where there is no room for a letter of it.
pub fn shortened(text: &str, room: u16, glyphs: Glyphs) -> Option<String> {
    let text = shown(text, glyphs);
    if width(&text) <= room {
        return Some(text.into_owned());
    }
    let ellipsis = if glyphs == Glyphs::Ascii { ".." } else { "…" };
    let room = usize::from(room.checked_sub(width(ellipsis) + 2)?) + 2;
    let mut used = 0;
    let beginning: String = text
        .chars()
        .take_while(|symbol| {
            used += symbol.width().unwrap_or(0);
            used <= room
        })
        .collect();
    Some(beginning.trim_end().to_owned() + ellipsis)
}

/// The text in lines of at most `room` columns, broken at blanks; a word that is longer than a line stands alone, shortened.
pub fn wrapped(text: &str, room: u16, glyphs: Glyphs) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in shown(text, glyphs).split_whitespace() {
        let fits = lines
            .last()
            .is_some_and(|line| width(line).saturating_add(1).saturating_add(width(word)) <= room);
        match lines.last_mut() {
            Some(line) if fits => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.extend(shortened(word, room, glyphs)),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::{Glyphs, shortened, shown, width, wrapped};

    #[test]
    fn control_and_formatting_characters_are_shown_and_not_obeyed() {
        assert_eq!(shown("a\u{1b}[2Jb\u{7f}", Glyphs::Blocks), "a␛[2Jb␡");
        assert_eq!(
            shown("a\u{202e}b\u{9b}", Glyphs::Blocks),
            "a\u{fffd}b\u{fffd}"
        );
        assert_eq!(
            shown("Zürich · 2×6 ± 1 ▼…", Glyphs::Ascii),
            "Z?rich - 2x6 +- 1 v."
        );
    }

    #[test]
    fn a_long_name_ends_in_an_ellipsis_within_its_room() {
        for room in 0..30 {
            let name = shortened("深蹲 Back squat with pause", room, Glyphs::Blocks);
            assert!(name.is_none_or(|name| width(&name) <= room), "{room}");
        }
        assert_eq!(
            shortened("Back squat", 6, Glyphs::Blocks).as_deref(),
            Some("Back…")
        );
        assert_eq!(
            shortened("Back squat", 10, Glyphs::Ascii).as_deref(),
            Some("Back squat")
        );
        assert_eq!(shortened("Back squat", 1, Glyphs::Blocks), None);
    }

    #[test]
    fn a_sentence_is_broken_at_blanks() {
        assert_eq!(
            wrapped("New to slow lowering? Easy load", 14, Glyphs::Blocks),
            ["New to slow", "lowering? Easy", "load"]
        );
    }
}
