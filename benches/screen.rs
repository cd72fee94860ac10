//! What a frame of the pacing screen costs.

use divan::{Bencher, black_box};
use downbeat::ui::{
    pacing::{self, Geometry, Level, Motion, Picture, Tally, View},
    theme::{Depth, Glyphs, Light, Theme, Tone},
    widgets::big::Rasters,
};
use ratatui::{buffer::Buffer, layout::Rect};

fn main() {
    divan::main();
}

/// The rows through which the water has moved: what moving costs sixty times a second.
#[divan::bench(args = [(80, 24), (200, 60)])]
fn step(bencher: Bencher<'_, '_>, (width, height): (u16, u16)) {
    let area = Rect::new(0, 0, width, height);
    let theme = Theme {
        light: Light::Day,
        depth: Depth::TrueColour,
        glyphs: Glyphs::Blocks,
    };
    let steps = Geometry::of(area).level_steps;
    let mut picture = Picture {
        digits: "3".to_owned(),
        reps: Some(Tally {
            done: 2,
            under_way: true,
            of: Some(8),
        }),
        sets: Some(Tally {
            done: 0,
            under_way: true,
            of: Some(3),
        }),
        exercise: "Back squat".to_owned(),
        tempo: "4-0-1-0".to_owned(),
        ..Picture::new(Tone::Down, Motion::Falling, "DOWN")
    };
    let (mut rasters, mut level) = (Rasters::new(), 0);
    bencher.bench_local(|| {
        level = (level + 1) % (steps + 1);
        let before = std::mem::replace(&mut picture.level, Level::Flood(level));
        let rows = before.rows_between(picture.level, height);
        let mut buffer = Buffer::empty(Rect::new(0, rows.start, width, rows.end - rows.start));
        pacing::draw(
            black_box(&picture),
            &theme,
            &mut rasters,
            View::Flood,
            area,
            &mut buffer,
        );
        buffer
    });
}

/// The first frame of a size, with every letter still to be drawn.
#[divan::bench(args = [(80, 24), (200, 60)])]
fn first_frame(bencher: Bencher<'_, '_>, (width, height): (u16, u16)) {
    let area = Rect::new(0, 0, width, height);
    let theme = Theme {
        light: Light::Day,
        depth: Depth::TrueColour,
        glyphs: Glyphs::Blocks,
    };
    let picture = Picture {
        digits: "8".to_owned(),
        ..Picture::new(Tone::Down, Motion::Falling, "DOWN")
    };
    let mut buffer = Buffer::empty(area);
    bencher.bench_local(|| {
        pacing::draw(
            black_box(&picture),
            &theme,
            &mut Rasters::new(),
            View::Flood,
            area,
            &mut buffer,
        );
    });
}
