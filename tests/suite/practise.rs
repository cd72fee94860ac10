//! Practice at the real program in a real pseudo-terminal: it begins at once, gives the terminal back, and says what was felt.

use crate::pty::{Launch, Person};

fn practising(arguments: &[&str]) -> Person {
    let all = ["practise", "1-0-1-0", "--for", "90s", "--lead-in", "1s"];
    let mut person = Launch::downbeat(all.iter().chain(arguments))
        .size(200, 24)
        .start();
    person.wait_for("1/45");
    person
}

#[test]
fn leaving_says_on_the_shell_what_was_felt_as_json() {
    let mut person = practising(&["--json"]);
    person.keys("t");
    person.wait_for("tap ● 1");
    person.keys("q");
    person.wait_for("Too few taps");
    person.keys("q");
    assert_eq!(person.exit_code(), 0);
    assert_eq!(person.state(), person.before());
    let screen = person.screen();
    let line = screen.lines().find(|line| line.starts_with('{')).unwrap();
    let value: serde_json::Value = serde_json::from_str(line.trim_end()).unwrap();
    assert_eq!(value["tempo"], "1-0-1-0");
    assert_eq!((&value["for_s"], &value["taps"]), (&90.0.into(), &1.into()));
    assert_eq!(
        (&value["part"], &value["previous"]),
        (&"cued".into(), &serde_json::Value::Null)
    );
}

#[test]
fn leaving_with_nothing_tapped_leaves_nothing_on_the_shell() {
    let mut person = practising(&[]);
    person.keys("q");
    assert_eq!(person.exit_code(), 0);
    assert_eq!(person.screen().trim(), "");
}
