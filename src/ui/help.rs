//! A table of every key, those of the screen beneath first.

use super::pages::rows;
use super::theme::{Role, Theme};
use super::widgets::text;
use crate::app::action::{Key, Mode};
use crate::app::bindings::{Binding, bindings, everywhere};
use crate::app::{App, Screen};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Columns between the keys and the words, and between two columns of the table.
const GUTTER: u16 = 2;

/// A line of the table: a heading where there are no keys.
struct Line {
    keys: String,
    words: &'static str,
}

/// The lines, and how wide they are.
struct Table {
    lines: Vec<Line>,
    keys: u16,
    words: u16,
}

/// How keys and words are put.
#[derive(Clone, Copy)]
enum Wording {
    /// Every key, and phrases.
    Phrases,
    /// Every key, and a word or two.
    Hints,
    /// The first key, and a word or two.
    Short,
}

/// How many pages the keys take on a screen.
pub(super) fn pages(app: &App, area: Rect) -> usize {
    let table = Table::fitting(beneath(app), area);
    table.lines.len().div_ceil(table.capacity(area)).max(1)
}

/// Draws a page of them, counted from 0.
pub(super) fn draw(app: &App, page: usize, theme: Theme, area: Rect, buf: &mut Buffer) {
    let table = Table::fitting(beneath(app), area);
    let capacity = table.capacity(area);
    let lines = table.lines.iter().skip(page * capacity).take(capacity);
    let rows = usize::from(rows(area));
    for (index, line) in lines.enumerate() {
        let column = u16::try_from(index / rows).unwrap_or(u16::MAX);
        let row = u16::try_from(index % rows).unwrap_or(u16::MAX);
        let x = column.saturating_mul(table.width().saturating_add(GUTTER));
        let place = Rect {
            x: area.x.saturating_add(x),
            y: area.y.saturating_add(row),
            width: table.width().min(area.width.saturating_sub(x)),
            height: 1,
        };
        table.draw(line, theme, place, buf);
    }
}

impl Table {
    /// The table in the longest wording in which no line is cut. Phrases may take a second page, shorter words spare
    /// none: they are for narrow screens.
    fn fitting(beneath: Mode, area: Rect) -> Self {
        let [phrases, hints, short] = [Wording::Phrases, Wording::Hints, Wording::Short]
            .map(|wording| Self::new(beneath, wording));
        [phrases, hints]
            .into_iter()
            .find(|table| table.width() <= area.width)
            .unwrap_or(short)
    }

    fn new(beneath: Mode, wording: Wording) -> Self {
        let lines = lines(beneath, wording);
        let keyed = lines.iter().filter(|line| !line.keys.is_empty());
        let widest = |widths: &mut dyn Iterator<Item = u16>| widths.max().unwrap_or(0);
        Self {
            keys: widest(&mut keyed.clone().map(|line| text::width(&line.keys))),
            words: widest(&mut keyed.map(|line| text::width(line.words))),
            lines,
        }
    }

    fn width(&self) -> u16 {
        self.keys.saturating_add(GUTTER).saturating_add(self.words)
    }

    /// How many lines a page has.
    fn capacity(&self, area: Rect) -> usize {
        let columns = area.width.saturating_add(GUTTER) / self.width().saturating_add(GUTTER);
        usize::from(columns.max(1)) * usize::from(rows(area))
    }

    fn draw(&self, line: &Line, theme: Theme, area: Rect, buf: &mut Buffer) {
        let room = usize::from(area.width);
        if line.keys.is_empty() {
            buf.set_stringn(area.x, area.y, line.words, room, theme.style(Role::Heading));
            return;
        }
        buf.set_stringn(area.x, area.y, &line.keys, room, theme.style(Role::Key));
        let indent = self.keys + GUTTER;
        let room = usize::from(area.width.saturating_sub(indent));
        let words = text::shown(line.words, theme.glyphs);
        let x = area.x.saturating_add(indent).min(area.right());
        buf.set_stringn(x, area.y, words, room, theme.style(Role::Text));
    }
}

fn beneath(app: &App) -> Mode {
    match &app.screen {
        Screen::Picker => Mode::Picker,
        Screen::Session(_) => Mode::Session,
        Screen::Summary(_) => Mode::Summary,
        Screen::Editor(_) => Mode::Form,
        Screen::Four(_) => Mode::Four,
        Screen::Practice(practice) => practice.mode(app.now.audible),
        Screen::Settings(settings) if settings.late.is_some() => Mode::Late,
        Screen::Settings(_) => Mode::Settings,
        Screen::Journal(journal) => journal.mode(),
        Screen::Elsewhere(_) => Mode::Elsewhere,
    }
}

/// The keys of the screen beneath, then those of every screen, then those of the others.
fn lines(beneath: Mode, wording: Wording) -> Vec<Line> {
    let line = |binding: &Binding| Line {
        keys: keys(binding, wording),
        words: match wording {
            Wording::Phrases => binding.help,
            Wording::Hints | Wording::Short => binding.hint,
        },
    };
    let (here, others): (Vec<_>, Vec<_>) = Mode::EXPLAINED
        .into_iter()
        .map(|(mode, heading)| (mode, heading, bindings(mode)))
        .partition(|(mode, ..)| *mode == beneath);
    let everywhere = (beneath, "Everywhere", everywhere());
    let mut lines: Vec<Line> = Vec::new();
    for (_, heading, bindings) in here.into_iter().chain([everywhere]).chain(others) {
        lines.push(Line {
            keys: String::new(),
            words: heading,
        });
        lines.extend(bindings.iter().map(line));
    }
    lines
}

fn keys(binding: &Binding, wording: Wording) -> String {
    let shown = match wording {
        Wording::Phrases | Wording::Hints => binding.keys.len(),
        Wording::Short => 1,
    };
    let labels: Vec<&str> = binding
        .keys
        .iter()
        .take(shown)
        .map(|key: &Key| key.label())
        .collect();
    labels.join(" ")
}
