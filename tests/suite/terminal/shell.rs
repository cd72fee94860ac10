//! The same interface as a job of an interactive shell: stopped, continued, and stopped from outside.

use rustix::process::{Pid, Signal, kill_process};

use super::role;
use crate::pty::{Launch, Person};

const PROMPT: &str = "READY-TO-TYPE>";

/// A shell with the interface started from it.
fn with_interface() -> Person {
    let mut person =
        role::in_shell(Launch::program("/bin/sh", ["-i".into()]).env("PS1", PROMPT)).start();
    person.wait_for(PROMPT);
    person.keys(&format!("{}\r", role::SHELL_LINE));
    person.wait_for("FRAME");
    person
}

/// Acts, and looks until the shell prompts again, on its own screen and with its own settings.
fn goes_back_to_shell(person: &mut Person, act: impl FnOnce(&mut Person)) {
    person.until_written(PROMPT, act);
    assert!(!person.screen().contains("FRAME"), "{}", person.screen());
    assert_eq!(person.state(), person.before());
}

fn comes_back(person: &mut Person) {
    person.keys("fg\r");
    person.wait_until("the picture alone", |screen| {
        screen.contains("FRAME") && !screen.contains(PROMPT)
    });
    assert!(person.state().is_taken_over());
    person.keys("x");
    person.wait_for("KEY x");
}

fn quits_to_shell(mut person: Person) {
    goes_back_to_shell(&mut person, |person| person.keys("q"));
    person.keys("exit 7\r");
    assert_eq!(person.exit_code(), 7);
}

fn send(person: &Person, signal: Signal) {
    let id = role::id(&person.screen());
    kill_process(Pid::from_raw(id).unwrap(), signal).unwrap();
}

#[test]
fn the_suspend_key_gives_the_shell_its_terminal_and_fg_brings_the_picture_back() {
    let mut person = with_interface();
    for _ in 0..2 {
        goes_back_to_shell(&mut person, |person| person.keys("\x1a"));
        comes_back(&mut person);
    }
    quits_to_shell(person);
}

#[test]
fn the_stop_signal_does_the_same() {
    let mut person = with_interface();
    goes_back_to_shell(&mut person, |person| send(person, Signal::TSTP));
    comes_back(&mut person);
    quits_to_shell(person);
}

#[test]
fn after_a_stop_that_cannot_be_caught_the_terminal_is_taken_over_again() {
    let mut person = with_interface();
    // The picture stays where it is, but the shell is there, with the settings that it finds.
    person.until_written(PROMPT, |person| send(person, Signal::STOP));
    // This one neither echoes nor knows Return as the end of a line, until it is told to.
    person.until_written(PROMPT, |person| person.keys("stty sane\n"));
    comes_back(&mut person);
    quits_to_shell(person);
}
