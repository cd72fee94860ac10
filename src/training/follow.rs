//! Where one is in a programme that is followed. A session that was missed is neutral: it was not logged, and that is all
//! that is said.

use super::preset::Programme;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A programme that is followed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Follow {
    /// The id of the preset or routine.
    pub id: String,
    /// The first day.
    pub start: Date,
    /// How often a day.
    pub per_day: u32,
    /// The day on which it was last begun, and how often on that day.
    #[serde(default)]
    pub last: Option<Begun>,
}

/// A day on which a programme was begun.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Begun {
    /// The day.
    pub day: Date,
    /// How often.
    pub times: u32,
}

/// Where one is on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// It begins on a later day.
    Ahead,
    /// In this week, counted from 1.
    Week(u32),
    /// All of its weeks are over.
    Over,
}

impl Follow {
    /// Where one is on a day.
    pub fn stage(&self, programme: Programme, today: Date) -> Stage {
        let days = (today - self.start).get_days();
        let Ok(days) = u32::try_from(days) else {
            return Stage::Ahead;
        };
        let week = days / 7 + 1;
        if week > programme.weeks {
            Stage::Over
        } else {
            Stage::Week(week)
        }
    }

    /// The week whose sets are due: the first before it begins, the last when it is over.
    pub fn week(&self, programme: Programme, today: Date) -> u32 {
        match self.stage(programme, today) {
            Stage::Ahead => 1,
            Stage::Week(week) => week,
            Stage::Over => programme.weeks,
        }
    }

    /// How often it was begun on a day.
    pub fn begun_on(&self, day: Date) -> u32 {
        self.last
            .filter(|last| last.day == day)
            .map_or(0, |last| last.times)
    }

    /// Notes that it was begun.
    pub fn begin(&mut self, today: Date) {
        let times = self.begun_on(today) + 1;
        self.last = Some(Begun { day: today, times });
    }

    /// Where one is, in words: `week 3 of 12 · evening`.
    pub fn words(&self, programme: Programme, today: Date) -> String {
        let week = match self.stage(programme, today) {
            Stage::Ahead => return format!("begins on {}", self.start),
            Stage::Over => return format!("{} weeks are over", programme.weeks),
            Stage::Week(week) => format!("week {week} of {}", programme.weeks),
        };
        let due = match (self.per_day, self.begun_on(today)) {
            (per_day, begun) if begun >= per_day => "done for today".to_owned(),
            (1, _) => "today".to_owned(),
            (2, 0) => "morning".to_owned(),
            (2, _) => "evening".to_owned(),
            (per_day, begun) => format!("{} of {per_day} today", begun + 1),
        };
        let yesterday = today.yesterday().ok().filter(|day| *day >= self.start);
        let missed =
            yesterday.is_some_and(|day| self.begun_on(day) == 0 && self.begun_on(today) == 0);
        let missed = if missed {
            " · yesterday not logged"
        } else {
            ""
        };
        format!("{week} · {due}{missed}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    const TWICE: Programme = Programme {
        weeks: 12,
        per_day: 2,
    };

    fn follow() -> Follow {
        Follow {
            id: "achilles-heel-drop".to_owned(),
            start: date(2026, 11, 2),
            per_day: 2,
            last: None,
        }
    }

    #[test]
    fn weeks_are_counted_from_the_first_day() {
        let stage = |day| follow().stage(TWICE, day);
        assert_eq!(stage(date(2026, 11, 1)), Stage::Ahead);
        assert_eq!(stage(date(2026, 11, 2)), Stage::Week(1));
        assert_eq!(stage(date(2026, 11, 8)), Stage::Week(1));
        assert_eq!(stage(date(2026, 11, 9)), Stage::Week(2));
        assert_eq!(stage(date(2027, 1, 24)), Stage::Week(12));
        assert_eq!(stage(date(2027, 1, 25)), Stage::Over);
        assert_eq!(follow().week(TWICE, date(2030, 1, 1)), 12);
    }

    #[test]
    fn what_is_due_is_said_and_a_missed_day_is_only_not_logged() {
        let mut follow = follow();
        let day = date(2026, 11, 17);
        assert_eq!(
            follow.words(TWICE, day),
            "week 3 of 12 · morning · yesterday not logged"
        );
        follow.begin(day);
        assert_eq!(follow.words(TWICE, day), "week 3 of 12 · evening");
        follow.begin(day);
        assert_eq!(follow.words(TWICE, day), "week 3 of 12 · done for today");
        let next = day.tomorrow().unwrap();
        assert_eq!(follow.words(TWICE, next), "week 3 of 12 · morning");
    }
}
