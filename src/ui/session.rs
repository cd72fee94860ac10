//! The picture of a session at the app's moment: words, colours and counters. The sentences are in `words`.

mod words;

use super::live::{Doing, Visible, visible};
use super::pacing::{Geometry, Motion, Next, Picture, Tally};
use super::theme::Tone;
use crate::app::session::{Asking, Session};
use crate::app::{App, hints};
use crate::training::cue::Say;
use crate::training::exercise::Motion as Movement;
use crate::training::length::clock as minutes;
use crate::training::text::visible as harmless;
use crate::training::timeline::{Handle, Segment, SegmentKind, Timeline};
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
    match seen.doing {
        Doing::Held if session.asking == Asking::Intro => {}
        Doing::Held => {
            picture.badges.push("PAUSED");
            // Legible from where the bar is: which phase it was, the count of three will say again.
            picture.word = "PAUSED".into();
            picture.motion = Motion::Still;
        }
        Doing::Pausing => picture.badges.push("pausing…"),
        Doing::CountIn => picture.badges.push("GET READY"),
        Doing::Waiting => {
            picture.word = "READY".into();
            picture.motion = Motion::Still;
        }
        Doing::Running | Doing::Finished => {}
    }
    if app.muted {
        picture.badges.push("MUTED");
    }
    counters(&mut picture, session, clock);
    picture.exercise = title(session, segment);
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
            picture.badges.extend(segment.is_some().then_some(word));
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
        SegmentKind::Change => (Tone::Rest, Motion::Still, "NEXT"),
        SegmentKind::Rest => (Tone::Rest, Motion::Still, "REST"),
    }
}

fn digits(seen: &Visible, segment: Option<&Segment>) -> String {
    let long = seen.seconds >= 60
        || segment.is_some_and(|segment| segment.kind == SegmentKind::Rest && seen.seconds > 9);
    match segment {
        None => String::new(),
        // How long an explosive lift takes is the lifter's business.
        Some(segment) if segment.say == Say::Drive => String::new(),
        Some(_) if long => minutes(Duration::from_secs(seen.seconds)),
        Some(_) => seen.seconds.to_string(),
    }
}

/// Reps and sets. Before a set the counters are those of the set that comes.
fn counters(picture: &mut Picture, session: &Session, clock: Duration) {
    let timeline = session.transport.timeline();
    let position = session.transport.position_at(clock);
    let Some(now) = session.segment(clock) else {
        let last = timeline.segments().last();
        let sets = last.map_or(0, |last| timeline.sets(last));
        picture.sets = Some(Tally {
            done: sets,
            under_way: false,
            of: Some(sets),
        });
        return;
    };
    let Some(work) = timeline
        .next_work(position)
        .filter(|_| now.kind != SegmentKind::Rest)
        .or(Some(now))
    else {
        return;
    };
    let at_work = now.kind.is_work();
    let resting = now.kind == SegmentKind::Rest;
    let planned = timeline.reps_planned(work);
    let done = if at_work {
        work.rep.saturating_sub(1)
    } else {
        0
    };
    picture.reps = (!resting && planned > 0).then_some(Tally {
        done,
        under_way: at_work,
        of: Some(planned),
    });
    let set = if resting {
        now.set
    } else {
        work.set.saturating_sub(1)
    };
    picture.sets = Some(Tally {
        done: set,
        under_way: !resting,
        of: Some(timeline.sets(work)),
    });
    picture.side = work.side;
}

/// What is lifted, or the preset's name where nobody said; nothing where that is only the tempo again.
fn title(session: &Session, segment: Option<&Segment>) -> String {
    let part = segment.map_or(0, |segment| usize::from(segment.part));
    let Some(preset) = session.routine.presets().nth(part) else {
        return String::new();
    };
    let named_by_tempo = preset
        .tempo()
        .is_some_and(|tempo| tempo.to_string() == preset.name);
    match (&preset.exercise.name, named_by_tempo) {
        (exercise, _) if !exercise.is_empty() => harmless(exercise).into_owned(),
        (_, true) => String::new(),
        (_, false) => harmless(&preset.name).into_owned(),
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
