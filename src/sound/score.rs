//! From a timeline to samples: the one renderer, for the sound card and for files alike.
//!
//! It is stateless: what sounds at a frame depends on the timeline and the frame alone, so a block may begin anywhere
//! and have any size, and the result is the same bit for bit. It allocates nothing and computes no transcendental
//! function, so the audio callback can run it.
//!
//! The onset of a cue is the frame nearest to its time; its first sample is not zero. Of cues that fall together the
//! weightiest sounds: end, accent, count, phase, tick.

use std::ops::Range;
use std::sync::Arc;
use std::time::Duration;

use super::CueSet;
use super::glide::{Course, Glide, Passage};
use super::rate::Rate;
use super::voice::{Sound, Voice};
use crate::training::cue::{Cue, CueKind, Say};
use crate::training::timeline::{Handle, Segment, Timeline};
use crate::training::transport::{COUNT_IN, Run, Span, Transport};

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
    cues: CueSet,
    voice: Voice,
    glide: Glide,
}

/// A run of timeline frames that is played without a break.
struct Stretch<'a> {
    timeline: &'a Timeline,
    /// The frames that are played. An end that falls on a boundary belongs to the stretch before it, everything else
    /// to the one after it: at a closed gate the set is over, and what comes next has not begun.
    played: Range<i64>,
}

impl Score {
    /// Makes the sounds of one rate; some milliseconds of work.
    pub fn new(rate: Rate, cues: CueSet) -> Self {
        Self {
            rate,
            cues,
            voice: Voice::new(rate),
            glide: Glide::new(rate),
        }
    }

    /// The rate at which it renders.
    pub const fn rate(&self) -> Rate {
        self.rate
    }

    /// Which cues sound.
    pub const fn cue_set(&self) -> CueSet {
        self.cues
    }

    /// Chooses which cues sound.
    pub const fn set_cue_set(&mut self, cues: CueSet) {
        self.cues = cues;
    }

    /// How long the last sound can ring on behind the end of a timeline.
    pub fn tail(&self) -> Duration {
        self.rate.time_of(self.voice.longest())
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
        let reach = self
            .rate
            .time_of(first.saturating_sub(self.voice.longest() + 1));
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
        let end = next.map_or(span.clock_from + COUNT_IN, |next| next.clock_from);
        let end = end.min(part.until);
        let beats = (0..3).map(|beat| span.clock_from + Duration::from_secs(beat));
        for at in beats.take_while(|at| *at < end) {
            self.mix(Sound::Count, self.rate.frame_at(at), first, out);
        }
    }

    fn play(&self, stretch: &Stretch<'_>, first: i64, out: &mut [f32]) {
        let window = first..first.saturating_add(frames(out));
        if self.cues == CueSet::Guide {
            self.guide(stretch, &window, out);
        }
        let onsets = self.times(window.start.saturating_sub(self.voice.longest())..window.end);
        for moment in stretch
            .timeline
            .cues_between(onsets)
            .chunk_by(|a, b| a.at == b.at)
        {
            let Some(cue) = moment.first() else { continue };
            let onset = self.rate.frame_at(cue.at);
            let heard = moment.iter().filter(|cue| stretch.has(cue, onset));
            if let Some(sound) = heard.map(sound_of).max_by_key(|sound| weight(*sound)) {
                self.mix(sound, onset, first, out);
            }
        }
    }

    fn guide(&self, stretch: &Stretch<'_>, window: &Range<i64>, out: &mut [f32]) {
        let times = self.times(window.start.saturating_sub(self.glide.release())..window.end);
        let segments = stretch.timeline.segments();
        let oldest = segments.partition_point(|segment| segment.end <= times.start);
        let due = segments.get(oldest..).unwrap_or_default();
        for segment in due.iter().take_while(|segment| segment.start < times.end) {
            let start = self.rate.frame_at(segment.start);
            if let Some(passage) = self.passage(segment, start, &stretch.played) {
                self.glide.add(&passage, window.start - start, out);
            }
        }
    }

    fn passage(&self, segment: &Segment, start: i64, played: &Range<i64>) -> Option<Passage> {
        let course = match segment.handle {
            Handle::Falls => Course::Falling,
            Handle::Rises => Course::Rising,
            Handle::High => Course::High,
            Handle::Low => Course::Low,
            Handle::Idle => return None,
        };
        let heard = played.start.max(start) - start
            ..played.end.min(self.rate.frame_at(segment.end)) - start;
        let length = self.rate.frame_at(segment.planned_end) - start;
        (heard.start < heard.end).then_some(Passage {
            course,
            length,
            heard,
        })
    }

    /// The times of a range of frames, a frame wider at both ends: whoever uses it looks at the frames again.
    fn times(&self, frames: Range<i64>) -> Range<Duration> {
        self.rate.time_of(frames.start.saturating_sub(1))
            ..self.rate.time_of(frames.end.saturating_add(1))
    }

    /// Adds the part of a sound that falls into `out`.
    fn mix(&self, sound: Sound, onset: i64, first: i64, out: &mut [f32]) {
        let samples = self.voice.samples(sound);
        let late = usize::try_from(onset.saturating_sub(first)).unwrap_or(0);
        let begun = usize::try_from(first.saturating_sub(onset)).unwrap_or(0);
        let (Some(out), Some(samples)) = (out.get_mut(late..), samples.get(begun..)) else {
            return;
        };
        for (sum, sample) in out.iter_mut().zip(samples) {
            *sum += sample;
        }
    }
}

impl Stretch<'_> {
    fn has(&self, cue: &Cue, onset: i64) -> bool {
        match cue.kind {
            CueKind::End => self.played.start < onset && onset <= self.played.end,
            _ => self.played.contains(&onset),
        }
    }
}

fn sound_of(cue: &Cue) -> Sound {
    match (cue.kind, cue.say) {
        (CueKind::End, _) => Sound::End,
        (CueKind::Accent, _) => Sound::Accent,
        (CueKind::Count, Say::ThirtySeconds | Say::TenSeconds) => Sound::Notice,
        (CueKind::Count, _) => Sound::Count,
        (CueKind::Phase, _) => Sound::Ping,
        (CueKind::Tick, _) => Sound::Tick,
    }
}

fn weight(sound: Sound) -> u8 {
    match sound {
        Sound::Tick => 0,
        Sound::Ping => 1,
        Sound::Notice => 2,
        Sound::Count => 3,
        Sound::Accent => 4,
        Sound::End => 5,
    }
}

fn frames(out: &[f32]) -> i64 {
    i64::try_from(out.len()).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests;
