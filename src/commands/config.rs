//! `downbeat config`: where the settings file is, what may stand in it, and what is wrong with it.

use std::io::Write;

use anyhow::{Result, bail};

use crate::cli::ConfigCommand;
use crate::store::config::{self, EXAMPLE};
use crate::store::paths::{ConfigPath, Paths};
use crate::store::presets::Origin;
use crate::store::problem::Problem;

/// Does one of the three.
pub(super) fn run(command: ConfigCommand, paths: &Paths, out: &mut impl Write) -> Result<()> {
    if matches!(command, ConfigCommand::Example) {
        return Ok(write!(out, "{EXAMPLE}")?);
    }
    let Some(at) = &paths.config else {
        bail!("no home folder was found: set HOME, or name a file with --config PATH");
    };
    match command {
        ConfigCommand::Check => check(at, out),
        _ => Ok(writeln!(out, "{}", at.path().display())?),
    }
}

/// Names every mistake, those in presets too; any is a failure, so that a script can ask.
fn check(at: &ConfigPath, out: &mut impl Write) -> Result<()> {
    let path = at.path().display();
    let Some(text) = config::text_of(at)? else {
        writeln!(
            out,
            "{path} does not exist, so everything is at its default."
        )?;
        let folder = at.path().parent().unwrap_or_else(|| at.path()).display();
        return Ok(writeln!(
            out,
            "To begin one: mkdir -p '{folder}' && downbeat config example > '{path}'"
        )?);
    };
    let (config, mut problems) = config::parse(&text);
    let library = config.library();
    let own = || {
        library
            .entries()
            .iter()
            .filter(|entry| entry.origin == Origin::Own)
    };
    let of_presets = own()
        .filter_map(|entry| entry.routine.as_ref().err())
        .flatten();
    problems.extend(of_presets.cloned());
    problems.sort_by_key(|problem: &Problem| (problem.line, problem.column));
    for problem in &problems {
        writeln!(out, "{problem}")?;
    }
    match (problems.len(), own().count()) {
        (0, 0) => Ok(writeln!(out, "{path} is right.")?),
        (0, 1) => Ok(writeln!(
            out,
            "{path} is right; it holds 1 preset or routine."
        )?),
        (0, presets) => Ok(writeln!(
            out,
            "{path} is right; it holds {presets} presets and routines."
        )?),
        (1, _) => bail!("1 mistake in {path}: mend the line above and check again"),
        (count, _) => bail!("{count} mistakes in {path}: mend the lines above and check again"),
    }
}
