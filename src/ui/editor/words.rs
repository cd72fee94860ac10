//! What the editor says besides its values: title, question, totals, and what each row is for.

use crate::app::editor::change::Way;
use crate::app::editor::{Asking, Body, Editor, Row, Task, Totals};
use crate::training::length::{clock, short};
use crate::training::tempo::Field;
use crate::training::text::visible;
use crate::ui::theme::{Glyphs, Role};
use crate::ui::widgets::text;
use std::time::Duration;

/// What is edited, and whether anything of it is not saved.
pub(super) fn title(editor: &Editor, room: u16, glyphs: Glyphs) -> String {
    let what = match editor.body {
        Body::Preset(_) => "preset",
        Body::Routine(_) => "routine",
    };
    let mark = if editor.is_changed() { " *" } else { "" };
    let short = match &editor.task {
        Task::New => format!("New {what}"),
        Task::Copy(_) => format!("Copy of a {what}"),
        Task::Own(_) => format!("Edit {what}"),
    };
    let long = match &editor.task {
        Task::New => short.clone(),
        Task::Copy(of) => format!("Copy of {}", visible(of)),
        Task::Own(id) => format!("{short} {id}"),
    };
    let wordings = [format!("{long}{mark}"), format!("{short}{mark}")];
    let words = text::first_fitting(wordings, room).unwrap_or_default();
    text::shown(&words, glyphs).into_owned()
}

/// The question that stands over the form.
pub(super) fn question(editor: &Editor) -> Option<String> {
    match &editor.asking {
        Asking::Nothing => None,
        Asking::Leaving => Some(
            "Keep changes? Enter saves · d discards · any other key goes on editing".to_owned(),
        ),
        Asking::Saving(_) => Some("Saving…".to_owned()),
        Asking::Conflict(failure, _) => {
            let ways = match failure.way {
                Way::ReloadOrBeside => "r reload · b save beside · any other key goes on editing",
                Way::Beside => "b save beside · any other key goes on editing",
                Way::Back => "any key goes on editing",
            };
            Some(format!("{} {ways}", visible(&failure.sentence)))
        }
    }
}

/// One line: the totals, or the first thing that is wrong.
pub(super) fn pinned(editor: &Editor, room: u16) -> (String, Role) {
    if let Some(totals) = &editor.reading.totals {
        let words = text::first_fitting(totals_in_a_line(totals), room);
        return (words.unwrap_or_default(), Role::Heading);
    }
    let faults = editor.reading.faults.iter().filter_map(|fault| {
        let label = editor.label(fault.row);
        let wordings = [
            format!("! {label}: {}", visible(&fault.text)),
            format!("! {label} is not right yet"),
            format!("! {label}"),
        ];
        text::first_fitting(wordings, room)
    });
    (faults.take(1).collect(), Role::Fault)
}

fn totals_in_a_line(totals: &Totals) -> Vec<String> {
    let about = if totals.is_approximate { "~" } else { "" };
    let [rep, all] = [totals.rep, totals.all].map(|length| format!("{about}{}", short(length)));
    let set = format!("{about}{}", range(totals.set));
    let tension = format!("{about}{}", short(totals.tension));
    vec![
        format!("one rep {rep} · one set {set} · tension {tension} · all {all}"),
        format!("rep {rep} · set {set} · tension {tension} · all {all}"),
        format!("rep {rep} set {set} TUT {tension} all {all}"),
        format!("{rep} {set} {tension} {all}"),
        format!("set {set} all {all}"),
        format!("{set} {all}"),
        all,
    ]
}

/// A length, or the shortest and the longest.
fn range((least, most): (Duration, Duration)) -> String {
    if least == most {
        short(least)
    } else {
        format!("{}–{}", short(least), short(most))
    }
}

/// The totals, one below the other.
pub(super) fn totals(totals: &Totals) -> Vec<(&'static str, String)> {
    let about = if totals.is_approximate { "~" } else { "" };
    vec![
        ("one rep", format!("{about}{}", short(totals.rep))),
        ("one set", format!("{about}{}", range(totals.set))),
        ("tension", format!("{about}{}", clock(totals.tension))),
        ("all", format!("{about}{}", clock(totals.all))),
    ]
}

/// What a row is for, and what can be written in it.
pub(super) fn about(row: Row) -> &'static str {
    match row {
        Row::Name => "What you want to find it by.",
        Row::Exercise => "What you lift; it may stay empty. History belongs to the exercise.",
        Row::Line => {
            "The work as a coach writes it, such as 3x8 @4010 rest 2m. What has no row of its own \
             is written here: ladders, clusters, drop sets."
        }
        Row::Kind => "What paces a rep: a tempo, a hold, a stroke, or you with a key.",
        Row::Tempo => {
            "Lower, pause stretched, lift, pause contracted, in seconds: 4-0-1-0 or 4010. X is \
             explosive, A assisted."
        }
        Row::Phase(Field::Lower) => {
            "Seconds in which the muscle lengthens; x explosive, a assisted."
        }
        Row::Phase(Field::PauseStretched) => "Seconds held where the muscle is long.",
        Row::Phase(Field::Lift) => "Seconds in which the muscle shortens; x explosive, a assisted.",
        Row::Phase(Field::PauseContracted) => "Seconds held where the muscle is short.",
        Row::Lockout => "Whether the end of each lift waits for a key.",
        Row::Hold => "How long each hold lasts.",
        Row::Stroke => "How long each stroke lasts, to or fro.",
        Row::Sets => "How many sets.",
        Row::Reps => {
            "One number, one for each set (12, 10, 8), a range (6-8), AMRAP, or 15 as tolerated."
        }
        Row::Between => {
            "A rest behind each set, or a clock: each set begins that long after the one before."
        }
        Row::Rest => "Seconds, or 90s, 2m, 1m30s, 2:00.",
        Row::Sides => "How sets are shared between left and right.",
        Row::First => "Which side works, or begins.",
        Row::Start => "Which phase a rep begins with. The four numbers stay where they are.",
        Row::Unloaded => "Pauses in which nothing is held: breaks that are no tension.",
        Row::LeadIn => "Time before the first set.",
        Row::Load => "How heavy, in your words: 24 kg, 15RM, body weight.",
        Row::Cue => "A sentence to read while you lift; {side} becomes left or right.",
        Row::Weeks => "What the programme changes from some week on.",
        Row::Id => "The name that never changes; it follows the name until you write one.",
        Row::Step(_) => {
            "Neighbours of the same letter are done in turns. < and > move it, Del takes it out."
        }
        Row::Add => "A part of a preset's name; Enter adds it.",
        Row::Change => "How long it takes to get from one exercise to the next.",
        Row::Gate => "Whether the next exercise waits for a key or begins by itself.",
        Row::Save => "Writes it into your config.toml.",
        Row::Back => "Back to the list; changes are asked about.",
        Row::Remove => "Takes it out of your config.toml; u in the list puts it back.",
    }
}
