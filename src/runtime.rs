//! The loop: what comes in from the terminal and the sound becomes messages, what the app asks for is done, and a frame
//! is drawn when it would differ from the last.
//!
//! One thread owns the app. The input, signal and audio threads each hold a clone of one sender. While nothing moves the
//! loop sleeps until somebody sends; while a phase is paced it sleeps until the next moment at which the picture differs.

mod awake;
mod canvas;
pub mod chosen;
mod deeds;
mod drain;
mod media;
mod outcome;
pub mod ringer;
pub mod scribe;
pub mod shelf;
mod still;

use crate::app::App;
use crate::app::action::Action;
use crate::app::journal::Reply;
use crate::app::message::{Button, Effect, Message, Moment, Tap};
use crate::keymap;
use crate::settings::Settings;
use crate::sound::offset::Offset;
use crate::sound::{Player, SoundStatus};
use crate::store::paths::Paths;
use crate::terminal::{Event, Guard};
use crate::training::journal::Stamp;
use crate::ui;
use canvas::Canvas;
use deeds::Deeds;
pub use deeds::unix_seconds;
use media::Media;
pub use outcome::{End, Outcome};
use ringer::{Ringer, Wanted};
use scribe::Scribe;
use shelf::Shelf;
use std::collections::VecDeque;
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, Instant};
use still::{NOTICED, Sleepwatch};

/// How long the signal that somebody let the program go on may take to arrive.
const WORD: Duration = Duration::from_millis(100);

/// What can arrive.
#[derive(Debug)]
pub enum Incoming {
    /// From the terminal.
    Terminal(Event),
    /// From the sound.
    Sound(SoundStatus),
    /// From the desktop.
    Button(Button),
    /// From the journal.
    Journal(Reply),
}

/// The day where somebody sits at this computer.
pub fn today() -> jiff::civil::Date {
    jiff::Zoned::now().date()
}

/// The day where somebody sits at this computer, and the world's time.
pub fn wall() -> (jiff::civil::Date, Stamp) {
    let now = jiff::Zoned::now();
    let stamp = Stamp::from_millis(now.timestamp().as_millisecond());
    (now.date(), stamp)
}

/// The moment at hand: what is heard by now, which is never less than it was before, and where an edit can still be heard.
pub fn moment(player: &dyn Player, offset: Offset, before: Moment) -> Moment {
    let audible = offset.heard_at(player.now()).max(before.audible);
    Moment {
        audible,
        frontier: player.frontier().max(audible),
    }
}

/// A key that takes the time, pressed at an instant; the program began at `opened`.
pub fn tap(player: &dyn Player, offset: Offset, opened: Instant, instant: Instant) -> Tap {
    Tap {
        audible: offset.heard_at(player.at(instant)),
        machine: instant.saturating_duration_since(opened),
    }
}

/// Everything that the loop needs.
pub struct Interface {
    app: App,
    settings: Settings,
    player: Box<dyn Player>,
    offset: Offset,
    deeds: Deeds,
    ringer: Ringer,
    shelf: Shelf,
    journal: Option<PathBuf>,
    scribe: Option<Scribe>,
    inbox: Receiver<Incoming>,
    /// When the program began, for what is timed without sound.
    opened: Instant,
}

impl Interface {
    /// Puts the parts together.
    pub fn new(
        app: App,
        settings: Settings,
        player: Box<dyn Player>,
        inbox: Receiver<Incoming>,
        paths: &Paths,
        shelf: Shelf,
    ) -> Self {
        Self {
            app,
            offset: settings.offset,
            ringer: Ringer::new(Wanted::by(&settings)),
            settings,
            player,
            deeds: Deeds::new(paths.state.clone()),
            shelf,
            journal: paths.journal.clone(),
            scribe: None,
            inbox,
            opened: Instant::now(),
        }
    }

    /// Runs until somebody leaves. `begin` is called with the app before the first frame, so that the frame shows what was
    /// asked for; what it returns is done once the frame stands, because nothing may come before that.
    ///
    /// # Errors
    /// When the terminal cannot be set up, or does not take what is written.
    pub fn run(
        mut self,
        sender: &Sender<Incoming>,
        begin: impl FnOnce(&mut App, Moment) -> Vec<Effect>,
    ) -> anyhow::Result<Outcome> {
        let events = sender.clone();
        let mut guard =
            Guard::acquire(move |event| events.send(Incoming::Terminal(event)).is_ok())?;
        let mut canvas = Canvas::new(&self.settings);
        let moment = self.moment();
        self.app.now = moment;
        self.look_at_the_calendar();
        let first = begin(&mut self.app, moment);
        canvas.draw(&self.app)?;
        self.player.wake();
        self.player.rest();
        self.scribe = Some(Scribe::begin(self.journal.clone(), sender.clone()));
        match self.turns(first, sender, &mut guard, &mut canvas) {
            Ok(end) => Ok(self.outcome(end)),
            Err(error) => {
                // A terminal that is gone takes nothing with it that was done or chosen.
                let outcome = self.outcome(End::TerminalGone);
                Err(match outcome.unlogged {
                    Some(why) => error.context(format!("not logged: {why}")),
                    None => error,
                })
            }
        }
    }

    fn turns(
        &mut self,
        first: Vec<Effect>,
        sender: &Sender<Incoming>,
        guard: &mut Guard,
        canvas: &mut Canvas,
    ) -> anyhow::Result<End> {
        let mut end = self.perform(first, guard, canvas)?;
        let mut watch = Sleepwatch::new();
        let mut media = Media::new(sender);
        while end.is_none() {
            media.tell(&self.app);
            end = self.turn(guard, canvas, &mut watch)?;
        }
        Ok(end.unwrap_or(End::Left))
    }

    /// One turn of the loop: draw, wait, take in everything that came, act.
    fn turn(
        &mut self,
        guard: &mut Guard,
        canvas: &mut Canvas,
        watch: &mut Sleepwatch,
    ) -> anyhow::Result<Option<End>> {
        let behind = !canvas.refresh(&self.app)?;
        let picture = if behind {
            Some(canvas.patience())
        } else {
            canvas
                .next_change(&self.app)
                .map(|heard| self.time_until(heard))
        };
        let stroke = self.ringer.next().map(|heard| self.time_until(heard));
        let wait = [picture, stroke].into_iter().flatten().min();
        let begun = Instant::now();
        let mut came: VecDeque<Incoming> = match self.wait(wait) {
            ControlFlow::Break(end) => return Ok(Some(end)),
            ControlFlow::Continue(incoming) => incoming.into_iter().collect(),
        };
        let stopped = wait.is_some_and(|wait| begun.elapsed() > wait + NOTICED)
            && self.was_resumed(&mut came);
        if stopped || watch.slept() {
            let since = self.app.now.audible;
            let effects = self
                .app
                .update(self.moment(), Message::Interrupted { since });
            self.act(effects, guard, canvas)?;
        }
        self.look_at_the_calendar();
        let now = self.moment();
        self.ring(now.audible, canvas)?;
        let effects = self.app.update(now, Message::Tick);
        if let Some(end) = self.act(effects, guard, canvas)? {
            return Ok(Some(end));
        }
        while let Some(incoming) = came.pop_front().or_else(|| self.inbox.try_recv().ok()) {
            if let Some(end) = self.take(incoming, guard, canvas)? {
                return Ok(Some(end));
            }
        }
        Ok(None)
    }

    /// Rings what is due, before the app is told of this moment: it may end the session.
    fn ring(&mut self, heard: Duration, canvas: &mut Canvas) -> anyhow::Result<()> {
        self.ringer.listen(&self.app, heard);
        Ok(canvas.ring(self.ringer.due(heard))?)
    }

    /// After waiting far too long: whether somebody had stopped the program. Then the word that it goes on is on its way,
    /// and has to be heard before any time may pass; a machine that was merely busy sends none.
    fn was_resumed(&self, came: &mut VecDeque<Incoming>) -> bool {
        let resumed = |incoming: &Incoming| matches!(incoming, Incoming::Terminal(Event::Resume));
        while !came.iter().any(resumed) {
            match self.inbox.recv_timeout(WORD) {
                Ok(incoming) => came.push_back(incoming),
                Err(_) => return false,
            }
        }
        true
    }

    fn wait(&self, wait: Option<Duration>) -> ControlFlow<End, Option<Incoming>> {
        let received = match wait {
            None => self
                .inbox
                .recv()
                .map_err(|_gone| RecvTimeoutError::Disconnected),
            Some(wait) => self.inbox.recv_timeout(wait),
        };
        match received {
            Ok(incoming) => ControlFlow::Continue(Some(incoming)),
            Err(RecvTimeoutError::Timeout) => ControlFlow::Continue(None),
            Err(RecvTimeoutError::Disconnected) => ControlFlow::Break(End::TerminalGone),
        }
    }

    fn take(
        &mut self,
        incoming: Incoming,
        guard: &mut Guard,
        canvas: &mut Canvas,
    ) -> anyhow::Result<Option<End>> {
        let message = match incoming {
            Incoming::Sound(status) => Message::Sound(deeds::report(&self.app.sound, status)),
            Incoming::Button(button) => Message::Button(button),
            Incoming::Journal(reply) => Message::Journal(reply),
            Incoming::Terminal(Event::Key { key, at }) => {
                match keymap::action_of(self.app.mode(), key) {
                    Some(Action::Tap) => Message::Tap(self.tap_at(at)),
                    Some(action) => Message::Do(ui::meaning(&self.app, canvas.area(), action)),
                    None => return Ok(None),
                }
            }
            Incoming::Terminal(Event::Paste(text)) => Message::Paste(text),
            Incoming::Terminal(Event::Resize) => {
                canvas.resize()?;
                return Ok(None);
            }
            Incoming::Terminal(Event::Suspend) => {
                self.suspend(guard, canvas)?;
                return Ok(None);
            }
            Incoming::Terminal(Event::Resume) => {
                guard.resumed()?;
                canvas.repaint()?;
                return Ok(None);
            }
            Incoming::Terminal(Event::Stop(signal)) => return Ok(Some(End::Signal(signal))),
            Incoming::Terminal(Event::Gone) => return Ok(Some(End::TerminalGone)),
            Incoming::Terminal(Event::Panicked) => return Ok(Some(End::Panicked)),
        };
        canvas.dirty = true;
        self.look_at_the_calendar();
        let effects = self.app.update(self.moment(), message);
        self.act(effects, guard, canvas)
    }

    fn act(
        &mut self,
        effects: Vec<Effect>,
        guard: &mut Guard,
        canvas: &mut Canvas,
    ) -> anyhow::Result<Option<End>> {
        if !effects.is_empty() {
            canvas.dirty = true;
        }
        self.perform(effects, guard, canvas)
    }

    fn suspend(&mut self, guard: &mut Guard, canvas: &mut Canvas) -> anyhow::Result<()> {
        let moment = self.moment();
        let effects = self.app.update(
            moment,
            Message::Interrupted {
                since: moment.audible,
            },
        );
        self.perform(effects, guard, canvas)?;
        guard.suspend()?;
        canvas.resize()?;
        canvas.repaint()
    }

    /// Midnight may have passed since.
    fn look_at_the_calendar(&mut self) {
        (self.app.today, self.app.wall) = wall();
    }

    fn moment(&self) -> Moment {
        moment(&*self.player, self.offset, self.app.now)
    }

    /// How long it takes until a moment is heard.
    fn time_until(&self, heard: Duration) -> Duration {
        let due = self.offset.clock_of(heard);
        due.saturating_sub(self.player.now())
    }

    fn tap_at(&self, instant: Instant) -> Tap {
        tap(&*self.player, self.offset, self.opened, instant)
    }
}
