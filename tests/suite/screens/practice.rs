//! What practice looks like: its door, cues that fade, the blind part, and what was felt.

use super::{DAY, Lifter, PLAIN, drawn, rows};
use downbeat::app::App;
use downbeat::ui::theme::{Depth, Glyphs, Theme};
use downbeat::ui::widgets::big::Rasters;
use insta::assert_snapshot;
use ratatui::style::Color;

const ASCII: Theme = Theme {
    glyphs: Glyphs::Ascii,
    ..PLAIN
};
/// From the key that begins to the beginning of the blind part.
const BLIND: f64 = 130.08;

fn begun(seconds: f64) -> Lifter {
    let mut lifter = Lifter::seasoned();
    lifter.app.today = jiff::civil::date(2026, 11, 12);
    lifter.press("p").press(" ").wait(seconds);
    lifter
}

/// Taps reps of these lowerings, each with a lift of a second and a bit.
fn tap(lifter: &mut Lifter, lowerings: &[f64]) {
    lifter.wait(1.3).press(" ");
    for lower in lowerings {
        lifter.wait(*lower).press(" ").wait(1.1).press(" ");
    }
}

fn felt() -> Lifter {
    let mut lifter = begun(BLIND);
    tap(&mut lifter, &[3.4, 3.1, 3.7, 3.3, 4.2]);
    lifter.wait(60.0);
    lifter
}

fn states() -> Vec<(&'static str, App)> {
    let mut door = Lifter::seasoned();
    door.press("p");
    let mut ladder = Lifter::seasoned();
    ladder.press("pll");
    let mut blind = begun(BLIND);
    tap(&mut blind, &[3.4, 3.1]);
    let mut paused = begun(100.0);
    paused.press(" ").wait(1.0);
    let mut again = felt();
    again.app.today = jiff::civil::date(2026, 11, 13);
    again.wait(4.0).press("⏎").wait(BLIND);
    tap(&mut again, &[3.8, 4.1, 3.9]);
    again.press("q");
    let mut few = begun(BLIND);
    few.press(" ").wait(60.0);
    let mut door_again = felt();
    door_again.press("qp");
    [
        ("the door", door),
        ("the door to a ladder", ladder),
        ("the door the second time", door_again),
        ("the lead-in", begun(3.0)),
        ("fading", begun(106.0)),
        ("paused while they fade", paused),
        ("blind, before the first tap", begun(BLIND)),
        ("blind", blind),
        ("too few taps", few),
        ("felt", felt()),
        ("felt again", again),
    ]
    .map(|(name, lifter)| (name, lifter.app))
    .to_vec()
}

fn album(states: &[(&str, App)], theme: Theme, size: (u16, u16)) -> String {
    let page = |(name, app): &(&str, App)| {
        let rows = rows(&drawn(app, theme, &mut Rasters::new(), size));
        format!("{name}\n|{}|\n", rows.join("|\n|"))
    };
    states.iter().map(page).collect()
}

#[test]
fn practice_at_every_size() {
    for size in [(20, 6), (40, 12), (80, 24)] {
        let name = format!("practice_{}x{}", size.0, size.1);
        assert_snapshot!(name, album(&states(), DAY, size));
    }
    assert_snapshot!("practice_200x60", album(&states()[7..], DAY, (200, 60)));
}

#[test]
fn where_nothing_can_fade_there_is_less_and_less_to_see() {
    let states = [74.0, 92.0, 107.0, 122.0].map(|seconds| ("fading", begun(seconds).app));
    assert_snapshot!("practice_plain", album(&states, PLAIN, (80, 24)));
    assert_snapshot!("practice_ascii", album(&states, ASCII, (40, 12)));
}

/// How far the brightest cell above the keys is from the ground of the page.
fn brightest(app: &App, theme: Theme) -> u32 {
    let buffer = drawn(app, theme, &mut Rasters::new(), (80, 24));
    let off = |colour: Color| match colour {
        Color::Rgb(r, g, b) => {
            u32::from(r.abs_diff(10)) + u32::from(g.abs_diff(13)) + u32::from(b.abs_diff(17))
        }
        other => panic!("{other:?}"),
    };
    let cells = buffer.content().iter().take(80 * 23);
    cells.map(|cell| off(cell.bg)).max().unwrap_or(0)
}

#[test]
fn the_picture_fades_evenly_into_the_page() {
    let off: Vec<u32> = [69.0, 82.5, 97.5, 112.5, 127.5]
        .into_iter()
        .map(|seconds| brightest(&begun(seconds).app, DAY))
        .collect();
    assert!(off.windows(2).all(|pair| pair[0] > pair[1]), "{off:?}");
    assert!(off[4] < 80, "{off:?}");
    // Blind there is the page, and letters on it: at its edge none.
    let blind = drawn(&begun(BLIND).app, DAY, &mut Rasters::new(), (80, 24));
    let mut edge = blind.content().iter().step_by(80);
    assert!(edge.all(|cell| cell.bg == Color::Rgb(10, 13, 17)));
}

#[test]
fn with_256_colours_it_fades_too() {
    let theme = Theme {
        depth: Depth::Ansi256,
        ..DAY
    };
    let indexed = |seconds: f64| {
        let buffer = drawn(&begun(seconds).app, theme, &mut Rasters::new(), (80, 24));
        buffer
            .content()
            .iter()
            .map(|cell| cell.bg)
            .collect::<Vec<_>>()
    };
    let (before, after) = (indexed(67.0), indexed(117.0));
    assert_ne!(before, after);
    assert!(
        after
            .iter()
            .all(|colour| matches!(colour, Color::Indexed(16..)))
    );
}

#[test]
fn what_to_do_is_on_every_screen() {
    for (name, app) in states() {
        let wanted: &[&str] = match name {
            "the door" => &["4-0-1-0", "4−0−1−0", "every turn-around"],
            "blind" => &["blind: tap at every turn-around"],
            "too few taps" => &["press Space at every turn-around"],
            "felt" => &["your four seconds were 3.5", "4 s: 3.5"],
            _ => continue,
        };
        for size in [(40, 12), (80, 24), (200, 60)] {
            let text = rows(&drawn(&app, DAY, &mut Rasters::new(), size)).join(" ");
            let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
            let said = wanted.iter().any(|words| text.contains(words));
            assert!(said, "{name} at {size:?}: {text}");
        }
    }
}
