//! Questions of the journal: rows with an answer each, and one cursor. Numbers are typed or stepped, what is longer is
//! written in a field, and Enter takes everything as it stands.
//!
//! The same rows ask in the rest, after a session, in the morning, and when an entry is corrected. Whoever shows them
//! decides what is done with the answers.

mod turn;
mod typed;
mod value;

use super::action::{Action, Stroke};
use super::field::Field;
use crate::training::journal::{Answer, Sign, Unit};
use std::collections::BTreeMap;
pub use value::{Ask, Value};

/// A question with its answer so far.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// What is asked.
    pub ask: Ask,
    /// What is answered, or assumed, so far.
    pub answer: Answer<Value>,
}

impl Question {
    /// A question that nobody has answered.
    pub fn open(ask: Ask) -> Self {
        Self {
            ask,
            answer: Answer::Missing,
        }
    }
}

/// Rows of questions.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Questions {
    /// The rows in order.
    pub rows: Vec<Question>,
    /// The row under the cursor.
    pub at: usize,
    /// The text field of that row, while it is open.
    pub field: Option<Field>,
    /// The unit of a weight that names none.
    pub unit: Unit,
    /// What stands in the place of a question's own title, by its row: whose load it is, where there are several.
    titles: BTreeMap<usize, String>,
    /// Digits that were typed into the number under the cursor, so that a second one may follow.
    typed: String,
}

/// What a key came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Upshot {
    /// It means nothing here.
    NotMine,
    /// The cursor moved, or a field was written in.
    Moved,
    /// An answer changed.
    Changed,
    /// What was written cannot be taken: what to write instead.
    Refused(String),
    /// Everything is to be taken as it stands.
    Accepted,
    /// Nobody wants to answer.
    Left,
}

impl Questions {
    /// Rows with the cursor on the first.
    pub fn new(rows: Vec<Question>, unit: Unit) -> Self {
        Self {
            rows,
            unit,
            ..Self::default()
        }
    }

    /// Adds a row with a title of its own.
    pub fn push_titled(&mut self, title: String, row: Question) {
        self.titles.insert(self.rows.len(), title);
        self.rows.push(row);
    }

    /// What stands before the answer in a row.
    pub fn title(&self, row: usize) -> String {
        let own = || self.rows.get(row).map(|row| row.ask.title());
        let title = self.titles.get(&row).cloned().or_else(own);
        title.unwrap_or_default()
    }

    /// Takes over what somebody answered in other rows, and the cursor, where the same is asked here.
    pub fn take_over(&mut self, old: &Self) {
        let titles: Vec<String> = (0..self.rows.len()).map(|row| self.title(row)).collect();
        let place = |of: usize| {
            let (ask, title) = (old.rows.get(of)?.ask, old.title(of));
            let mut here = self.rows.iter().zip(&titles);
            here.position(|(row, other)| (row.ask, other) == (ask, &title))
        };
        let places: Vec<Option<usize>> = (0..old.rows.len()).map(place).collect();
        for (row, place) in old.rows.iter().zip(&places) {
            let here = place.and_then(|place| self.rows.get_mut(place));
            if let (Some(here), Answer::Given(_)) = (here, &row.answer) {
                here.answer = row.answer.clone();
            }
        }
        if let Some(Some(at)) = places.get(old.at) {
            self.at = *at;
            self.field.clone_from(&old.field);
            self.typed.clone_from(&old.typed);
        }
    }

    /// The question under the cursor.
    pub fn current(&self) -> Option<&Question> {
        self.rows.get(self.at)
    }

    /// The answer to a question, if it is asked here.
    pub fn answer(&self, ask: Ask) -> Option<&Answer<Value>> {
        let found = self.rows.iter().find(|row| row.ask == ask)?;
        Some(&found.answer)
    }

    /// Whether letters are text.
    pub fn takes_text(&self) -> bool {
        self.field.is_some()
    }

    /// Puts the cursor on a question, if it is asked here.
    pub fn go_to(&mut self, ask: Ask) -> bool {
        let place = self.rows.iter().position(|row| row.ask == ask);
        if let Some(place) = place {
            self.move_to(place);
        }
        place.is_some()
    }

    /// Opens the text field of a question with what stands in it.
    pub fn open(&mut self, ask: Ask) -> bool {
        let is_asked = self.go_to(ask);
        if is_asked {
            let text = self.current().map(|row| Ask::written(&row.answer));
            self.field = Some(Field::new(&text.unwrap_or_default()));
        }
        is_asked
    }

    /// Adds a row for a note with what stands in it, where there is none.
    pub fn ask_for_note(&mut self, text: &str) {
        if self.answer(Ask::Note).is_none() {
            let answer = Answer::Assumed(Value::Text(text.to_owned()));
            let ask = Ask::Note;
            self.rows.push(Question { ask, answer });
        }
    }

    /// Closes the field, and returns the note that was being written in it.
    pub fn open_note(&mut self) -> Option<String> {
        let is_note = self.current().is_some_and(|row| row.ask == Ask::Note);
        let field = self.field.take().filter(|_| is_note)?;
        Some(field.text().trim().to_owned())
    }

    /// Takes pasted text, if a field is open for it.
    pub fn paste(&mut self, text: &str) {
        if let Some(field) = &mut self.field {
            field.paste(text);
        }
    }

    /// What a key does.
    pub fn act(&mut self, action: Action) -> Upshot {
        match action {
            Action::Accept if self.field.is_some() => self.take_field(),
            Action::Accept => {
                for row in &mut self.rows {
                    row.answer = std::mem::take(&mut row.answer).confirmed();
                }
                Upshot::Accepted
            }
            Action::Leave if self.field.take().is_some() => Upshot::Moved,
            Action::Leave => Upshot::Left,
            Action::Up | Action::Down if self.field.is_some() => {
                let taken = self.take_field();
                if !matches!(taken, Upshot::Refused(_)) {
                    self.step_cursor(action);
                }
                taken
            }
            Action::Up | Action::Down => self.step_cursor(action),
            Action::Less | Action::Decrease => self.step(-1),
            Action::More | Action::Increase => self.step(1),
            Action::Write(stroke) => self.write(stroke),
            Action::Note if self.open(Ask::Note) => Upshot::Moved,
            // There may be several loads: the one under the cursor is meant.
            Action::Load if self.is_at(Ask::Load) || self.go_to(Ask::Load) => {
                self.field = Some(Field::default());
                Upshot::Moved
            }
            _ => Upshot::NotMine,
        }
    }

    fn is_at(&self, ask: Ask) -> bool {
        self.current().is_some_and(|row| row.ask == ask)
    }

    fn move_to(&mut self, place: usize) {
        self.at = place;
        self.field = None;
        self.typed.clear();
    }

    fn step_cursor(&mut self, action: Action) -> Upshot {
        let last = self.rows.len().saturating_sub(1);
        let by = if action == Action::Up { -1 } else { 1 };
        self.move_to(self.at.saturating_add_signed(by).min(last));
        Upshot::Moved
    }

    fn step(&mut self, by: i32) -> Upshot {
        self.typed.clear();
        let Some(row) = self.rows.get_mut(self.at) else {
            return Upshot::NotMine;
        };
        match row.ask.stepped(&row.answer, by) {
            Some(value) => {
                row.answer = Answer::Given(value);
                Upshot::Changed
            }
            None => Upshot::NotMine,
        }
    }

    /// A number takes digits at once; what is longer opens its field for them.
    fn write(&mut self, stroke: Stroke) -> Upshot {
        if let Some(field) = &mut self.field {
            field.write(stroke);
            return Upshot::Moved;
        }
        let Some(row) = self.rows.get_mut(self.at) else {
            return Upshot::NotMine;
        };
        match (stroke, row.ask.most()) {
            (Stroke::Insert(digit), Some(most)) if digit.is_ascii_digit() => {
                self.typed.push(digit);
                let both = self.typed.parse().ok().filter(|number| *number <= most);
                if both.is_none() {
                    self.typed = digit.to_string();
                }
                match both.or_else(|| digit.to_digit(10).filter(|number| *number <= most)) {
                    Some(number) => {
                        row.answer = Answer::Given(Value::Number(number));
                        Upshot::Changed
                    }
                    None => Upshot::Moved,
                }
            }
            (Stroke::Insert(digit), None) if digit.is_ascii_digit() && row.ask.is_written() => {
                let mut field = Field::default();
                field.write(stroke);
                self.field = Some(field);
                Upshot::Moved
            }
            (Stroke::Insert('0'), None) if row.ask == Ask::Sign => {
                row.answer = Answer::Given(Value::Sign(Sign::None));
                Upshot::Changed
            }
            (Stroke::Erase | Stroke::EraseNext | Stroke::Clear, _) => {
                self.typed.clear();
                row.answer = Answer::Missing;
                Upshot::Changed
            }
            _ => Upshot::NotMine,
        }
    }

    /// Takes what stands in the field. Nothing in it is no answer.
    fn take_field(&mut self) -> Upshot {
        let unit = self.unit;
        let (Some(field), Some(row)) = (&self.field, self.rows.get_mut(self.at)) else {
            return Upshot::NotMine;
        };
        row.answer = if field.text().trim().is_empty() {
            Answer::Missing
        } else {
            match row.ask.read(field.text(), unit) {
                Ok(value) => Answer::Given(value),
                Err(why) => return Upshot::Refused(why),
            }
        };
        self.field = None;
        Upshot::Changed
    }
}

#[cfg(test)]
mod tests;
