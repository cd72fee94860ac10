//! The summary: what was done, legible from where the lifter stands; in full on small screens too.

use super::footer;
use super::sheet::Sheet;
use super::taps;
use super::theme::{Role, Theme, Tone};
use super::widgets::big::{Rasters, Size};
use super::widgets::questions;
use super::widgets::surface::Surface;
use super::widgets::text;
use crate::app::App;
use crate::app::summary::Summary;
use crate::training::text::visible;
use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Margin, Rect};

/// Below this the numbers are plain text.
const ROOMY: (u16, u16) = (40, 12);
/// From this height on the phases are big figures too.
const TALL: u16 = 20;

/// A number that is to be read from afar, and what it counts.
struct Figure {
    number: String,
    label: &'static str,
    tone: Tone,
}

/// Draws it.
pub fn draw(
    app: &App,
    summary: &Summary,
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
    if area.width < ROOMY.0 || area.height < ROOMY.1 {
        sheet.small(app, summary, area);
    } else {
        sheet.large(app, summary, area);
    }
}

impl Sheet<'_> {
    fn large(&mut self, app: &App, summary: &Summary, area: Rect) {
        let phases = phases(summary);
        let (phases, told) = if area.height < TALL {
            (Vec::new(), vec![words(&phases)])
        } else {
            (phases, Vec::new())
        };
        let mut lines: Vec<String> = Vec::new();
        let unmeasured = summary.timing.unmeasured();
        for line in told
            .into_iter()
            .chain(done(summary, area))
            .chain(unmeasured)
        {
            lines.extend(text::wrapped(
                &line,
                area.width.saturating_sub(2),
                self.theme.glyphs,
            ));
        }
        let tall = if phases.is_empty() { 0 } else { 2 };
        let inside = area.inner(Margin::new(1, 0));
        let [head, main, parts, below, tapped, asked, foot] = Layout::vertical([
            Constraint::Length(1),
            Constraint::Fill(3),
            Constraint::Fill(tall),
            Constraint::Length(u16::try_from(lines.len()).unwrap_or(u16::MAX)),
            Constraint::Length(taps::height(&summary.timing, inside)),
            Constraint::Length(question_rows(summary, area)),
            Constraint::Length(1),
        ])
        .areas(inside);
        self.head(summary, head);
        self.figures(&totals(summary), main);
        self.figures(&phases, parts);
        for (row, line) in below.rows().zip(&lines) {
            self.centred(line, Role::Text, row);
        }
        self.taps(&summary.timing, tapped);
        if let Some(asked_for) = &summary.questions {
            questions::draw(asked_for, self.theme, asked, self.buf);
        }
        footer::draw(app, self.theme, foot, self.buf);
    }

    /// `DONE` and what was trained.
    fn head(&mut self, summary: &Summary, area: Rect) {
        self.buf
            .set_string(area.x, area.y, "DONE", self.theme.style(Role::Heading));
        let mut parts = vec![visible(&summary.name).into_owned()];
        if summary.tempo != summary.name && !summary.tempo.is_empty() {
            parts.push(summary.tempo.clone());
        }
        let room = area.width.saturating_sub(6);
        let title = parts.join(" · ");
        let title = text::shortened(&title, room, self.theme.glyphs).unwrap_or_default();
        let x = area.right().saturating_sub(text::width(&title));
        self.buf
            .set_string(x, area.y, title, self.theme.style(Role::Text));
    }

    /// Figures beside each other, all in the same size.
    fn figures(&mut self, figures: &[Figure], area: Rect) {
        if figures.is_empty() || area.is_empty() {
            return;
        }
        let cells = Layout::horizontal(vec![Constraint::Fill(1); figures.len()]).split(area);
        let grain = Surface::plain(area, self.theme.page(), self.theme.glyphs).grain();
        let sizes = figures.iter().zip(cells.iter()).map(|(figure, cell)| {
            let room = cell.width.saturating_sub(2);
            Size::fitting(&figure.number, room, number_rows(cell.height), grain)
        });
        let size = sizes
            .min_by_key(|size| size.map(|size| (size.height, size.width)))
            .flatten();
        for (figure, cell) in figures.iter().zip(cells.iter()) {
            self.figure(figure, size, *cell);
        }
    }

    fn figure(&mut self, figure: &Figure, size: Option<Size>, cell: Rect) {
        let ground = Surface::plain(
            cell,
            self.theme.phase_on_page(figure.tone),
            self.theme.glyphs,
        );
        let label = Size::fitting(figure.label, cell.width, cell.height / 5, ground.grain());
        let height = |size: Option<Size>| Constraint::Length(size.map_or(1, |size| size.height));
        let [_, number, _, below, _] = Layout::vertical([
            Constraint::Fill(1),
            height(size),
            Constraint::Length(u16::from(label.is_some())),
            height(label),
            Constraint::Fill(1),
        ])
        .areas(cell);
        self.big(&ground, &figure.number, size, number);
        let ground = Surface::plain(cell, self.theme.page(), self.theme.glyphs);
        self.big(&ground, figure.label, label, below);
    }

    /// The numbers as text, the most important first.
    fn small(&mut self, app: &App, summary: &Summary, area: Rect) {
        let done = format!("{} · {} reps", sets_done(summary), fraction(summary));
        let total = format!(
            "{} under tension",
            summary.time(summary.performed.tension().total())
        );
        let phases = phases(summary)
            .into_iter()
            .map(|phase| format!("{} {}", phase.number, phase.label.to_lowercase()));
        let lines = [done, total]
            .into_iter()
            .chain(phases)
            .chain(exercises(summary).unwrap_or_else(|| vec![summary.reps()]))
            .chain(taps::sentences(&summary.timing))
            .chain(summary.timing.unmeasured());
        let mut rows = area.rows().collect::<Vec<_>>().into_iter();
        for line in lines {
            let wrapped = text::wrapped(&line, area.width, self.theme.glyphs);
            if wrapped.len() > rows.len() {
                break;
            }
            for (line, row) in wrapped.into_iter().zip(rows.by_ref()) {
                self.buf
                    .set_string(row.x, row.y, line, self.theme.style(Role::Text));
            }
        }
        let notice = app.notice.is_some();
        if let Some(last) = rows
            .next_back()
            .or_else(|| area.rows().next_back().filter(|_| notice))
        {
            self.buf.set_style(last, self.theme.style(Role::Text));
            footer::draw(app, self.theme, last, self.buf);
        }
    }
}

/// Rows for what is asked: all of it where there is room, else those around the cursor.
fn question_rows(summary: &Summary, area: Rect) -> u16 {
    let all = summary.questions.as_ref().map_or(0, questions::height);
    match area.height {
        0..16 => all.min(2),
        16..24 => all.min(3),
        _ => all,
    }
}

/// `24/24`.
fn fraction(summary: &Summary) -> String {
    format!("{}/{}", summary.performed.reps(), summary.planned)
}

fn totals(summary: &Summary) -> [Figure; 2] {
    let total = summary.performed.tension().total();
    [
        Figure {
            number: fraction(summary),
            label: "REPS",
            tone: Tone::Lead,
        },
        Figure {
            number: summary.time(total),
            label: "UNDER TENSION",
            tone: Tone::Lead,
        },
    ]
}

fn phases(summary: &Summary) -> Vec<Figure> {
    let tension = summary.performed.tension();
    let parts = [
        (tension.eccentric, "LOWERING", Tone::Down),
        (tension.concentric, "LIFTING", Tone::Up),
        (tension.isometric, "HOLDING", Tone::Hold),
    ];
    let parts = parts.into_iter().filter(|(length, ..)| !length.is_zero());
    let figure = |(length, label, tone)| Figure {
        number: summary.time(length),
        label,
        tone,
    };
    parts.map(figure).collect()
}

fn words(phases: &[Figure]) -> String {
    let words = phases
        .iter()
        .map(|phase| format!("{} {}", phase.number, phase.label.to_lowercase()));
    words.collect::<Vec<_>>().join(" · ")
}

fn sets_done(summary: &Summary) -> String {
    let sets = summary.performed.sets();
    format!("{sets} set{}", if sets == 1 { "" } else { "s" })
}

/// The exercises of a routine, each in a line, where they take no more than a third of the screen; else its sets.
fn done(summary: &Summary, area: Rect) -> Vec<String> {
    let room = usize::from(area.height / 3);
    exercises(summary)
        .filter(|lines| lines.len() <= room)
        .unwrap_or_else(|| vec![sets(summary, area)])
}

/// A line for each exercise of a routine.
fn exercises(summary: &Summary) -> Option<Vec<String>> {
    let exercises = summary.exercises.iter();
    let lines: Vec<String> = exercises
        .map(|exercise| visible(&summary.line(exercise)).into_owned())
        .collect();
    (!lines.is_empty()).then_some(lines)
}

/// `3 sets: 8 8 8`, or how many sets alone where that would take half of the screen.
fn sets(summary: &Summary, area: Rect) -> String {
    let all = summary.sets();
    let rows = text::width(&all) / area.width.max(1);
    if rows > 2 { sets_done(summary) } else { all }
}

/// The rows that a figure's number gets: the label and the air round it take the others.
fn number_rows(cell: u16) -> u16 {
    let label = if cell / 5 >= 3 { cell / 5 + 1 } else { 1 };
    cell.saturating_sub(label + 1)
}
