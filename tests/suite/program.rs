//! The real program in a real terminal, as a person has it.

use std::ffi::OsString;

use rustix::process::Signal;

use crate::pty::{Launch, Person};

/// What the tests look for on the screen, in one place.
struct Words {
    set_is_on: &'static str,
    paused: &'static str,
    asks_before_leaving: &'static str,
    muted: &'static str,
}

const WORDS: Words = Words {
    set_is_on: "REP",
    paused: "PAUSED",
    asks_before_leaving: "q again",
    muted: "MUTED",
};

/// In mid-set after a moment, with nothing left to ask.
const SET: [&str; 8] = [
    "start",
    "4-0-1-0",
    "--sets",
    "3",
    "--reps",
    "8",
    "--lead-in",
    "1s",
];

fn pacing() -> Person {
    on(Launch::downbeat(SET))
}

fn on(launch: Launch) -> Person {
    let mut person = launch.start();
    person.wait_for(WORDS.set_is_on);
    person
}

#[track_caller]
fn ends_restored(mut person: Person, code: u32) -> Person {
    assert_eq!(person.exit_code(), code, "{}", person.screen());
    assert_eq!(person.state(), person.before());
    person
}

#[track_caller]
fn leaves(mut person: Person) -> Person {
    // In mid-set it asks once and sums up what was done; in the lead-in it is gone after the first.
    person.keys("qqq");
    ends_restored(person, 0)
}

/// Looks until so many more writes have come: the picture moves.
#[track_caller]
fn picture_goes_on(person: &mut Person) {
    for _ in 0..10 {
        assert!(
            person.look(crate::pty::DEADLINE),
            "nothing moves on the screen:\n{}",
            person.screen()
        );
    }
}

#[test]
fn it_takes_the_terminal_and_gives_it_back() {
    let mut person = pacing();
    assert!(person.state().is_taken_over());
    leaves(person);
}

#[test]
fn leaving_in_mid_set_is_asked_once() {
    let mut person = pacing();
    person.wait_for("1/8");
    person.keys("q");
    person.wait_for(WORDS.asks_before_leaving);
    leaves(person);
}

#[test]
fn a_signal_ends_it_with_the_exit_code_of_the_signal() {
    for (signal, code) in [
        (Signal::HUP, 129),
        (Signal::INT, 130),
        (Signal::QUIT, 131),
        (Signal::TERM, 143),
    ] {
        let person = pacing();
        person.signal(signal);
        ends_restored(person, code);
    }
}

#[test]
fn the_interrupt_key_is_the_interrupt_signal() {
    let mut person = pacing();
    person.keys("\x03");
    ends_restored(person, 130);
}

#[test]
fn the_suspend_key_pauses_the_set_even_where_the_job_cannot_be_stopped() {
    let mut person = pacing();
    person.keys("\x1a");
    person.wait_for(WORDS.paused);
    assert!(person.state().is_taken_over());
    leaves(person);
}

#[test]
fn as_a_job_of_a_shell_it_stops_and_comes_back_paused() {
    const PROMPT: &str = "READY-TO-TYPE>";
    let arguments = [OsString::from("-i")];
    let shell = Launch::program("/bin/sh", arguments).env("PS1", PROMPT);
    let mut person = shell
        .env("DOWNBEAT", env!("CARGO_BIN_EXE_downbeat"))
        .start();
    person.wait_for(PROMPT);
    person.keys(&format!("$DOWNBEAT --mute {}\r", SET.join(" ")));
    person.wait_for(WORDS.set_is_on);
    person.until_written(PROMPT, |person| person.keys("\x1a"));
    assert!(
        !person.screen().contains(WORDS.set_is_on),
        "{}",
        person.screen()
    );
    assert_eq!(person.state(), person.before());
    person.keys("fg\r");
    person.wait_for(WORDS.paused);
    assert!(person.state().is_taken_over());
    person.until_written(PROMPT, |person| person.keys("qqq"));
    assert_eq!(person.state(), person.before());
}

#[test]
fn a_terminal_that_vanishes_ends_it() {
    let code = pacing().pull_the_plug();
    assert!([1, 129].contains(&code), "{code}");
}

#[test]
fn half_a_key_never_stops_the_picture() {
    let halves: [&[u8]; 6] = [
        b"\x1b[",
        b"\x1bO",
        b"\xe8\xb9",
        b"\x1b[<0;10",
        b"\x1b]52;c;",
        b"\x1b[200~unterminated",
    ];
    let mut person = pacing();
    person.wait_for(WORDS.muted);
    for half in halves {
        person.bytes(half);
        picture_goes_on(&mut person);
    }
    person.press_until(" ", WORDS.paused);
    leaves(person);
}

#[test]
fn a_pasted_q_does_not_quit() {
    let mut person = pacing();
    person.keys("\x1b[200~qq\rq\x1b[201~");
    picture_goes_on(&mut person);
    assert!(
        !person.screen().contains(WORDS.asks_before_leaving),
        "{}",
        person.screen()
    );
    leaves(person);
}

#[test]
fn a_storm_of_sizes_leaves_a_whole_picture() {
    let mut person = pacing();
    for step in 0_u16..200 {
        person.resize(1 + step * 97 % 500, 1 + step * 31 % 150);
    }
    person.resize(80, 24);
    person.wait_for(WORDS.set_is_on);
    leaves(person);
}

#[test]
fn it_paces_at_any_size() {
    for (columns, rows) in [(0, 0), (1, 1), (3, 2), (20, 6), (200, 60), (500, 150)] {
        let mut person = Launch::downbeat(SET).size(columns, rows).start();
        picture_goes_on(&mut person);
        leaves(person);
    }
}

#[test]
fn while_paused_nothing_is_written() {
    let mut person = pacing();
    person.keys(" ");
    person.wait_for(WORDS.paused);
    person.state();
    assert!(
        !person.look(std::time::Duration::from_millis(400)),
        "{:?}",
        person.screen()
    );
    leaves(person);
}

#[test]
fn a_dumb_terminal_is_refused_and_left_alone() {
    let mut person = Launch::downbeat(SET).env("TERM", "dumb").start();
    assert_eq!(person.exit_code(), 1);
    assert!(person.screen().contains("--plain"), "{}", person.screen());
    assert_eq!(person.state(), person.before());
}

#[test]
fn without_colours_none_is_sent() {
    let mut person = on(Launch::downbeat(SET).env("NO_COLOR", "1"));
    picture_goes_on(&mut person);
    let log = String::from_utf8_lossy(person.log()).into_owned();
    assert_eq!(crate::lean::colour_in(&log), None);
    leaves(person);
}

#[test]
fn a_name_with_escape_sequences_is_shown_and_not_obeyed() {
    let config = r#"
        [[preset]]
        id = "evil"
        name = "\u001b]0;owned\u0007\u001b[2Jname"
        tempo = "4-0-1-0"
    "#;
    let launch =
        Launch::downbeat(["start", "evil", "--sets", "1", "--lead-in", "1s"]).config(config);
    let mut person = on(launch);
    picture_goes_on(&mut person);
    let log = person.log();
    assert!(
        !log.windows(8).any(|window| window == b"\x1b]0;owne"),
        "{}",
        person.screen()
    );
    leaves(person);
}

#[test]
fn a_workout_that_was_killed_in_mid_set_is_offered_again() {
    let config = "[[preset]]\nid = \"quick\"\nname = \"Quick one\"\ntempo = \"1-0-1-0\"\nsets = 3\nreps = 9\nlead_in = 1\nrest = 60\n";
    let mut person = Launch::downbeat(["start", "quick"]).config(config).start();
    // The full dose, or else there would be two sets.
    person.wait_for("New");
    person.keys("3");
    person.wait_for("REP 2/9");
    person.keys("x");
    person.wait_for("Next: set 2");
    person.keys("n");
    person.wait_for("REP 1/9   SET 2/3");
    let home = person.kill();

    let mut person = Launch::downbeat_at(home, [""; 0]).start();
    person.wait_for("Resume Quick one: set 2?");
    person.keys("\r");
    person.wait_for("SET 2/3");
    let home = person.kill();

    let mut person = Launch::downbeat_at(home, [""; 0]).start();
    person.wait_for("Resume Quick one: set 2?");
    person.keys("j");
    person.wait_until("no offer", |screen| !screen.contains("Resume"));
    let home = person.kill();

    let mut person = Launch::downbeat_at(home, [""; 0]).start();
    person.wait_for("Quick one");
    assert!(!person.screen().contains("Resume"), "{}", person.screen());
    person.keys("q");
    ends_restored(person, 0);
}
