//! The recordings: their lengths, levels and edges, and that resampling leaves all of them alone.

use std::f32::consts::TAU;
use std::time::Duration;

use super::*;

fn rate(hertz: u32) -> Rate {
    Rate::new(hertz).unwrap()
}

/// The words as they were recorded, sample for sample.
fn recorded() -> impl Iterator<Item = (Word, Vec<f32>)> {
    Word::all().map(|word| (word, decoded(RECORDINGS[word.index()].1).unwrap()))
}

fn peak(samples: &[f32]) -> f32 {
    samples
        .iter()
        .fold(0.0, |peak, sample| peak.max(sample.abs()))
}

fn decibels(share: f64) -> f64 {
    20.0 * share.log10()
}

fn energy(samples: &[f32]) -> f64 {
    samples
        .iter()
        .map(|&sample| f64::from(sample).powi(2))
        .sum()
}

fn frames(samples: &[f32]) -> f64 {
    f64::from(u32::try_from(samples.len()).unwrap())
}

#[test]
fn each_word_has_its_own_recording() {
    for word in Word::all() {
        assert_eq!(RECORDINGS[word.index()].0, word.slug());
    }
}

#[test]
fn every_recording_is_mono_at_the_expected_rate() {
    use flac_codec::metadata::Metadata as _;
    for (slug, flac) in RECORDINGS {
        let reader = FlacSampleReader::new(flac).unwrap();
        assert_eq!(reader.sample_rate(), RECORDED_HERTZ, "{slug}");
        assert_eq!(reader.channel_count(), 1, "{slug}");
        assert_eq!(reader.bits_per_sample(), 16, "{slug}");
    }
}

#[test]
fn a_word_takes_as_long_as_the_planner_is_told() {
    for (word, samples) in recorded() {
        let micros = samples.len() * 1_000_000 / 16_000;
        let millis = u64::try_from(micros.div_ceil(1_000)).unwrap();
        assert_eq!(word.length(), Duration::from_millis(millis), "{word:?}");
    }
}

#[test]
fn words_fit_between_two_cues() {
    for word in Word::all() {
        let longest = match word {
            Word::Number(number) if number.get() > 20 => 800,
            Word::Number(_) => 650,
            phrase if phrase.text().contains(' ') => 950,
            _ => 500,
        };
        assert!(word.length() <= Duration::from_millis(longest), "{word:?}");
    }
}

#[test]
fn all_words_are_equally_loud() {
    let level = |samples: &[f32]| decibels((energy(samples) / frames(samples)).sqrt());
    let mut levels: Vec<f64> = recorded().map(|(_, samples)| level(&samples)).collect();
    levels.sort_by(f64::total_cmp);
    let median = levels[levels.len() / 2];
    assert!(median - levels[0] < 0.3, "{levels:?}");
    assert!(levels[levels.len() - 1] - median < 0.3, "{levels:?}");
}

#[test]
fn a_word_is_heard_from_its_start() {
    for (word, samples) in recorded() {
        let heard = 0.01 * peak(&samples);
        let silent = samples.iter().position(|sample| sample.abs() > heard);
        // Under a millisecond; five would be too many.
        assert!(silent.unwrap() < 16, "{word:?}: {silent:?} samples");
    }
}

#[test]
fn words_begin_at_their_first_sample_and_click_at_neither_edge() {
    for hertz in [8_000, 44_100, 48_000, 96_000] {
        let speech = Speech::of(rate(hertz));
        for word in Word::all() {
            let samples = speech.samples(word);
            let first = samples.first().unwrap().abs();
            let last = samples.last().unwrap().abs();
            assert!(first > 1.0 / 32_768.0, "{word:?} at {hertz}: {first}");
            assert!(first < 0.04 * PEAK, "{word:?} at {hertz}: {first}");
            assert!(last < 0.01 * PEAK, "{word:?} at {hertz}: {last}");
        }
    }
}

#[test]
fn the_loudest_word_reaches_the_peak_and_none_is_louder() {
    for hertz in [8_000, 44_100, 48_000] {
        let speech = Speech::of(rate(hertz));
        let loudest = Word::all().map(|word| peak(speech.samples(word)));
        let loudest = loudest.fold(0.0, f32::max);
        assert!(loudest.to_bits() == PEAK.to_bits(), "{loudest} at {hertz}");
    }
}

#[test]
fn a_word_is_as_long_at_every_rate() {
    let recorded: Vec<(Word, Vec<f32>)> = recorded().step_by(7).collect();
    for hertz in [8_000, 11_025, 44_100, 48_000, 96_000, 384_000] {
        let mut resampler = resampler(rate(hertz)).unwrap();
        for (word, samples) in &recorded {
            let wanted = frames(samples) * f64::from(hertz) / f64::from(RECORDED_HERTZ);
            let error = frames(&resampled(&mut resampler, samples).unwrap()) - wanted;
            assert!((0.0..1.0).contains(&error), "{word:?} at {hertz}: {error}");
        }
    }
}

/// How much of a word at `times` its recorded rate is not what was recorded, when it is read from frame `late` on and
/// compared from the recording's second sample on. Louder and softer are the same.
fn difference(played: &[f32], recorded: &[f32], times: usize, late: usize) -> f64 {
    let read: Vec<f32> = played.iter().skip(late).step_by(times).copied().collect();
    let recorded = &recorded[1..];
    let product: f64 = recorded
        .iter()
        .zip(&read)
        .map(|(a, b)| f64::from(a * b))
        .sum();
    1.0 - product.powi(2) / (energy(recorded) * energy(&read))
}

#[test]
fn resampling_moves_nothing_by_more_than_a_frame() {
    let speech = Speech::of(Rate::COMMON);
    for (word, samples) in recorded() {
        let shares = (2..=4).map(|late| difference(speech.samples(word), &samples, 3, late));
        let best = shares.fold(f64::MAX, f64::min);
        // A frame more would be several hundredths.
        assert!(best < 0.005, "{word:?}: {best}");
    }
}

/// The share of the energy between 500 Hz and 4 kHz, by plain Fourier sums over windows of 20 ms.
fn share_in_band(samples: &[f32]) -> f64 {
    const WINDOW: u16 = 320;
    let waves: Vec<(f32, f32)> = (0..WINDOW)
        .map(|step| (TAU * f32::from(step) / f32::from(WINDOW)).sin_cos())
        .collect();
    let power = |window: &[f32], bin: usize| {
        let (mut re, mut im) = (0.0, 0.0);
        for (at, sample) in window.iter().enumerate() {
            let (sin, cos) = waves[bin * at % waves.len()];
            re += sample * cos;
            im += sample * sin;
        }
        f64::from(re * re + im * im)
    };
    let (mut within, mut total) = (0.0, 0.0);
    for window in samples.chunks(WINDOW.into()) {
        let hann = waves.iter().map(|(_, cos)| 0.5 - 0.5 * cos);
        let soft: Vec<f32> = window.iter().zip(hann).map(|(a, b)| a * b).collect();
        // A bin is 50 Hz, and all bins together hold the energy this many times, half of them below 8 kHz.
        within += (10..=80).map(|bin| power(&soft, bin)).sum::<f64>();
        total += energy(&soft) * f64::from(WINDOW) / 2.0;
    }
    within / total
}

#[test]
fn words_lie_where_small_speakers_are_strong_and_gyms_are_not() {
    let shares: Vec<(f64, Word)> = recorded()
        .map(|(word, samples)| (share_in_band(&samples), word))
        .collect();
    for (share, word) in &shares {
        assert!(*share > 0.65, "{word:?}: {share}");
    }
    let mean = shares.iter().map(|(share, _)| share).sum::<f64>() / 52.0;
    assert!(mean > 0.9, "{mean}");
}

#[test]
fn a_rate_is_made_once() {
    let first = Speech::of(Rate::COMMON);
    assert!(Arc::ptr_eq(&first, &Speech::of(Rate::COMMON)));
}

#[test]
fn a_broken_recording_is_silent() {
    assert_eq!(decoded(b"not a FLAC"), None);
}
