//! No value of any screen is ever cut, and no text from outside is obeyed.

use super::states::{ordinary, picker, special, summary};
use super::{DAY, NIGHT, PLAIN, SIZES, area, drawn, rows};
use downbeat::app::session::Asking;
use downbeat::app::{App, Screen};
use downbeat::training::length::clock as minutes;
use downbeat::training::tap::tenths_of;
use downbeat::ui::pacing::Geometry;
use downbeat::ui::session::picture;
use downbeat::ui::widgets::big::{Grain, Ink, Rasters, Size};
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::Modifier;

fn all() -> Vec<(&'static str, App)> {
    let mut states = ordinary();
    states.extend(special());
    states.extend([
        ("summary", summary()),
        ("picker", picker(0)),
        ("picker, broken", picker(1)),
    ]);
    states
}

/// The values that a state has to show at a size, each in the wordings that will do.
fn values(app: &App, size: (u16, u16)) -> Vec<String> {
    match &app.screen {
        Screen::Session(session) => {
            let picture = picture(app, session, Geometry::of(area(size)));
            let tallies = [picture.reps, picture.sets].into_iter().flatten();
            let mut values: Vec<String> = tallies
                .map(|tally| {
                    tally.of.map_or_else(
                        || tally.number().to_string(),
                        |of| format!("{}/{of}", tally.number()),
                    )
                })
                .collect();
            values.extend([picture.digits, picture.word.into_owned()]);
            if let Asking::Reps(question) = session.asking {
                values.push(format!("‹{}› of {}", question.done, question.planned));
            }
            values
        }
        Screen::Summary(summary) => {
            let performed = &summary.performed;
            let tension = performed.tension();
            let mut values = vec![
                format!("{}/{}", performed.reps(), summary.planned),
                format!("{} sets", performed.sets()),
            ];
            let lengths = [
                tension.total(),
                tension.eccentric,
                tension.concentric,
                tension.isometric,
            ];
            values.extend(lengths.map(minutes));
            values
        }
        Screen::Four(four) => four.last().into_iter().map(tenths_of).collect(),
        Screen::Editor(editor) => {
            let row = editor.row();
            let text = editor.text(row).filter(|_| editor.open.is_some());
            text.into_iter().collect()
        }
        // Their own tests look at every value.
        Screen::Settings(_) | Screen::Practice(_) | Screen::Journal(_) | Screen::Elsewhere(_) => {
            Vec::new()
        }
        Screen::Picker => app
            .picker
            .current()
            .and_then(downbeat::app::picker::Entry::routine)
            .map_or_else(Vec::new, |routine| vec![routine.pace()]),
    }
}

#[test]
fn every_value_is_on_the_screen_whole() {
    // Big letters are searched for in every size: on a large screen in a few states only, as that takes a while.
    const LARGE: [&str; 3] = ["lower", "how many reps", "summary"];
    for (name, app) in all() {
        let sizes = SIZES
            .iter()
            .filter(|(width, _)| *width < 100 || LARGE.contains(&name));
        for &size in sizes {
            let buffer = drawn(&app, PLAIN, &mut Rasters::new(), size);
            let text = rows(&buffer).join("\n");
            for value in values(&app, size).iter().filter(|value| !value.is_empty()) {
                let found = contains_whole(&text, value) || shows_big(&buffer, value);
                assert!(found, "{value} is missing: {name} at {size:?}\n{text}");
            }
        }
    }
}

#[test]
fn whatever_stands_still_says_why_at_every_size() {
    for (name, app) in all() {
        let wanted = match name {
            "intro" => "Enter",
            "paused" => "PAUSED",
            "leaving" => "q again leaves",
            "a gate between blocks" => "SPACE",
            "a gate at lock-out" => "Space when",
            "how many reps in the last set" => "done",
            _ => continue,
        };
        for size in SIZES {
            let text = rows(&drawn(&app, DAY, &mut Rasters::new(), size)).join("\n");
            let said = text.contains(wanted)
                || text.contains(&wanted.replace("Space when", "Space when you are"));
            assert!(said, "{name} at {size:?} does not say {wanted}\n{text}");
        }
    }
}

#[test]
fn the_selected_preset_is_named_in_full_at_every_size_but_the_smallest() {
    // Above it stands the one that is broken: a person's own come first.
    let app = picker(1);
    let name = app
        .picker
        .current()
        .and_then(downbeat::app::picker::Entry::routine)
        .expect("a preset")
        .name
        .clone();
    for size in &SIZES[1..] {
        // In columns beside each other: words are looked for one by one.
        let text = rows(&drawn(&app, DAY, &mut Rasters::new(), *size)).join(" ");
        let missing: Vec<&str> = name
            .split_whitespace()
            .filter(|word| !text.contains(word))
            .collect();
        assert!(missing.is_empty(), "{missing:?} at {size:?}");
    }
}

#[test]
fn why_a_preset_is_broken_can_be_read_at_every_size_but_the_smallest() {
    let app = picker(0);
    for size in &SIZES[1..] {
        let text = rows(&drawn(&app, DAY, &mut Rasters::new(), *size)).join(" ");
        for word in ["line", "12:", "two", "fields;", "three,", "\"4-0-1\""] {
            assert!(text.contains(word), "{word} at {size:?}");
        }
    }
}

#[test]
fn no_control_character_reaches_a_cell() {
    for (name, app) in all() {
        for theme in [DAY, NIGHT, PLAIN] {
            for size in SIZES {
                let buffer = drawn(&app, theme, &mut Rasters::new(), size);
                for cell in buffer.content() {
                    let symbol = cell.symbol();
                    assert!(
                        !symbol.chars().any(downbeat::training::text::is_unfit),
                        "{symbol:?} in {name} at {size:?}"
                    );
                }
            }
        }
    }
}

#[test]
fn hints_go_before_values_and_the_way_to_all_keys_goes_last() {
    for (name, app) in all()
        .into_iter()
        .filter(|(name, _)| !name.contains("sound lost") && !name.contains("volume"))
    {
        for size in [(40, 12), (80, 24), (200, 60)] {
            let rows = rows(&drawn(&app, DAY, &mut Rasters::new(), size));
            let foot = rows.last().expect("a last row");
            assert!(foot.contains("? more"), "{name} at {size:?}: {foot}");
        }
    }
}

/// Whether a value stands in a text without a digit right before or after it.
fn contains_whole(text: &str, value: &str) -> bool {
    text.match_indices(value).any(|(at, _)| {
        let before = text.get(..at).and_then(|text| text.chars().next_back());
        let after = text
            .get(at + value.len()..)
            .and_then(|text| text.chars().next());
        let is_part = |symbol: Option<char>| {
            symbol.is_some_and(|symbol| symbol.is_ascii_digit() || symbol == '/')
        };
        !is_part(before) && !is_part(after)
    })
}

/// Whether big letters stand somewhere in a frame without colours, with every inked cell of theirs.
fn shows_big(buffer: &Buffer, value: &str) -> bool {
    let area = buffer.area;
    let mut rasters = Rasters::new();
    let frame: Vec<Vec<Ink>> = buffer
        .content()
        .chunks(usize::from(area.width))
        .map(|row| row.iter().map(ink).collect())
        .collect();
    (3..=area.height).rev().any(|height| {
        (height..=Size::of_height(height).width).any(|width| {
            let size = Size { width, height };
            let Some(total) = size.width_of(value).filter(|total| *total <= area.width) else {
                return false;
            };
            let mut letters = vec![vec![Ink::default(); usize::from(total)]; usize::from(height)];
            rasters.each(value, size, Grain::Half, |offset, raster| {
                for (x, y, ink) in raster.cells(0..u16::MAX) {
                    letters[usize::from(y)][usize::from(x + offset)] = ink;
                }
            });
            frame.windows(letters.len()).any(|rows| {
                (0..=usize::from(area.width - total)).any(|left| {
                    rows.iter()
                        .zip(&letters)
                        .all(|(row, letters)| row[left..].starts_with(letters))
                })
            })
        })
    })
}

fn ink(cell: &Cell) -> Ink {
    let reversed = cell.modifier.contains(Modifier::REVERSED);
    let (upper, lower) = match cell.symbol() {
        "▀" => (true, false),
        "▄" => (false, true),
        " " => (reversed, reversed),
        _ => (false, false),
    };
    Ink { upper, lower }
}
