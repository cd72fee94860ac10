//! Any picture at any size is drawn without a panic.

use super::{ASCII, DAY, NIGHT, PLAIN, draw, drawn};
use crate::ui::pacing::{Level, Motion, Next, Picture, Side, Tally, View};
use crate::ui::theme::{Depth, Theme, Tone};
use crate::ui::widgets::big::Rasters;
use crate::ui::widgets::keys::Hint;
use proptest::{collection::vec, option, prelude::*, sample::select};
use ratatui::{buffer::Buffer, layout::Rect};

fn motion() -> impl Strategy<Value = Motion> {
    select(vec![Motion::Falling, Motion::Rising, Motion::Still])
}

fn tone() -> impl Strategy<Value = Tone> {
    select(Tone::ALL.to_vec())
}

fn word() -> impl Strategy<Value = &'static str> {
    select(vec![
        "DOWN",
        "UP!",
        "",
        "RETURN",
        "a word without glyphs",
        "▼",
        "ÄÖÜ",
        "HOLD",
    ])
}

fn tally() -> impl Strategy<Value = Option<Tally>> {
    option::of(
        (
            any::<u32>(),
            any::<bool>(),
            option::of(prop_oneof![0..40_u32, any::<u32>()]),
        )
            .prop_map(|(done, under_way, of)| Tally {
                done,
                under_way,
                of,
            }),
    )
}

fn level() -> impl Strategy<Value = Level> {
    prop_oneof![any::<u16>(), 0..2000_u16]
        .prop_flat_map(|level| select(vec![Level::Flood(level), Level::Iris(level)]))
}

prop_compose! {
    fn picture()(
        (tone, motion, word, level) in (tone(), motion(), word(), level()),
        (digits, exercise, tempo) in ("[0-9:]{0,6}", "\\PC{0,60}|.{0,12}", "[0-9X.-]{0,16}"),
        (reps, sets, side) in (tally(), tally(), option::of(select(vec![Side::Left, Side::Right]))),
        next in option::of((tone(), word(), motion()).prop_map(|(tone, word, motion)| Next { tone, word, motion })),
        (lines, notice) in (vec(".{0,90}", 0..3), option::of(".{0,90}")),
        hints in vec(select(vec![Hint { key: "Space", does: "pause" }, Hint { key: "?", does: "more" }]), 0..9),
        badges in vec(select(vec!["PAUSED", "pausing…", "MUTED"]), 0..3),
    ) -> Picture {
        Picture { level, digits, reps, sets, side, exercise, tempo, next, lines: lines.into_iter().map(Into::into).collect(), notice, hints, badges: badges.into_iter().map(Into::into).collect(), ..Picture::new(tone, motion, word) }
    }
}

fn theme() -> impl Strategy<Value = Theme> {
    let few = |depth| Theme { depth, ..DAY };
    select(vec![
        DAY,
        NIGHT,
        PLAIN,
        ASCII,
        few(Depth::Ansi256),
        few(Depth::Ansi16),
        Theme {
            depth: Depth::TrueColour,
            ..ASCII
        },
    ])
}

fn size() -> impl Strategy<Value = (u16, u16)> {
    prop_oneof![
        (0..=24_u16, 0..=12_u16),
        (0..=120_u16, 0..=40_u16),
        (0..=500_u16, 0..=150_u16)
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_picture_at_any_size_is_drawn(
        picture in picture(),
        theme in theme(),
        view in select(vec![View::Flood, View::Bar]),
        size in size(),
    ) {
        drawn(&picture, theme, view, size);
    }

    #[test]
    fn where_only_the_water_moves_its_rows_alone_differ(
        picture in picture(),
        theme in theme(),
        view in select(vec![View::Flood, View::Bar]),
        size in (1..=120_u16, 1..=40_u16),
        (way, far) in any::<(u16, u16)>(),
    ) {
        let at = |level: u16| Picture {
            level: match picture.level {
                Level::Flood(_) => Level::Flood(level % (8 * size.1 + 1)),
                Level::Iris(_) => Level::Iris(level % (4 * size.1 + 1)),
            },
            ..picture.clone()
        };
        let (before, after) = (at(way), at(far));
        let rows = before.level.rows_between(after.level, size.1);
        let area = Rect::new(0, rows.start, size.0, rows.end - rows.start);
        let mut part = Buffer::empty(area);
        let screen = Rect::new(0, 0, size.0, size.1);
        draw(&after, &theme, &mut Rasters::new(), view, screen, &mut part);
        let mut moved = drawn(&before, theme, view, size);
        for place in area.positions() {
            moved[place] = part[place].clone();
        }
        prop_assert_eq!(moved, drawn(&after, theme, view, size));
    }
}
