//! `downbeat four`: feel four seconds, five times. No equipment, no sound, nothing to set up.

use std::io::{IsTerminal as _, Write};
use std::path::Path;
use std::sync::mpsc::channel;

use anyhow::Result;

use super::start::exit_code;
use super::timing::LengthsRow;
use super::{WRONG_USAGE, json};
use crate::app::four::{Four, line};
use crate::app::{App, Home, Light, Screen};
use crate::cli::FourArgs;
use crate::runtime::shelf::Shelf;
use crate::runtime::{End, Interface, today};
use crate::settings::{Asked, Environment, Settings};
use crate::sound::silent::Silent;
use crate::store::config::Config;
use crate::store::paths::Paths;
use crate::store::values;
use crate::training::memory::Memory;

/// Opens the screen, and says on the shell what was felt. Returns the exit code.
///
/// # Errors
/// A sentence that says what to do next.
pub fn run(
    args: &FourArgs,
    config: Option<&Path>,
    out: &mut impl Write,
    refusals: &mut impl Write,
) -> Result<u8> {
    if !std::io::stdout().is_terminal() || !std::io::stdin().is_terminal() {
        writeln!(
            refusals,
            "downbeat: four seconds are felt at a terminal: run `downbeat four` without a pipe or a file"
        )?;
        return Ok(WRONG_USAGE);
    }
    let paths = Paths::find(config);
    let config = Config::load(paths.config.as_ref())?;
    let asked = Asked {
        theme: args.theme,
        ascii: args.ascii,
        ..Asked::default()
    };
    let settings = Settings::settle(&config.settings, asked, Environment::read());
    let (sender, inbox) = channel();
    // Nothing of it is kept: it is no training.
    let shelf = Shelf::new(None, None);
    let interface = Interface::new(
        app(&settings),
        settings,
        Box::new(Silent::new()),
        inbox,
        &Paths::default(),
        shelf,
    );
    let outcome = interface.run(&sender, |_, _| Vec::new())?;
    let felt = outcome.four.filter(|_| outcome.end != End::TerminalGone);
    match felt {
        Some(felt) if args.json => json::print(&LengthsRow::from(&felt), out)?,
        Some(felt) => writeln!(out, "{}", line(&felt))?,
        None => {}
    }
    Ok(exit_code(outcome.end))
}

fn app(settings: &Settings) -> App {
    let mut app = App::new(Vec::new(), Memory::default());
    app.screen = Screen::Four(Box::<Four>::default());
    app.home = Home::Shell;
    app.today = today();
    app.light = match settings.theme {
        values::Theme::Day => Light::Day,
        values::Theme::Night => Light::Night,
    };
    app
}
