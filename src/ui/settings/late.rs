//! The offset, being found: a needle that meets its mark where the click is to be heard, and a flash there.
//!
//! It flashes once a second, a third of what WCAG 2.3.1 allows, and never the whole screen.

use super::words;
use crate::app::App;
use crate::app::settings::Late;
use crate::training::flash::LIT;
use crate::ui::footer;
use crate::ui::sheet::Sheet;
use crate::ui::theme::{Glyphs, Role, Theme, Tone};
use crate::ui::widgets::big::{Rasters, Size};
use crate::ui::widgets::surface::Surface;
use crate::ui::widgets::text;
use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Margin, Rect};
use ratatui::style::Style;
use std::time::Duration;

/// From one click to the next.
const BEAT: Duration = Duration::from_secs(1);
/// The needle's way takes no more columns: a longer one would only be faster.
const WIDEST: u16 = 120;
/// Rows of everything but the words.
const NEEDED: u16 = 5;
/// The number takes no more rows: the needle is what is looked at.
const TALLEST: u16 = 9;
/// From this height on there is air between the parts.
const ROOMY: u16 = 12;

/// Where the needle is. Two equal values give the same picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Visible {
    /// The column of its way; `None` before the first click.
    needle: Option<u16>,
    lit: bool,
}

/// The picture at a moment of the clock.
pub(super) fn visible(late: &Late, clock: Duration, area: Rect) -> Visible {
    let since = late.since_click(clock);
    Visible {
        needle: since.map(|since| column(since, way(area))),
        lit: since.is_some_and(|since| since < LIT),
    }
}

/// The columns of the needle's way, an even number: so it enters the column of the mark exactly with the click.
fn way(area: Rect) -> u16 {
    area.width.saturating_sub(2).min(WIDEST) & !1
}

/// Where the needle is so long behind a click: on the mark in the middle, and from there on to the right.
fn column(since: Duration, way: u16) -> u16 {
    let turned = (since + BEAT / 2).as_nanos() % BEAT.as_nanos();
    let column = turned * u128::from(way) / BEAT.as_nanos();
    u16::try_from(column).unwrap_or(u16::MAX)
}

/// The next moment at which the picture differs: the click and the end of its flash are never missed.
pub(super) fn next_change(late: &Late, clock: Duration, area: Rect, per_second: u8) -> Duration {
    let frame = BEAT / u32::from(per_second.max(1));
    let Some(since) = late.since_click(clock) else {
        return clock + frame;
    };
    let step = (BEAT / u32::from(way(area).max(1))).max(frame);
    let left = BEAT.saturating_sub(since);
    let dark = LIT.checked_sub(since).filter(|dark| !dark.is_zero());
    clock + dark.unwrap_or(left).min(left).min(step)
}

/// Draws it.
pub(super) fn draw(
    app: &App,
    late: &Late,
    theme: Theme,
    rasters: &mut Rasters,
    area: Rect,
    buf: &mut Buffer,
) {
    let mut sheet = Sheet {
        theme,
        rasters,
        buf,
    };
    let mut told = vec!["Left and Right move the screen, until the flash falls on the click."];
    if app.muted {
        told.push("The sound is muted: m turns it on.");
    } else if app.sound.is_missing() {
        told.push("There is no sound here, so there is no click.");
    }
    let lines: Vec<String> = told
        .iter()
        .flat_map(|line| text::wrapped(line, area.width.saturating_sub(2), theme.glyphs))
        .collect();
    // Words that have no room leave it to the needle.
    let below = u16::try_from(lines.len()).unwrap_or(u16::MAX);
    let fits = below.saturating_add(NEEDED) <= area.height;
    let below = if fits { below } else { 0 };
    let air = u16::from(area.height >= ROOMY);
    let [head, _, number, _, track, _, below, foot] = Layout::vertical([
        Constraint::Length(1),
        Constraint::Length(air),
        Constraint::Length((area.height / 4).clamp(1, TALLEST)),
        Constraint::Length(air),
        Constraint::Fill(1),
        Constraint::Length(air),
        Constraint::Length(below),
        Constraint::Length(u16::from(area.height > 1)),
    ])
    .areas(area);
    sheet.centred("The sound is late by", Role::Heading, head);
    sheet.number(app.offset_ms, number);
    sheet.track(visible(late, app.now.audible, area), track);
    for (row, line) in below.rows().zip(&lines) {
        sheet.centred(line, Role::Text, row);
    }
    footer::draw(app, theme, foot.inner(Margin::new(1, 0)), sheet.buf);
}

impl Sheet<'_> {
    fn number(&mut self, offset_ms: i32, area: Rect) {
        let ground = Surface::plain(
            area,
            self.theme.phase_on_page(Tone::Lead),
            self.theme.glyphs,
        );
        let words = words::millis(offset_ms).to_uppercase();
        let size = Size::fitting(&words, area.width, area.height, ground.grain());
        let height = size.map_or(1, |size| size.height);
        let place = Rect {
            y: area.y + area.height.saturating_sub(height) / 2,
            height: height.min(area.height),
            ..area
        };
        if size.is_none() {
            return self.centred(&words::millis(offset_ms), Role::Heading, place);
        }
        self.big(&ground, &words, size, place);
    }

    /// The way of the needle with the mark in the middle, and round it what flashes.
    fn track(&mut self, visible: Visible, area: Rect) {
        let way = way(Rect {
            width: area.width,
            ..area
        });
        if way == 0 || area.is_empty() {
            return;
        }
        let left = area.x + (area.width - way) / 2;
        let is_ascii = self.theme.glyphs == Glyphs::Ascii;
        let (full, line, mark) = if is_ascii {
            ("#", "-", "|")
        } else {
            ("█", "─", "│")
        };
        let border = self.theme.style(Role::Border);
        let middle = area.y + area.height / 2;
        for x in left..left + way {
            self.buf.set_string(x, middle, line, border);
        }
        self.column(left + way / 2, mark, border, area);
        if visible.lit {
            let flash = Style::new().fg(self.theme.flash().ground);
            let half = way / 8;
            for x in left + way / 2 - half..=left + way / 2 + half {
                self.column(x, full, flash, area);
            }
        }
        if let Some(needle) = visible.needle {
            let ink = self.theme.phase_on_page(Tone::Lead).style();
            self.column(left + needle.min(way - 1), full, ink, area);
        }
    }

    fn column(&mut self, x: u16, symbol: &str, style: Style, area: Rect) {
        for y in area.top()..area.bottom() {
            self.buf.set_string(x, y, symbol, style);
        }
    }
}
