//! Settings: keys on their screen, what the app has then, what is asked of the sound, and what stands in the file.

use super::{COMMENTED, Desk};
use downbeat::app::action::{Key, Mode};
use downbeat::app::bindings::action;
use downbeat::app::heard::{Cues, Heard, Layer};
use downbeat::app::message::{Effect, Message};
use downbeat::app::settings::{ROWS, Row, Settings};
use downbeat::app::{Light, Screen};
use downbeat::runtime::chosen;
use downbeat::settings::{Asked, Environment, Settings as Settled};
use downbeat::store::config;
use downbeat::training::call::{Counting, Notice};
use downbeat::training::transport::Transport;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use std::sync::Arc;
use std::time::Duration;

fn to(row: Row) -> String {
    let place = ROWS.iter().position(|each| *each == row).unwrap();
    format!(",{}", "↓".repeat(place))
}

fn settings(desk: &Desk) -> &Settings {
    match &desk.lifter.app.screen {
        Screen::Settings(settings) => settings,
        other => panic!("no settings but {other:?}"),
    }
}

/// What a text of settings says, in the app's words.
fn said(text: &str) -> downbeat::app::settings::Chosen {
    let (config, problems) = config::parse(text);
    assert!(problems.is_empty(), "{problems:?}\n{text}");
    let settled = Settled::settle(&config.settings, Asked::default(), Environment::default());
    chosen::chosen(&settled)
}

fn played(desk: &Desk) -> Option<&Arc<Transport>> {
    let mut effects = desk.performed.iter().rev();
    effects.find_map(|effect| match effect {
        Effect::Play(transport) => Some(transport),
        _ => None,
    })
}

#[test]
fn what_is_changed_is_heard_at_once_and_kept_on_leaving_with_every_comment() {
    let mut desk = Desk::with(Some(COMMENTED));
    desk.press(",→→↓↓↓↓←←");
    let heard = Heard::full(Cues::Guide).with(Layer::Voice, Some(-6));
    assert_eq!(desk.lifter.app.heard, heard);
    assert!(desk.performed.contains(&Effect::Heard(heard)));
    assert_eq!(desk.text(), COMMENTED, "not before somebody leaves");
    desk.press("↓↓←↓↓→q");
    assert_eq!(desk.lifter.app.screen, Screen::Picker);
    assert_eq!(desk.lifter.app.calling.reps, Counting::Silent);
    let line = "theme = \"night\"   # the garage is dark\n";
    let keys = "cues = \"guide\"\nvoice_db = -6\ncount_reps = \"silent\"\ncount_seconds = \"up\"\n";
    let expected = COMMENTED.replace(line, &format!("{line}{keys}"));
    assert_eq!(desk.text(), expected, "{}", desk.notice());
}

#[test]
fn only_what_was_changed_is_written_and_a_default_takes_the_place_of_what_was_there() {
    let mut desk = Desk::with(Some(COMMENTED));
    assert_eq!(desk.lifter.app.light, Light::Night);
    // A key in passing is not for the file.
    desk.press("v").press(&to(Row::Theme)).press("→⎋");
    assert_eq!(desk.lifter.app.light, Light::Day);
    assert_eq!(desk.text(), COMMENTED.replace("\"night\"", "\"day\""));
    desk.press(&to(Row::Theme)).press("→→⎋");
    assert_eq!(desk.text(), COMMENTED.replace("\"night\"", "\"day\""));
}

#[test]
fn without_a_file_one_is_made_of_what_was_changed() {
    let mut desk = Desk::with(None);
    desk.press(",⎋");
    assert!(!desk.path.exists(), "nothing was changed");
    desk.press(&to(Row::Notice(Notice::HalfWay))).press("→⎋");
    insta::assert_snapshot!(desk.text(), @r#"notices = ["last rep", "30 s", "10 s", "3-2-1"]"#);
}

#[test]
fn taking_back_a_change_of_a_preset_leaves_the_settings() {
    let mut desk = Desk::with(Some(COMMENTED));
    desk.press("/slow squat⏎e5010⎋⌃s");
    desk.press(&to(Row::Theme)).press("→⎋");
    assert!(desk.text().contains("5-0-1-0"));
    desk.press("u");
    assert_eq!(desk.text(), COMMENTED.replace("\"night\"", "\"day\""));
    desk.press("u");
    assert_eq!(desk.notice(), "There is nothing to take back");
}

#[test]
fn a_file_that_somebody_else_changed_keeps_what_they_wrote_and_takes_the_setting() {
    let mut desk = Desk::with(Some(COMMENTED));
    desk.press("/slow squat⏎e5010⎋⌃s");
    let theirs = COMMENTED.replace("Do not lose this line.", "Theirs.");
    desk.press(&to(Row::Theme)).press("→");
    std::fs::write(&desk.path, &theirs).unwrap();
    desk.press("⎋");
    assert_eq!(desk.text(), theirs.replace("\"night\"", "\"day\""));
    desk.press("u");
    assert_eq!(desk.notice(), "There is nothing to take back");
}

#[test]
fn a_file_that_does_not_parse_is_not_touched_and_the_change_is_kept_once_it_does() {
    let mut desk = Desk::with(Some(COMMENTED));
    let broken = COMMENTED.replace("# the end", "the end");
    std::fs::write(&desk.path, &broken).unwrap();
    desk.press(&to(Row::Theme)).press("→⎋");
    assert_eq!(desk.text(), broken);
    assert!(desk.notice().starts_with("This holds until you quit"));
    assert_eq!(desk.lifter.app.light, Light::Day, "it holds all the same");
    std::fs::write(&desk.path, COMMENTED).unwrap();
    desk.press(",⎋");
    assert_eq!(desk.text(), COMMENTED.replace("\"night\"", "\"day\""));
}

#[test]
fn leaving_the_program_from_the_settings_keeps_them() {
    let mut desk = Desk::with(Some(COMMENTED));
    desk.press(&to(Row::Theme)).press("→⌃c");
    assert_eq!(desk.text(), COMMENTED.replace("\"night\"", "\"day\""));
    assert_eq!(desk.performed.last(), Some(&Effect::Quit));
}

#[test]
fn space_lets_a_row_be_heard_and_stops_it_and_so_does_another_row() {
    let mut desk = Desk::with(None);
    desk.press(&to(Row::Notice(Notice::ThreeTwoOne))).press(" ");
    assert!(settings(&desk).hearing.is_on());
    desk.press(" ");
    assert!(!settings(&desk).hearing.is_on());
    assert!(desk.performed.contains(&Effect::Silence));
    desk.press(" ↑");
    assert!(!settings(&desk).hearing.is_on());
    desk.press(" ").lifter.wait(9.0);
    assert!(!settings(&desk).hearing.is_on(), "it ends by itself");
    desk.press(" ⎋");
    assert_eq!(desk.lifter.app.screen, Screen::Picker);
    assert_eq!(desk.performed.last(), Some(&Effect::Rest));
}

#[test]
fn a_change_of_what_is_said_begins_the_example_anew() {
    let mut desk = Desk::with(None);
    desk.press(&to(Row::Reps)).press(" ");
    desk.lifter.wait(2.0);
    desk.press("→");
    let calling = played(&desk).unwrap().timeline().calling();
    assert_eq!(calling.reps, Counting::Down);
    assert_eq!(calling, desk.lifter.app.calling);
    // A level is heard in what is played already.
    let count = desk.performed.len();
    desk.press("9");
    assert!(
        desk.performed[count..]
            .iter()
            .all(|effect| !matches!(effect, Effect::Play(_)))
    );
}

#[test]
fn the_offset_is_found_by_ear_and_kept_with_enter() {
    let mut desk = Desk::with(Some(COMMENTED));
    desk.press(&to(Row::Late)).press("⏎");
    assert_eq!(desk.lifter.app.mode(), Mode::Late);
    let clicks = Effect::Heard(Heard::full(Cues::Classic));
    assert!(desk.performed.contains(&clicks), "only clicks are heard");
    desk.press("→→↑↑");
    assert_eq!(desk.lifter.app.offset_ms, 120);
    assert!(desk.performed.contains(&Effect::Offset(120)), "at once");
    desk.press("⏎");
    assert_eq!(desk.lifter.app.mode(), Mode::Settings);
    assert!(desk.performed.contains(&Effect::Heard(Heard::default())));
    assert!(desk.text().contains("offset_ms = 120\n"), "{}", desk.text());
}

#[test]
fn esc_leaves_the_offset_as_it_was() {
    let mut desk = Desk::with(Some("offset_ms = 40 # the box\n"));
    desk.press(&to(Row::Late)).press("⏎→→→⎋");
    assert_eq!(desk.lifter.app.offset_ms, 40);
    let offsets = desk.performed.iter().filter_map(|effect| match effect {
        Effect::Offset(millis) => Some(*millis),
        _ => None,
    });
    assert_eq!(offsets.collect::<Vec<_>>(), [50, 60, 70, 40]);
    desk.press("⏎→→→⌃c");
    assert_eq!(desk.text(), "offset_ms = 40 # the box\n");
}

#[test]
fn the_clicks_go_on_however_long_somebody_listens() {
    let mut desk = Desk::with(None);
    desk.press(&to(Row::Late)).press("⏎");
    let first = Arc::clone(played(&desk).unwrap());
    for _ in 0..700 {
        desk.lifter.wait(1.0);
    }
    desk.perform();
    assert_ne!(played(&desk).unwrap(), &first);
    let late = settings(&desk).late.as_ref().unwrap();
    assert!(late.since_click(desk.lifter.clock).is_some());
}

#[test]
fn from_a_summary_the_settings_lead_back_to_it() {
    let mut desk = Desk::with(None);
    desk.press(" ").lifter.wait(60.0);
    desk.press("qq");
    let summary = desk.lifter.app.screen.clone();
    assert!(matches!(summary, Screen::Summary(_)));
    desk.press(",→⎋");
    assert_eq!(desk.lifter.app.screen, summary);
}

/// A key that may be pressed on the screen, and how long somebody waits then.
fn keys() -> impl Strategy<Value = Vec<(Key, u64)>> {
    let keys = select(vec![
        Key::Up,
        Key::Down,
        Key::Down,
        Key::Left,
        Key::Right,
        Key::Right,
        Key::Home,
        Key::End,
        Key::Enter,
        Key::Esc,
        Key::Char(' '),
        Key::Char('9'),
        Key::Char('0'),
        Key::Char('v'),
        Key::Char('d'),
        Key::Char('m'),
        Key::Char(','),
        Key::Char('j'),
    ]);
    vec((keys, 0..3_000_u64), 0..60)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(64) })]

    #[test]
    fn whatever_is_pressed_the_file_says_what_the_screen_shows_and_all_else_as_before(keys in keys()) {
        let mut desk = Desk::with(Some(COMMENTED));
        desk.press(",");
        for (key, millis) in keys {
            if desk.lifter.app.screen == Screen::Picker {
                desk.press(",");
            }
            if let Some(action) = action(desk.lifter.app.mode(), key) {
                desk.lifter.send(Message::Do(action));
            }
            desk.lifter.wait(Duration::from_millis(millis).as_secs_f64());
            desk.perform();
        }
        while desk.lifter.app.screen != Screen::Picker {
            desk.press("⎋");
        }
        prop_assert_eq!(said(&desk.text()), desk.lifter.app.chosen());
        let others: Vec<&str> = COMMENTED.lines().filter(|line| !line.contains("theme")).collect();
        let text = desk.text();
        let mut left = text.lines();
        prop_assert!(others.iter().all(|line| left.any(|found| found == *line)), "{}", text);
    }
}
