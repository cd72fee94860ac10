//! What is asked beside the clock, in a sentence: the countdown stays what it is.

use super::super::pacing::Sentence;
use crate::app::App;
use crate::app::ask::{Ask, Question, Questions, Value};
use crate::app::logbook::{About, Asked, Logbook, Offered};
use crate::app::session::Session;
use crate::training::journal::{Answer, Load};
use crate::training::text::visible as harmless;

/// The sentences about what is asked; none where nothing is.
pub(super) fn asked(app: &App, session: &Session) -> Vec<Sentence> {
    let offered = session.offered(app.now.audible).map(offer);
    let Some((log, asked)) = session
        .log
        .as_ref()
        .and_then(|log| Some((log, log.asked.as_ref()?)))
    else {
        return offered.into_iter().collect();
    };
    if let Some(open) = writing(&asked.questions) {
        return vec![open];
    }
    match asked.about {
        About::Done(_) => vec![done(app, asked)],
        About::Coming => offered
            .into_iter()
            .chain(coming(log, asked, session))
            .collect(),
    }
}

/// Whether a load of a preset is among what is asked, so that it need not be said beside it.
pub(super) fn says_load(session: &Session, load: &str) -> bool {
    asks_for_load(session) && load.parse::<Load>().is_ok()
}

/// Whether the load of what comes is asked for.
pub(super) fn asks_for_load(session: &Session) -> bool {
    let asked = session.log.as_ref().and_then(|log| log.asked.as_ref());
    asked.is_some_and(|asked| asked.about == About::Coming)
}

/// What is offered, and the keys that take it and leave it.
fn offer(offered: &Offered) -> Sentence {
    let offer = &offered.offer;
    let choice = offered.choice().map_or("", |choice| choice.words.as_str());
    let another = if offer.choices.len() > 1 {
        format!(" ‹{choice}› →")
    } else {
        String::new()
    };
    Sentence::question([
        format!("{}{another} · Enter takes it · b as before", offer.sentence),
        format!("{}{another} · Enter · b as before", offer.short),
        format!(
            "{} · Enter or b",
            if another.is_empty() {
                &offer.short
            } else {
                choice
            }
        ),
        format!("{choice}: Enter"),
    ])
}

/// A field that is open: what stands in it, with the cursor as a bar.
fn writing(questions: &Questions) -> Option<Sentence> {
    let field = questions.field.as_ref()?;
    let row = questions.current()?;
    let (before, behind): (String, String) = {
        let letters: Vec<char> = field.text().chars().collect();
        let (before, behind) = letters.split_at_checked(field.cursor())?;
        (before.iter().collect(), behind.iter().collect())
    };
    let text = format!("{}▏{}", harmless(&before), harmless(&behind));
    let title = row.ask.title();
    Some(Sentence::question([
        format!("{title}: {text} · Enter takes it · {}", row.ask.scale()),
        format!("{title}: {text} · Enter takes it"),
        format!("{title}: {text}"),
    ]))
}

/// `8 reps · ‹60 kg› · 2 left · Enter keeps it`.
fn done(app: &App, asked: &Asked) -> Sentence {
    let rows = &asked.questions.rows;
    let words = |short: bool| {
        let words = rows
            .iter()
            .enumerate()
            .filter(|(_, row)| row.ask != Ask::Note);
        let words = words.map(|(index, row)| answer(row, index == asked.questions.at, short));
        words.collect::<Vec<_>>().join(" · ")
    };
    let kept = match app.ledger.trouble() {
        Some(_) => "NOT LOGGED YET",
        None if app.ledger.is_settled() => "logged",
        None => "being logged",
    };
    let (long, short) = (words(false), words(true));
    Sentence::question([
        format!("{long} · Enter accepts · arrows change · {kept}"),
        format!("{long} · Enter accepts · {kept}"),
        format!("{long} · Enter accepts"),
        format!("{short} · Enter"),
        short,
    ])
}

fn is_one(row: &Question) -> bool {
    row.answer.value().and_then(Value::number) == Some(1)
}

/// An answer with its unit in words; in brackets of its own under the cursor, and with a question mark where it is missing.
fn answer(row: &Question, is_selected: bool, short: bool) -> String {
    let shown = match &row.answer {
        Answer::Given(value) | Answer::Assumed(value) => harmless(&value.to_string()).into_owned(),
        Answer::Missing => "?".to_owned(),
    };
    let shown = if is_selected {
        format!("‹{shown}›")
    } else {
        shown
    };
    match (row.ask, short) {
        (Ask::Reps { .. }, _) if is_one(row) => format!("{shown} rep"),
        (Ask::Reps { .. }, _) => format!("{shown} reps"),
        (Ask::Reserve, _) => format!("{shown} left"),
        (Ask::Load, false) if row.answer == Answer::Missing => format!("load {shown}"),
        _ => shown,
    }
}

/// `LOAD 60 kg · last 8 8 7, 2 left`; a first time asks for the load.
fn coming(log: &Logbook, asked: &Asked, session: &Session) -> Option<Sentence> {
    let row = asked.questions.rows.first()?;
    let preset = session.routine.presets().nth(usize::from(asked.part))?;
    let past = log.past_of(&preset.exercise.name);
    let last = past
        .first()
        .map(crate::training::journal::PastSession::in_short);
    let load = match &row.answer {
        Answer::Given(value) | Answer::Assumed(value) => {
            format!("LOAD {}", harmless(&value.to_string()))
        }
        Answer::Missing => "LOAD ?".to_owned(),
    };
    let wordings = match (last, &row.answer) {
        (Some(last), _) => vec![
            format!("{load} · last {last} · digits change it"),
            format!("{load} · last {last}"),
            load,
        ],
        (None, Answer::Missing) => vec![
            format!("{load} · type it: 60, 24 per hand, bw+10, or l and band red"),
            format!("{load} · type it"),
            load,
        ],
        (None, _) => vec![format!("{load} · digits change it"), load],
    };
    Some(Sentence::new(wordings))
}
