//! `downbeat practise` where nobody can see it: what is refused, and with which exit code.

use super::{Home, run};

#[test]
fn what_cannot_be_practised_is_refused_before_anything_begins() {
    for (arguments, code, hint) in [
        (
            &["practise", "4-0-X-0"][..],
            1,
            "such as `downbeat practise 4-0-1-0`",
        ),
        (&["practise", "0-0-4-0"], 1, "no lowering"),
        (
            &["practise", "4-0-1-0", "--ladder", "4s"],
            1,
            "longer --ladder",
        ),
        (
            &["practise", "30-0-10-0", "--for", "90s"],
            1,
            "at least --for 4:00",
        ),
        (&["practise", "hold 3x45s"], 1, "no rep at a tempo"),
        (&["practise", "no-such-preset"], 1, "downbeat list"),
        (
            &["practise", "4-0-1-0", "--for", "10s"],
            2,
            "from 1:30 to 15:00",
        ),
        (&["practise", "4-0-1-0", "--for", "soon"], 2, "write"),
        (&["practise", "4-0-1-0", "--step", "1s"], 2, "--ladder"),
        (&["practise", "4-0-1-0", "--ladder", "0"], 2, "0.1 to 120"),
        (
            &["practise", "4-0-1-0", "--ladder", "6", "--each", "day"],
            2,
            "\"rep\"",
        ),
        (&["practise"], 2, "PRESET|TEMPO"),
    ] {
        let error = run(arguments).failed(code);
        assert!(error.contains(hint), "{arguments:?}: {error}");
    }
}

#[test]
fn without_a_terminal_it_says_where_it_can_be_done() {
    let home = Home::new();
    for arguments in [
        &["practise", "4-0-1-0"][..],
        &["practice", "eccentric-4-1", "--for", "90s", "--json"],
        &[
            "practise", "3-0-1-0", "--ladder", "6s", "--step", "1s", "--each", "set",
        ],
    ] {
        let error = home.run(arguments).failed(2);
        assert!(error.contains("at a terminal"), "{arguments:?}: {error}");
        assert_eq!(error.lines().count(), 1);
    }
    assert_eq!(std::fs::read_dir(home.folder.path()).unwrap().count(), 0);
}
