//! The screen that is drawn on: when a frame is due, and whether the terminal takes it.

use super::drain::Drain;
use crate::app::App;
use crate::settings::Settings;
use crate::terminal;
use crate::terminal::lean::{Colours, Lean, Repeat};
use crate::terminal::sheet::Sheet;
use crate::ui;
use crate::ui::theme::{Depth, Theme};
use crate::ui::widgets::big::Rasters;
use ratatui::backend::Backend as _;
use ratatui::layout::{Position, Rect, Size};
use std::io;
use std::time::{Duration, Instant};

/// Frames a second where a connection or a very large screen makes each of them dear.
const FEW: u8 = 30;
/// Frames a second elsewhere.
const MANY: u8 = 60;
/// Cells from which a screen is very large.
const LARGE: u32 = 20_000;
/// How long the loop waits before it looks again whether a terminal that was behind drains.
const PATIENCE: Duration = Duration::from_millis(15);
/// What makes a terminal ring.
const BELL: &[u8] = b"\x07";

/// The screen that is drawn on, and what stands on it.
pub(super) struct Canvas {
    sheet: Sheet<Lean<terminal::Screen>>,
    rasters: Rasters,
    settings: Settings,
    area: Rect,
    seen: Option<ui::Seen>,
    pub(super) dirty: bool,
    /// How fast the terminal drains.
    drain: Drain,
    not_before: Instant,
}

impl Canvas {
    pub(super) fn new(settings: &Settings) -> Self {
        let size = terminal::size();
        let colours = if settings.depth == Depth::None {
            Colours::Withheld
        } else {
            Colours::Sent
        };
        let repeat = Repeat::known_to(|name| std::env::var(name).ok());
        let backend = Lean::new(terminal::Screen, size, colours, repeat);
        let area = Rect::from((Position::ORIGIN, size));
        Self {
            sheet: Sheet::new(backend, area),
            rasters: Rasters::new(),
            settings: settings.clone(),
            area,
            seen: None,
            dirty: true,
            drain: Drain::new(Instant::now()),
            not_before: Instant::now(),
        }
    }

    /// How long a terminal that is behind is to be left alone before another look.
    pub(super) fn patience(&self) -> Duration {
        self.not_before
            .saturating_duration_since(Instant::now())
            .max(PATIENCE)
    }

    pub(super) fn area(&self) -> Rect {
        self.area
    }

    /// Draws if the picture differs. Returns whether the screen is up to date: a terminal that is behind gets no frame.
    pub(super) fn refresh(&mut self, app: &App) -> io::Result<bool> {
        let seen = ui::seen(app, self.area);
        if !self.dirty && self.seen == Some(seen) {
            return Ok(true);
        }
        let now = Instant::now();
        if now < self.not_before {
            return Ok(false);
        }
        if !terminal::ready() {
            self.drain.is_full(now);
            return Ok(false);
        }
        self.draw(app)?;
        Ok(true)
    }

    pub(super) fn draw(&mut self, app: &App) -> io::Result<()> {
        let begun = Instant::now();
        let seen = ui::seen(app, self.area);
        let before = self.sheet.backend().traffic().bytes;
        let rows = match self.seen.filter(|_| !self.dirty) {
            Some(shown) => ui::rows_between(shown, seen, self.area),
            None => 0..self.area.height,
        };
        let (area, rasters, theme) = (self.area, &mut self.rasters, theme(&self.settings, app));
        self.sheet
            .draw(rows, |buf| ui::draw(app, &theme, rasters, area, buf))?;
        self.seen = Some(seen);
        self.dirty = false;
        let written = self.sheet.backend().traffic().bytes - before;
        if written > 0 {
            let now = Instant::now();
            self.not_before = now
                + self
                    .drain
                    .wrote(now, written, now.saturating_duration_since(begun));
        }
        Ok(())
    }

    /// When the picture next differs, as a moment that is heard.
    pub(super) fn next_change(&self, app: &App) -> Option<Duration> {
        ui::next_change(app, self.area, self.per_second())
    }

    pub(super) fn per_second(&self) -> u8 {
        let dear = self.settings.remote.is_some()
            || u32::from(self.area.width) * u32::from(self.area.height) > LARGE;
        self.settings
            .per_second
            .unwrap_or(if dear { FEW } else { MANY })
    }

    pub(super) fn resize(&mut self) -> anyhow::Result<()> {
        let size: Size = terminal::size();
        let area = Rect::from((Position::ORIGIN, size));
        if area != self.area {
            self.area = area;
            self.sheet.backend_mut().set_size(size);
            self.sheet.resize(area)?;
            self.dirty = true;
        }
        Ok(())
    }

    /// Paints everything anew, whatever stands on the screen.
    pub(super) fn repaint(&mut self) -> anyhow::Result<()> {
        self.sheet.backend_mut().forget();
        self.sheet.clear()?;
        self.dirty = true;
        Ok(())
    }

    /// Rings the terminal's bell, whatever stands on the screen. A terminal that is behind would only ring late.
    pub(super) fn ring(&mut self, strokes: usize) -> io::Result<()> {
        if strokes == 0 || !terminal::ready() {
            return Ok(());
        }
        let screen = self.sheet.backend_mut();
        screen.pass(&BELL.repeat(strokes));
        screen.flush()
    }

    pub(super) fn pass(&mut self, sequence: &[u8]) {
        self.sheet.backend_mut().pass(sequence);
        self.dirty = true;
    }
}

/// The theme that an app shows at the moment.
fn theme(settings: &Settings, app: &App) -> Theme {
    Theme {
        light: app.light,
        depth: settings.depth,
        glyphs: settings.glyphs,
    }
}
