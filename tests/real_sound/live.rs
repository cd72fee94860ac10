//! The live stream and the offline render are the same samples, with every layer on.

use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use downbeat::sound::device::{Card, Settings};
use downbeat::sound::{CueSet, Player, SoundStatus};
use downbeat::training::timeline::Timeline;
use downbeat::training::transport::Transport;

use crate::recording::{RATE, Recording, Tape};
use crate::{say, server, set};

/// Compared at a time: 50 ms.
const WINDOW: usize = 2_400;
/// How far a seam can move the sound: more than any gap of the card's.
const FARTHEST: usize = RATE as usize;

/// What is equal and what is not.
#[derive(Default)]
struct Comparison {
    equal: usize,
    left_out: usize,
    seams: u64,
}

/// A server that gets too little of a busy machine skips samples and tells nobody; then it is tried again.
#[test]
fn a_set_played_live_is_the_offline_render_bit_for_bit() {
    const ATTEMPTS: usize = 3;
    let timeline = set::straight("4-0-1-0", 1, 3, Duration::from_secs(3));
    let offline = set::rendered(&timeline, CueSet::Full);
    let held = (1..=ATTEMPTS).any(|attempt| {
        let recording = Recording::start(&server::of_this_run());
        let (card, played) = play(timeline.clone());
        let tape = recording.stop();
        let counts = card.counts();
        let compared = compare(&tape.samples, &offline);
        say(&format!(
            "live = offline, attempt {attempt}: {} of {} frames equal bit for bit, {} left out in {} seams; underruns \
             {}, rejoins {}; card's clock − recording's {:+.2} ms (doubt {:.2} ms)",
            compared.equal,
            offline.len(),
            compared.left_out,
            compared.seams,
            counts.underruns,
            counts.rejoins,
            clock_error(&tape, &offline, played),
            millis(tape.doubt),
        ));
        // A gap and the jump that makes up for it are two seams of one fault.
        let known = compared.seams <= 2 * (counts.underruns + counts.rejoins);
        known && compared.equal > offline.len() / 2
    });
    assert!(held, "in no attempt were live and offline the same");
}

/// Plays a timeline to its end. Also gives the instant at which the card's clock says that it began.
fn play(timeline: Timeline) -> (Card, Instant) {
    let settings = Settings {
        mix: CueSet::Full.into(),
        ..Settings::default()
    };
    let mut card = Card::new(settings, Box::new(|_| {}));
    card.wake();
    let begun = Instant::now();
    while !matches!(card.status(), SoundStatus::On(_)) {
        assert!(begun.elapsed() < Duration::from_secs(20), "{card:?}");
        thread::sleep(Duration::from_millis(10));
    }
    let end = timeline.total() + Duration::from_secs(1);
    let from = card.frontier() + Duration::from_millis(200);
    card.load(Arc::new(Transport::new(Arc::new(timeline), from)));
    let mut played = Instant::now();
    while card.now() < from + end {
        thread::sleep(Duration::from_millis(10));
        let (clock, now) = (card.now(), Instant::now());
        if clock < from + end / 2 {
            played = now.checked_sub(clock.saturating_sub(from)).unwrap_or(now);
        }
    }
    (card, played)
}

/// Follows the recording through the render from the first onset on. Where they part, it looks for the place at which
/// the recording goes on, as after a gap and a jump of the card.
fn compare(recorded: &[f32], offline: &[f32]) -> Comparison {
    let mut result = Comparison::default();
    let (Some(mut from), Some(mut at)) = (first_sound(recorded), first_sound(offline)) else {
        return result;
    };
    // The silence before the first onset is the same on both sides.
    result.equal += at;
    while at < offline.len() {
        let window = WINDOW.min(offline.len() - at);
        let here = recorded.get(from..from + window);
        if here.is_some_and(|here| same(here, &offline[at..at + window])) {
            result.equal += window;
        } else {
            result.left_out += window;
            if let Some(found) = found_again(recorded, &offline[at + window..], from + window) {
                result.seams += u64::from(found != from + window);
                from = found - window;
            }
        }
        from += window;
        at += window;
    }
    if result.left_out > 0 {
        result.seams = result.seams.max(1);
    }
    result
}

/// Where the recording has the head of what is left, near to where it ought to be.
fn found_again(recorded: &[f32], rest: &[f32], near: usize) -> Option<usize> {
    let head = rest
        .get(..WINDOW)
        .filter(|head| head.iter().any(|x| *x != 0.0))?;
    let first = near.saturating_sub(FARTHEST);
    let last = (near + FARTHEST).min(recorded.len().saturating_sub(head.len()));
    (first..last).find(|from| same(&recorded[*from..from + head.len()], head))
}

fn same(a: &[f32], b: &[f32]) -> bool {
    a.iter().zip(b).all(|(a, b)| a.to_bits() == b.to_bits())
}

fn first_sound(samples: &[f32]) -> Option<usize> {
    samples.iter().position(|sample| *sample != 0.0)
}

/// How much later the card's clock says that the set began than the recording does.
fn clock_error(tape: &Tape, offline: &[f32], played: Instant) -> f64 {
    let (Some(recorded), Some(planned)) = (first_sound(&tape.samples), first_sound(offline)) else {
        return f64::NAN;
    };
    let heard = tape.instant_of(recorded - planned);
    signed_millis(heard, played)
}

/// From one instant to another.
pub(crate) fn signed_millis(from: Instant, to: Instant) -> f64 {
    millis(to.saturating_duration_since(from)) - millis(from.saturating_duration_since(to))
}

pub(crate) fn millis(length: Duration) -> f64 {
    length.as_secs_f64() * 1_000.0
}
