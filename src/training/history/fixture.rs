//! Sessions in one line, for the tests of what is concluded from them.
//!
//! `8/8+3` is a set of 8 reps of 8 with 3 left; `+?` nobody said, `+~3` it was assumed; `-7/8` is abandoned, `8/6-9` a range, `9/AMRAP`
//! as many as possible; `L8/8,R7/8` are two sides of a set, other sets stand behind a comma, and `3*8/8` are three alike. Behind them may stand, each
//! behind `_`: `@62.5` the load (`@-` none), `t2-0-2-0` the tempo, `xLeg.press` the exercise, `h47` or `m90` how many hours or minutes ago it
//! was, `w4` and `a3` the worst pain and that after, `p` that it was a published programme, `iany` the id of the
//! routine, `oany` that of the preset, `e` that it was done elsewhere.

use crate::training::journal::{
    Answer, Counted, Load, Origin, PastSession, Score, SessionRecord, SetRecord, Stamp, TensionMs,
};
use crate::training::preset::{Goal, Side, Tier};
use jiff::ToSpan as _;
use jiff::civil::{Date, date};

pub(crate) const TODAY: Date = date(2026, 11, 27);
/// Noon of that day.
pub(crate) const NOON: i64 = 1_795_780_800_000;
const HOUR: i64 = 3_600_000;

/// That many days before today.
pub(crate) fn ago(days: i32) -> Date {
    TODAY.checked_sub(days.days()).unwrap()
}

/// Reads a session of so many days ago.
pub(crate) fn session(days: i32, written: &str) -> PastSession {
    let mut words = written.split('_');
    let noon = NOON - i64::from(days) * 24 * HOUR;
    let mut session = SessionRecord {
        began: Stamp::from_millis(noon - HOUR),
        day: ago(days),
        ended: None,
        id: "any".to_owned(),
        name: "Any".to_owned(),
        tier: Tier::General,
        origin: Origin::Paced,
        effort: None,
        worst_pain: None,
        pain_after: None,
        note: String::new(),
    };
    let written = words.next().unwrap().split(',');
    let mut sets: Vec<SetRecord> = written.flat_map(alike).collect();
    let mut number = 0;
    for (bout, set) in (1..).zip(&mut sets) {
        number += u32::from(set.side != Some(Side::Right));
        set.bout = bout;
        set.set = number;
        set.session = session.began;
        set.at = Stamp::from_millis(noon);
    }
    for word in words {
        let (key, value) = word.split_at(1);
        let score = || Score::new(value.parse().unwrap());
        let number = || value.parse::<i64>().unwrap();
        match key {
            "w" => session.worst_pain = score(),
            "a" => session.pain_after = score(),
            "i" => value.clone_into(&mut session.id),
            "e" => session.origin = Origin::Elsewhere,
            "p" => session.tier = Tier::Published,
            _ => {
                for set in &mut sets {
                    match key {
                        "@" if value == "-" => set.load = Answer::Missing,
                        "@" => set.load = Answer::Given(value.parse::<Load>().unwrap()),
                        "t" => value.clone_into(&mut set.tempo),
                        "o" => value.clone_into(&mut set.preset),
                        "x" => set.exercise = value.replace('.', " "),
                        "h" => set.at = Stamp::from_millis(NOON - number() * HOUR),
                        "m" => set.at = Stamp::from_millis(NOON - number() * HOUR / 60),
                        other => panic!("no such word: {other}"),
                    }
                }
            }
        }
    }
    PastSession { session, sets }
}

fn alike(written: &str) -> Vec<SetRecord> {
    let (times, written) = written.split_once('*').unwrap_or(("1", written));
    vec![a_set(written); times.parse().unwrap()]
}

fn a_set(written: &str) -> SetRecord {
    let (written, counted) = match written.strip_prefix('-') {
        Some(rest) => (rest, Counted::Abandoned),
        None => (written, Counted::Kept),
    };
    let side = match written.get(..1) {
        Some("L") => Some(Side::Left),
        Some("R") => Some(Side::Right),
        _ => None,
    };
    let written = written.trim_start_matches(['L', 'R']);
    let (reps, left) = written.split_once('+').unwrap_or((written, "?"));
    let (done, goal) = reps.split_once('/').unwrap();
    let done: u32 = done.parse().unwrap();
    let (planned, goal) = match goal.split_once('-') {
        Some((least, most)) => (most.parse().unwrap(), Goal::AtLeast(least.parse().unwrap())),
        None if goal == "AMRAP" => (50, Goal::AsMany),
        None => (goal.parse().unwrap(), Goal::Exactly),
    };
    let reserve = match left.strip_prefix('~') {
        Some(left) => Answer::Assumed(left.parse().unwrap()),
        None => left.parse().map_or(Answer::Missing, Answer::Given),
    };
    SetRecord {
        session: Stamp::default(),
        bout: 1,
        attempt: 1,
        at: Stamp::default(),
        preset: "any".to_owned(),
        exercise: "Squat".to_owned(),
        tempo: "4-0-1-0".to_owned(),
        set: 1,
        side,
        planned,
        goal,
        paced: done,
        done: Answer::Assumed(done),
        broke: Vec::new(),
        load: Answer::Given("60".parse().unwrap()),
        reserve,
        tension: TensionMs {
            eccentric_ms: 32_000,
            ..TensionMs::default()
        },
        interruptions: 0,
        counted,
    }
}
