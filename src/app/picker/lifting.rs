//! "What are you lifting?": an exercise for a preset that names none, or another one, by typing a few letters of it.

use crate::app::action::Stroke;
use crate::app::field::Field;
use crate::training::exercise;
use frizbee::{Config, Matcher};

/// The question with what was typed so far.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lifting {
    /// The id of the preset.
    pub id: String,
    /// What was typed.
    pub field: Field,
    /// The known exercises that fit, the best first; all of them where nothing was typed.
    pub fitting: Vec<&'static str>,
    /// Which of them is under the cursor; `None` while it is what was typed.
    pub selected: Option<usize>,
}

impl Lifting {
    /// Asks for a preset.
    pub fn new(id: &str) -> Self {
        let mut lifting = Self {
            id: id.to_owned(),
            field: Field::default(),
            fitting: Vec::new(),
            selected: None,
        };
        lifting.look();
        lifting
    }

    /// Takes a key.
    pub fn write(&mut self, stroke: Stroke) {
        if self.field.write(stroke) {
            self.look();
        }
    }

    /// Takes a paste.
    pub fn paste(&mut self, text: &str) {
        self.field.paste(text);
        self.look();
    }

    /// Moves the cursor; above the first one is what was typed.
    pub fn step(&mut self, by: isize) {
        let place = self.selected.map_or(0, |selected| selected + 1);
        let place = place.saturating_add_signed(by).min(self.fitting.len());
        self.selected = place.checked_sub(1);
    }

    /// What was answered; empty where nobody wants to say.
    pub fn answer(&self) -> &str {
        self.selected
            .and_then(|selected| self.fitting.get(selected).copied())
            .unwrap_or_else(|| self.field.text().trim())
    }

    fn look(&mut self) {
        let names: Vec<&'static str> = exercise::names().collect();
        self.selected = None;
        if self.field.is_empty() {
            self.fitting = names;
            return;
        }
        let mut matcher = Matcher::from_query(self.field.text(), &Config::default());
        let found = matcher.match_list(&names);
        let name = |found: frizbee::Match| names.get(usize::try_from(found.index).ok()?).copied();
        self.fitting = found.into_iter().filter_map(name).collect();
        self.selected = (!self.fitting.is_empty()).then_some(0);
    }
}
