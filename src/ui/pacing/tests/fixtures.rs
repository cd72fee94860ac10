//! Pictures to draw: a set in every phase, at the places where the eye would look for faults.

use crate::ui::pacing::{Geometry, Level, Motion, Next, Picture, Side, Tally};
use crate::ui::theme::Tone;
use crate::ui::widgets::keys::Hint;
use ratatui::layout::Rect;

const HINTS: [(&str, &str); 6] = [
    ("Space", "pause"),
    ("n", "skip"),
    ("x", "end set"),
    ("<>", "pace"),
    ("m", "mute"),
    ("?", "more"),
];

type Named = (&'static str, Picture);

/// Every phase in one size. The first four are those of an ordinary rep and the rest after it.
pub(super) fn phases((width, height): (u16, u16)) -> Vec<Named> {
    let steps = Geometry::of(Rect::new(0, 0, width, height));
    let mut phases = ordinary(steps);
    phases.extend(special(steps));
    phases
}

/// Three eighths into the row that a share of the height, in hundredths, ends in.
fn level(steps: Geometry, share: u16) -> Level {
    Level::Flood(steps.level_steps / 8 * share / 100 * 8 + 3)
}

fn done(done: u32, of: u32) -> Tally {
    Tally {
        done,
        under_way: false,
        of: Some(of),
    }
}

fn next_after(done: u32, of: u32) -> Tally {
    Tally {
        done,
        under_way: true,
        of: Some(of),
    }
}

fn phase(tone: Tone, motion: Motion, word: &'static str, digits: &str, level: Level) -> Picture {
    Picture {
        level,
        digits: digits.to_owned(),
        reps: Some(next_after(2, 8)),
        sets: Some(next_after(0, 3)),
        exercise: "Back squat".to_owned(),
        tempo: "4-1-1-0".to_owned(),
        hints: HINTS.map(|(key, does)| Hint { key, does }).to_vec(),
        ..Picture::new(tone, motion, word)
    }
}

fn ordinary(steps: Geometry) -> Vec<Named> {
    let iris = Level::Iris(steps.iris_steps / 10 * 7 + 1);
    let next = |tone, word, motion| Some(Next { tone, word, motion });
    let down = phase(Tone::Down, Motion::Falling, "DOWN", "3", level(steps, 62));
    let hold = Picture {
        next: next(Tone::Up, "UP", Motion::Rising),
        ..phase(Tone::Hold, Motion::Still, "HOLD", "1", iris)
    };
    let up = Picture {
        next: next(Tone::Down, "DOWN", Motion::Falling),
        ..phase(Tone::Up, Motion::Rising, "UP", "1", level(steps, 47))
    };
    let rest = Picture {
        reps: Some(done(8, 8)),
        lines: vec!["Next: set 2 of 3, 8 reps at 4-1-1-0".into()],
        ..phase(Tone::Rest, Motion::Still, "REST", "1:30", level(steps, 70))
    };
    vec![
        ("down", down),
        ("hold, up is next", hold),
        ("up, down is next", up),
        ("rest", rest),
    ]
}

fn special(steps: Geometry) -> Vec<Named> {
    let lead_in = Picture {
        reps: Some(done(0, 8)),
        lines: vec![
            "Hear ticks? Sound on: Speakers".into(),
            "STARTS DOWN · s starts with the lift".into(),
        ],
        ..phase(Tone::Lead, Motion::Still, "READY", "10", level(steps, 30))
    };
    let explosive = Picture {
        badges: vec!["pausing…".into()],
        notice: Some("Sound lost: the set goes on in silence".to_owned()),
        ..phase(Tone::Up, Motion::Rising, "UP!", "", level(steps, 80))
    };
    let many = Picture {
        side: Some(Side::Left),
        reps: Some(next_after(99, 100)),
        sets: Some(next_after(9, 10)),
        exercise: "Single-arm lat pulldown with a name that is far too long for any header"
            .to_owned(),
        ..phase(Tone::Down, Motion::Rising, "RETURN", "12", level(steps, 33))
    };
    let long_rest = phase(
        Tone::Rest,
        Motion::Still,
        "REST",
        "10:00",
        Level::Flood(steps.level_steps),
    );
    let paused = Picture {
        side: Some(Side::Right),
        badges: vec!["PAUSED".into(), "MUTED".into()],
        ..phase(Tone::Reset, Motion::Still, "SWITCH", "5", level(steps, 50))
    };
    vec![
        ("lead-in", lead_in),
        ("explosive, pausing", explosive),
        ("inverted, many", many),
        ("long rest", long_rest),
        ("between sides, paused", paused),
    ]
}
