//! Every colour of the program, and nothing but colours: roles with a meaning, in four depths and two palettes.
//!
//! No other file names a colour, so that contrast and colour-blind distances can be held by tests in one place, and so
//! that `NO_COLOR` cannot be forgotten anywhere.

mod depth;
mod fade;
mod shades;
#[cfg(test)]
pub(in crate::ui) mod tests;

pub use crate::app::Light;
pub use depth::Depth;
use ratatui::style::{Color, Modifier, Style};
use shades::{flash_shades, role_shades, shades};

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

    /// Whether text can be read on it.
    pub fn is_legible(self) -> bool {
        self.ink != self.ground || self.ink == Color::Reset
    }

    /// Water without a colour of its own is shown by reversing.
    fn reversal(self) -> Modifier {
        if self.flooded && self.ground == Color::Reset {
            Modifier::REVERSED
        } else {
            Modifier::empty()
        }
    }

    /// The style of a block element that shows this ground, on the ground of `other`.
    pub fn over(self, other: Self) -> Style {
        if self.ground == Color::Reset && other.flooded {
            // The terminal's own ground cannot be asked for as ink, but reversing shows it.
            return Style::new()
                .fg(other.ground)
                .bg(self.ground)
                .add_modifier(Modifier::REVERSED);
        }
        Style::new().fg(self.ground).bg(other.ground)
    }
}

/// The colours of a phase: the flood, and what is behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Water {
    /// The flood.
    pub fill: Paint,
    /// What shows where the flood is not.
    pub back: Paint,
    /// Drawn round the flood instead of filling it, where a filled one would be too bright. Its ink is its ground, so that
    /// a letter that it crosses stays whole.
    pub rim: Option<Paint>,
}

impl Water {
    /// What announces this phase at an edge of the screen.
    pub fn strip(self) -> Paint {
        self.rim.map_or(self.fill, |rim| Paint {
            ink: self.back.ground,
            ..rim
        })
    }
}

/// Light, depth and glyphs: all that turns a meaning into a style.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Theme {
    /// Day or night.
    pub light: Light,
    /// How many colours.
    pub depth: Depth,
    /// Blocks or ASCII.
    pub glyphs: Glyphs,
}

impl Theme {
    /// The colours of a phase.
    pub fn water(self, tone: Tone) -> Water {
        let shades = shades(self.light, tone);
        let [fill, on_fill, back, on_back] = match self.depth {
            Depth::TrueColour => shades.rgb.map(Color::from_u32),
            Depth::Ansi256 => shades.indexed.map(Color::Indexed),
            Depth::Ansi16 => shades.named,
            Depth::None => [Color::Reset; 4],
        };
        let paint = |ground, ink, flooded| Paint {
            ground,
            ink,
            flooded,
        };
        let outlined = self.light == Light::Night && tone == Tone::Hold;
        Water {
            fill: paint(fill, on_fill, !outlined),
            back: paint(back, on_back, false),
            rim: outlined.then(|| paint(on_back, on_back, true)),
        }
    }

    /// The whole screen for the moment of a flash: bright by day, dim amber by night, reversed where there are no colours.
    pub fn flash(self) -> Paint {
        let shades = flash_shades(self.light);
        let [ink, ground] = match self.depth {
            Depth::TrueColour => shades.rgb.map(Color::from_u32),
            Depth::Ansi256 => shades.indexed.map(Color::Indexed),
            Depth::Ansi16 => shades.named,
            Depth::None => [Color::Reset; 2],
        };
        Paint {
            ground,
            ink,
            flooded: true,
        }
    }

    /// The ground and ink of every screen that is not flooded.
    pub fn page(self) -> Paint {
        let (ink, ground) = self.pick(Role::Text);
        Paint {
            ground,
            ink,
            flooded: false,
        }
    }

    /// Big text in a phase's colour on the page. Among 16 colours the page's own ink is used: which of the named colours
    /// can be read on an unknown background is anybody's guess.
    pub fn phase_on_page(self, tone: Tone) -> Paint {
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
    pub fn bare_page(self) -> Paint {
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
    pub fn style(self, role: Role) -> Style {
        let (fg, bg) = self.pick(role);
        Style::new().fg(fg).bg(bg).add_modifier(self.modifier(role))
    }

    fn modifier(self, role: Role) -> Modifier {
        let colourless = self.depth == Depth::None;
        match role {
            Role::Selected if colourless => Modifier::REVERSED,
            Role::Fault if colourless => Modifier::BOLD.union(Modifier::REVERSED),
            Role::Phase(_) if colourless => Modifier::BOLD,
            Role::Heading | Role::Key | Role::Notice | Role::Fault => Modifier::BOLD,
            Role::Text | Role::Quiet | Role::Border | Role::Phase(_) | Role::Selected => {
                Modifier::empty()
            }
        }
    }

    /// Ink and ground of a role.
    fn pick(self, role: Role) -> (Color, Color) {
        let shades = role_shades(self.light, role);
        match self.depth {
            Depth::TrueColour => (
                Color::from_u32(shades.rgb[0]),
                Color::from_u32(shades.rgb[1]),
            ),
            Depth::Ansi256 => (
                Color::Indexed(shades.indexed[0]),
                Color::Indexed(shades.indexed[1]),
            ),
            Depth::Ansi16 => (shades.named[0], shades.named[1]),
            Depth::None => (Color::Reset, Color::Reset),
        }
    }
}
