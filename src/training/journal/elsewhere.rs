//! What was done elsewhere, with the sound file on the phone, as entries: a whole session at once, as it was planned, with what
//! somebody says about it.

use super::{Answer, Counted, Entry, Load, Origin, SessionRecord, SetRecord, Stamp, TensionMs};
use crate::training::performed::{Bout, Correction, Performed, ended, tempo};
use crate::training::preset::Goal;
use crate::training::routine::Routine;
use crate::training::timeline::{Tension, Timeline};
use jiff::civil::Date;
use jiff::tz::TimeZone;

/// How heavy a step was: by its place in the routine, counted from 0, and the name of its exercise.
pub type LoadOf<'a> = dyn Fn(u16, &str) -> Answer<Load> + 'a;

/// What is said about a session that was done elsewhere.
#[derive(Default)]
pub struct Elsewhere<'a> {
    /// How heavy each step was; missing where nobody knows.
    pub load: Option<&'a LoadOf<'a>>,
    /// Reps that were done in each set, side by side, in order; those that are left out are assumed to be as planned.
    pub done: &'a [u32],
    /// Reps that were left at the end of the last set of each exercise.
    pub reserve: Answer<u8>,
}

/// When a session of a day began. One of today ended just now. Of an earlier day nobody knows, and it is put at noon: by the
/// world's time, for the day itself is kept beside it. Nothing ends later than now.
pub fn began(routine: &Routine, day: Date, today: Date, now: Stamp) -> Stamp {
    let length = i64::try_from(Timeline::of(routine).total().as_millis()).unwrap_or(i64::MAX);
    let latest = Stamp::from_millis(now.millis().saturating_sub(length));
    let noon = day.at(12, 0, 0, 0).to_zoned(TimeZone::UTC).ok();
    match noon.filter(|_| day < today) {
        Some(noon) => latest.min(Stamp::from_millis(noon.timestamp().as_millisecond())),
        None => latest,
    }
}

/// The first moment from that one on that is not taken: sessions that begin at the same moment are the same.
///
/// # Errors
/// Why it cannot be known whether one is taken.
pub fn free<E>(
    mut began: Stamp,
    mut is_taken: impl FnMut(Stamp) -> Result<bool, E>,
) -> Result<Stamp, E> {
    while is_taken(began)? {
        began = began.next();
    }
    Ok(began)
}

/// The session and its sets. As many reps as possible are no number: where nobody says how many they were, none is assumed.
pub fn elsewhere(routine: &Routine, began: Stamp, day: Date, said: &Elsewhere<'_>) -> Vec<Entry> {
    let timeline = Timeline::of(routine);
    let all = Performed::of(&timeline, timeline.total(), &[]);
    let corrections: Vec<Correction> = all
        .bouts
        .iter()
        .zip(said.done)
        .map(|(bout, done)| Correction {
            bout: bout.id,
            done: *done,
        })
        .collect();
    let performed = Performed::of(&timeline, timeline.total(), &corrections);
    let session = SessionRecord {
        began,
        day,
        ended: Some(after(began, timeline.total())),
        id: routine.id.to_string(),
        name: routine.name.clone(),
        tier: routine.about.tier,
        origin: Origin::Elsewhere,
        effort: None,
        worst_pain: None,
        pain_after: None,
        note: String::new(),
    };
    let last_of = |part: u16| performed.bouts.iter().rev().find(|bout| bout.part == part);
    let sets = performed.bouts.iter().map(|bout| {
        let is_last = last_of(bout.part).is_some_and(|last| last.id == bout.id);
        let is_said = corrections
            .iter()
            .any(|correction| correction.bout == bout.id);
        let set = record(routine, &timeline, bout, began, is_said);
        let load = said
            .load
            .map_or(Answer::Missing, |load| load(bout.part, &set.exercise));
        let reserve = if is_last {
            said.reserve
        } else {
            Answer::Missing
        };
        Entry::Set(SetRecord {
            load,
            reserve,
            ..set
        })
    });
    let sets: Vec<Entry> = sets.collect();
    std::iter::once(Entry::Session(session))
        .chain(sets)
        .collect()
}

fn record(
    routine: &Routine,
    timeline: &Timeline,
    bout: &Bout,
    began: Stamp,
    is_said: bool,
) -> SetRecord {
    let preset = routine.presets().nth(usize::from(bout.part));
    let is_unknown = bout.goal == Goal::AsMany && !is_said;
    let (paced, tension) = if is_unknown {
        (0, Tension::default())
    } else {
        (bout.paced, bout.tension)
    };
    SetRecord {
        session: began,
        bout: bout.id.bout,
        attempt: bout.id.attempt,
        at: after(began, ended(timeline, bout.id)),
        preset: preset.map_or_else(String::new, |preset| preset.id.to_string()),
        exercise: preset.map_or_else(String::new, |preset| preset.exercise.name.clone()),
        tempo: tempo(timeline, bout.id, timeline.total()),
        set: bout.set,
        side: bout.side,
        planned: bout.planned,
        goal: bout.goal,
        paced,
        done: match (is_said, is_unknown) {
            (true, _) => Answer::Given(bout.done),
            (false, true) => Answer::Missing,
            (false, false) => Answer::Assumed(bout.planned),
        },
        broke: Vec::new(),
        load: Answer::Missing,
        reserve: Answer::Missing,
        tension: TensionMs::from(tension),
        interruptions: 0,
        counted: Counted::Kept,
    }
}

fn after(began: Stamp, length: std::time::Duration) -> Stamp {
    let millis = i64::try_from(length.as_millis()).unwrap_or(i64::MAX);
    Stamp::from_millis(began.millis().saturating_add(millis))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::training::line;
    use jiff::civil::date;

    #[test]
    fn what_was_done_today_ended_now_and_what_was_done_before_began_at_noon() {
        let routine = line::read("squat 1x5 @3010")
            .routine(
                "test-line".parse().unwrap(),
                "X",
                std::time::Duration::from_secs(10),
            )
            .unwrap();
        let length = i64::try_from(Timeline::of(&routine).total().as_millis()).unwrap();
        let (today, noon) = (date(2026, 11, 27), 1_795_780_800_000);
        let began =
            |day: Date, now: i64| began(&routine, day, today, Stamp::from_millis(now)).millis();
        let day_ms = 24 * 3_600_000;
        assert_eq!(began(today, noon + 1), noon + 1 - length);
        assert_eq!(began(date(2026, 11, 26), noon + 1), noon - day_ms);
        assert_eq!(began(date(2026, 11, 20), noon + 1), noon - 7 * day_ms);
        // East of Greenwich yesterday may not have come to its noon yet.
        let early = noon - day_ms - 1;
        assert_eq!(began(date(2026, 11, 26), early), early - length);
    }

    #[test]
    fn a_moment_that_is_taken_is_left_to_who_has_it() {
        let taken = [5, 6, 8].map(Stamp::from_millis);
        let free = |began: i64| {
            let is_taken = |began| Ok::<_, ()>(taken.contains(&began));
            free(Stamp::from_millis(began), is_taken).map(Stamp::millis)
        };
        assert_eq!([free(4), free(5), free(8)], [Ok(4), Ok(7), Ok(9)]);
    }

    fn sets(text: &str, said: &Elsewhere<'_>) -> Vec<SetRecord> {
        let routine = line::read(text)
            .routine(
                "test-line".parse().unwrap(),
                "X",
                std::time::Duration::from_secs(10),
            )
            .unwrap();
        let entries = elsewhere(
            &routine,
            Stamp::from_millis(1_000),
            date(2026, 11, 20),
            said,
        );
        let Some((Entry::Session(session), sets)) = entries.split_first() else {
            panic!("{entries:?}");
        };
        assert_eq!(
            (session.origin, session.name.as_str()),
            (Origin::Elsewhere, "X")
        );
        let set = |entry: &Entry| match entry {
            Entry::Set(set) => set.clone(),
            other => panic!("{other:?}"),
        };
        sets.iter().map(set).collect()
    }

    #[test]
    fn a_routine_is_logged_as_it_was_planned() {
        let sets = sets(
            "A1 squat 2x8 @4010 r60, A2 row 2x10/side @3011 r90",
            &Elsewhere::default(),
        );
        let reps: Vec<_> = sets
            .iter()
            .map(|set| (set.exercise.as_str(), set.side.is_some(), set.done))
            .collect();
        let (squat, row) = (
            ("Squat", false, Answer::Assumed(8)),
            ("Row", true, Answer::Assumed(10)),
        );
        assert_eq!(reps, [squat, row, row, squat, row, row]);
        let first = sets.first().unwrap();
        assert_eq!(
            (first.tempo.as_str(), first.paced, first.bout),
            ("4-0-1-0", 8, 1)
        );
        assert_eq!(
            (first.tension.eccentric_ms, first.tension.concentric_ms),
            (32_000, 8_000)
        );
        assert!(
            sets.is_sorted_by_key(|set| set.at) && first.at == Stamp::from_millis(1_000 + 50_000)
        );
        assert!(
            sets.iter()
                .all(|set| set.load == Answer::Missing && set.reserve == Answer::Missing)
        );
    }

    #[test]
    fn what_somebody_says_stands_beside_what_was_planned() {
        let load = |_step: u16, name: &str| match name {
            "Squat" => Answer::Given("60 kg".parse().unwrap()),
            _ => Answer::Missing,
        };
        let said = Elsewhere {
            load: Some(&load),
            done: &[8, 7],
            reserve: Answer::Given(2),
        };
        let sets = sets("squat 3x8 @4010 r60", &said);
        let done: Vec<_> = sets
            .iter()
            .map(|set| (set.planned, set.done, set.reserve))
            .collect();
        assert_eq!(
            done,
            [
                (8, Answer::Given(8), Answer::Missing),
                (8, Answer::Given(7), Answer::Missing),
                (8, Answer::Assumed(8), Answer::Given(2)),
            ]
        );
        assert_eq!(sets.get(1).unwrap().tension.eccentric_ms, 28_000);
        assert!(sets.iter().all(|set| set.load.given().is_some()));
    }

    #[test]
    fn how_many_were_possible_is_not_assumed() {
        let open = sets("push-up 1xAMRAP @2010", &Elsewhere::default());
        let open = open.first().unwrap();
        assert_eq!(
            (open.done, open.reps(), open.tension.total_ms()),
            (Answer::Missing, 0, 0)
        );
        let said = Elsewhere {
            done: &[14],
            ..Elsewhere::default()
        };
        let told = sets("push-up 1xAMRAP @2010", &said);
        let told = told.first().unwrap();
        assert_eq!(
            (told.done, told.tension.eccentric_ms),
            (Answer::Given(14), 28_000)
        );
    }
}
