//! Feeling four seconds: what to do, then nothing that could be counted along with, then what it was.

use super::footer;
use super::sheet::{Page, Sheet, inset};
use super::theme::{Role, Theme};
use super::widgets::big::Rasters;
use super::widgets::strip;
use crate::app::App;
use crate::app::four::{Four, LeftOut, Stage, TRIES, line, off};
use crate::training::tap::{Lengths, tenths_of};
use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Rect};

/// From this height on the strip has bars.
const ROOMY: u16 = 12;
/// Rows of a strip with bars, and on large screens.
const BARS: [u16; 2] = [3, 7];
/// From this height on a screen is large.
const LARGE: u16 = 40;

/// Draws it.
pub fn draw(
    app: &App,
    four: &Four,
    theme: &Theme,
    rasters: &mut Rasters,
    area: Rect,
    buf: &mut Buffer,
) {
    buf.set_style(area, theme.style(Role::Text));
    let theme = *theme;
    let mut sheet = Sheet {
        theme,
        rasters,
        buf,
    };
    let [main, foot] = Layout::vertical([
        Constraint::Fill(1),
        Constraint::Length(u16::from(area.height > 1)),
    ])
    .areas(area);
    sheet.page(&page(four), &strip_of(four), inset(main));
    footer::draw(app, theme, inset(foot), sheet.buf);
}

fn page(four: &Four) -> Page {
    match (four.stage, four.last()) {
        (Stage::Feeling { .. }, _) => Page {
            big: Vec::new(),
            plain: "… feel four seconds …".to_owned(),
            below: Vec::new(),
        },
        (Stage::Ready(Some(why)), _) => left_out(why, four),
        (Stage::Ready(None), Some(_)) if four.is_over() => over(four),
        (Stage::Ready(None), Some(last)) => Page {
            big: vec![format!("{} S", tenths_of(last))],
            plain: String::new(),
            below: vec![
                format!("{} s · {}", tenths_of(last), off(last)),
                place(four),
            ],
        },
        (Stage::Ready(None), None) => invitation(four),
    }
}

fn invitation(four: &Four) -> Page {
    let about = four.before.as_ref().and_then(Lengths::statistics);
    let about = about.map_or_else(
        || {
            format!(
                "{TRIES} tries. Nothing counts along: the end says what your four seconds were."
            )
        },
        |before| format!("before: {before} s"),
    );
    Page {
        big: ["PRESS SPACE", "FEEL FOUR SECONDS", "PRESS AGAIN"]
            .map(str::to_owned)
            .to_vec(),
        plain: "Press Space. Feel four seconds. Press again.".to_owned(),
        below: vec![about],
    }
}

fn left_out(why: LeftOut, four: &Four) -> Page {
    let plain = match why {
        LeftOut::Slip => "That was over at once, so it does not count. Space begins the try again.",
        LeftOut::Away => {
            "You were away for a while, so that does not count. Space begins the try again."
        }
    };
    Page {
        big: Vec::new(),
        plain: plain.to_owned(),
        below: vec![place(four)],
    }
}

/// All five are felt: what they were, beside those before.
fn over(four: &Four) -> Page {
    let tries = &four.tries;
    let mean = tries.mean_s().unwrap_or_default();
    let sentence = tries.sentence().unwrap_or_default();
    let before = four.before.as_ref().and_then(Lengths::statistics);
    let before = before.zip(tries.statistics());
    let last = four
        .last()
        .map(|last| format!("the last one {} s · {}", tenths_of(last), off(last)));
    Page {
        big: vec![format!("{mean:.1} S")],
        plain: String::new(),
        below: [Some(sentence), last]
            .into_iter()
            .chain([before.map(|(before, now)| format!("before {before} · now {now}"))])
            .chain([Some(line(tries))])
            .flatten()
            .collect(),
    }
}

/// `2 of 5`.
fn place(four: &Four) -> String {
    format!("{} of {TRIES}", four.tries.measured.len())
}

/// The tries so far; nothing while one is being felt.
fn strip_of(four: &Four) -> Vec<i32> {
    match four.stage {
        Stage::Feeling { .. } => Vec::new(),
        Stage::Ready(_) => four.tries.tenths(),
    }
}

impl Sheet<'_> {
    fn page(&mut self, page: &Page, tenths: &[i32], area: Rect) {
        let bars = match area.height {
            _ if tenths.is_empty() => 0,
            ..ROOMY => 1,
            ROOMY..LARGE => BARS[0],
            LARGE.. => BARS[1],
        };
        let lines = self.below(page, area.width, area.height.saturating_sub(bars));
        let below = u16::try_from(lines.len()).unwrap_or(u16::MAX);
        let legend = u16::from(bars > 1);
        let [head, strip, told, words] = Layout::vertical([
            Constraint::Fill(1),
            Constraint::Length(bars),
            Constraint::Length(legend),
            Constraint::Length(below),
        ])
        .areas(area);
        self.headline(page, head);
        self.strip(tenths, strip);
        self.centred(
            "tenths of a second: early hangs, late stands",
            Role::Quiet,
            told,
        );
        for (row, line) in words.rows().zip(&lines) {
            self.centred(line, Role::Text, row);
        }
    }

    /// The strip in the middle, its cells as wide as five of them may be.
    fn strip(&mut self, tenths: &[i32], area: Rect) {
        let tries = u16::try_from(TRIES).unwrap_or(u16::MAX);
        let cell = (area.width / 2 / tries).max(strip::cell(tenths));
        let width = (cell * tries).saturating_sub(1).min(area.width);
        let place = Rect {
            x: area.x + (area.width - width) / 2,
            // The gap behind the last cell may be cut.
            width: width + u16::from(width < area.width),
            ..area
        };
        strip::draw(tenths, cell, self.theme, place, self.buf);
    }
}
