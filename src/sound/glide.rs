//! The guide's tone: it falls while the handle goes down, rises while it goes up, and is quietly there in pauses.
//!
//! Its sample is a function of the frame within its segment and of nothing else, so it can be asked for from any
//! point. The phase of a linear chirp is a polynomial; in whole 2⁻⁶⁴ turns, where overflow drops whole turns, adding
//! up its differences gives exactly the polynomial, and no sample costs more than a few additions and look-ups.

use std::f64::consts::TAU;
use std::ops::Range;
use std::time::Duration;

use super::rate::Rate;
use super::voice::narrowed;

/// No sample of the tone is larger than this.
pub const PEAK: f32 = 0.1;

/// Pitches at the ends of the movement, an octave apart from C5 on: small speakers are strong there. Pauses hold them.
const LOW_HERTZ: f64 = 523.25;
const HIGH_HERTZ: f64 = 1_046.5;
/// Harmonics carry the tone where a speaker cannot (−18 dB).
const HARMONIC: f64 = 0.125_9;
/// A gentle throb keeps a long tone noticeable without being loud.
const THROB_HERTZ: f64 = 6.0;
const THROB_DEPTH: f32 = 0.3;
/// Pauses are softer than movement.
const STEADY: f32 = 0.45;
const FADE: Duration = Duration::from_millis(8);

const TABLE_BITS: u32 = 11;

/// How the tone is coloured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Timbre {
    /// Nearly a sine.
    Soft,
    /// With strong harmonics, for what is done as fast as possible.
    Bright,
}

/// What the tone does in a segment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Course {
    /// The handle goes down.
    Falling,
    /// The handle goes up.
    Rising,
    /// The handle rests at the top.
    High,
    /// The handle rests at the bottom.
    Low,
}

impl Course {
    /// The pitch at the two ends of the segment, and how loud the tone is.
    fn shape(self) -> (f64, f64, f32) {
        match self {
            Self::Falling => (HIGH_HERTZ, LOW_HERTZ, 1.0),
            Self::Rising => (LOW_HERTZ, HIGH_HERTZ, 1.0),
            Self::High => (HIGH_HERTZ, HIGH_HERTZ, STEADY),
            Self::Low => (LOW_HERTZ, LOW_HERTZ, STEADY),
        }
    }
}

/// The tone of one sample rate.
#[derive(Debug, Clone)]
pub struct Glide {
    rate: Rate,
    soft: Wave,
    bright: Wave,
    throb: Wave,
    /// Rises from nearly nothing to nearly one; run backwards at the end.
    fade: Box<[f32]>,
}

impl Glide {
    /// Prepares the tables.
    pub fn new(rate: Rate) -> Self {
        let soft =
            |turn: f64| (turn.sin() + HARMONIC * ((2.0 * turn).sin() + (3.0 * turn).sin())) / 1.2;
        let bright = |turn: f64| {
            let harmonics = [1.0, 0.7, 0.5, 0.35].into_iter().zip(1u8..);
            let sum: f64 = harmonics
                .map(|(level, number)| level * (f64::from(number) * turn).sin())
                .sum();
            sum / 2.0
        };
        let frames = u32::try_from(rate.frames_in(FADE)).unwrap_or(1).max(1);
        let raised = |frame: u32| {
            narrowed(0.5 - 0.5 * (TAU / 2.0 * (f64::from(frame) + 0.5) / f64::from(frames)).cos())
        };
        Self {
            rate,
            soft: Wave::new(soft),
            bright: Wave::new(bright),
            throb: Wave::new(f64::cos),
            fade: (0..frames).map(raised).collect(),
        }
    }

    /// How many frames a tone takes to end where it is cut off.
    pub fn release(&self) -> i64 {
        i64::try_from(self.fade.len()).unwrap_or(0)
    }

    /// How loud what is cut off still is, so many frames behind the cut.
    pub(super) fn fading(&self, frame: i64) -> f32 {
        self.ramp(self.release() - 1 - frame)
    }

    /// Adds a passage's tone to `out`, whose first sample is the frame `from` of the passage's segment, at `gain` times
    /// its level.
    pub fn add(&self, passage: &Passage, from: i64, gain: f32, out: &mut [f32]) {
        let fade = self.release();
        let wave = match passage.timbre {
            Timbre::Soft => &self.soft,
            Timbre::Bright => &self.bright,
        };
        let chirp = Chirp::new(passage.course, passage.length, gain, self.rate);
        let all = passage.sounding(fade);
        let begins = if passage.heard.start > 0 {
            passage.heard.start
        } else {
            0
        } + fade;
        let ends = if passage.is_cut() {
            passage.heard.end
        } else {
            passage.length - fade
        };
        let (begins, ends) = (begins.min(all.end), ends.max(begins).min(all.end));
        let parts = [
            (all.start..begins, Loudness::Edge),
            (begins..ends, Loudness::Full),
            (ends..all.end, Loudness::Edge),
        ];
        for (part, loudness) in parts {
            if let Some((first, piece)) = overlap(&part, from, out) {
                match loudness {
                    Loudness::Full => self.run(wave, chirp, first, piece, |_| 1.0),
                    Loudness::Edge => {
                        self.run(wave, chirp, first, piece, |frame| self.edge(passage, frame));
                    }
                }
            }
        }
    }

    fn run(
        &self,
        wave: &Wave,
        chirp: Chirp,
        first: i64,
        out: &mut [f32],
        gain: impl Fn(i64) -> f32,
    ) {
        let (mut phase, mut step) = chirp.at(first);
        let mut throb = chirp.throb.wrapping_mul(first.cast_unsigned());
        for (frame, sample) in (first..).zip(out) {
            let swell = 1.0 - THROB_DEPTH / 2.0 + THROB_DEPTH / 2.0 * self.throb.at(throb);
            *sample += chirp.level * gain(frame) * swell * wave.at(phase);
            phase = phase.wrapping_add(step);
            step = step.wrapping_add(chirp.bend);
            throb = throb.wrapping_add(chirp.throb);
        }
    }

    /// How loud the tone is near its edges: those of the segment, and those that a cut or a pause made.
    fn edge(&self, passage: &Passage, frame: i64) -> f32 {
        let mut gain = self.ramp(frame) * self.ramp(passage.length - 1 - frame);
        if passage.heard.start > 0 {
            gain *= self.ramp(frame - passage.heard.start);
        }
        if passage.is_cut() {
            gain *= self.ramp(passage.heard.end + self.release() - 1 - frame);
        }
        gain
    }

    fn ramp(&self, frame: i64) -> f32 {
        usize::try_from(frame).map_or(0.0, |frame| self.fade.get(frame).copied().unwrap_or(1.0))
    }
}

/// The part of a segment that is played: all of it, unless a pause or an edit came between.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// What the tone does.
    pub course: Course,
    /// How it is coloured.
    pub timbre: Timbre,
    /// Length in frames of the whole segment as it was planned: the pitch runs towards its end.
    pub length: i64,
    /// The frames of the segment that are played. Where they begin late the tone fades in from there on; where they
    /// end early it fades out behind their end, because what is before it may have been heard already.
    pub heard: Range<i64>,
}

impl Passage {
    fn is_cut(&self) -> bool {
        self.heard.end < self.length
    }

    fn sounding(&self, release: i64) -> Range<i64> {
        let end = if self.is_cut() {
            (self.heard.end + release).min(self.length)
        } else {
            self.length
        };
        self.heard.start.max(0)..end
    }
}

#[derive(Debug, Clone, Copy)]
enum Loudness {
    Edge,
    Full,
}

/// The piece of `out`, which begins at frame `from`, that lies in `part`, and the frame that it begins with.
fn overlap<'a>(part: &Range<i64>, from: i64, out: &'a mut [f32]) -> Option<(i64, &'a mut [f32])> {
    let first = part.start.max(from);
    let skip = usize::try_from(first - from).ok()?;
    let count = usize::try_from(part.end - first).ok()?;
    let rest = out.get_mut(skip..)?;
    let count = count.min(rest.len());
    let piece = rest.get_mut(..count).filter(|piece| !piece.is_empty())?;
    Some((first, piece))
}

/// A phase that is a polynomial of the frame, in 2⁻⁶⁴ turns: `bend/2·n² + (start + bend/2)·n`.
#[derive(Debug, Clone, Copy)]
struct Chirp {
    start: u64,
    bend: u64,
    throb: u64,
    level: f32,
}

impl Chirp {
    fn new(course: Course, length: i64, gain: f32, rate: Rate) -> Self {
        let (from, to, level) = course.shape();
        let rate = f64::from(rate.hertz());
        let frames = f64::from(u32::try_from(length).unwrap_or(u32::MAX).max(1));
        Self {
            start: turns(from / rate),
            bend: turns((to - from) / rate / frames),
            throb: turns(THROB_HERTZ / rate),
            level: level * gain * PEAK,
        }
    }

    /// The phase at `frame`, and by how much the next frame's is ahead.
    fn at(self, frame: i64) -> (u64, u64) {
        let n = frame.max(0).cast_unsigned();
        // n·(n−1)/2 in whole numbers: one of the two is even.
        let pairs = if n.is_multiple_of(2) {
            (n / 2).wrapping_mul(n.wrapping_sub(1))
        } else {
            n.wrapping_mul((n - 1) / 2)
        };
        let phase = self
            .start
            .wrapping_mul(n)
            .wrapping_add(self.bend.wrapping_mul(pairs));
        (phase, self.start.wrapping_add(self.bend.wrapping_mul(n)))
    }
}

/// A part of a turn, less than a half, in 2⁻⁶⁴ turns; negative ones wrap.
#[expect(
    clippy::cast_possible_truncation,
    reason = "what is below 2⁻⁶⁴ of a turn is not heard"
)]
fn turns(part: f64) -> u64 {
    ((part * 2f64.powi(64)) as i64).cast_unsigned()
}

/// One turn of a periodic function, sampled, with the way to the next sample beside each.
#[derive(Debug, Clone)]
struct Wave(Box<[(f32, f32)]>);

impl Wave {
    fn new(function: impl Fn(f64) -> f64) -> Self {
        let at = |index: u32| function(TAU * f64::from(index) / f64::from(1u32 << TABLE_BITS));
        Self(
            (0..1 << TABLE_BITS)
                .map(|index| (narrowed(at(index)), narrowed(at(index + 1) - at(index))))
                .collect(),
        )
    }

    #[expect(
        clippy::cast_precision_loss,
        reason = "the fraction has 24 bits, which are exact"
    )]
    fn at(&self, phase: u64) -> f32 {
        const FRACTION: u64 = 1 << 24;
        let index = (phase >> (u64::BITS - TABLE_BITS)) as usize;
        let fraction =
            ((phase >> (u64::BITS - TABLE_BITS - 24)) % FRACTION) as f32 / FRACTION as f32;
        self.0
            .get(index)
            .map_or(0.0, |(value, way)| value + way * fraction)
    }
}

#[cfg(test)]
mod tests;
