//! The audio callback's body: fills blocks of frames, and keeps the stream and the clock together.
//!
//! It neither allocates, frees, locks, logs nor waits. What it plays arrives over one ring and goes back over another,
//! to be freed outside. It takes the time as arguments, so that tests run it without a card and without waiting.

use std::sync::Arc;
use std::time::{Duration, Instant};

use rodio::cpal::{FromSample, SizedSample};
use rtrb::{Consumer, Producer, RingBuffer};

use super::link::{Link, Signs, Stage};
use super::settle::{Pull, Settling};
use crate::sound::Mix;
use crate::sound::rate::Rate;
use crate::sound::score::{Part, Score};
use crate::sound::voice::narrowed;

/// More than this apart, sound and clock cannot be slewed together: the sound jumps to where the clock is.
const APART: Duration = Duration::from_millis(30);
/// So many blocks in a row must agree on that: a late callback alone is no reason.
const ASTRAY: u32 = 3;
/// Where what is heard changes at once, old and new overlap for this long.
const CROSS_FADE: Duration = Duration::from_millis(5);
/// A change of volume over the whole range takes this long.
const VOLUME_GLIDE: Duration = Duration::from_millis(20);
/// Added to the frontier for the time between asking for it and a message's arrival.
const MARGIN: Duration = Duration::from_millis(5);
/// The most that is rendered at a time.
const SCRATCH: usize = 4_096;
/// Parts on their way to the callback; they come at the pace of key presses.
const MESSAGES: usize = 32;

/// Whether the stream keeps to the clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Timing {
    /// It joins the clock, corrects it, and is refused where it cannot keep time or is later than this.
    Kept { latest: Duration },
    /// It starts at frame 0 and goes as fast as it is asked: a test writes hours to a file in a minute.
    Free,
}

/// The other ends of the rings, for whoever sends parts and frees them.
#[derive(Debug)]
pub(super) struct Post {
    send: Producer<Part>,
    returned: Consumer<Part>,
}

impl Post {
    /// Sends a part, or gives it back where the callback has not fetched the ones before.
    pub(super) fn send(&mut self, part: Part) -> Result<(), Part> {
        self.collect();
        self.send.push(part).map_err(|full| match full {
            rtrb::PushError::Full(part) => part,
        })
    }

    /// Frees what the callback is done with.
    pub(super) fn collect(&mut self) {
        while self.returned.pop().is_ok() {}
    }
}

/// Where the stream stands.
#[derive(Debug)]
enum Course {
    Settling(Settling),
    /// The clock frame that the next block begins with.
    Playing {
        next: i64,
        astray: u32,
    },
    Refused,
}

/// Fills the blocks of one stream.
#[derive(Debug)]
pub(super) struct Feed {
    link: Arc<Link>,
    signs: Arc<Signs>,
    score: Score,
    channels: usize,
    timing: Timing,
    inbox: Consumer<Part>,
    outbox: Producer<Part>,
    part: Option<Part>,
    /// What was played until this block, kept until the two have overlapped.
    former: Option<Part>,
    course: Course,
    pull: Pull,
    amplitude: f32,
    scratch: Box<[f32]>,
    overlap: Box<[f32]>,
}

impl Feed {
    pub(super) fn new(
        link: &Arc<Link>,
        signs: &Arc<Signs>,
        rate: Rate,
        channels: u16,
        timing: Timing,
    ) -> (Self, Post) {
        let (send, inbox) = RingBuffer::new(MESSAGES);
        // One more: the part that is being played may come back as well.
        let (outbox, returned) = RingBuffer::new(MESSAGES + 1);
        let course = match timing {
            Timing::Kept { .. } => Course::Settling(Settling::new()),
            Timing::Free => Course::Playing { next: 0, astray: 0 },
        };
        let feed = Self {
            score: Score::new(rate, link.mix()),
            amplitude: link.amplitude(),
            link: Arc::clone(link),
            signs: Arc::clone(signs),
            channels: usize::from(channels).max(1),
            timing,
            inbox,
            outbox,
            part: None,
            former: None,
            course,
            pull: Pull::new(rate),
            scratch: vec![0.0; SCRATCH].into(),
            overlap: vec![0.0; rate.frames_in(CROSS_FADE).min(SCRATCH)].into(),
        };
        (feed, Post { send, returned })
    }

    /// Fills `out`, interleaved, at the instant `now`; its first frame will be heard at the instant `audible`.
    pub(super) fn fill<T: SizedSample + FromSample<f32>>(
        &mut self,
        now: Instant,
        audible: Instant,
        out: &mut [T],
    ) {
        if self.signs.is_retired() {
            out.fill(T::EQUILIBRIUM);
            return;
        }
        self.signs.called(now);
        let frames = i64::try_from(out.len() / self.channels).unwrap_or(i64::MAX);
        let before = self.place();
        self.steer(now, audible, frames);
        self.receive();
        let mix = self.score.mix();
        let Some(next) = self.place() else {
            out.fill(T::EQUILIBRIUM);
            self.let_go();
            return;
        };
        let seam = before.is_some_and(|before| before != next)
            || self.former.is_some()
            || mix != self.link.mix();
        let lap = if seam {
            self.keep_old(before.unwrap_or(next), mix)
        } else {
            0
        };
        self.render(next, lap, out);
        self.let_go();
        self.advance(next, frames);
    }

    fn place(&self) -> Option<i64> {
        match self.course {
            Course::Playing { next, .. } => Some(next),
            Course::Settling(_) | Course::Refused => None,
        }
    }

    /// Compares the stream with the clock: joins it, corrects it, or jumps to it.
    fn steer(&mut self, now: Instant, audible: Instant, frames: i64) {
        let Timing::Kept { latest } = self.timing else {
            return;
        };
        if self.pull.is_untimed(now, frames) {
            return self.refuse(Stage::Untimed, Duration::ZERO);
        }
        let clock = self.link.clock.at(audible);
        let rate = self.score.rate();
        match &mut self.course {
            Course::Settling(settling) => {
                if settling.is_settled(now, clock, rate.time_of(self.pull.taken())) {
                    let latency = audible.saturating_duration_since(now);
                    if latency > latest {
                        return self.refuse(Stage::Late, latency);
                    }
                    self.course = Course::Playing {
                        next: rate.frame_at(clock),
                        astray: 0,
                    };
                    self.signs.reach(Stage::Playing, latency);
                }
            }
            Course::Playing { next, astray } => {
                let heard = rate.time_of(*next);
                if heard.abs_diff(clock) <= APART {
                    *astray = 0;
                    self.link.clock.report(now, heard, audible);
                } else if *astray + 1 < ASTRAY {
                    *astray += 1;
                } else {
                    (*next, *astray) = (rate.frame_at(clock), 0);
                    self.link
                        .rejoins
                        .fetch_add(1, std::sync::atomic::Ordering::Relaxed);
                }
            }
            Course::Refused => {}
        }
        self.pull.add(frames);
    }

    fn refuse(&mut self, stage: Stage, latency: Duration) {
        if !matches!(self.course, Course::Refused) {
            self.course = Course::Refused;
            self.signs.reach(stage, latency);
        }
    }

    /// Takes the newest part; older ones go back at once, the one that was playing at the end of the block.
    fn receive(&mut self) {
        // A slot for each part that is in here, so that none has to be freed here.
        while self.outbox.slots() > 1 {
            let Ok(new) = self.inbox.pop() else { return };
            let old = self.part.replace(new);
            if self.former.is_none() {
                // Silence before the first part is a former state too: nothing to overlap with, and nothing to keep.
                self.former = old;
            } else if let Some(old) = old {
                self.give_back(old);
            }
        }
    }

    fn let_go(&mut self) {
        if let Some(former) = self.former.take() {
            self.give_back(former);
        }
    }

    fn give_back(&mut self, part: Part) {
        if let Err(rtrb::PushError::Full(part)) = self.outbox.push(part) {
            // Cannot be: `receive` leaves room. If it were, a leak is better than a free in here.
            std::mem::forget(part);
        }
    }

    /// Renders what would have been heard next into the overlap. Returns how much of it there is.
    fn keep_old(&mut self, next: i64, mix: Mix) -> usize {
        self.score.set_mix(mix);
        match self.former.as_ref().or(self.part.as_ref()) {
            Some(part) => self.score.render(part, next, &mut self.overlap),
            None => self.overlap.fill(0.0),
        }
        self.score.set_mix(self.link.mix());
        self.overlap.len()
    }

    fn render<T: SizedSample + FromSample<f32>>(&mut self, next: i64, lap: usize, out: &mut [T]) {
        let target = self.link.amplitude();
        let step = self.volume_step();
        let mut first = next;
        let mut lap = self.overlap.get(..lap).unwrap_or_default();
        for block in out.chunks_mut(SCRATCH * self.channels) {
            let frames = block.len() / self.channels;
            let Some(mono) = self.scratch.get_mut(..frames) else {
                return;
            };
            match &self.part {
                Some(part) => self.score.render(part, first, mono),
                None => mono.fill(0.0),
            }
            cross_fade(std::mem::take(&mut lap), mono);
            for (frame, sample) in block.chunks_exact_mut(self.channels).zip(mono) {
                self.amplitude += (target - self.amplitude).clamp(-step, step);
                frame.fill(T::from_sample(*sample * self.amplitude));
            }
            first = first.saturating_add(i64::try_from(frames).unwrap_or(0));
        }
    }

    fn volume_step(&self) -> f32 {
        let frames = VOLUME_GLIDE.as_secs_f64() * f64::from(self.score.rate().hertz());
        narrowed(1.0 / frames)
    }

    /// Publishes how far is rendered, and that one more block may be before an edit arrives.
    fn advance(&mut self, from: i64, frames: i64) {
        let rate = self.score.rate();
        let to = from.saturating_add(frames);
        if let Course::Playing { next, .. } = &mut self.course {
            *next = to;
        }
        self.link
            .advance_frontier(rate.time_of(to.saturating_add(frames)) + MARGIN);
    }
}

/// Leads from the old sound to the new one at the head of a block. Where they are equal nothing is touched, so that an
/// edit of what is far ahead leaves every bit as it was.
fn cross_fade(old: &[f32], new: &mut [f32]) {
    let frames = old.len().min(new.len());
    let (Some(old), Some(new)) = (old.get(..frames), new.get_mut(..frames)) else {
        return;
    };
    if old == new {
        return;
    }
    let whole = f32::from(u16::try_from(frames).unwrap_or(u16::MAX));
    for ((index, new), old) in (0u16..).zip(new).zip(old) {
        let share = (f32::from(index) + 0.5) / whole;
        *new = *old + (*new - *old) * share;
    }
}

#[cfg(test)]
mod tests;
