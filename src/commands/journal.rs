//! `downbeat journal`: what was logged, for people and for pipes.

pub mod report;
mod trends;

use std::io::Write;

use anyhow::Result;
use jiff::Zoned;

use crate::cli::JournalCommand;
use crate::store::journal::Journal;
use crate::store::paths::Paths;
use crate::training::trend::Window;

/// Does one of them.
pub(super) fn run(command: &JournalCommand, paths: &Paths, out: &mut impl Write) -> Result<()> {
    // Asking makes no journal.
    let Some(path) = paths.journal.as_deref().filter(|path| path.exists()) else {
        return Ok(writeln!(
            out,
            "Nothing is logged yet: every set that is paced is. Begin with `downbeat start`."
        )?);
    };
    let opened = Journal::open(path)?;
    if let Some(notice) = &opened.notice {
        writeln!(out, "{notice}\n")?;
    }
    let (journal, today) = (opened.journal, Zoned::now().date());
    match command {
        JournalCommand::Report { weeks } => {
            let report = journal.report(Window::Weeks(*weeks), today)?;
            report::print(&report, out)
        }
        JournalCommand::Trends { exercise, weeks } => {
            let trends = journal.trends(exercise.as_deref(), Window::Weeks(*weeks), today)?;
            trends::print(&trends, exercise.as_deref(), out)
        }
    }
}
