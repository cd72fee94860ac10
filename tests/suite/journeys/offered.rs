//! What the lead-in offers from the journal: taken with one key, left with another, and never imposed.

use super::Lifter;
use downbeat::app::action::Mode;
use downbeat::app::journal::{Reply, Request};
use downbeat::app::message::{Effect, Message};
use downbeat::training::journal::Morning;
use downbeat::training::journal::{
    Answer, Counted, Diary, Origin, PastSession, Score, SessionRecord, SetRecord, Sign, Stamp,
    TensionMs,
};
use downbeat::training::preset::{Goal, Tier};
use downbeat::training::region::Region;
use downbeat::training::timeline::SegmentKind;
use jiff::ToSpan as _;
use jiff::civil::{Date, date};

const TODAY: Date = date(2026, 11, 27);

/// A session of squats so many days ago, with two reps left in each set.
fn squats(days_ago: i32, load: &str, tempo: &str) -> PastSession {
    let day = TODAY - days_ago.days();
    let began = Stamp::from_millis(1_795_000_000_000 - i64::from(days_ago) * 86_400_000);
    let set = |set: u32| SetRecord {
        session: began,
        bout: u16::try_from(set).unwrap(),
        attempt: 1,
        at: began,
        preset: "squat-4-1".to_owned(),
        exercise: "Squat".to_owned(),
        tempo: tempo.to_owned(),
        set,
        side: None,
        planned: 8,
        goal: Goal::Exactly,
        paced: 8,
        done: Answer::Given(8),
        broke: Vec::new(),
        load: Answer::Given(load.parse().unwrap()),
        reserve: Answer::Given(2),
        tension: TensionMs::default(),
        interruptions: 0,
        counted: Counted::Kept,
    };
    PastSession {
        session: SessionRecord {
            began,
            day,
            ended: Some(began),
            id: "squat-4-1".to_owned(),
            name: "squat-4-1".to_owned(),
            tier: Tier::General,
            origin: Origin::Paced,
            effort: None,
            worst_pain: None,
            pain_after: None,
            note: String::new(),
        },
        sets: (1..=3).map(set).collect(),
    }
}

/// A morning on which nothing is wrong.
fn fresh() -> Morning {
    Morning {
        soreness: [
            (Region::FrontThighs, Score::NONE),
            (Region::Glutes, Score::NONE),
        ]
        .into(),
        joint_pain: Some(Score::NONE),
        sleep: Score::new(7),
        recovery: Score::new(8),
        sign: Some(Sign::None),
        ..Morning::of(TODAY)
    }
}

/// Somebody in the lead-in of squats who did these before.
fn lifter(past: Vec<PastSession>) -> Lifter {
    let mut lifter = Lifter::seasoned();
    lifter.app.today = TODAY;
    lifter.app.wall = Stamp::from_millis(1_795_000_000_000);
    lifter.press(" ");
    assert!(lifter.effects.contains(&Effect::Journal(Request::Diary)));
    let mut sessions = past.clone();
    sessions.reverse();
    let past = vec![("Squat".to_owned(), past)];
    lifter.send(Message::Journal(Reply::Past(past)));
    let diary = Diary {
        mornings: vec![fresh()],
        sessions,
        ..Diary::default()
    };
    lifter
        .send(Message::Journal(Reply::Diary(Box::new(diary))))
        .wait(0.1);
    lifter
}

/// Trained twice a week for weeks, with two reps to spare in the last two sessions.
fn steady() -> Vec<PastSession> {
    [3, 7, 10, 14, 17, 21, 24, 28, 31, 35]
        .map(|days| squats(days, "60 kg", "4-0-1-0"))
        .to_vec()
}

#[test]
fn enter_eases_in_after_three_weeks_away_and_b_keeps_everything() {
    let mut lifter = lifter(vec![squats(34, "60 kg", "4-0-1-0")]);
    assert_eq!(lifter.app.mode(), Mode::Offered);
    let said = lifter.said().join("\n");
    assert!(said.contains("Last here 24 Oct: 60 kg 8 8 8"), "{said}");
    lifter.press("⏎").wait(10.5);
    assert_eq!(
        (lifter.now(), lifter.sets()),
        ((SegmentKind::Lower, 1, 1), 2)
    );

    let mut other = self::lifter(vec![squats(34, "60 kg", "4-0-1-0")]);
    other.press("b").wait(10.5);
    assert_eq!(other.sets(), 3);
}

#[test]
fn a_step_is_offered_where_two_were_to_spare_twice_and_another_one_is_an_arrow_away() {
    let mut lifter = lifter(steady());
    let said = lifter.said().join("\n");
    assert!(said.contains("Two reps to spare, twice"), "{said}");
    let words = |lifter: &Lifter| {
        let offered = lifter.session().offered(lifter.clock).unwrap();
        offered.choice().unwrap().words.clone()
    };
    let first = words(&lifter);
    lifter.press("→");
    assert_ne!(words(&lifter), first);
    lifter.press("←");
    assert_eq!(words(&lifter), first);
}

#[test]
fn what_nobody_answers_is_gone_with_the_first_rep_and_changes_nothing() {
    let mut lifter = lifter(vec![squats(34, "60 kg", "4-0-1-0")]);
    lifter.wait(10.5);
    assert_eq!((lifter.app.mode(), lifter.sets()), (Mode::Session, 3));
}

#[test]
fn a_load_that_is_taken_is_the_load_of_the_sets() {
    let mut lifter = lifter(vec![squats(34, "60 kg", "4-0-1-0")]);
    lifter.press("⏎");
    let taken = lifter.session().log.as_ref().unwrap().load_of(0).clone();
    let lighter = taken
        .given()
        .and_then(downbeat::training::journal::Load::mass)
        .unwrap();
    assert!(
        (48_000..60_000).contains(&lighter.thousandths()),
        "{lighter}"
    );
}

#[test]
fn digits_say_the_load_while_something_is_offered() {
    let mut lifter = lifter(vec![squats(34, "60 kg", "4-0-1-0")]);
    lifter.press("55⏎");
    let load = lifter.session().log.as_ref().unwrap().load_of(0).clone();
    assert_eq!(load, Answer::Given("55 kg".parse().unwrap()));
    assert_eq!(lifter.app.mode(), Mode::Offered, "the offer still stands");
}
