//! Reads tokens as elements, one after the other. Every token ends up in an element, so that nothing is silently dropped.
//!
//! Each rule looks at the tokens from one place on and says what it found and where it ends; none looks farther than what
//! it takes, save for a few tokens, so that the time is linear in the text.

mod amounts;
mod dose;
mod pace;
mod phrases;

use super::element::{Element, Label, What};
use super::token::{Kind, Token, tokens};

/// What was found, and the token behind it.
pub(super) type Found = Option<(What, usize)>;

/// Words that only join others.
const JOINS: [&str; 13] = [
    "of", "for", "with", "at", "and", "then", "the", "do", "tempo", "x", "in", "by", "a",
];

/// Reads a text.
pub(super) fn elements(text: &str) -> Vec<Element> {
    let reader = Reader {
        text,
        tokens: tokens(text),
    };
    let mut elements: Vec<Element> = Vec::new();
    let mut at = 0;
    // Whether an exercise may begin here, and whether this one has a dose already.
    let (mut fresh, mut dosed) = (true, false);
    while at < reader.tokens.len() {
        let label = reader.label(at, fresh, dosed);
        let (what, next) = label
            .or_else(|| reader.element(at))
            .or_else(|| reader.words(at))
            .unwrap_or((What::Unread, at + 1));
        match &what {
            What::Soft | What::Hard => fresh = true,
            What::Label(_) => (fresh, dosed) = (false, false),
            // A bullet, a dash: a label may still follow.
            What::Filler => {}
            what => {
                fresh = false;
                dosed |= what.is_dose();
            }
        }
        reader.push(&mut elements, what, at, next);
        at = next.max(at + 1);
    }
    elements
}

/// The tokens of a text, to be looked at from any place.
pub(super) struct Reader<'t> {
    pub(super) text: &'t str,
    tokens: Vec<Token>,
}

impl Reader<'_> {
    /// The text of a token; empty behind the last one.
    fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| &token.text)
    }

    fn kind(&self, at: usize) -> Option<Kind> {
        self.tokens.get(at).map(|token| token.kind)
    }

    fn is_word(&self, at: usize) -> bool {
        self.kind(at) == Some(Kind::Word)
    }

    fn is_number(&self, at: usize) -> bool {
        self.kind(at) == Some(Kind::Number)
    }

    fn is_mark(&self, at: usize, mark: char) -> bool {
        self.kind(at) == Some(Kind::Mark(mark))
    }

    /// Whether nothing stands between a token and the one before.
    fn glued(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.glued)
    }

    /// The place behind these words and marks, where they stand here.
    fn all(&self, at: usize, words: &[&str]) -> Option<usize> {
        words
            .iter()
            .enumerate()
            .all(|(offset, word)| self.word(at + offset) == *word)
            .then_some(at + words.len())
    }

    /// The text of tokens as it was written.
    fn written(&self, from: usize, to: usize) -> String {
        super::error::echo(self.text, &self.span(from, to))
    }

    fn span(&self, from: usize, to: usize) -> std::ops::Range<usize> {
        let start = self.tokens.get(from).map_or(0, |token| token.span.start);
        let last = self.tokens.get(to.saturating_sub(1).max(from));
        start..last.map_or(start, |token| token.span.end)
    }

    fn push(&self, elements: &mut Vec<Element>, what: What, from: usize, to: usize) {
        if what != What::Words {
            let span = self.span(from, to);
            elements.push(Element { span, what });
            return;
        }
        // Joining words at either end of a name are no part of it.
        let joins = |at: &usize| JOINS.contains(&self.word(*at));
        let first = (from..to).find(|at| !joins(at)).unwrap_or(to);
        let last = (first..to)
            .rfind(|at| !joins(at))
            .map_or(first, |at| at + 1);
        for (from, to, what) in [
            (from, first, What::Filler),
            (first, last, What::Words),
            (last, to, What::Filler),
        ] {
            if from < to {
                let span = self.span(from, to);
                elements.push(Element { span, what });
            }
        }
    }

    /// Everything but labels and names.
    fn element(&self, at: usize) -> Found {
        match self.kind(at)? {
            Kind::Line => Some((What::Hard, at + 1)),
            Kind::Number if self.is_named_number(at) => None,
            Kind::Number => self.amount(at),
            Kind::Word => self
                .tempo(at)
                .or_else(|| self.phrase(at))
                .or_else(|| self.pace(at))
                .or_else(|| self.pause(at))
                .or_else(|| self.other(at)),
            Kind::Mark(mark) => self.mark(at, mark),
        }
    }

    fn mark(&self, at: usize, mark: char) -> Found {
        let joins = || Some((What::Filler, at + 1));
        match mark {
            '@' => self.tempo(at).or_else(joins),
            '/' => self.phrase(at).or_else(joins),
            '(' => self.bracketed(at).or_else(joins),
            ':' => self.clock(at).or_else(joins),
            ';' => Some((What::Hard, at + 1)),
            '"' if self.is_word(at + 1) => Some(self.quoted(at, What::Named)),
            ',' | '→' => Some((What::Soft, at + 1)),
            '-' if self.is_mark(at + 1, '>') => Some((What::Soft, at + 2)),
            '.' | '-' | '*' | ')' | '|' | '&' | '+' | '·' | '#' | '~' | '!' | '"' | '\'' | '_'
            | '=' => joins(),
            _ => None,
        }
    }

    /// `A1`, `A1)`, `A.`, `2.`, where an exercise may begin; `A2` also behind a dose.
    fn label(&self, at: usize, fresh: bool, dosed: bool) -> Found {
        let ends = |next: usize| match self.kind(next) {
            Some(Kind::Mark(')' | '.' | ':')) => {
                Some(next + 1).filter(|_| self.glued(next) && !self.glued_number(next + 1))
            }
            _ => None,
        };
        let mut letters = self.word(at).chars();
        let letter = match (self.is_word(at), letters.next(), letters.next()) {
            (true, Some(letter), None) => Some(letter).filter(char::is_ascii_lowercase),
            _ => None,
        };
        if let Some(letter) = letter {
            let letter = letter.to_ascii_uppercase();
            let numbered = self.is_number(at + 1) && self.glued(at + 1);
            if numbered && self.word(at + 1).len() == 1 && !matches!(letter, 'R' | 'X') {
                let number = self.word(at + 1).parse().ok();
                let alone =
                    !self.glued(at + 2) || !(self.is_word(at + 2) || self.is_number(at + 2));
                let next = ends(at + 2).unwrap_or(at + 2);
                let letter = Some(letter);
                return (alone && (fresh || dosed))
                    .then_some((What::Label(Label { letter, number }), next));
            }
            let next = ends(at + 1).filter(|_| fresh)?;
            let (letter, number) = (Some(letter), None);
            return Some((What::Label(Label { letter, number }), next));
        }
        let short = self.is_number(at) && self.word(at).len() <= 2;
        let next = ends(at + 1).filter(|_| fresh && short && !self.is_mark(at + 1, ':'))?;
        let (letter, number) = (None, self.word(at).parse().ok());
        Some((What::Label(Label { letter, number }), next))
    }

    fn glued_number(&self, at: usize) -> bool {
        self.is_number(at) && self.glued(at)
    }

    /// Words up to the next thing that is known: the exercise, or what nobody understands.
    fn words(&self, at: usize) -> Found {
        if !self.is_word(at) && !self.is_named_number(at) {
            return None;
        }
        let mut next = at + 1;
        loop {
            let joined = matches!(
                self.kind(next),
                Some(Kind::Mark('-' | '\'' | '&' | '/' | '.'))
            ) && self.glued(next)
                && self.glued(next + 1)
                && self.is_word(next + 1)
                && self.phrase(next).is_none();
            if joined {
                next += 2;
            } else if self.is_word(next) && (self.glued(next) || self.goes_on(next))
                || self.is_named_number(next)
            {
                next += 1;
            } else {
                return Some((What::Words, next));
            }
        }
    }

    /// Whether a word belongs to the name before it: a "hold" without a length does, as in "Plank hold 3x45s".
    fn goes_on(&self, at: usize) -> bool {
        matches!(self.element(at), None | Some((What::Hold(None), _)))
    }

    /// The number of "1-arm row" and "90-degree".
    fn is_named_number(&self, at: usize) -> bool {
        self.is_number(at)
            && self.is_mark(at + 1, '-')
            && self.is_word(at + 2)
            && self.glued(at + 1)
            && self.glued(at + 2)
            && self.word(at + 2).len() > 1
    }
}
