//! The grammar of a single key: characters, control characters and escape sequences.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::Token;

pub(super) const ESC: u8 = 0x1b;
const BEL: u8 = 0x07;

/// What the bytes begin with.
pub(super) fn first(bytes: &[u8]) -> Token {
    match bytes {
        [] => Token::Unfinished,
        [ESC, rest @ ..] => escape(rest),
        [byte @ ..0x80, ..] => Token::Key(1, character(char::from(*byte))),
        _ => multibyte(bytes),
    }
}

/// A character of several bytes, or the bytes that are none.
fn multibyte(bytes: &[u8]) -> Token {
    let text = bytes.get(..4).unwrap_or(bytes);
    let (valid, error) = match str::from_utf8(text) {
        Ok(valid) => (valid, None),
        Err(error) => {
            let valid = text.get(..error.valid_up_to()).unwrap_or_default();
            (str::from_utf8(valid).unwrap_or_default(), Some(error))
        }
    };
    match (valid.chars().next(), error) {
        (Some(first), _) => Token::Key(first.len_utf8(), character(first)),
        (None, Some(error)) => error.error_len().map_or(Token::Unfinished, Token::Nothing),
        (None, None) => Token::Unfinished,
    }
}

/// What follows ESC.
fn escape(rest: &[u8]) -> Token {
    match rest {
        [] => Token::Unfinished,
        [ESC, ..] => Token::Key(1, plain(KeyCode::Esc)),
        [b'[', rest @ ..] => control_sequence(rest),
        [b'O', rest @ ..] => match rest {
            [] => Token::Unfinished,
            [letter, ..] => {
                letter_key(*letter).map_or(Token::Nothing(3), |code| Token::Key(3, plain(code)))
            }
        },
        [b']' | b'P' | b'X' | b'^' | b'_', rest @ ..] => string(rest),
        _ => match first(rest) {
            Token::Key(length, key) => Token::Key(length + 1, with_alt(key)),
            Token::Nothing(length) => Token::Nothing(length + 1),
            token => token,
        },
    }
}

/// A string that a terminal sends as an answer; nobody has asked, so it is dropped up to its end.
fn string(rest: &[u8]) -> Token {
    let bell = rest.iter().position(|byte| *byte == BEL).map(|at| at + 1);
    let terminator = rest
        .windows(2)
        .position(|window| window == [ESC, b'\\'])
        .map(|at| at + 2);
    let end = [bell, terminator].into_iter().flatten().min();
    end.map_or(Token::Unfinished, |end| Token::Nothing(end + 2))
}

/// What follows `ESC [`.
fn control_sequence(rest: &[u8]) -> Token {
    // Function keys of the Linux console, and a mouse that another program has left switched on.
    match rest {
        [b'[', letter @ b'A'..=b'E', ..] => {
            return Token::Key(4, plain(KeyCode::F(letter - b'A' + 1)));
        }
        [b'M', _, _, _, ..] => return Token::Nothing(6),
        [b'['] | [b'M', ..] => return Token::Unfinished,
        _ => {}
    }
    let Some(length) = rest.iter().position(|byte| !(0x20..0x40).contains(byte)) else {
        return Token::Unfinished;
    };
    let (Some(parameters), Some(last)) = (rest.get(..length), rest.get(length)) else {
        return Token::Unfinished;
    };
    // A character that cannot stand in a sequence ends it, and counts for itself.
    if !(0x40..0x7f).contains(last) {
        return Token::Nothing(length + 2);
    }
    let length = length + 3;
    if (parameters, *last) == (b"200", b'~') {
        return Token::PasteBegins(length);
    }
    named(parameters, *last).map_or(Token::Nothing(length), |key| Token::Key(length, key))
}

/// The key of a complete control sequence.
fn named(parameters: &[u8], last: u8) -> Option<KeyEvent> {
    let mut numbers = parameters.split(|byte| *byte == b';').map(Numbers::parse);
    let first = numbers.next()?.first;
    let second = numbers.next().unwrap_or_default();
    // The third kind of event is the release of a key.
    if second.sub == Some(3) {
        return None;
    }
    let modifiers = modifiers(second.first.unwrap_or(1));
    let code = match last {
        b'~' => numbered_key(first?)?,
        b'u' => {
            let key = character(char::from_u32(first?)?);
            return Some(KeyEvent::new(key.code, key.modifiers | modifiers));
        }
        b'Z' => {
            return Some(KeyEvent::new(
                KeyCode::BackTab,
                modifiers | KeyModifiers::SHIFT,
            ));
        }
        b'A'..=b'S' if matches!(first, None | Some(1)) && last != b'M' => letter_key(last)?,
        _ => return None,
    };
    Some(KeyEvent::new(code, modifiers))
}

/// A parameter and its first sub-parameter.
#[derive(Default)]
struct Numbers {
    first: Option<u32>,
    sub: Option<u32>,
}

impl Numbers {
    fn parse(bytes: &[u8]) -> Self {
        let mut numbers = bytes
            .split(|byte| *byte == b':')
            .map(|digits| str::from_utf8(digits).ok()?.parse().ok());
        Self {
            first: numbers.next().flatten(),
            sub: numbers.next().flatten(),
        }
    }
}

fn letter_key(letter: u8) -> Option<KeyCode> {
    Some(match letter {
        b'A' => KeyCode::Up,
        b'B' => KeyCode::Down,
        b'C' => KeyCode::Right,
        b'D' => KeyCode::Left,
        b'H' => KeyCode::Home,
        b'F' => KeyCode::End,
        b'M' => KeyCode::Enter,
        b'P'..=b'S' => KeyCode::F(letter - b'P' + 1),
        _ => return None,
    })
}

fn numbered_key(number: u32) -> Option<KeyCode> {
    let function = |first: u32, key: u8| {
        u8::try_from(number - first)
            .ok()
            .map(|step| KeyCode::F(key + step))
    };
    match number {
        1 | 7 => Some(KeyCode::Home),
        2 => Some(KeyCode::Insert),
        3 => Some(KeyCode::Delete),
        4 | 8 => Some(KeyCode::End),
        5 => Some(KeyCode::PageUp),
        6 => Some(KeyCode::PageDown),
        11..=15 => function(11, 1),
        17..=21 => function(17, 6),
        23 | 24 => function(23, 11),
        _ => None,
    }
}

/// Modifiers as sequences number them: one, plus a bit for each.
fn modifiers(number: u32) -> KeyModifiers {
    let bits = number.saturating_sub(1);
    let all = [
        (1, KeyModifiers::SHIFT),
        (2, KeyModifiers::ALT),
        (4, KeyModifiers::CONTROL),
    ];
    all.into_iter()
        .filter(|(bit, _)| bits & bit != 0)
        .map(|(_, modifier)| modifier)
        .collect()
}

/// The key that types a character.
pub(super) fn character(character: char) -> KeyEvent {
    let control = |key: char| KeyEvent::new(KeyCode::Char(key), KeyModifiers::CONTROL);
    match character {
        '\r' => plain(KeyCode::Enter),
        '\t' => plain(KeyCode::Tab),
        '\x1b' => plain(KeyCode::Esc),
        // Terminals disagree on which of the two the Backspace key sends.
        '\x08' | '\x7f' => plain(KeyCode::Backspace),
        '\0' => control(' '),
        '\x01'..='\x1a' => control(shifted(character, b'a' - 1)),
        '\x1c'..='\x1f' => control(shifted(character, b'\\' - 0x1c)),
        // As everywhere in crossterm, so that a binding means the same on every system.
        letter if letter.is_uppercase() => {
            KeyEvent::new(KeyCode::Char(letter), KeyModifiers::SHIFT)
        }
        other => plain(KeyCode::Char(other)),
    }
}

fn shifted(control: char, by: u8) -> char {
    u8::try_from(control).map_or(control, |byte| char::from(byte + by))
}

pub(super) fn with_alt(key: KeyEvent) -> KeyEvent {
    KeyEvent::new(key.code, key.modifiers | KeyModifiers::ALT)
}

fn plain(code: KeyCode) -> KeyEvent {
    KeyEvent::new(code, KeyModifiers::NONE)
}
