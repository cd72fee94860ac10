//! The arguments of `downbeat journal`.

use std::path::PathBuf;

use clap::{ArgAction, Args, Subcommand, ValueHint};
use jiff::civil::Date;

use crate::store::journal::Format;
use crate::store::presets::Wanted;
use crate::training::journal::Score;
use crate::training::length;
use crate::training::region::Region;

/// The most reps of a set.
const MOST_REPS: u32 = 1000;
/// The most reps left that are worth telling apart.
const MOST_LEFT: u8 = 10;

/// `downbeat journal`.
#[derive(Debug, Subcommand)]
pub enum JournalCommand {
    /// List the latest sessions, and the mornings of those days
    #[command(after_help = "\
With --json: one object, {\"sessions\": [...], \"mornings\": [...]}, which stays as it is; keys may be added. Sessions come
latest first, mornings latest last. A session has `began` and `ended` (milliseconds since 1970, UTC; `ended` null where
nobody said), `day`, `id`, `name`, `tier`, `origin` (paced or elsewhere), `effort`, `worst_pain`, `pain_after` (0 to 10 or
null), `note` and `sets`. A set has the keys of its line in the export: `done`, `load` and `reserve` are {\"given\": ...},
{\"assumed\": ...} or \"missing\".")]
    List(JournalListArgs),
    /// Log by hand what was done elsewhere, or a morning
    Add(Box<JournalAddArgs>),
    /// Write everything as text, as JSON lines or as a table
    Export {
        /// How
        #[arg(long, value_enum, default_value_t)]
        format: Format,
        /// The file; left out: standard output
        #[arg(short, long, value_name = "FILE", value_hint = ValueHint::FilePath)]
        output: Option<PathBuf>,
        /// Replace the file if it is there already
        #[arg(long, requires = "output")]
        force: bool,
    },
    /// Take over what another Downbeat exported; what is there already stays as it is
    Import {
        /// The file, of either format, or - for standard input
        #[arg(value_name = "FILE|-", value_hint = ValueHint::FilePath)]
        file: PathBuf,
    },
    /// Copy the whole file, even while it is in use
    Backup {
        /// The copy
        #[arg(value_name = "FILE", value_hint = ValueHint::FilePath)]
        file: PathBuf,
        /// Replace it if it is there already
        #[arg(long)]
        force: bool,
    },
    /// Say what the trends show, a line for each thing
    Trends {
        /// The exercise whose load and clean reps are told; left out: the one that was trained most
        #[arg(value_name = "EXERCISE")]
        exercise: Option<String>,
        /// How many weeks, the present one among them
        #[arg(long, value_name = "N", default_value_t = 12, value_parser = weeks())]
        weeks: u16,
    },
    /// Print a page for the physiotherapist
    Report {
        /// How many weeks, the present one among them
        #[arg(long, value_name = "N", default_value_t = 12, value_parser = weeks())]
        weeks: u16,
    },
}

/// `downbeat journal list`.
#[derive(Debug, Args)]
pub struct JournalListArgs {
    /// How many sessions
    #[arg(long, value_name = "N", default_value_t = 10)]
    pub last: usize,

    /// Print JSON instead of text
    #[arg(long)]
    pub json: bool,
}

/// A day as it is written; only who runs the command knows the date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Day {
    /// The present one.
    Today,
    /// The one before.
    Yesterday,
    /// That one.
    On(Date),
}

impl Day {
    /// Which day that is.
    pub fn on(self, today: Date) -> Date {
        match self {
            Self::Today => today,
            Self::Yesterday => today.yesterday().unwrap_or(today),
            Self::On(day) => day,
        }
    }
}

/// `downbeat journal add`.
#[derive(Debug, Args)]
pub struct JournalAddArgs {
    /// What was done: a preset's id (`downbeat list`), a tempo such as 4-0-1-0, or a line such as "squat 3x8 @4010"
    #[arg(value_name = "PRESET|TEMPO|LINE", required_unless_present = "morning")]
    pub wanted: Option<Wanted>,

    /// The day, or yesterday; left out: today
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day, default_value = "today", hide_default_value = true)]
    pub day: Day,

    /// How heavy: "60 kg", "24 per hand", bw, bw+10, "band red"; left out: as written in the line or the preset, or as the
    /// last time
    #[arg(long, allow_hyphen_values = true, conflicts_with = "morning")]
    pub load: Option<String>,

    /// Reps that were done in each set, in order: 8,8,7; left out: as planned
    #[arg(
        long,
        value_name = "REPS",
        value_delimiter = ',',
        value_parser = reps,
        conflicts_with = "morning"
    )]
    pub done: Vec<u32>,

    /// Reps that were left at the end of the last set
    #[arg(long, value_name = "REPS", value_parser = left, conflicts_with = "morning")]
    pub left: Option<u8>,

    /// How hard all of it was, 0 to 10
    #[arg(long, value_parser = score, conflicts_with = "morning")]
    pub effort: Option<Score>,

    /// In your own words
    #[arg(
        long,
        value_name = "TEXT",
        default_value = "",
        hide_default_value = true,
        conflicts_with = "morning"
    )]
    pub note: String,

    /// How you rose.
    #[command(flatten)]
    pub morning: MorningArgs,
}

/// How somebody rose.
#[derive(Debug, Args)]
pub struct MorningArgs {
    /// Log a morning instead of a session; what is left out stays as it is
    #[arg(long, conflicts_with = "wanted")]
    pub morning: bool,

    /// How sore a region is, 0 to 10: calves=3; once for each region
    #[arg(long, value_name = "REGION=N", value_parser = soreness, action = ArgAction::Append, requires = "morning", conflicts_with = "wanted")]
    pub soreness: Vec<(Region, Score)>,

    /// Pain in a joint or a tendon, 0 to 10
    #[arg(long, value_name = "N", value_parser = score, requires = "morning", conflicts_with = "wanted")]
    pub pain: Option<Score>,

    /// How the night was, 0 terrible to 10 excellent
    #[arg(long, value_name = "N", value_parser = score, requires = "morning", conflicts_with = "wanted")]
    pub sleep: Option<Score>,

    /// How long it was, in hours: 7:30, 7.5, 7h30m
    #[arg(long, value_name = "HOURS", value_parser = length::read_night, requires = "morning", conflicts_with = "wanted")]
    pub slept: Option<u16>,

    /// How recovered you feel, 0 very poorly to 10 very well
    #[arg(long, value_name = "N", value_parser = score, requires = "morning", conflicts_with = "wanted")]
    pub recovery: Option<Score>,
}

/// Up to ten years.
fn weeks() -> clap::builder::RangedI64ValueParser<u16> {
    clap::value_parser!(u16).range(1..=520)
}

fn day(text: &str) -> Result<Day, String> {
    match text.trim() {
        "today" => Ok(Day::Today),
        "yesterday" => Ok(Day::Yesterday),
        date => date
            .parse()
            .map(Day::On)
            .map_err(|_unread| "write a day as 2026-11-27, today or yesterday".to_owned()),
    }
}

/// Reps of a set; more than a set can be planned with are a slip of the fingers.
fn reps(text: &str) -> Result<u32, String> {
    let reps = text.trim().parse().ok().filter(|reps| *reps <= MOST_REPS);
    reps.ok_or_else(|| format!("write whole numbers from 0 to {MOST_REPS}, such as 8,8,7"))
}

/// Reps that were left, in the limits of the question that the screen asks.
fn left(text: &str) -> Result<u8, String> {
    let left = text.trim().parse().ok().filter(|left| *left <= MOST_LEFT);
    left.ok_or_else(|| format!("write a whole number from 0 to {MOST_LEFT}"))
}

fn score(text: &str) -> Result<Score, String> {
    let score = text.trim().parse().ok().and_then(Score::new);
    score.ok_or_else(|| "write a whole number from 0 to 10".to_owned())
}

fn soreness(text: &str) -> Result<(Region, Score), String> {
    let (name, number) = text
        .split_once('=')
        .ok_or("write a region and a number: calves=3")?;
    let name = name.trim().to_ascii_lowercase().replace('-', " ");
    let region = Region::ALL
        .into_iter()
        .find(|region| region.words() == name);
    let region = region.ok_or_else(|| {
        let all: Vec<String> = Region::ALL
            .iter()
            .map(|region| region.words().replace(' ', "-"))
            .collect();
        format!("there is no such region: write one of {}", all.join(", "))
    })?;
    Ok((region, score(number)?))
}
