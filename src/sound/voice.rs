//! What the cues sound like: pure synthesis into tables, once per sample rate.
//!
//! Frequencies and shapes follow what is heard in a gym and carried by a laptop: short, complex, most of the energy
//! between 0.5 and 4 kHz, pitches far apart. Every sound begins at its first sample, under a fade-in of 0.4 ms, and
//! ends in silence. The levels are fixed so that nothing has to be limited: sounds that begin 100 ms apart or more,
//! with the guide's tone beneath them, never reach full scale (0.99 at worst; a test adds them up).

use std::f64::consts::TAU;
use std::time::Duration;

use super::rate::Rate;

/// One of the sounds that mark a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Sound {
    /// A whole second within a phase: wood.
    Tick,
    /// The handle begins to move: brighter wood.
    Accent,
    /// A pause begins: a soft bell.
    Ping,
    /// Three, two, one.
    Count,
    /// So much rest is left: two soft notes, rising.
    Notice,
    /// The set is done: three notes, rising.
    End,
    /// The handle is about to go up: two quick soft notes, rising.
    UpbeatRising,
    /// The handle is about to go down: the same, falling.
    UpbeatFalling,
    /// A pause is near: the same note twice.
    UpbeatLevel,
}

impl Sound {
    /// Every sound, in the order of its table.
    pub const ALL: [Self; 9] = [
        Self::Tick,
        Self::Accent,
        Self::Ping,
        Self::Count,
        Self::Notice,
        Self::End,
        Self::UpbeatRising,
        Self::UpbeatFalling,
        Self::UpbeatLevel,
    ];

    fn recipe(self) -> Recipe {
        let upbeat = |first: f64, second: f64| {
            let notes = [(first, 0), (second, 90)];
            let notes = notes.map(|(hertz, delay)| Strike::bell(hertz, delay, 30));
            (0.16, 240, notes.to_vec())
        };
        let (peak, length, strikes) = match self {
            Self::UpbeatRising => upbeat(880.0, 1_174.7),
            Self::UpbeatFalling => upbeat(1_174.7, 880.0),
            Self::UpbeatLevel => upbeat(1_046.5, 1_046.5),
            Self::Tick => (0.45, 60, vec![Strike::wood(1_150.0)]),
            Self::Accent => (0.60, 70, vec![Strike::wood(1_720.0)]),
            Self::Ping => (0.38, 240, vec![Strike::bell(880.0, 0, 55)]),
            Self::Count => (0.48, 130, vec![Strike::bell(1_320.0, 0, 45)]),
            Self::Notice => (
                0.23,
                420,
                vec![Strike::bell(660.0, 0, 60), Strike::bell(880.0, 140, 70)],
            ),
            Self::End => {
                let notes = [(660.0, 0, 70), (880.0, 150, 80), (1_320.0, 300, 150)];
                (
                    0.23,
                    900,
                    notes
                        .map(|(hertz, delay, decay)| Strike::bell(hertz, delay, decay))
                        .to_vec(),
                )
            }
        };
        Recipe {
            peak,
            length: Duration::from_millis(length),
            strikes,
        }
    }
}

/// The sounds of one sample rate.
#[derive(Debug, Clone)]
pub struct Voice {
    tables: [Box<[f32]>; Sound::ALL.len()],
}

impl Voice {
    /// Synthesises every sound; a few milliseconds of work.
    pub fn new(rate: Rate) -> Self {
        Self {
            tables: Sound::ALL.map(|sound| sound.recipe().synthesise(rate)),
        }
    }

    /// The samples of a sound, from its first to its last.
    pub fn samples(&self, sound: Sound) -> &[f32] {
        let place = Sound::ALL.iter().position(|one| *one == sound);
        let table = place.and_then(|place| self.tables.get(place));
        table.map_or(&[], |table| table)
    }

    /// The number of frames of the longest sound: how far back one has to look for what still rings.
    pub fn longest(&self) -> i64 {
        let longest = self
            .tables
            .iter()
            .map(|table| table.len())
            .max()
            .unwrap_or(0);
        i64::try_from(longest).unwrap_or(i64::MAX)
    }
}

const FADE_IN_SECONDS: f64 = 0.000_4;
const FADE_OUT_SECONDS: f64 = 0.008;
/// How hard wood is driven into saturation, which thickens it.
const DRIVE: f64 = 1.6;
const TAP_SECONDS: f64 = 0.001_5;

/// A sound before it is sampled.
struct Recipe {
    /// The largest sample.
    peak: f64,
    length: Duration,
    strikes: Vec<Strike>,
}

/// One blow: decaying partials, and for wood a tap of noise.
#[derive(Clone)]
struct Strike {
    delay: f64,
    partials: Vec<Partial>,
    tap: f64,
    drive: Option<f64>,
}

#[derive(Clone)]
struct Partial {
    hertz: f64,
    level: f64,
    decay_seconds: f64,
}

impl Strike {
    /// A wood block: two inharmonic partials, the upper one gone in half the time, and the tap of the stick.
    fn wood(hertz: f64) -> Self {
        let partials = vec![
            Partial {
                hertz,
                level: 1.0,
                decay_seconds: 0.016,
            },
            Partial {
                hertz: hertz * 2.57,
                level: 0.35,
                decay_seconds: 0.008,
            },
        ];
        Self {
            delay: 0.0,
            partials,
            tap: 0.12,
            drive: Some(DRIVE),
        }
    }

    /// A soft bell: a tone with two harmonics, so that speakers that cannot play its root carry it. It begins
    /// after `delay` and rings for `ring` milliseconds.
    fn bell(hertz: f64, delay: u32, ring: u32) -> Self {
        let seconds = |millis: u32| f64::from(millis) / 1_000.0;
        let partial = |number: f64, level: f64, share: f64| Partial {
            hertz: number * hertz,
            level,
            decay_seconds: share * seconds(ring),
        };
        let partials = vec![
            partial(1.0, 1.0, 1.0),
            partial(2.0, 0.35, 0.7),
            partial(3.0, 0.15, 0.5),
        ];
        Self {
            delay: seconds(delay),
            partials,
            tap: 0.0,
            drive: None,
        }
    }

    /// The blow at `time` seconds after its onset; partials that this rate cannot carry are left out.
    fn at(&self, time: f64, rate: Rate, noise: f64) -> f64 {
        let audible = |partial: &&Partial| partial.hertz < 0.45 * f64::from(rate.hertz());
        let ring = |partial: &Partial| {
            partial.level
                * (-time / partial.decay_seconds).exp()
                * (TAU * partial.hertz * time).sin()
        };
        let tone: f64 = self.partials.iter().filter(audible).map(ring).sum();
        let tap = self.tap * noise * (1.0 - time / TAP_SECONDS).max(0.0);
        let raw = tone + tap;
        let shaped = self.drive.map_or(raw, |drive| (drive * raw).tanh());
        shaped * (time / FADE_IN_SECONDS).min(1.0)
    }
}

impl Recipe {
    fn synthesise(&self, rate: Rate) -> Box<[f32]> {
        let seconds = self.length.as_secs_f64();
        let mut noise = Noise(0x2545_F491);
        let raw: Vec<f64> = (1..=u32::try_from(rate.frames_in(self.length)).unwrap_or(u32::MAX))
            .map(|frame| {
                // A frame's own time would make the first sample zero, and the onset a frame late.
                let time = f64::from(frame) / f64::from(rate.hertz());
                let noise = noise.next();
                let begun = self.strikes.iter().filter(|strike| time > strike.delay);
                let sum: f64 = begun
                    .map(|strike| strike.at(time - strike.delay, rate, noise))
                    .sum();
                sum * ((seconds - time) / FADE_OUT_SECONDS).clamp(0.0, 1.0)
            })
            .collect();
        let loudest = raw
            .iter()
            .fold(f64::MIN_POSITIVE, |peak, sample| peak.max(sample.abs()));
        raw.iter()
            .map(|sample| narrowed(sample * self.peak / loudest))
            .collect()
    }
}

/// White noise that is the same on every machine and in every file.
struct Noise(u32);

impl Noise {
    fn next(&mut self) -> f64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 17;
        self.0 ^= self.0 << 5;
        f64::from(self.0) / f64::from(u32::MAX / 2) - 1.0
    }
}

/// A sample as it is played.
#[expect(
    clippy::cast_possible_truncation,
    reason = "a sample has 24 significant bits; the rest is not heard"
)]
pub(super) fn narrowed(sample: f64) -> f32 {
    sample as f32
}

#[cfg(test)]
mod tests;
