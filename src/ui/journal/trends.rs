//! The tab "Trends": a figure with its answer above it, and the others as far as there is room for them.
//!
//! On a narrow screen one figure is seen, on an ordinary one with the answers of the others beneath it, and on a large one
//! all of them at once.

mod bests;
mod calendar;
mod figures;
mod plot;
mod strips;

use crate::app::App;
use crate::app::journal::trends::{Figures, Trends};
use crate::training::text::visible;
use crate::training::trend::Figure;
use crate::ui::sheet::inset;
use crate::ui::theme::{Role, Theme};
use crate::ui::widgets::text::{first_fitting, shortened, shown, width, wrapped};
use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Rect};

/// From this size on, all figures are seen.
const LARGE: (u16, u16) = (150, 45);
/// From this size on, the answers of the others are seen.
const ORDINARY: (u16, u16) = (60, 20);
/// Columns of a title in the list.
const TITLE: u16 = 26;
/// Under this height there is room for nothing but the answer and the chart.
const SMALL: u16 = 8;
/// Rows that a chart wants before a sentence gets a second row.
const CHART: u16 = 9;

/// Draws it.
pub(super) fn draw(app: &App, shown: &Trends, theme: Theme, area: Rect, buf: &mut Buffer) {
    let area = inset(area);
    let pen = &mut Pen { theme, buf };
    let Some(figures) = &shown.figures else {
        let words = if app.has_notice() {
            ""
        } else {
            "The journal is being read…"
        };
        pen.line(words, Role::Quiet, area);
        return;
    };
    let fits = |size: (u16, u16)| area.width + 2 >= size.0 && area.height + 2 >= size.1;
    if fits(LARGE) {
        pen.all(figures, shown.figure, area);
    } else if fits(ORDINARY) {
        pen.with_others(figures, shown.figure, area);
    } else {
        let numbered = format!("{}/{} ", place(shown.figure), Figure::ALL.len());
        pen.panel(figures, shown.figure, (&numbered, Role::Heading), area);
    }
}

/// Counts from 1.
fn place(figure: Figure) -> usize {
    let before = Figure::ALL.iter().take_while(|other| **other != figure);
    before.count() + 1
}

/// What is drawn with, and on.
struct Pen<'b> {
    theme: Theme,
    buf: &'b mut Buffer,
}

impl Pen<'_> {
    /// All figures, three in a row. The one that is looked at has a mark.
    fn all(&mut self, figures: &Figures, chosen: Figure, area: Rect) {
        let rows = Layout::vertical([Constraint::Fill(1); 3])
            .spacing(1)
            .split(area);
        let columns = |row: &Rect| {
            Layout::horizontal([Constraint::Fill(1); 3])
                .spacing(3)
                .split(*row)
        };
        let places = rows.iter().flat_map(|row| columns(row).to_vec());
        for (figure, place) in Figure::ALL.into_iter().zip(places) {
            let title = if figure == chosen {
                ("> ", Role::Selected)
            } else {
                ("", Role::Heading)
            };
            self.panel(figures, figure, title, place);
        }
    }

    /// The figure, and the short answers of all.
    fn with_others(&mut self, figures: &Figures, chosen: Figure, area: Rect) {
        let count = u16::try_from(Figure::ALL.len()).unwrap_or(u16::MAX);
        let [chart, list] = Layout::vertical([Constraint::Fill(1), Constraint::Length(count)])
            .spacing(1)
            .areas(area);
        self.panel(figures, chosen, ("", Role::Heading), chart);
        for (figure, row) in Figure::ALL.into_iter().zip(list.rows()) {
            let [title, answer] =
                Layout::horizontal([Constraint::Length(TITLE), Constraint::Fill(1)]).areas(row);
            let (mark, role) = if figure == chosen {
                ("> ", Role::Selected)
            } else {
                ("  ", Role::Text)
            };
            self.line(&format!("{mark}{}", figure.title()), role, title);
            self.line(&figures.sentence(figure).short, Role::Quiet, answer);
        }
    }

    /// One figure: what it is, its answer, the chart, and what has to be said beside it.
    fn panel(&mut self, figures: &Figures, figure: Figure, (mark, role): (&str, Role), area: Rect) {
        let caveat = self.caveat(figures, figure, area);
        let answer = self.answer(figures, figure, area);
        let rows = |lines: &[String]| u16::try_from(lines.len()).unwrap_or(u16::MAX);
        let [title, told, chart, beside] = Layout::vertical([
            Constraint::Length(1),
            Constraint::Length(rows(&answer)),
            Constraint::Fill(1),
            Constraint::Length(rows(&caveat)),
        ])
        .areas(area);
        let room = area.width.saturating_sub(width(mark));
        let heading = heading(figures, figure, room);
        self.line(&format!("{mark}{heading}"), role, title);
        self.lines(&answer, Role::Text, told);
        self.lines(&caveat, Role::Quiet, beside);
        if !figures.is_empty(figure) {
            figures::draw(figures, figure, self, chart);
        }
    }

    /// The answer in the longest wording for which there is room.
    fn answer(&self, figures: &Figures, figure: Figure, area: Rect) -> Vec<String> {
        let sentence = figures.sentence(figure);
        let glyphs = self.theme.glyphs;
        let lines = wrapped(&sentence.long, area.width, glyphs);
        let most = match area.height {
            _ if figures.is_empty(figure) => usize::from(area.height.saturating_sub(1)),
            height if height > CHART + 4 => 2,
            _ => 1,
        };
        if lines.len() <= most {
            return lines;
        }
        shortened(&sentence.short, area.width, glyphs)
            .into_iter()
            .collect()
    }

    /// What has to be said beside the figure, in the wording for which there is room.
    fn caveat(&self, figures: &Figures, figure: Figure, area: Rect) -> Vec<String> {
        let Some(caveat) = figure.caveat().filter(|_| !figures.is_empty(figure)) else {
            return Vec::new();
        };
        let words = match area.height {
            ..SMALL => return Vec::new(),
            height if height > CHART + 5 => caveat.long,
            _ => caveat.short,
        };
        wrapped(&words, area.width, self.theme.glyphs)
    }

    fn lines(&mut self, lines: &[String], role: Role, area: Rect) {
        for (line, row) in lines.iter().zip(area.rows()) {
            self.line(line, role, row);
        }
    }

    /// One line, cut at the right edge with a sign.
    fn line(&mut self, words: &str, role: Role, area: Rect) {
        if area.is_empty() {
            return;
        }
        let words = shortened(words, area.width, self.theme.glyphs).unwrap_or_default();
        self.put((area.x, area.y), &words, role);
    }

    /// Words at a place, cut at the edge of the screen.
    fn put(&mut self, (x, y): (u16, u16), words: &str, role: Role) {
        let right = self.buf.area.right();
        if !self.buf.area.contains((x, y).into()) {
            return;
        }
        let words = shown(words, self.theme.glyphs);
        self.buf
            .set_stringn(x, y, words, usize::from(right - x), self.theme.style(role));
    }
}

/// `Load · Squat · 12 weeks`, as far as it fits.
fn heading(figures: &Figures, figure: Figure, room: u16) -> String {
    let (title, window) = (figure.title(), figures.window.words());
    let exercise = figures
        .exercises
        .iter()
        .find(|trained| trained.name == figures.loads.exercise);
    let exercise = exercise
        .filter(|_| figure.is_of_exercise())
        .map(|trained| visible(trained.shown()));
    let wordings = match exercise {
        Some(exercise) => vec![
            format!("{title} · {exercise} · {window}"),
            format!("{title} · {exercise}"),
        ],
        None => vec![format!("{title} · {window}")],
    };
    first_fitting(wordings, room).unwrap_or_else(|| title.to_owned())
}
