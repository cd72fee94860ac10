//! Downbeat: parse, dispatch, report.
#![cfg_attr(
    not(test),
    warn(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::indexing_slicing
    )
)]

use std::io::{self, BufWriter, Write as _};
use std::process::ExitCode;

use clap::Parser as _;
use downbeat::cli::{Cli, Command};
use downbeat::commands;

fn main() -> ExitCode {
    match run(&Cli::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // Where even this cannot be said, the exit code still says it.
            let _ = writeln!(io::stderr(), "downbeat: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(cli: &Cli) -> anyhow::Result<()> {
    match &cli.command {
        Some(Command::Tool(tool)) => {
            let mut out = BufWriter::new(io::stdout().lock());
            commands::run(tool, cli.config.as_deref(), &mut out)
        }
        Some(Command::Start(_)) | None => anyhow::bail!("the interface is not built yet"),
    }
}
