//! Downbeat's entrance: parse, dispatch, report.

use clap::Parser as _;
use downbeat::cli::{Cli, Command};
use downbeat::commands::{self, four, practise, start};
use std::io::{self, Write};
use std::process::ExitCode;

fn main() -> ExitCode {
    let cli = Cli::parse();
    match run(&cli, &mut io::stdout()) {
        Ok(code) => ExitCode::from(code),
        Err(error) => {
            // The one place that reports an error; if nobody reads it, nobody can be told.
            let _ = writeln!(io::stderr(), "downbeat: {}", commands::sentence(&error));
            ExitCode::from(commands::exit_code(&error))
        }
    }
}

fn run(cli: &Cli, out: &mut impl Write) -> anyhow::Result<u8> {
    let config = cli.config.as_deref();
    commands::quiet_if_closed(match &cli.command {
        None => start::run(None, config, cli.mute, out),
        Some(Command::Start(args)) => start::run(Some(args), config, cli.mute, out),
        Some(Command::Four(args)) => four::run(args, config, out, &mut io::stderr()),
        Some(Command::Practise(args)) => {
            practise::run(args, config, cli.mute, out, &mut io::stderr())
        }
        Some(Command::Other(words)) => commands::unknown(words, &mut io::stderr()),
        Some(Command::Tool(tool)) => {
            commands::run(tool, config, &mut io::BufWriter::new(out)).map(|()| 0)
        }
    })
}
