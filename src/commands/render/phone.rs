//! A folder for the phone: a numbered file for each exercise, and a card to read.
//!
//! What is done in turns is one file, because its sets alternate. The change between two exercises is in no file: the
//! next one is started when the bar is loaded.

use std::time::Duration;

use anyhow::Result;

use super::work::Work;
use super::{Heard, card, existing, lasting, title};
use crate::cli::RenderArgs;
use crate::runtime;
use crate::sound::file::{Channels, Format, Page, Tags, Track, write_folder};
use crate::sound::rate::Rate;
use crate::sound::score::Score;
use crate::training::call::Calling;
use crate::training::preset::{Draft, LEAD_IN, Preset, PresetError};
use crate::training::routine::Routine;
use crate::training::text::{is_unfit, visible};
use crate::training::timeline::Timeline;

/// Sorts before the first file.
const CARD: &str = "00 card.txt";
/// What some phone's file system has another use for.
const FORBIDDEN: &str = "/\\:*?\"<>|";
/// A name's end tells nobody more.
const MOST_CHARACTERS: usize = 60;

/// What becomes a file.
pub(super) struct Piece {
    /// A step, or steps that are done in turns.
    pub(super) routine: Routine,
    pub(super) timeline: Timeline,
    pub(super) file: String,
    /// How long the file lasts, in words.
    pub(super) lasting: String,
}

/// Writes the folder, and returns what there is to say.
pub(super) fn write(args: &RenderArgs, routine: &Routine, heard: Heard) -> Result<String> {
    let score = Score::new(Rate::PHONE, heard.mix);
    let pieces = pieces(args, routine, heard.calling, &score)?;
    let date = runtime::today().to_string();
    let tracks: Vec<(String, Track<'_>)> = (1..)
        .zip(&pieces)
        .map(|(number, piece)| {
            let tags = Tags {
                title: title(&name_of(&piece.routine), &piece.routine),
                date: date.clone(),
                part: Some((visible(&routine.name).into_owned(), number)),
            };
            let track = Track {
                timeline: &piece.timeline,
                score: &score,
                format: Format::Flac,
                channels: Channels::Mono,
                tags,
            };
            (piece.file.clone(), track)
        })
        .collect();
    let whole: Duration = tracks.iter().map(|(_, track)| track.length()).sum();
    let is_approximate = pieces.iter().any(|piece| piece.timeline.is_approximate());
    let all = lasting(whole, is_approximate);
    let page = Page {
        name: CARD.to_owned(),
        text: card::text(
            &title(&routine.name, routine),
            &date,
            &pieces,
            routine.change,
            &all,
        ),
    };
    let mut work = Work::begin(whole)?;
    let written = write_folder(&args.output, &page, &tracks, existing(args), &mut |more| {
        work.advance(more)
    });
    work.end(written)?;
    Ok(format!(
        "{} holds {} and a card, {all} of sound.",
        visible(&args.output.to_string_lossy()),
        card::counted(pieces.len(), "file")
    ))
}

fn pieces(
    args: &RenderArgs,
    routine: &Routine,
    calling: Calling,
    score: &Score,
) -> Result<Vec<Piece>> {
    (1..)
        .zip(routine.apart())
        .map(|(number, routine)| {
            let routine = if args.changes.lead_in.is_some() {
                routine
            } else {
                routine.map(with_lead_in)?
            };
            let timeline = Timeline::called(&routine, &[], calling);
            let length = timeline.total() + score.tail();
            Ok(Piece {
                file: file_name(number, &name_of(&routine)),
                lasting: lasting(length, timeline.is_approximate()),
                timeline,
                routine,
            })
        })
        .collect()
}

/// An exercise that follows the one before without a lead-in needs one here: the hand must let go of the phone.
fn with_lead_in(preset: &Preset) -> Result<Preset, PresetError> {
    if !preset.lead_in.is_zero() {
        return Ok(preset.clone());
    }
    Preset::new(Draft {
        lead_in: LEAD_IN,
        ..preset.draft()
    })
}

/// What the steps are called, one after the other.
fn name_of(routine: &Routine) -> String {
    let names: Vec<&str> = routine.presets().map(card::name).collect();
    names.join(" + ")
}

/// `01 Slow squat.flac`: a name that every phone takes.
fn file_name(number: usize, name: &str) -> String {
    let fit = |character: char| match character {
        unfit if is_unfit(unfit) || FORBIDDEN.contains(unfit) => ' ',
        fit => fit,
    };
    let name: String = name.chars().map(fit).collect();
    let words: Vec<&str> = name.split_whitespace().collect();
    let name: String = words.join(" ").chars().take(MOST_CHARACTERS).collect();
    // A dot or a space at the end is dropped by some.
    let name = name.trim_end_matches(['.', ' ']);
    format!(
        "{number:02} {}.flac",
        if name.is_empty() { "exercise" } else { name }
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_has_a_name_that_every_phone_takes() {
        for (name, expected) in [
            ("Slow squat", "01 Slow squat.flac"),
            ("Press / row", "01 Press row.flac"),
            ("../../etc", "01 .. .. etc.flac"),
            ("Pull\u{1b}[2J up.", "01 Pull [2J up.flac"),
            ("a\u{202e}b", "01 a b.flac"),
            ("Kniebeuge · 3×6", "01 Kniebeuge · 3×6.flac"),
            ("???", "01 exercise.flac"),
        ] {
            assert_eq!(file_name(1, name), expected);
        }
        // Most file systems count bytes, 255 of them.
        assert!(file_name(50, &"\u{1f3cb}".repeat(80)).len() <= 255);
    }
}
