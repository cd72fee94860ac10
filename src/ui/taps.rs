//! What taps tell: a sentence for each phase, and beside it the strip where there is room.

use crate::training::tap::{Lengths, PhaseTiming, Timing};
use crate::ui::sheet::Sheet;
use crate::ui::theme::Role;
use crate::ui::widgets::{strip, text};
use ratatui::layout::Rect;

/// Rows of a strip: a bar above the line of nought, and one below it.
const STRIP: u16 = 3;
/// Columns between a sentence and its strip.
const GAP: u16 = 2;
/// A strip that is narrower than this says little.
const LEAST: u16 = 24;

/// What the bars are.
const LEGEND: &str = "tenths of a second: shorter hangs, longer stands";

/// The sentences.
pub(super) fn sentences(timing: &Timing) -> Vec<String> {
    let phases = timing.phases.iter();
    phases.map(PhaseTiming::sentence).collect()
}

/// The rows that they take: a third of the screen at most.
pub(super) fn height(timing: &Timing, area: Rect) -> u16 {
    let phases = u16::try_from(timing.phases.len()).unwrap_or(u16::MAX);
    let tall = phases
        .saturating_mul(STRIP)
        .saturating_add(u16::from(phases > 0));
    let has_strips = tall <= area.height / 3 && strip_width(timing, area).is_some();
    if has_strips {
        tall
    } else {
        phases.min(area.height / 4)
    }
}

/// The columns that are left for strips beside the longest sentence.
fn strip_width(timing: &Timing, area: Rect) -> Option<u16> {
    let longest = sentences(timing)
        .iter()
        .map(|line| text::width(line))
        .max()?;
    let left = area.width.checked_sub(longest.checked_add(GAP)?)?;
    (left >= LEAST).then_some(left)
}

impl Sheet<'_> {
    /// Draws them in the rows that [`height`] asked for.
    pub(super) fn taps(&mut self, timing: &Timing, area: Rect) {
        let phases = &timing.phases;
        let tall = usize::from(area.height) > phases.len();
        let Some(width) = strip_width(timing, area).filter(|_| tall) else {
            for (row, phase) in area.rows().zip(phases) {
                let wordings = [phase.sentence(), phase.short()];
                let words = text::first_fitting(wordings, row.width).unwrap_or_default();
                self.centred(&words, Role::Text, row);
            }
            return;
        };
        for (phase, y) in phases.iter().zip((area.y..).step_by(usize::from(STRIP))) {
            let sentence = phase.sentence();
            let words = text::shown(&sentence, self.theme.glyphs);
            let style = self.theme.style(Role::Text);
            self.buf.set_string(area.x, y + STRIP / 2, words, style);
            let place = Rect {
                x: area.right() - width,
                y,
                width,
                height: STRIP,
            };
            self.strip_in(&phase.lengths, place);
        }
        let last = area.rows().next_back().unwrap_or_default();
        self.centred(LEGEND, Role::Quiet, last);
    }

    fn strip_in(&mut self, lengths: &Lengths, place: Rect) {
        let tenths = lengths.tenths();
        strip::draw(&tenths, strip::cell(&tenths), self.theme, place, self.buf);
    }
}
