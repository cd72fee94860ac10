//! Draws the pacing screen in every phase, view, light and depth, at many sizes, as PNG files to look at.

use super::picture;
use downbeat::ui::{
    pacing::{self, Geometry, Level, Motion, Next, Picture, Side, Tally, View},
    theme::{Depth, Glyphs, Light, Theme, Tone},
    widgets::{big::Rasters, keys::Hint},
};
use ratatui::{buffer::Buffer, layout::Rect};
use std::{io, path::Path};

const SIZES: [(u16, u16); 7] = [
    (20, 6),
    (40, 12),
    (80, 24),
    (200, 60),
    (100, 30),
    (12, 2),
    (120, 16),
];

pub(super) fn draw(folder: &Path) -> io::Result<()> {
    std::fs::create_dir_all(folder)?;
    let themes = [
        ("day", Light::Day, Depth::TrueColour, Glyphs::Blocks),
        ("night", Light::Night, Depth::TrueColour, Glyphs::Blocks),
        ("day256", Light::Day, Depth::Ansi256, Glyphs::Blocks),
        ("day16", Light::Day, Depth::Ansi16, Glyphs::Blocks),
        ("mono", Light::Day, Depth::None, Glyphs::Blocks),
        ("ascii", Light::Day, Depth::None, Glyphs::Ascii),
    ];
    for (name, light, depth, glyphs) in themes {
        let theme = Theme {
            light,
            depth,
            glyphs,
        };
        for (view_name, view) in [("flood", View::Flood), ("bar", View::Bar)] {
            if pacing::possible(view, &theme) != view {
                continue;
            }
            for (width, height) in SIZES {
                let file = format!("{name}-{view_name}-{width}x{height}.png");
                picture::png(&sheet(theme, view, width, height), &folder.join(file))?;
            }
        }
    }
    Ok(())
}

/// All phases at one size, side by side in rows of four.
fn sheet(theme: Theme, view: View, width: u16, height: u16) -> Buffer {
    let mut rasters = Rasters::new();
    let area = Rect::new(0, 0, width, height);
    let phases = phases(Geometry::of(area));
    let columns = 3_u16;
    let rows = u16::try_from(phases.len()).unwrap_or(0).div_ceil(columns);
    let mut sheet = Buffer::empty(Rect::new(0, 0, (width + 1) * columns, (height + 1) * rows));
    sheet.set_style(
        sheet.area,
        ratatui::style::Style::new().bg(ratatui::style::Color::Rgb(90, 90, 90)),
    );
    for (index, phase) in (0..).zip(&phases) {
        let mut buffer = Buffer::empty(area);
        pacing::draw(phase, &theme, &mut rasters, view, area, &mut buffer);
        let (left, top) = (
            index % columns * (width + 1),
            index / columns * (height + 1),
        );
        for y in 0..height {
            for x in 0..width {
                sheet[(left + x, top + y)] = buffer[(x, y)].clone();
            }
        }
    }
    sheet
}

fn phases(steps: Geometry) -> Vec<Picture> {
    let hints = [
        ("Space", "pause"),
        ("n", "skip"),
        ("x", "end set"),
        ("<>", "slower"),
        ("v", "view"),
        ("m", "mute"),
        ("?", "more"),
    ];
    let base = |tone, motion, word, digits: &str, level| Picture {
        level,
        digits: digits.to_owned(),
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
        tempo: "4-1-1-0".to_owned(),
        hints: hints.iter().map(|(key, does)| Hint { key, does }).collect(),
        ..Picture::new(tone, motion, word)
    };
    let part = |share: u16| Level::Flood(steps.level_steps * share / 100);
    let next = |tone, word, motion| Some(Next { tone, word, motion });
    vec![
        base(Tone::Down, Motion::Falling, "DOWN", "3", part(62)),
        Picture {
            next: next(Tone::Hold, "HOLD", Motion::Still),
            ..base(Tone::Down, Motion::Falling, "DOWN", "1", part(20))
        },
        Picture {
            next: next(Tone::Up, "UP", Motion::Rising),
            ..base(
                Tone::Hold,
                Motion::Still,
                "HOLD",
                "1",
                Level::Iris(steps.iris_steps * 7 / 10),
            )
        },
        Picture {
            next: next(Tone::Down, "DOWN", Motion::Falling),
            ..base(Tone::Up, Motion::Rising, "UP", "1", part(47))
        },
        Picture {
            reps: Some(Tally {
                done: 8,
                under_way: false,
                of: Some(8),
            }),
            lines: vec!["Next: set 2 of 3, 8 reps at 4-1-1-0".into()],
            ..base(Tone::Rest, Motion::Still, "REST", "1:30", part(70))
        },
        Picture {
            reps: Some(Tally {
                done: 0,
                under_way: false,
                of: Some(8),
            }),
            lines: vec![
                "Hear ticks? Sound on: Built-in Audio Analog Stereo".into(),
                "STARTS DOWN · s starts with the lift".into(),
            ],
            ..base(Tone::Lead, Motion::Still, "READY", "10", part(30))
        },
        Picture {
            badges: vec!["pausing…".into(), "MUTED".into()],
            notice: Some("Sound lost: the set goes on in silence".to_owned()),
            ..base(Tone::Up, Motion::Rising, "UP!", "", part(80))
        },
        Picture {
            side: Some(Side::Left),
            reps: Some(Tally {
                done: 99,
                under_way: true,
                of: Some(100),
            }),
            sets: Some(Tally {
                done: 9,
                under_way: true,
                of: Some(10),
            }),
            exercise: "Single-leg Romanian deadlift with a very long name".to_owned(),
            ..base(Tone::Down, Motion::Rising, "RETURN", "12", part(33))
        },
        Picture {
            badges: vec!["PAUSED".into()],
            ..base(Tone::Reset, Motion::Rising, "RESET", "2", part(50))
        },
    ]
}
