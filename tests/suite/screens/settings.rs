//! The settings and the offset: what they look like at every size.

use super::{DAY, Lifter, PLAIN, SIZES, drawn, rows};
use downbeat::app::App;
use downbeat::app::action::Key;
use downbeat::app::message::{Message, SoundReport};
use downbeat::app::settings::ROWS;
use downbeat::ui::theme::{Glyphs, Theme};
use downbeat::ui::widgets::big::Rasters;
use insta::assert_snapshot;
use std::time::Duration;

fn after(keys: &str) -> Lifter {
    let mut lifter = Lifter::seasoned();
    lifter.send(Message::Sound(SoundReport::On("card".to_owned())));
    lifter.press(",").press(keys);
    lifter
}

/// The offset so many milliseconds after the tenth click.
fn late(keys: &str, millis: u64) -> App {
    let mut lifter = after("");
    lifter.key(Key::End).press("⏎").press(keys);
    let heard = Duration::from_millis(80 + 1_000 + 9_000 + millis);
    lifter.wait(heard.as_secs_f64());
    lifter.app
}

fn states() -> Vec<(&'static str, App)> {
    let mut muted = after("↓↓↓↓←←");
    muted.press("m");
    vec![
        ("as it opens", after("").app),
        ("classic, on the voice", after("→↓↓↓↓").app),
        ("softer, muted", muted.app),
        ("an example is heard", after("↓↓↓↓↓↓ ").app),
        ("reps are silent, on the last rep", after("↓↓↓↓↓↓←↓↓↓").app),
        ("the last row", after("↓↓↓↓↓↓↓↓↓↓↓↓↓↓↓↓↓↓←").app),
        ("the offset, at the click", late("", 0)),
        ("the offset, half way", late("↑↑→→", 600)),
        ("the offset, sooner and muted", late("←m", 250)),
    ]
}

fn page(name: &str, app: &App, theme: Theme, size: (u16, u16)) -> String {
    let buffer = drawn(app, theme, &mut Rasters::new(), size);
    let rows: Vec<String> = rows(&buffer)
        .iter()
        .map(|row| format!("|{row}|\n"))
        .collect();
    format!("{name}\n{}\n", rows.concat())
}

#[test]
fn the_settings_at_every_size() {
    for size in SIZES {
        let states = states().into_iter();
        let few = |(index, state)| (size.0 < 100 || index % 6 == 0).then_some(state);
        let pages: String = states
            .enumerate()
            .filter_map(few)
            .map(|(name, app)| page(name, &app, DAY, size))
            .collect();
        assert_snapshot!(format!("settings_{}x{}", size.0, size.1), pages);
    }
}

#[test]
fn the_settings_in_ascii_without_colours() {
    let theme = Theme {
        glyphs: Glyphs::Ascii,
        ..PLAIN
    };
    let pages: String = states()
        .iter()
        .map(|(name, app)| page(name, app, theme, (80, 24)))
        .collect();
    assert!(pages.is_ascii(), "{pages}");
    assert_snapshot!("settings_ascii", pages);
}

#[test]
fn the_row_under_the_cursor_is_in_sight_at_every_size() {
    for size in SIZES {
        let mut lifter = after("");
        for _ in ROWS {
            let shown = rows(&drawn(&lifter.app, DAY, &mut Rasters::new(), size));
            let whole = |row: &String| row.contains('‹') && row.matches('›').count() == 2;
            assert!(shown.iter().any(whole), "{shown:?}");
            lifter.press("↓");
        }
    }
}

#[test]
fn the_needle_meets_its_mark_with_the_click_and_it_flashes_once_a_second() {
    for size in SIZES {
        let lit = |millis| {
            let shown = rows(&drawn(&late("", millis), PLAIN, &mut Rasters::new(), size));
            let cells = shown.iter().flat_map(|row| row.chars());
            cells.filter(|cell| *cell == '█').count()
        };
        let dark = lit(500);
        assert!(lit(0) > dark && lit(119) > dark, "{size:?}");
        for millis in [120, 400, 999] {
            assert_eq!(lit(millis), dark, "{millis} at {size:?}");
        }
    }
}
