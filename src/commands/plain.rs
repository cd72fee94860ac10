//! A session as plain lines, in real time: for pipes, screen readers and terminals that cannot move their cursor.
//!
//! No key is read here, so nothing waits for one: a gate takes its nominal time, and a change of exercises at least
//! [`CHANGE`], which is said at the beginning.

mod diarist;

use super::Chosen;
use crate::app::logbook::Logbook;
use crate::app::session::Session;
use crate::app::summary::Summary;
use crate::runtime::{Incoming, wall};
use crate::sound::Player;
use crate::sound::offset::Offset;
use crate::terminal::{Event, signals};
use crate::training::call::Calling;
use crate::training::cue::Say;
use crate::training::journal::Unit;
use crate::training::length::{clock as minutes, seconds};
use crate::training::preset::{Goal, Side};
use crate::training::text::visible;
use crate::training::timeline::{Segment, Timeline};
use anyhow::Result;
use diarist::Diarist;
use std::io::Write;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::time::Duration;

/// How long the change to another exercise takes at least, where a key would have ended it. Our own choice.
const CHANGE: Duration = Duration::from_secs(60);

/// What is heard, and what comes in while it is waited for.
struct Ear<'a> {
    player: &'a dyn Player,
    offset: Offset,
    inbox: &'a Receiver<Incoming>,
}

/// Paces a preset to its end. Returns the exit code.
///
/// # Errors
/// When a line cannot be written for another reason than that nobody reads any more.
pub(super) fn run(
    chosen: &Chosen,
    (calling, offset): (Calling, Offset),
    mut player: Box<dyn Player>,
    (sender, inbox): (&Sender<Incoming>, &Receiver<Incoming>),
    kept: Kept,
    out: &mut impl Write,
) -> Result<u8> {
    let sender = sender.clone();
    signals::watch_stops(move |event| sender.send(Incoming::Terminal(event)).is_ok())?;
    player.wake();
    let session = Session::begin(chosen.routine.clone(), false, calling, player.frontier());
    let waits = session.transport.timeline().gate().is_some();
    let mut session = session.unattended(CHANGE, player.frontier());
    let (day, began) = wall();
    session.log = Some(Logbook::new(&session.routine, began, day, kept.unit));
    let mut diarist = Diarist::begin(kept.journal);
    player.load(Arc::new(session.transport.clone()));
    let ear = Ear {
        player: &*player,
        offset,
        inbox,
    };
    let told = heading(chosen, &session, waits, out)
        .and_then(|()| follow(&mut session, &ear, &mut diarist, out));
    let end = match told {
        Ok(None) => end_of(&session),
        Ok(Some(_)) | Err(_) => ear.now(),
    };
    // Whatever ended it, even that nobody reads the lines any more: what was done is kept.
    diarist.end(&mut session, end);
    if let Some(signal) = told? {
        return stopped(signal, &session, end, out);
    }
    // The sound of the end rings out.
    let _ = ear.wait_until(end + Duration::from_secs(1));
    write!(out, "{}", Summary::of(&session, end).text())?;
    out.flush()?;
    Ok(0)
}

/// Says what is heard, and keeps what is done, line by line. Returns the signal that asked to stop, if one came before the end.
fn follow(
    session: &mut Session,
    ear: &Ear<'_>,
    diarist: &mut Diarist,
    out: &mut impl Write,
) -> Result<Option<i32>> {
    let timeline = Arc::clone(session.transport.timeline());
    let mut told = None;
    for segment in timeline.segments() {
        let due = session
            .transport
            .clock_of(segment.start)
            .unwrap_or_default();
        if let Some(signal) = ear.wait_until(due) {
            return Ok(Some(signal));
        }
        diarist.keep(session, due);
        line(session, segment, &mut told, out)?;
    }
    Ok(ear.wait_until(end_of(session)))
}

/// The moment at which a session is over.
fn end_of(session: &Session) -> Duration {
    let transport = &session.transport;
    let end = transport.clock_of(transport.timeline().total());
    end.unwrap_or_default()
}

/// Where what is done goes, and how loads are read.
pub(super) struct Kept {
    /// The journal's file.
    pub(super) journal: Option<PathBuf>,
    /// The unit of a load that names none.
    pub(super) unit: Unit,
}

fn stopped(signal: i32, session: &Session, now: Duration, out: &mut impl Write) -> Result<u8> {
    let summary = Summary::of(session, now);
    if !summary.is_empty() {
        write!(out, "{}", summary.text())?;
        out.flush()?;
    }
    Ok(u8::try_from(128 + signal).unwrap_or(1))
}

impl Ear<'_> {
    /// The moment that is heard now.
    fn now(&self) -> Duration {
        self.offset.heard_at(self.player.now())
    }

    /// Waits until a moment is heard; returns the signal that asks to stop, if one comes first.
    fn wait_until(&self, heard: Duration) -> Option<i32> {
        let due = self.offset.clock_of(heard);
        loop {
            let left = due.saturating_sub(self.player.now());
            if left.is_zero() {
                return None;
            }
            match self.inbox.recv_timeout(left) {
                Ok(Incoming::Terminal(Event::Stop(signal))) => return Some(signal),
                Ok(_) | Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return None,
            }
        }
    }
}

/// What is going to be done. `waits` says that a key would have been waited for.
fn heading(chosen: &Chosen, session: &Session, waits: bool, out: &mut impl Write) -> Result<()> {
    for note in &chosen.notes {
        writeln!(out, "{}", visible(note))?;
    }
    let timeline = session.transport.timeline();
    let about = if timeline.is_approximate() { "~" } else { "" };
    let name = visible(&session.routine.name);
    writeln!(
        out,
        "{name} · {} · {about}{}",
        counted(timeline.parts().iter().map(|part| part.sets).sum(), "set"),
        minutes(timeline.total())
    )?;
    if waits {
        let change = seconds(CHANGE);
        writeln!(
            out,
            "No key is read here: what would wait for one takes its usual time, a change of exercises {change} s or more"
        )?;
    }
    Ok(out.flush()?)
}

/// `0:10 DOWN 4 s · set 1 of 3 · rep 1 of 8`. Before an exercise that is another one than was told last, what it is.
fn line(
    session: &Session,
    segment: &Segment,
    told: &mut Option<u16>,
    out: &mut impl Write,
) -> Result<()> {
    let timeline = session.transport.timeline();
    let word = match segment.say {
        Say::Nothing => segment.kind.as_str(),
        say => say.as_str(),
    };
    write!(
        out,
        "{} {} {} s",
        minutes(segment.start),
        word.to_uppercase(),
        seconds(segment.duration())
    )?;
    let next = timeline.next_work(segment.start).map(|work| work.part);
    if let Some(part) = next.filter(|part| *told != Some(*part) && session.routine.steps.len() > 1)
    {
        *told = Some(part);
        write!(out, " · {}", exercise(session, part))?;
    }
    if segment.kind.is_work() {
        write!(out, "{}", place(timeline, segment))?;
    }
    writeln!(out)?;
    Ok(out.flush()?)
}

/// ` · set 1 of 3 · left · rep 1 of 8`; as many as possible are of no number.
fn place(timeline: &Timeline, segment: &Segment) -> String {
    let side = segment.side.map(Side::as_str);
    let side = side.map_or_else(String::new, |side| format!(" · {side}"));
    let of = match timeline.goal(segment) {
        Goal::AsMany => String::new(),
        _ => format!(" of {}", timeline.reps_planned(segment)),
    };
    let (set, sets, rep) = (segment.set, timeline.sets(segment), segment.rep);
    format!(" · set {set} of {sets}{side} · rep {rep}{of}")
}

/// `2/4 Row · 3-0-1-1 · 3×8/side · 24 kg`.
fn exercise(session: &Session, part: u16) -> String {
    let step = usize::from(part);
    let routine = &session.routine;
    let Some(preset) = routine.presets().nth(step) else {
        return String::new();
    };
    let place = format!(
        "{}/{} {}",
        step + 1,
        routine.steps.len(),
        routine.called(step)
    );
    let parts = [place, preset.pace(), preset.dose(), preset.load.clone()];
    let parts = parts.into_iter().filter(|part| !part.is_empty());
    visible(&parts.collect::<Vec<_>>().join(" · ")).into_owned()
}

fn counted(number: u32, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}
