//! The tab "Fuel": the weight, grams of protein a day and a meal, today's tick, those of the days before as a plain row of
//! signs, and where the numbers come from, as far as there is room.

use crate::app::App;
use crate::app::journal::fuel::Fuel;
use crate::training::fuel::{self, Protein};
use crate::training::journal::Unit;
use crate::ui::theme::{Role, Theme};
use crate::ui::widgets::{questions, text};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// A paragraph wider than this is hard to read.
const WIDEST: u16 = 90;
/// From this many rows on there is a blank one between parts.
const ROOMY: u16 = 14;

/// Draws it.
pub(super) fn draw(app: &App, shown: &Fuel, theme: Theme, area: Rect, buf: &mut Buffer) {
    let indent = u16::from(area.width > 40);
    let area = Rect {
        x: area.x + indent,
        width: area.width.saturating_sub(2 * indent),
        ..area
    };
    let Some(asked) = &shown.questions else {
        return;
    };
    let mut page = Page { theme, area, buf };
    page.skip_if_roomy();
    page.ask(asked);
    page.skip_if_roomy();
    match shown.weight().map(Protein::of) {
        None => page.put(how_to_begin(app.unit), Role::Text),
        Some(Err(error)) => page.put(&error.to_string(), Role::Text),
        Some(Ok(protein)) => {
            page.put(&protein.a_day(), Role::Heading);
            page.put(&protein.a_meal(), Role::Text);
        }
    }
    page.skip_if_roomy();
    page.tick(app, shown);
    page.row_of_ticks(app, shown);
    page.skip_if_roomy();
    page.grounds();
}

fn how_to_begin(unit: Unit) -> &'static str {
    match unit {
        Unit::Kg => "Type your body weight, such as 80 or 176 lb: grams of protein follow from it.",
        Unit::Lb => "Type your body weight, such as 176 or 80 kg: grams of protein follow from it.",
    }
}

/// What is left of the page, from the top down.
struct Page<'a> {
    theme: Theme,
    area: Rect,
    buf: &'a mut Buffer,
}

impl Page<'_> {
    /// Takes rows from the top of what is left.
    fn take(&mut self, rows: u16) -> Rect {
        let rows = rows.min(self.area.height);
        let taken = Rect {
            height: rows,
            ..self.area
        };
        self.area.y += rows;
        self.area.height -= rows;
        taken
    }

    fn skip_if_roomy(&mut self) {
        if self.buf.area.height > ROOMY {
            self.take(1);
        }
    }

    fn ask(&mut self, asked: &crate::app::ask::Questions) {
        let place = self.take(questions::height(asked));
        questions::draw(asked, self.theme, place, self.buf);
    }

    /// Where the numbers come from: all of it, or in short where there is no room for that.
    fn grounds(&mut self) {
        let all: Vec<String> = fuel::grounds().collect();
        let height: usize = all.iter().map(|words| self.wrapped(words).len()).sum();
        if height <= usize::from(self.area.height) {
            for words in all {
                self.put(&words, Role::Quiet);
            }
        } else {
            for words in fuel::grounds_in_short() {
                self.put(&words, Role::Quiet);
            }
        }
    }

    fn wrapped(&self, words: &str) -> Vec<String> {
        text::wrapped(words, self.area.width.min(WIDEST), self.theme.glyphs)
    }

    /// A paragraph; nothing of one that does not fit whole, because half a sentence may say the contrary.
    fn put(&mut self, words: &str, role: Role) {
        let lines = self.wrapped(words);
        let height = u16::try_from(lines.len()).unwrap_or(u16::MAX);
        if height > self.area.height {
            self.area.height = 0;
            return;
        }
        let style = self.theme.style(role);
        for (place, line) in self.take(height).rows().zip(lines) {
            self.buf
                .set_stringn(place.x, place.y, line, usize::from(place.width), style);
        }
    }

    fn tick(&mut self, app: &App, shown: &Fuel) {
        let sign = match shown.ticked(app.today) {
            Some(true) => "[x]",
            _ => "[ ]",
        };
        let wordings = [
            format!("{sign} Enough protein today · Space ticks it, or takes it back"),
            format!("{sign} Enough protein today · Space"),
            format!("{sign} protein · Space"),
        ];
        let words = text::first_fitting(wordings, self.area.width).unwrap_or_default();
        self.put(&words, Role::Text);
    }

    /// A sign for each of the last days, the latest last: eaten, not eaten, nothing said.
    fn row_of_ticks(&mut self, app: &App, shown: &Fuel) {
        let signs: Vec<&str> = shown
            .ticks(app.today)
            .map(|(_, tick)| match tick {
                Some(true) => "●",
                Some(false) => "○",
                None => "·",
            })
            .collect();
        let first = shown.ticks(app.today).next().map(|(day, _)| day);
        let first = first.map(|day| day.strftime("%-d %b").to_string());
        let first = first.unwrap_or_default();
        let wordings = [
            format!(
                "{first} {} today · ● enough, ○ not, · not said",
                signs.join(" ")
            ),
            format!("{first} {} today", signs.join(" ")),
            format!("{first} {} today", signs.concat()),
            signs.concat(),
        ];
        let words = text::first_fitting(wordings, self.area.width).unwrap_or_default();
        self.put(&words, Role::Text);
    }
}
