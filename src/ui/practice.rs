//! Practice: its door, the picture of a session that fades away, the blind part on which there is nothing to be read off, and
//! what was felt.

mod door;
mod felt;

use super::live;
use super::pacing::{self, Geometry, Level, Motion, Picture, Sentence};
use super::sheet::{Page, Sheet, inset};
use super::theme::{Role, Theme};
use super::widgets::big::Rasters;
use super::{footer, session};
use crate::app::App;
use crate::app::practice::{Practice, Progress};
use crate::app::session::Session;
use crate::training::practice::Way;
use crate::training::timeline::SegmentKind;
use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::widgets::{Clear, Widget as _};
use std::time::Duration;

/// In how many steps the cues fade: more cannot be told apart.
const STEPS: u8 = 24;
const MINUTE: Duration = Duration::from_secs(60);

/// All that changes on the screen while time passes. Two equal values give the same frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Visible {
    /// The door, or what was felt.
    Still,
    /// With cues.
    Cued {
        /// What moves.
        live: live::Visible,
        /// How much of it is there, in steps.
        presence: u8,
    },
    /// Without.
    Blind {
        /// The minutes that are left, any begun one counted.
        minutes: u32,
    },
}

/// What can be seen of a practice at the app's moment.
pub fn visible(app: &App, practice: &Practice, geometry: Geometry) -> Visible {
    let clock = app.now.audible;
    match &practice.progress {
        Progress::Door | Progress::Over(_) => Visible::Still,
        Progress::Running(session) if practice.is_blind(clock) => Visible::Blind {
            minutes: minutes(left(session, clock)),
        },
        Progress::Running(session) => Visible::Cued {
            live: live::visible(session, clock, geometry),
            presence: steps(practice.presence(clock)),
        },
    }
}

/// The next moment of the clock at which it looks different, or another part begins.
pub fn next_change(
    app: &App,
    practice: &Practice,
    geometry: Geometry,
    per_second: u8,
) -> Option<Duration> {
    let clock = app.now.audible;
    let Progress::Running(session) = &practice.progress else {
        return None;
    };
    if !practice.is_blind(clock) {
        return live::next_change(session, clock, geometry, per_second);
    }
    let left = left(session, clock);
    let whole = MINUTE.saturating_mul(minutes(left).saturating_sub(1));
    Some(clock + left.saturating_sub(whole))
}

/// Draws it.
pub fn draw(
    app: &App,
    practice: &Practice,
    theme: &Theme,
    rasters: &mut Rasters,
    area: Rect,
    buf: &mut Buffer,
) {
    let clock = app.now.audible;
    let session = match &practice.progress {
        Progress::Running(session) if !practice.is_blind(clock) => session,
        _ => return still(app, practice, *theme, rasters, area, buf),
    };
    let seen = steps(practice.presence(clock));
    let mut picture = picture(app, practice, session, area);
    if seen == STEPS {
        return pacing::draw(&picture, theme, rasters, app.view, area, buf);
    }
    picture.hints.clear();
    picture.notice = None;
    if !theme.fades() {
        shed(&mut picture, seen);
    }
    pacing::draw(&picture, theme, rasters, app.view, area, buf);
    if theme.fades() {
        theme.fade(buf, f32::from(seen) / f32::from(STEPS));
    }
    // What the keys do stays to be read.
    if let Some(foot) = area.rows().next_back().filter(|_| area.height > 1) {
        Clear.render(foot, buf);
        buf.set_style(foot, theme.style(Role::Text));
        footer::draw(app, *theme, inset(foot), buf);
    }
}

/// The picture of a session, with the words of a practice.
fn picture(app: &App, practice: &Practice, session: &Session, area: Rect) -> Picture {
    let mut picture = session::picture(app, session, Geometry::of(area));
    if picture.sets.is_some_and(|sets| sets.of == Some(1)) {
        picture.sets = None;
    }
    let here = session.segment(app.now.audible);
    if here.is_some_and(|here| here.kind == SegmentKind::LeadIn) {
        picture.lines = vec![match practice.plan.way() {
            Way::Thirds => Sentence::new([
                "Follow; then the cues fade; then go on blind: Space at every turn-around",
                "Follow; cues fade; blind, Space taps each turn-around",
                "Blind, Space taps",
            ]),
            Way::Ladder(_) => Sentence::new([
                "The lowering grows: follow it. t taps a turn-around, if you like",
                "The lowering grows: follow it",
                "The lowering grows",
            ]),
        }];
    }
    picture
}

/// Takes away what can be read, then what can be seen, where nothing can fade.
fn shed(picture: &mut Picture, seen: u8) {
    picture.next = None;
    if seen < STEPS * 3 / 4 {
        picture.digits.clear();
    }
    if seen < STEPS / 2 {
        picture.motion = Motion::Still;
        picture.word = "".into();
        picture.short_word = None;
    }
    if seen < STEPS / 4 {
        picture.level = Level::Flood(0);
    }
}

/// A page that stands still.
fn still(
    app: &App,
    practice: &Practice,
    theme: Theme,
    rasters: &mut Rasters,
    area: Rect,
    buf: &mut Buffer,
) {
    buf.set_style(area, theme.style(Role::Text));
    let [main, foot] = Layout::vertical([
        Constraint::Fill(1),
        Constraint::Length(u16::from(area.height > 1)),
    ])
    .areas(area);
    let mut sheet = Sheet {
        theme,
        rasters,
        buf,
    };
    let main = inset(main);
    match &practice.progress {
        Progress::Door => sheet.words(&door::page(practice), main),
        Progress::Running(session) => {
            sheet.words(&blind(practice, left(session, app.now.audible)), main);
        }
        Progress::Over(felt) => sheet.felt(felt, main),
    }
    footer::draw(app, theme, inset(foot), sheet.buf);
}

/// Nothing in it goes with time but the minutes.
fn blind(practice: &Practice, left: Duration) -> Page {
    let taps = practice.blind_taps();
    let (big, count) = match taps {
        0 => (
            "TAP".to_owned(),
            "the first tap begins a rep, when you are ready".to_owned(),
        ),
        1 => ("1".to_owned(), "1 tap".to_owned()),
        _ => (taps.to_string(), format!("{taps} taps")),
    };
    let left = match minutes(left) {
        0 | 1 => "less than a minute left".to_owned(),
        minutes => format!("less than {minutes} minutes left"),
    };
    Page {
        big: vec![big],
        plain: String::new(),
        below: vec!["blind: tap at every turn-around".to_owned(), count, left],
    }
}

impl Sheet<'_> {
    /// Large letters with small lines beneath.
    fn words(&mut self, page: &Page, area: Rect) {
        let lines = self.below(page, area.width, area.height);
        let below = u16::try_from(lines.len()).unwrap_or(u16::MAX);
        let air = Constraint::Length(u16::from(area.height > below + 8));
        let [_, head, _, words, _] = Layout::vertical([
            air,
            Constraint::Fill(1),
            air,
            Constraint::Length(below),
            air,
        ])
        .areas(area);
        self.headline(page, head);
        for (row, line) in words.rows().zip(&lines) {
            self.centred(line, Role::Text, row);
        }
    }
}

/// The time to the end.
fn left(session: &Session, clock: Duration) -> Duration {
    let position = session.transport.position_at(clock);
    session
        .transport
        .timeline()
        .total()
        .saturating_sub(position)
}

/// Minutes, any begun one counted.
fn minutes(length: Duration) -> u32 {
    let minutes = length.as_nanos().div_ceil(MINUTE.as_nanos());
    u32::try_from(minutes).unwrap_or(u32::MAX)
}

/// A presence in steps; none only where there is nothing.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a share in 0..=1 of a u8 is rounded up to a u8"
)]
fn steps(presence: f32) -> u8 {
    (presence.clamp(0.0, 1.0) * f32::from(STEPS)).ceil() as u8
}
