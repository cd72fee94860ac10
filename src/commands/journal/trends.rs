//! `downbeat journal trends`: the charts as text, for screen readers and pipes. Each line can be understood alone.

use std::io::Write;

use anyhow::{Result, bail};

use crate::store::keys::closest;
use crate::training::text::visible;
use crate::training::trend::Trends;

/// Prints all figures, with an empty line between them. An exercise that was named has to be in the journal.
pub(super) fn print(trends: &Trends, named: Option<&str>, out: &mut impl Write) -> Result<()> {
    if let Some(named) = named {
        known(trends, named)?;
    }
    for line in trends.all_text() {
        writeln!(out, "{line}")?;
    }
    Ok(())
}

fn known(trends: &Trends, wanted: &str) -> Result<()> {
    let exercises = || {
        trends
            .exercises
            .iter()
            .map(|trained| trained.name.as_str())
            .filter(|name| !name.is_empty())
    };
    if exercises().any(|name| name.eq_ignore_ascii_case(wanted)) {
        return Ok(());
    }
    let shown = visible(wanted);
    if let Some(meant) = closest(wanted, exercises()) {
        bail!(
            "there is no set of `{shown}` in the journal: did you mean `{}`?",
            visible(meant)
        );
    }
    let all: Vec<_> = exercises().map(visible).collect();
    if all.is_empty() {
        bail!("there is no set of `{shown}` in the journal: no exercise is in it yet");
    }
    bail!(
        "there is no set of `{shown}` in the journal: it has {}",
        all.join(", ")
    )
}
