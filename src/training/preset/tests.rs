//! The limits of a preset.

use super::*;
use crate::training::prescription::Reps;

fn draft(tempo: &str, sets: u32, reps: u32) -> Draft {
    let (id, tempo) = ("any".parse().unwrap(), tempo.parse().unwrap());
    Draft::straight(id, Exercise::unnamed(), tempo, sets, reps, LEAD_IN)
}

fn alone(pacing: Pacing) -> Draft {
    let mut draft = draft("4-0-1-0", 1, 1);
    draft.work.pacing = pacing;
    draft
}

#[test]
fn an_id_is_a_slug_that_cannot_be_read_as_a_tempo() {
    for id in ["eccentric-4-1", "a", "x9"] {
        assert_eq!(id.parse::<PresetId>().unwrap().as_str(), id);
    }
    for id in [
        "", "4-0-1-0", "a0x0", "-a", "a-", "a--b", "Ab", "ü", "a b", "9a",
    ] {
        assert_eq!(id.parse::<PresetId>(), Err(PresetError::Id(id.to_owned())));
    }
}

#[test]
fn a_preset_needs_a_set_and_a_set_needs_work() {
    assert_eq!(
        Preset::new(draft("4-0-1-0", 0, 1)),
        Err(PresetError::Sets(0))
    );
    assert_eq!(
        Preset::new(draft("4-0-1-0", 101, 1)),
        Err(PresetError::Sets(101))
    );
    assert_eq!(
        Preset::new(draft("4-0-1-0", 1, 0)),
        Err(PresetError::Reps(0))
    );
    let mut nothing = draft("4-0-1-0", 1, 1);
    nothing.work.reps.clear();
    assert_eq!(Preset::new(nothing), Err(PresetError::Reps(0)));
    assert_eq!(
        Preset::new(alone(Pacing::ByRep(Vec::new()))),
        Err(PresetError::NoTempo)
    );
}

#[test]
fn the_reps_of_all_sets_together_are_limited() {
    assert!(Preset::new(draft("4-0-1-0", 100, 1000)).is_ok());
    let more = Preset::new(draft("4-0-1-0", 100, 1001));
    assert_eq!(more, Err(PresetError::TooMuch(100_100)));
}

#[test]
fn the_work_of_both_sides_together_is_limited_in_time() {
    let mut draft = draft("10-0-10-0", 10, 4000);
    assert!(Preset::new(draft.clone()).is_ok());
    draft.sides = Sides::Each(Side::Left);
    let error = Preset::new(draft).unwrap_err().to_string();
    assert!(error.contains("1600000 s"), "{error}");
}

#[test]
fn waits_and_holds_have_limits() {
    let long = MAX_WAIT + SHORTEST;
    assert!(Preset::new(alone(Pacing::Hold(MAX_WAIT))).is_ok());
    assert!(Preset::new(alone(Pacing::Hold(long))).is_err());
    assert!(Preset::new(alone(Pacing::Strokes(SHORTEST / 2))).is_err());
    let mut rest = draft("4-0-1-0", 2, 1);
    rest.work.rest = Rest::Between(long);
    assert!(Preset::new(rest).is_err());
    let mut lead_in = draft("4-0-1-0", 2, 1);
    lead_in.lead_in = MAX_LEAD_IN + SHORTEST;
    assert!(Preset::new(lead_in).is_err());
}

#[test]
fn a_preset_has_a_tempo_only_if_all_its_reps_share_it() {
    let mut mixed = draft("4-0-1-0", 2, 1);
    let one = Preset::new(mixed.clone()).unwrap();
    assert_eq!(one.tempo(), Some("4-0-1-0".parse().unwrap()));
    let (four, three) = ("4-0-1-0".parse().unwrap(), "3-0-1-0".parse().unwrap());
    mixed.work.pacing = Pacing::BySet(vec![four, three]);
    assert_eq!(Preset::new(mixed).unwrap().tempo(), None);
    assert_eq!(
        Preset::new(alone(Pacing::Hold(LEAD_IN))).unwrap().tempo(),
        None
    );
}

#[test]
fn work_that_does_not_fit_into_its_minute_is_refused_in_words() {
    let mut draft = draft("4-0-1-0", 10, 10);
    draft.work.rest = Rest::Every(Duration::from_secs(60));
    assert!(Preset::new(draft.clone()).is_ok());
    draft.work.reps = vec![Scheme::Straight(Reps::Exactly(12))];
    let error = Preset::new(draft.clone()).unwrap_err().to_string();
    assert!(error.contains("60 s and does not fit into 60 s"), "{error}");
    // Both sides and the switch between them have to fit, too.
    draft.work.reps = vec![Scheme::Straight(Reps::Exactly(5))];
    draft.sides = Sides::Each(Side::Left);
    let error = Preset::new(draft).unwrap_err().to_string();
    assert!(error.contains("60 s and does not fit"), "{error}");
}

#[test]
fn what_waits_for_keys_cannot_begin_at_fixed_times() {
    let mut own = alone(Pacing::OwnPace);
    own.work.rest = Rest::Every(Duration::from_secs(60));
    assert_eq!(Preset::new(own), Err(PresetError::Unpaced));
    let mut gated = draft("4-0-1-0", 2, 1);
    gated.work.lockout = Gate::Closed;
    gated.work.rest = Rest::Every(Duration::from_secs(60));
    assert_eq!(Preset::new(gated), Err(PresetError::Unpaced));
}
