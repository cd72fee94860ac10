//! `downbeat render`: the sound of a session as a WAV file, made of the same samples as the live sound.

use std::io::Write;
use std::path::Path;

use anyhow::{Result, bail};

use super::choose;
use crate::cli::RenderArgs;
use crate::store::config::Config;
use crate::store::values::Cues;
use crate::training::length::clock;
use crate::training::timeline::Timeline;

/// Writes the file, and says how long it lasts.
pub(super) fn run(args: &RenderArgs, config: &Config, out: &mut impl Write) -> Result<()> {
    let chosen = choose(&args.wanted, &args.changes, config, &config.library())?;
    refuse_to_overwrite(&args.output, args.force)?;
    let timeline = Timeline::plan(&chosen.preset);
    let cues = args.look.cues.unwrap_or(config.settings.cues);
    write_sound(&args.output, &timeline, cues, args.rate.hertz())?;
    let about = if timeline.is_approximate() {
        "about "
    } else {
        ""
    };
    Ok(writeln!(
        out,
        "{} holds {about}{} of sound.",
        args.output.display(),
        clock(timeline.total())
    )?)
}

fn refuse_to_overwrite(path: &Path, force: bool) -> Result<()> {
    if path.is_dir() {
        bail!(
            "{} is a folder: name a file in it, such as {}",
            path.display(),
            path.join("set.wav").display()
        );
    }
    // A link that leads nowhere is something too, so the link itself is asked.
    if !force && path.symlink_metadata().is_ok() {
        bail!(
            "{} exists: choose another name, or replace it with --force",
            path.display()
        );
    }
    Ok(())
}

fn write_sound(path: &Path, _timeline: &Timeline, _cues: Cues, _rate: u32) -> Result<()> {
    bail!(
        "{} was not written: this build cannot write sound files yet",
        path.display()
    )
}
