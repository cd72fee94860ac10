//! Fuel: how much protein a day for a body weight, and whether today's was eaten. The weight is asked once; afterwards the
//! last one stands until somebody types another.

use super::Request;
use crate::app::App;
use crate::app::action::Action;
use crate::app::ask::{Ask, Question, Questions, Upshot, Value};
use crate::app::message::Effect;
use crate::training::journal::{Answer, Diary, Entry, Mass, Morning};
use jiff::ToSpan as _;
use jiff::civil::Date;

/// Days whose ticks are shown.
pub const DAYS: i64 = 14;

/// The tab.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Fuel {
    /// The body weight, once the journal has answered.
    pub questions: Option<Questions>,
    /// The mornings with weights and ticks; nothing before the journal has answered.
    pub diary: Option<Diary>,
}

impl Fuel {
    /// The body weight that stands: today's, or the last one before.
    pub fn weight(&self) -> Option<Mass> {
        let mut mornings = self.diary.iter().flat_map(|diary| &diary.mornings).rev();
        mornings.find_map(|morning| morning.weight)
    }

    /// Whether enough protein was eaten on a day, as far as somebody said so.
    pub fn ticked(&self, day: Date) -> Option<bool> {
        self.morning(day)?.protein
    }

    /// The last fourteen days, the latest last, each with its tick.
    pub fn ticks(&self, today: Date) -> impl Iterator<Item = (Date, Option<bool>)> {
        let days = (0..DAYS)
            .rev()
            .map(move |ago| today.saturating_sub(ago.days()));
        days.map(|day| (day, self.ticked(day)))
    }

    fn morning(&self, day: Date) -> Option<&Morning> {
        let mornings = &self.diary.as_ref()?.mornings;
        mornings.iter().rev().find(|morning| morning.day == day)
    }

    /// Changes a day's entry, leaving what else was answered as it is. Nothing can be changed before it is known what was.
    fn change(&mut self, day: Date, change: impl FnOnce(&mut Morning)) -> Option<Entry> {
        let mut morning = self
            .morning(day)
            .cloned()
            .unwrap_or_else(|| Morning::of(day));
        let mornings = &mut self.diary.as_mut()?.mornings;
        change(&mut morning);
        mornings.retain(|other| other.day != day);
        mornings.push(morning.clone());
        Some(Entry::Morning(morning))
    }

    /// Asks for the weight, with the one that stands as an answer that nobody has to give again.
    fn ask(&mut self, unit: crate::training::journal::Unit) {
        let weight = self.weight().map(Value::Mass);
        let answer = weight.map_or(Answer::Missing, Answer::Assumed);
        let ask = Ask::Weight;
        self.questions = Some(Questions::new(vec![Question { ask, answer }], unit));
    }
}

impl App {
    pub(super) fn open_fuel(&mut self) -> Vec<Effect> {
        if let Some(journal) = self.journal() {
            // Another tab may have changed the day's entry since.
            journal.fuel = Fuel::default();
        }
        vec![Effect::Journal(Request::Diary)]
    }

    /// A key's verb on this tab; `None` where it is for all tabs.
    pub(super) fn in_fuel(&mut self, action: Action) -> Option<Vec<Effect>> {
        let questions = self.journal()?.fuel.questions.as_mut()?;
        if action == Action::Accept && !questions.takes_text() {
            return Some(self.tick_protein());
        }
        match questions.act(action) {
            Upshot::NotMine | Upshot::Left => None,
            Upshot::Moved => Some(Vec::new()),
            Upshot::Refused(why) => Some(self.say(why)),
            Upshot::Changed | Upshot::Accepted => Some(self.keep_weight()),
        }
    }

    pub(super) fn diary_for_fuel(&mut self, diary: &Diary) {
        let unit = self.unit;
        if let Some(journal) = self.journal() {
            journal.fuel.diary = Some(diary.clone());
            journal.fuel.ask(unit);
        }
    }

    /// Ticks today's protein, or takes the tick back.
    fn tick_protein(&mut self) -> Vec<Effect> {
        self.change_fuel(|morning| {
            morning.protein = (morning.protein != Some(true)).then_some(true);
        })
    }

    /// Keeps the weight that was written as today's; where it was wiped out, the one before stands again.
    fn keep_weight(&mut self) -> Vec<Effect> {
        let fuel = self.journal().map(|journal| &journal.fuel);
        let questions = fuel.and_then(|fuel| fuel.questions.as_ref());
        let answer = questions.and_then(|questions| questions.answer(Ask::Weight));
        let weight = match answer.and_then(Answer::given) {
            Some(Value::Mass(mass)) => Some(*mass),
            _ => None,
        };
        self.change_fuel(|morning| morning.weight = weight)
    }

    fn change_fuel(&mut self, change: impl FnOnce(&mut Morning)) -> Vec<Effect> {
        let (today, unit) = (self.today, self.unit);
        let entry = self.journal().and_then(|journal| {
            let entry = journal.fuel.change(today, change);
            journal.fuel.ask(unit);
            entry
        });
        self.keep(entry.into_iter().collect())
    }
}
