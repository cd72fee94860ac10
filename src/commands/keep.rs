//! Saving presets and routines in the settings file, and reading what people hand over. All that the commands write into that
//! file goes through here.

use std::fs;
use std::io::Read as _;
use std::path::Path;

use anyhow::{Context as _, Result, bail};

use crate::store::config::Config;
use crate::store::edit::File;
use crate::store::paths::{ConfigPath, Paths};
use crate::store::presets::{Entry, Kind, Library, Origin, print};
use crate::training::preset::PresetId;
use crate::training::text::visible;

/// More than this is no text that people send each other.
const MOST: u64 = 1 << 20;

/// Text from a file, or from standard input for `-`.
pub(super) fn text_of(path: &Path) -> Result<String> {
    let mut text = String::new();
    let shown = path.display().to_string();
    let read = if path == Path::new("-") {
        std::io::stdin()
            .lock()
            .take(MOST + 1)
            .read_to_string(&mut text)
    } else {
        let file = fs::File::open(path);
        file.and_then(|file| file.take(MOST + 1).read_to_string(&mut text))
    };
    read.with_context(|| {
        format!("`{shown}` cannot be read: check the path, and that it is UTF-8 text")
    })?;
    if u64::try_from(text.len()).is_ok_and(|length| length > MOST) {
        bail!("`{shown}` is larger than a megabyte: cut it down to the message or the presets");
    }
    Ok(text)
}

/// The settings file, which must be known to be written.
pub(super) fn place(paths: &Paths) -> Result<&ConfigPath> {
    match &paths.config {
        Some(place) => Ok(place),
        None => bail!("no home folder was found: set HOME, or name a file with --config PATH"),
    }
}

/// Refuses an id that somebody has.
pub(super) fn check_free(id: &str, library: &Library, advice: &str) -> Result<()> {
    let mut entries = library.entries().iter();
    match entries
        .find(|entry| entry.id == id)
        .map(|entry| entry.origin)
    {
        None => Ok(()),
        Some(Origin::Own) => bail!("there is `{id}` in the settings file already: {advice}"),
        Some(Origin::BuiltIn) => bail!("`{id}` comes with the program: {advice}"),
    }
}

/// Puts all of them at the end of the settings file, in one write.
pub(super) fn save(
    entries: &[&Entry],
    known: &Library,
    place: &ConfigPath,
    config: &Config,
) -> Result<()> {
    let lead_in = config.settings.lead_in.duration();
    let given = |id: &PresetId| entries.iter().find(|entry| entry.id == id.as_str());
    let find = |id: &PresetId| {
        let own = given(id).and_then(|entry| entry.preset()).cloned();
        own.or_else(|| known.preset(id).cloned())
    };
    let file = File::open(place.path())?;
    let mut document = file.document();
    for entry in entries {
        let Ok(routine) = &entry.routine else {
            continue;
        };
        let (kind, table) = match (entry.kind, routine.as_solo()) {
            (Kind::Preset, Some(preset)) => (Kind::Preset, print::preset(preset, lead_in)),
            _ => (Kind::Routine, print::routine(routine, lead_in, &find)),
        };
        document = document.put(kind, None, &table)?;
    }
    file.save(&document)?;
    Ok(())
}

/// Where something was saved, to be shown.
pub(super) fn shown(place: &ConfigPath) -> String {
    visible(&place.path().to_string_lossy()).into_owned()
}
