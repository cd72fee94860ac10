//! The editor: what it looks like at every size, and that no value of it is cut.

mod any;

use super::states::{draft, preset};
use super::{DAY, Lifter, PLAIN, SIZES, drawn, rows};
use downbeat::app::App;
use downbeat::app::picker::Entry;
use downbeat::training::memory::Memory;
use downbeat::training::preset::{Preset, Side, Sides};
use downbeat::training::routine::Origin;
use downbeat::ui::theme::{Glyphs, Theme};
use downbeat::ui::widgets::big::Rasters;
use insta::assert_snapshot;

/// One's own.
fn own(preset: Preset) -> Entry {
    Entry {
        origin: Origin::Own,
        ..preset.into()
    }
}

fn sided() -> Preset {
    let mut draft = draft("Slow row, each arm", "Bent-over row", "3-0-1-1", 3, 10);
    draft.sides = Sides::Each(Side::Right);
    "24 kg".clone_into(&mut draft.load);
    preset(draft)
}

fn after(entry: Entry, keys: &str) -> App {
    let memory = Memory {
        introduced: true,
        ..Memory::default()
    };
    let mut lifter = Lifter::before(vec![entry], memory);
    lifter.press(keys);
    lifter.app
}

/// States worth looking at.
fn states() -> Vec<(&'static str, App)> {
    [
        ("its own preset", "e"),
        ("a copy, the name open", "c"),
        ("a tempo that is none", "e4-0⎋"),
        ("a phase", "e↓↓↓+"),
        (
            "a ladder in the line",
            "e↑↑3x8/side @4010>3010>2010 rest 90⏎",
        ),
        ("an exercise, half written", "e↑↑↑⌃a⌦⌦⌦⌦⌦⌦⌦⌦⌦⌦⌦⌦⌦nord"),
        ("changes, and somebody leaves", "e+⎋"),
        ("a new routine", "NWhole body⏎row⏎row⏎"),
    ]
    .map(|(name, keys)| (name, after(own(sided()), keys)))
    .to_vec()
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
fn the_editor_at_every_size() {
    for size in SIZES {
        let states = states();
        let count = if size.0 > 100 { 2 } else { states.len() };
        let pages: String = states
            .iter()
            .take(count)
            .map(|(name, app)| page(name, app, DAY, size))
            .collect();
        assert_snapshot!(format!("editor_{}x{}", size.0, size.1), pages);
    }
}

#[test]
fn the_editor_in_ascii_without_colours() {
    let theme = Theme {
        glyphs: Glyphs::Ascii,
        ..PLAIN
    };
    let pages: String = states()
        .iter()
        .map(|(name, app)| page(name, app, theme, (80, 24)))
        .collect();
    assert!(pages.is_ascii(), "{pages}");
    assert_snapshot!("editor_ascii", pages);
}
