//! Soreness after the seconds of lowering: a day's eccentric seconds against the soreness of the three mornings that follow.
//!
//! 24, 48 and 72 h are the mornings one, two and three days later: nobody is asked by the hour. Soreness is that of the regions
//! which the day's exercises train, the sorest of them; where none of those was asked about, or an exercise's regions are not
//! known, it is the sorest of all that were asked about. A morning can follow several days of training and then stands
//! behind each of them. Soreness says nothing about what training did (domain: what must not be claimed).

use super::sentence::{counted, full, score};
use super::tension::seconds;
use super::{Middle, Sentence, Slots};
use crate::training::exercise::Exercise;
use crate::training::journal::{Morning, Score};
use crate::training::region::{Region, trained};
use jiff::ToSpan as _;
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// How many mornings are looked at.
const MORNINGS: usize = 3;
/// Widths of steps, in seconds.
const STEPS_S: [u64; 9] = [5, 10, 20, 30, 60, 120, 300, 600, 1800];
/// From so many days on, they are told as two halves.
const ENOUGH: usize = 4;

/// A day of lowering, and how sore the mornings after it were.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Aftermath {
    /// The day.
    pub day: Date,
    /// Seconds of lowering under load.
    pub eccentric_s: u64,
    /// Soreness 24, 48 and 72 h later.
    pub after: [Option<Score>; MORNINGS],
}

/// Days of lowering with the mornings after them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Soreness {
    /// The days on which something was lowered and after which at least one morning was answered.
    pub days: Vec<Aftermath>,
    work: BTreeMap<Date, Work>,
    /// Regions of exercises that were looked up already.
    known: BTreeMap<String, &'static [Region]>,
}

/// What was lowered on a day.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Work {
    eccentric_ms: u64,
    regions: BTreeSet<Region>,
    /// Whether the regions of one exercise are not known.
    unknown: bool,
    after: [Option<Score>; MORNINGS],
}

impl Soreness {
    pub(super) fn lowered(&mut self, day: Date, eccentric_ms: u64) {
        if eccentric_ms > 0 {
            let work = self.work.entry(day).or_default();
            work.eccentric_ms = work.eccentric_ms.saturating_add(eccentric_ms);
        }
    }

    pub(super) fn trained(&mut self, day: Date, exercise: &str) {
        let Some(work) = self.work.get_mut(&day) else {
            return;
        };
        let regions = match self.known.get(exercise) {
            Some(regions) => *regions,
            None => trained(&Exercise::named(exercise)),
        };
        work.unknown |= regions.is_empty();
        work.regions.extend(regions.iter().copied());
        if !self.known.contains_key(exercise) {
            self.known.insert(exercise.to_owned(), regions);
        }
    }

    pub(super) fn rose(&mut self, morning: &Morning) {
        for (later, index) in (1_i64..).zip(0..MORNINGS) {
            let Ok(day) = morning.day.checked_sub(later.days()) else {
                continue;
            };
            let Some(work) = self.work.get_mut(&day) else {
                continue;
            };
            let sore = work.soreness(morning);
            if let Some(after) = work.after.get_mut(index) {
                *after = sore;
            }
        }
    }

    pub(super) fn settle(&mut self) {
        let work = std::mem::take(&mut self.work).into_iter();
        self.known.clear();
        let answered = work.filter(|(_, work)| work.after.iter().any(Option::is_some));
        self.days = answered
            .map(|(day, work)| Aftermath {
                day,
                eccentric_s: seconds(work.eccentric_ms),
                after: work.after,
            })
            .collect();
    }

    /// The seconds that half of the days do not exceed, where there are enough days to speak of halves.
    pub fn half(&self) -> Option<u64> {
        let mut all: Vec<u64> = self.days.iter().map(|day| day.eccentric_s).collect();
        all.sort_unstable();
        let half = all.get(all.len().checked_sub(1)? / 2).copied()?;
        (all.len() >= ENOUGH && all.last() > Some(&half)).then_some(half)
    }

    /// Middle soreness 24, 48 and 72 h after the days that `of` picks.
    pub fn middles(&self, of: impl Fn(&Aftermath) -> bool) -> [Option<Middle>; MORNINGS] {
        let days: Vec<&Aftermath> = self.days.iter().filter(|day| of(day)).collect();
        let mut middles = [None; MORNINGS];
        for (index, middle) in middles.iter_mut().enumerate() {
            let scores = days
                .iter()
                .filter_map(|day| day.after.get(index).copied().flatten());
            *middle = Middle::of(scores.map(|score| u16::from(score.get())).collect());
        }
        middles
    }

    /// Days of like seconds of lowering together, in at most `most` steps: the seconds that each begins with, and how sore the
    /// middle of it was 24, 48 and 72 h later.
    pub fn steps(&self, most: usize) -> Vec<(u64, [Option<Middle>; MORNINGS])> {
        let all = || self.days.iter().map(|day| day.eccentric_s);
        let (Some(least), Some(longest)) = (all().min(), all().max()) else {
            return Vec::new();
        };
        let most = u64::try_from(most.max(1)).unwrap_or(u64::MAX);
        let fits = |wide: &u64| longest / wide - least / wide < most;
        let wide = STEPS_S.into_iter().find(fits).unwrap_or(longest + 1);
        let step = |index| {
            let middles = self.middles(|day| day.eccentric_s / wide == index);
            (index * wide, middles)
        };
        (least / wide..=longest / wide).map(step).collect()
    }

    pub(super) fn sentence(&self, slots: &Slots) -> Sentence {
        if self.days.is_empty() {
            return Sentence::new(
                format!(
                    "Nothing {}: a paced set, and the question of soreness on one of the three mornings after, fill this.",
                    slots.window().within()
                ),
                "Nothing yet: mornings after sets",
            );
        }
        let days = counted(self.days.len() as u64, "day");
        let Some(half) = self.half() else {
            let all = said(self.middles(|_| true));
            return Sentence::new(
                format!("Soreness in the middle of {days} of lowering: {all} at 24, 48 and 72 h"),
                format!("24/48/72 h: {all} ({days})"),
            );
        };
        let less = said(self.middles(|day| day.eccentric_s <= half));
        let more = said(self.middles(|day| day.eccentric_s > half));
        Sentence::new(
            format!(
                "Soreness at 24, 48 and 72 h: {less} after up to {half} s of lowering, {more} after more ({days})"
            ),
            format!("24/48/72 h: {less}, >{half} s: {more}"),
        )
    }

    pub(super) fn rows(&self) -> Vec<String> {
        let row = |day: &Aftermath| {
            let [first, second, third] = day.after.map(score);
            format!(
                "{}: {} s of lowering, soreness {first} at 24 h, {second} at 48 h, {third} at 72 h",
                full(day.day),
                day.eccentric_s
            )
        };
        self.days.iter().map(row).collect()
    }
}

impl Work {
    /// How sore a morning was where this day trained.
    fn soreness(&self, morning: &Morning) -> Option<Score> {
        let asked = morning.soreness.iter();
        let trained = asked.filter(|(region, _)| self.regions.contains(region));
        let trained = trained.map(|(_, score)| *score).max();
        if self.unknown {
            morning.sorest()
        } else {
            trained.or_else(|| morning.sorest())
        }
    }
}

/// `3/2/0`; a dash where nothing was said.
fn said(middles: [Option<Middle>; MORNINGS]) -> String {
    let words =
        middles.map(|middle| middle.map_or_else(|| "-".to_owned(), |middle| middle.to_string()));
    words.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn the_sorest_of_the_trained_regions_counts_and_of_all_where_those_are_not_known() {
        let scores = [(Region::Calves, 2), (Region::Glutes, 3), (Region::Chest, 7)];
        let mut morning = Morning::of(date(2026, 11, 27));
        morning.soreness = scores
            .iter()
            .filter_map(|(region, number)| Some((*region, Score::new(*number)?)))
            .collect();
        let after = |regions: &[Region], unknown| {
            let work = Work {
                regions: regions.iter().copied().collect(),
                unknown,
                ..Work::default()
            };
            work.soreness(&morning).map(Score::get)
        };
        assert_eq!(after(&[Region::Calves, Region::Glutes], false), Some(3));
        assert_eq!(
            after(&[Region::Hamstrings], false),
            Some(7),
            "it was not asked about"
        );
        assert_eq!(
            after(&[Region::Calves], true),
            Some(7),
            "something else was trained as well"
        );
        assert_eq!(after(&[], true), Some(7));
    }
}
