//! What the screens look like, symbols and styles.

use super::constructs::constructs;
use super::states::{ordinary, picker, special, summary};
use super::{DAY, Lifter, NIGHT, PLAIN, SIZES, Theme, drawn, rows};
use downbeat::app::App;
use downbeat::app::action::Action;
use downbeat::app::message::Message;
use downbeat::ui::widgets::big::Rasters;
use insta::assert_snapshot;
use ratatui::buffer::Buffer;
use ratatui::style::{Color, Style};

/// The letters by which styles are told apart.
const LETTERS: &str = ".abcdefghijklmnopqrstuvwxyz";

/// The symbols, then which style each cell has, by a letter, then what the letters mean. A dot is the first style.
pub(super) fn styled(buffer: &Buffer) -> String {
    let mut styles: Vec<Style> = Vec::new();
    let (mut symbols, mut letters) = (String::new(), String::new());
    for row in buffer.content().chunks(usize::from(buffer.area.width)) {
        symbols.push('|');
        letters.push('|');
        for cell in row {
            symbols.push_str(cell.symbol());
            let known = styles.iter().position(|style| *style == cell.style());
            let index = known.unwrap_or_else(|| {
                styles.push(cell.style());
                styles.len() - 1
            });
            letters.push(LETTERS.chars().nth(index).unwrap_or('?'));
        }
        symbols.push_str("|\n");
        letters.push_str("|\n");
    }
    let legend = LETTERS
        .chars()
        .zip(&styles)
        .map(|(letter, style)| format!("{letter} {}\n", told(*style)));
    format!("{symbols}{letters}{}", legend.collect::<String>())
}

fn told(style: Style) -> String {
    let colour =
        |colour: Option<Color>| colour.map_or_else(|| "-".to_owned(), |colour| colour.to_string());
    format!(
        "{} on {} {:?}",
        colour(style.fg),
        colour(style.bg),
        style.add_modifier
    )
}

pub(super) fn page(name: &str, app: &App, theme: Theme, size: (u16, u16)) -> String {
    format!(
        "{name}\n{}\n",
        styled(&drawn(app, theme, &mut Rasters::new(), size))
    )
}

fn album(states: &[(&str, App)], theme: Theme, size: (u16, u16)) -> String {
    states
        .iter()
        .map(|(name, app)| page(name, app, theme, size))
        .collect()
}

#[test]
fn the_picker_at_every_size() {
    for size in SIZES {
        let states = [
            ("a long name", picker(0)),
            ("one that cannot be used", picker(1)),
        ];
        let count = if size.0 > 100 { 1 } else { 2 };
        assert_snapshot!(
            format!("picker_{}x{}", size.0, size.1),
            album(&states[..count], DAY, size)
        );
    }
}

#[test]
fn the_help_of_a_session_page_by_page() {
    for size in [(20, 6), (40, 12), (80, 24)] {
        let mut lifter = Lifter::seasoned();
        lifter.press(" ?");
        let mut pages = page("help", &lifter.app, DAY, size);
        lifter.send(Message::Do(Action::Turn));
        pages.push_str(&page("next page", &lifter.app, DAY, size));
        assert_snapshot!(format!("help_{}x{}", size.0, size.1), pages);
    }
}

#[test]
fn a_session_at_small_and_ordinary_sizes() {
    for size in [(20, 6), (40, 12)] {
        let name = |which: &str| format!("{which}_{}x{}", size.0, size.1);
        assert_snapshot!(name("session"), album(&ordinary(), DAY, size));
        assert_snapshot!(name("special"), album(&special(), DAY, size));
    }
    for (name, app) in ordinary() {
        if ["intro", "lead-in", "how many reps", "leaving"].contains(&name) {
            let file = format!("{}_80x24", name.replace(' ', "_"));
            assert_snapshot!(file, page(name, &app, DAY, (80, 24)));
        }
    }
    assert_snapshot!("special_80x24", album(&special()[2..], DAY, (80, 24)));
}

#[test]
fn a_session_on_a_large_screen() {
    for (name, app) in ordinary() {
        if ["rest", "how many reps"].contains(&name) {
            let file = format!("{}_200x60", name.replace(' ', "_"));
            assert_snapshot!(file, page(name, &app, DAY, (200, 60)));
        }
    }
}

#[test]
fn the_summary_at_every_size() {
    for size in SIZES {
        assert_snapshot!(
            format!("summary_{}x{}", size.0, size.1),
            page("summary", &summary(), DAY, size)
        );
    }
}

#[test]
fn everything_without_colours_and_at_night() {
    let mut states = ordinary();
    states.extend([("picker", picker(0)), ("summary", summary())]);
    for (name, theme) in [("plain", PLAIN), ("night", NIGHT)] {
        assert_snapshot!(format!("{name}_40x12"), album(&states, theme, (40, 12)));
    }
}

#[test]
fn routines_and_the_rarer_constructs_at_every_size() {
    for size in SIZES {
        let states = constructs();
        let large = |name: &str| {
            ["next exercise", "offer to go on", "summary of a routine"].contains(&name)
        };
        let seen = states
            .iter()
            .filter(|(name, _)| size.0 < 100 || large(name));
        let pages: Vec<String> = seen
            .map(|(name, app)| {
                let rows = rows(&drawn(app, DAY, &mut Rasters::new(), size));
                format!("{name}\n|{}|\n", rows.join("|\n|"))
            })
            .collect();
        assert_snapshot!(format!("constructs_{}x{}", size.0, size.1), pages.concat());
    }
}
