//! Whether the last session was cut short: a set ended before its goal, or sets that its own preset planned were never begun.

use super::day::Day;
use super::rule::reason;
use super::{Clause, Reason};
use crate::training::history::{Cited, EASED_REPS, Intro, Lifted, intro as stage};
use crate::training::journal::{Origin, PastSession, SetRecord};
use crate::training::preset::{Goal, PresetId, Tier};
use jiff::civil::Date;

/// Sets of the last session of what is about to be trained that ended before their goal, or were never begun.
pub(super) fn cut_short(day: &Day<'_>) -> Option<Reason> {
    let ours = |session: &&PastSession| {
        let mut sets = session.sets.iter();
        sets.any(|set| day.subject.lifted.iter().any(|lifted| lifted.did(set)))
    };
    let last = day.diary.trainings().rev().find(ours)?;
    let mut entries = ended_early(day, last);
    let what = if entries.is_empty() {
        "had fewer sets than are planned now"
    } else {
        "was cut short"
    };
    entries.extend(never_begun(day, last.session.day));
    let first = entries.first()?;
    let words = format!("The last session {what} ({}).", first.words);
    Some(reason(Clause::CutShort, words, entries))
}

/// Sets that ended before their goal. Ranges end anywhere within them, and what is done as far as possible or tolerated cannot
/// be cut short.
fn ended_early(day: &Day<'_>, last: &PastSession) -> Vec<Cited> {
    let mut entries = Vec::new();
    for set in &last.sets {
        let lifted = day.subject.lifted.iter().find(|lifted| lifted.did(set));
        let goal = match set.goal {
            Goal::Exactly => Some(set.planned),
            Goal::AtLeast(reps) => Some(reps),
            Goal::AsMany | Goal::AsTolerated => None,
        };
        if let (Some(lifted), Some(goal)) = (lifted, goal)
            && set.reps() < goal
        {
            let side = set.side.map_or("", |side| side.as_str());
            let words = format!("{}, set {} {side}", lifted.name(), set.set);
            let words = format!("{}: {} of {goal}", words.trim_end(), set.reps());
            entries.push(Cited::new(last.session.day, words));
        }
    }
    entries
}

/// Exercises of which there were fewer sets on the day of the last session than were planned then, where that is known. A session
/// that was left and gone on with is one. An exercise without any set counts where the same routine was trained, for else it
/// was no part of it. Published programmes are left out, because they plan more sets from week to week by themselves, and so is
/// what was done elsewhere, because it is logged as a whole.
fn never_begun(day: &Day<'_>, last: Date) -> Vec<Cited> {
    let trained = || {
        day.diary
            .trainings()
            .filter(|past| past.session.day == last)
    };
    let is_whole = trained().any(|past| past.session.origin == Origin::Elsewhere);
    if day.subject.tier == Tier::Published || is_whole {
        return Vec::new();
    }
    let same = trained().any(|past| past.session.id == day.subject.id);
    let same = same && !day.subject.id.is_empty();
    let fewer = |lifted: &Lifted| {
        let sets = trained().flat_map(|past| &past.sets);
        let sets: Vec<&SetRecord> = sets.filter(|set| lifted.did(set)).collect();
        let begun = sets.iter().map(|set| set.set).max();
        let is_known = match begun {
            Some(_) => was_planned_as_now(day, lifted, &sets, last),
            None => same,
        };
        let begun = begun.unwrap_or(0);
        let words = format!("{}: {begun} of {} sets", lifted.name(), lifted.sets);
        (is_known && begun < lifted.sets).then(|| Cited::new(last, words))
    };
    day.subject.lifted.iter().filter_map(fewer).collect()
}

/// Whether as many sets were planned on that day as are now. The journal does not keep how many they were, so it takes the same
/// preset, and a dose that cannot have been an easy one: that of the first weeks of a slow lowering has fewer sets.
fn was_planned_as_now(day: &Day<'_>, lifted: &Lifted, sets: &[&SetRecord], on: Date) -> bool {
    let typed = [PresetId::BY_LINE, PresetId::BY_TEMPO].contains(&lifted.preset.as_str());
    let earlier = day.diary.trainings().rev();
    let earlier = earlier.filter(|past| past.session.day < on);
    let eased = match stage(earlier, lifted, on) {
        Intro::Over => false,
        Intro::Third(_) => true,
        Intro::New | Intro::Away(_) | Intro::Running(_) => {
            sets.iter().all(|set| set.planned <= EASED_REPS)
        }
    };
    !typed && !eased && sets.iter().all(|set| set.preset == lifted.preset)
}
