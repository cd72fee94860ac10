//! What holds for any timeline, and what a plan must hold of its preset, spelt out a second time.

use downbeat::training::cue::CueKind;
use downbeat::training::exercise::Start;
use downbeat::training::preset::{Effort, OWN_PACE, Preset, Sides};
use downbeat::training::tempo::Pace;
use downbeat::training::timeline::{SegmentKind, Timeline};
use std::time::Duration;

/// Segments are not empty, begin at zero and meet; cues are in order, and each segment is announced once.
pub(crate) fn well_formed(timeline: &Timeline) {
    let mut end = Duration::ZERO;
    for segment in timeline.segments() {
        assert_eq!(segment.start, end);
        assert!(segment.start < segment.end && segment.end <= segment.planned_end);
        end = segment.end;
    }
    assert_eq!(timeline.total(), end);
    let cues = timeline.cues();
    assert!(cues.is_sorted());
    assert!(cues.iter().all(|cue| cue.at <= end));
    let phases = cues.iter().filter(|cue| cue.kind == CueKind::Phase);
    let starts = timeline.segments().iter().map(|segment| segment.start);
    assert!(phases.map(|cue| cue.at).eq(starts));
    let beats = cues
        .iter()
        .filter(|cue| matches!(cue.kind, CueKind::Phase | CueKind::Tick))
        .map(|cue| cue.at);
    assert!(
        beats.is_sorted_by(|a, b| a < b),
        "a beginning replaces the tick"
    );
}

/// Compares a plan with what the preset says, spelt out phase by phase.
pub(crate) fn holds_every_phase(preset: &Preset, timeline: &Timeline) {
    let mut expected = Vec::new();
    let turns = match preset.sides {
        Sides::Alternating(_) => 2,
        _ => 1,
    };
    for set in preset.sets() {
        for _ in preset.sides.order() {
            let reps = set.work.iter();
            let last = reps
                .clone()
                .rposition(|w| matches!(w.effort, Effort::Rep { .. }));
            for (index, work) in reps.enumerate() {
                for time in 1..=work.times {
                    let last = last == Some(index) && time == work.times;
                    for turn in 1..=turns {
                        let last = last && turn == turns;
                        expected.extend(phases(preset, work.effort, last));
                    }
                }
            }
        }
    }
    expected.retain(|(_, length)| !length.is_zero());
    let work = timeline.segments().iter().filter(|s| s.kind.is_work());
    let planned: Vec<_> = work.map(|s| (s.kind, s.duration())).collect();
    assert_eq!(planned, expected);
}

fn phases(preset: &Preset, effort: Effort, last: bool) -> Vec<(SegmentKind, Duration)> {
    let tempo = match effort {
        Effort::Rep { tempo, .. } => tempo,
        Effort::Hold(length) => return vec![(SegmentKind::Hold, length)],
        Effort::Beat(length) => return vec![(SegmentKind::Beat, length)],
        Effort::OwnPace => return vec![(SegmentKind::Beat, OWN_PACE)],
        Effort::Change { .. } => return Vec::new(),
    };
    let paced = |pace: Pace, kind| match pace {
        Pace::Assisted => (SegmentKind::Assist, pace.nominal()),
        _ => (kind, pace.nominal()),
    };
    let pause = |unloaded, kind, length| {
        if unloaded {
            (SegmentKind::Break, length)
        } else {
            (kind, length)
        }
    };
    let lower = paced(tempo.lower(), SegmentKind::Lower);
    let low = preset.unloaded.stretched();
    let low = pause(low, SegmentKind::PauseStretched, tempo.stretched());
    let lift = paced(tempo.lift(), SegmentKind::Lift);
    let high = preset.unloaded.contracted();
    let high = pause(high, SegmentKind::PauseContracted, tempo.contracted());
    let (first, second) = match preset.exercise.start {
        Start::Lower => ([lower, low], [lift, high]),
        Start::Lift => ([lift, high], [lower, low]),
    };
    if last && second[0].0 == SegmentKind::Assist {
        first.to_vec()
    } else {
        [first, second].concat()
    }
}
