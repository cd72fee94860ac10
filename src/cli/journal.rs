//! The arguments of the commands that read the journal.

use clap::Subcommand;

/// `downbeat journal`.
#[derive(Debug, Clone, PartialEq, Eq, Subcommand)]
pub enum JournalCommand {
    /// Print a page for whoever treats or trains you
    Report {
        /// How many weeks, the present one among them
        #[arg(long, value_name = "NUMBER", default_value_t = 12, value_parser = clap::value_parser!(u16).range(1..=520))]
        weeks: u16,
    },
    /// Say what the trends show, a line for each thing
    Trends {
        /// The exercise whose load and clean reps are told; left out: the one that was trained most
        #[arg(value_name = "EXERCISE")]
        exercise: Option<String>,

        /// How many weeks, the present one among them
        #[arg(long, value_name = "NUMBER", default_value_t = 12, value_parser = clap::value_parser!(u16).range(1..=520))]
        weeks: u16,
    },
}
