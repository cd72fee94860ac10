//! The counters in words, from the longest wording to the shortest. A value is never cut: a shorter wording is taken.

use super::{Picture, Side, Tally};
use crate::ui::theme::Glyphs;
use crate::ui::widgets::text;

/// `3/8`, or `3` of as many as possible.
pub(super) fn fraction(tally: Tally) -> String {
    match tally.of {
        Some(of) => format!("{}/{of}", tally.number()),
        None => tally.number().to_string(),
    }
}

/// How wordy.
#[derive(Clone, Copy)]
enum Wording {
    Wide,
    Narrow,
    Letters,
}

/// The counters in the longest wording that fits, or nothing where even the shortest does not.
pub(super) fn fitting(picture: &Picture, room: u16) -> Option<String> {
    let wordings = [Wording::Wide, Wording::Narrow, Wording::Letters]
        .map(|wording| counters(picture, wording));
    text::first_fitting(wordings, room)
}

fn counters(picture: &Picture, wording: Wording) -> String {
    let (rep, set, gap) = match wording {
        Wording::Wide => ("REP ", "SET ", "   "),
        Wording::Narrow => ("rep ", "set ", " "),
        Wording::Letters => ("r", "s", " "),
    };
    let side = picture.side.map(|side| match (side, wording) {
        (Side::Left, Wording::Letters) => "L",
        (Side::Right, Wording::Letters) => "R",
        (Side::Left, _) => "LEFT",
        (Side::Right, _) => "RIGHT",
    });
    let reps = picture.reps.map(|reps| format!("{rep}{}", fraction(reps)));
    let sets = picture.sets.map(|sets| format!("{set}{}", fraction(sets)));
    let parts: Vec<String> = [reps, sets, side.map(ToOwned::to_owned)]
        .into_iter()
        .flatten()
        .collect();
    parts.join(gap)
}

/// Everything in one line, by what matters most: the word with its countdown, reps, sets, side.
pub(super) fn line(picture: &Picture, room: u16, glyphs: Glyphs) -> String {
    let letter = picture.word.get(..1).unwrap_or_default();
    let spaced = |word: &str| {
        if picture.digits.is_empty() {
            word.to_owned()
        } else {
            format!("{word} {}", picture.digits)
        }
    };
    let (word, short) = (spaced(&picture.word), format!("{letter}{}", picture.digits));
    let mut wordings = Vec::new();
    for badges in [picture.badges.join(" "), String::new()] {
        for counters in
            [Wording::Narrow, Wording::Letters].map(|wording| counters(picture, wording))
        {
            wordings.push(join(&[&word, &counters, &badges]));
        }
    }
    wordings.push(join(&[&short, &counters(picture, Wording::Letters)]));
    let reps = picture
        .reps
        .map(|reps| format!("r{}", fraction(reps)))
        .unwrap_or_default();
    wordings.extend([join(&[&word, &reps]), word.clone(), short]);
    wordings.push(picture.digits.clone());
    let wordings = wordings
        .into_iter()
        .map(|wording| text::shown(&wording, glyphs).into_owned());
    text::first_fitting(wordings, room).unwrap_or_default()
}

fn join(parts: &[&str]) -> String {
    parts
        .iter()
        .filter(|part| !part.is_empty())
        .copied()
        .collect::<Vec<_>>()
        .join(" ")
}
