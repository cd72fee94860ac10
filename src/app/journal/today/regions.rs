//! Which regions are asked about: as few as matter, so that the questions take twenty seconds.

use crate::training::exercise::Exercise;
use crate::training::journal::{Diary, Morning, PastSession, Score};
use crate::training::region::{Region, trained};
use jiff::civil::Date;

/// As many are asked about unasked: with them and the other questions a morning takes twenty seconds. Our own choice.
const MOST: usize = 5;
/// So many days after a session its regions are asked about; soreness after eccentric work is over within a week.
const DAYS: i32 = 7;

/// The regions that are asked about on a day, from the ground up: those that were answered already, those that were sore on
/// the last morning, and those that were trained in the days before, the latest first. Where there are none, what is about to
/// be trained.
pub(super) fn asked(diary: &Diary, day: Date, about_to_train: &[Region]) -> Vec<Region> {
    let answered = diary.morning(day).into_iter().flat_map(answered);
    let mut regions: Vec<Region> = Vec::new();
    for region in answered {
        add(&mut regions, region);
    }
    let most = MOST.max(regions.len());
    for region in sore(diary, day).into_iter().chain(worked(diary, day)) {
        add(&mut regions, region);
    }
    if regions.is_empty() {
        regions.extend_from_slice(about_to_train);
    }
    regions.truncate(most);
    regions.sort_unstable();
    regions
}

fn add(regions: &mut Vec<Region>, region: Region) {
    if !regions.contains(&region) {
        regions.push(region);
    }
}

fn answered(morning: &Morning) -> impl Iterator<Item = Region> {
    morning.soreness.keys().copied()
}

/// What was sore on the last morning before a day.
fn sore(diary: &Diary, day: Date) -> Vec<Region> {
    let mut before = diary.mornings.iter().rev();
    let last = before.find(|morning| morning.day < day && !morning.soreness.is_empty());
    let soreness = last.into_iter().flat_map(|morning| &morning.soreness);
    let sore = soreness.filter(|(_, score)| **score > Score::NONE);
    sore.map(|(region, _)| *region).collect()
}

/// What was trained in the days before a day and on it, the latest first. Rolling and stretching without a load are not asked
/// about.
fn worked(diary: &Diary, day: Date) -> Vec<Region> {
    let is_near =
        |session: &&PastSession| (0..=DAYS).contains(&(day - session.session.day).get_days());
    let sessions = diary.trainings().rev().filter(is_near);
    let sets = sessions.flat_map(PastSession::kept);
    let loaded = sets.filter(|set| set.tension.total_ms() > 0);
    let regions = loaded.flat_map(|set| trained(&Exercise::named(&set.exercise)));
    regions.copied().collect()
}
