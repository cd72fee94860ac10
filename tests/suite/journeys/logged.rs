//! The log and what was done elsewhere: keys, and what the journal is asked for.

use super::super::lifter::{Lifter, squat, written};
use downbeat::app::action::{Action, Key as Pressed, Mode};
use downbeat::app::journal::log::{Focus, Log};
use downbeat::app::journal::{Reply, Request, Tab};
use downbeat::app::message::{Effect, Message};
use downbeat::app::{App, Screen};
use downbeat::training::follow::Follow;
use downbeat::training::journal::{
    self, Answer, Entry, Key, Origin, PastSession, Score, SessionRecord, SetRecord, Stamp,
};
use downbeat::training::memory::Memory;
use downbeat::training::routine::Routine;
use jiff::ToSpan as _;
use jiff::civil::{Date, date};

const TODAY: Date = date(2026, 11, 27);
/// Noon of that day, UTC.
const NOON: i64 = 1_795_780_800_000;
const DAY_MS: i64 = 24 * 3600 * 1000;

/// Squats that were done so many days ago: 3 × 8, 60 kg.
fn past(days: i64) -> PastSession {
    let began = Stamp::from_millis(NOON - days * DAY_MS);
    let day = TODAY.saturating_sub(days.days());
    let said = journal::Elsewhere {
        load: Some(&|_, _| Answer::Given("60".parse().unwrap())),
        ..journal::Elsewhere::default()
    };
    let mut entries = journal::elsewhere(&squat().into(), began, day, &said).into_iter();
    let Some(Entry::Session(mut session)) = entries.next() else {
        panic!("a session comes first")
    };
    session.origin = Origin::Paced;
    let sets = entries.map(|entry| match entry {
        Entry::Set(set) => set,
        other => panic!("{other:?} is no set"),
    });
    PastSession {
        session,
        sets: sets.collect(),
    }
}

fn everything(past: &PastSession) -> Vec<Entry> {
    let sets = past.sets.iter().cloned().map(Entry::Set);
    let session = std::iter::once(Entry::Session(past.session.clone()));
    session.chain(sets).collect()
}

/// Somebody before the log, with these sessions in it.
fn before(sessions: Vec<PastSession>) -> Lifter {
    let mut lifter = Lifter::seasoned();
    lifter.app.today = TODAY;
    lifter.app.wall = Stamp::from_millis(NOON);
    lifter.press("l");
    assert_eq!(asked(&mut lifter), [Request::Page(None)]);
    lifter.send(Message::Journal(Reply::Page {
        before: None,
        sessions,
    }));
    begins_there(&mut lifter);
    lifter
}

/// Answers that there is nothing before a short page.
fn begins_there(lifter: &mut Lifter) {
    if let [Request::Page(before)] = asked(lifter).as_slice() {
        lifter.send(Message::Journal(Reply::Page {
            before: *before,
            sessions: Vec::new(),
        }));
    }
}

/// What the journal was asked for since.
fn asked(lifter: &mut Lifter) -> Vec<Request> {
    let effects = std::mem::take(&mut lifter.effects).into_iter();
    effects
        .filter_map(|effect| match effect {
            Effect::Journal(request) => Some(request),
            _ => None,
        })
        .collect()
}

/// Answers that everything was kept, and returns it.
fn kept(lifter: &mut Lifter) -> Vec<Entry> {
    let mut requests = asked(lifter);
    requests.retain(|request| !matches!(request, Request::Past(_)));
    let [Request::Keep(entries)] = requests.as_slice() else {
        panic!("{requests:?} keeps nothing")
    };
    let keys = entries.iter().map(Entry::key).collect();
    lifter.send(Message::Journal(Reply::Kept(keys)));
    entries.clone()
}

fn log(app: &App) -> &Log {
    match &app.screen {
        Screen::Journal(journal) => &journal.log,
        other => panic!("no journal but {other:?}"),
    }
}

fn notice(lifter: &Lifter) -> &str {
    let notice = lifter.app.notice.as_ref();
    notice.map_or("", |notice| notice.text.as_str())
}

fn only_session(entries: &[Entry]) -> &SessionRecord {
    match entries {
        [Entry::Session(session)] => session,
        other => panic!("{other:?} is no session alone"),
    }
}

fn set(entries: &[Entry]) -> &SetRecord {
    match entries {
        [Entry::Session(_), Entry::Set(set)] => set,
        other => panic!("{other:?} is no set with its session"),
    }
}

#[test]
fn a_further_page_is_asked_for_as_the_cursor_nears_the_end() {
    let mut lifter = before((0..30).map(past).collect());
    lifter.press(&"j".repeat(19));
    assert_eq!(asked(&mut lifter), []);
    lifter.press("jj");
    let last = past(29).session.began;
    assert_eq!(asked(&mut lifter), [Request::Page(Some(last))], "once");
    lifter.send(Message::Journal(Reply::Page {
        before: Some(last),
        sessions: vec![past(30)],
    }));
    assert_eq!(log(&lifter.app).sessions.len(), 31);
    let next = past(30).session.began;
    lifter.press("G");
    assert_eq!(asked(&mut lifter), [Request::Page(Some(next))]);
    lifter.send(Message::Journal(Reply::Page {
        before: Some(next),
        sessions: Vec::new(),
    }));
    lifter.press("kj");
    assert_eq!(asked(&mut lifter), [], "the log is read to its beginning");
}

#[test]
fn a_page_that_nobody_waits_for_is_let_go() {
    let mut lifter = before(vec![past(1)]);
    lifter.send(Message::Journal(Reply::Page {
        before: Some(Stamp::from_millis(5)),
        sessions: vec![past(9)],
    }));
    assert_eq!(log(&lifter.app).sessions, [past(1)]);
}

#[test]
fn effort_and_note_of_a_session_are_corrected_with_enter() {
    let mut lifter = before(vec![past(0), past(2)]);
    lifter.press("je7o").press("sore knee⏎⏎");
    let entries = kept(&mut lifter);
    let session = only_session(&entries);
    assert_eq!(session.began, past(2).session.began);
    assert_eq!(session.effort, Score::new(7));
    assert_eq!(session.note, "sore knee");
    assert_eq!(log(&lifter.app).sessions[1].session, *session, "shown");
    lifter.press("e⌫↓⌫⏎");
    let entries = kept(&mut lifter);
    assert_eq!(*only_session(&entries), past(2).session, "and back");
}

#[test]
fn what_was_corrected_in_part_is_left_as_it_was_with_esc() {
    let mut lifter = before(vec![past(0)]);
    lifter.press("⏎j⏎5⎋");
    assert_eq!(asked(&mut lifter), []);
    assert_eq!(log(&lifter.app).sessions, [past(0)]);
    assert_eq!(lifter.app.mode(), Mode::Log);
    lifter.press("⎋");
    assert_eq!(log(&lifter.app).focus, Focus::List);
    lifter.press("⎋");
    assert_eq!(lifter.app.screen, Screen::Picker);
}

#[test]
fn a_set_is_corrected_and_its_tension_follows_the_reps() {
    let mut lifter = before(vec![past(0)]);
    // Reps, load, reps left, and where the tempo broke.
    lifter.press("⏎jje6↓62,5⏎↓1↓5 3⏎⏎");
    let entries = kept(&mut lifter);
    let corrected = set(&entries);
    let old = &past(0).sets[1];
    assert_eq!(corrected.key(), old.key());
    assert_eq!(corrected.done, Answer::Given(6));
    assert_eq!(corrected.load, Answer::Given("62.5".parse().unwrap()));
    assert_eq!(corrected.reserve, Answer::Given(1));
    assert_eq!(corrected.broke, [3, 5]);
    assert_eq!(corrected.tension.eccentric_ms, 24_000);
    assert_eq!(corrected.tension.concentric_ms, 6_000);
    assert_eq!((corrected.planned, corrected.paced), (8, 8));
    assert_eq!(log(&lifter.app).sessions[0].sets[1], *corrected);
}

#[test]
fn accepting_what_was_assumed_says_so() {
    let mut lifter = before(vec![past(0)]);
    lifter.press("⏎je⏎");
    let entries = kept(&mut lifter);
    assert_eq!(past(0).sets[0].done, Answer::Assumed(8));
    assert_eq!(set(&entries).done, Answer::Given(8));
    assert_eq!(set(&entries).reserve, Answer::Missing, "nobody said");
}

#[test]
fn tension_that_cannot_be_told_apart_is_left_and_that_is_said() {
    let mut nudged = past(0);
    nudged.sets[0].tempo = "4-0-1-0>4.5-0-1-0".to_owned();
    let mut lifter = before(vec![nudged.clone()]);
    lifter.press("⏎je5⏎");
    let entries = kept(&mut lifter);
    assert_eq!(set(&entries).tension, nudged.sets[0].tension);
    assert!(
        notice(&lifter).contains("tension is left"),
        "{}",
        notice(&lifter)
    );
}

#[test]
fn a_session_is_taken_away_and_u_brings_back_exactly_what_went() {
    let mut lifter = before(vec![past(0), past(1)]);
    lifter.key(Pressed::Delete);
    let went = past(0).session.began;
    assert_eq!(
        asked(&mut lifter),
        [Request::Remove(vec![Key::Session(went)])]
    );
    assert_eq!(log(&lifter.app).sessions.len(), 2, "not before it is gone");
    lifter.send(Message::Journal(Reply::Removed(everything(&past(0)))));
    assert_eq!(log(&lifter.app).sessions, [past(1)]);
    assert_eq!(
        notice(&lifter),
        "Taken away: squat-4-1, Fri 27 Nov, 3 sets; u brings it back"
    );
    // It is still known after somebody was elsewhere.
    lifter.press("⎋l");
    asked(&mut lifter);
    lifter.send(Message::Journal(Reply::Page {
        before: None,
        sessions: vec![past(1)],
    }));
    begins_there(&mut lifter);
    lifter.press("u");
    assert_eq!(kept(&mut lifter), everything(&past(0)));
    assert_eq!(log(&lifter.app).sessions, [past(0), past(1)]);
    lifter.press("u");
    assert_eq!(asked(&mut lifter), []);
    assert_eq!(
        notice(&lifter),
        "Nothing was taken away since the program began"
    );
}

#[test]
fn the_latest_goes_first_when_things_are_brought_back() {
    let mut lifter = before(vec![past(0), past(1)]);
    lifter.press("⏎jjD");
    let gone = past(0).sets[1].clone();
    assert_eq!(asked(&mut lifter), [Request::Remove(vec![gone.key()])]);
    lifter.send(Message::Journal(Reply::Removed(vec![Entry::Set(
        gone.clone(),
    )])));
    assert_eq!(log(&lifter.app).sessions[0].sets.len(), 2);
    lifter.press("⎋jD");
    lifter.send(Message::Journal(Reply::Removed(everything(&past(1)))));
    asked(&mut lifter);
    lifter.press("u");
    assert_eq!(kept(&mut lifter), everything(&past(1)));
    lifter.press("u");
    let entries = kept(&mut lifter);
    assert_eq!(*set(&entries), gone, "with its session before it");
    assert_eq!(log(&lifter.app).sessions, [past(0), past(1)]);
}

#[test]
fn what_is_in_no_file_yet_is_not_taken_away() {
    let mut lifter = before(vec![past(0)]);
    lifter.press("e7⏎");
    asked(&mut lifter);
    lifter.press("D");
    assert_eq!(asked(&mut lifter), []);
    assert!(
        notice(&lifter).starts_with("Not taken away"),
        "{}",
        notice(&lifter)
    );
}

#[test]
fn why_the_log_cannot_be_read_stands_where_it_would_be() {
    let mut lifter = Lifter::seasoned();
    lifter.press("l");
    lifter.send(Message::Journal(Reply::Failed {
        unkept: Vec::new(),
        why: "The journal cannot be read".to_owned(),
    }));
    let reading = &log(&lifter.app).reading;
    assert_eq!(
        *reading,
        downbeat::app::journal::log::Reading::Failed("The journal cannot be read".to_owned())
    );
}

#[test]
fn one_enter_logs_a_routine_as_it_was_planned() {
    let mut lifter = Lifter::seasoned();
    lifter.app.today = TODAY;
    lifter.app.wall = Stamp::from_millis(NOON);
    lifter.press("L");
    assert_eq!(
        asked(&mut lifter),
        [Request::Past(vec!["Squat".to_owned()])]
    );
    lifter.send(Message::Journal(Reply::Past(vec![(
        "Squat".to_owned(),
        vec![past(3)],
    )])));
    lifter.press("⏎");
    let entries = kept(&mut lifter);
    let [Entry::Session(session), sets @ ..] = entries.as_slice() else {
        panic!("{entries:?}")
    };
    assert_eq!((session.day, session.origin), (TODAY, Origin::Elsewhere));
    assert_eq!(session.ended, Some(Stamp::from_millis(NOON)));
    assert_eq!(sets.len(), 3);
    for entry in sets {
        let Entry::Set(set) = entry else {
            panic!("{entry:?}")
        };
        assert_eq!(set.session, session.began);
        assert_eq!((set.planned, set.done), (8, Answer::Assumed(8)));
        assert_eq!(
            set.load,
            Answer::Given("60".parse().unwrap()),
            "as last time"
        );
        assert_eq!(set.reserve, Answer::Missing);
    }
    assert_eq!(lifter.app.screen, Screen::Picker);
    assert_eq!(notice(&lifter), "Logged: squat-4-1, Fri 27 Nov, 3 sets");
}

#[test]
fn day_load_effort_and_note_are_changed_before_enter() {
    let mut lifter = Lifter::seasoned();
    lifter.app.today = TODAY;
    lifter.app.wall = Stamp::from_millis(NOON);
    lifter
        .press("L>")
        .press("<<")
        .press("70⏎↓8o")
        .press("in a hotel⏎⏎");
    let entries = kept(&mut lifter);
    let [Entry::Session(session), Entry::Set(first), ..] = entries.as_slice() else {
        panic!("{entries:?}")
    };
    assert_eq!(session.day, date(2026, 11, 25));
    assert_eq!(session.began, Stamp::from_millis(NOON - 2 * DAY_MS));
    assert_eq!(session.effort, Score::new(8));
    assert_eq!(session.note, "in a hotel");
    assert_eq!(first.load, Answer::Given("70".parse().unwrap()));
}

#[test]
fn two_that_are_logged_in_one_burst_of_keys_are_two_sessions() {
    let mut lifter = Lifter::seasoned();
    lifter.app.wall = Stamp::from_millis(NOON);
    lifter.press("L⏎L⏎");
    let requests = asked(&mut lifter);
    let began = requests.iter().filter_map(|request| match request {
        Request::Keep(entries) => entries.first().map(Entry::key),
        _ => None,
    });
    let began: Vec<Key> = began.collect();
    assert_eq!(began.len(), 2);
    assert_ne!(began[0], began[1]);
}

#[test]
fn leaving_the_form_logs_nothing() {
    let mut lifter = Lifter::seasoned();
    lifter.press("L8⎋⎋");
    assert_eq!(lifter.app.screen, Screen::Picker);
    assert!(
        !asked(&mut lifter)
            .iter()
            .any(|request| matches!(request, Request::Keep(_)))
    );
}

#[test]
fn a_session_is_added_late_from_the_log_and_stands_in_it_at_once() {
    let mut lifter = before(vec![past(0), past(3)]);
    lifter.press("n<");
    assert_eq!(lifter.app.mode(), Mode::Elsewhere);
    asked(&mut lifter);
    lifter.press("⏎");
    let added = kept(&mut lifter);
    let Screen::Journal(journal) = &lifter.app.screen else {
        panic!("the journal again")
    };
    assert_eq!(journal.tab, Tab::Log);
    assert_eq!(everything(&journal.log.sessions[1]), added);
    assert_eq!(journal.log.at, 1, "under the cursor");
}

#[test]
fn a_page_that_comes_while_something_is_added_is_there_afterwards() {
    let mut lifter = Lifter::seasoned();
    lifter.app.today = TODAY;
    lifter.app.wall = Stamp::from_millis(NOON);
    lifter.press("ln");
    lifter.send(Message::Journal(Reply::Page {
        before: None,
        sessions: vec![past(3)],
    }));
    lifter.press("⎋");
    assert_eq!(log(&lifter.app).sessions, [past(3)]);
}

const STEPS: &str = r#"
[[preset]]
id = "row"
name = "Row"
exercise = "Row"
tempo = "3-0-1-1"
sets = 2
reps = 6
load = "40"

[[preset]]
id = "curl"
name = "Curl"
exercise = "Curl"
tempo = "4-0-1-0"
sets = 1
reps = 10

[[routine]]
id = "pull"
name = "Pull"
[[routine.step]]
preset = "row"
[[routine.step]]
preset = "curl"
"#;

#[test]
fn each_exercise_of_a_routine_has_a_load_of_its_own() {
    let routine: Routine = written("pull", STEPS);
    let mut lifter = Lifter::before(vec![routine.into()], Memory::default());
    lifter.press("L↓l").press("band red⏎↑42⏎⏎");
    let entries = kept(&mut lifter);
    let loads: Vec<(String, String)> = entries
        .iter()
        .filter_map(|entry| match entry {
            Entry::Set(set) => Some((set.exercise.clone(), set.load.value()?.to_string())),
            _ => None,
        })
        .collect();
    let expected = [
        ("Row", "42 kg"),
        ("Row", "42 kg"),
        ("Biceps curl", "band red"),
    ];
    let expected = expected.map(|(name, load)| (name.to_owned(), load.to_owned()));
    assert_eq!(loads, expected);
}

#[test]
fn a_programme_that_is_followed_counts_as_begun_today_and_not_on_another_day() {
    let begun = |keys: &str| {
        let memory = Memory {
            following: vec![Follow {
                id: "squat-4-1".to_owned(),
                start: TODAY,
                per_day: 1,
                last: None,
            }],
            ..Memory::default()
        };
        let mut lifter = Lifter::with(memory);
        lifter.app.today = TODAY;
        lifter.press(keys);
        lifter.app.memory.following[0].begun_on(TODAY)
    };
    assert_eq!(begun("L⏎"), 1);
    assert_eq!(begun("L<⏎"), 0);
    assert_eq!(begun("L⎋"), 0);
}

#[test]
fn the_summary_behind_the_log_asks_no_more_about_what_was_corrected_there() {
    let mut lifter = Lifter::seasoned();
    lifter.app.wall = Stamp::from_millis(NOON);
    lifter.press(" ").wait(60.0).press("qq");
    assert!(lifter.summary().questions.is_some());
    lifter.send(Message::Do(Action::Journal(Tab::Log)));
    let entries: Vec<Entry> = vec![Entry::Session(SessionRecord {
        began: Stamp::from_millis(NOON),
        ..past(0).session
    })];
    lifter.send(Message::Journal(Reply::Removed(entries)));
    lifter.press("⎋");
    assert_eq!(lifter.summary().questions, None);
}
