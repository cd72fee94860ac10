//! Whatever can be prescribed can be written down, as a line and as TOML, and is read again as the same.

use super::presets::{long_presets, presets};
use downbeat::training::line;
use downbeat::training::preset::{Draft, Preset, Side, Sides};
use proptest::prelude::*;

/// The generator begins with one side only; here each may.
fn any_side(preset: &Preset, side: Side) -> Preset {
    let draft = preset.draft();
    let sides = match draft.sides {
        Sides::Both => Sides::Both,
        Sides::Each(_) => Sides::Each(side),
        Sides::Alternating(_) => Sides::Alternating(side),
        Sides::Only(_) => Sides::Only(side),
    };
    Preset::new(Draft { sides, ..draft }).unwrap()
}

fn side() -> impl Strategy<Value = Side> {
    prop_oneof![Just(Side::Left), Just(Side::Right)]
}

fn reads_back_the_same(preset: &Preset) {
    let text = line::work(&preset.work, preset.sides);
    let message = line::read(&text);
    let all = message.understood();
    let all = all.unwrap_or_else(|error| panic!("{text}: {error}"));
    assert_eq!(all.len(), 1, "{text}");
    assert_eq!(
        (&all[0].work, all[0].sides),
        (&preset.work, preset.sides),
        "{text}"
    );
    assert!(message.unread().is_empty(), "{text}");
    let whole = line::write(&preset.draft()).unwrap_or_else(|error| panic!("{text}: {error}"));
    let message = line::read(&whole);
    let again = message.understood().unwrap()[0].draft(preset.id.clone(), preset.lead_in);
    let name = preset.name.clone();
    assert_eq!(Draft { name, ..again }, preset.draft(), "{whole}");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(512) })]

    #[test]
    fn any_work_has_a_line_that_is_read_as_the_same_work(preset in presets(), side in side()) {
        reads_back_the_same(&any_side(&preset, side));
    }

    #[test]
    fn long_work_too(preset in long_presets(), side in side()) {
        reads_back_the_same(&any_side(&preset, side));
    }
}
