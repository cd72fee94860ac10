//! `downbeat add`: from a line or a coach's message to a preset or a routine in the settings file.

use std::io::Write;
use std::path::Path;

use anyhow::{Result, anyhow};

use super::choose::read_back;
use super::keep;
use crate::cli::AddArgs;
use crate::store::config::Config;
use crate::store::paths::Paths;
use crate::store::presets::{Entry, Kind, Library, Origin};
use crate::store::problem::Problem;
use crate::training::line::{self, LineError};
use crate::training::text::visible;

/// Reads the text, says what it understood, and saves it.
pub(super) fn run(args: &AddArgs, paths: &Paths, out: &mut impl Write) -> Result<()> {
    let place = keep::place(paths)?;
    let config = Config::load(paths.config.as_ref())?;
    let library = config.library();
    let text = text_of(args)?;
    let message = line::read(&text);
    let wrong = |error: LineError| {
        anyhow!(
            "nothing was added, {}",
            Problem::at(&text, Some(&error.span), error.to_string())
        )
    };
    message.understood().map_err(wrong)?;
    let name = match &args.name {
        Some(name) if !name.trim().is_empty() => name.trim().chars().take(80).collect(),
        _ => message.name(),
    };
    let id = match &args.id {
        Some(id) => {
            keep::check_free(id.as_str(), &library, "give another with --id")?;
            id.clone()
        }
        None => propose(&name, &library),
    };
    let routine = message.routine(id.clone(), &name, config.settings.lead_in.duration());
    let is_one = message.readings.len() == 1;
    let kind = if is_one { Kind::Preset } else { Kind::Routine };
    let entry = Entry {
        id: id.to_string(),
        origin: Origin::Own,
        kind,
        routine: Ok(routine.map_err(wrong)?),
    };
    keep::save(&[&entry], &library, place, &config)?;
    for note in read_back(&text, &message) {
        writeln!(out, "{}", visible(&note).replace(" → ", "\n  → "))?;
    }
    let (kind, place) = (kind.as_str(), keep::shown(place));
    writeln!(out, "Added the {kind} `{id}` to {place}.")?;
    Ok(writeln!(out, "Train it: downbeat start {id}")?)
}

/// The text itself, unless there is a file of that name.
fn text_of(args: &AddArgs) -> Result<String> {
    let path = Path::new(&args.source);
    if args.source == "-" || path.is_file() {
        keep::text_of(path)
    } else {
        Ok(args.source.clone())
    }
}

fn propose(name: &str, library: &Library) -> crate::training::preset::PresetId {
    let is_taken = |id: &str| library.entries().iter().any(|entry| entry.id == id);
    line::propose_id(name, "from-text", &is_taken)
}
