//! The picture of a session at the app's moment: words, colours and counters. The sentences are in `words`.

mod beside;
mod coming;
mod counters;
mod words;

use super::live::{Doing, Visible, visible};
use super::pacing::{Geometry, Motion, Next, Picture};
use super::theme::Tone;
use crate::app::session::{Asking, Session};
use crate::app::{App, hints};
use crate::training::cue::Say;
use crate::training::exercise::Motion as Movement;
use crate::training::length::clock as minutes;
use crate::training::text::visible as harmless;
use crate::training::timeline::{Handle, Segment, SegmentKind, Timeline};
use std::borrow::Cow;
use std::time::Duration;

/// The picture of the app's session as it stands at the app's moment.
pub fn picture(app: &App, session: &Session, geometry: Geometry) -> Picture {
    let clock = app.now.audible;
    let seen = visible(session, clock, geometry);
    let segment = session.segment(clock);
    let (tone, motion, word) = segment.map_or((Tone::Rest, Motion::Still, "DONE"), |segment| {
        look(session.transport.timeline(), segment)
    });
    let mut picture = Picture::new(tone, motion, word);
    picture.level = seen.level;
    picture.digits = digits(&seen, segment);
    if let Some(segment) = segment {
        special(&mut picture, session, segment);
    }
    match seen.doing {
        Doing::Held if session.asking == Asking::Intro => {}
        Doing::Held => {
            picture.badges.push("PAUSED".into());
            // Legible from where the bar is: which phase it was, the count of three will say again.
            picture.word = "PAUSED".into();
            picture.motion = Motion::Still;
        }
        Doing::Pausing => picture.badges.push("pausing…".into()),
        Doing::CountIn => picture.badges.push("GET READY".into()),
        Doing::Waiting if segment.is_some_and(|here| here.kind == SegmentKind::Lift) => {
            picture.word = "READY".into();
            picture.motion = Motion::Still;
        }
        Doing::Waiting | Doing::Running | Doing::Finished => {}
    }
    if app.muted {
        picture.badges.push("MUTED".into());
    }
    picture.badges.extend(tapped(session));
    counters::count(&mut picture, session, clock);
    picture.exercise = counters::title(session, segment);
    picture.tempo = tempo(session, segment);
    picture.next = if seen.announced {
        announced(session, segment)
    } else {
        None
    };
    picture.lines = words::lines(app, session, seen.doing);
    match session.asking {
        // Nothing is counted, and how many reps there will be is the question.
        Asking::Intro => {
            picture.digits.clear();
            picture.reps = None;
        }
        Asking::Reps(question) => {
            picture
                .badges
                .extend(segment.is_some().then(|| word.into()));
            picture.word = format!("‹{}›", question.done).into();
        }
        Asking::Nothing | Asking::Quit => {}
    }
    picture.notice = app
        .notice
        .as_ref()
        .map(|notice| harmless(&notice.text).into_owned());
    picture.hints = hints::hints(app);
    picture
}

/// That a tap was taken, and which: the mark changes with each, so that two in a second are two to the eye.
fn tapped(session: &Session) -> Option<Cow<'static, str>> {
    let taps = session.taps.positions().len();
    let mark = if taps.is_multiple_of(2) { '○' } else { '●' };
    (taps > 0).then(|| format!("tap {mark} {taps}").into())
}

/// Words that not every segment of its kind has.
fn special(picture: &mut Picture, session: &Session, segment: &Segment) {
    if segment.is_own_pace() {
        picture.short_word = Some("GO");
    }
    if let Some(percent) = coming::percent_off(session, segment) {
        picture.word = format!("DROP −{percent} %").into();
        picture.short_word = Some("DROP");
    }
}

/// Colour, direction and word of a segment.
pub(super) fn look(timeline: &Timeline, segment: &Segment) -> (Tone, Motion, &'static str) {
    let exercise = timeline.exercise(segment);
    let spoken = |movement| exercise.map_or("", |exercise| exercise.word(movement));
    let motion = match segment.handle {
        Handle::Falls => Motion::Falling,
        Handle::Rises => Motion::Rising,
        Handle::High | Handle::Low | Handle::Idle => Motion::Still,
    };
    match segment.kind {
        SegmentKind::Lower => (Tone::Down, motion, spoken(Movement::Lower)),
        SegmentKind::Lift if segment.say == Say::Drive => {
            (Tone::Up, motion, spoken(Movement::ExplosiveLift))
        }
        SegmentKind::Lift => (Tone::Up, motion, spoken(Movement::Lift)),
        SegmentKind::Assist => (Tone::Reset, motion, spoken(Movement::Assist)),
        SegmentKind::PauseStretched | SegmentKind::PauseContracted | SegmentKind::Hold => {
            (Tone::Hold, motion, spoken(Movement::Pause))
        }
        SegmentKind::Break => (Tone::Rest, motion, "BREAK"),
        SegmentKind::Beat if segment.is_own_pace() => (Tone::Up, motion, "YOUR PACE"),
        SegmentKind::Beat => (
            if motion == Motion::Falling {
                Tone::Down
            } else {
                Tone::Up
            },
            motion,
            "ROLL",
        ),
        SegmentKind::LeadIn => (Tone::Lead, Motion::Still, "READY"),
        SegmentKind::Switch => (Tone::Reset, Motion::Still, "SWITCH"),
        SegmentKind::Change => {
            let word = match segment.say {
                Say::Break => "BREATHE",
                Say::Drop => "DROP",
                _ => "NEXT",
            };
            (Tone::Rest, Motion::Still, word)
        }
        SegmentKind::Rest => (Tone::Rest, Motion::Still, "REST"),
    }
}

fn digits(seen: &Visible, segment: Option<&Segment>) -> String {
    let long = seen.seconds >= 60
        || segment.is_some_and(|segment| segment.kind == SegmentKind::Rest && seen.seconds > 9);
    match segment {
        None => String::new(),
        // How long an explosive lift takes, or a rep that nobody paces, is the lifter's business.
        Some(segment) if segment.say == Say::Drive || segment.is_own_pace() => String::new(),
        Some(_) if long => minutes(Duration::from_secs(seen.seconds)),
        Some(_) => seen.seconds.to_string(),
    }
}

fn tempo(session: &Session, segment: Option<&Segment>) -> String {
    let timeline = session.transport.timeline();
    let now = segment.and_then(|segment| timeline.tempo(segment));
    let next = || {
        segment
            .and_then(|segment| timeline.next_work(segment.end))
            .and_then(|work| timeline.tempo(work))
    };
    now.or_else(next)
        .or_else(|| session.routine.as_solo()?.tempo())
        .map_or_else(String::new, |tempo| tempo.to_string())
}

/// What the edge announces: the segment behind this one, wherever its handle goes.
fn announced(session: &Session, segment: Option<&Segment>) -> Option<Next> {
    let next = session.transport.timeline().at(segment?.end)?;
    let (tone, motion, word) = look(session.transport.timeline(), next);
    Some(Next { tone, word, motion })
}
