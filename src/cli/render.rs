//! The arguments of the command that writes sound.

use std::path::PathBuf;

use clap::{Args, ValueEnum, ValueHint};

use super::{Changes, Look};
use crate::store::presets::Wanted;
use crate::store::values::SampleRate;

/// `downbeat render`.
#[derive(Debug, Args)]
pub struct RenderArgs {
    /// A preset's or a routine's id (`downbeat list`), a tempo such as 4-0-1-0, or a line such as "3x8 @4010 rest 2m"
    #[arg(value_name = "PRESET|TEMPO|LINE")]
    pub wanted: Wanted,

    /// The file to write; its ending says which kind: .flac or .wav. With --phone, the folder
    #[arg(short, long, value_name = "FILE|FOLDER", value_hint = ValueHint::AnyPath)]
    pub output: PathBuf,

    /// Write a folder for the phone: a numbered FLAC file for each exercise, and a card to read with loads, reps and rests
    #[arg(long, conflicts_with_all = ["rate", "channels"])]
    pub phone: bool,

    /// Samples a second: 8000 to 192000
    #[arg(long, value_name = "HZ", default_value = "48000")]
    pub rate: SampleRate,

    /// One channel, or the same on the left and on the right
    #[arg(long, value_name = "N", default_value = "1")]
    pub channels: ChannelCount,

    /// Replace what is there already
    #[arg(long)]
    pub force: bool,

    /// What is changed in it.
    #[command(flatten)]
    pub changes: Changes,

    /// The cues are heard; the rest is taken and ignored, so that a start line can be rendered.
    #[command(flatten)]
    pub look: Look,
}

/// `--channels`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ChannelCount {
    /// One: half of the room in a WAV file
    #[value(name = "1")]
    One,
    /// Two, which are alike
    #[value(name = "2")]
    Two,
}
