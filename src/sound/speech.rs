//! The spoken words at one sample rate, decoded and resampled once.
//!
//! The recordings (`assets/voice/`) begin with their onset and have one level; both stay as they are at every rate, so
//! a word placed at a frame is heard from that frame on. As with the other sounds, the first sample is the start of a
//! short fade-in (0.5 ms, part of the recording) and not zero, and no word is louder than [`PEAK`], so that nothing has
//! to be limited.

mod recordings;

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use flac_codec::decode::FlacSampleReader;
use rubato::audioadapter_buffers::direct::SequentialSlice;
use rubato::{
    Async, FixedAsync, Resampler, SincInterpolationParameters, SincInterpolationType,
    WindowFunction,
};

use super::rate::Rate;
use crate::training::word::Word;
use recordings::RECORDINGS;

/// The largest sample of the loudest word, at every rate. One gain takes all words there, so they stay equally loud.
pub const PEAK: f32 = 0.42;

/// What the recordings were made at.
const RECORDED_HERTZ: u32 = 16_000;
const FULL_SCALE: f32 = 32_768.0;

/// Every word at one sample rate.
#[derive(Debug)]
pub struct Speech {
    /// By [`Word::index`].
    words: Vec<Box<[f32]>>,
}

impl Speech {
    /// The words at this rate. The first call for a rate takes some hundredths of a second, the next ones share what it
    /// made; it locks and allocates, so it has no place in the callback of a sound card.
    pub fn of(rate: Rate) -> Arc<Self> {
        static MADE: Mutex<BTreeMap<Rate, Arc<Speech>>> = Mutex::new(BTreeMap::new());
        let mut made = MADE.lock().unwrap_or_else(PoisonError::into_inner);
        let speech = made
            .entry(rate)
            .or_insert_with(|| Arc::new(Self::new(rate)));
        Arc::clone(speech)
    }

    fn new(rate: Rate) -> Self {
        let mut resampler = resampler(rate);
        let mut word = |flac| {
            let resampler = resampler.as_mut()?;
            resampled(resampler, &decoded(flac)?)
        };
        let mut words: Vec<Box<[f32]>> = RECORDINGS
            .iter()
            .map(|(_, flac)| word(flac).unwrap_or_default())
            .collect();
        let peak = |loudest: f32, sample: &f32| loudest.max(sample.abs());
        let loudest = words.iter().flatten().fold(f32::MIN_POSITIVE, peak);
        for sample in words.iter_mut().flatten() {
            *sample = *sample / loudest * PEAK;
        }
        Self { words }
    }

    /// The samples of a word, from its onset to its end.
    pub fn samples(&self, word: Word) -> &[f32] {
        self.words.get(word.index()).map_or(&[], Box::as_ref)
    }

    /// The number of frames of the longest word: how far back one has to look for what is still being said.
    pub fn longest(&self) -> i64 {
        let longest = self.words.iter().map(|word| word.len()).max();
        i64::try_from(longest.unwrap_or(0)).unwrap_or(i64::MAX)
    }
}

/// A recording, from -1 to 1. The files are part of the program and a test decodes them all, so there is nobody to tell
/// of one that does not decode: its word is not heard.
fn decoded(flac: &[u8]) -> Option<Vec<f32>> {
    let mut whole = Vec::new();
    FlacSampleReader::new(flac)
        .ok()?
        .read_to_end(&mut whole)
        .ok()?;
    let sample = |sample: i32| i16::try_from(sample).map(|sample| f32::from(sample) / FULL_SCALE);
    whole.into_iter().map(|whole| sample(whole).ok()).collect()
}

/// Speech asks for less than music: a short filter carries it. Its steps between two samples of a recording hold every
/// frame of 8, 44.1, 48 and 96 kHz exactly, so nothing has to be interpolated.
fn resampler(rate: Rate) -> Option<Async<f32>> {
    let filter = SincInterpolationParameters::new(64, WindowFunction::BlackmanHarris2)
        .oversampling_factor(882)
        .interpolation(SincInterpolationType::Nearest);
    let ratio = f64::from(rate.hertz()) / f64::from(RECORDED_HERTZ);
    Async::new_sinc(ratio, 1.0, &filter, 1_024, 1, FixedAsync::Input).ok()
}

/// The whole recording, without the delay of the filter: the onset stays where it is, to a frame.
fn resampled(resampler: &mut Async<f32>, samples: &[f32]) -> Option<Box<[f32]>> {
    let recording = SequentialSlice::new(samples, 1, samples.len()).ok()?;
    let whole = resampler
        .process_all(&recording, samples.len(), None)
        .ok()?;
    Some(whole.take_data().into_boxed_slice())
}

#[cfg(test)]
mod tests;
