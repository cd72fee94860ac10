//! What a person sees: colours, widgets, and one file per screen's drawing.
//!
//! Everything in here is a pure function of the app, a theme and an area. Nothing asks what time it is, and nothing
//! touches the terminal: that is the runtime's business.

mod about;
pub mod editor;
mod elsewhere;
mod evidence;
mod flash;
mod footer;
pub mod four;
mod help;
pub mod journal;
pub mod live;
mod offer;
pub mod pacing;
mod pages;
pub mod picker;
pub mod practice;
pub mod session;
pub mod settings;
mod sheet;
pub mod summary;
mod taps;
pub mod theme;
pub mod widgets;

use crate::app::action::Action;
use crate::app::{App, Overlay, Screen};
use pacing::Geometry;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::ops::Range;
use std::time::Duration;
use theme::Theme;
use widgets::big::Rasters;

/// All that changes on the screen while time passes and nothing else happens. Two equal values give the same frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seen {
    /// A flash: nothing else can be seen.
    Lit,
    /// A screen that stands still.
    Still {
        /// Whether a notice stands on it.
        notice: bool,
    },
    /// The picker's preview.
    Preview(picker::Preview),
    /// The editor.
    Editor(editor::Visible),
    /// The settings.
    Settings(settings::Visible),
    /// A session.
    Session {
        /// What moves.
        live: live::Visible,
        /// Whether a notice stands on it.
        notice: bool,
    },
    /// A practice.
    Practice {
        /// What moves.
        visible: practice::Visible,
        /// Whether a notice stands on it.
        notice: bool,
    },
}

/// What can be seen of the app at its moment.
pub fn seen(app: &App, area: Rect) -> Seen {
    if app.lit_until().is_some() {
        return Seen::Lit;
    }
    let notice = app.has_notice();
    match (&app.overlay, &app.screen) {
        (Overlay::None, Screen::Session(session)) => Seen::Session {
            live: live::visible(session, app.now.audible, Geometry::of(area)),
            notice,
        },
        (Overlay::None, Screen::Practice(practice)) => Seen::Practice {
            visible: practice::visible(app, practice, Geometry::of(area)),
            notice,
        },
        (Overlay::None, Screen::Picker) => Seen::Preview(picker::preview(app, area)),
        (Overlay::None, Screen::Settings(settings)) => {
            Seen::Settings(settings::visible(app, settings, area))
        }
        (Overlay::None, Screen::Editor(editor)) => Seen::Editor(editor::visible(app, editor)),
        _ => Seen::Still { notice },
    }
}

/// The rows in which the frames of two moments can differ, where nothing but time has passed between them.
pub fn rows_between(before: Seen, after: Seen, area: Rect) -> Range<u16> {
    match (before, after) {
        (
            Seen::Session { live, notice },
            Seen::Session {
                live: now,
                notice: noticed,
            },
        ) if notice == noticed => live.rows_between(now, area),
        _ => 0..area.height,
    }
}

/// The next moment of the clock at which the app looks different, or should be told that time has passed. `None` while
/// everything stands still.
pub fn next_change(app: &App, area: Rect, per_second: u8) -> Option<Duration> {
    let notice = app.notice.as_ref().map(|notice| notice.until);
    let clock = app.now.audible;
    let lit = app.lit_until();
    // What moves under a flash is not seen.
    let per_second = if lit.is_some() { 1 } else { per_second };
    let moving = match (&app.overlay, &app.screen) {
        (Overlay::None, Screen::Session(session)) => {
            live::next_change(session, clock, Geometry::of(area), per_second)
        }
        // Under the help time goes on, unseen: the app is told once a second.
        (_, Screen::Session(session)) => live::next_change(session, clock, Geometry::of(area), 1),
        (Overlay::None, Screen::Practice(practice)) => {
            practice::next_change(app, practice, Geometry::of(area), per_second)
        }
        (_, Screen::Practice(practice)) => {
            practice::next_change(app, practice, Geometry::of(area), 1)
        }
        (Overlay::None, Screen::Picker) => picker::next_change(app, area),
        (_, Screen::Editor(editor)) => editor::next_change(app, editor),
        (_, Screen::Settings(settings)) => settings::next_change(settings, clock, area, per_second),
        _ => None,
    };
    [notice, lit, moving].into_iter().flatten().min()
}

/// What a key means on a screen of this size: it depends on whether the last page is shown of what lies over it, or of the
/// advice, behind which are the questions again.
pub fn meaning(app: &App, area: Rect, action: Action) -> Action {
    if let (Overlay::None, Screen::Journal(shown), Action::Turn) =
        (&app.overlay, &app.screen, action)
        && shown.today.page + 1 >= journal::pages(shown, area)
    {
        return Action::First;
    }
    let is_last = |page: usize| page + 1 >= pages::count(app, area);
    match (app.overlay, action) {
        (Overlay::Help { page } | Overlay::Evidence { page, .. }, Action::Turn)
            if is_last(page) =>
        {
            Action::Close
        }
        (Overlay::About { page, .. }, Action::Accept) if !is_last(page) => Action::Turn,
        _ => action,
    }
}

/// Draws the app over an area. Of a session the buffer may have some rows only: those that [`rows_between`] names.
pub fn draw(app: &App, theme: &Theme, rasters: &mut Rasters, area: Rect, buf: &mut Buffer) {
    if app.lit_until().is_some() {
        return flash::draw(*theme, buf);
    }
    match (&app.overlay, &app.screen) {
        (
            Overlay::Help { page } | Overlay::About { page, .. } | Overlay::Evidence { page, .. },
            _,
        ) => pages::draw(app, *page, *theme, area, buf),
        (_, Screen::Session(session)) => {
            let picture = session::picture(app, session, Geometry::of(area));
            pacing::draw(&picture, theme, rasters, app.view, area, buf);
        }
        (_, Screen::Editor(editor)) => editor::draw(app, editor, *theme, area, buf),
        (_, Screen::Picker) => {
            picker::draw(app, theme, rasters, area, buf);
            if let Some(offer) = &app.offer {
                offer::draw(offer, *theme, area, buf);
            }
        }
        (_, Screen::Practice(practice)) => {
            practice::draw(app, practice, theme, rasters, area, buf);
        }
        (_, Screen::Four(four)) => four::draw(app, four, theme, rasters, area, buf),
        (_, Screen::Settings(settings)) => {
            settings::draw(app, settings, *theme, rasters, area, buf);
        }
        (_, Screen::Summary(summary)) => summary::draw(app, summary, theme, rasters, area, buf),
        (_, Screen::Journal(shown)) => journal::draw(app, shown, *theme, area, buf),
        (_, Screen::Elsewhere(form)) => elsewhere::draw(app, form, *theme, area, buf),
    }
}
