//! Rows of bars over the same columns, each row with its name: what is compared stands above each other, and no colour is
//! needed to tell it apart.

use super::Pen;
use crate::ui::theme::{Glyphs, Role};
use crate::ui::widgets::text::width;
use ratatui::layout::Rect;
use ratatui::symbols::bar::{NINE_LEVELS, Set};
use ratatui::widgets::{Sparkline, Widget as _};

/// The widest column of a bar, its gap included.
const WIDEST: u16 = 8;
/// Levels in ASCII.
const ASCII: Set<'static> = Set {
    full: "#",
    seven_eighths: "#",
    three_quarters: "#",
    five_eighths: "=",
    half: "=",
    three_eighths: "-",
    one_quarter: "-",
    one_eighth: ".",
    empty: " ",
};

/// One value.
pub(super) struct Bar {
    value: Option<u64>,
    words: String,
}

impl Bar {
    /// A value as it is drawn, and in words.
    pub(super) fn new(value: Option<u64>, words: impl Into<String>) -> Self {
        Self {
            value,
            words: words.into(),
        }
    }

    /// Nothing is known.
    pub(super) fn missing() -> Self {
        Self::new(None, "-")
    }
}

/// A row of bars.
pub(super) struct Strip {
    label: &'static str,
    role: Role,
    bars: Vec<Bar>,
    /// What a bar of full height is, and in words.
    full: (u64, String),
}

impl Strip {
    pub(super) fn new(label: &'static str, role: Role, bars: Vec<Bar>) -> Self {
        let longest = bars.iter().filter_map(|bar| bar.value).max().unwrap_or(0);
        Self {
            label,
            role,
            bars,
            full: (longest.max(1), longest.to_string()),
        }
    }

    /// With a scale that does not depend on the bars.
    pub(super) fn up_to(self, full: u64, words: &str) -> Self {
        Self {
            full: (full, words.to_owned()),
            ..self
        }
    }
}

/// Rows of bars.
pub(super) struct Strips {
    /// What the columns are.
    pub(super) labels: Vec<String>,
    /// The rows, from the top.
    pub(super) rows: Vec<Strip>,
    /// The unit of their scales.
    pub(super) unit: &'static str,
}

impl Strips {
    /// All rows on the scale of the highest bar.
    pub(super) fn on_one_scale(mut self) -> Self {
        let full = self
            .rows
            .iter()
            .map(|strip| strip.full.clone())
            .max_by_key(|full| full.0);
        for (strip, full) in self.rows.iter_mut().zip(std::iter::repeat(full)) {
            strip.full = full.unwrap_or_default();
        }
        self
    }

    pub(super) fn draw(&self, pen: &mut Pen<'_>, area: Rect) {
        let widths = self
            .rows
            .iter()
            .map(|strip| width(strip.label).max(width(&self.scale(strip))));
        let label = widths.max().unwrap_or(0) + 1;
        let count = u16::try_from(self.rows.len()).unwrap_or(u16::MAX);
        let Some(room) = area.width.checked_sub(label).filter(|room| *room > 0) else {
            return;
        };
        let all = u16::try_from(self.labels.len()).unwrap_or(u16::MAX).max(1);
        // Where not all of them fit, the latest do.
        let cell = (room / all).clamp(1, WIDEST);
        let columns = all.min(room / cell);
        let skip = usize::from(all - columns);
        let foot = u16::from(area.height > count);
        let each = ((area.height - foot) / count.max(1)).max(1);
        let mut y = area.y;
        for strip in &self.rows {
            if y + each > area.bottom() - foot {
                return;
            }
            let row = Rect {
                y,
                height: each,
                ..area
            };
            self.strip(strip, label, cell, skip, pen, row);
            y += each;
        }
        if foot > 0 {
            let foot = Rect {
                x: area.x + label,
                y,
                width: room,
                height: 1,
            };
            self.foot(cell, skip, pen, foot);
        }
    }

    fn strip(
        &self,
        strip: &Strip,
        label: u16,
        cell: u16,
        skip: usize,
        pen: &mut Pen<'_>,
        area: Rect,
    ) {
        pen.put((area.x, area.y), strip.label, Role::Text);
        if area.height > 1 {
            pen.put((area.x, area.y + 1), &self.scale(strip), Role::Quiet);
        }
        let bars = strip.bars.get(skip..).unwrap_or_default();
        let right = Rect {
            x: area.x + label,
            width: area.width - label,
            ..area
        };
        let longest = bars.iter().map(|bar| width(&bar.words)).max().unwrap_or(0);
        let told = u16::from(area.height > 1 && (cell > longest || cell == 1 && longest == 1));
        let heights = Rect {
            height: area.height - told,
            ..right
        };
        spark(strip, bars, cell, pen, heights);
        for (bar, x) in bars.iter().zip((right.x..).step_by(usize::from(cell))) {
            if told > 0 {
                pen.put((x, heights.bottom()), &bar.words, Role::Quiet);
            } else if bar.value.is_none() {
                pen.put((x, heights.bottom().saturating_sub(1)), "-", Role::Quiet);
            }
        }
    }

    /// `0–432 s`.
    fn scale(&self, strip: &Strip) -> String {
        format!("0–{} {}", strip.full.1, self.unit)
            .trim_end()
            .to_owned()
    }

    /// What the columns are, as many as have room.
    fn foot(&self, cell: u16, skip: usize, pen: &mut Pen<'_>, area: Rect) {
        let labels = self.labels.get(skip..).unwrap_or_default();
        let mut free = area.x;
        for (label, x) in labels.iter().zip((area.x..).step_by(usize::from(cell))) {
            let end = x.saturating_add(width(label));
            if x >= free && end <= area.right() {
                pen.put((x, area.y), label, Role::Quiet);
                free = end + 2;
            }
        }
    }
}

/// The bars themselves, each as wide as its column but for a gap.
fn spark(strip: &Strip, bars: &[Bar], cell: u16, pen: &mut Pen<'_>, area: Rect) {
    let wide = if cell > 1 { cell - 1 } else { 1 };
    let column = |bar: &Bar| {
        let value = bar.value;
        (0..cell).map(move |x| value.filter(|_| x < wide))
    };
    let data: Vec<Option<u64>> = bars.iter().flat_map(column).collect();
    Sparkline::default()
        .data(data)
        .max(strip.full.0)
        .absent_value_symbol(" ")
        .absent_value_style(pen.theme.style(Role::Text))
        .bar_set(match pen.theme.glyphs {
            Glyphs::Blocks => NINE_LEVELS,
            Glyphs::Ascii => ASCII,
        })
        .style(pen.theme.style(strip.role))
        .render(area, pen.buf);
}
