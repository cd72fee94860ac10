//! Pain in joints and tendons, after the pain-monitoring model (Thomeé 1997; Silbernagel 2007): a ceiling during and after,
//! back to its usual level by the next morning, no rise from week to week.
//!
//! The model gives the ceiling and no number for "usual" and "rise". What stands here for them is our own choice: wide
//! enough that somebody who does not change is seldom told to back off (a test holds how seldom).

use super::baseline::window;
use super::subject::Subject;
use crate::training::history::Cited;
use crate::training::journal::{Diary, PastSession};
use crate::training::preset::Tier;
use crate::training::region::Region;
use jiff::ToSpan as _;
use jiff::civil::Date;
use std::collections::BTreeSet;

/// Pain from which on nothing is trained.
pub(super) const STOP: u8 = 6;
/// Fewer mornings than these know no usual level.
const LEAST_MORNINGS: usize = 3;
/// Fewer mornings than these that follow no session are too few, and all mornings count.
const LEAST_RESTED: usize = 5;
/// How far above the usual level is still that level: the typical error of one answer is about a point.
const TOLERANCE: u8 = 1;

/// The most pain in a joint or a tendon that is within the rules: 5 in published programmes, as the model has it, and 3 in all
/// others, where nobody has looked at what hurts. The 3 is our own choice.
pub fn ceiling(tier: Tier) -> u8 {
    match tier {
        Tier::Published => 5,
        Tier::General | Tier::Expert => 3,
    }
}

/// The last session up to a day that put a load on what is about to be trained. Rolling and stretching without a load are
/// none; what is not known to have trained something else counts.
pub(super) fn last_of<'d>(
    diary: &'d Diary,
    subject: &Subject,
    regions: Option<&[Region]>,
    until: Date,
) -> Option<&'d PastSession> {
    let loaded = |session: &&PastSession| {
        let mut sets = session.sets.iter();
        sets.any(|set| set.tension.total_ms() > 0 && subject.shares(set, regions, true))
    };
    let sessions = diary.trainings().rev();
    sessions
        .filter(|session| session.session.day <= until)
        .find(loaded)
}

/// The morning behind the last session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Behind {
    /// The morning's day.
    pub(super) day: Date,
    /// The pain on it; nothing where that was not answered.
    pub(super) pain: Option<u8>,
    /// The usual level; nothing where too few mornings are known.
    pub(super) usual: Option<u8>,
}

impl Behind {
    pub(super) fn find(
        diary: &Diary,
        subject: &Subject,
        regions: Option<&[Region]>,
        today: Date,
    ) -> Option<Self> {
        let yesterday = today.yesterday().ok()?;
        let last = last_of(diary, subject, regions, yesterday)?;
        let day = last.session.day.tomorrow().ok()?;
        let pain = answers(diary)
            .find(|(morning, _)| *morning == day)
            .map(|(_, pain)| pain);
        Some(Self {
            day,
            pain,
            usual: usual(diary, day, today),
        })
    }

    /// Whether the pain was not back to its usual level.
    pub(super) fn is_above(&self) -> bool {
        let most = self.usual.map(|usual| usual + TOLERANCE);
        self.pain.zip(most).is_some_and(|(pain, most)| pain > most)
    }
}

/// The mornings on which the pain was answered.
fn answers(diary: &Diary) -> impl Iterator<Item = (Date, u8)> {
    let mornings = diary.mornings.iter();
    mornings.filter_map(|morning| Some((morning.day, morning.joint_pain?.get())))
}

/// The usual level: what nine of ten mornings of the last 28 days did not exceed, today and the morning in question left out.
/// Mornings behind a session are left out too, as long as enough others remain: else pain that is up after every session
/// would soon be the usual.
fn usual(diary: &Diary, asked: Date, today: Date) -> Option<u8> {
    let window = window(today);
    let known: Vec<(Date, u8)> = answers(diary)
        .filter(|(day, _)| *day != asked && window.contains(day))
        .collect();
    let trained = diary.trainings().map(|session| session.session.day);
    let behind: BTreeSet<Date> = trained.filter_map(|day| day.tomorrow().ok()).collect();
    let pains = |days: &mut dyn Iterator<Item = &(Date, u8)>| -> Vec<u8> {
        days.map(|(_, pain)| *pain).collect()
    };
    let rested = pains(&mut known.iter().filter(|(day, _)| !behind.contains(day)));
    let mut pains = if rested.len() >= LEAST_RESTED {
        rested
    } else {
        pains(&mut known.iter())
    };
    if pains.len() < LEAST_MORNINGS {
        return None;
    }
    pains.sort_unstable();
    // The nearest rank: the smallest number that at least nine in ten do not exceed.
    let rank = (pains.len() * 9).div_ceil(10);
    pains.get(rank.saturating_sub(1)).copied()
}

/// What counts as a rise from week to week: in the means of the weeks that end today, upwards from each week to the next.
struct Rise {
    /// How many answers a week takes.
    answers: usize,
    /// By how much in all.
    by: f64,
}

/// Over how many weeks a rise may take place.
const WEEKS: i64 = 3;
/// Of mornings.
const MORNINGS: Rise = Rise {
    answers: 4,
    by: 1.5,
};
/// Of the worst pain during sessions, of which a week has fewer.
const SESSIONS: Rise = Rise {
    answers: 2,
    by: 2.0,
};

/// A rise of pain from week to week, in the mornings or during sessions: what it is, with the means of the weeks, the
/// earliest first.
pub(super) fn rising(
    diary: &Diary,
    subject: &Subject,
    regions: Option<&[Region]>,
    today: Date,
) -> Option<(&'static str, Vec<Cited>)> {
    let mornings: Vec<(Date, u8)> = answers(diary).collect();
    if let Some(weeks) = MORNINGS.found(&mornings, today) {
        return Some(("Joint or tendon pain in the mornings", weeks));
    }
    let during = |session: &PastSession| {
        let worst = session.session.worst_pain?.get();
        let mut sets = session.sets.iter();
        sets.any(|set| subject.shares(set, regions, true))
            .then_some((session.session.day, worst))
    };
    let sessions: Vec<(Date, u8)> = diary.trainings().filter_map(during).collect();
    let weeks = SESSIONS.found(&sessions, today)?;
    Some(("The worst pain during sessions", weeks))
}

impl Rise {
    fn found(&self, answers: &[(Date, u8)], today: Date) -> Option<Vec<Cited>> {
        let latest = self.week(answers, today, 0)?;
        let mut weeks = vec![latest.1];
        let mut after = latest.0;
        for ago in 1..=WEEKS {
            let (mean, cited) = self.week(answers, today, ago)?;
            if mean >= after {
                return None;
            }
            weeks.insert(0, cited);
            if latest.0 - mean >= self.by {
                return Some(weeks);
            }
            after = mean;
        }
        None
    }

    /// The mean of the week that ended so many weeks ago.
    fn week(&self, answers: &[(Date, u8)], today: Date, ago: i64) -> Option<(f64, Cited)> {
        let last = today.checked_sub(ago.weeks()).ok()?;
        let first = last.checked_sub(6.days()).ok()?;
        let of_week = answers
            .iter()
            .filter(|(day, _)| (first..=last).contains(day));
        let pains: Vec<f64> = of_week.map(|(_, pain)| f64::from(*pain)).collect();
        if pains.len() < self.answers {
            return None;
        }
        let count = u32::try_from(pains.len()).ok()?;
        let mean = pains.iter().sum::<f64>() / f64::from(count);
        let words = format!("mean {mean:.1} of {count} answers in the week from this day");
        Some((mean, Cited::new(first, words)))
    }
}
