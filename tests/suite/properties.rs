//! Laws of the heart that hold for any preset and for whatever is pressed.

mod calls;
mod checks;
mod keys;
mod model;
mod presets;
mod signs;
mod written;

use downbeat::training::performed::Performed;
use downbeat::training::timeline::{SegmentKind, Timeline};
use keys::keys;
use model::Session;
use presets::{long_presets, presets, routines};
use proptest::prelude::*;
use std::time::Duration;

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(256) })]

    #[test]
    fn any_preset_plans_to_segments_that_meet_and_cues_in_order(preset in long_presets()) {
        let timeline = Timeline::plan(&preset);
        checks::well_formed(&timeline);
        let kinds = |kind| timeline.segments().iter().filter(|segment| segment.kind == kind).count();
        let sets = preset.sets().len();
        let sides = preset.sides.order().count();
        let last = timeline.segments().last().unwrap();
        prop_assert_eq!(usize::try_from(timeline.sets(last)).unwrap(), sets);
        prop_assert_eq!(kinds(SegmentKind::Switch), sets * (sides - 1));
        prop_assert!(kinds(SegmentKind::Rest) < sets);
        prop_assert_eq!(kinds(SegmentKind::LeadIn), usize::from(!preset.lead_in.is_zero()));
    }

    #[test]
    fn the_plan_of_a_preset_holds_every_phase_of_every_rep(preset in presets()) {
        checks::holds_every_phase(&preset, &Timeline::plan(&preset));
    }

    #[test]
    fn a_segment_is_found_as_by_a_linear_search(preset in presets(), share in 0.0..1.1f64) {
        let timeline = Timeline::plan(&preset);
        let mut positions = vec![timeline.total().mul_f64(share), timeline.total(), Duration::MAX];
        for segment in timeline.segments() {
            let last = segment.end.saturating_sub(Duration::from_nanos(1));
            positions.extend([segment.start, last, segment.end]);
        }
        for position in positions {
            let linear = timeline
                .segments()
                .iter()
                .find(|segment| segment.start <= position && position < segment.end);
            prop_assert_eq!(timeline.at(position), linear);
        }
    }

    #[test]
    fn whatever_is_pressed_the_past_stays_and_the_position_follows_the_clock(
        routine in routines(),
        keys in keys(),
    ) {
        let mut session = Session::begin(&routine);
        for key in keys {
            session.press(key);
        }
        session.play_on(Duration::from_secs(30));
    }

    #[test]
    fn performed_is_what_was_audible_and_kept(routine in routines(), keys in keys()) {
        let mut session = Session::begin(&routine);
        for key in keys {
            session.press(key);
        }
        let position = session.position();
        let performed = Performed::of(session.timeline(), position, &[]);
        let (tension, reps) = session.audible_and_kept();
        prop_assert_eq!(performed.tension(), tension);
        prop_assert_eq!(performed.reps(), reps);
    }
}
