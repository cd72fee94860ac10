//! The rule itself: which clauses hit, level by level, until one level has any.

use super::baseline::Item;
use super::cut;
use super::day::Day;
use super::pain::{self, ceiling};
use super::subject::Easing;
use super::words;
use super::{Clause, Reason, Verdict};
use crate::training::history::{Cited, is_eccentric, slowest_of, spare_twice};
use crate::training::journal::{Score, Sign};
use crate::training::preset::Tier;

/// Soreness that is a lot.
const VERY_SORE: u8 = 7;
/// Soreness that is some.
const SORE: u8 = 4;
/// Recovery that is poor.
const POOR: u8 = 4;
/// So many unusual numbers are more than chance.
const SEVERAL: usize = 2;
/// Pain that is little.
const LITTLE_PAIN: u8 = 2;
/// Reps in reserve that are enough.
const LEFT: u8 = 2;
/// What is left between two sessions of slow lowering, in milliseconds: 48 hours.
const APART_MS: i64 = 48 * 3600 * 1000;

/// The first level with a clause that hits, and all of its clauses that do.
pub(super) fn first_hit(day: &Day<'_>) -> (Verdict, Vec<Reason>) {
    let levels: [fn(&Day<'_>) -> Vec<Reason>; 4] = [stop, back_off, hold, progress];
    let mut hits = levels.iter().map(|level| level(day));
    let reasons = hits.find(|reasons| !reasons.is_empty());
    let reasons = reasons.unwrap_or_else(|| {
        vec![Reason {
            clause: Clause::Nothing,
            words: words::NOTHING.to_owned(),
            entries: Vec::new(),
        }]
    });
    let verdict = reasons.first().map(|reason| reason.clause.verdict());
    (verdict.unwrap_or(Verdict::Hold), reasons)
}

pub(super) fn reason(
    clause: Clause,
    words: String,
    entries: impl IntoIterator<Item = Cited>,
) -> Reason {
    Reason {
        clause,
        words,
        entries: entries.into_iter().collect(),
    }
}

fn stop(day: &Day<'_>) -> Vec<Reason> {
    let mut reasons = Vec::new();
    if let Some(sign) = day.morning.sign.filter(|sign| *sign != Sign::None) {
        let entry = Cited::new(day.today, sign.words());
        let words = format!("You report {} today.", sign.words());
        reasons.push(reason(Clause::Sign, words, [entry]));
    }
    let mut now = pains(day, Which::Now);
    now.retain(|(pain, _)| *pain >= pain::STOP);
    if let Some((pain, _)) = now.first() {
        let words = format!("Joint or tendon pain is {pain} of 10 now.");
        let entries = now.iter().map(|(_, entry)| entry.clone());
        reasons.push(reason(Clause::PainNow, words, entries));
    }
    reasons
}

/// Which answers about pain.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Which {
    /// Of this morning, and after a session of today.
    Now,
    /// Of this morning, and during and after the last session.
    SinceLastSession,
}

/// The answers about pain.
fn pains(day: &Day<'_>, which: Which) -> Vec<(u8, Cited)> {
    let mut pains = Vec::new();
    let mut add = |on, what: &str, score: Option<Score>| {
        if let Some(score) = score {
            pains.push((score.get(), Cited::new(on, format!("{what} {score}"))));
        }
    };
    add(day.today, "joint or tendon pain", day.morning.joint_pain);
    if let Some(last) = day.last {
        let session = &last.session;
        let all = which == Which::SinceLastSession;
        if all {
            add(
                session.day,
                "worst pain during the session",
                session.worst_pain,
            );
        }
        if all || session.day == day.today {
            add(session.day, "pain after the session", session.pain_after);
        }
    }
    pains
}

fn back_off(day: &Day<'_>) -> Vec<Reason> {
    let mut reasons = Vec::new();
    let most = ceiling(day.subject.tier);
    let mut above = pains(day, Which::SinceLastSession);
    above.retain(|(pain, _)| *pain > most);
    if !above.is_empty() {
        let words = format!("Joint or tendon pain is above the ceiling of {most}.");
        let entries = above.into_iter().map(|(_, entry)| entry);
        reasons.push(reason(Clause::PainAboveCeiling, words, entries));
    }
    reasons.extend(not_back(day));
    if let Some((what, weeks)) = rising(day) {
        let words = format!("{what} rises from week to week.");
        reasons.push(reason(Clause::PainRising, words, weeks));
    }
    reasons.extend(sore(day, Clause::VerySore, VERY_SORE..=Score::MOST.get()));
    let bad = bad(day);
    if day.unusual.len() >= SEVERAL && !bad.is_empty() {
        reasons.push(several(day, Clause::UnusualAndBad, &bad));
    }
    reasons
}

/// Pain that was not back to its usual level on the morning behind the last session.
fn not_back(day: &Day<'_>) -> Option<Reason> {
    let behind = day.behind.as_ref().filter(|behind| behind.is_above())?;
    let (pain, usual) = (behind.pain?, behind.usual?);
    let words = format!(
        "Joint or tendon pain was not back to its usual level on the morning after the last session: {pain}, usually up to {usual}."
    );
    let entry = Cited::new(behind.day, format!("joint or tendon pain {pain}"));
    Some(reason(Clause::PainNextMorning, words, [entry]))
}

/// Answers that are bad by themselves, whatever is usual.
fn bad(day: &Day<'_>) -> Vec<(Item, Score)> {
    let sore = day.soreness().map(|(_, score)| score);
    let sore = sore.filter(|score| score.get() >= SORE);
    let tired = day.morning.recovery.filter(|score| score.get() <= POOR);
    let sore = sore.map(|score| (Item::Soreness, score));
    let tired = tired.map(|score| (Item::Recovery, score));
    sore.into_iter().chain(tired).collect()
}

fn rising(day: &Day<'_>) -> Option<(&'static str, Vec<Cited>)> {
    pain::rising(day.diary, day.subject, day.regions.as_deref(), day.today)
}

/// A reason where the soreness is within a range.
fn sore(day: &Day<'_>, clause: Clause, range: std::ops::RangeInclusive<u8>) -> Option<Reason> {
    let (region, score) = day.soreness()?;
    let hit = range.contains(&score.get());
    hit.then(|| {
        let words = format!("Soreness is {score} of 10: {}.", region.words());
        let entry = Cited::new(day.today, format!("soreness, {} {score}", region.words()));
        reason(clause, words, [entry])
    })
}

/// A reason for several unusual answers, with what is bad beside them.
fn several(day: &Day<'_>, clause: Clause, bad: &[(Item, Score)]) -> Reason {
    let unusual = day.unusual.iter().map(ToString::to_string);
    let named = |item: Item| day.unusual.iter().any(|unusual| unusual.item == item);
    let more = bad.iter().filter(|(item, _)| !named(*item));
    let more = more.map(|(item, score)| format!("{} {score}", item.words()));
    let entries = unusual
        .chain(more)
        .map(|words| Cited::new(day.today, words));
    reason(clause, words::unusual_for_you(&day.unusual), entries)
}

fn hold(day: &Day<'_>) -> Vec<Reason> {
    let mut reasons = Vec::new();
    reasons.extend(sore(day, Clause::Sore, SORE..=VERY_SORE - 1));
    if day.unusual.len() >= SEVERAL {
        reasons.push(several(day, Clause::Unusual, &[]));
    }
    reasons.extend(cut::cut_short(day));
    if day.subject.tier != Tier::Published {
        reasons.extend(recent(day));
        reasons.extend(intro(day));
    }
    reasons
}

/// A slow lowering of the same muscle less than 48 hours ago.
fn recent(day: &Day<'_>) -> Option<Reason> {
    let regions = day.regions.as_deref();
    let sessions = day.diary.trainings().rev();
    let mut sets = sessions.flat_map(|session| session.sets.iter().map(move |set| (session, set)));
    let (session, set) = sets.find(|(_, set)| {
        let ago = day.now.millis().saturating_sub(set.at.millis());
        (0..APART_MS).contains(&ago)
            && is_eccentric(slowest_of(set))
            && day.subject.shares(set, regions, false)
    })?;
    let hours = day.now.millis().saturating_sub(set.at.millis()) / 3_600_000;
    let words =
        format!("It is less than 48 hours since the same muscle was lowered slowly ({hours} h).");
    let name = crate::training::text::visible(&set.exercise);
    let entry = Cited::new(session.session.day, format!("{name} at {}", set.tempo));
    Some(reason(Clause::Recent, words, [entry]))
}

fn intro(day: &Day<'_>) -> Option<Reason> {
    let Easing::Running(since) = day.subject.easing else {
        return None;
    };
    let entry = since.map(|since| Cited::new(since, "first session of the two weeks"));
    let words = words::IN_INTRO.to_owned();
    Some(reason(Clause::Intro, words, entry))
}

/// Every clause of PROGRESS, where all of them hold.
fn progress(day: &Day<'_>) -> Vec<Reason> {
    all_met(day).unwrap_or_default()
}

fn all_met(day: &Day<'_>) -> Option<Vec<Reason>> {
    if !day.is_complete() || rising(day).is_some() || day.unusual.len() >= SEVERAL {
        return None;
    }
    let mut reasons = spared(day)?;
    let little = sore(day, Clause::LittleSore, 0..=SORE - 1)?;
    let pain = day.morning.joint_pain?;
    if pain.get() > LITTLE_PAIN {
        return None;
    }
    let entry = Cited::new(day.today, format!("joint or tendon pain {pain}"));
    let words = format!("Joint or tendon pain is {pain} and does not rise.");
    reasons.extend([little, reason(Clause::LittlePain, words, [entry])]);
    if day.baseline.is_ready() {
        let entries = day
            .unusual
            .iter()
            .map(|one| Cited::new(day.today, one.to_string()));
        let words = words::FEW_UNUSUAL.to_owned();
        reasons.push(reason(Clause::FewUnusual, words, entries));
    }
    Some(reasons)
}

/// The exercises with two reps to spare twice, and those reps left in the last set.
fn spared(day: &Day<'_>) -> Option<Vec<Reason>> {
    let mut twice = Vec::new();
    let mut left = Vec::new();
    for lifted in &day.subject.lifted {
        let sessions = day.diary.trainings().rev();
        let Some([latest, before]) = spare_twice(sessions, lifted) else {
            continue;
        };
        if latest.reserve.is_none_or(|reserve| reserve < LEFT) {
            continue;
        }
        left.push(latest.cited(lifted));
        twice.extend([latest.cited(lifted), before.cited(lifted)]);
    }
    if twice.is_empty() {
        return None;
    }
    Some(vec![
        reason(Clause::SpareTwice, words::SPARE_TWICE.to_owned(), twice),
        reason(Clause::RepsLeft, words::REPS_LEFT.to_owned(), left),
    ])
}
