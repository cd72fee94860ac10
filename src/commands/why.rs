//! `downbeat why`: the claims that the program makes, those that it refuses to make, and the sources of both.

use std::io::Write;

use anyhow::Result;

use super::paragraphs::print_beside;
use crate::cli::WhyArgs;
use crate::training::evidence::{REFUSED, Source, Topic};

/// Columns beside what is said: as wide as the longest name of a topic.
const MARGIN: u16 = 13;

/// Prints everything, or all that is said of one topic.
pub(super) fn run(args: &WhyArgs, out: &mut impl Write) -> Result<()> {
    match args.topic {
        None => everything(out),
        Some(topic) => {
            for (heading, words) in topic.facts() {
                print_beside(heading, &words, MARGIN, out)?;
            }
            Ok(())
        }
    }
}

fn everything(out: &mut impl Write) -> Result<()> {
    writeln!(out, "What this program claims")?;
    for topic in Topic::ALL {
        let about = topic.about();
        print_beside(&format!("  {}", about.name), about.claim, MARGIN, out)?;
        let names: Vec<&str> = about.sources().iter().map(|source| source.name).collect();
        print_beside("", &names.join("; "), MARGIN, out)?;
    }
    writeln!(out, "\nWhat it refuses to claim")?;
    for refused in REFUSED {
        print_beside("  -", &refused.to_string(), 4, out)?;
    }
    writeln!(out, "\nSources")?;
    for source in sources() {
        print_beside("  -", &source.to_string(), 4, out)?;
    }
    writeln!(
        out,
        "\nAll that is said of one of them: downbeat why soreness"
    )?;
    Ok(writeln!(
        out,
        "Where the numbers of a preset come from: i in the list. Nothing here is medical advice."
    )?)
}

/// Each source once, by its name.
fn sources() -> Vec<Source> {
    let mut sources: Vec<Source> = Topic::ALL.into_iter().flat_map(Topic::sources).collect();
    sources.sort_by_key(|source| source.name);
    sources.dedup();
    sources
}
