//! Taps of lifters whose bias and spread are known, with and without a clock to follow.

use super::*;
use crate::training::exercise::Exercise;
use crate::training::preset::{Draft, Preset};
use crate::training::routine::Routine;
use crate::training::tempo::Tempo;
use crate::training::timeline::Timeline;
use proptest::prelude::*;

fn millis(millis: u64) -> Duration {
    Duration::from_millis(millis)
}

/// Two sets at a tempo, ten seconds apart, the lead-in as usual.
fn timeline(tempo: &str, reps: u32) -> Timeline {
    let tempo: Tempo = tempo.parse().unwrap();
    let id = "set".parse().unwrap();
    let rest = Duration::from_secs(10);
    let draft = Draft::straight(id, Exercise::named("Squat"), tempo, 2, reps, rest);
    Timeline::of(&Routine::solo(Preset::new(draft).unwrap()))
}

/// Where its phases begin and end.
fn turns(timeline: &Timeline) -> Vec<Duration> {
    let work = timeline
        .segments()
        .iter()
        .filter(|here| here.kind.is_work());
    let mut turns: Vec<Duration> = work.flat_map(|here| [here.start, here.end]).collect();
    turns.dedup();
    turns
}

fn of(timing: &Timing, kind: SegmentKind) -> &Lengths {
    let mut phases = timing.phases.iter();
    &phases.find(|phase| phase.kind == kind).unwrap().lengths
}

fn close(a: Option<f64>, b: Option<f64>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => (a - b).abs() < 1e-9,
        (None, None) => true,
        _ => false,
    }
}

#[test]
fn a_set_that_is_tapped_perfectly_is_measured_exactly() {
    let timeline = timeline("4-1-2-0", 5);
    let timing = Timing::paced(&timeline, &turns(&timeline).into_iter().collect());
    let found: Vec<_> = timing.phases.iter().map(|phase| phase.kind).collect();
    let [lower, pause, lift] = [
        SegmentKind::Lower,
        SegmentKind::PauseStretched,
        SegmentKind::Lift,
    ];
    assert_eq!(found, [lower, pause, lift]);
    for (kind, seconds) in [(lower, 4.0), (pause, 1.0), (lift, 2.0)] {
        let lengths = of(&timing, kind);
        assert_eq!(lengths.measured, [Duration::from_secs_f64(seconds); 10]);
        assert_eq!(lengths.tenths(), [0; 10]);
        assert!(close(lengths.mean_s(), Some(seconds)) && close(lengths.spread_s(), Some(0.0)));
    }
    assert!(close(timing.late_s(), Some(0.0)));
}

#[test]
fn what_is_not_tapped_at_both_ends_is_not_measured() {
    let timeline = timeline("4-0-1-0", 2);
    let start = turns(&timeline)[0];
    // Early by 0.2 s, then nothing at the turn-around, then late by 0.1 s at the end of the rep and on time behind it.
    let taps = [
        shifted(start, -200),
        start + millis(5_100),
        start + millis(9_000),
    ];
    let timing = Timing::paced(&timeline, &taps.into_iter().collect());
    let [only] = timing.phases.as_slice() else {
        panic!("{timing:?}");
    };
    assert_eq!(only.kind, SegmentKind::Lower);
    assert_eq!(only.lengths.measured, [millis(3_900)]);
    assert_eq!(only.lengths.spread_s(), None);
    assert_eq!((timing.taps, timing.turns.len()), (3, 3));
}

#[test]
fn of_two_taps_for_one_turn_around_the_nearer_counts_and_a_far_one_counts_for_none() {
    let timeline = timeline("4-0-1-0", 1);
    let start = turns(&timeline)[0];
    let taps = [0, 4_050, 4_300, 2_000].map(|after| start + millis(after));
    let timing = Timing::paced(&timeline, &taps.into_iter().collect());
    assert_eq!(of(&timing, SegmentKind::Lower).measured, [millis(4_050)]);
    assert_eq!((timing.taps, timing.turns.len()), (4, 2));
}

#[test]
fn nobody_measures_an_explosive_lift() {
    let timeline = timeline("3-0-X-1", 3);
    let timing = Timing::paced(&timeline, &turns(&timeline).into_iter().collect());
    let kinds: Vec<_> = timing.phases.iter().map(|phase| phase.kind).collect();
    assert_eq!(kinds, [SegmentKind::Lower, SegmentKind::PauseContracted]);
}

#[test]
fn words_say_what_was_meant_and_what_was_felt() {
    let lengths = |nominal, measured: &[u64]| Lengths {
        nominal: millis(nominal),
        measured: measured.iter().copied().map(millis).collect(),
    };
    for (nominal, measured, sentence) in [
        (
            4_000,
            &[3_100, 3_700, 3_400][..],
            "your four seconds were 3.4 ± 0.3",
        ),
        (
            2_500,
            &[2_100, 2_300, 2_500],
            "your 2.5 seconds were 2.3 ± 0.2",
        ),
        (1_000, &[1_240], "your one second was 1.2"),
        (12_000, &[12_000, 12_000], "your 12 seconds were 12.0 ± 0.0"),
    ] {
        assert_eq!(lengths(nominal, measured).sentence().unwrap(), sentence);
    }
    assert_eq!(lengths(4_000, &[]).sentence(), None);
    let lengths = lengths(4_000, &[3_749, 3_750, 3_999, 4_000, 4_149, 4_150, 5_000]);
    assert_eq!(lengths.strip(), "-3 -2 0 0 +1 +2 +10");
    let shown: Vec<String> = lengths.measured.iter().copied().map(tenths_of).collect();
    assert_eq!(shown, ["3.7", "3.8", "4.0", "4.0", "4.1", "4.2", "5.0"]);
}

const FOUR_ONE: [Phase; 2] = [
    Phase {
        kind: SegmentKind::Lower,
        nominal: Duration::from_secs(4),
    },
    Phase {
        kind: SegmentKind::Lift,
        nominal: Duration::from_secs(1),
    },
];

/// Taps at the ends of these lengths, in milliseconds, the first after a while.
fn after(lengths: &[u64]) -> Taps {
    let ends = lengths.iter().scan(millis(7_300), |at, length| {
        *at += millis(*length);
        Some(*at)
    });
    [millis(7_300)].into_iter().chain(ends).collect()
}

#[test]
fn without_a_clock_each_length_finds_its_phase() {
    let timing = Timing::blind(&after(&[3_400, 1_100, 3_600, 900, 3_500]), &FOUR_ONE);
    assert_eq!(
        of(&timing, SegmentKind::Lower).measured,
        [3_400, 3_600, 3_500].map(millis)
    );
    assert_eq!(
        of(&timing, SegmentKind::Lift).measured,
        [1_100, 900].map(millis)
    );
    // It may begin with the lift, too.
    let timing = Timing::blind(&after(&[1_200, 4_400, 1_000]), &FOUR_ONE);
    assert_eq!(of(&timing, SegmentKind::Lower).measured, [millis(4_400)]);
}

#[test]
fn without_a_clock_a_missed_tap_a_doubled_one_and_a_rest_measure_nothing() {
    // The turn-around of the second rep is missing, and a tap is doubled in the third.
    let timing = Timing::blind(
        &after(&[3_500, 1_000, 4_600, 3_400, 120, 880, 3_600]),
        &FOUR_ONE,
    );
    assert_eq!(
        of(&timing, SegmentKind::Lower).measured,
        [3_500, 3_400, 3_600].map(millis)
    );
    assert_eq!(
        of(&timing, SegmentKind::Lift).measured,
        [1_000, 1_000].map(millis)
    );
    let timing = Timing::blind(&after(&[3_500, 1_000, 60_000, 3_400, 900]), &FOUR_ONE);
    assert_eq!(
        of(&timing, SegmentKind::Lower).measured,
        [3_500, 3_400].map(millis)
    );
}

#[test]
fn without_a_clock_nothing_is_measured_of_no_phases_and_no_taps() {
    assert!(Timing::blind(&after(&[1_000]), &[]).is_empty());
    assert!(Timing::blind(&Taps::default(), &FOUR_ONE).is_empty());
    assert!(Timing::blind(&after(&[]), &FOUR_ONE).is_empty());
}

/// What a simulated lifter does at a turn-around.
#[derive(Debug, Clone, Copy)]
struct Habit {
    /// In thousandths of a spread, from -1000 to 1000.
    noise: i64,
    missed: bool,
    /// A second tap so many milliseconds later.
    doubled: Option<u64>,
}

fn habits(count: usize) -> impl Strategy<Value = Vec<Habit>> {
    let doubled = prop_oneof![9 => Just(None), 1 => (40..150_u64).prop_map(Some)];
    let habit = (-1_000..=1_000_i64, prop::bool::weighted(0.1), doubled);
    let habit = habit.prop_map(|(noise, missed, doubled)| Habit {
        noise,
        missed,
        doubled,
    });
    prop::collection::vec(habit, count)
}

fn shifted(at: Duration, by_ms: i64) -> Duration {
    let by = millis(by_ms.unsigned_abs());
    if by_ms < 0 {
        at.saturating_sub(by)
    } else {
        at + by
    }
}

proptest! {
    /// In a paced set, taps are nearest to the turn-around that was meant, so nothing but the doubled ones can be misread.
    #[test]
    fn a_lifter_who_follows_with_a_bias_is_measured_as_it_was(
        habits in habits(44),
        bias_ms in -150..150_i64,
        spread_ms in 0..150_i64,
    ) {
        let timeline = timeline("3-1-2-0", 7);
        let mut taps = Taps::default();
        let mut kept: Vec<Option<Duration>> = Vec::new();
        for (turn, habit) in turns(&timeline).iter().zip(&habits) {
            let tap = shifted(*turn, bias_ms + habit.noise * spread_ms / 1_000);
            let second = habit.doubled.map(|later| tap + millis(later)).filter(|_| !habit.missed);
            let nearer = |a: Duration, b: Duration| if b.abs_diff(*turn) < a.abs_diff(*turn) { b } else { a };
            kept.push((!habit.missed).then(|| second.map_or(tap, |second| nearer(tap, second))));
            for tap in kept.last().unwrap().map(|_| tap).into_iter().chain(second) {
                taps.add(tap);
            }
        }
        let timing = Timing::paced(&timeline, &taps);
        let truth: Vec<Duration> = turns(&timeline)
            .windows(2)
            .zip(kept.windows(2))
            .filter(|(turns, _)| turns[1].abs_diff(turns[0]) == Duration::from_secs(3))
            .filter_map(|(_, taps)| Some(taps[1]?.abs_diff(taps[0]?)))
            .collect();
        let lower = timing.phases.iter().find(|phase| phase.kind == SegmentKind::Lower);
        let measured = lower.map_or_else(Vec::new, |phase| phase.lengths.measured.clone());
        prop_assert_eq!(measured, truth);
    }

    /// Without a clock, the mean of what was felt is found, whatever the tempo, with some taps missing and some doubled.
    #[test]
    fn a_lifter_without_a_clock_is_measured_as_it_was(
        habits in habits(60),
        lower_ms in 2_500..6_000_u64,
        lift_ms in 800..1_600_u64,
        bias_percent in 80..125_u64,
        spread_percent in 0..8_i64,
    ) {
        let nominal = [millis(lower_ms), millis(lift_ms)];
        let phases = [(SegmentKind::Lower, nominal[0]), (SegmentKind::Lift, nominal[1])]
            .map(|(kind, nominal)| Phase { kind, nominal });
        let mut at = Duration::from_secs(60);
        let mut taps = Taps::default();
        let mut felt: [Vec<Duration>; 2] = Default::default();
        let mut before: Option<Duration> = None;
        for (turn, habit) in habits.iter().enumerate() {
            let tapped = (!habit.missed).then_some(at);
            if let Some(tap) = tapped {
                taps.add(tap);
                habit.doubled.into_iter().for_each(|later| taps.add(tap + millis(later)));
            }
            if let (Some(begun), Some(ended)) = (before, tapped) {
                felt[(turn + 1) % 2].push(ended.abs_diff(begun));
            }
            before = tapped;
            let meant = nominal[turn % 2] * u32::try_from(bias_percent).unwrap() / 100;
            let off = i64::try_from(meant.as_millis()).unwrap() * habit.noise * spread_percent / 100_000;
            at += shifted(meant, off);
        }
        let timing = Timing::blind(&taps, &phases);
        for (kind, felt) in [SegmentKind::Lower, SegmentKind::Lift].into_iter().zip(felt) {
            let truth = Lengths { nominal: Duration::ZERO, measured: felt };
            let found = of(&timing, kind);
            let apart = found.mean_s().unwrap() - truth.mean_s().unwrap();
            prop_assert!(apart.abs() < 0.03 * truth.mean_s().unwrap(), "{kind:?}: off by {apart}");
        }
    }

    #[test]
    fn no_taps_panic_and_no_length_is_measured_twice(
        taps in prop::collection::vec(0..200_000_u64, 0..60),
        phases in prop::collection::vec(0..5_000_u64, 0..5),
    ) {
        let phases: Vec<Phase> = phases
            .into_iter()
            .map(|nominal| Phase { kind: SegmentKind::Lower, nominal: millis(nominal) })
            .collect();
        let taps: Taps = taps.into_iter().map(millis).collect();
        for timing in [Timing::blind(&taps, &phases), Timing::paced(&timeline("2-1-2-1", 8), &taps)] {
            let measured: usize = timing.phases.iter().map(|phase| phase.lengths.measured.len()).sum();
            prop_assert!(measured < timing.taps.max(1));
        }
    }
}

#[test]
fn taps_that_tell_nothing_are_said_to() {
    let timing = |taps| Timing {
        taps,
        ..Timing::default()
    };
    assert_eq!(timing(0).lines(), Vec::<String>::new());
    assert_eq!(
        timing(12).lines(),
        ["12 taps, but none near both ends of a phase: tap at each turn-around"]
    );
}
