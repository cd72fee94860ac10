//! Contrast, colour-blind distances, and what may be used where there are no colours.

use super::{Depth, Glyphs, Light, Paint, Role, Theme, Tone};
use ratatui::style::{Color, Modifier, Style};

type Linear = [f64; 3];

fn theme(light: Light, depth: Depth) -> Theme {
    Theme {
        light,
        depth,
        glyphs: Glyphs::Blocks,
    }
}

/// Linear light of a colour that has a definite one.
fn linear(colour: Color) -> Linear {
    let bytes = match colour {
        Color::Rgb(red, green, blue) => [red, green, blue],
        Color::Indexed(index @ 16..=231) => {
            let step = |step: u8| if step == 0 { 0 } else { 55 + 40 * step };
            [
                step((index - 16) / 36),
                step((index - 16) / 6 % 6),
                step((index - 16) % 6),
            ]
        }
        Color::Indexed(index @ 232..) => [8 + 10 * (index - 232); 3],
        other => panic!("{other} looks different on every terminal"),
    };
    bytes.map(|byte| {
        let value = f64::from(byte) / 255.0;
        if value <= 0.040_45 {
            value / 12.92
        } else {
            ((value + 0.055) / 1.055).powf(2.4)
        }
    })
}

fn luminance([red, green, blue]: Linear) -> f64 {
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/// The contrast ratio of WCAG 2.
pub(in crate::ui) fn contrast(one: Color, other: Color) -> f64 {
    let (one, other) = (luminance(linear(one)), luminance(linear(other)));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// What a dichromat sees, by Machado, Oliveira and Fernandes (2009), severity 1.
const EYES: [(&str, [Linear; 3]); 4] = [
    (
        "normal",
        [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]],
    ),
    (
        "protan",
        [
            [0.152_286, 1.052_583, -0.204_868],
            [0.114_503, 0.786_281, 0.099_216],
            [-0.003_882, -0.048_116, 1.051_998],
        ],
    ),
    (
        "deutan",
        [
            [0.367_322, 0.860_646, -0.227_968],
            [0.280_085, 0.672_501, 0.047_413],
            [-0.011_820, 0.042_940, 0.968_881],
        ],
    ),
    (
        "tritan",
        [
            [1.255_528, -0.076_749, -0.178_779],
            [-0.078_411, 0.930_809, 0.147_602],
            [0.004_733, 0.691_367, 0.303_900],
        ],
    ),
];

fn lab(linear: Linear) -> Linear {
    const TO_XYZ: [Linear; 3] = [
        [0.412_390_8, 0.357_584_3, 0.180_480_8],
        [0.212_639, 0.715_168_7, 0.072_192_3],
        [0.019_330_8, 0.119_194_8, 0.950_532_2],
    ];
    const WHITE: Linear = [0.950_456, 1.0, 1.089_058];
    let xyz = apply(TO_XYZ, linear);
    let [x, y, z] = [0, 1, 2].map(|axis| {
        let share: f64 = xyz[axis] / WHITE[axis];
        if share > 0.008_856 {
            share.cbrt()
        } else {
            7.787 * share + 16.0 / 116.0
        }
    });
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

fn apply(matrix: [Linear; 3], vector: Linear) -> Linear {
    matrix.map(|row| row.iter().zip(vector).map(|(a, b)| a * b).sum())
}

/// The smallest ΔE of 1976 between any two of some colours, for each kind of eye.
fn distances(colours: &[Color]) -> Vec<(&'static str, f64)> {
    EYES.iter()
        .map(|(eye, matrix)| {
            let seen: Vec<Linear> = colours
                .iter()
                .map(|colour| {
                    lab(apply(*matrix, linear(*colour)).map(|value| value.clamp(0.0, 1.0)))
                })
                .collect();
            let mut least = f64::INFINITY;
            for (index, one) in seen.iter().enumerate() {
                for other in &seen[index + 1..] {
                    least = least.min(
                        one.iter()
                            .zip(other)
                            .map(|(a, b)| (a - b).powi(2))
                            .sum::<f64>()
                            .sqrt(),
                    );
                }
            }
            (*eye, least)
        })
        .collect()
}

fn floods(light: Light, depth: Depth) -> Vec<Color> {
    [Tone::Down, Tone::Up, Tone::Hold, Tone::Rest]
        .map(|tone| theme(light, depth).water(tone).strip().ground)
        .to_vec()
}

#[test]
fn ink_stands_out_seven_to_one_from_every_flood_and_every_back() {
    for light in [Light::Day, Light::Night] {
        for depth in [Depth::TrueColour, Depth::Ansi256] {
            for tone in Tone::ALL {
                let water = theme(light, depth).water(tone);
                for Paint { ground, ink, .. } in [water.fill, water.back, water.strip()] {
                    let ratio = contrast(ink, ground);
                    assert!(
                        ratio >= 7.0,
                        "{light:?} {depth:?} {tone:?}: {ink} on {ground} is {ratio:.1}"
                    );
                }
            }
        }
    }
}

#[test]
fn all_text_stands_out_from_its_page() {
    for light in [Light::Day, Light::Night] {
        for depth in [Depth::TrueColour, Depth::Ansi256] {
            for role in roles() {
                let Style {
                    fg: Some(ink),
                    bg: Some(ground),
                    ..
                } = theme(light, depth).style(role)
                else {
                    panic!("{role:?} has no colours")
                };
                let least = if role == Role::Border { 2.0 } else { 7.0 };
                let ratio = contrast(ink, ground);
                assert!(
                    ratio >= least,
                    "{light:?} {depth:?} {role:?}: {ink} on {ground} is {ratio:.1}"
                );
            }
        }
    }
}

#[test]
fn colour_blind_eyes_tell_the_phases_apart() {
    for (light, depth, least) in [
        (Light::Day, Depth::TrueColour, 44.0),
        (Light::Day, Depth::Ansi256, 45.0),
        (Light::Night, Depth::TrueColour, 23.0),
        (Light::Night, Depth::Ansi256, 28.0),
    ] {
        for (eye, distance) in distances(&floods(light, depth)) {
            assert!(
                distance >= least,
                "{light:?} {depth:?}: {eye} eyes see a distance of {distance:.1}"
            );
        }
    }
}

#[test]
fn the_night_has_no_large_pale_area() {
    for depth in [Depth::TrueColour, Depth::Ansi256] {
        for tone in Tone::ALL {
            let fill = theme(Light::Night, depth).water(tone).fill.ground;
            assert!(luminance(linear(fill)) < 0.35, "{depth:?} {tone:?}");
        }
        let hold = theme(Light::Night, depth).water(Tone::Hold);
        assert!(
            luminance(linear(hold.fill.ground)) < 0.01,
            "a pause is an outline"
        );
        assert!(hold.rim.is_some());
        let flash = theme(Light::Night, depth).flash().ground;
        assert!(luminance(linear(flash)) < 0.2, "a flash is dim");
    }
}

#[test]
fn without_colours_nothing_but_reverse_and_bold_is_sent() {
    for light in [Light::Day, Light::Night] {
        let theme = theme(light, Depth::None);
        let waters = Tone::ALL.map(|tone| theme.water(tone));
        let styles = waters.iter().flat_map(|water| {
            let paints = [water.fill, water.back, water.strip()];
            paints.into_iter().flat_map(|paint| {
                [
                    paint.style(),
                    paint.solid(),
                    paint.over(water.back),
                    water.back.over(paint),
                ]
            })
        });
        for style in styles.chain(roles().into_iter().map(|role| theme.style(role))) {
            assert_eq!(
                (style.fg, style.bg),
                (Some(Color::Reset), Some(Color::Reset)),
                "{style:?}"
            );
            assert!(
                (Modifier::REVERSED | Modifier::BOLD).contains(style.add_modifier),
                "{style:?}"
            );
        }
    }
}

#[test]
fn roles_that_must_differ_do_so_without_colours_too() {
    for depth in [
        Depth::TrueColour,
        Depth::Ansi256,
        Depth::Ansi16,
        Depth::None,
    ] {
        for light in [Light::Day, Light::Night] {
            let style = |role| theme(light, depth).style(role);
            for role in [
                Role::Selected,
                Role::Fault,
                Role::Key,
                Role::Heading,
                Role::Notice,
            ] {
                assert_ne!(style(role), style(Role::Text), "{depth:?} {role:?}");
            }
            assert_ne!(style(Role::Fault), style(Role::Notice), "{depth:?}");
            let water = theme(light, depth).water(Tone::Down);
            assert_ne!(water.fill.style(), water.back.style(), "{depth:?}");
        }
    }
}

#[test]
fn there_are_at_most_twenty_roles() {
    assert!(roles().len() <= 20);
}

fn roles() -> Vec<Role> {
    let mut roles = vec![
        Role::Text,
        Role::Quiet,
        Role::Heading,
        Role::Selected,
        Role::Border,
        Role::Key,
        Role::Notice,
        Role::Fault,
    ];
    roles.extend(Tone::ALL.map(Role::Phase));
    roles
}
