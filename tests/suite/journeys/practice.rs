//! Practice: a lifter whose own seconds are known follows the cues, loses them, and taps blind.

mod at_the_border;

use super::super::lifter::{AHEAD, Lifter, squat};
use downbeat::app::action::{Key, Mode};
use downbeat::app::bindings::action;
use downbeat::app::message::{Effect, Message, Playback};
use downbeat::app::practice::{Practice, Progress};
use downbeat::app::{Home, Screen};
use downbeat::training::memory::Memory;
use downbeat::training::practice::{Each, Felt, Ladder, Part, Way};
use downbeat::training::preset::Preset;
use downbeat::training::timeline::SegmentKind;
use downbeat::training::transport::State;
use std::time::Duration;

/// A practice at 4-0-1-0 for three minutes, the door open.
fn at_the_door() -> Lifter {
    let mut lifter = Lifter::seasoned();
    lifter.app.today = jiff::civil::date(2026, 11, 12);
    lifter.press("p");
    lifter
}

/// The same at the beginning of the blind part.
fn blind() -> Lifter {
    let mut lifter = at_the_door();
    lifter
        .press(" ")
        .wait(10.0 + 120.0)
        .wait(AHEAD.as_secs_f64());
    lifter
}

/// Taps reps of these lowerings and lifts.
fn tap(lifter: &mut Lifter, reps: &[(f64, f64)]) {
    lifter.wait(2.0).press(" ");
    for (lower, lift) in reps {
        lifter.wait(*lower).press("t").wait(*lift).press("⏎");
    }
}

fn practice(lifter: &Lifter) -> &Practice {
    match &lifter.app.screen {
        Screen::Practice(practice) => practice,
        other => panic!("no practice but {other:?}"),
    }
}

fn felt(lifter: &Lifter) -> &Felt {
    match &practice(lifter).progress {
        Progress::Over(felt) => felt,
        other => panic!("not over but {other:?}"),
    }
}

/// Whether a key means something.
fn means(lifter: &Lifter, key: Key) -> bool {
    action(lifter.app.mode(), key).is_some()
}

#[test]
fn taps_in_the_blind_part_say_what_the_seconds_of_this_lifter_were() {
    let mut lifter = blind();
    assert_eq!(lifter.app.mode(), Mode::Blind);
    tap(&mut lifter, &[(3.4, 1.2), (3.1, 1.0), (3.7, 1.1)]);
    assert_eq!(practice(&lifter).blind_taps(), 7);
    lifter.wait(60.0);
    let felt = felt(&lifter);
    assert_eq!(felt.part, Part::Blind);
    let measured = |index: usize| felt.timing.phases[index].lengths.measured.clone();
    assert_eq!(
        measured(0),
        [3_400, 3_100, 3_700].map(Duration::from_millis)
    );
    assert_eq!(
        measured(1),
        [1_200, 1_000, 1_100].map(Duration::from_millis)
    );
    let text = felt.text();
    assert!(
        text.starts_with("Practised 4-0-1-0, blind\nlowering: your four seconds were 3.4 ± 0.3\n"),
        "{text}"
    );
}

#[test]
fn the_next_result_stands_beside_the_one_before() {
    let mut lifter = blind();
    tap(&mut lifter, &[(3.0, 1.0), (3.2, 1.0)]);
    lifter.press("q");
    assert!(felt(&lifter).before().is_empty());
    lifter.app.today = jiff::civil::date(2026, 11, 13);
    lifter.wait(4.0).press("⏎");
    assert_eq!(lifter.app.mode(), Mode::Practice);
    lifter.wait(130.1);
    tap(&mut lifter, &[(3.6, 1.0), (3.8, 1.0)]);
    lifter.press("q");
    let lines = felt(&lifter).before();
    assert_eq!(lines[0], "lowering before: 3.1 ± 0.1 on 12 Nov");
    let again = lifter.app.memory.practice_of("4-0-1-0".parse().unwrap());
    assert_eq!(again.map(|last| last.phases[0].mean_ms), Some(3_700));
}

#[test]
fn space_pauses_before_the_blind_part_and_taps_in_it() {
    let mut lifter = at_the_door();
    lifter.press(" ").wait(40.0).press(" ").wait(1.0);
    let state = |lifter: &Lifter| match &practice(lifter).progress {
        Progress::Running(session) => session.state(lifter.clock),
        other => panic!("not running but {other:?}"),
    };
    assert_eq!(state(&lifter), State::Held);
    assert_eq!(lifter.app.mode(), Mode::Practice);
    lifter.press(" ").wait(4.0).wait(100.0);
    assert_eq!(
        (state(&lifter), lifter.app.mode()),
        (State::Running, Mode::Blind)
    );
    lifter.press(" ");
    assert_eq!(
        (state(&lifter), practice(&lifter).blind_taps()),
        (State::Running, 1)
    );
}

#[test]
fn a_pause_never_reaches_into_the_blind_part() {
    let mut lifter = at_the_door();
    // The pause would begin where nothing is rendered yet, and where Space taps already.
    lifter.press(" ").wait(129.04);
    assert_eq!(lifter.app.mode(), Mode::Practice);
    lifter.press(" ").wait(1.0);
    assert_eq!(lifter.app.mode(), Mode::Blind);
    assert_eq!(lifter.app.playback(), Some(Playback::Playing));
}

#[test]
fn whoever_still_taps_when_it_is_over_begins_nothing() {
    let mut lifter = blind();
    tap(&mut lifter, &[(4.0, 1.0), (4.0, 1.0)]);
    lifter.wait(50.0);
    assert_eq!(lifter.app.mode(), Mode::Felt);
    assert!(!means(&lifter, Key::Char(' ')) && !means(&lifter, Key::Char('t')));
    lifter.press("⏎");
    assert_eq!(lifter.app.mode(), Mode::Felt);
    lifter.wait(3.0).press("⏎");
    assert_eq!(lifter.app.mode(), Mode::Practice);
}

#[test]
fn nothing_of_it_is_training() {
    let mut lifter = blind();
    let before = Memory {
        practised: Vec::new(),
        ..lifter.app.memory.clone()
    };
    tap(&mut lifter, &[(4.0, 1.0), (4.1, 1.0)]);
    lifter.wait(60.0).press("q");
    assert_eq!(lifter.app.screen, Screen::Picker);
    let after = Memory {
        practised: Vec::new(),
        ..lifter.app.memory.clone()
    };
    assert_eq!(after, before);
    assert!(lifter.app.memory.recents.is_empty());
}

#[test]
fn few_taps_are_told_kindly_and_not_kept() {
    let mut lifter = blind();
    lifter.press(" ").wait(4.0).press(" ").wait(70.0);
    assert!(
        felt(&lifter)
            .advice()
            .is_some_and(|advice| advice.contains("every turn-around"))
    );
    assert!(lifter.app.memory.practised.is_empty());
}

#[test]
fn leaving_before_anything_was_tapped_leads_home_at_once() {
    let mut lifter = at_the_door();
    lifter.press(" ").wait(30.0);
    lifter.effects.clear();
    lifter.press("q");
    assert_eq!(lifter.app.screen, Screen::Picker);
    assert_eq!(lifter.effects, [Effect::Silence, Effect::Rest]);
    let mut lifter = at_the_door();
    lifter.app.home = Home::Shell;
    lifter.press(" ").wait(30.0).press("q");
    assert_eq!(lifter.effects.last(), Some(&Effect::Quit));
}

#[test]
fn away_in_the_blind_part_it_is_over_and_before_it_is_paused() {
    let mut lifter = blind();
    tap(&mut lifter, &[(4.0, 1.0), (4.2, 1.0)]);
    let since = lifter.clock;
    lifter.clock += Duration::from_secs(600);
    lifter.send(Message::Interrupted { since });
    assert_eq!(felt(&lifter).timing.phases[0].lengths.measured.len(), 2);
    let mut lifter = at_the_door();
    lifter.press(" ").wait(30.0);
    let since = lifter.clock;
    lifter.clock += Duration::from_secs(600);
    lifter.send(Message::Interrupted { since }).wait(0.1);
    assert_eq!(lifter.app.mode(), Mode::Practice);
    lifter.press(" ").wait(4.0).wait(1.0);
    assert_eq!(lifter.app.mode(), Mode::Practice);
}

#[test]
fn the_door_changes_length_and_way() {
    let mut lifter = at_the_door();
    assert_eq!(practice(&lifter).plan.length().to_string(), "3:00");
    lifter.press(">><");
    assert_eq!(practice(&lifter).plan.length().to_string(), "3:30");
    lifter.press("l");
    let each = |lifter: &Lifter| match practice(lifter).plan.way() {
        Way::Ladder(Ladder { each, target, .. }) => Some((each, target.as_secs())),
        Way::Thirds => None,
    };
    assert_eq!(each(&lifter), Some((Each::Rep, 7)));
    lifter.press("l");
    assert_eq!(each(&lifter), Some((Each::Set, 7)));
    // As long as it takes.
    assert_eq!(practice(&lifter).plan.length().to_string(), "6:00");
    lifter.press("<");
    assert!(lifter.app.has_notice());
    lifter.press("l");
    assert_eq!(each(&lifter), None);
    lifter.press("q");
    assert_eq!(lifter.app.screen, Screen::Picker);
}

#[test]
fn a_ladder_is_followed_with_its_cues_to_the_end() {
    let mut lifter = at_the_door();
    lifter.press("l ").wait(10.08);
    lifter
        .press("t")
        .wait(4.0)
        .press("t")
        .wait(1.0)
        .press("t")
        .wait(4.5)
        .press("t");
    lifter.wait(160.0);
    assert_eq!(lifter.app.mode(), Mode::Practice);
    lifter.wait(10.0);
    let felt = felt(&lifter);
    assert_eq!(felt.part, Part::Cued);
    let lowerings = felt
        .timing
        .phases
        .iter()
        .filter(|phase| phase.kind == SegmentKind::Lower);
    let nominal: Vec<u128> = lowerings
        .map(|phase| phase.lengths.nominal.as_millis())
        .collect();
    assert_eq!(nominal, [4_000, 4_500]);
    assert!(lifter.app.memory.practised.is_empty());
}

#[test]
fn what_has_no_length_is_refused_in_the_list() {
    let mut draft = squat().draft();
    draft.work.pacing = downbeat::training::prescription::Pacing::Tempo("4-0-X-0".parse().unwrap());
    let mut lifter = Lifter::before(vec![Preset::new(draft).unwrap().into()], Memory::default());
    lifter.press("p");
    assert_eq!(lifter.app.screen, Screen::Picker);
    let notice = lifter.app.notice.as_ref().map(|notice| notice.text.clone());
    assert!(notice.is_some_and(|notice| notice.contains("4-0-1-0")));
}

#[test]
fn blind_nothing_on_the_screen_changes_but_by_taps() {
    let mut lifter = blind();
    tap(&mut lifter, &[(4.0, 1.0)]);
    let area = ratatui::layout::Rect::new(0, 0, 80, 24);
    let seen = downbeat::ui::seen(&lifter.app, area);
    // Fifty-three seconds are left: the next change is the end.
    let next = downbeat::ui::next_change(&lifter.app, area, 60).unwrap();
    assert_eq!(next, lifter.clock + Duration::from_secs(53));
    // What would be said of these keys would go away by itself.
    let before = (lifter.app.muted, lifter.app.view);
    lifter.press("m90v");
    assert!(!lifter.app.has_notice());
    assert_eq!((lifter.app.muted, lifter.app.view), before);
    lifter.wait(40.0);
    assert_eq!(downbeat::ui::seen(&lifter.app, area), seen);
}
