//! The thread that owns the stream: opens it, watches it, closes it, opens it again.
//!
//! It sleeps until something happens: a command, a word from a callback, or a deadline. There is a deadline only while
//! a stream is open (one look a second), or an attempt or a closing is due.

use std::sync::mpsc::{Receiver, TryRecvError};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use super::feed::{Post, Timing};
use super::link::{Link, Stage};
use super::open::{Finder, Open};
use super::watch::{BackOff, Seen, Verdict, judge};
use crate::sound::score::Part;
use crate::sound::{Fault, SoundStatus};

/// What the player asks of its supervisor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Command {
    /// Sound is needed.
    Wake,
    /// It is not needed any more, unless somebody wakes it within a minute.
    Rest,
}

/// Tells whoever is interested how the sound is.
pub type Report = Box<dyn Fn(SoundStatus) + Send>;

/// What player and supervisor share; the callback has no part in it.
#[derive(Debug)]
pub(super) struct Desk(Mutex<Papers>);

#[derive(Debug)]
struct Papers {
    part: Option<Part>,
    /// Whether `part` has still to be sent: the ring was full, or there was no stream.
    unsent: bool,
    post: Option<Post>,
    status: SoundStatus,
}

impl Desk {
    pub(super) fn new() -> Self {
        Self(Mutex::new(Papers {
            part: None,
            unsent: false,
            post: None,
            status: SoundStatus::Asleep,
        }))
    }

    fn papers(&self) -> MutexGuard<'_, Papers> {
        // Nothing can be half-done in here: whoever panicked did so elsewhere.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Plays a part from now on, on this stream and on later ones.
    pub(super) fn load(&self, part: Part) {
        let mut papers = self.papers();
        papers.part = Some(part);
        papers.unsent = true;
        papers.deliver();
    }

    /// Lets what is playing ring out at a clock time.
    pub(super) fn end(&self, until: Duration) {
        let ended = self.papers().part.as_ref().map(|part| part.ending(until));
        if let Some(part) = ended {
            self.load(part);
        }
    }

    pub(super) fn status(&self) -> SoundStatus {
        self.papers().status.clone()
    }

    fn connect(&self, post: Option<Post>) {
        let mut papers = self.papers();
        papers.post = post;
        papers.unsent = papers.part.is_some();
        papers.deliver();
    }

    fn tidy(&self) {
        self.papers().deliver();
    }

    /// Notes a status; whether it is a new one.
    fn note(&self, status: &SoundStatus) -> bool {
        let mut papers = self.papers();
        let changed = papers.status != *status;
        papers.status.clone_from(status);
        changed
    }
}

impl Papers {
    fn deliver(&mut self) {
        let Some(post) = &mut self.post else { return };
        post.collect();
        if let Some(part) = self.part.clone().filter(|_| self.unsent) {
            self.unsent = post.send(part).is_err();
        }
    }
}

/// Whether sound is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wanted {
    No,
    Yes,
    Until(Instant),
}

enum State {
    Closed,
    Waiting { retry: Instant },
    Open(Box<Open>),
}

/// The state of the supervising thread.
pub(super) struct Supervisor {
    pub(super) link: Arc<Link>,
    pub(super) desk: Arc<Desk>,
    pub(super) commands: Receiver<Command>,
    pub(super) find: Finder,
    pub(super) report: Report,
    pub(super) timing: Timing,
    pub(super) origin: Instant,
    /// Outside a set the stream is closed after this.
    pub(super) linger: Duration,
}

impl Supervisor {
    /// Works until the player is gone.
    pub(super) fn run(mut self) {
        let mut state = State::Closed;
        let mut wanted = Wanted::No;
        let mut back_off = BackOff::new();
        while self.obey(&mut wanted) {
            let now = Instant::now();
            if matches!(wanted, Wanted::Until(end) if end <= now) {
                wanted = Wanted::No;
            }
            let deadline;
            (state, deadline) = match (wanted, state) {
                (Wanted::No, state) => (self.close(state), None),
                (_, State::Closed) => {
                    self.say(SoundStatus::Opening);
                    self.open(&mut back_off)
                }
                (_, State::Waiting { retry }) if retry <= now => self.open(&mut back_off),
                (_, State::Waiting { retry }) => (State::Waiting { retry }, Some(retry)),
                (_, State::Open(open)) => self.look(open, now, &mut back_off),
            };
            let closing = if let Wanted::Until(end) = wanted {
                Some(end)
            } else {
                None
            };
            match [deadline, closing].into_iter().flatten().min() {
                Some(deadline) => {
                    thread::park_timeout(deadline.saturating_duration_since(Instant::now()));
                }
                None => thread::park(),
            }
        }
        if let State::Open(open) = state {
            open.close();
        }
    }

    /// Takes what commands there are; false where there will be no more.
    fn obey(&self, wanted: &mut Wanted) -> bool {
        loop {
            match self.commands.try_recv() {
                Ok(Command::Wake) => *wanted = Wanted::Yes,
                Ok(Command::Rest) if *wanted == Wanted::Yes => {
                    *wanted = Wanted::Until(Instant::now() + self.linger);
                }
                Ok(Command::Rest) => {}
                Err(TryRecvError::Empty) => return true,
                Err(TryRecvError::Disconnected) => return false,
            }
        }
    }

    fn open(&mut self, back_off: &mut BackOff) -> (State, Option<Instant>) {
        let opened = Open::on(&mut self.find, &self.link, self.origin, self.timing);
        // The first block is to have its part already.
        let playing = opened.and_then(|(open, post)| {
            self.desk.connect(Some(post));
            match open.play() {
                Ok(()) => Ok(open),
                Err(fault) => {
                    open.close();
                    Err(fault)
                }
            }
        });
        match playing {
            Ok(open) => {
                if self.timing == Timing::Free {
                    self.say(SoundStatus::On(open.name.clone()));
                }
                (State::Open(Box::new(open)), Some(Instant::now()))
            }
            Err(fault) => {
                self.desk.connect(None);
                self.wait(fault, false, back_off)
            }
        }
    }

    fn look(
        &mut self,
        open: Box<Open>,
        now: Instant,
        back_off: &mut BackOff,
    ) -> (State, Option<Instant>) {
        let signs = &open.signs;
        let played = signs.stage() == Stage::Playing;
        if played {
            self.say(SoundStatus::On(open.name.clone()));
        }
        self.desk.tidy();
        let seen = Seen {
            opened: open.since,
            last_call: signs.last_call(),
            stage: signs.stage(),
            loss: signs.loss(),
            latency: signs.latency(),
        };
        match judge(&seen, now) {
            Verdict::Healthy(again) => (State::Open(open), Some(again)),
            Verdict::Absolved(again) => {
                signs.absolve();
                (State::Open(open), Some(again))
            }
            Verdict::Close(fault) => {
                self.desk.connect(None);
                open.close();
                self.wait(fault, played, back_off)
            }
        }
    }

    fn wait(&self, fault: Fault, played: bool, back_off: &mut BackOff) -> (State, Option<Instant>) {
        let retry = Instant::now() + back_off.after(&fault, played);
        let lost = SoundStatus::Off(Fault::Lost);
        let known = [lost, SoundStatus::Off(Fault::Stalled)].contains(&self.desk.status());
        // That there is still no card is no news to somebody who is told that it is lost.
        if !(known && matches!(fault, Fault::NoCard(_))) {
            self.say(SoundStatus::Off(fault));
        }
        (State::Waiting { retry }, Some(retry))
    }

    fn close(&self, state: State) -> State {
        if let State::Open(open) = state {
            self.desk.connect(None);
            open.close();
        }
        self.say(SoundStatus::Asleep);
        State::Closed
    }

    fn say(&self, status: SoundStatus) {
        if self.desk.note(&status) {
            (self.report)(status);
        }
    }
}
