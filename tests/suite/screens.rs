//! The screens of the app as it is driven: what they look like, that no value is lost, and the contract with the loop.

mod clipping;
mod constructs;
mod contract;
mod editor;
mod flash;
mod four;
mod fuel;
pub(crate) mod log;
mod looks;
mod morning;
mod pages;
mod practice;
mod settings;
pub(crate) mod states;
mod trends;

use super::lifter::Lifter;
use downbeat::app::App;
use downbeat::ui;
use downbeat::ui::theme::{Depth, Glyphs, Light, Theme};
use downbeat::ui::widgets::big::Rasters;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

const DAY: Theme = Theme {
    light: Light::Day,
    depth: Depth::TrueColour,
    glyphs: Glyphs::Blocks,
};

const NIGHT: Theme = Theme {
    light: Light::Night,
    ..DAY
};
const PLAIN: Theme = Theme {
    depth: Depth::None,
    ..DAY
};

const SIZES: [(u16, u16); 4] = [(20, 6), (40, 12), (80, 24), (200, 60)];

/// The app as it is drawn on a screen of a size.
fn drawn(app: &App, theme: Theme, rasters: &mut Rasters, (width, height): (u16, u16)) -> Buffer {
    let mut terminal = Terminal::new(TestBackend::new(width, height)).expect("a screen of cells");
    let frame = terminal
        .draw(|frame| ui::draw(app, &theme, rasters, frame.area(), frame.buffer_mut()))
        .expect("cells take everything");
    frame.buffer.clone()
}

fn area((width, height): (u16, u16)) -> Rect {
    Rect::new(0, 0, width, height)
}

/// The symbols, row by row.
fn rows(buffer: &Buffer) -> Vec<String> {
    let rows = buffer.content().chunks(usize::from(buffer.area.width));
    rows.map(|row| row.iter().map(ratatui::buffer::Cell::symbol).collect())
        .collect()
}
