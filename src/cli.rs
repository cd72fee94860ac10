//! The command line: what may be typed, and the help that teaches it. Clap types and nothing else; every value is one of a
//! validated type, so that nothing invalid passes this edge.

mod felt;
mod flags;
mod journal;
mod lore;
mod render;
mod share;

use std::path::PathBuf;

use clap::builder::styling::{AnsiColor, Styles};
use clap::{Args, Parser, Subcommand, ValueHint};
use clap_complete::Shell;

use crate::store::presets::Wanted;

pub use felt::{FourArgs, PractiseArgs};
pub use flags::{Changes, Look, SideChoice};
pub use journal::{JournalAddArgs, JournalCommand, JournalListArgs, MorningArgs};
pub use lore::{ProteinArgs, WhyArgs};
pub use render::{ChannelCount, RenderArgs};
pub use share::{AddArgs, PresetCommand};

const STYLES: Styles = Styles::styled()
    .header(AnsiColor::Green.on_default().bold())
    .usage(AnsiColor::Green.on_default().bold())
    .literal(AnsiColor::Cyan.on_default().bold())
    .placeholder(AnsiColor::Cyan.on_default());

const EXAMPLES: &str = "\
Examples:
  downbeat                                  choose a preset and go
  downbeat start                            the last one again
  downbeat start eccentric-4-1              a preset by its name
  downbeat start 4-0-1-0 --sets 3 --reps 8 --rest 2m
                                            4 s down, no pause, 1 s up, no pause
  downbeat start 40X1 --start lift          each rep begins with a fast lift
  downbeat start \"3x8 @4010 rest 2m\"       the same, as a coach writes it
  downbeat show 4-0-1-0 --reps 5            what would happen, without doing it
  downbeat render 4-0-1-0 -o set.flac       the same sound as a file
  downbeat four                             how long are your four seconds?
  downbeat practise 4-0-1-0                 with cues, with fewer, blind
  downbeat why                              what it claims, what it refuses to claim, and sources

A tempo is four numbers of seconds in the usual order: lower, pause stretched,
lift, pause contracted. X is as fast as possible, A is assisted. Lengths are
written 90, 90s, 2m, 1m30s or 2:00.

Downbeat paces; it cannot see you. Nothing in it is medical advice.";

const TODAY_HELP: &str = "\
Examples:
  downbeat today                            for what was trained last
  downbeat today eccentric-4-2
  downbeat today --json

The questions of the morning are answered in the interface (t in the list). Without an entry of today nothing is suggested.

JSON, one object: day, id, name, tier, verdict (stop, back-off, hold, progress or none), says, reasons (clause, words, rule, and \
entries of day and words), stop (the text about doctors, at stop), unusual (item, today, usual: shown and not acted on), missing, \
baseline (entries, needed, words), notes, offers (exercise, kind, words, rule, entries, and choices of words, load, dose and \
pace), footer, and notice (about the journal's file; mostly null).";

/// A tempo metronome for strength training: it paces every rep with a picture that is read from three metres and a sound
/// that is followed with the eyes shut.
#[derive(Debug, Parser)]
#[command(name = "downbeat", version, about, after_help = EXAMPLES, styles = STYLES)]
#[command(disable_help_subcommand = true, max_term_width = 100)]
pub struct Cli {
    /// Read settings and presets from this file instead of the usual one
    #[arg(long, global = true, value_name = "PATH", value_hint = ValueHint::FilePath)]
    pub config: Option<PathBuf>,

    /// Start without sound; m brings it back
    #[arg(long, global = true)]
    pub mute: bool,

    /// What to do; left out, the interface opens
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// The subcommands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Go straight to the lead-in of a set
    #[command(after_help = "\
Examples:
  downbeat start                            what was done last, or else eccentric-4-1
  downbeat start controlled-2-2 --sets 2    a preset with one number changed
  downbeat start 3-1-1-0 --reps 10 --rest 90
  downbeat start 3-0-3-0 --side each        left and right in turn
  downbeat start \"DB RDL 3x10/side @4010 r60\"
  downbeat start \"hold 5x45s rest 2m\"")]
    Start(StartArgs),

    /// Feel four seconds: press, feel, press; five tries, and one line to copy
    #[command(after_help = "\
Examples:
  downbeat four
  downbeat four --json                      the lengths on standard output, at the end

Nothing on the screen counts along. Space, Enter and t press, c copies the line, q leaves.")]
    Four(FourArgs),

    /// Practise a tempo: follow it, with cues that fade, then blind with a tap at every turn-around
    #[command(
        visible_alias = "practice",
        after_help = "\
Examples:
  downbeat practise 4-0-1-0                 a minute with cues, one in which they fade, one blind
  downbeat practise eccentric-4-1 --for 90s
  downbeat practise 3-0-1-0 --ladder 6s     with cues; the lowering grows by 0.5 s with each rep
  downbeat practise 3-0-1-0 --ladder 6s --step 1s --each set

Blind, Space, Enter and t tap; the end says how long your seconds were. It is no training and counts as none."
    )]
    Practise(PractiseArgs),

    /// Everything that paces nobody.
    #[command(flatten)]
    Tool(Tool),

    /// A word that is no command: perhaps a preset or a tempo whose `start` was forgotten.
    #[command(external_subcommand)]
    Other(Vec<String>),
}

/// The subcommands that print or write something and are done.
#[derive(Debug, Subcommand)]
pub enum Tool {
    /// List the presets and routines
    #[command(after_help = "Example:\n  downbeat list --json | jq -r '.presets[].id'")]
    List(ListArgs),

    /// Show what a start would do, without doing it: totals, then every phase
    #[command(after_help = "\
Examples:
  downbeat show eccentric-4-1
  downbeat show 4-0-1-0 --sets 1 --reps 5 --json
  downbeat show \"A1 squat 3x5 @30X1 r60, A2 row 3x8 @3011 r90\"

Put `show` where `start` stands to see what a start would do; options about the screen are taken and change nothing.")]
    Show(ShowArgs),

    /// Write the sound of a session to a file, or to a folder for the phone
    #[command(after_help = "\
Examples:
  downbeat render eccentric-4-1 -o set.flac
  downbeat render 4-0-1-0 --sets 1 --cues classic --rate 44100 -o set.wav --force
  downbeat render five-minute-eccentric --phone -o gym   a file for each exercise, and a card")]
    Render(RenderArgs),

    /// Make a preset or a routine of a line, or of a coach's message
    #[command(after_help = "\
Examples:
  downbeat add \"DB RDL 3x10 @4010 r60\"
  downbeat add \"A1 DB RDL 3x10 @4010 r60, A2 row 3x10/side @3011 r90\" --id pull-day
  downbeat add message.txt --name \"Leg day\"
  downbeat add - < message.txt                           a message from a pipe

Says what it understood, and what it did not; nothing is guessed. A message of several exercises becomes a routine.")]
    Add(AddArgs),

    /// Say what your own entries suggest for today, with the rule and the entries behind it
    #[command(after_help = TODAY_HELP)]
    Today(TodayArgs),

    /// Share presets and routines as TOML: add, export, check
    #[command(after_help = "\
Examples:
  downbeat preset export eccentric-4-1 > slow.toml
  downbeat preset check slow.toml                        names every mistake with its line
  downbeat preset add slow.toml
  downbeat preset add - < slow.toml")]
    Preset {
        /// What about it
        #[command(subcommand)]
        command: PresetCommand,
    },

    /// What was trained and how somebody rose: list, add, export, import, back up, trends, report
    #[command(after_help = "\
Examples:
  downbeat journal list --last 5
  downbeat journal add \"squat 3x8 @4010\" --load \"60 kg\" --day 2026-11-20 --done 8,8,7 --left 2
  downbeat journal add --morning --soreness calves=3 --sleep 7 --slept 7h30m --recovery 6 --pain 0
  downbeat journal export -o journal.jsonl               everything, as text
  downbeat journal export --format csv -o journal.csv    the same for a spreadsheet
  downbeat journal import journal.jsonl                  what is there already stays as it is
  downbeat journal backup journal-copy.db                the whole file, even while it is in use
  downbeat journal trends Squat --weeks 52               the charts as text
  downbeat journal report --weeks 12 > report.txt        a page for the physiotherapist

Sets that are paced here log themselves.")]
    Journal {
        /// What about it
        #[command(subcommand)]
        command: JournalCommand,
    },

    /// Say where the settings file is, print an example, or check it
    #[command(after_help = "\
Examples:
  downbeat config path
  downbeat config example > my-downbeat.toml             a first file; everything in it is optional
  downbeat config check                                  names every mistake with its line")]
    Config {
        /// What about it
        #[command(subcommand)]
        command: ConfigCommand,
    },

    /// Say how much protein a day and a meal for a body weight, with the source
    #[command(after_help = "\
Examples:
  downbeat protein 80kg
  downbeat protein 176 lb
  downbeat protein                                       for the last body weight in the journal")]
    Protein(ProteinArgs),

    /// Say where things come from: what this program claims, what it refuses to claim, and the sources
    #[command(after_help = "\
Examples:
  downbeat why
  downbeat why soreness                                  all that is said of one thing")]
    Why(WhyArgs),

    /// Print a completion script for a shell
    #[command(
        after_help = "Example:\n  downbeat completions bash > ~/.local/share/bash-completion/completions/downbeat"
    )]
    Completions {
        /// Which shell
        shell: Shell,
    },

    /// Print the manual page
    #[command(after_help = "Example:\n  downbeat man | man -l -")]
    Man,
}

/// `downbeat start`.
#[derive(Debug, Default, Args)]
pub struct StartArgs {
    /// A preset's id (`downbeat list`), a tempo such as 4-0-1-0, or a line such as "3x8 @4010 rest 2m"; left out: what was
    /// done last
    #[arg(value_name = "PRESET|TEMPO|LINE")]
    pub wanted: Option<Wanted>,

    /// What is changed in it.
    #[command(flatten)]
    pub changes: Changes,

    /// How it is shown.
    #[command(flatten)]
    pub look: Look,
}

/// `downbeat today`.
#[derive(Debug, Args)]
pub struct TodayArgs {
    /// What is about to be trained: a preset's id, a tempo or a line; left out: what was trained last
    #[arg(value_name = "PRESET|TEMPO|LINE")]
    pub wanted: Option<Wanted>,

    /// Print JSON instead of text
    #[arg(long)]
    pub json: bool,
}

/// `downbeat list`.
#[derive(Debug, Args)]
pub struct ListArgs {
    /// Show those for experts and clinics, too
    #[arg(long)]
    pub all: bool,

    /// Print JSON instead of a table
    #[arg(long)]
    pub json: bool,
}

/// `downbeat show`.
#[derive(Debug, Args)]
pub struct ShowArgs {
    /// A preset's id (`downbeat list`), a tempo such as 4-0-1-0, or a line such as "3x8 @4010 rest 2m"
    #[arg(value_name = "PRESET|TEMPO|LINE")]
    pub wanted: Wanted,

    /// Print JSON instead of a table
    #[arg(long)]
    pub json: bool,

    /// What is changed in it.
    #[command(flatten)]
    pub changes: Changes,

    /// Taken and ignored, so that a start line can be shown.
    #[command(flatten)]
    pub look: Look,
}

/// `downbeat config`.
#[derive(Debug, Clone, Copy, Subcommand)]
pub enum ConfigCommand {
    /// Print where the settings file is, or would be
    Path,
    /// Print an example file: every key with its default, explained
    Example,
    /// Name every mistake in the settings file, with line and column
    Check,
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory as _;

    #[test]
    fn the_command_line_is_consistent() {
        Cli::command().debug_assert();
    }

    #[test]
    fn every_example_of_the_help_parses() {
        let mut texts = vec![EXAMPLES.to_owned()];
        texts.extend(
            Cli::command()
                .get_subcommands()
                .filter_map(|sub| Some(sub.get_after_help()?.to_string())),
        );
        let lines = texts
            .iter()
            .flat_map(|text| text.lines())
            .filter_map(|line| line.strip_prefix("  downbeat"));
        let mut tried = 0;
        for line in lines {
            let words = line
                .split("   ")
                .next()
                .unwrap_or_default()
                .split(['>', '<', '|'])
                .next()
                .unwrap_or_default();
            // As a shell does: what stands in quotes is one word.
            let words: Vec<&str> = words
                .split('"')
                .enumerate()
                .flat_map(|(at, piece)| match at % 2 {
                    0 => piece.split_whitespace().collect(),
                    _ => vec![piece],
                })
                .collect();
            let parsed = Cli::try_parse_from(std::iter::once("downbeat").chain(words.clone()));
            assert!(parsed.is_ok(), "{words:?}: {}", parsed.unwrap_err());
            tried += 1;
        }
        assert!(tried > 15);
    }
}
