//! Manners at the terminal, row by row, with a small interface that misbehaves on request (see [`role`]).

mod role;
mod shell;

use std::process::{Command, Stdio};

use rustix::process::Signal;

use crate::pty::{DEADLINE, Person};

/// Starts the interface, waits for its first picture, and does something to it.
fn after(act: impl FnOnce(&mut Person)) -> Person {
    let mut person = role::launch().start();
    person.wait_for("READY");
    act(&mut person);
    person
}

#[track_caller]
fn ends_restored(mut person: Person, code: u32) -> Person {
    assert_eq!(person.exit_code(), code, "{}", person.screen());
    assert_eq!(person.state(), person.before());
    // Nothing was drawn on the screen that was given back.
    assert!(!person.screen().contains("FRAME"), "{}", person.screen());
    person
}

/// Looks until so many more frames were drawn.
#[track_caller]
fn picture_goes_on(person: &mut Person) {
    let seen = role::frames(&person.screen());
    person.wait_until("more frames", |screen| role::frames(screen) > seen + 20);
}

#[test]
fn the_interface_has_a_screen_of_its_own_without_cursor_and_wrap() {
    let mut person = after(|_| {});
    let during = person.state();
    assert_ne!(during, person.before());
    assert!(during.is_taken_over(), "{during:?}");
}

#[test]
fn quitting_restores_the_terminal() {
    ends_restored(after(|person| person.keys("q")), 0);
}

#[test]
fn an_error_is_readable_on_the_restored_terminal() {
    let person = ends_restored(after(|person| person.keys("e")), 1);
    assert!(
        person.screen().contains("error: it could not go on"),
        "{}",
        person.screen()
    );
}

#[test]
fn a_panic_in_the_interface_is_readable_on_the_restored_terminal() {
    let person = ends_restored(after(|person| person.keys("p")), 1);
    assert!(
        person.screen().contains("a bug in the interface"),
        "{}",
        person.screen()
    );
}

#[test]
fn a_panic_in_any_other_thread_ends_the_interface_readably() {
    let person = ends_restored(after(|person| person.keys("t")), 1);
    assert!(
        person.screen().contains("a bug in a worker"),
        "{}",
        person.screen()
    );
}

#[test]
fn a_signal_ends_the_interface_with_its_exit_code() {
    for (signal, code) in [
        (Signal::HUP, 129),
        (Signal::INT, 130),
        (Signal::QUIT, 131),
        (Signal::TERM, 143),
    ] {
        ends_restored(after(|person| person.signal(signal)), code);
    }
}

#[test]
fn the_keys_that_mean_signals_act_like_them() {
    for (key, code) in [("\x03", 130), ("\x1c", 131)] {
        ends_restored(after(|person| person.keys(key)), code);
    }
}

#[test]
fn a_signal_ends_even_an_interface_that_hangs() {
    let hung = after(|person| {
        person.keys("h");
        person.wait_for("HANGS");
        person.signal(Signal::TERM);
    });
    ends_restored(hung, 143);
}

#[test]
fn a_second_signal_ends_a_hung_interface_with_its_own_code() {
    let hung = after(|person| {
        person.keys("h");
        person.wait_for("HANGS");
        person.signal(Signal::TERM);
        person.signal(Signal::INT);
    });
    let mut person = hung;
    let code = person.exit_code();
    assert!([143, 130].contains(&code), "{code}");
    assert_eq!(person.state(), person.before());
}

#[test]
fn a_signal_ends_the_program_on_a_terminal_that_takes_no_bytes() {
    let mut person = after(|person| {
        person.keys("f");
        person.signal(Signal::TERM);
    });
    assert_eq!(person.exit_code_without_looking(), 143);
}

#[test]
fn a_job_that_nobody_could_bring_back_is_not_stopped() {
    let mut person = after(|person| person.keys("\x1a"));
    picture_goes_on(&mut person);
    person.signal(Signal::TSTP);
    picture_goes_on(&mut person);
    person.keys("q");
    ends_restored(person, 0);
}

#[test]
fn a_terminal_that_vanishes_ends_the_program() {
    let code = after(|_| {}).pull_the_plug();
    // The hang-up comes as a signal and as the end of the input; either may be first.
    assert!([1, 129].contains(&code), "{code}");
}

#[test]
fn a_terminal_that_vanishes_in_the_middle_of_a_key_ends_the_program() {
    for half in ["\x1b", "\x1b[", "\x1b[200~paste"] {
        let code = after(|person| person.keys(half)).pull_the_plug();
        assert!([1, 129].contains(&code), "{code}");
    }
}

#[test]
fn half_a_key_never_stops_the_picture_and_is_forgotten() {
    let halves: [&[u8]; 6] = [
        b"\x1b[",
        b"\x1bO",
        b"\xe8\xb9",
        b"\x1b[<0;10",
        b"\x1b]52;c;",
        b"\x1b[200~unterminated",
    ];
    let mut person = after(|_| {});
    for half in halves {
        person.bytes(half);
        picture_goes_on(&mut person);
        if half.starts_with(b"\x1b[200~") {
            person.wait_for("PASTE 12");
        }
        person.keys("n");
        person.wait_for("KEY n");
        person.keys("m");
        person.wait_for("KEY m");
    }
    person.keys("q");
    ends_restored(person, 0);
}

#[test]
fn keys_hammered_behind_half_a_sequence_get_through() {
    let mut person = after(|person| person.keys("\x1b]"));
    while !person.screen().contains("KEY n") {
        person.keys("n");
        assert!(person.look(DEADLINE));
    }
}

#[test]
fn a_pasted_q_does_not_quit() {
    let mut person = after(|person| person.keys("\x1b[200~q\rq\x03\x1b[201~"));
    person.wait_for("PASTE 4");
    picture_goes_on(&mut person);
}

#[test]
fn no_key_is_lost_when_thousands_come_at_once() {
    let mut person = after(|person| person.keys(&"a".repeat(3000)));
    person.keys("b");
    person.wait_for("KEY b");
}

#[test]
fn a_storm_of_sizes_ends_in_the_last_one() {
    let mut person = after(|_| {});
    for step in 0_u16..200 {
        person.resize(1 + step * 97 % 500, 1 + step * 31 % 150);
    }
    person.resize(80, 24);
    person.wait_for("SIZE 80x24");
    picture_goes_on(&mut person);
    person.keys("q");
    ends_restored(person, 0);
}

#[test]
fn no_size_is_too_small() {
    for (columns, rows, seen) in [(0, 0, ""), (1, 1, "R"), (2, 1, "RE"), (1, 9, "R")] {
        let mut person = role::launch().size(columns, rows).start();
        person.wait_until("a picture", |screen| screen.contains(seen));
        person.keys("q");
        assert_eq!(person.exit_code(), 0, "{columns}x{rows}");
        assert_eq!(person.state(), person.before());
    }
}

#[test]
fn a_terminal_that_does_not_know_its_size_is_taken_for_80x24() {
    let mut person = role::launch().size(0, 0).start();
    // Its screen is one cell; what was written tells.
    person.until_written("80x24", |_| {});
}

#[test]
fn a_dumb_terminal_is_refused_and_left_alone() {
    let mut person = role::launch().env("TERM", "dumb").start();
    assert_eq!(person.exit_code(), 1);
    assert!(
        person.screen().contains("TERM=dumb") && person.screen().contains("--plain"),
        "{}",
        person.screen()
    );
    assert_eq!(person.state(), person.before());
    assert!(!person.log().contains(&b'['), "{:?}", person.log());
}

#[test]
fn without_a_terminal_there_is_a_sentence_instead_of_an_interface() {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(role::ARGUMENTS).env(role::SWITCH, "1");
    let output = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(!output.stdout.contains(&0x1b));
    assert!(String::from_utf8_lossy(&output.stderr).contains("standard output is not a terminal"));
}

#[test]
fn a_picture_that_does_not_change_costs_no_byte() {
    let mut person = after(|person| person.keys("s"));
    person.wait_for("STILL");
    person.state();
    let written = person.log().len();
    // A key that is heard but changes nothing: when the second is answered, the first was drawn.
    person.keys("ss");
    person.keys("q");
    assert_eq!(person.exit_code(), 0);
    let farewell = person.log().get(written..).unwrap();
    assert!(
        !String::from_utf8_lossy(farewell).contains("STILL"),
        "{:?}",
        String::from_utf8_lossy(farewell)
    );
}
