//! The commands that are about what is felt.

use clap::Args;

use super::Look;
use crate::store::presets::Wanted;
use crate::store::values::{LeadIn, Theme};
use crate::training::exercise::Start;
use crate::training::practice::{Each, Length, Span};

/// `downbeat four`.
#[derive(Debug, Args)]
pub struct FourArgs {
    /// Print JSON at the end instead of the line
    #[arg(long)]
    pub json: bool,

    /// Which colours are shown
    #[arg(long)]
    pub theme: Option<Theme>,

    /// Draw with ASCII characters only
    #[arg(long)]
    pub ascii: bool,
}

/// `downbeat practise`.
#[derive(Debug, Args)]
pub struct PractiseArgs {
    /// A preset's id (`downbeat list`) or a tempo such as 4-0-1-0
    #[arg(value_name = "PRESET|TEMPO")]
    pub wanted: Wanted,

    /// How long: 90s to 15m; left out: 3m, or as long as it takes
    #[arg(long = "for", value_name = "LENGTH", allow_hyphen_values = true)]
    pub length: Option<Length>,

    /// Keep the cues, and let the lowering grow up to this many seconds
    #[arg(long, value_name = "SECONDS", allow_hyphen_values = true)]
    pub ladder: Option<Span>,

    /// How much it grows at once: 0.5s, if left out
    #[arg(
        long,
        value_name = "SECONDS",
        requires = "ladder",
        allow_hyphen_values = true
    )]
    pub step: Option<Span>,

    /// Whether it grows with each rep, or with each set of five
    #[arg(long, value_name = "rep|set", requires = "ladder")]
    pub each: Option<Each>,

    /// Which phase a rep begins with; the four digits stay as they are
    #[arg(long, value_name = "lower|lift")]
    pub start: Option<Start>,

    /// Time to get into position
    #[arg(long, value_name = "LENGTH", allow_hyphen_values = true)]
    pub lead_in: Option<LeadIn>,

    /// Print JSON at the end instead of lines
    #[arg(long)]
    pub json: bool,

    /// How it is shown.
    #[command(flatten)]
    pub look: Look,
}
