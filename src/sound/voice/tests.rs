//! The sounds: their onsets, levels, overlaps, and where their energy lies.

use super::*;
use crate::sound::glide;

const RATES: [u32; 4] = [8_000, 44_100, 48_000, 96_000];

fn voices() -> impl Iterator<Item = (Rate, Voice)> {
    RATES
        .into_iter()
        .map(|hertz| Rate::new(hertz).unwrap())
        .map(|rate| (rate, Voice::new(rate)))
}

fn peak(samples: &[f32]) -> f32 {
    samples
        .iter()
        .fold(0.0, |peak, sample| peak.max(sample.abs()))
}

#[test]
fn every_sound_begins_at_its_first_sample_and_ends_in_silence() {
    for (rate, voice) in voices() {
        for sound in Sound::ALL {
            let samples = voice.samples(sound);
            let first = samples.first().unwrap().abs();
            // Heard in 16 bits too, and yet no click.
            assert!(
                first > 1.0 / 32_768.0 && first < 0.2,
                "{sound:?} at {rate} begins with {first}"
            );
            assert!(
                samples.last().unwrap().abs() < 0.000_1,
                "{sound:?} at {rate}"
            );
        }
    }
}

#[test]
fn each_sound_has_its_level_at_every_rate() {
    for (rate, voice) in voices() {
        for sound in Sound::ALL {
            let error = f64::from(peak(voice.samples(sound))) - sound.recipe().peak;
            assert!(error.abs() < 1e-6, "{sound:?} at {rate}");
        }
    }
}

fn announces(sound: Sound) -> bool {
    use Sound::{End, Notice, UpbeatFalling, UpbeatLevel, UpbeatRising};
    matches!(
        sound,
        Notice | End | UpbeatRising | UpbeatFalling | UpbeatLevel
    )
}

/// The loudest that a sound still gets from each tenth of a second after its onset on.
fn tails(samples: &[f32], rate: Rate) -> Vec<f32> {
    let tenth = rate.frames_in(Duration::from_millis(100));
    (0..10)
        .map(|tenths| peak(samples.get(tenths * tenth..).unwrap_or_default()))
        .collect()
}

#[test]
fn sounds_a_tenth_of_a_second_apart_over_the_guide_stay_below_full_scale() {
    for (rate, voice) in voices() {
        let tails = Sound::ALL.map(|sound| tails(voice.samples(sound), rate));
        let mut worst = 0f32;
        for last in &tails {
            for (middle, a) in tails.iter().zip(Sound::ALL) {
                for (first, b) in tails.iter().zip(Sound::ALL) {
                    // Announcements ring long, and are seconds apart. What began earlier still is gone.
                    if !(announces(a) && announces(b)) {
                        worst = worst.max(last[0] + middle[1] + first[2]);
                    }
                }
            }
        }
        worst += glide::PEAK;
        assert!(worst < 0.995, "{worst} at {rate}");
    }
}

/// The share of the energy between 500 Hz and 4 kHz, by a plain Fourier sum.
fn share_in_band(samples: &[f32], rate: Rate) -> f64 {
    let power = |hertz: f64| {
        let (mut re, mut im) = (0.0, 0.0);
        for (frame, &sample) in (0u32..).zip(samples) {
            let angle = TAU * hertz * f64::from(frame) / f64::from(rate.hertz());
            re += f64::from(sample) * angle.cos();
            im += f64::from(sample) * angle.sin();
        }
        re * re + im * im
    };
    let step = 20u32;
    let bins: Vec<(f64, f64)> = (0..1_200u32)
        .map(|bin| f64::from(bin * step))
        .map(|hertz| (hertz, power(hertz)))
        .collect();
    let total: f64 = bins.iter().map(|bin| bin.1).sum();
    bins.iter()
        .filter(|bin| (500.0..=4_000.0).contains(&bin.0))
        .map(|bin| bin.1)
        .sum::<f64>()
        / total
}

#[test]
fn ticks_lie_where_small_speakers_are_strong_and_gyms_are_not() {
    let rate = Rate::COMMON;
    let voice = Voice::new(rate);
    let tick = share_in_band(voice.samples(Sound::Tick), rate);
    let accent = share_in_band(voice.samples(Sound::Accent), rate);
    assert!(tick > 0.95, "tick {tick}");
    assert!(accent > 0.85, "accent {accent}");
}
