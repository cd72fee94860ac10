//! `downbeat protein`: how much protein for a body weight, and where that comes from.

use std::io::Write;
use std::path::Path;

use anyhow::{Context as _, Result};
use jiff::civil::Date;

use super::{WrongUsage, paragraphs};
use crate::cli::ProteinArgs;
use crate::store::config::Config;
use crate::store::journal::Journal;
use crate::store::paths::Paths;
use crate::training::fuel::{Protein, lines};
use crate::training::journal::Mass;

/// Prints the numbers and their sources.
pub(super) fn run(args: &ProteinArgs, paths: &Paths, out: &mut impl Write) -> Result<()> {
    let weight = if args.weight.is_empty() {
        last_weight(paths.journal.as_deref())?.context(
            "there is no body weight in the journal yet: write one, as in `downbeat protein 80kg`",
        )?
    } else {
        let unit = Config::load(paths.config.as_ref())?.settings.unit;
        Mass::read(&args.weight.join(" "), unit).map_err(WrongUsage::of)?
    };
    let protein = Protein::of(weight).map_err(WrongUsage::of)?;
    paragraphs::print(&lines(&protein), out)
}

/// The last body weight in the journal. One that is not there is not made for this.
fn last_weight(journal: Option<&Path>) -> Result<Option<Mass>> {
    let Some(path) = journal.filter(|path| path.exists()) else {
        return Ok(None);
    };
    let mornings = Journal::open(path)?
        .journal
        .mornings(Date::MIN, Date::MAX)?;
    let mut latest = mornings.iter().rev();
    Ok(latest.find_map(|morning| morning.weight))
}
