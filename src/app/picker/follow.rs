//! Following a programme: the questions before it, and where one is in it.

use crate::app::action::Stroke;
use crate::app::field::Field;
use crate::training::follow::Follow;
use crate::training::preset::Programme;
use jiff::civil::Date;

/// Which question is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Question {
    /// The first day.
    Start,
    /// How often a day.
    PerDay,
}

/// The two questions before a programme is followed, with their answers so far.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Following {
    /// The id of the programme.
    pub id: String,
    /// Its first day, as it is typed.
    pub start: Field,
    /// How often a day, as it is typed.
    pub per_day: Field,
    /// Which of them is asked.
    pub question: Question,
    /// What is wrong with an answer, and what to write instead.
    pub error: Option<String>,
}

impl Following {
    /// Asks for a programme, with today and what the programme says as the answers.
    pub fn new(id: &str, programme: Programme, today: Date) -> Self {
        Self {
            id: id.to_owned(),
            start: Field::new(&today.to_string()),
            per_day: Field::new(&programme.per_day.to_string()),
            question: Question::Start,
            error: None,
        }
    }

    /// Takes a key.
    pub fn write(&mut self, stroke: Stroke) {
        self.field().write(stroke);
        self.error = None;
    }

    /// Takes a paste.
    pub fn paste(&mut self, text: &str) {
        self.field().paste(text);
        self.error = None;
    }

    /// Takes an answer. Returns the programme to follow when both were given.
    pub fn accept(&mut self) -> Option<Follow> {
        let read = self.read();
        match (read, self.question) {
            (Err(error), _) => self.error = Some(error),
            (Ok(_), Question::Start) => self.question = Question::PerDay,
            (Ok(follow), Question::PerDay) => return Some(follow),
        }
        None
    }

    fn field(&mut self) -> &mut Field {
        match self.question {
            Question::Start => &mut self.start,
            Question::PerDay => &mut self.per_day,
        }
    }

    fn read(&self) -> Result<Follow, String> {
        let start = self
            .start
            .text()
            .trim()
            .parse::<Date>()
            .map_err(|_unreadable| {
                "This is no date: write year, month and day, such as 2026-01-31".to_owned()
            })?;
        match self.per_day.text().trim().parse() {
            Ok(per_day @ 1..=24) => Ok(Follow {
                id: self.id.clone(),
                start,
                per_day,
                last: None,
            }),
            _ => Err("Write how often a day it is done, from 1 to 24".to_owned()),
        }
    }
}
