//! The tab for fuel, and where its numbers come from.

use super::{DAY, Lifter, PLAIN, drawn, rows};
use downbeat::app::App;
use downbeat::app::journal::Reply;
use downbeat::app::message::Message;
use downbeat::training::journal::{Diary, Mass, Morning, Unit};
use downbeat::ui::theme::{Glyphs, Theme};
use downbeat::ui::widgets::big::Rasters;
use insta::assert_snapshot;
use jiff::civil::date;

const ASCII: Theme = Theme {
    glyphs: Glyphs::Ascii,
    ..PLAIN
};

/// Somebody on the tab, to whom the journal answered with these mornings of November 2026; today is the 27th.
fn on_the_tab(mornings: &[(i8, Option<&str>, Option<bool>)]) -> Lifter {
    let mut lifter = Lifter::seasoned();
    lifter.app.today = date(2026, 11, 27);
    lifter.press("w");
    let mornings = mornings.iter().map(|(day, weight, protein)| Morning {
        weight: weight.map(|text| Mass::read(text, Unit::Kg).expect("a weight")),
        protein: *protein,
        ..Morning::of(date(2026, 11, *day))
    });
    let diary = Diary {
        mornings: mornings.collect(),
        ..Diary::default()
    };
    lifter.send(Message::Journal(Reply::Diary(Box::new(diary))));
    lifter
}

fn states() -> Vec<(&'static str, App)> {
    let (yes, no) = (Some(true), Some(false));
    let known = || {
        on_the_tab(&[
            (14, Some("80 kg"), yes),
            (15, None, yes),
            (16, None, no),
            (19, None, yes),
            (22, Some("79.5 kg"), yes),
            (26, None, no),
        ])
    };
    let mut ticked = known();
    ticked.press(" ");
    let mut written = known();
    written.press("82");
    let mut refused = known();
    refused.press("8⏎");
    let mut asked = known();
    asked.press("?");
    let asleep = {
        let mut lifter = Lifter::seasoned();
        lifter.press("w");
        lifter
    };
    [
        ("before the journal has answered", asleep),
        ("no weight yet", on_the_tab(&[])),
        ("the last weight stands", known()),
        ("ticked", ticked),
        ("another weight is written", written),
        ("a weight that is none", refused),
        (
            "a weight from elsewhere that nobody has",
            on_the_tab(&[(20, Some("300"), None)]),
        ),
        ("where it comes from", asked),
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
fn fuel_at_every_size() {
    for size in [(20, 6), (40, 12), (80, 24)] {
        let name = format!("fuel_{}x{}", size.0, size.1);
        assert_snapshot!(name, album(&states(), DAY, size));
    }
    assert_snapshot!("fuel_200x60", album(&states()[3..4], DAY, (200, 60)));
    assert_snapshot!("fuel_ascii", album(&states()[2..4], ASCII, (40, 12)));
}

#[test]
fn the_numbers_and_the_tick_are_on_every_screen() {
    for size in [(40, 12), (80, 24), (200, 60)] {
        for (name, app) in &states()[2..4] {
            let text = rows(&drawn(app, DAY, &mut Rasters::new(), size)).join("\n");
            let sign = if *name == "ticked" { "[x]" } else { "[ ]" };
            for said in ["79.5 kg", "125 to 175 g", "32 to 44 g", sign] {
                assert!(text.contains(said), "{name} at {size:?}: {said} in {text}");
            }
        }
    }
}
