//! A mistake in a hand-written file: where it is, the line itself, and what to write instead.

use std::fmt;
use std::ops::Range;

use unicode_width::UnicodeWidthStr as _;

use crate::training::text::visible;

/// One mistake. Displays as `line 12, column 8: …` with the line itself and a mark beneath.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Counts from 1.
    pub line: usize,
    /// Counts characters from 1.
    pub column: usize,
    /// What is wrong and what to write instead.
    pub sentence: String,
    /// The line as it is shown.
    source: String,
    /// Cells in front of the mark.
    indent: usize,
}

impl Problem {
    /// A mistake in `text` at the byte where `span` starts; without a span, at the beginning.
    pub fn at(text: &str, span: Option<&Range<usize>>, sentence: impl Into<String>) -> Self {
        let offset = span.map_or(0, |span| span.start);
        let (before, after) = text.split_at_checked(offset).unwrap_or(("", text));
        let start = before.rsplit('\n').next().unwrap_or_default();
        let end = after.lines().next().unwrap_or_default();
        Self {
            line: before.matches('\n').count() + 1,
            column: start.chars().count() + 1,
            sentence: visible(&sentence.into()).into_owned(),
            source: visible(&format!("{start}{end}").replace('\t', "    ")).into_owned(),
            indent: visible(&start.replace('\t', "    ")).width(),
        }
    }

    /// The same place with another sentence.
    #[must_use]
    pub fn saying(&self, sentence: &str) -> Self {
        Self {
            sentence: visible(sentence).into_owned(),
            ..self.clone()
        }
    }

    /// Place and sentence, without the line itself.
    pub fn in_one_line(&self) -> String {
        format!(
            "line {}, column {}: {}",
            self.line, self.column, self.sentence
        )
    }
}

/// The line of the first byte that is no text, counted from 1.
pub(super) fn line_of_no_text(error: &std::string::FromUtf8Error) -> usize {
    let text = error.as_bytes().iter();
    let text = text.take(error.utf8_error().valid_up_to());
    1 + text.filter(|byte| **byte == b'\n').count()
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.in_one_line())?;
        let number = self.line.to_string();
        writeln!(f, "  {number} | {}", self.source)?;
        write!(
            f,
            "  {:margin$} | {:indent$}^",
            "",
            "",
            margin = number.len(),
            indent = self.indent
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_problem_shows_its_line_with_a_mark_beneath() {
        let text = "theme = \"day\"\nrest = \"2mm\"\n";
        let problem = Problem::at(text, Some(&(21..26)), "write 2m");
        assert_eq!(
            problem.to_string(),
            "line 2, column 8: write 2m\n  2 | rest = \"2mm\"\n    |        ^"
        );
    }

    #[test]
    fn wide_and_hidden_characters_do_not_move_the_mark() {
        let text = "ス\u{1b} = x";
        let problem = Problem::at(text, Some(&(7..8)), "no");
        assert_eq!(
            problem.to_string(),
            "line 1, column 6: no\n  1 | ス^[ = x\n    |        ^"
        );
    }

    #[test]
    fn a_span_outside_the_text_is_no_panic() {
        assert_eq!(Problem::at("", Some(&(9..12)), "no").line, 1);
        assert_eq!(Problem::at("ス", Some(&(1..2)), "no").column, 1);
    }
}
