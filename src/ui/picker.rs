//! The picker: the list of presets, and beside it the one under the cursor, running silently.
//!
//! The preview is one rep, over and over: the flood, and the rep's position–time curve with a dot on it. It stands still a
//! while after the last key, and then the program draws nothing.

mod ask;
mod columns;
mod list;
mod pasted;

use super::footer;
use super::live::{level, seconds_left};
use super::pacing::{self, Geometry, Picture, View};
use super::session::look;
use super::theme::{Role, Theme};
use super::widgets::big::Rasters;
use super::widgets::curve::{Curve, Leg, TOP};
use super::widgets::text;
use crate::app::picker::{Entry, Open};
use crate::app::{App, picker};
use crate::training::length::{clock as minutes, seconds};
use crate::training::routine::Routine;
use crate::training::text::visible;
use crate::training::timeline::{Handle, Segment, Timeline};
use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Margin, Rect};
use std::time::Duration;

/// From this width on there is room for the preview.
const WIDE: u16 = 60;
/// The columns of the preview.
const PREVIEW: u16 = 28;
/// Rows of the curve, labels included.
const CURVE: u16 = 6;
/// From this height on the preview holds the flood as well as the curve.
const TALL: u16 = 18;
/// Time between two pictures of the preview: it is to be understood, not followed.
const STEP: Duration = Duration::from_millis(50);

/// What moves in the picker. Two equal values give the same frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Preview {
    /// Where in its rep the preview is; it goes in steps.
    position: Option<Duration>,
    notice: bool,
}

/// One rep of a preset, and the position in it.
struct Rep {
    timeline: Timeline,
    position: Duration,
}

impl Rep {
    /// One rep of the preset under the cursor; `None` where there is none to pace.
    fn of(app: &App) -> Option<Self> {
        let routine = app.as_chosen(&app.picker.previewed()?);
        let timeline = Timeline::plan(&picker::one_rep(&routine)?);
        let step = STEP.as_nanos();
        let run = app.picker.preview_at(app.now.audible).as_nanos() / step * step;
        let whole = timeline.total().as_nanos();
        let rest = run.checked_rem(whole)?;
        let position = Duration::from_nanos(u64::try_from(rest).ok()?);
        Some(Self { timeline, position })
    }

    fn segment(&self) -> Option<&Segment> {
        self.timeline.at(self.position)
    }
}

/// What can be seen of the preview at the app's moment.
pub fn preview(app: &App, area: Rect) -> Preview {
    let [_, side] = columns(area);
    let rep = Rep::of(app).filter(|_| !side.is_empty());
    Preview {
        position: rep.map(|rep| rep.position),
        notice: app.has_notice(),
    }
}

/// The next moment at which to look whether the preview differs; `None` while it stands still.
pub fn next_change(app: &App, area: Rect) -> Option<Duration> {
    let clock = app.now.audible;
    let moves = preview(app, area).position.is_some() && app.picker.is_moving(clock);
    // The end of a rep that is heard has to be noticed, too.
    (moves || app.picker.hearing.is_on()).then(|| clock + STEP)
}

/// Draws it.
pub fn draw(app: &App, theme: &Theme, rasters: &mut Rasters, area: Rect, buf: &mut Buffer) {
    buf.set_style(area, theme.style(Role::Text));
    let [body, foot] = Layout::vertical([Constraint::Fill(1), Constraint::Length(1)]).areas(area);
    let [list, side] = columns(body);
    let errors = if side.is_empty() {
        list::Errors::Here
    } else {
        list::Errors::Beside
    };
    ask::draw(app, *theme, errors, list, buf);
    draw_preview(app, *theme, rasters, side, buf);
    footer::draw(app, *theme, foot, buf);
}

/// The list, and the preview where there is room for it.
fn columns(area: Rect) -> [Rect; 2] {
    let side = if area.width < WIDE {
        0
    } else {
        PREVIEW.max(area.width / 3)
    };
    Layout::horizontal([Constraint::Fill(1), Constraint::Length(side)]).areas(area)
}

/// The flood, the curve, and what there is to say, which needs some rows.
fn preview_rows(area: Rect, needed: u16) -> [Rect; 3] {
    if area.height < TALL {
        let [curve, words] =
            Layout::vertical([Constraint::Length(CURVE), Constraint::Fill(1)]).areas(area);
        return [Rect { height: 0, ..curve }, curve, words];
    }
    let most = (area.height - CURVE) / 2;
    Layout::vertical([
        Constraint::Fill(1),
        Constraint::Length(CURVE),
        Constraint::Length(needed.min(most)),
    ])
    .areas(area)
}

fn draw_preview(app: &App, theme: Theme, rasters: &mut Rasters, area: Rect, buf: &mut Buffer) {
    if area.is_empty() {
        return;
    }
    let area = area.inner(Margin::new(1, 0));
    if let Open::Pasted(_) = app.picker.open {
        if let Some(routine) = app.picker.previewed() {
            draw_routine(app, &routine, theme, rasters, area, buf);
        }
        return;
    }
    match app.picker.current() {
        Some(Entry {
            routine: Err(error),
            ..
        }) => {
            let lines = text::wrapped(&visible(error), area.width, theme.glyphs);
            for (row, line) in area.rows().zip(lines) {
                buf.set_string(row.x, row.y, line, theme.style(Role::Fault));
            }
        }
        Some(Entry {
            routine: Ok(routine),
            ..
        }) => {
            draw_routine(app, routine, theme, rasters, area, buf);
        }
        None => {}
    }
}

/// One rep, and what there is to say.
fn draw_routine(
    app: &App,
    routine: &Routine,
    theme: Theme,
    rasters: &mut Rasters,
    area: Rect,
    buf: &mut Buffer,
) {
    let description = description(app, routine);
    let wrapped = |line: &String| text::wrapped(line, area.width, theme.glyphs);
    let description: Vec<Vec<String>> = description.iter().map(wrapped).collect();
    let needed = description.iter().map(Vec::len).sum::<usize>();
    let needed = u16::try_from(needed).unwrap_or(u16::MAX);
    let [flood, curve, words] = preview_rows(area, needed);
    if let Some(rep) = Rep::of(app) {
        draw_rep(&rep, theme, rasters, [flood, curve], buf);
    }
    paragraph(description, theme, words, buf);
}

fn draw_rep(rep: &Rep, theme: Theme, rasters: &mut Rasters, areas: [Rect; 2], buf: &mut Buffer) {
    let [flood, curve] = areas;
    if let Some(picture) = miniature(rep, Geometry::of(flood)) {
        pacing::draw(&picture, &theme, rasters, View::Flood, flood, buf);
    }
    Curve {
        legs: &legs(&rep.timeline),
        dot: Some(rep.position),
    }
    .draw(&theme, curve, buf);
}

/// The pacing screen in small: level, digit and word.
fn miniature(rep: &Rep, geometry: Geometry) -> Option<Picture> {
    let segment = rep.segment()?;
    let (tone, motion, word) = look(&rep.timeline, segment);
    let mut picture = Picture::new(tone, motion, word);
    picture.level = level(segment, rep.position, geometry);
    picture.digits = seconds_left(segment, rep.position).to_string();
    Some(picture)
}

pub(super) fn legs(timeline: &Timeline) -> Vec<Leg> {
    let leg = |segment: &Segment| {
        let (tone, _, word) = look(timeline, segment);
        let (from, to) = match segment.handle {
            Handle::Falls => (TOP, 0),
            Handle::Rises => (0, TOP),
            Handle::High => (TOP, TOP),
            Handle::Low | Handle::Idle => (0, 0),
        };
        let label = format!("{} {} s", word.to_lowercase(), seconds(segment.duration()));
        Leg {
            tone,
            label,
            lasts: segment.duration(),
            from,
            to,
        }
    };
    timeline.segments().iter().map(leg).collect()
}

/// Totals, what the preset is for, and where its numbers are from, the most important first.
fn description(app: &App, routine: &Routine) -> Vec<String> {
    let timeline = Timeline::of(&app.as_chosen(routine));
    let about = if timeline.is_tension_approximate() {
        "~"
    } else {
        ""
    };
    let tension = timeline.tension();
    let totals = format!(
        "{about}{} under tension, {about}{} of it lowering",
        minutes(tension.total()),
        minutes(tension.eccentric)
    );
    let solo = routine.as_solo();
    let exercise = solo.map_or_else(String::new, |preset| preset.exercise.name.clone());
    let evidence = &routine.about;
    let told = [
        &routine.name,
        &exercise,
        &totals,
        &evidence.purpose,
        &evidence.published,
        &evidence.ours,
        &evidence.source,
    ];
    let told = told.into_iter().filter(|line| !line.is_empty());
    told.map(|line| visible(line).into_owned()).collect()
}

/// Wrapped sentences below each other; one that does not fit as a whole is left out.
fn paragraph(sentences: Vec<Vec<String>>, theme: Theme, area: Rect, buf: &mut Buffer) {
    let mut rows = area.rows().collect::<Vec<_>>().into_iter();
    for sentence in sentences {
        if sentence.len() > rows.len() {
            continue;
        }
        for (line, row) in sentence.into_iter().zip(rows.by_ref()) {
            buf.set_string(row.x, row.y, line, theme.style(Role::Text));
        }
    }
}
