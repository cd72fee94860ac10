//! What rendering costs: an hour of a session, and one block of the sound card's.
//!
//! An hour must take well under two seconds of one core, a block far less than the 43 ms that it lasts.

use std::sync::Arc;
use std::time::Duration;

use divan::{Bencher, black_box};
use downbeat::sound::CueSet;
use downbeat::sound::rate::Rate;
use downbeat::sound::score::{Part, Score};
use downbeat::training::exercise::Exercise;
use downbeat::training::preset::{Draft, Preset};
use downbeat::training::timeline::Timeline;
use downbeat::training::transport::Transport;

fn main() {
    divan::main();
}

fn timeline(sets: u32, reps: u32, rest: u64) -> Timeline {
    let id = "bench".parse().expect("a slug");
    let tempo = "4-0-1-0".parse().expect("a tempo");
    let rest = Duration::from_secs(rest);
    let draft = Draft::straight(id, Exercise::unnamed(), tempo, sets, reps, rest);
    Timeline::plan(&Preset::new(draft).expect("a preset within the limits"))
}

/// Sets of 40 s with 80 s of rest: what an hour in the gym is.
#[divan::bench(args = CueSet::ALL, sample_count = 3, sample_size = 1)]
fn an_hour_of_sets_and_rests(bencher: Bencher<'_, '_>, cues: CueSet) {
    render_hour(bencher, cues, &timeline(30, 8, 80));
}

/// Reps without a rest: the most that an hour can hold.
#[divan::bench(args = CueSet::ALL, sample_count = 3, sample_size = 1)]
fn an_hour_of_nothing_but_reps(bencher: Bencher<'_, '_>, cues: CueSet) {
    render_hour(bencher, cues, &timeline(1, 718, 0));
}

fn render_hour(bencher: Bencher<'_, '_>, cues: CueSet, timeline: &Timeline) {
    let score = Score::new(Rate::COMMON, cues);
    let mut block = vec![0.0; 1 << 16];
    bencher.bench_local(|| {
        let mut first = 0;
        while first < 3_600 * 48_000 {
            score.render_timeline(timeline, first, black_box(&mut block));
            first += 1 << 16;
        }
    });
}

/// One callback in the middle of 100,000 reps, transport and all.
#[divan::bench(args = CueSet::ALL)]
fn a_block_of_2048_frames(bencher: Bencher<'_, '_>, cues: CueSet) {
    let score = Score::new(Rate::COMMON, cues);
    let part = Part::new(Arc::new(Transport::new(
        Arc::new(timeline(1, 100_000, 0)),
        Duration::ZERO,
    )));
    let mut block = vec![0.0; 2_048];
    bencher.bench_local(|| score.render(&part, black_box(3_600 * 48_000), &mut block));
}
