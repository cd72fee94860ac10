//! Cuts a text into numbers, words and marks, each with its place. What looks alike is made alike here: full-width digits,
//! every dash, every multiplication sign; so that nobody behind this file has to know of them.

use std::ops::Range;

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// ASCII digits, nothing else.
    Number,
    /// Letters.
    Word,
    /// Any other single character.
    Mark(char),
    /// The end of a line.
    Line,
}

/// A piece of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) kind: Kind,
    /// Bytes of the text as it was given.
    pub(super) span: Range<usize>,
    /// Normalised and in lower case.
    pub(super) text: String,
    /// Whether nothing stands between it and the token before.
    pub(super) glued: bool,
}

/// Cuts it up. Blanks are dropped, everything else is in some token.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut end_of_last = usize::MAX;
    for (start, written) in text.char_indices() {
        let end = start + written.len_utf8();
        let character = normal(written);
        let Some(kind) = kind(character) else {
            continue;
        };
        let glued = start == end_of_last;
        end_of_last = end;
        let extends = matches!(kind, Kind::Number | Kind::Word);
        match tokens.last_mut() {
            Some(last) if glued && extends && last.kind == kind => {
                last.span.end = end;
                last.text.extend(character.to_lowercase());
            }
            _ => tokens.push(Token {
                kind,
                span: start..end,
                text: character.to_lowercase().collect(),
                glued,
            }),
        }
    }
    tokens
}

/// Brings look-alikes to one form.
fn normal(character: char) -> char {
    match character {
        // Full-width forms stand in the order of ASCII.
        '\u{ff01}'..='\u{ff5e}' => {
            char::from_u32(u32::from(character) - 0xfee0).unwrap_or(character)
        }
        '×' | '✕' | '✖' | '⨯' | '╳' => 'x',
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        '’' | '‘' | '′' => '\'',
        '“' | '”' | '″' => '"',
        '•' | '◦' | '▪' | '‣' => '*',
        '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => '\n',
        _ => character,
    }
}

/// `None` for what only separates.
fn kind(character: char) -> Option<Kind> {
    Some(match character {
        '\n' => Kind::Line,
        _ if character.is_whitespace() || matches!(character, '\u{200b}' | '\u{feff}') => {
            return None;
        }
        _ if character.is_ascii_digit() => Kind::Number,
        // An accent that follows its letter belongs to the word.
        _ if character.is_alphabetic() || matches!(character, '\u{300}'..='\u{36f}') => Kind::Word,
        _ => Kind::Mark(character),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<(String, bool)> {
        let tokens = tokens(text);
        tokens.into_iter().map(|t| (t.text, t.glued)).collect()
    }

    #[test]
    fn look_alikes_are_cut_alike() {
        assert_eq!(cut("３×８ 6–8"), cut("3x8 6-8"));
        assert_eq!(cut("3X8\u{a0}@40X0"), cut("3x8 @40x0"));
    }

    #[test]
    fn places_are_bytes_of_the_text_as_given() {
        let spans: Vec<_> = tokens("é ×8").into_iter().map(|t| t.span).collect();
        assert_eq!(spans, [0..2, 3..5, 5..6]);
    }
}
