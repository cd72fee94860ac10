//! `downbeat render`: the sound of a session as a WAV file, made of the same samples as the live sound.

use std::io::Write;
use std::time::Duration;

use anyhow::{Result, bail};

use super::choose;
use crate::cli::RenderArgs;
use crate::settings::mix;
use crate::sound::rate::Rate;
use crate::sound::score::Score;
use crate::sound::wav::{self, Existing};
use crate::store::config::Config;
use crate::training::length::clock;
use crate::training::text::visible;
use crate::training::timeline::Timeline;

/// Writes the file, and says how long it lasts.
pub(super) fn run(args: &RenderArgs, config: &Config, out: &mut impl Write) -> Result<()> {
    let chosen = choose(
        &args.wanted,
        &args.changes,
        config,
        &config.library(),
        &|_| 1,
    )?;
    let timeline = Timeline::called(&chosen.routine, &[], config.settings.calling());
    let mix = mix(&config.settings, args.look.cues);
    let Some(rate) = Rate::new(args.rate.hertz()) else {
        bail!(
            "{} samples a second cannot be written: --rate 48000 can",
            args.rate.hertz()
        );
    };
    let existing = if args.force {
        Existing::Replace
    } else {
        Existing::Keep
    };
    let length = wav::write(&args.output, &timeline, &Score::new(rate, mix), existing)?;
    for note in &chosen.notes {
        writeln!(out, "{}", visible(note))?;
    }
    let about = if timeline.is_approximate() {
        "about "
    } else {
        ""
    };
    Ok(writeln!(
        out,
        "{} holds {about}{} of sound.",
        visible(&args.output.to_string_lossy()),
        clock(whole_seconds(length))
    )?)
}

/// The file ends where the last sound has rung out, at no second that anybody would name.
fn whole_seconds(length: Duration) -> Duration {
    Duration::from_secs(length.as_secs())
}
