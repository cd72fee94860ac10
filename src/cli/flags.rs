//! The flags that several commands share: what is changed in a preset, and how a session is shown and heard.

use clap::{Args, ValueEnum};

use crate::store::values::{Cues, Fps, LeadIn, Rest, Sets, Theme, View, WeekNumber};
use crate::training::exercise::Start;
use crate::training::prescription::Scheme;

/// What a person may change in a preset without writing one.
#[derive(Debug, Clone, Default, Args)]
#[command(next_help_heading = "The work")]
pub struct Changes {
    /// Sets: 1 to 100
    #[arg(long, value_name = "N", allow_hyphen_values = true)]
    pub sets: Option<Sets>,

    /// Reps in each set: 8, 6-8, AMRAP, 2+2+2 (a cluster), 10>8>8 (a drop set)
    #[arg(long, value_name = "N", allow_hyphen_values = true)]
    pub reps: Option<Scheme>,

    /// Rest between sets: 90, 90s, 2m, 2:00
    #[arg(long, value_name = "LENGTH", allow_hyphen_values = true)]
    pub rest: Option<Rest>,

    /// Which phase a rep begins with; the four digits stay as they are
    #[arg(long, value_name = "lower|lift")]
    pub start: Option<Start>,

    /// Work one side only, or each in turn
    #[arg(long, value_name = "SIDE")]
    pub side: Option<SideChoice>,

    /// The week of a programme, counted from 1
    #[arg(long, value_name = "N", allow_hyphen_values = true)]
    pub week: Option<WeekNumber>,

    /// Time to get into position before the first set
    #[arg(long, value_name = "LENGTH", allow_hyphen_values = true)]
    pub lead_in: Option<LeadIn>,
}

/// How a session is shown and heard.
#[derive(Debug, Clone, Default, Args)]
#[command(next_help_heading = "Picture and sound")]
pub struct Look {
    /// Which cues are heard
    #[arg(long)]
    pub cues: Option<Cues>,

    /// Which colours are shown
    #[arg(long)]
    pub theme: Option<Theme>,

    /// How it is drawn
    #[arg(long)]
    pub view: Option<View>,

    /// Pictures a second at most: 1 to 120
    #[arg(long, value_name = "N")]
    pub fps: Option<Fps>,

    /// Print one plain line for each phase instead of drawing
    #[arg(long)]
    pub plain: bool,

    /// Draw with ASCII characters only
    #[arg(long)]
    pub ascii: bool,
}

/// `--side`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum SideChoice {
    /// The left side only
    Left,
    /// The right side only
    Right,
    /// Each set on both sides, one after the other
    Each,
    /// Rep by rep on both sides in turns
    Alternate,
}
