//! What feeling four seconds looks like, and what taps look like at the end of a set.

use super::{DAY, Lifter, PLAIN, drawn, rows};
use downbeat::app::App;
use downbeat::ui::theme::{Glyphs, Theme};
use downbeat::ui::widgets::big::Rasters;
use insta::assert_snapshot;

const ASCII: Theme = Theme {
    glyphs: Glyphs::Ascii,
    ..PLAIN
};

/// Tries, in seconds, from the beginning.
fn felt(tries: &[f64]) -> Lifter {
    let mut lifter = Lifter::seasoned();
    lifter.press("4");
    for length in tries {
        lifter.wait(0.7).press(" ").wait(*length).press(" ");
    }
    lifter
}

fn states() -> Vec<(&'static str, App)> {
    let five = [3.8, 4.1, 3.6, 4.9, 4.0];
    let (mut feeling, mut again) = (felt(&five[..2]), felt(&five));
    feeling.press(" ");
    again.press(" ");
    for length in [4.2, 4.1, 3.9, 4.3, 3.2] {
        again.press(" ").wait(length).press(" ");
    }
    let mut fresh = felt(&five);
    fresh.press(" ");
    [
        ("before the first", felt(&[])),
        ("feeling", feeling),
        ("after the second", felt(&five[..2])),
        ("a slip", felt(&[3.8, 0.2])),
        ("a try that was left", felt(&[31.0])),
        ("all five", felt(&five)),
        ("once more", fresh),
        ("beside the five before", again),
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
fn four_seconds_at_every_size() {
    for size in [(20, 6), (40, 12), (80, 24)] {
        let name = format!("four_{}x{}", size.0, size.1);
        assert_snapshot!(name, album(&states(), DAY, size));
    }
    assert_snapshot!("four_200x60", album(&states()[5..6], DAY, (200, 60)));
    assert_snapshot!("four_ascii", album(&states(), ASCII, (80, 24)));
}

/// A session with taps at both ends of some phases.
fn tapped() -> App {
    let mut lifter = Lifter::seasoned();
    lifter.press(" ").wait(10.08);
    for rep in [3.6, 3.9, 4.2, 4.4, 3.5, 3.7, 4.0] {
        lifter.press("t").wait(rep).press("t").wait(5.0 - rep);
    }
    lifter.press("t").press("qq");
    lifter.app
}

#[test]
fn the_summary_of_a_set_with_taps() {
    let states = [("with taps", tapped())];
    for size in [(20, 6), (40, 12), (80, 24), (200, 60)] {
        let name = format!("taps_{}x{}", size.0, size.1);
        assert_snapshot!(name, album(&states, DAY, size));
    }
    assert_snapshot!("taps_ascii", album(&states, ASCII, (80, 24)));
}

#[test]
fn every_line_of_the_result_is_on_the_screen_whole() {
    for (name, app) in states() {
        let wanted: &[&str] = match name {
            "before the first" => &["PRESS", "Press", "Space"],
            "feeling" => &["… feel four seconds …"],
            "after the second" => &["4.1 s · 0.1 late"],
            "all five" => &["4.08 ± 0.50"],
            _ => continue,
        };
        for size in [(20, 6), (40, 12), (80, 24), (200, 60)] {
            let text = rows(&drawn(&app, DAY, &mut Rasters::new(), size)).join(" ");
            let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
            let said = wanted.iter().any(|words| text.contains(words));
            // The smallest screen has no room for the digits of everything.
            assert!(said || size.0 < 40, "{name} at {size:?}: {text}");
        }
    }
}
