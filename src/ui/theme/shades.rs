//! The tables of colours: what each tone and each role looks like by day, by night, and in each depth.

use super::{Light, Role, Tone};
use ratatui::style::Color;

/// The same colours in three depths.
pub(super) struct Shades<const N: usize> {
    pub(super) rgb: [u32; N],
    pub(super) indexed: [u8; N],
    pub(super) named: [Color; N],
}

const fn shade<const N: usize>(rgb: [u32; N], indexed: [u8; N], named: [Color; N]) -> Shades<N> {
    Shades {
        rgb,
        indexed,
        named,
    }
}

/// Flood, ink on it, back, ink on that. The day's floods were chosen for colour-blind eyes: simulated with Machado's
/// matrices, no pair of DOWN, UP, HOLD and REST comes closer than a ΔE of 44.
pub(super) fn shades(light: Light, tone: Tone) -> Shades<4> {
    use Color::{Black, Blue, Cyan, DarkGray, Gray, Red, White, Yellow};
    match (light, tone) {
        (Light::Day, Tone::Down) => shade(
            [0x2a_9df4, 0x00_0000, 0x05_182c, 0xff_ffff],
            [39, 16, 17, 231],
            [Cyan, Black, Black, White],
        ),
        (Light::Day, Tone::Up) => shade(
            [0xff_a61a, 0x10_0800, 0x33_1f02, 0xff_ffff],
            [214, 16, 233, 231],
            [Yellow, Black, Black, White],
        ),
        (Light::Day, Tone::Hold) => shade(
            [0xf0_f0e0, 0x00_0000, 0x26_2622, 0xff_ffff],
            [255, 16, 236, 231],
            [White, Black, Black, White],
        ),
        (Light::Day, Tone::Rest) => shade(
            [0x5b_4a6b, 0xff_ffff, 0x17_121c, 0xff_ffff],
            [53, 231, 233, 231],
            [DarkGray, White, Black, White],
        ),
        (Light::Day, Tone::Lead) => shade(
            [0x3c_5058, 0xff_ffff, 0x10_181c, 0xff_ffff],
            [238, 231, 234, 231],
            [Blue, White, Black, White],
        ),
        (Light::Day, Tone::Reset) => shade(
            [0xa2_a8b0, 0x00_0000, 0x1c_1e20, 0xff_ffff],
            [248, 16, 235, 231],
            [Gray, Black, Black, White],
        ),
        (Light::Night, Tone::Down) => shade(
            [0x7a_0c00, 0xff_c46a, 0x10_0300, 0xff_c46a],
            [88, 222, 16, 222],
            [Red, White, Black, Yellow],
        ),
        (Light::Night, Tone::Up) => shade(
            [0xda_8400, 0x00_0000, 0x1e_1002, 0xff_c46a],
            [172, 16, 233, 215],
            [Yellow, Black, Black, Yellow],
        ),
        (Light::Night, Tone::Hold) => shade(
            [0x0c_0804, 0xff_c46a, 0x00_0000, 0xff_c46a],
            [16, 222, 16, 222],
            [Black, Yellow, Black, Yellow],
        ),
        (Light::Night, Tone::Rest) => shade(
            [0x22_1c2a, 0xe8_a868, 0x08_060a, 0xe8_a868],
            [234, 215, 16, 215],
            [DarkGray, White, Black, Yellow],
        ),
        (Light::Night, Tone::Lead) => shade(
            [0x38_2a18, 0xff_c46a, 0x0a_0804, 0xff_c46a],
            [236, 222, 16, 222],
            [DarkGray, White, Black, Yellow],
        ),
        (Light::Night, Tone::Reset) => shade(
            [0x44_3636, 0xff_d0a0, 0x0c_0808, 0xff_d0a0],
            [237, 222, 16, 222],
            [Gray, Black, Black, Yellow],
        ),
    }
}

/// Ink and ground of a flash: no phase looks like it by day, and by night it is no brighter than the lift's flood.
pub(super) fn flash_shades(light: Light) -> Shades<2> {
    use Color::{Black, LightYellow, Red, White};
    match light {
        Light::Day => shade([0x00_0000, 0xff_f04a], [16, 227], [Black, LightYellow]),
        Light::Night => shade([0xff_c46a, 0x87_5f00], [222, 94], [White, Red]),
    }
}

/// Ink and ground of each role.
pub(super) fn role_shades(light: Light, role: Role) -> Shades<2> {
    use Color::{Black, Cyan, DarkGray, Gray, LightRed, White, Yellow};
    if let Role::Phase(tone) = role {
        return phase_ink(light, tone);
    }
    match (light, role) {
        (Light::Day, Role::Quiet) => shade([0xa0_a8b0, 0x0a_0d11], [248, 233], [Gray, Black]),
        (Light::Day, Role::Selected) => shade([0x00_0000, 0x2a_9df4], [16, 39], [Black, Cyan]),
        (Light::Day, Role::Border) => shade([0x5a_6470, 0x0a_0d11], [241, 233], [DarkGray, Black]),
        (Light::Day, Role::Key | Role::Notice) => {
            shade([0xff_c060, 0x0a_0d11], [215, 233], [Yellow, Black])
        }
        (Light::Day, Role::Fault) => shade([0xff_9a8c, 0x0a_0d11], [216, 233], [LightRed, Black]),
        (Light::Day, _) => shade([0xf2_f2f2, 0x0a_0d11], [231, 233], [White, Black]),
        (Light::Night, Role::Quiet) => shade([0xc8_8a50, 0x08_0403], [173, 16], [Yellow, Black]),
        (Light::Night, Role::Selected) => shade([0xff_c46a, 0x66_0a0a], [215, 52], [Black, Yellow]),
        (Light::Night, Role::Border) => shade([0x6a_4020, 0x08_0403], [94, 16], [DarkGray, Black]),
        (Light::Night, Role::Key | Role::Notice) => {
            shade([0xff_c46a, 0x08_0403], [215, 16], [Yellow, Black])
        }
        (Light::Night, Role::Fault) => shade([0xff_9470, 0x08_0403], [209, 16], [LightRed, Black]),
        (Light::Night, _) => shade([0xe8_b070, 0x08_0403], [215, 16], [Yellow, Black]),
    }
}

/// A phase's colour as ink on the page, lighter than its flood where that would be too dark to read.
fn phase_ink(light: Light, tone: Tone) -> Shades<2> {
    use Color::{Black, Cyan, Gray, LightRed, White, Yellow};
    match (light, tone) {
        (Light::Day, Tone::Down) => shade([0x4a_b0ff, 0x0a_0d11], [75, 233], [Cyan, Black]),
        (Light::Day, Tone::Up) => shade([0xff_a61a, 0x0a_0d11], [214, 233], [Yellow, Black]),
        (Light::Day, Tone::Hold) => shade([0xf0_f0e0, 0x0a_0d11], [255, 233], [White, Black]),
        (Light::Day, Tone::Rest) => shade([0xb8_a4cc, 0x0a_0d11], [182, 233], [Gray, Black]),
        (Light::Day, Tone::Lead) => shade([0xa8_c0c8, 0x0a_0d11], [152, 233], [Gray, Black]),
        (Light::Day, Tone::Reset) => shade([0xa2_a8b0, 0x0a_0d11], [248, 233], [Gray, Black]),
        (Light::Night, Tone::Down) => shade([0xff_8060, 0x08_0403], [209, 16], [LightRed, Black]),
        (Light::Night, Tone::Up) => shade([0xf0_9a10, 0x08_0403], [214, 16], [Yellow, Black]),
        (Light::Night, _) => shade([0xff_c46a, 0x08_0403], [215, 16], [Yellow, Black]),
    }
}
