//! `downbeat protein`: how much protein for a body weight, and where that comes from.

use std::io::Write;

use anyhow::{Result, bail};

use super::{WrongUsage, paragraphs};
use crate::cli::ProteinArgs;
use crate::training::fuel::{Protein, lines};
use crate::training::journal::{Mass, Unit};

/// Prints the numbers and their sources.
pub(super) fn run(args: &ProteinArgs, out: &mut impl Write) -> Result<()> {
    if args.weight.is_empty() {
        bail!("no body weight is known yet: write one, as in `downbeat protein 80kg`");
    }
    let weight = Mass::read(&args.weight.join(" "), Unit::Kg).map_err(WrongUsage::of)?;
    let protein = Protein::of(weight).map_err(WrongUsage::of)?;
    paragraphs::print(&lines(&protein), out)
}
