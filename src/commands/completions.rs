//! `downbeat completions`: a script that makes a shell complete the command line.

use std::io::Write;

use anyhow::Result;
use clap::CommandFactory as _;
use clap_complete::Shell;

use crate::cli::Cli;

/// Prints the script.
pub(super) fn run(shell: Shell, out: &mut impl Write) -> Result<()> {
    // The generator gives up with a panic where it cannot write, as into a closed pipe; memory can always be written.
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "downbeat", &mut script);
    Ok(out.write_all(&script)?)
}
