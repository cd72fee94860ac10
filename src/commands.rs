//! The subcommands that print or write something and are done, one file each. They write to whatever `main` gives them, so
//! that a test can read what a person would.

mod add;
mod choose;
mod completions;
mod config;
pub mod four;
pub mod journal;
mod json;
mod keep;
mod list;
mod man;
mod paragraphs;
mod plain;
pub mod practise;
mod preset;
mod protein;
mod render;
mod show;
pub mod start;
pub mod timing;
mod today;
mod why;

use std::io::{self, Write};
use std::path::Path;

use anyhow::Result;
use clap::CommandFactory as _;
use thiserror::Error;

use choose::choose_for;
pub use choose::{Chosen, Said, choose};

use crate::cli::Tool;
use crate::store::config::Config;
use crate::store::keys::closest;
use crate::store::paths::Paths;
use crate::store::presets::Wanted;
use crate::training::text::visible;

/// The exit code of a command line that nobody can obey.
const WRONG_USAGE: u8 = 2;

/// A signal stopped the work, and nothing is left of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("stopped: nothing was written")]
pub struct Stopped {
    /// Its number.
    pub signal: i32,
}

/// A command line that can be read and not obeyed, and what to write instead.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{0}")]
pub struct WrongUsage(String);

impl WrongUsage {
    /// What is wrong with a value that is read only here.
    fn of(error: impl std::fmt::Display) -> Self {
        Self(error.to_string())
    }
}

/// The exit code of an error.
pub fn exit_code(error: &anyhow::Error) -> u8 {
    if error.is::<WrongUsage>() {
        return WRONG_USAGE;
    }
    let stopped = error.downcast_ref::<Stopped>();
    stopped
        .and_then(|stopped| u8::try_from(128 + stopped.signal).ok())
        .unwrap_or(1)
}

/// Does what was asked for. `config` is what `--config` named.
///
/// # Errors
/// A sentence that says what to do next. A closed pipe is no error: who reads has read enough.
pub fn run(tool: &Tool, config: Option<&Path>, out: &mut impl Write) -> Result<()> {
    quiet_if_closed(dispatch(tool, &Paths::find(config), out).and_then(|()| Ok(out.flush()?)))
}

/// Says what may have been meant by a word that is no command. Returns the exit code of a wrong usage.
///
/// # Errors
/// When it cannot be said.
pub fn unknown(words: &[String], out: &mut impl Write) -> Result<u8> {
    let word = words.first().map(String::as_str).unwrap_or_default();
    let command = crate::cli::Cli::command();
    let names = command.get_subcommands().map(clap::Command::get_name);
    let shown = visible(word);
    let whole = words.join(" ");
    let line = match whole.parse::<Wanted>() {
        Ok(Wanted::Line(_)) => Some(visible(&whole).into_owned()),
        _ => None,
    };
    if let Some(line) = line {
        writeln!(
            out,
            "downbeat: there is no command `{shown}`: to train that line, write `downbeat start \"{line}\"`"
        )?;
        return Ok(WRONG_USAGE);
    }
    let advice = match (closest(word, names), word.parse::<Wanted>()) {
        (Some(name), _) => format!("did you mean `downbeat {name}`?"),
        (None, Ok(Wanted::Tempo(_))) => format!("to train it, write `downbeat start {shown}`"),
        (None, Ok(Wanted::Preset(_))) => {
            format!("to train a preset of that name, write `downbeat start {shown}`")
        }
        (None, Ok(Wanted::Line(_)) | Err(_)) => "`downbeat --help` names the commands".to_owned(),
    };
    writeln!(out, "downbeat: there is no command `{shown}`: {advice}")?;
    Ok(WRONG_USAGE)
}

/// Who reads a pipe and closes it has read enough: that is no error.
///
/// # Errors
/// Any other.
pub fn quiet_if_closed<T: Default>(result: Result<T>) -> Result<T> {
    match result {
        Err(error) if is_closed_pipe(&error) => Ok(T::default()),
        other => other,
    }
}

/// An error as it is shown: its whole chain, with everything made visible that a path or a name may smuggle in.
pub fn sentence(error: &anyhow::Error) -> String {
    let text = format!("{error:#}");
    let lines: Vec<_> = text.lines().map(visible).collect();
    lines.join("\n")
}

fn dispatch(tool: &Tool, paths: &Paths, out: &mut impl Write) -> Result<()> {
    let load = || Config::load(paths.config.as_ref());
    match tool {
        Tool::List(args) => list::run(args, &load()?.library(), out),
        Tool::Show(args) => show::run(args, &load()?, out),
        Tool::Render(args) => render::run(args, &load()?, out),
        Tool::Add(args) => add::run(args, paths, out),
        Tool::Today(args) => today::run(args, paths, out),
        Tool::Preset { command } => preset::run(command, paths, out),
        Tool::Journal { command } => journal::run(command, paths, out),
        Tool::Config { command } => config::run(*command, paths, out),
        Tool::Protein(args) => protein::run(args, paths, out),
        Tool::Why(args) => why::run(args, out),
        Tool::Completions { shell } => completions::run(*shell, out),
        Tool::Man => man::run(out),
    }
}

fn is_closed_pipe(error: &anyhow::Error) -> bool {
    error.chain().any(|cause| {
        let direct = cause.downcast_ref::<io::Error>().map(io::Error::kind);
        let json = cause
            .downcast_ref::<serde_json::Error>()
            .and_then(serde_json::Error::io_error_kind);
        direct.or(json) == Some(io::ErrorKind::BrokenPipe)
    })
}
