//! `downbeat preset`: presets and routines as TOML that goes from one person to the next.

use std::io::Write;
use std::path::Path;

use anyhow::{Result, bail};
use toml_edit::{ArrayOfTables, DocumentMut, Item};

use super::keep;
use crate::cli::PresetCommand;
use crate::store::config::Config;
use crate::store::paths::Paths;
use crate::store::presets::{Entry, Kind, Library, Origin, Shared, print, shared};
use crate::training::preset::{LEAD_IN, PresetId};
use crate::training::text::visible;

/// Does one of the three.
pub(super) fn run(command: &PresetCommand, paths: &Paths, out: &mut impl Write) -> Result<()> {
    let config = Config::load(paths.config.as_ref())?;
    let library = config.library();
    match command {
        PresetCommand::Export { id } => export(id, &library, out),
        PresetCommand::Check { file } => {
            let shared = read(file, &config, &library, out)?;
            let count = shared.entries.len();
            let plural = if count == 1 {
                "preset or routine"
            } else {
                "presets and routines"
            };
            let file = file.display().to_string();
            Ok(writeln!(
                out,
                "{} is right; it holds {count} {plural}.",
                visible(&file)
            )?)
        }
        PresetCommand::Add { file } => {
            let shared = read(file, &config, &library, out)?;
            add(&shared.entries, &config, &library, paths, out)
        }
    }
}

/// The file's presets; or every mistake in it, printed, and a failure.
fn read(file: &Path, config: &Config, library: &Library, out: &mut impl Write) -> Result<Shared> {
    let text = keep::text_of(file)?;
    let shared = shared(&text, config.settings.lead_in.duration(), library);
    let mistakes = shared.mistakes();
    for problem in &mistakes {
        writeln!(out, "{problem}")?;
    }
    out.flush()?;
    let file = file.display();
    match mistakes.len() {
        0 => Ok(shared),
        1 => bail!("1 mistake in {file}: mend the line above and check again"),
        count => bail!("{count} mistakes in {file}: mend the lines above and check again"),
    }
}

/// All or none of them.
fn add(
    entries: &[Entry],
    config: &Config,
    library: &Library,
    paths: &Paths,
    out: &mut impl Write,
) -> Result<()> {
    let place = keep::place(paths)?;
    let advice =
        "nothing was added; change the id in the file, or take the other out, and add again";
    for entry in entries {
        keep::check_free(&entry.id, library, advice)?;
    }
    let all: Vec<&Entry> = entries.iter().collect();
    keep::save(&all, library, place, config)?;
    for entry in entries {
        let (kind, id, place) = (entry.kind.as_str(), &entry.id, keep::shown(place));
        writeln!(out, "Added the {kind} `{id}` to {place}.")?;
    }
    Ok(())
}

/// The preset or routine, behind the person's own presets that it names. Built-in ones are there everywhere.
fn export(id: &str, library: &Library, out: &mut impl Write) -> Result<()> {
    library.find(id)?;
    let entry = library
        .entries()
        .iter()
        .find(|entry| entry.id.eq_ignore_ascii_case(id));
    let Some((entry, Ok(routine))) = entry.map(|entry| (entry, &entry.routine)) else {
        bail!("there is no preset `{}`", visible(id));
    };
    let mut document = DocumentMut::new();
    if let (Kind::Preset, Some(preset)) = (entry.kind, routine.as_solo()) {
        put(&mut document, "preset", [print::preset(preset, LEAD_IN)]);
        return Ok(write!(out, "{document}")?);
    }
    let mut own: Vec<&Entry> = Vec::new();
    for step in routine
        .presets()
        .filter_map(|preset| named(&preset.id, library))
    {
        if step.origin == Origin::Own && !own.iter().any(|other| other.id == step.id) {
            own.push(step);
        }
    }
    let own = own.into_iter().filter_map(Entry::preset);
    let find = |id: &PresetId| named(id, library)?.preset().cloned();
    put(
        &mut document,
        "preset",
        own.map(|preset| print::preset(preset, LEAD_IN)),
    );
    put(
        &mut document,
        "routine",
        [print::routine(routine, LEAD_IN, &find)],
    );
    Ok(write!(out, "{document}")?)
}

fn named<'l>(id: &PresetId, library: &'l Library) -> Option<&'l Entry> {
    let mut entries = library.entries().iter();
    entries.find(|entry| entry.id == id.as_str() && entry.kind == Kind::Preset)
}

fn put(document: &mut DocumentMut, key: &str, tables: impl IntoIterator<Item = toml_edit::Table>) {
    let array: ArrayOfTables = tables.into_iter().collect();
    if !array.is_empty() {
        document.insert(key, Item::ArrayOfTables(array));
    }
}
