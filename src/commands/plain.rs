//! A session as plain lines, in real time: for pipes, screen readers and terminals that cannot move their cursor.
//!
//! No key is read here, so nothing waits for one: a gate takes its nominal time, and a change of exercises at least
//! [`CHANGE`], which is said at the beginning.

use super::Chosen;
use crate::app::journal::{Reply, Request};
use crate::app::logbook::{Logbook, Over};
use crate::app::session::Session;
use crate::app::summary::Summary;
use crate::runtime::scribe::Scribe;
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
use std::io::Write;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
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
    let diarist = Diarist::begin(kept);
    player.load(Arc::new(session.transport.clone()));
    let ear = Ear {
        player: &*player,
        offset,
        inbox,
    };
    let timeline = Arc::clone(session.transport.timeline());
    for note in &chosen.notes {
        writeln!(out, "{}", visible(note))?;
    }
    heading(&session, out)?;
    if waits {
        let change = seconds(CHANGE);
        writeln!(
            out,
            "No key is read here: what would wait for one takes its usual time, a change of exercises {change} s or more"
        )?;
    }
    let mut told = None;
    for segment in timeline.segments() {
        let due = session
            .transport
            .clock_of(segment.start)
            .unwrap_or_default();
        if let Some(signal) = ear.wait_until(due) {
            diarist.end(&mut session, ear.now());
            return stopped(signal, &session, ear.now(), out);
        }
        diarist.keep(&mut session, due, Over::Sets);
        line(&session, segment, &mut told, out)?;
    }
    let end = session
        .transport
        .clock_of(timeline.total())
        .unwrap_or_default();
    let signal = ear.wait_until(end);
    diarist.end(&mut session, signal.map_or(end, |_| ear.now()));
    if let Some(signal) = signal {
        return stopped(signal, &session, ear.now(), out);
    }
    // The sound of the end rings out.
    let _ = ear.wait_until(end + Duration::from_secs(1));
    write!(out, "{}", Summary::of(&session, end).text())?;
    out.flush()?;
    Ok(0)
}

/// Where what is done goes, and how loads are read.
pub(super) struct Kept {
    /// The journal's file.
    pub(super) journal: Option<PathBuf>,
    /// The unit of a load that names none.
    pub(super) unit: Unit,
}

/// Keeps what is done, as the interface does.
struct Diarist {
    scribe: Scribe,
    replies: Receiver<Incoming>,
}

impl Diarist {
    fn begin(kept: Kept) -> Self {
        let (sender, replies) = channel();
        let scribe = Scribe::begin(kept.journal, sender);
        Self { scribe, replies }
    }

    fn keep(&self, session: &mut Session, heard: Duration, over: Over) {
        let entries = session.log_entries(heard, wall().1, false, over);
        if !entries.is_empty() {
            self.scribe.ask(Request::Keep(entries));
        }
    }

    /// Keeps all of it, and says on standard error what could not be kept.
    fn end(mut self, session: &mut Session, heard: Duration) {
        self.keep(session, heard, Over::Everything);
        self.scribe.finish();
        for incoming in self.replies.try_iter() {
            if let Incoming::Journal(Reply::Failed { why, .. } | Reply::Notice(why)) = incoming {
                // If nobody reads it, nobody can be told.
                let _ = writeln!(std::io::stderr(), "downbeat: {}", visible(&why));
            }
        }
    }
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

fn heading(session: &Session, out: &mut impl Write) -> Result<()> {
    let timeline = session.transport.timeline();
    let about = if timeline.is_approximate() { "~" } else { "" };
    let name = visible(&session.routine.name);
    writeln!(
        out,
        "{name} · {} · {about}{}",
        counted(timeline.parts().iter().map(|part| part.sets).sum(), "set"),
        minutes(timeline.total())
    )?;
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
