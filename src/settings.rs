//! Settings, settled: what the file says, what the command line says over it, and what the environment allows.

use crate::sound::{CueSet, Decibels};
use crate::store::config::ConfigFile;
use crate::store::values;
use crate::ui::theme::{Depth, Glyphs, Palette};

/// What of the environment matters. Read once, by [`Environment::read`].
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Environment {
    /// How many colours the terminal shows.
    pub depth: Option<Depth>,
    /// The computer that this runs on, where somebody came to it over SSH.
    pub remote: Option<String>,
}

impl Environment {
    /// Reads the variables.
    pub fn read() -> Self {
        let variable = |name: &str| std::env::var(name).ok();
        let depth = Depth::detect(
            variable("NO_COLOR").as_deref(),
            variable("COLORTERM").as_deref(),
            variable("TERM").as_deref(),
        );
        let remote = variable("SSH_CONNECTION")
            .filter(|value| !value.is_empty())
            .map(|_| host());
        Self {
            depth: Some(depth),
            remote,
        }
    }
}

#[cfg(unix)]
fn host() -> String {
    rustix::system::uname()
        .nodename()
        .to_string_lossy()
        .into_owned()
}

#[cfg(not(unix))]
fn host() -> String {
    "the other computer".to_owned()
}

/// What the command line says over the file; `None` where it says nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Asked {
    /// Which cues are heard.
    pub cues: Option<values::Cues>,
    /// Which colours are shown.
    pub theme: Option<values::Theme>,
    /// How the pacing screen is drawn.
    pub view: Option<values::View>,
    /// Pictures a second.
    pub fps: Option<values::Fps>,
    /// ASCII characters only.
    pub ascii: bool,
    /// No sound to begin with.
    pub mute: bool,
}

/// What holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// How many colours.
    pub depth: Depth,
    /// Blocks or ASCII.
    pub glyphs: Glyphs,
    /// Day or night at the start.
    pub palette: Palette,
    /// The view at the start.
    pub view: values::View,
    /// Pictures a second at most, where somebody chose.
    pub per_second: Option<u8>,
    /// Which cues are heard.
    pub cues: CueSet,
    /// The volume at the start.
    pub volume: Decibels,
    /// Whether outputs that play late are taken.
    pub late_sound: bool,
    /// Whether the command line asks for silence.
    pub mute: bool,
    /// The computer that this runs on, where somebody came to it over SSH.
    pub remote: Option<String>,
}

impl Settings {
    /// Settles what holds.
    pub fn settle(file: &ConfigFile, asked: Asked, environment: Environment) -> Self {
        let per_second = asked.fps.or(match file.fps {
            values::FrameRate::Auto => None,
            values::FrameRate::Fixed(fps) => Some(fps),
        });
        Self {
            depth: environment.depth.unwrap_or(Depth::TrueColour),
            glyphs: if asked.ascii || file.ascii {
                Glyphs::Ascii
            } else {
                Glyphs::Blocks
            },
            palette: match asked.theme.unwrap_or(file.theme) {
                values::Theme::Day => Palette::Day,
                values::Theme::Night => Palette::Night,
            },
            view: asked.view.unwrap_or(file.view),
            per_second: per_second.map(values::Fps::per_second),
            cues: match asked.cues.unwrap_or(file.cues) {
                values::Cues::Classic => CueSet::Classic,
                values::Cues::Guide => CueSet::Guide,
            },
            volume: Decibels::new(rounded(file.volume_db.decibels())),
            late_sound: file.late_sound,
            mute: asked.mute,
            remote: environment.remote,
        }
    }
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "the file's volume is within −60..=0"
)]
fn rounded(decibels: f32) -> i8 {
    decibels.round() as i8
}
