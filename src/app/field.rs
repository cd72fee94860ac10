//! A line of text that somebody writes: what stands in it, and where the cursor is.
//!
//! What comes from a paste is text like any other: line breaks become blanks, and control characters are left out.

use super::action::Stroke;
use tui_input::{Input, InputRequest};

/// The most characters that are taken; a line that is longer is a slip.
const LONGEST: usize = 4_000;

/// A line of text with a cursor.
#[derive(Debug, Clone, Default)]
pub struct Field(Input);

impl Field {
    /// A line with the cursor at its end.
    pub fn new(text: &str) -> Self {
        Self(Input::new(text.to_owned()))
    }

    /// What stands in it.
    pub fn text(&self) -> &str {
        self.0.value()
    }

    /// Whether nothing does.
    pub fn is_empty(&self) -> bool {
        self.text().is_empty()
    }

    /// Where the cursor is, in characters from the beginning.
    pub fn cursor(&self) -> usize {
        self.0.cursor()
    }

    /// Takes a key. Returns whether the text changed.
    pub fn write(&mut self, stroke: Stroke) -> bool {
        let request = match stroke {
            Stroke::Insert(letter) if letter.is_control() => return false,
            Stroke::Insert(_) if self.text().chars().count() >= LONGEST => return false,
            Stroke::Insert(letter) => InputRequest::InsertChar(letter),
            Stroke::Erase => InputRequest::DeletePrevChar,
            Stroke::EraseNext => InputRequest::DeleteNextChar,
            Stroke::EraseWord => InputRequest::DeletePrevWord,
            Stroke::Clear => InputRequest::DeleteLine,
            Stroke::Left => InputRequest::GoToPrevChar,
            Stroke::Right => InputRequest::GoToNextChar,
            Stroke::Home => InputRequest::GoToStart,
            Stroke::End => InputRequest::GoToEnd,
        };
        self.0.handle(request).is_some_and(|changed| changed.value)
    }

    /// Takes a paste.
    pub fn paste(&mut self, text: &str) {
        for letter in text.trim_end().chars() {
            let letter = if letter.is_whitespace() { ' ' } else { letter };
            self.write(Stroke::Insert(letter));
        }
    }
}

impl PartialEq for Field {
    fn eq(&self, other: &Self) -> bool {
        (self.text(), self.cursor()) == (other.text(), other.cursor())
    }
}

impl Eq for Field {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_stands_where_the_cursor_is() {
        let mut field = Field::new("squat");
        for stroke in [
            Stroke::Home,
            Stroke::Insert('x'),
            Stroke::Right,
            Stroke::EraseNext,
        ] {
            field.write(stroke);
        }
        assert_eq!((field.text(), field.cursor()), ("xsuat", 2));
        assert!(!field.write(Stroke::Insert('\u{1b}')));
    }

    #[test]
    fn a_paste_is_text_and_nothing_else() {
        let mut field = Field::default();
        field.paste("A1 row\r\n3x8\u{1b}[2J\t@4010\n");
        assert_eq!(field.text(), "A1 row  3x8[2J @4010");
        field.paste(&"9".repeat(100_000));
        assert!(field.text().chars().count() <= LONGEST);
    }
}
