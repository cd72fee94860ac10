//! No value is ever cut: counters are read as text, and the countdown and the word are searched for, glyph by glyph.

use super::{DAY, NIGHT, PLAIN, Picture, SIZES, View, drawn, phases, rows};
use crate::ui::pacing::{Sentence, Side, counters, draw};
use crate::ui::theme::tests::contrast;
use crate::ui::widgets::big::{Grain, Ink, Rasters, Size};
use ratatui::{
    buffer::{Buffer, Cell},
    layout::Rect,
    style::Modifier,
};

#[test]
fn counters_are_whole_at_every_size() {
    for size in SIZES.into_iter().chain([
        (20, 9),
        (21, 7),
        (30, 10),
        (40, 11),
        (60, 14),
        (99, 29),
        (100, 30),
        (500, 150),
    ]) {
        for theme in [DAY, NIGHT, PLAIN] {
            for view in [View::Flood, View::Bar] {
                for (name, picture) in phases(size) {
                    let text = rows(&drawn(&picture, theme, view, size)).join("\n");
                    for tally in [picture.reps, picture.sets].into_iter().flatten() {
                        let value = counters::fraction(tally);
                        assert!(
                            contains_whole(&text, &value),
                            "{value} is missing: {name}, {size:?}, {view:?}\n{text}"
                        );
                    }
                    let side = picture.side.map(|side| {
                        if side == Side::Left {
                            ["LEFT", " L"]
                        } else {
                            ["RIGHT", " R"]
                        }
                    });
                    assert!(
                        side.is_none_or(|words| words.iter().any(|word| text.contains(word))),
                        "side: {name}, {size:?}\n{text}"
                    );
                }
            }
        }
    }
}

/// Whether a value stands in a text without a digit right before or after it.
fn contains_whole(text: &str, value: &str) -> bool {
    let is_part = |symbol: char| symbol.is_ascii_digit() || symbol == '/';
    text.split(|symbol| !is_part(symbol))
        .any(|part| part == value)
}

#[test]
fn countdown_and_word_are_whole_at_every_size() {
    for size in SIZES {
        for (name, picture) in phases(size) {
            let buffer = drawn(&picture, PLAIN, View::Bar, size);
            let text = rows(&buffer).join("\n");
            for value in [picture.digits.as_str(), &picture.word] {
                let is_small = text.contains(value);
                assert!(
                    is_small || shows_big(&buffer, value),
                    "{value} is cut: {name}, {size:?}\n{text}"
                );
            }
        }
    }
}

#[test]
fn below_the_smallest_size_a_line_still_paces() {
    for size in [
        (19, 6),
        (19, 24),
        (80, 5),
        (30, 1),
        (12, 1),
        (10, 3),
        (200, 2),
    ] {
        for (name, picture) in phases(size) {
            let text = rows(&drawn(&picture, DAY, View::Flood, size)).join("\n");
            let value = if picture.digits.is_empty() {
                "U"
            } else {
                picture.digits.as_str()
            };
            assert!(
                text.contains(value),
                "{value} is missing: {name}, {size:?}\n{text}"
            );
        }
    }
    let line = |width| {
        let (_, down) = phases((width, 1)).swap_remove(0);
        rows(&drawn(&down, DAY, View::Flood, (width, 1)))
            .concat()
            .trim_matches(['▃', ' '])
            .to_owned()
    };
    let wordings = [22, 21, 16, 15, 12, 11, 6, 5, 2, 1].map(line);
    let expected = [
        "DOWN 3 rep 3/8 set 1/3",
        "DOWN 3 r3/8 s1/3",
        "DOWN 3 r3/8 s1/3",
        "D3 r3/8 s1/3",
        "D3 r3/8 s1/3",
        "DOWN 3 r3/8",
        "DOWN 3",
        "D3",
        "D3",
        "3",
    ];
    assert_eq!(wordings, expected);
}

#[test]
fn small_text_can_be_read_wherever_the_water_stands() {
    for size in SIZES {
        for theme in [DAY, NIGHT] {
            for (name, picture) in phases(size) {
                let buffer = drawn(&picture, theme, View::Flood, size);
                for cell in buffer
                    .content()
                    .iter()
                    .filter(|cell| cell.symbol().chars().all(char::is_alphanumeric))
                {
                    let ratio = contrast(cell.fg, cell.bg);
                    assert!(ratio >= 7.0, "{name} {size:?}: {cell:?} has {ratio:.1}");
                }
            }
        }
    }
}

#[test]
fn hints_go_before_values_and_more_goes_last() {
    let (_, picture) = phases((40, 12)).swap_remove(0);
    let foot = |width| {
        rows(&drawn(&picture, DAY, View::Flood, (width, 12)))
            .pop()
            .unwrap_or_default()
    };
    assert!(foot(80).contains("m mute   ? more"), "{}", foot(80));
    assert!(foot(40).contains("n skip   ? more"), "{}", foot(40));
    assert_eq!(foot(20).trim(), "? more");
}

#[test]
fn a_sentence_is_shown_whole_or_not_at_all() {
    for size in SIZES {
        for (_, picture) in phases(size) {
            let text = rows(&drawn(&picture, DAY, View::Flood, size)).join(" ");
            let words: Vec<&str> = text.split_whitespace().collect();
            for line in picture.lines.iter().flat_map(Sentence::wordings) {
                let sentence: Vec<&str> = line.split_whitespace().collect();
                let found = sentence.iter().filter(|word| words.contains(word)).count();
                let is_whole = words
                    .windows(sentence.len())
                    .any(|window| window == sentence);
                assert!(is_whole || found < sentence.len(), "{line}: {text}");
            }
        }
    }
}

/// Whether big letters stand somewhere in a frame without colours, with every inked cell and no other.
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
    match cell.symbol() {
        "▀" => Ink {
            upper: true,
            lower: false,
        },
        "▄" => Ink {
            upper: false,
            lower: true,
        },
        " " => Ink {
            upper: reversed,
            lower: reversed,
        },
        _ => Ink::default(),
    }
}

#[test]
fn drawing_beside_an_area_never_happens() {
    let area = Rect::new(3, 2, 40, 12);
    let mut rasters = Rasters::new();
    for (name, picture) in phases((40, 12)) {
        for theme in [DAY, PLAIN] {
            let mut buffer = Buffer::filled(Rect::new(0, 0, 50, 20), Cell::new("x"));
            draw(
                &Picture { ..picture.clone() },
                &theme,
                &mut rasters,
                View::Flood,
                area,
                &mut buffer,
            );
            for y in 0..20 {
                for x in (0..50).filter(|x| !area.contains((*x, y).into())) {
                    assert_eq!(buffer[(x, y)].symbol(), "x", "{name} at {x},{y}");
                }
            }
        }
    }
}
