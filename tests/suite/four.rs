//! Four seconds felt at the real program in a real pseudo-terminal: what it says against what the hand did.
//!
//! A press is read at some instant between the write of its byte and the answer on the screen; how long that takes on a busy
//! machine is nobody's business here, so each length has to lie between the shortest and the longest that this leaves.

use std::time::{Duration, Instant};

use crate::pty::{Launch, Person};

/// Between what instants a press was read.
struct Pressed {
    written: Instant,
    answered: Instant,
}

/// Presses, and looks until the answer stands.
#[track_caller]
fn press(person: &mut Person, key: &str, answer: &str) -> Pressed {
    let written = Instant::now();
    person.keys(key);
    person.wait_for(answer);
    Pressed {
        written,
        answered: Instant::now(),
    }
}

/// Looks on until so long after the answer to a press, which is later than when it was read.
fn feel(person: &mut Person, begun: &Pressed, length: Duration) {
    while begun.answered.elapsed() < length {
        person.look(length.saturating_sub(begun.answered.elapsed()));
    }
}

/// Plays tries of these lengths in milliseconds; the shortest and the longest that each can have been, in seconds.
#[track_caller]
fn play(person: &mut Person, lengths: &[u64]) -> Vec<(f64, f64)> {
    person.wait_for("begin");
    let keys = [" ", "\r", "t"].into_iter().cycle();
    let tries = lengths.iter().zip(1..).zip(keys);
    tries
        .map(|((length, number), key)| {
            let begun = press(person, key, "… feel four seconds …");
            feel(person, &begun, Duration::from_millis(*length));
            let over = if number == 5 {
                "My four seconds".to_owned()
            } else {
                format!("{number} of 5")
            };
            let ended = press(person, key, &over);
            let shortest = ended.written.saturating_duration_since(begun.answered);
            let longest = ended.answered.saturating_duration_since(begun.written);
            (shortest.as_secs_f64(), longest.as_secs_f64())
        })
        .collect()
}

/// The five lengths in the last line that begins as the result does.
fn told(screen: &str) -> Vec<f64> {
    let line = screen
        .lines()
        .rfind(|line| line.contains("My four seconds: "));
    let (_, tries) = line.unwrap().split_once("My four seconds: ").unwrap();
    let (tries, _) = tries.split_once(" s").unwrap();
    tries
        .split(" · ")
        .map(|length| length.parse().unwrap())
        .collect()
}

#[test]
fn five_tries_are_what_the_hand_did_and_the_line_is_left_on_the_shell() {
    let mut person = Launch::downbeat(["four"]).start();
    let felt = play(&mut person, &[1_300, 1_100, 1_200, 1_050, 1_400]);
    person.keys("q");
    assert_eq!(person.exit_code(), 0);
    assert_eq!(person.state(), person.before());
    let told = told(&person.screen());
    assert_eq!(told.len(), 5);
    for (told, (shortest, longest)) in told.iter().zip(&felt) {
        // Told to the tenth.
        let held = shortest - 0.051 <= *told && *told <= longest + 0.051;
        assert!(held, "{told} is not between {shortest:.3} and {longest:.3}");
    }
}

#[test]
fn as_json_the_lengths_are_exact() {
    let mut person = Launch::downbeat(["four", "--json"]).size(200, 24).start();
    let felt = play(&mut person, &[1_100, 1_200]);
    person.keys("q");
    assert_eq!(person.exit_code(), 0);
    let screen = person.screen();
    let line = screen.lines().find(|line| line.starts_with('{')).unwrap();
    let value: serde_json::Value = serde_json::from_str(line).unwrap();
    assert_eq!(
        (&value["nominal_s"], &value["count"]),
        (&4.0.into(), &2.into())
    );
    for (told, (shortest, longest)) in value["measured_s"].as_array().unwrap().iter().zip(&felt) {
        let told = told.as_f64().unwrap();
        assert!(
            (*shortest..=*longest).contains(&told),
            "{told}: {shortest} to {longest}"
        );
    }
}

#[test]
fn leaving_at_once_leaves_nothing_on_the_shell() {
    let mut person = Launch::downbeat(["four"]).start();
    person.wait_for("begin");
    person.keys("q");
    assert_eq!(person.exit_code(), 0);
    assert_eq!(person.screen().trim(), "");
}
