//! From the journal's rows to the figures: rows come in one by one and are added up, so that none has to be kept.

use super::{
    Accuracy, Bests, Calendar, Efforts, Loads, Nights, Pain, Slots, Soreness, Tensions, Trained,
    Trends, Window,
};
use crate::training::journal::{
    Answer, Load, Morning, Score, SessionRecord, SetRecord, Stamp, TensionMs,
};
use crate::training::practice::Practised;
use jiff::civil::Date;

/// A set of the chosen exercise that counts, as far as the figures need it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LiftRow {
    /// The session.
    pub session: Stamp,
    /// Its day.
    pub day: Date,
    /// The tempo as it was performed.
    pub tempo: String,
    /// The load.
    pub load: Answer<Load>,
    /// Reps that were done, and in which nobody said that the tempo broke.
    pub clean: u32,
}

impl LiftRow {
    /// A set of a session on a day.
    pub fn of(set: SetRecord, day: Date) -> Self {
        Self {
            session: set.session,
            day,
            clean: set.clean_reps(),
            tempo: set.tempo,
            load: set.load,
        }
    }
}

/// What was done of one exercise on one day: the sets that count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayRow {
    /// The day.
    pub day: Date,
    /// The exercise.
    pub exercise: String,
    /// How many sets.
    pub sets: u32,
    /// Their time under tension.
    pub tension: TensionMs,
}

/// What was said of one session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SessionRow {
    /// Its day.
    pub day: Date,
    /// How long it was, in minutes, rests included; nothing where it has no end.
    pub minutes: Option<u32>,
    /// How hard it was.
    pub effort: Option<Score>,
    /// The worst pain during it.
    pub worst_pain: Option<Score>,
    /// The pain right after it.
    pub pain_after: Option<Score>,
}

impl SessionRow {
    /// What was said of a session. One that ended as it began, because nobody said when, has no length.
    pub fn of(session: &SessionRecord) -> Self {
        let millis = session
            .ended
            .map(|ended| ended.millis() - session.began.millis());
        let minutes = millis
            .filter(|millis| *millis > 0)
            .map(|millis| millis.saturating_add(30_000) / 60_000);
        Self {
            day: session.day,
            minutes: minutes.and_then(|minutes| u32::try_from(minutes).ok()),
            effort: session.effort,
            worst_pain: session.worst_pain,
            pain_after: session.pain_after,
        }
    }
}

/// Adds rows up. Rows of a kind have to come in the order of their days.
#[derive(Debug, Clone)]
pub struct Gather {
    trends: Trends,
}

impl Gather {
    /// Begins. `earliest` is the first day of the journal, `exercise` the chosen one, `None` for the one that was trained most.
    pub fn new(
        window: Window,
        today: Date,
        earliest: Option<Date>,
        exercises: Vec<Trained>,
        exercise: Option<&str>,
    ) -> Self {
        let slots = Slots::new(window, today, earliest);
        let most = exercises.first().map(|trained| trained.name.as_str());
        let chosen = exercise.or(most).unwrap_or_default().to_owned();
        let count = slots.count();
        Self {
            trends: Trends {
                window,
                slots,
                exercises,
                bests: Bests::of(chosen.clone()),
                loads: Loads::of(chosen),
                tension: Tensions::new(count),
                soreness: Soreness::default(),
                sleep: Nights::new(count),
                pain: Pain::new(count),
                efforts: Efforts::new(count),
                accuracy: Accuracy::default(),
                calendar: Calendar::default(),
            },
        }
    }

    /// The first and the last day that rows are wanted of.
    pub fn span(&self) -> (Date, Date) {
        (self.trends.slots.first(), self.trends.slots.today())
    }

    /// The exercise that is looked at.
    pub fn exercise(&self) -> &str {
        &self.trends.loads.exercise
    }

    /// Adds sets of the chosen exercise.
    pub fn lift(&mut self, row: &LiftRow) {
        let slots = self.trends.slots;
        if slots.of(row.day).is_some() {
            self.trends.loads.add(&slots, row);
            self.trends.bests.add(row);
        }
    }

    /// Adds a day's work.
    pub fn day(&mut self, row: &DayRow) {
        let Some(slot) = self.trends.slots.of(row.day) else {
            return;
        };
        self.trends.tension.add(slot, row.tension);
        self.trends.calendar.add(row.day, row.sets);
        self.trends.soreness.trained(row);
    }

    /// Adds a session.
    pub fn session(&mut self, row: &SessionRow) {
        let Some(slot) = self.trends.slots.of(row.day) else {
            return;
        };
        self.trends.efforts.add(slot, row);
        self.trends.pain.session(slot, row);
    }

    /// Adds a morning. Mornings come behind the days.
    pub fn morning(&mut self, morning: &Morning) {
        let Some(slot) = self.trends.slots.of(morning.day) else {
            return;
        };
        self.trends.sleep.add(slot, morning);
        self.trends.pain.morning(slot, morning);
        self.trends.soreness.rose(morning);
    }

    /// Adds a practice.
    pub fn practice(&mut self, day: Date, practised: &Practised) {
        let slots = self.trends.slots;
        if slots.of(day).is_some() {
            self.trends.accuracy.add(&slots, day, practised);
        }
    }

    /// The figures.
    pub fn finish(mut self) -> Trends {
        self.trends.loads.settle();
        self.trends.bests.settle();
        self.trends.soreness.settle();
        self.trends
    }
}
