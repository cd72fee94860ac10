//! From a timeline to samples: the one renderer, for the sound card and for files alike.
//!
//! It is stateless: what sounds at a frame depends on the timeline and the frame alone, so a block may begin anywhere
//! and have any size, and the result is the same bit for bit. It allocates nothing and computes no transcendental
//! function, so the audio callback can run it.
//!
//! The onset of a cue is the frame nearest to its time; its first sample is not zero. Of cues that fall together the
//! weightiest sounds: end, accent, count, phase, tick. What sounds while something is said is half as loud, by a fixed
//! gain, so that words are understood and overlaps never clip.

mod layers;

use std::ops::Range;
use std::sync::Arc;
use std::time::Duration;

use super::Decibels;
use super::glide::Glide;
use super::mix::{Layer, Mix};
use super::rate::Rate;
use super::speech::Speech;
use super::voice::{Sound, Voice};
use crate::training::call::{Call, CallKind, Notice};
use crate::training::cue::{Cue, CueKind};
use crate::training::timeline::Timeline;
use crate::training::transport::{COUNT_IN, Run, Span, Transport};
use crate::training::word::Word;

/// What sounds while something is said is multiplied by this (−6 dB).
const DUCKED: f32 = 0.5;

/// A transport made ready to be rendered: what takes long to find out about it is known.
#[derive(Debug, Clone)]
pub struct Part {
    transport: Arc<Transport>,
    limit: Duration,
    /// Clock time from which on nothing new sounds.
    until: Duration,
}

impl Part {
    /// Prepares a transport, outside the audio callback.
    pub fn new(transport: Arc<Transport>) -> Self {
        let limit = transport.limit();
        Self {
            transport,
            limit,
            until: Duration::MAX,
        }
    }

    /// The same, but nothing begins to sound at or after the clock time `until`; what has begun rings out.
    #[must_use]
    pub fn ending(&self, until: Duration) -> Self {
        Self {
            transport: Arc::clone(&self.transport),
            until: self.until.min(until),
            ..*self
        }
    }
}

/// Renders timelines and transports at one sample rate.
#[derive(Debug, Clone)]
pub struct Score {
    rate: Rate,
    mix: Mix,
    /// What the samples of each layer are multiplied by, in the order of [`Layer::ALL`]; `None` where it is off.
    gains: [Option<f32>; Layer::ALL.len()],
    /// The amplitude of each volume, from full downwards: the audio callback chooses among them.
    amplitudes: Box<[f32]>,
    voice: Voice,
    glide: Glide,
    speech: Arc<Speech>,
}

/// A run of timeline frames that is played without a break.
struct Stretch<'a> {
    timeline: &'a Timeline,
    /// The frames that are played. An end that falls on a boundary belongs to the stretch before it, everything else
    /// to the one after it: at a closed gate the set is over, and what comes next has not begun.
    played: Range<i64>,
}

impl Score {
    /// Makes the sounds of one rate; some milliseconds of work, and some tens for the first score of a rate.
    pub fn new(rate: Rate, mix: impl Into<Mix>) -> Self {
        let mix = mix.into();
        let volumes = (Decibels::SOFTEST.get()..=Decibels::FULL.get()).rev();
        let amplitudes: Box<[f32]> = volumes.map(|db| Decibels::new(db).amplitude()).collect();
        Self {
            rate,
            mix,
            gains: gains(mix, &amplitudes),
            amplitudes,
            voice: Voice::new(rate),
            glide: Glide::new(rate),
            speech: Speech::of(rate),
        }
    }

    /// The rate at which it renders.
    pub const fn rate(&self) -> Rate {
        self.rate
    }

    /// Which layers are heard, and how loud.
    pub const fn mix(&self) -> Mix {
        self.mix
    }

    /// Chooses which layers are heard, and how loud.
    pub fn set_mix(&mut self, mix: Mix) {
        self.mix = mix;
        self.gains = gains(mix, &self.amplitudes);
    }

    /// How long the last sound can ring on behind the end of a timeline.
    pub fn tail(&self) -> Duration {
        self.rate.time_of(self.reach())
    }

    /// How many frames one has to look back for what still sounds.
    fn reach(&self) -> i64 {
        self.voice.longest().max(self.speech.longest())
    }

    /// Fills `out` with a timeline played straight through, from the timeline's frame `first` on.
    pub fn render_timeline(&self, timeline: &Timeline, first: i64, out: &mut [f32]) {
        out.fill(0.0);
        self.play(
            &Stretch {
                timeline,
                played: 0..i64::MAX,
            },
            first,
            out,
        );
    }

    /// Fills `out` with what a session plays, from the clock's frame `first` on: silence where it is held or waits,
    /// three beats in a count-in, and everywhere the ends of sounds that began before.
    pub fn render(&self, part: &Part, first: i64, out: &mut [f32]) {
        out.fill(0.0);
        let spans = part.transport.spans();
        let reach = self.rate.time_of(first.saturating_sub(self.reach() + 1));
        let oldest = spans
            .partition_point(|span| span.clock_from <= reach)
            .saturating_sub(1);
        let last = first.saturating_add(frames(out));
        for (index, span) in spans.iter().enumerate().skip(oldest) {
            if span.clock_from >= part.until || self.rate.frame_at(span.clock_from) >= last {
                break;
            }
            let next = spans.get(index + 1);
            match span.run {
                Run::Running => self.running(part, span, next, first, out),
                Run::CountIn => self.count_in(part, span, next, first, out),
                Run::Held => {}
            }
        }
    }

    fn running(&self, part: &Part, span: &Span, next: Option<&Span>, first: i64, out: &mut [f32]) {
        let begins = self.rate.frame_at(span.position_from);
        let moved = part.until.saturating_sub(span.clock_from);
        let ends = span.position_from.saturating_add(moved).min(part.limit);
        let ends = next.map_or(ends, |next| next.position_from.min(ends));
        let stretch = Stretch {
            timeline: part.transport.timeline(),
            played: begins..self.rate.frame_at(ends).max(begins),
        };
        let shift = begins - self.rate.frame_at(span.clock_from);
        // Nothing sounds before the span begins: earlier frames of the timeline belong to earlier spans.
        self.play(&stretch, first.saturating_add(shift), out);
    }

    fn count_in(&self, part: &Part, span: &Span, next: Option<&Span>, first: i64, out: &mut [f32]) {
        let notices = part.transport.timeline().calling().notices;
        if !notices.has(Notice::ThreeTwoOne) {
            return;
        }
        let end = next.map_or(span.clock_from + COUNT_IN, |next| next.clock_from);
        let end = end.min(part.until);
        let cut = self.rate.frame_at(end);
        let spoken = self.gain(Layer::Voice);
        for (at, left) in (0..3).map(|beat| (span.clock_from + Duration::from_secs(beat), 3 - beat))
        {
            if at >= end {
                return;
            }
            let onset = self.rate.frame_at(at);
            if let Some(ticks) = self.gain(Layer::Ticks) {
                let gain = if spoken.is_some() {
                    ticks * DUCKED
                } else {
                    ticks
                };
                self.strike(Sound::Count, onset, gain, first, out);
            }
            let word = u32::try_from(left).ok().and_then(Word::number);
            if let (Some(gain), Some(word)) = (spoken, word) {
                self.say(word, onset..cut, gain, first, out);
            }
        }
    }

    fn play(&self, stretch: &Stretch<'_>, first: i64, out: &mut [f32]) {
        let window = first..first.saturating_add(frames(out));
        self.guide(stretch, &window, out);
        self.strikes(stretch, &window, out);
        self.words(stretch, &window, out);
    }

    /// What a layer's samples are multiplied by; `None` where it is off.
    fn gain(&self, layer: Layer) -> Option<f32> {
        let [ticks, accents, guide, voice] = self.gains;
        match layer {
            Layer::Ticks => ticks,
            Layer::Accents => accents,
            Layer::Guide => guide,
            Layer::Voice => voice,
        }
    }

    /// The times of a range of frames, a frame wider at both ends: whoever uses it looks at the frames again.
    fn times(&self, frames: Range<i64>) -> Range<Duration> {
        self.rate.time_of(frames.start.saturating_sub(1))
            ..self.rate.time_of(frames.end.saturating_add(1))
    }
}

impl Stretch<'_> {
    fn has(&self, cue: &Cue, onset: i64) -> bool {
        self.holds(onset, cue.kind == CueKind::End)
    }

    fn says(&self, call: &Call, onset: i64) -> bool {
        self.holds(onset, call.kind == CallKind::Done)
    }

    /// Whether something that begins here is heard; what marks an end belongs to what is over.
    fn holds(&self, onset: i64, is_end: bool) -> bool {
        if is_end {
            self.played.start < onset && onset <= self.played.end
        } else {
            self.played.contains(&onset)
        }
    }
}

fn gains(mix: Mix, amplitudes: &[f32]) -> [Option<f32>; Layer::ALL.len()] {
    let amplitude = |level: Decibels| amplitudes.get(usize::from(level.get().unsigned_abs()));
    Layer::ALL.map(|layer| mix.level(layer).and_then(amplitude).copied())
}

fn frames(out: &[f32]) -> i64 {
    i64::try_from(out.len()).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests;
