//! Every colour of the program, and nothing but colours: roles with a meaning, in four depths and two palettes.
//!
//! No other file names a colour, so that contrast and colour-blind distances can be held by tests in one place, and so
//! that `NO_COLOR` cannot be forgotten anywhere.

mod depth;
#[cfg(test)]
mod tests;

pub use depth::Depth;
use ratatui::style::{Color, Modifier, Style};

/// The two sets of colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Palette {
    /// Bright, to be read from three metres in a lit room.
    #[default]
    Day,
    /// Dark red and amber, without any large pale area, for a dark room.
    Night,
}

impl Palette {
    /// The other one.
    #[must_use]
    pub fn toggled(self) -> Self {
        match self {
            Self::Day => Self::Night,
            Self::Night => Self::Day,
        }
    }
}

/// What cells may be filled with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Glyphs {
    /// Background-coloured spaces and block elements.
    #[default]
    Blocks,
    /// ASCII alone, for terminals whose font or encoding has nothing else.
    Ascii,
}

/// What is going on, as far as colour is concerned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Tone {
    /// The lowering: eccentric.
    Down,
    /// The lift: concentric.
    Up,
    /// A pause or a hold under load.
    Hold,
    /// Rest between sets: dim on purpose.
    Rest,
    /// The lead-in before a set.
    Lead,
    /// What moves without tension: an assisted return, a change of sides.
    Reset,
}

impl Tone {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::Down,
        Self::Up,
        Self::Hold,
        Self::Rest,
        Self::Lead,
        Self::Reset,
    ];
}

/// What a piece of text means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// Ordinary text, and the ground of every screen but the pacing one.
    Text,
    /// What may be overlooked.
    Quiet,
    /// A heading.
    Heading,
    /// The selected row.
    Selected,
    /// Frames and rules.
    Border,
    /// A key in a footer or in the help.
    Key,
    /// Something to know.
    Notice,
    /// Something that went wrong.
    Fault,
    /// A phase's name or curve, in the phase's colour.
    Phase(Tone),
}

/// One ground and the ink that is read on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paint {
    /// The ground.
    pub ground: Color,
    /// The ink.
    pub ink: Color,
    /// Whether this is water: where there are no colours it is shown by reversing, in ASCII by a sign.
    pub flooded: bool,
}

impl Paint {
    /// The style of text on this ground.
    pub fn style(self) -> Style {
        Style::new()
            .fg(self.ink)
            .bg(self.ground)
            .add_modifier(self.reversal())
    }

    /// The style of a space that shows the ink and nothing else.
    pub fn solid(self) -> Style {
        if self.ink == Color::Reset {
            return Style::new()
                .fg(self.ink)
                .bg(self.ink)
                .add_modifier(Modifier::REVERSED.difference(self.reversal()));
        }
        Style::new().fg(self.ink).bg(self.ink)
    }

    /// Water without a colour of its own is shown by reversing.
    fn reversal(self) -> Modifier {
        if self.flooded && self.ground == Color::Reset {
            Modifier::REVERSED
        } else {
            Modifier::empty()
        }
    }

    /// The style of a block element whose ink is this ground, on the ground of `other`.
    pub fn over(self, other: Self) -> Style {
        Style::new()
            .fg(self.ground)
            .bg(other.ground)
            .add_modifier(other.reversal())
    }
}

/// The colours of a phase: the flood, and what is behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Water {
    /// The flood.
    pub fill: Paint,
    /// What shows where the flood is not.
    pub back: Paint,
    /// Drawn round the flood instead of filling it, where a filled one would be too bright.
    pub rim: Option<Paint>,
}

/// Palette, depth and glyphs: all that turns a meaning into a style.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Theme {
    /// Day or night.
    pub palette: Palette,
    /// How many colours.
    pub depth: Depth,
    /// Blocks or ASCII.
    pub glyphs: Glyphs,
}

impl Theme {
    /// The colours of a phase.
    pub fn water(&self, tone: Tone) -> Water {
        let shades = shades(self.palette, tone);
        let [fill, on_fill, back, on_back] = match self.depth {
            Depth::TrueColour => shades.rgb.map(rgb),
            Depth::Ansi256 => shades.indexed.map(Color::Indexed),
            Depth::Ansi16 => shades.named,
            Depth::None => [Color::Reset; 4],
        };
        let paint = |ground, ink, flooded| Paint {
            ground,
            ink,
            flooded,
        };
        let outlined = self.palette == Palette::Night && tone == Tone::Hold;
        Water {
            fill: paint(fill, on_fill, !outlined),
            back: paint(back, on_back, false),
            rim: outlined.then(|| paint(on_back, back, true)),
        }
    }

    /// The ground and ink of every screen that is not flooded.
    pub fn page(&self) -> Paint {
        let (ink, ground) = self.pick(Role::Text);
        Paint {
            ground,
            ink,
            flooded: false,
        }
    }

    /// Big text in a phase's colour on the page. Among 16 colours the page's own ink is used: which of the named colours
    /// can be read on an unknown background is anybody's guess.
    pub fn phase_on_page(&self, tone: Tone) -> Paint {
        match self.depth {
            Depth::TrueColour | Depth::Ansi256 => Paint {
                ink: self.pick(Role::Phase(tone)).0,
                ..self.page()
            },
            Depth::Ansi16 | Depth::None => self.bare_page(),
        }
    }

    /// The page as the terminal has it, for views that do not paint it: where colours are few, a ground that we do not
    /// send costs nothing and cannot be wrong.
    pub fn bare_page(&self) -> Paint {
        match self.depth {
            Depth::TrueColour | Depth::Ansi256 => self.page(),
            Depth::Ansi16 | Depth::None => Paint {
                ground: Color::Reset,
                ink: Color::Reset,
                flooded: false,
            },
        }
    }

    /// The style of a role.
    pub fn style(&self, role: Role) -> Style {
        let (fg, bg) = self.pick(role);
        Style::new().fg(fg).bg(bg).add_modifier(self.modifier(role))
    }

    fn modifier(&self, role: Role) -> Modifier {
        let colourless = self.depth == Depth::None;
        match role {
            Role::Heading | Role::Key | Role::Notice => Modifier::BOLD,
            Role::Phase(_) if colourless => Modifier::BOLD,
            Role::Selected if colourless => Modifier::REVERSED,
            Role::Fault if colourless => Modifier::BOLD.union(Modifier::REVERSED),
            Role::Fault => Modifier::BOLD,
            Role::Text | Role::Quiet | Role::Border | Role::Phase(_) | Role::Selected => {
                Modifier::empty()
            }
        }
    }

    /// Ink and ground of a role.
    fn pick(&self, role: Role) -> (Color, Color) {
        let shades = role_shades(self.palette, role);
        match self.depth {
            Depth::TrueColour => (rgb(shades.rgb[0]), rgb(shades.rgb[1])),
            Depth::Ansi256 => (
                Color::Indexed(shades.indexed[0]),
                Color::Indexed(shades.indexed[1]),
            ),
            Depth::Ansi16 => (shades.named[0], shades.named[1]),
            Depth::None => (Color::Reset, Color::Reset),
        }
    }
}

/// The same colours in three depths.
struct Shades<const N: usize> {
    rgb: [u32; N],
    indexed: [u8; N],
    named: [Color; N],
}

const fn shade<const N: usize>(rgb: [u32; N], indexed: [u8; N], named: [Color; N]) -> Shades<N> {
    Shades {
        rgb,
        indexed,
        named,
    }
}

fn rgb(hex: u32) -> Color {
    Color::from_u32(hex)
}

/// Flood, ink on it, back, ink on that. The day's floods were chosen for colour-blind eyes: simulated with Machado's
/// matrices, no pair of DOWN, UP, HOLD and REST comes closer than a ΔE of 45.
fn shades(palette: Palette, tone: Tone) -> Shades<4> {
    use Color::{Black, Blue, Cyan, DarkGray, Gray, Red, White, Yellow};
    match (palette, tone) {
        (Palette::Day, Tone::Down) => shade(
            [0x2a_9df4, 0x00_0000, 0x05_182c, 0xff_ffff],
            [39, 16, 17, 231],
            [Cyan, Black, Black, White],
        ),
        (Palette::Day, Tone::Up) => shade(
            [0xff_a61a, 0x10_0800, 0x33_1f02, 0xff_ffff],
            [214, 16, 233, 231],
            [Yellow, Black, Black, White],
        ),
        (Palette::Day, Tone::Hold) => shade(
            [0xf0_f0e0, 0x00_0000, 0x26_2622, 0xff_ffff],
            [255, 16, 236, 231],
            [White, Black, Black, White],
        ),
        (Palette::Day, Tone::Rest) => shade(
            [0x5b_4a6b, 0xff_ffff, 0x17_121c, 0xff_ffff],
            [53, 231, 233, 231],
            [DarkGray, White, Black, White],
        ),
        (Palette::Day, Tone::Lead) => shade(
            [0x3c_5058, 0xff_ffff, 0x10_181c, 0xff_ffff],
            [238, 231, 234, 231],
            [Blue, White, Black, White],
        ),
        (Palette::Day, Tone::Reset) => shade(
            [0xa2_a8b0, 0x00_0000, 0x1c_1e20, 0xff_ffff],
            [248, 16, 235, 231],
            [Gray, Black, Black, White],
        ),
        (Palette::Night, Tone::Down) => shade(
            [0x66_0a0a, 0xff_c46a, 0x10_0303, 0xff_c46a],
            [52, 215, 16, 215],
            [Red, White, Black, Yellow],
        ),
        (Palette::Night, Tone::Up) => shade(
            [0xda_8400, 0x00_0000, 0x1e_1002, 0xff_c46a],
            [172, 16, 233, 215],
            [Yellow, Black, Black, Yellow],
        ),
        (Palette::Night, Tone::Hold) => shade(
            [0x0c_0804, 0xff_c46a, 0x00_0000, 0xff_c46a],
            [16, 215, 16, 215],
            [Black, Yellow, Black, Yellow],
        ),
        (Palette::Night, Tone::Rest) => shade(
            [0x2c_2420, 0xe8_a868, 0x08_0604, 0xe8_a868],
            [235, 215, 16, 215],
            [DarkGray, White, Black, Yellow],
        ),
        (Palette::Night, Tone::Lead) => shade(
            [0x38_2a18, 0xff_c46a, 0x0a_0804, 0xff_c46a],
            [236, 222, 16, 222],
            [DarkGray, White, Black, Yellow],
        ),
        (Palette::Night, Tone::Reset) => shade(
            [0x44_3636, 0xff_d0a0, 0x0c_0808, 0xff_d0a0],
            [237, 222, 16, 222],
            [Gray, Black, Black, Yellow],
        ),
    }
}

/// Ink and ground of each role.
fn role_shades(palette: Palette, role: Role) -> Shades<2> {
    use Color::{Black, Cyan, DarkGray, Gray, LightRed, White, Yellow};
    if let Role::Phase(tone) = role {
        return phase_ink(palette, tone);
    }
    match (palette, role) {
        (Palette::Day, Role::Quiet) => shade([0xa0_a8b0, 0x0a_0d11], [248, 233], [Gray, Black]),
        (Palette::Day, Role::Selected) => shade([0x00_0000, 0x2a_9df4], [16, 39], [Black, Cyan]),
        (Palette::Day, Role::Border) => {
            shade([0x5a_6470, 0x0a_0d11], [241, 233], [DarkGray, Black])
        }
        (Palette::Day, Role::Key | Role::Notice) => {
            shade([0xff_c060, 0x0a_0d11], [215, 233], [Yellow, Black])
        }
        (Palette::Day, Role::Fault) => shade([0xff_9a8c, 0x0a_0d11], [216, 233], [LightRed, Black]),
        (Palette::Day, _) => shade([0xf2_f2f2, 0x0a_0d11], [231, 233], [White, Black]),
        (Palette::Night, Role::Quiet) => shade([0xc8_8a50, 0x08_0403], [173, 16], [Yellow, Black]),
        (Palette::Night, Role::Selected) => {
            shade([0xff_c46a, 0x66_0a0a], [215, 52], [Black, Yellow])
        }
        (Palette::Night, Role::Border) => {
            shade([0x6a_4020, 0x08_0403], [94, 16], [DarkGray, Black])
        }
        (Palette::Night, Role::Key | Role::Notice) => {
            shade([0xff_c46a, 0x08_0403], [215, 16], [Yellow, Black])
        }
        (Palette::Night, Role::Fault) => {
            shade([0xff_9470, 0x08_0403], [209, 16], [LightRed, Black])
        }
        (Palette::Night, _) => shade([0xe8_b070, 0x08_0403], [215, 16], [Yellow, Black]),
    }
}

/// A phase's colour as ink on the page, lighter than its flood where that would be too dark to read.
fn phase_ink(palette: Palette, tone: Tone) -> Shades<2> {
    use Color::{Black, Cyan, Gray, LightRed, White, Yellow};
    match (palette, tone) {
        (Palette::Day, Tone::Down) => shade([0x4a_b0ff, 0x0a_0d11], [75, 233], [Cyan, Black]),
        (Palette::Day, Tone::Up) => shade([0xff_a61a, 0x0a_0d11], [214, 233], [Yellow, Black]),
        (Palette::Day, Tone::Hold) => shade([0xf0_f0e0, 0x0a_0d11], [255, 233], [White, Black]),
        (Palette::Day, Tone::Rest) => shade([0xb8_a4cc, 0x0a_0d11], [182, 233], [Gray, Black]),
        (Palette::Day, Tone::Lead) => shade([0xa8_c0c8, 0x0a_0d11], [152, 233], [Gray, Black]),
        (Palette::Day, Tone::Reset) => shade([0xa2_a8b0, 0x0a_0d11], [248, 233], [Gray, Black]),
        (Palette::Night, Tone::Down) => shade([0xff_8060, 0x08_0403], [209, 16], [LightRed, Black]),
        (Palette::Night, Tone::Up) => shade([0xf0_9a10, 0x08_0403], [214, 16], [Yellow, Black]),
        (Palette::Night, _) => shade([0xff_c46a, 0x08_0403], [215, 16], [Yellow, Black]),
    }
}
