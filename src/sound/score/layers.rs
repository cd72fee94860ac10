//! The layers of a stretch: what is struck, the tone that follows the handle, and what is said.

use std::ops::Range;
use std::time::Duration;

use super::{DUCKED, Score, Stretch};
use crate::sound::glide::{Course, Passage, Timbre};
use crate::sound::mix::Layer;
use crate::sound::voice::Sound;
use crate::training::call::CallKind;
use crate::training::cue::{Cue, CueKind, Say};
use crate::training::timeline::{Handle, Segment, Timeline};
use crate::training::word::Word;

impl Score {
    /// Ticks, accents and all else that is struck. Of what falls together the weightiest is heard.
    pub(super) fn strikes(&self, stretch: &Stretch<'_>, window: &Range<i64>, out: &mut [f32]) {
        let onsets = self.times(window.start.saturating_sub(self.voice.longest())..window.end);
        let cues = stretch.timeline.cues_between(onsets);
        for moment in cues.chunk_by(|a, b| a.at == b.at) {
            let Some(cue) = moment.first() else { continue };
            let onset = self.rate.frame_at(cue.at);
            let heard = moment
                .iter()
                .filter(|cue| stretch.has(cue, onset))
                .map(sound_of)
                .filter_map(|sound| Some((sound, self.gain(layer_of(sound))?)))
                .max_by_key(|(sound, _)| weight(*sound));
            if let Some((sound, gain)) = heard {
                let gain = gain * self.room(stretch.timeline, cue.at);
                self.strike(sound, onset, gain, window.start, out);
            }
        }
    }

    /// How loud something that is struck may be: softer while somebody speaks, and as far as cues are given at all.
    fn room(&self, timeline: &Timeline, at: Duration) -> f32 {
        let spoken = self.gain(Layer::Voice).is_some() && timeline.is_spoken(at);
        timeline.presence(at) * if spoken { DUCKED } else { 1.0 }
    }

    /// The tone that follows the handle, and where no voice announces what comes next, the upbeat that does.
    pub(super) fn guide(&self, stretch: &Stretch<'_>, window: &Range<i64>, out: &mut [f32]) {
        let Some(gain) = self.gain(Layer::Guide) else {
            return;
        };
        let times = self.times(window.start.saturating_sub(self.glide.release())..window.end);
        let segments = stretch.timeline.segments();
        let oldest = segments.partition_point(|segment| segment.end <= times.start);
        let due = segments.get(oldest..).unwrap_or_default();
        for segment in due.iter().take_while(|segment| segment.start < times.end) {
            let start = self.rate.frame_at(segment.start);
            let gain = gain * stretch.timeline.presence(segment.start);
            if let Some(passage) = self.passage(segment, start, &stretch.played) {
                self.glide.add(&passage, window.start - start, gain, out);
            }
        }
        if self.gain(Layer::Voice).is_none() {
            self.upbeats(stretch, gain, window, out);
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
        let timbre = match segment.say {
            Say::Drive => Timbre::Bright,
            _ => Timbre::Soft,
        };
        let heard = played.start.max(start) - start
            ..played.end.min(self.rate.frame_at(segment.end)) - start;
        let length = self.rate.frame_at(segment.planned_end) - start;
        (heard.start < heard.end).then_some(Passage {
            course,
            timbre,
            length,
            heard,
        })
    }

    fn upbeats(&self, stretch: &Stretch<'_>, gain: f32, window: &Range<i64>, out: &mut [f32]) {
        let reach = window.start.saturating_sub(self.voice.longest());
        let onsets = self.times(reach..window.end);
        let calls = stretch.timeline.calls_between(onsets);
        for call in calls {
            let CallKind::Announce(handle) = call.kind else {
                continue;
            };
            let onset = self.rate.frame_at(call.at);
            if stretch.says(call, onset) {
                let sound = upbeat(handle);
                let gain = gain * stretch.timeline.presence(call.at);
                self.strike(sound, onset, gain, window.start, out);
            }
        }
    }

    /// What is said. There is one voice: a word gives way to the next, and to whatever interrupts it.
    pub(super) fn words(&self, stretch: &Stretch<'_>, window: &Range<i64>, out: &mut [f32]) {
        let Some(gain) = self.gain(Layer::Voice) else {
            return;
        };
        let reach = window.start.saturating_sub(self.speech.longest());
        let calls = stretch
            .timeline
            .calls_between(self.times(reach..window.end));
        for (index, call) in calls.iter().enumerate() {
            let onset = self.rate.frame_at(call.at);
            if !stretch.says(call, onset) {
                continue;
            }
            let cut = match call.kind {
                CallKind::Done => i64::MAX,
                _ => stretch.played.end,
            };
            let next = calls.get(index + 1).map(|next| self.rate.frame_at(next.at));
            let cut = next.map_or(cut, |next| next.min(cut));
            let gain = gain * stretch.timeline.presence(call.at);
            self.say(call.word, onset..cut, gain, window.start, out);
        }
    }

    /// Adds the part of a sound that falls into `out`, which begins with the frame `first`.
    pub(super) fn strike(&self, sound: Sound, onset: i64, gain: f32, first: i64, out: &mut [f32]) {
        add(self.voice.samples(sound), onset, gain, first, out);
    }

    /// The same for a word. Where it is cut off it fades behind the cut, because what is before it may have been heard.
    pub(super) fn say(
        &self,
        word: Word,
        heard: Range<i64>,
        gain: f32,
        first: i64,
        out: &mut [f32],
    ) {
        let samples = self.speech.samples(word);
        let whole = usize::try_from(heard.end.saturating_sub(heard.start)).unwrap_or(0);
        let Some((spoken, rest)) = samples.split_at_checked(whole) else {
            return add(samples, heard.start, gain, first, out);
        };
        add(spoken, heard.start, gain, first, out);
        let release = self.glide.release();
        for (frame, sample) in (0..release).zip(rest) {
            let place = usize::try_from(heard.end + frame - first).ok();
            if let Some(sum) = place.and_then(|place| out.get_mut(place)) {
                *sum += sample * gain * self.glide.fading(frame);
            }
        }
    }
}

/// Adds the part of some samples that falls into `out`.
fn add(samples: &[f32], onset: i64, gain: f32, first: i64, out: &mut [f32]) {
    let late = usize::try_from(onset.saturating_sub(first)).unwrap_or(0);
    let begun = usize::try_from(first.saturating_sub(onset)).unwrap_or(0);
    let (Some(out), Some(samples)) = (out.get_mut(late..), samples.get(begun..)) else {
        return;
    };
    for (sum, sample) in out.iter_mut().zip(samples) {
        *sum += sample * gain;
    }
}

/// What announces that the handle will do this.
fn upbeat(handle: Handle) -> Sound {
    match handle {
        Handle::Rises => Sound::UpbeatRising,
        Handle::Falls => Sound::UpbeatFalling,
        Handle::High | Handle::Low | Handle::Idle => Sound::UpbeatLevel,
    }
}

fn sound_of(cue: &Cue) -> Sound {
    match (cue.kind, cue.say) {
        (CueKind::End, _) => Sound::End,
        (CueKind::Accent, _) => Sound::Accent,
        (CueKind::Count, Say::HalfWay | Say::ThirtySeconds | Say::TenSeconds) => Sound::Notice,
        (CueKind::Count, _) => Sound::Count,
        (CueKind::Phase, _) => Sound::Ping,
        (CueKind::Tick, _) => Sound::Tick,
    }
}

fn layer_of(sound: Sound) -> Layer {
    match sound {
        Sound::Tick | Sound::Count | Sound::Notice => Layer::Ticks,
        Sound::Accent | Sound::Ping | Sound::End => Layer::Accents,
        Sound::UpbeatRising | Sound::UpbeatFalling | Sound::UpbeatLevel => Layer::Guide,
    }
}

fn weight(sound: Sound) -> u8 {
    match sound {
        Sound::UpbeatRising | Sound::UpbeatFalling | Sound::UpbeatLevel | Sound::Tick => 0,
        Sound::Ping => 1,
        Sound::Notice => 2,
        Sound::Count => 3,
        Sound::Accent => 4,
        Sound::End => 5,
    }
}
