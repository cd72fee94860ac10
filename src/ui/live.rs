//! A session at a moment: what the eye can tell apart ([`Visible`]), when that next changes, and the [`Picture`] of it.
//!
//! All of it is a pure function of the session and the clock. The loop draws when [`next_change`] says so and sleeps
//! until then; nothing is drawn when nothing changed.

use super::pacing::{Geometry, Level, Motion, Next, Picture, Side, Tally};
use super::theme::Tone;
use super::widgets::keys::Hint;
use crate::app::message::SoundReport;
use crate::app::session::{Asking, Session};
use crate::app::{App, hints};
use crate::training::cue::Say;
use crate::training::exercise::{Motion as Movement, Start};
use crate::training::length::clock as minutes;
use crate::training::preset;
use crate::training::text::visible as harmless;
use crate::training::timeline::{Handle, Segment, SegmentKind};
use crate::training::transport::State;
use std::time::Duration;

/// How long before a phase ends the next one is announced at the edge.
const ANNOUNCED: Duration = Duration::from_secs(1);
/// Nothing further ahead than this is looked for: then the loop looks again.
const HORIZON: Duration = Duration::from_secs(1);

/// What a session does, without the times.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Doing {
    Running,
    Pausing,
    Held,
    CountIn,
    Waiting,
    Finished,
}

/// All that changes on the screen while time passes. Two equal values give the same frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Visible {
    segment: Option<Duration>,
    level: Level,
    seconds: u64,
    announced: bool,
    doing: Doing,
}

/// What can be seen of a session at a moment of the clock.
pub fn visible(session: &Session, clock: Duration, geometry: Geometry) -> Visible {
    let state = session.state(clock);
    let position = session.transport.position_at(clock);
    let segment = session.segment(clock);
    let doing = match state {
        State::Running if session.is_pausing(clock) => Doing::Pausing,
        State::Running => Doing::Running,
        State::Held => Doing::Held,
        State::CountIn { .. } => Doing::CountIn,
        State::Waiting { .. } => Doing::Waiting,
        State::Finished => Doing::Finished,
    };
    let seconds = match state {
        State::CountIn { left } => whole(left),
        State::Waiting { since } => since.as_secs(),
        _ => segment.map_or(0, |segment| seconds_left(segment, position)),
    };
    let announced = doing == Doing::Running
        && segment.is_some_and(|segment| {
            position + ANNOUNCED >= segment.end && segment.duration() > ANNOUNCED
        });
    Visible {
        segment: segment.map(|segment| segment.start),
        level: segment.map_or(Level::Flood(0), |segment| {
            level(segment, position, geometry)
        }),
        seconds,
        announced,
        doing,
    }
}

/// The next moment of the clock at which the session looks different: exactly where a second or a phase ends, else on the
/// grid of `per_second` pictures. `None` while it stands still.
pub fn next_change(
    session: &Session,
    clock: Duration,
    geometry: Geometry,
    per_second: u8,
) -> Option<Duration> {
    let now = visible(session, clock, geometry);
    if matches!(now.doing, Doing::Held | Doing::Finished) {
        return None;
    }
    let edge = next_edge(session, clock);
    let step = Duration::from_secs(1) / u32::from(per_second.max(1));
    let mut at = clock + step;
    while at < edge {
        if visible(session, at, geometry) != now {
            return Some(at);
        }
        at += step;
    }
    Some(edge)
}

/// The next moment at which a number changes or a segment ends, exactly.
fn next_edge(session: &Session, clock: Duration) -> Duration {
    let state = session.state(clock);
    let position = session.transport.position_at(clock);
    let to_next = match (state, session.segment(clock)) {
        (State::CountIn { left }, _) => part(left),
        (State::Waiting { since }, _) => Duration::from_secs(1).saturating_sub(fraction(since)),
        (_, Some(segment)) => {
            let left = segment.end.saturating_sub(position);
            let second = if segment.kind.is_work() {
                Duration::from_secs(1)
                    .saturating_sub(fraction(position.saturating_sub(segment.start)))
            } else {
                part(left)
            };
            let announced = left.checked_sub(ANNOUNCED).filter(|left| !left.is_zero());
            second.min(left).min(announced.unwrap_or(left))
        }
        (_, None) => HORIZON,
    };
    // A pause that is about to be heard shows at its own moment.
    let spans = session.transport.spans();
    let next_span = spans
        .iter()
        .map(|span| span.clock_from)
        .find(|&from| from > clock);
    let edge = clock + to_next.min(HORIZON).max(Duration::from_nanos(1));
    next_span.map_or(edge, |span| span.min(edge))
}

/// The time to the next whole number of seconds left, never zero.
fn part(left: Duration) -> Duration {
    let part = fraction(left);
    if part.is_zero() {
        Duration::from_secs(1).min(left)
    } else {
        part
    }
}

fn fraction(length: Duration) -> Duration {
    Duration::from_nanos(u64::from(length.subsec_nanos()))
}

/// Whole seconds, any begun one counted.
fn whole(length: Duration) -> u64 {
    length.as_secs() + u64::from(length.subsec_nanos() > 0)
}

/// The number on the screen. In work it changes with the ticks, which count from the start of a phase; in waits it
/// changes with the count, which runs towards the end.
fn seconds_left(segment: &Segment, position: Duration) -> u64 {
    if segment.kind.is_work() {
        let all = whole(segment.planned_end.saturating_sub(segment.start));
        all.saturating_sub(position.saturating_sub(segment.start).as_secs())
    } else {
        whole(segment.end.saturating_sub(position))
    }
}

fn level(segment: &Segment, position: Duration, geometry: Geometry) -> Level {
    let gone = segment.fraction(position);
    let flood = |share: f64| Level::Flood(steps(share, geometry.level_steps));
    match segment.handle {
        Handle::Falls => flood(1.0 - gone),
        Handle::Rises => flood(gone),
        Handle::High | Handle::Low => Level::Iris(steps(1.0 - gone, geometry.iris_steps)),
        Handle::Idle => flood(1.0 - gone),
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a share in 0..=1 of a u16 is rounded to a u16"
)]
fn steps(share: f64, of: u16) -> u16 {
    (share.clamp(0.0, 1.0) * f64::from(of)).round() as u16
}

/// The picture of the app's session as it stands at the app's moment.
pub fn picture(app: &App, session: &Session, geometry: Geometry) -> Picture {
    let clock = app.now.audible;
    let seen = visible(session, clock, geometry);
    let segment = session.segment(clock);
    let (tone, motion, word) = segment.map_or((Tone::Rest, Motion::Still, "DONE"), |segment| {
        look(session, segment)
    });
    let mut picture = Picture::new(tone, motion, word);
    picture.level = seen.level;
    picture.digits = digits(&seen, segment);
    match seen.doing {
        Doing::Held => picture.badges.push("PAUSED"),
        Doing::Pausing => picture.badges.push("pausing…"),
        Doing::CountIn => picture.badges.push("GET READY"),
        Doing::Waiting => picture.word = "READY",
        Doing::Running | Doing::Finished => {}
    }
    if app.muted {
        picture.badges.push("MUTED");
    }
    counters(&mut picture, session, clock);
    picture.exercise = title(session);
    picture.tempo = tempo(session, segment);
    picture.next = if seen.announced {
        announced(session, segment)
    } else {
        None
    };
    picture.lines = lines(app, session);
    picture.notice = app
        .notice
        .as_ref()
        .map(|notice| harmless(&notice.text).into_owned());
    picture.hints = hints::hints(app)
        .into_iter()
        .map(|hint| Hint {
            key: hint.key,
            does: hint.label,
        })
        .collect();
    picture
}

/// Colour, direction and word of a segment.
fn look(session: &Session, segment: &Segment) -> (Tone, Motion, &'static str) {
    let exercise = session.transport.timeline().exercise(segment);
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
        of: Some(timeline.sets()),
    });
    picture.side = work.side.map(|side| match side {
        preset::Side::Left => Side::Left,
        preset::Side::Right => Side::Right,
    });
}

fn title(session: &Session) -> String {
    let exercise = &session.preset.exercise.name;
    let name = if exercise.is_empty() {
        &session.preset.name
    } else {
        exercise
    };
    harmless(name).into_owned()
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
        .or_else(|| session.preset.tempo())
        .map_or_else(String::new, |tempo| tempo.to_string())
}

/// What the edge announces: the segment behind this one, wherever its handle goes.
fn announced(session: &Session, segment: Option<&Segment>) -> Option<Next> {
    let next = session.transport.timeline().at(segment?.end)?;
    let (tone, motion, word) = look(session, next);
    Some(Next { tone, word, motion })
}

/// Sentences beneath the word, the most important first.
fn lines(app: &App, session: &Session) -> Vec<String> {
    let clock = app.now.audible;
    match session.asking {
        Asking::Intro => return introduction(session),
        Asking::Reps(question) => return vec![format!("Reps done ‹{}›", question.done)],
        Asking::Quit => {
            return vec!["Leave in mid-set? q again leaves, any other key goes on".to_owned()];
        }
        Asking::Nothing => {}
    }
    match session.segment(clock).map(|segment| segment.kind) {
        Some(SegmentKind::LeadIn) if session.before_first_rep(clock) => {
            let start = match session.preset.exercise.start {
                Start::Lower => format!("STARTS {} · s starts with the lift", lower_word(session)),
                Start::Lift => {
                    format!("STARTS {} · s starts with the lowering", lift_word(session))
                }
            };
            let mut lines = vec![start, sound_check(app)];
            lines.extend(session_length(session));
            lines
        }
        Some(SegmentKind::Rest | SegmentKind::Switch | SegmentKind::Change) => {
            coming(session, clock).into_iter().collect()
        }
        _ => Vec::new(),
    }
}

fn lower_word(session: &Session) -> &'static str {
    session.preset.exercise.lower_word()
}

fn lift_word(session: &Session) -> &'static str {
    session.preset.exercise.lift_word()
}

/// Asked once in a life; the sentence on danger signs is domain knowledge (exertional rhabdomyolysis).
fn introduction(session: &Session) -> Vec<String> {
    let sets = session.preset.sets().count();
    let reps = session
        .preset
        .sets()
        .next()
        .map_or(0, |set| set.work.iter().map(|work| work.times).sum::<u32>());
    vec![
        format!("New to slow lowering? 2×6, easy load · 3 for the full {sets}×{reps} · Enter"),
        "Stop and get help if a muscle swells badly, turns weak, or urine turns dark after unaccustomed work.".to_owned(),
    ]
}

fn sound_check(app: &App) -> String {
    if app.muted {
        return match &app.remote {
            Some(host) => format!("Sound plays on {}; m unmutes", harmless(host)),
            None => "Sound is off: m turns it on".to_owned(),
        };
    }
    match &app.sound {
        SoundReport::Opening | SoundReport::Asleep => "Sound is being opened…".to_owned(),
        SoundReport::On(name) => format!("Hear ticks? sound on: {}", harmless(name)),
        SoundReport::Off(why) => format!("No sound ({}): watch the screen", harmless(why)),
        SoundReport::Lost(why) => format!("Sound lost ({}): watch the screen", harmless(why)),
        SoundReport::NotBuilt => "Built without sound: watch the screen".to_owned(),
    }
}

fn session_length(session: &Session) -> Option<String> {
    let timeline = session.transport.timeline();
    let about = if timeline.is_approximate() { "~" } else { "" };
    Some(format!("{about}{} in all", minutes(timeline.total())))
}

/// What comes after a wait: `Next: set 2 of 3 · 8 reps · DOWN first`.
fn coming(session: &Session, clock: Duration) -> Option<String> {
    let timeline = session.transport.timeline();
    let work = timeline.next_work(session.transport.position_at(clock))?;
    let (_, _, word) = look(session, work);
    let side = work.side.map_or_else(String::new, |side| {
        format!(" · {}", side.as_str().to_uppercase())
    });
    let reps = timeline.reps_planned(work);
    Some(format!(
        "Next: set {} of {}{side} · {reps} reps · {word} first",
        work.set,
        timeline.sets()
    ))
}
