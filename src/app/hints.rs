//! Which keys matter now: the footer, most useful first.

mod journal;

use super::action::{Action, Mode};
use super::bindings::binding;
use super::editor::{Class, Editor};
use super::four::{Four, Stage};
use super::journal::Tab;
use super::logbook::About;
use super::practice::{Practice, Progress};
use super::session::{Asking, Session};
use super::settings::{Row, Settings};
use super::summary::Summary;
use super::{App, Screen};
use crate::training::exercise::Start;
use crate::training::practice::{Each, Ladder, Way};
use crate::training::timeline::{Segment, SegmentKind};
use crate::training::transport::State;
use journal::{in_form, in_journal, in_log, in_today};
use std::time::Duration;

/// A key and what it does now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Hint {
    /// The key as it is shown.
    pub key: &'static str,
    /// One or two words.
    pub does: &'static str,
}

/// The hints for a footer: what does not fit is dropped from the end, but "? more" is kept to the last.
pub fn hints(app: &App) -> Vec<Hint> {
    let mode = app.mode();
    let mut actions: Vec<(Action, Option<&'static str>)> = match (&app.screen, mode) {
        (_, Mode::Intro) => vec![(Action::Accept, None), (Action::FullDose, None)],
        (_, Mode::About) => vec![(Action::Accept, None), (Action::Leave, None)],
        (_, Mode::Resume) => vec![(Action::Accept, None)],
        (_, Mode::Question) => {
            vec![
                (Action::Accept, None),
                (Action::Less, None),
                (Action::More, None),
                (Action::Skip, None),
            ]
        }
        (Screen::Session(session), _) if session.asking == Asking::Quit => {
            vec![(Action::Quit, Some("leave")), (Action::Go, Some("go on"))]
        }
        (
            Screen::Session(_) | Screen::Summary(_) | Screen::Journal(_) | Screen::Elsewhere(_),
            Mode::Answer,
        ) => {
            vec![(Action::Accept, None), (Action::Leave, None)]
        }
        (Screen::Session(_), Mode::Offered) => [
            Action::Accept,
            Action::AsBefore,
            Action::Increase,
            Action::Go,
            Action::Quit,
        ]
        .map(|action| (action, None))
        .to_vec(),
        (Screen::Session(session), _) => in_session(app, session),
        (Screen::Editor(editor), _) => in_editor(editor),
        (Screen::Summary(summary), _) => after(summary),
        (Screen::Four(four), _) => in_four(four),
        (Screen::Practice(practice), mode) => in_practice(practice, mode, app.now.audible),
        (Screen::Settings(settings), _) => in_settings(settings),
        (Screen::Journal(journal), Mode::Today) => in_today(&journal.today),
        (Screen::Journal(journal), Mode::Log) => in_log(app, &journal.log),
        (Screen::Journal(_), Mode::Correct) => in_form(&[]),
        (Screen::Elsewhere(_), _) => in_form(&[Action::Earlier, Action::Later]),
        (Screen::Journal(_), mode) => in_journal(mode),
        (Screen::Picker, Mode::Search | Mode::Answer) => {
            [Action::Accept, Action::Down, Action::Up, Action::Leave]
                .map(|action| (action, None))
                .to_vec()
        }
        (Screen::Picker, Mode::Pasted) => [Action::Go, Action::Save, Action::Leave]
            .map(|action| (action, None))
            .to_vec(),
        (Screen::Picker, _) => [
            Action::Go,
            Action::Search,
            Action::Exercise,
            Action::Favourite,
            Action::Practise,
            Action::Settings,
            Action::OtherStart,
            Action::Quit,
        ]
        .map(|action| (action, None))
        .to_vec(),
    };
    let is_question = matches!(mode, Mode::Leaving | Mode::Conflict);
    if mode != Mode::Help && !mode.takes_text() && !is_question {
        // Where something is felt there is no sound.
        if !matches!(mode, Mode::Four | Mode::Blind | Mode::Felt) {
            let label = if app.muted { "sound on" } else { "mute" };
            actions.push((Action::Mute, Some(label)));
        }
        actions.push((Action::Help, None));
    }
    actions
        .into_iter()
        .filter_map(|(action, label)| hint(mode, action, label))
        .collect()
}

fn in_editor(editor: &Editor) -> Vec<Hinted> {
    let actions: &[Action] = match (editor.mode(), editor.row().class()) {
        (Mode::Leaving, _) => &[Action::Accept, Action::Discard],
        (Mode::Conflict, _) => &[Action::Reload, Action::Beside],
        (Mode::Line, _) => &[
            Action::Accept,
            Action::Save,
            Action::Undo,
            Action::Hear,
            Action::Leave,
        ],
        (_, Class::Press) => &[Action::Accept, Action::Up, Action::Undo],
        (_, Class::Step) => &[
            Action::Down,
            Action::More,
            Action::Later,
            Action::Earlier,
            Action::Remove,
            Action::Hear,
        ],
        _ => &[
            Action::Down,
            Action::More,
            Action::Less,
            Action::Accept,
            Action::Hear,
            Action::Save,
            Action::Leave,
            Action::Undo,
        ],
    };
    let label = |action: Action| match (action, editor.row().class()) {
        (Action::Accept, Class::Press) => Some("do it"),
        (Action::Accept, Class::Choice) => Some("choose"),
        (Action::More | Action::Less, Class::Step) => Some("group"),
        _ => None,
    };
    actions
        .iter()
        .map(|action| (*action, label(*action)))
        .collect()
}

fn in_settings(settings: &Settings) -> Vec<Hinted> {
    if settings.late.is_some() {
        let actions = [Action::Accept, Action::More, Action::Less, Action::Leave];
        return actions.map(|action| (action, None)).to_vec();
    }
    let (verb, label) = match settings.row() {
        _ if settings.hearing.is_on() => (Action::Hear, "stop"),
        Row::Theme | Row::View | Row::Bell => (Action::Hear, "change"),
        Row::Flash => (Action::Hear, "see"),
        Row::Late => (Action::Accept, "find it by ear"),
        _ => (Action::Hear, "hear"),
    };
    vec![
        (verb, Some(label)),
        (Action::More, None),
        (Action::Less, None),
        (Action::Leave, None),
        (Action::Down, None),
    ]
}

/// What is asked is answered before anything else is done.
fn after(summary: &Summary) -> Vec<Hinted> {
    let first: &[Action] = match summary.questions {
        Some(_) => &[Action::Accept, Action::More, Action::Less, Action::Down],
        None => &[Action::Go],
    };
    let roll = summary.may_roll.then_some(Action::Roll);
    let journal = Action::Journal(Tab::Today);
    let behind = [Action::Copy, Action::Quit, journal, Action::Settings];
    let all = first.iter().copied().chain(roll).chain(behind);
    all.map(|action| (action, None)).collect()
}

fn in_four(four: &Four) -> Vec<Hinted> {
    let press = match four.stage {
        Stage::Feeling { .. } => "four seconds are over",
        Stage::Ready(_) if four.is_over() => "again",
        Stage::Ready(_) => "begin",
    };
    let copy = four.result().map(|_| (Action::Copy, None));
    let actions = [(Action::Tap, Some(press))].into_iter().chain(copy);
    actions.chain([(Action::Quit, None)]).collect()
}

fn in_practice(practice: &Practice, mode: Mode, clock: Duration) -> Vec<Hinted> {
    let plain = |actions: &[Action]| actions.iter().map(|action| (*action, None)).collect();
    match (&practice.progress, mode) {
        (_, Mode::Door) => {
            let way = match practice.plan.way() {
                Way::Thirds => "ladder",
                Way::Ladder(Ladder {
                    each: Each::Rep, ..
                }) => "set by set",
                Way::Ladder(Ladder {
                    each: Each::Set, ..
                }) => "in thirds",
            };
            let mut actions: Vec<Hinted> = plain(&[Action::Go, Action::More, Action::Less]);
            actions.extend([(Action::OtherWay, Some(way)), (Action::Quit, None)]);
            actions
        }
        (Progress::Running(session), Mode::Practice) => {
            let held = session.state(clock) == State::Held;
            let go = if held { "go on" } else { "pause" };
            let mut actions = vec![(Action::Go, Some(go))];
            actions.extend(plain(&[Action::Tap, Action::Quit]));
            actions
        }
        (Progress::Over(_), _) => plain(&[Action::Go, Action::Copy, Action::Quit]),
        _ => plain(&[Action::Tap, Action::Quit]),
    }
}

type Hinted = (Action, Option<&'static str>);

fn in_session(app: &App, session: &Session) -> Vec<Hinted> {
    let clock = app.now.audible;
    let here = session.segment(clock);
    let go = match (session.state(clock), here) {
        (State::Held, _) => "go on",
        (_, Some(here)) if here.is_own_pace() => "rep done",
        (State::Waiting { .. }, _) => "ready",
        (_, Some(here)) if here.gate && here.is_change_of_exercise() => "ready",
        _ => "pause",
    };
    let mut actions = vec![(Action::Go, Some(go))];
    let log = session.log.as_ref();
    let asked = log.and_then(|log| log.asked.as_ref());
    if asked.is_some_and(|asked| matches!(asked.about, About::Done(_))) {
        actions.extend([(Action::Accept, None), (Action::Note, None)]);
    }
    actions.extend(here.map_or_else(Vec::new, |here| beside_go(session, here, clock)));
    actions.push((Action::Quit, None));
    actions
}

/// What can be done at a segment, besides the key for whatever comes next.
fn beside_go(session: &Session, here: &Segment, clock: Duration) -> Vec<Hinted> {
    let plain = |actions: &[Action]| actions.iter().map(|action| (*action, None)).collect();
    let timeline = session.transport.timeline();
    match here.kind {
        SegmentKind::LeadIn if session.before_first_rep(clock) => {
            let exercise = timeline.exercise(here);
            let other = match exercise.map(|exercise| exercise.start) {
                Some(Start::Lift) => "lower first",
                Some(Start::Lower) | None => "lift first",
            };
            let warm_up = session.warm_up(clock).map(|_| (Action::WarmUp, None));
            let skip = (Action::Skip, None);
            let all = [(Action::OtherStart, Some(other)), skip].into_iter();
            all.chain(warm_up).collect()
        }
        SegmentKind::Change if here.is_change_of_exercise() => {
            let mut actions: Vec<Hinted> = Vec::new();
            if timeline.can_defer(here) {
                actions.push((Action::Defer, None));
            }
            if !here.gate {
                actions.extend([(Action::Skip, None), (Action::MoreRest, None)]);
            }
            actions.push((Action::Redo, None));
            actions
        }
        SegmentKind::Rest | SegmentKind::Switch | SegmentKind::LeadIn | SegmentKind::Change => {
            plain(&[Action::Skip, Action::MoreRest, Action::Redo])
        }
        _ if timeline.tempo(here).is_none() => plain(&[Action::EndSet, Action::Redo]),
        _ => plain(&[Action::EndSet, Action::Redo, Action::More, Action::Less]),
    }
}

fn hint(mode: Mode, action: Action, label: Option<&'static str>) -> Option<Hint> {
    let binding = binding(mode, action)?;
    let key = binding.keys.first()?.label();
    Some(Hint {
        key,
        does: label.unwrap_or(binding.hint),
    })
}
