//! The terminal's bell in place of sound.

use crate::lifter::{AHEAD, Lifter, squat};
use downbeat::app::Bell;
use downbeat::app::message::{Message, SoundReport};
use downbeat::runtime::ringer::{Ringer, Wanted};
use downbeat::training::prescription::Pacing;
use downbeat::training::preset::{Gate, Preset};
use std::time::Duration;

/// Looks at a set every 20 ms for so long, before each tick, as the loop does; the strokes, in milliseconds.
fn strokes(lifter: &mut Lifter, ringer: &mut Ringer, seconds: u64) -> Vec<u128> {
    let until = lifter.clock + Duration::from_secs(seconds);
    let mut found = Vec::new();
    while lifter.clock < until {
        lifter.clock += Duration::from_millis(20);
        ringer.listen(&lifter.app, lifter.clock);
        found.extend((0..ringer.due(lifter.clock)).map(|_| lifter.clock.as_millis()));
        lifter.send(Message::Tick);
    }
    found
}

/// 3 × 8 at 4-0-1-0 without a sound card, 40 ms before the first rep.
fn before_the_set() -> Lifter {
    let mut lifter = Lifter::seasoned();
    lifter.send(Message::Sound(SoundReport::Off("no sound card".to_owned())));
    lifter.press(" ").wait(10.04);
    lifter
}

/// When the first rep is heard.
const BEGUN: u128 = 15_080;

#[test]
fn without_sound_one_is_lower_two_is_lift_and_three_is_a_rep_that_is_done() {
    let found = strokes(&mut before_the_set(), &mut Ringer::new(Wanted::Instead), 10);
    let found: Vec<u128> = found.iter().map(|at| at - BEGUN).collect();
    // Strokes fall on the next look.
    let expected = [0, 4_000, 4_160, 5_000, 5_160, 5_300, 9_000, 9_160];
    assert_eq!(found, expected);
}

#[test]
fn the_last_rep_is_counted_although_the_summary_is_there() {
    let mut lifter = before_the_set();
    let mut ringer = Ringer::new(Wanted::Instead);
    let found = strokes(&mut lifter, &mut ringer, 400);
    let end = BEGUN + 3 * 40_000 + 2 * 120_000;
    assert_eq!(found[found.len() - 3..], [end, end + 160, end + 300]);
    // For each set one, and for each rep two and three.
    assert_eq!(found.len(), 3 * (1 + 8 * 5));
}

#[test]
fn nothing_rings_where_there_is_sound_where_it_was_muted_and_where_nobody_wants_it() {
    let with = |change: fn(&mut Lifter), wanted| {
        let mut lifter = before_the_set();
        change(&mut lifter);
        strokes(&mut lifter, &mut Ringer::new(wanted), 12)
    };
    let sound = |lifter: &mut Lifter| {
        lifter.send(Message::Sound(SoundReport::On("card".to_owned())));
    };
    let none: [u128; 0] = [];
    assert_eq!(with(sound, Wanted::Instead), none);
    assert_eq!(
        with(|lifter| lifter.app.muted = true, Wanted::Instead),
        none
    );
    assert_eq!(with(|_| {}, Wanted::Never), none);
    let off = |lifter: &mut Lifter| lifter.app.bell = Bell::Off;
    assert_eq!(with(off, Wanted::Instead), none);
}

#[test]
fn nothing_rings_in_a_pause_and_the_next_session_begins_anew() {
    let mut lifter = before_the_set();
    let mut ringer = Ringer::new(Wanted::Instead);
    assert_eq!(strokes(&mut lifter, &mut ringer, 1), [BEGUN]);
    lifter.press(" ");
    assert!(strokes(&mut lifter, &mut ringer, 60).is_empty());
    lifter.press("qq");
    strokes(&mut lifter, &mut ringer, 1);
    lifter.press(" ").wait(10.04);
    let begun = lifter.clock.as_millis() + 40;
    assert_eq!(strokes(&mut lifter, &mut ringer, 1), [begun]);
}

#[test]
fn a_count_that_is_late_is_left_out() {
    let mut lifter = before_the_set();
    let mut ringer = Ringer::new(Wanted::Instead);
    ringer.listen(&lifter.app, lifter.clock);
    lifter.wait(0.5);
    assert!(strokes(&mut lifter, &mut ringer, 2).is_empty());
}

#[test]
fn a_count_that_comes_within_a_second_of_another_is_left_out() {
    let mut draft = squat().draft();
    draft.work.pacing = Pacing::Tempo("0.5-0-0.6-0".parse().unwrap());
    let mut lifter = Lifter::starting(Preset::new(draft).unwrap());
    lifter
        .send(Message::Sound(SoundReport::NotBuilt))
        .wait(10.04);
    let begun = BEGUN;
    let found = strokes(&mut lifter, &mut Ringer::new(Wanted::Instead), 3);
    let found: Vec<u128> = found.iter().map(|at| at - begun).collect();
    assert_eq!(found, [0, 1_100, 1_260, 1_400, 2_200, 2_360, 2_500]);
}

#[test]
fn at_a_gate_the_rep_is_done_and_what_comes_behind_it_begins_when_it_opens() {
    let mut draft = squat().draft();
    draft.work.lockout = Gate::Closed;
    let mut lifter = Lifter::starting(Preset::new(draft).unwrap());
    lifter
        .send(Message::Sound(SoundReport::NotBuilt))
        .wait(14.04);
    let mut ringer = Ringer::new(Wanted::Instead);
    // From 4 s into the first rep on.
    let found = strokes(&mut lifter, &mut ringer, 20);
    let found: Vec<u128> = found.iter().map(|at| at - BEGUN).collect();
    assert_eq!(found, [4_000, 4_160, 5_000, 5_160, 5_300]);
    lifter.press(" ");
    let opened = (lifter.clock + AHEAD).as_millis();
    assert_eq!(strokes(&mut lifter, &mut ringer, 1), [opened]);
}

#[cfg(all(unix, not(feature = "sound")))]
mod in_a_terminal {
    use crate::pty::{DEADLINE, Launch, Person};
    use std::time::Instant;

    const SET: [&str; 8] = [
        "start",
        "2-0-2-0",
        "--sets",
        "1",
        "--reps",
        "8",
        "--lead-in",
        "1s",
    ];

    fn launch() -> Launch {
        Launch::program(env!("CARGO_BIN_EXE_downbeat"), SET.map(Into::into))
    }

    /// The bells in what was written; those of the marks that the terminal itself was given do not ring.
    fn bells(person: &Person) -> usize {
        person.written("\x07") - person.written("mark\x07")
    }

    #[test]
    fn a_program_without_sound_rings_and_draws_on() {
        let mut person = launch().start();
        let begun = Instant::now();
        // One, two, three, and the lift of the second rep.
        while bells(&person) < 8 {
            assert!(begun.elapsed() < DEADLINE, "{}", bells(&person));
            person.look(std::time::Duration::from_millis(20));
        }
        person.wait_for("2/8");
        person.keys("qqq");
        assert_eq!(person.exit_code(), 0);
    }

    #[test]
    fn it_does_not_ring_on_the_far_machine() {
        let mut person = launch()
            .env("SSH_CONNECTION", "10.0.0.1 1 10.0.0.2 22")
            .start();
        person.wait_for("2/8");
        assert_eq!(bells(&person), 0);
        person.keys("qqq");
        assert_eq!(person.exit_code(), 0);
    }
}
