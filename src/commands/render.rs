//! `downbeat render`: the sound of a session as a file, made of the same samples as the live sound; with `--phone` as a
//! folder with a file for each exercise.

mod card;
mod phone;
mod work;

use std::io::Write;
use std::time::Duration;

use anyhow::{Result, bail};

use super::choose;
use crate::cli::{ChannelCount, RenderArgs};
use crate::runtime;
use crate::settings::mix;
use crate::sound::Mix;
use crate::sound::file::{self, Channels, Existing, FileError, Format, Tags, Track};
use crate::sound::rate::Rate;
use crate::sound::score::Score;
use crate::store::config::Config;
use crate::training::call::Calling;
use crate::training::length::clock;
use crate::training::preset::Preset;
use crate::training::routine::Routine;
use crate::training::text::visible;
use crate::training::timeline::Timeline;
use work::Work;

/// What of a session is heard.
#[derive(Clone, Copy)]
struct Heard {
    mix: Mix,
    calling: Calling,
}

/// Writes what was asked for, and says how long it lasts.
pub(super) fn run(args: &RenderArgs, config: &Config, out: &mut impl Write) -> Result<()> {
    let chosen = choose(
        &args.wanted,
        &args.changes,
        config,
        &config.library(),
        &|_| 1,
    )?;
    let heard = Heard {
        mix: mix(&config.settings, args.look.cues),
        calling: config.settings.calling(),
    };
    let said = if args.phone {
        phone::write(args, &chosen.routine, heard)?
    } else {
        write(args, &chosen.routine, heard)?
    };
    for note in &chosen.notes {
        writeln!(out, "{}", visible(note))?;
    }
    Ok(writeln!(out, "{said}")?)
}

fn write(args: &RenderArgs, routine: &Routine, heard: Heard) -> Result<String> {
    let Some(rate) = Rate::new(args.rate.hertz()) else {
        bail!(
            "{} samples a second cannot be written: --rate 48000 can",
            args.rate.hertz()
        );
    };
    if args.output.is_dir() {
        return Err(FileError::NotAFile(args.output.clone()).into());
    }
    let timeline = Timeline::called(routine, &[], heard.calling);
    let track = Track {
        timeline: &timeline,
        score: &Score::new(rate, heard.mix),
        format: Format::of(&args.output)?,
        channels: match args.channels {
            ChannelCount::One => Channels::Mono,
            ChannelCount::Two => Channels::Stereo,
        },
        tags: Tags {
            title: title(&routine.name, routine),
            date: runtime::today().to_string(),
            part: None,
        },
    };
    let mut work = Work::begin(track.length())?;
    let written = file::write(&args.output, &track, existing(args), &mut |more| {
        work.advance(more)
    });
    let length = work.end(written)?;
    let said = format!(
        "{} holds {} of sound.",
        visible(&args.output.to_string_lossy()),
        lasting(length, timeline.is_approximate())
    );
    let mut segments = timeline.segments().iter();
    if segments.any(|segment| segment.gate && segment.is_change_of_exercise()) {
        let advice = "Nothing waits for you in a file: --phone writes one for each exercise.";
        return Ok(format!("{said} {advice}"));
    }
    Ok(said)
}

fn existing(args: &RenderArgs) -> Existing {
    if args.force {
        Existing::Replace
    } else {
        Existing::Keep
    }
}

/// `Slow squat · 4-1-1-0 · 3×6`; of several exercises, how many they are.
fn title(name: &str, routine: &Routine) -> String {
    let pace = routine.as_solo().map(Preset::pace).unwrap_or_default();
    let mut parts = vec![name.to_owned(), pace, routine.dose()];
    parts.retain(|part| !part.is_empty());
    // What has no name is called after its tempo.
    parts.dedup();
    visible(&parts.join(" · ")).into_owned()
}

/// The sound ends where the last one has rung out, at no second that anybody would name.
fn lasting(length: Duration, is_approximate: bool) -> String {
    let about = if is_approximate { "about " } else { "" };
    format!("{about}{}", clock(Duration::from_secs(length.as_secs())))
}
