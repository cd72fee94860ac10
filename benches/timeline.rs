//! What a long session costs: planning it, editing it, and asking it for every frame.

use divan::{Bencher, black_box};
use downbeat::training::edit::Edit;
use downbeat::training::exercise::Exercise;
use downbeat::training::performed::Performed;
use downbeat::training::preset::{Draft, Preset};
use downbeat::training::timeline::Timeline;
use downbeat::training::transport::Transport;
use std::sync::Arc;
use std::time::Duration;

/// Reps of the longest session that the program promises to plan in under 20 ms.
const REPS: u32 = 100_000;

fn main() {
    divan::main();
}

fn preset(sets: u32) -> Preset {
    let a_set = REPS / sets;
    let draft = Draft::straight(
        "long".parse().unwrap(),
        Exercise::unnamed(),
        "4-0-1-0".parse().unwrap(),
        sets,
        a_set,
        Duration::from_secs(120),
    );
    Preset::new(draft).unwrap()
}

#[divan::bench(args = [1, 100])]
fn plan_100_000_reps(bencher: Bencher<'_, '_>, sets: u32) {
    let preset = preset(sets);
    bencher.bench(|| Timeline::plan(black_box(&preset)));
}

#[divan::bench(args = [Edit::EndSet, Edit::RedoSet, Edit::Slower(Duration::from_millis(500))])]
fn edit_100_000_reps(bencher: Bencher<'_, '_>, edit: Edit) {
    let timeline = Timeline::plan(&preset(10));
    let working = timeline.total() / 3;
    bencher.bench(|| black_box(&timeline).edited(working, edit).unwrap());
}

#[divan::bench]
fn performed_100_000_reps(bencher: Bencher<'_, '_>) {
    let timeline = Timeline::plan(&preset(100));
    bencher.bench(|| Performed::of(black_box(&timeline), timeline.total(), &[]));
}

#[divan::bench]
fn ask_for_a_frame(bencher: Bencher<'_, '_>) {
    let timeline = Timeline::plan(&preset(100));
    let middle = timeline.total() / 2;
    let transport = Transport::new(Arc::new(timeline), Duration::ZERO);
    bencher.bench(|| {
        let transport = black_box(&transport);
        let segment = transport.segment_at(middle).copied();
        let state = transport.state_at(middle);
        (segment, state, transport.limit())
    });
}
