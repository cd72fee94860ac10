//! `downbeat show`: a dry run. The same timeline that is paced, as text for people or as JSON for programs.

mod json;
mod table;

use std::io::Write;
use std::time::Duration;

use anyhow::Result;

use super::choose;
use crate::cli::ShowArgs;
use crate::store::config::Config;
use crate::training::timeline::Timeline;

/// Prints totals and the timeline.
pub(super) fn run(args: &ShowArgs, config: &Config, out: &mut impl Write) -> Result<()> {
    let chosen = choose(
        &args.wanted,
        &args.changes,
        config,
        &config.library(),
        &|_| 1,
    )?;
    let timeline = Timeline::called(&chosen.routine, &[], config.settings.calling());
    if args.json {
        json::write(&chosen, &timeline, out)
    } else {
        table::write(&chosen, &timeline, out)
    }
}

/// Seconds as a JSON number: the nearest to the integer nanoseconds, so that 1.2 s is printed `1.2`.
#[expect(
    clippy::cast_precision_loss,
    reason = "a timeline of days is far below 2^53 ns, up to which this is exact"
)]
pub(super) fn seconds(length: Duration) -> f64 {
    length.as_nanos() as f64 / 1e9
}
