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
use std::cmp::Reverse;
use std::collections::BTreeMap;

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

/// What was done on one day, in one session or in several: the sets that count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WorkRow {
    /// The day.
    pub day: Date,
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

/// Adds rows up. What was done comes first, then the exercises, then one of them is [chosen](Self::choose), and everything
/// else follows; rows of a kind come in the order of their days.
#[derive(Debug, Clone)]
pub struct Gather {
    trends: Trends,
    /// In how many sessions each exercise was done, by its name in lower case.
    sessions: BTreeMap<String, Trained>,
}

impl Gather {
    /// Begins. `earliest` is the first day of the journal.
    pub fn new(window: Window, today: Date, earliest: Option<Date>) -> Self {
        let slots = Slots::new(window, today, earliest);
        let count = slots.count();
        Self {
            trends: Trends {
                window,
                slots,
                exercises: Vec::new(),
                bests: Bests::default(),
                loads: Loads::default(),
                tension: Tensions::new(count),
                soreness: Soreness::default(),
                sleep: Nights::new(count),
                pain: Pain::new(count),
                efforts: Efforts::new(count),
                accuracy: Accuracy::default(),
                calendar: Calendar::default(),
            },
            sessions: BTreeMap::new(),
        }
    }

    /// The first and the last day that rows are wanted of.
    pub fn span(&self) -> (Date, Date) {
        (self.trends.slots.first(), self.trends.slots.today())
    }

    /// Adds what was done on a day.
    pub fn worked(&mut self, row: &WorkRow) {
        let Some(slot) = self.trends.slots.of(row.day) else {
            return;
        };
        self.trends.tension.add(slot, row.tension);
        self.trends.calendar.add(row.day, row.sets);
        self.trends
            .soreness
            .lowered(row.day, row.tension.eccentric_ms);
    }

    /// Adds an exercise of a session, once for each session that it was done in.
    pub fn trained(&mut self, day: Date, exercise: &str) {
        self.trends.soreness.trained(day, exercise);
        let sessions = u32::from(self.trends.slots.of(day).is_some());
        self.count(exercise, sessions);
    }

    /// Chooses the exercise that is looked at: the one that is wanted, or else the one that was trained most. `all` names every
    /// exercise of the journal. Returns its name.
    pub fn choose(&mut self, wanted: Option<&str>, all: &[String]) -> &str {
        for exercise in all {
            self.count(exercise, 0);
        }
        let mut exercises: Vec<Trained> =
            std::mem::take(&mut self.sessions).into_values().collect();
        // The sort keeps the order of the names; what has none comes last.
        exercises.sort_by_key(|trained| (trained.name.is_empty(), Reverse(trained.sessions)));
        let known = |name: &str| {
            let same = |trained: &&Trained| trained.name.eq_ignore_ascii_case(name);
            exercises
                .iter()
                .find(same)
                .map_or_else(|| name.to_owned(), |trained| trained.name.clone())
        };
        let most = || exercises.first().map(|trained| trained.name.clone());
        let chosen = wanted.map(known).or_else(most).unwrap_or_default();
        self.trends.bests.exercise.clone_from(&chosen);
        self.trends.loads.exercise = chosen;
        self.trends.exercises = exercises;
        &self.trends.loads.exercise
    }

    fn count(&mut self, exercise: &str, sessions: u32) {
        let trained = self.sessions.entry(exercise.to_ascii_lowercase());
        let trained = trained.or_insert_with(|| Trained {
            name: exercise.to_owned(),
            sessions: 0,
        });
        trained.sessions += sessions;
    }

    /// Adds a set of the chosen exercise.
    pub fn lift(&mut self, row: &LiftRow) {
        let slots = self.trends.slots;
        if slots.of(row.day).is_some() {
            self.trends.loads.add(&slots, row);
            self.trends.bests.add(row);
        }
    }

    /// Adds a session.
    pub fn session(&mut self, row: &SessionRow) {
        let Some(slot) = self.trends.slots.of(row.day) else {
            return;
        };
        self.trends.efforts.add(slot, row);
        self.trends.pain.session(slot, row);
    }

    /// Adds a morning.
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
