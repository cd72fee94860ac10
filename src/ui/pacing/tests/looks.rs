//! What the pacing screen looks like, symbols and styles.

use super::{ASCII, DAY, NIGHT, PLAIN, SIZES, Theme, View, drawn, phases};
use insta::assert_snapshot;
use ratatui::{buffer::Buffer, style::Style};

/// The symbols, then which style each cell has, by a letter, then what the letters mean. A dot is the first style.
fn styled(buffer: &Buffer) -> String {
    let mut styles: Vec<Style> = Vec::new();
    let (mut symbols, mut letters) = (String::new(), String::new());
    for row in buffer.content().chunks(usize::from(buffer.area.width)) {
        symbols.push('|');
        letters.push('|');
        for cell in row {
            symbols.push_str(cell.symbol());
            let index = styles
                .iter()
                .position(|style| *style == cell.style())
                .unwrap_or_else(|| {
                    styles.push(cell.style());
                    styles.len() - 1
                });
            letters.push(
                ".abcdefghijklmnopqrstuvwxyz"
                    .chars()
                    .nth(index)
                    .unwrap_or('?'),
            );
        }
        symbols.push_str("|\n");
        letters.push_str("|\n");
    }
    let names = ".abcdefghijklmnopqrstuvwxyz".chars().zip(&styles);
    let legend: Vec<String> = names
        .map(|(letter, style)| format!("{letter} {}\n", told(*style)))
        .collect();
    format!("{symbols}{letters}{}", legend.concat())
}

fn told(style: Style) -> String {
    let colour = |colour: Option<_>| {
        colour.map_or_else(
            || "-".to_owned(),
            |colour: ratatui::style::Color| colour.to_string(),
        )
    };
    format!(
        "{} on {} {:?}",
        colour(style.fg),
        colour(style.bg),
        style.add_modifier
    )
}

/// The first phases of the list at one size.
fn album(theme: Theme, view: View, size: (u16, u16), count: usize) -> String {
    let pictures = phases(size).into_iter().take(count);
    let pages: Vec<String> = pictures
        .map(|(name, picture)| format!("{name}\n{}\n", styled(&drawn(&picture, theme, view, size))))
        .collect();
    pages.concat()
}

#[test]
fn the_flood_shows_every_phase_at_every_size() {
    for (width, height) in SIZES {
        let count = if width > 100 { 4 } else { 9 };
        assert_snapshot!(
            format!("flood_{width}x{height}"),
            album(DAY, View::Flood, (width, height), count)
        );
    }
}

#[test]
fn the_night_is_dark_at_every_size() {
    for (width, height) in [(20, 6), (40, 12), (80, 24)] {
        assert_snapshot!(
            format!("night_{width}x{height}"),
            album(NIGHT, View::Flood, (width, height), 4)
        );
    }
}

#[test]
fn the_bar_needs_no_colours_at_any_size() {
    for (width, height) in SIZES {
        let count = if width > 100 { 3 } else { 9 };
        assert_snapshot!(
            format!("plain_bar_{width}x{height}"),
            album(PLAIN, View::Bar, (width, height), count)
        );
    }
}

#[test]
fn the_bar_has_the_colours_of_the_flood() {
    assert_snapshot!("bar_80x24", album(DAY, View::Bar, (80, 24), 4));
}

#[test]
fn ascii_paces_too() {
    assert_snapshot!("ascii_40x12", album(ASCII, View::Bar, (40, 12), 9));
}
