//! `downbeat journal`: what was trained and how somebody rose, as text, and into the journal by hand.

mod add;
mod list;
pub mod report;
mod trends;

use std::fs::File;
use std::io::{BufReader, BufWriter, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, anyhow, bail};

use crate::cli::JournalCommand;
use crate::runtime::today;
use crate::store::journal::{ExportError, Format, ImportError, Imported, Journal};
use crate::store::paths::Paths;
use crate::store::write::{self, Existing};
use crate::training::text::visible;
use crate::training::trend::Window;

/// Does one of them. What was found out about the file itself is said first.
pub(super) fn run(command: &JournalCommand, paths: &Paths, out: &mut impl Write) -> Result<()> {
    let path = paths.journal.as_deref();
    let path = path.ok_or_else(|| anyhow!("no home folder was found for the journal: set HOME"))?;
    if let JournalCommand::Export {
        output: Some(file), ..
    }
    | JournalCommand::Backup { file, .. } = command
    {
        check_place(file, path)?;
    }
    let mut journal = open(command, path)?;
    match command {
        JournalCommand::List(args) => list::run(args, &journal, out),
        JournalCommand::Add(args) => add::run(args, paths, &mut journal, out),
        JournalCommand::Export {
            format,
            output: None,
            ..
        } => {
            journal.export(*format, out)?;
            Ok(())
        }
        JournalCommand::Export {
            format,
            output: Some(file),
            force,
        } => export(&journal, *format, file, existing(*force), out),
        JournalCommand::Import { file } => {
            let imported = import(&mut journal, file)?;
            Ok(writeln!(out, "{}", words(imported))?)
        }
        JournalCommand::Backup { file, force } => {
            journal.backup(file, existing(*force))?;
            Ok(writeln!(out, "Copied the journal to {}.", shown(file))?)
        }
        JournalCommand::Trends { exercise, weeks } => {
            let trends = journal.trends(exercise.as_deref(), Window::Weeks(*weeks), today())?;
            trends::print(&trends, exercise.as_deref(), out)
        }
        JournalCommand::Report { weeks } => {
            let report = journal.report(Window::Weeks(*weeks), today())?;
            report::print(&report, out)
        }
    }
}

/// Opens the journal. Who only reads makes no file where there is none.
fn open(command: &JournalCommand, path: &Path) -> Result<Journal> {
    let writes = matches!(
        command,
        JournalCommand::Add(_) | JournalCommand::Import { .. }
    );
    if !writes && !path.exists() {
        return Ok(Journal::unwritten()?);
    }
    let opened = Journal::open(path)?;
    if let Some(notice) = opened.notice {
        say(&notice);
    }
    Ok(opened.journal)
}

/// On standard error, because standard output may be read by a program.
fn say(notice: &str) {
    // Where nobody listens, nobody can be told.
    let _ = writeln!(std::io::stderr(), "downbeat: {}", visible(notice));
}

fn existing(force: bool) -> Existing {
    if force {
        Existing::Replace
    } else {
        Existing::Keep
    }
}

/// A copy may stand anywhere but in the place of the journal, or of what `SQLite` keeps beside it, and where there is a folder.
fn check_place(file: &Path, journal: &Path) -> Result<()> {
    let beside = |ending: &str| {
        let mut name = journal.as_os_str().to_owned();
        name.push(ending);
        PathBuf::from(name)
    };
    let target = resolved(file);
    let own = ["", "-wal", "-shm"].map(|ending| resolved(&beside(ending)));
    if own.contains(&target) {
        bail!(
            "{} is the journal itself, and was left as it is: choose another name",
            shown(file)
        );
    }
    match target.parent() {
        Some(folder) if !folder.as_os_str().is_empty() && !folder.is_dir() => bail!(
            "{} was not written, because there is no folder {}: make it first, or choose another place",
            shown(file),
            shown(folder)
        ),
        _ => Ok(()),
    }
}

/// The path without links in it, as far as it exists.
fn resolved(path: &Path) -> PathBuf {
    if let Ok(found) = path.canonicalize() {
        return found;
    }
    let folder = path.parent().filter(|folder| *folder != Path::new(""));
    let folder = folder.unwrap_or_else(|| Path::new(".")).canonicalize();
    match (folder, path.file_name()) {
        (Ok(folder), Some(name)) => folder.join(name),
        _ => path.to_owned(),
    }
}

fn shown(path: &Path) -> String {
    visible(&path.to_string_lossy()).into_owned()
}

fn export(
    journal: &Journal,
    format: Format,
    file: &Path,
    existing: Existing,
    out: &mut impl Write,
) -> Result<()> {
    let mut count = 0;
    let written = write::filled_by(file, existing, |temporary| {
        let mut text = BufWriter::new(File::options().write(true).open(temporary)?);
        count = journal.export(format, &mut text)?;
        Ok::<_, ExportError>(text.flush()?)
    });
    let advice = || {
        format!(
            "{} was not written: choose another place, or say --force to replace a file",
            shown(file)
        )
    };
    written.with_context(advice)?;
    let entries = if count == 1 { "entry" } else { "entries" };
    Ok(writeln!(
        out,
        "Wrote {count} {entries} to {}.",
        shown(file)
    )?)
}

fn import(journal: &mut Journal, file: &Path) -> Result<Imported> {
    if file == Path::new("-") {
        return Ok(journal.import(&mut std::io::stdin().lock())?);
    }
    let opened = File::open(file).map_err(ImportError::from);
    let imported = opened.and_then(|file| journal.import(&mut BufReader::new(file)));
    imported.with_context(|| shown(file))
}

fn words(imported: Imported) -> String {
    let Imported { added, same, kept } = imported;
    let entries = if added == 1 { "entry" } else { "entries" };
    let there = match same {
        0 => String::new(),
        same => format!("; {same} were there already"),
    };
    let other = match kept {
        0 => String::new(),
        kept => format!("; {kept} say something else here, and were kept as they are here"),
    };
    format!("Added {added} {entries}{there}{other}.")
}
