//! Tests of the pacing screen: nothing is clipped, nothing panics, and what it looks like.

mod clipping;
mod fixtures;
mod fuzz;
mod looks;

use super::{Geometry, Level, Motion, Next, Picture, View, draw};
use crate::ui::theme::{Depth, Glyphs, Light, Theme, Tone};
use crate::ui::widgets::big::Rasters;
use fixtures::phases;
use ratatui::{buffer::Buffer, layout::Rect};

const SIZES: [(u16, u16); 4] = [(20, 6), (40, 12), (80, 24), (200, 60)];

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
const ASCII: Theme = Theme {
    glyphs: Glyphs::Ascii,
    ..PLAIN
};

fn drawn(picture: &Picture, theme: Theme, view: View, (width, height): (u16, u16)) -> Buffer {
    let area = Rect::new(0, 0, width, height);
    let mut buffer = Buffer::empty(area);
    draw(
        picture,
        &theme,
        &mut Rasters::new(),
        view,
        area,
        &mut buffer,
    );
    buffer
}

fn row(buffer: &Buffer, y: u16) -> String {
    (0..buffer.area.width)
        .map(|x| buffer[(x, y)].symbol())
        .collect()
}

fn rows(buffer: &Buffer) -> Vec<String> {
    (0..buffer.area.height).map(|y| row(buffer, y)).collect()
}

#[test]
fn equal_pictures_give_equal_frames_whatever_was_drawn_before() {
    let size = (80, 24);
    let area = Rect::new(0, 0, size.0, size.1);
    let mut rasters = Rasters::new();
    let mut used = Buffer::empty(area);
    for (name, picture) in phases(size) {
        draw(&picture, &DAY, &mut rasters, View::Flood, area, &mut used);
        assert_eq!(
            used,
            drawn(&picture.clone(), DAY, View::Flood, size),
            "{name}"
        );
    }
}

#[test]
fn every_step_of_the_water_changes_the_frame() {
    for size in [(20, 6), (40, 12), (30, 35)] {
        let steps = Geometry::of(Rect::new(0, 0, size.0, size.1));
        let with = |level| {
            drawn(
                &Picture {
                    level,
                    ..Picture::new(Tone::Down, Motion::Falling, "DOWN")
                },
                DAY,
                View::Flood,
                size,
            )
        };
        for level in 1..=steps.level_steps {
            assert_ne!(
                with(Level::Flood(level - 1)),
                with(Level::Flood(level)),
                "{size:?} {level}"
            );
        }
    }
}

#[test]
fn the_next_phase_is_announced_where_it_will_go() {
    let strip = |motion, y: u16| {
        let next = Next {
            tone: Tone::Up,
            word: "UP",
            motion,
        };
        let picture = Picture {
            next: Some(next),
            ..Picture::new(Tone::Down, Motion::Falling, "DOWN")
        };
        drawn(&picture, DAY, View::Flood, (80, 24))[(1, y)].bg == DAY.water(Tone::Up).fill.ground
    };
    assert_eq!(
        (strip(Motion::Rising, 0), strip(Motion::Rising, 23)),
        (true, false)
    );
    assert_eq!(
        (strip(Motion::Falling, 0), strip(Motion::Falling, 23)),
        (false, true)
    );
    assert_eq!(
        (strip(Motion::Still, 0), strip(Motion::Still, 23)),
        (true, true)
    );
}

#[test]
fn without_colours_or_blocks_the_flood_becomes_a_bar() {
    for theme in [PLAIN, ASCII] {
        let picture = Picture::new(Tone::Down, Motion::Falling, "DOWN");
        let size = (80, 24);
        assert_eq!(
            drawn(&picture, theme, View::Flood, size),
            drawn(&picture, theme, View::Bar, size)
        );
    }
}

#[test]
fn ascii_is_ascii() {
    for size in SIZES {
        for (name, picture) in phases(size) {
            let text = rows(&drawn(&picture, ASCII, View::Bar, size)).concat();
            assert!(text.is_ascii(), "{name} {size:?}: {text}");
        }
    }
}
