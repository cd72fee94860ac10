//! Settings, settled: what the file says, what the command line says over it, and what the environment allows.

use crate::sound::offset::Offset;
use crate::sound::{CueSet, Decibels, Layer, Mix};
use crate::store::config::ConfigFile;
use crate::store::values;
use crate::training::call::Calling;
use crate::ui::theme::{Depth, Glyphs};

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
    pub theme: values::Theme,
    /// The view at the start.
    pub view: values::View,
    /// Pictures a second at most, where somebody chose.
    pub per_second: Option<u8>,
    /// Which layers are heard, and how loud.
    pub mix: Mix,
    /// The cues that the layers are of.
    pub cues: values::Cues,
    /// How loud each layer is where it is heard, in the order of [`Layer::ALL`].
    pub levels: [values::Level; Layer::ALL.len()],
    /// What is counted and announced.
    pub calling: Calling,
    /// The volume at the start.
    pub volume: Decibels,
    /// Whether outputs that play late are taken.
    pub late_sound: bool,
    /// How much later than the device says its sound is heard.
    pub offset: Offset,
    /// When the whole screen flashes.
    pub flash: values::Flash,
    /// Whether the terminal's bell counts where there is no sound.
    pub bell: values::Bell,
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
            theme: asked.theme.unwrap_or(file.theme),
            view: asked.view.unwrap_or(file.view),
            per_second: per_second.map(values::Fps::per_second),
            mix: mix(file, asked.cues),
            cues: asked.cues.unwrap_or(file.cues),
            levels: Layer::ALL.map(|layer| level(file, layer)),
            calling: file.calling(),
            volume: Decibels::new(file.volume_db.decibels()),
            late_sound: file.late_sound,
            offset: Offset::of_millis(file.offset_ms.millis().into()),
            flash: file.flash,
            bell: file.bell,
            mute: asked.mute,
            remote: environment.remote,
        }
    }
}

/// The layers that are heard: those of the cues that were asked for, each as loud as the file says.
pub fn mix(file: &ConfigFile, asked: Option<values::Cues>) -> Mix {
    let cues = asked.unwrap_or(file.cues).into();
    Mix::new(cues, |layer| {
        level(file, layer).decibels().map(Decibels::new)
    })
}

fn level(file: &ConfigFile, layer: Layer) -> values::Level {
    match layer {
        Layer::Ticks => file.ticks_db,
        Layer::Accents => file.accents_db,
        Layer::Guide => file.guide_db,
        Layer::Voice => file.voice_db,
    }
}

impl From<values::Cues> for CueSet {
    fn from(cues: values::Cues) -> Self {
        match cues {
            values::Cues::Classic => Self::Classic,
            values::Cues::Guide => Self::Guide,
            values::Cues::Voice => Self::Voice,
            values::Cues::Full => Self::Full,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn volume(text: &str) -> Option<Decibels> {
        let file: ConfigFile = toml::from_str(&format!("volume_db = {text}")).ok()?;
        Some(Settings::settle(&file, Asked::default(), Environment::default()).volume)
    }

    #[test]
    fn every_offset_that_the_file_takes_is_one_that_the_sound_has() {
        let offset = |millis: i32| {
            let file: ConfigFile = toml::from_str(&format!("offset_ms = {millis}")).ok()?;
            Some(Settings::settle(&file, Asked::default(), Environment::default()).offset)
        };
        for millis in [-500, 0, 120, 500] {
            assert_eq!(offset(millis), Some(Offset::of_millis(millis)));
        }
        assert_eq!((offset(-501), offset(501)), (None, None));
    }

    #[test]
    fn every_volume_that_the_file_takes_is_one_that_the_sound_has() {
        let softest = Decibels::SOFTEST.get();
        assert_eq!(volume("0"), Some(Decibels::FULL));
        assert_eq!(volume(&softest.to_string()), Some(Decibels::SOFTEST));
        for text in [&(softest - 1).to_string(), "1", "-6.5", "999"] {
            assert_eq!(volume(text), None, "{text}");
        }
    }
}
