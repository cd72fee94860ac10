//! What a practice is made of: thirds, ladders, and what cannot be practised.

use super::*;
use crate::training::exercise::Exercise;
use crate::training::memory::Memory;
use crate::training::prescription::Pacing;
use crate::training::tap::Taps;
use crate::training::timeline::Segment;
use proptest::prelude::*;

const LEAD: Duration = Duration::from_secs(10);

fn subject(tempo: &str, exercise: &str) -> Result<Subject, PracticeError> {
    let work = Prescription::straight(tempo.parse().unwrap(), 3, 8, Duration::from_secs(60));
    let draft = Draft::new("any".parse().unwrap(), Exercise::named(exercise), work);
    Subject::of(&Routine::solo(Preset::new(draft).unwrap()))
}

fn plan(tempo: &str, way: Way, length: Option<&str>) -> Result<Plan, PracticeError> {
    let length = length.map(|length| length.parse().unwrap());
    Plan::new(subject(tempo, "Squat")?, way, length)
}

fn ladder(target: u64, step_ms: u64, each: Each) -> Way {
    Way::Ladder(Ladder {
        target: Duration::from_secs(target),
        step: Duration::from_millis(step_ms),
        each,
    })
}

/// The lowerings in milliseconds, in order, with the number of their set.
fn lowerings(plan: &Plan) -> Vec<(u32, u128)> {
    let timeline = plan.timeline(Calling::default());
    let lowers = timeline.segments().iter();
    let lowers = lowers.filter(|segment| segment.kind == SegmentKind::Lower);
    lowers
        .map(|segment| (segment.set, segment.duration().as_millis()))
        .collect()
}

#[test]
fn three_minutes_are_a_minute_each_with_cues_fading_and_blind() {
    let plan = plan("4-0-1-0", Way::Thirds, None).unwrap();
    let timeline = plan.timeline(Calling::default());
    let minute = Duration::from_secs(60);
    assert_eq!(timeline.total(), LEAD + 3 * minute);
    let fade = plan.fade().unwrap();
    assert_eq!((fade.from, fade.to), (LEAD + minute, LEAD + 2 * minute));
    let presence = |at| timeline.presence(at);
    assert_eq!(presence(LEAD + minute / 2).to_bits(), 1_f32.to_bits());
    assert_eq!(presence(LEAD + minute * 3 / 2).to_bits(), 0.5_f32.to_bits());
    assert_eq!(presence(LEAD + minute * 2).to_bits(), 0_f32.to_bits());
    let end = timeline.total();
    assert_eq!(
        presence(end.saturating_sub(Duration::from_nanos(1))).to_bits(),
        0_f32.to_bits()
    );
    assert_eq!(presence(end).to_bits(), 1_f32.to_bits(), "the end is told");
}

#[test]
fn what_cannot_be_practised_is_refused_with_what_can() {
    let refused = |tempo| subject(tempo, "Squat").unwrap_err().to_string();
    assert_eq!(
        refused("4-0-X-0"),
        "X and A have no length that could be felt: practise it with seconds, such as `downbeat practise 4-0-1-0`"
    );
    assert!(refused("A-0-2-1").contains("`downbeat practise 2-0-2-1`"));
    assert!(refused("0-0-4-0").contains("no lowering"));
    let work = |pacing| Prescription {
        pacing,
        ..Prescription::straight("4-0-1-0".parse().unwrap(), 2, 8, LEAD)
    };
    let of = |pacing| {
        let draft = Draft::new("any".parse().unwrap(), Exercise::unnamed(), work(pacing));
        Subject::of(&Routine::solo(Preset::new(draft).unwrap()))
    };
    assert_eq!(of(Pacing::Hold(LEAD)), Err(PracticeError::Unpaced));
    assert_eq!(of(Pacing::OwnPace), Err(PracticeError::Unpaced));
    let tempos = ["4-0-1-0", "3-0-1-0"].map(|tempo| tempo.parse().unwrap());
    assert_eq!(
        of(Pacing::BySet(tempos.to_vec())),
        Err(PracticeError::Varies)
    );
}

#[test]
fn a_slow_tempo_takes_longer_or_is_refused_where_somebody_said_how_long() {
    // A rep of 40 s: six of them are four minutes.
    let slow = plan("30-0-10-0", Way::Thirds, None).unwrap();
    assert_eq!(slow.length().to_string(), "4:00");
    assert_eq!(
        plan("30-0-10-0", Way::Thirds, Some("3m"))
            .unwrap_err()
            .to_string(),
        "3:00 is too short for it: write at least --for 4:00"
    );
    assert!(matches!(
        plan("120-0-60-0", Way::Thirds, None),
        Err(PracticeError::TooSlow { .. })
    ));
}

#[test]
fn a_length_is_from_a_minute_and_a_half_to_a_quarter_of_an_hour() {
    for text in ["90s", "1:30", "3m", "15m", "100"] {
        assert!(text.parse::<Length>().is_ok(), "{text}");
    }
    for text in ["89s", "15m1s", "0", "soon", "-3m"] {
        assert!(text.parse::<Length>().is_err(), "{text}");
    }
}

#[test]
fn a_ladder_grows_rep_by_rep_to_its_target_and_stays_there() {
    let plan = plan("3-0-1-0", ladder(5, 500, Each::Rep), Some("90s")).unwrap();
    assert_eq!(plan.fade(), None);
    let lowerings = lowerings(&plan);
    let first: Vec<u128> = lowerings.iter().take(6).map(|(_, lower)| *lower).collect();
    assert_eq!(first, [3_000, 3_500, 4_000, 4_500, 5_000, 5_000]);
    assert!(
        lowerings
            .iter()
            .skip(4)
            .all(|(set, lower)| (*set, *lower) == (1, 5_000))
    );
    let paced = plan
        .timeline(Calling::default())
        .total()
        .saturating_sub(LEAD);
    assert!(paced <= plan.length().duration() && paced + LEAD > plan.length().duration());
}

#[test]
fn a_ladder_of_sets_grows_with_each_set_and_rests_between_them() {
    let plan = plan("2-0-1-0", ladder(3, 1_000, Each::Set), None).unwrap();
    let lowerings = lowerings(&plan);
    assert!(
        lowerings
            .iter()
            .all(|(set, lower)| *lower == if *set == 1 { 2_000 } else { 3_000 })
    );
    let last = lowerings.last().unwrap().0;
    assert_eq!(lowerings.len(), 5 * last as usize);
    assert!(last > 2);
}

#[test]
fn a_last_step_that_would_go_past_the_target_ends_on_it() {
    let plan = plan("3-0-1-0", ladder(5, 1_500, Each::Rep), None).unwrap();
    let first: Vec<u128> = lowerings(&plan)
        .iter()
        .take(4)
        .map(|(_, lower)| *lower)
        .collect();
    assert_eq!(first, [3_000, 4_500, 5_000, 5_000]);
}

#[test]
fn a_ladder_that_leads_nowhere_or_does_not_fit_is_refused() {
    let refused = |way, length| plan("4-0-1-0", way, length).unwrap_err().to_string();
    assert!(refused(ladder(4, 500, Each::Rep), None).contains("longer --ladder"));
    assert_eq!(
        refused(ladder(20, 500, Each::Rep), Some("3m")),
        "3:00 is too short for it: write at least --for 7:30"
    );
    assert!(refused(ladder(120, 10, Each::Rep), None).contains("fewer steps"));
}

#[test]
fn an_exercise_that_begins_with_the_lift_is_practised_so() {
    let subject = subject("4-1-2-0", "Deadlift").unwrap();
    let plan = Plan::new(subject, Way::Thirds, None).unwrap();
    let kinds: Vec<SegmentKind> = plan.phases().iter().map(|phase| phase.kind).collect();
    let lifted_first = [
        SegmentKind::Lift,
        SegmentKind::Lower,
        SegmentKind::PauseStretched,
    ];
    assert_eq!(kinds, lifted_first);
    let timeline = plan.timeline(Calling::default());
    let blind = timeline.at(plan.fade().unwrap().to).unwrap();
    assert_eq!(
        (blind.kind, blind.start),
        (SegmentKind::Lift, plan.fade().unwrap().to)
    );
}

#[test]
fn blind_taps_count_before_those_with_cues() {
    let plan = plan("4-0-1-0", Way::Thirds, None).unwrap();
    let timeline = plan.timeline(Calling::default());
    let seconds = |from: f64, lengths: &[f64]| {
        let mut at = from;
        let steps = lengths.iter().map(move |length| {
            at += length;
            Duration::from_secs_f64(at)
        });
        steps.collect::<Vec<_>>()
    };
    let cued = seconds(10.0, &[0.0, 4.0, 1.0, 4.0, 1.0]);
    let blind = seconds(135.0, &[0.0, 3.5, 1.1, 3.3, 0.9]);
    let of = |taps: &[Vec<Duration>]| {
        let taps: Taps = taps.iter().flatten().copied().collect();
        Felt::of(&plan, &timeline, &taps, None)
    };
    let both = of(&[cued.clone(), blind]);
    assert_eq!(both.part, Part::Blind);
    let lowering = &both.timing.phases[0].lengths;
    assert_eq!(lowering.measured, [3_500, 3_300].map(Duration::from_millis));
    let only = of(&[cued]);
    assert_eq!(
        (only.part, only.to_keep(jiff::civil::date(2026, 1, 1))),
        (Part::Cued, None)
    );
    assert!(of(&[]).is_little() && of(&[]).advice().is_some());
}

#[test]
fn the_last_results_are_kept_for_twenty_tempos_and_one_for_each() {
    let mut memory = Memory::default();
    for second in (1..=30).chain([29]) {
        memory.note_practice(Practised {
            tempo: format!("{second}-0-1-0"),
            ..Practised::default()
        });
    }
    assert_eq!(memory.practised.len(), 20);
    assert_eq!(memory.practised[0].tempo, "29-0-1-0");
    assert!(memory.practice_of("11-0-1-0".parse().unwrap()).is_some());
    assert!(memory.practice_of("10-0-1-0".parse().unwrap()).is_none());
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(64) })]

    #[test]
    fn thirds_are_whole_reps_and_fill_the_length(
        lower in 20_u64..=1_000, pause in 0_u64..3, lift in 20_u64..=300, length in 90_u64..=900,
    ) {
        let seconds = |hundredths: u64| format!("{}.{:02}", hundredths / 100, hundredths % 100);
        let tempo = format!("{}-{pause}-{}-0", seconds(lower), seconds(lift));
        let Ok(plan) = plan(&tempo, Way::Thirds, Some(&length.to_string())) else {
            // Six reps do not fit.
            let rep = Duration::from_millis((lower + lift) * 10 + pause * 1_000);
            prop_assert!(rep * 6 > Duration::from_secs(length));
            return Ok(());
        };
        let (timeline, fade) = (plan.timeline(Calling::default()), plan.fade().unwrap());
        let rep = plan.tempo().rep_length();
        let paced = timeline.total().saturating_sub(LEAD);
        prop_assert!(paced <= plan.length().duration() && paced + rep > plan.length().duration());
        let starts_a_rep = |at: Duration| {
            let here: &Segment = timeline.at(at).unwrap();
            (here.start, here.kind) == (at, SegmentKind::Lower)
        };
        prop_assert!(starts_a_rep(fade.from) && starts_a_rep(fade.to));
        let reps = |from: Duration, to: Duration| to.saturating_sub(from).div_duration_f64(rep).round();
        let thirds = [reps(LEAD, fade.from), reps(fade.from, fade.to), reps(fade.to, timeline.total())];
        prop_assert!(thirds.iter().all(|third| (third - thirds[0]).abs() < 1.5 && *third >= 2.0), "{:?}", thirds);
    }

    #[test]
    fn a_ladder_never_steps_down_and_reaches_its_target(
        first in 1_u64..6, rise in 1_u64..6, step in 100_u64..2_000, sets in any::<bool>(),
    ) {
        let each = if sets { Each::Set } else { Each::Rep };
        let way = ladder(first + rise, step / 10 * 10, each);
        let Ok(plan) = plan(&format!("{first}-0-1-0"), way, None) else { return Ok(()) };
        let lowerings = lowerings(&plan);
        prop_assert!(lowerings.windows(2).all(|pair| pair[0] <= pair[1]));
        prop_assert_eq!(lowerings.first().unwrap().1, u128::from(first) * 1_000);
        prop_assert_eq!(lowerings.last().unwrap().1, u128::from(first + rise) * 1_000);
        let paced = plan.timeline(Calling::default()).total().saturating_sub(LEAD);
        prop_assert!(paced <= plan.length().duration());
    }
}
