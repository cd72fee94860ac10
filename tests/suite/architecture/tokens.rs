//! Cuts Rust text into words, marks and bracketed groups, with their lines; comments and literals are left out.
//!
//! Just enough of Rust's grammar to tell code from prose. The compiler has seen the same text before, so nothing here
//! needs to find faults.

use std::iter::Peekable;
use std::str::Chars;

#[derive(Clone, Debug)]
pub(super) struct Token {
    pub line: usize,
    pub last_line: usize,
    pub kind: Kind,
}

#[derive(Clone, Debug)]
pub(super) enum Kind {
    Word(String),
    Mark(char),
    /// What stands between two brackets, and the opening one.
    Group(char, Vec<Token>),
}

impl Token {
    pub(super) fn word(&self) -> Option<&str> {
        match &self.kind {
            Kind::Word(word) => Some(word),
            _ => None,
        }
    }

    pub(super) fn is_mark(&self, mark: char) -> bool {
        matches!(self.kind, Kind::Mark(own) if own == mark)
    }

    pub(super) fn group(&self, opening: char) -> Option<&[Self]> {
        match &self.kind {
            Kind::Group(own, inner) if *own == opening => Some(inner),
            _ => None,
        }
    }
}

pub(super) fn tokens(text: &str) -> Vec<Token> {
    let characters = text.chars().peekable();
    Cutter {
        characters,
        line: 1,
    }
    .until_closed()
}

struct Cutter<'a> {
    characters: Peekable<Chars<'a>>,
    line: usize,
}

impl Cutter<'_> {
    fn take(&mut self) -> Option<char> {
        let next = self.characters.next();
        self.line += usize::from(next == Some('\n'));
        next
    }

    /// What the next characters are, none of them taken.
    fn ahead(&self, text: &str) -> bool {
        let mut characters = self.characters.clone();
        text.chars().all(|wanted| characters.next() == Some(wanted))
    }

    fn until_closed(&mut self) -> Vec<Token> {
        let mut found = Vec::new();
        loop {
            let comment = self.ahead("//") || self.ahead("/*");
            let line = self.line;
            let kind = match self.take() {
                None | Some(')' | ']' | '}') => return found,
                Some(_) if comment => {
                    self.skip_comment();
                    continue;
                }
                Some(opening @ ('(' | '[' | '{')) => Kind::Group(opening, self.until_closed()),
                Some('"') => {
                    self.skip_string();
                    continue;
                }
                Some('\'') => {
                    self.skip_character_or_lifetime();
                    continue;
                }
                Some(first) if first.is_alphanumeric() || first == '_' => {
                    match self.word_or_literal(first) {
                        Some(word) => Kind::Word(word),
                        None => continue,
                    }
                }
                Some(space) if space.is_whitespace() => continue,
                Some(mark) => Kind::Mark(mark),
            };
            let last_line = self.line;
            found.push(Token {
                line,
                last_line,
                kind,
            });
        }
    }

    /// Behind the first `/`.
    fn skip_comment(&mut self) {
        if self.take() == Some('/') {
            while self.take().is_some_and(|next| next != '\n') {}
            return;
        }
        let mut depth = 1;
        while depth > 0 {
            let (opens, closes) = (self.ahead("/*"), self.ahead("*/"));
            if self.take().is_none() {
                return;
            }
            if opens || closes {
                self.take();
                depth = if opens { depth + 1 } else { depth - 1 };
            }
        }
    }

    /// Behind the opening quotation mark.
    fn skip_string(&mut self) {
        while let Some(next) = self.take() {
            match next {
                '"' => return,
                '\\' => drop(self.take()),
                _ => {}
            }
        }
    }

    /// Behind the `r` of `r"…"` or `r#"…"#`.
    fn skip_raw_string(&mut self) {
        let mut end = "\"".to_owned();
        while self.ahead("#") {
            self.take();
            end.push('#');
        }
        self.take();
        while !self.ahead(&end) && self.take().is_some() {}
        for _ in end.chars() {
            self.take();
        }
    }

    /// Behind the `'`: `'a'` and `'\n'` close again, `'a` does not.
    fn skip_character_or_lifetime(&mut self) {
        match self.take() {
            Some('\\') => {
                self.take();
                while self.take().is_some_and(|next| next != '\'') {}
            }
            _ if self.ahead("'") => drop(self.take()),
            _ => {}
        }
    }

    /// A word, or nothing where it was a number or the letters before a string or a character.
    fn word_or_literal(&mut self, first: char) -> Option<String> {
        let mut word = first.to_string();
        while let Some(&next) = self.characters.peek() {
            if !next.is_alphanumeric() && next != '_' {
                break;
            }
            word.extend(self.take());
        }
        let raw = self.ahead("\"") || self.ahead("#\"") || self.ahead("##");
        match word.as_str() {
            "r" | "br" | "cr" if raw => self.skip_raw_string(),
            "r" if self.ahead("#") => {
                self.take();
                return None;
            }
            _ if first.is_numeric() => {}
            _ => return Some(word),
        }
        None
    }
}
