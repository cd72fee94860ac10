//! The arguments of the commands that take and give presets.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueHint};

use crate::training::preset::PresetId;

/// `downbeat add`.
#[derive(Debug, Args)]
pub struct AddArgs {
    /// The text itself, a file with it, or - for standard input
    #[arg(value_name = "TEXT|FILE|-", value_hint = ValueHint::FilePath, allow_hyphen_values = true)]
    pub source: String,

    /// The name that is shown; left out: the heading of the message, or its exercises
    #[arg(long, value_name = "NAME")]
    pub name: Option<String>,

    /// The name on the command line; left out: made of the name
    #[arg(long, value_name = "ID")]
    pub id: Option<PresetId>,
}

/// `downbeat preset`.
#[derive(Debug, Subcommand)]
pub enum PresetCommand {
    /// Take the presets and routines of a file into the settings file
    Add {
        /// The file, or - for standard input
        #[arg(value_name = "FILE|-", value_hint = ValueHint::FilePath)]
        file: PathBuf,
    },
    /// Print a preset or a routine as TOML that another Downbeat can add
    Export {
        /// Its id, as in `downbeat list`
        #[arg(value_name = "NAME")]
        id: String,
    },
    /// Name every mistake in a file, with line and column
    Check {
        /// The file, or - for standard input
        #[arg(value_name = "FILE|-", value_hint = ValueHint::FilePath)]
        file: PathBuf,
    },
}
