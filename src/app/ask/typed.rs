//! What is written in the fields of questions, and how weights step.

use crate::training::fuel::Protein;
use crate::training::journal::{Load, Mass, Unit};

/// Reads a body weight that is believed.
pub(super) fn weight(text: &str, unit: Unit) -> Result<Mass, String> {
    let mass = Mass::read(text, unit).map_err(|error| error.to_string())?;
    let protein = Protein::of(mass).map_err(|error| error.to_string())?;
    Ok(protein.weight())
}

/// Reads numbers of reps, from 1 to `of`: `3 7`, `3,7`. They come in order, each once.
pub(super) fn reps(text: &str, of: u32) -> Option<Vec<u32>> {
    let words = text.split([' ', ',', ';']).filter(|word| !word.is_empty());
    let mut reps: Vec<u32> = words
        .map(|word| word.parse().ok().filter(|rep| (1..=of).contains(rep)))
        .collect::<Option<_>>()?;
    reps.sort_unstable();
    reps.dedup();
    Some(reps)
}

/// Numbers of reps as they are written.
pub(super) fn list(reps: &[u32]) -> String {
    let words: Vec<String> = reps.iter().map(u32::to_string).collect();
    words.join(" ")
}

/// The load a plate heavier or lighter: 2.5 kg or 5 lb; in a hand, and on a belt, half as much.
pub(super) fn next_load(load: &Load, by: i32) -> Option<Load> {
    let mass = match load {
        Load::Body(None) => Mass::new(0, Unit::Kg)?,
        Load::Weight(mass) | Load::PerHand(mass) | Load::Body(Some(mass)) => *mass,
        Load::Band(_) => return None,
    };
    let plate = match mass.unit() {
        Unit::Kg => 2_500,
        Unit::Lb => 5_000,
    };
    let step = match load {
        Load::Weight(_) => plate,
        _ => plate / 2,
    };
    let next = mass.thousandths().checked_add(by.checked_mul(step)?)?;
    let next = match load {
        Load::Body(_) => next,
        _ => next.max(0),
    };
    Some(load.with_mass(Mass::new(next, mass.unit())?))
}

/// A body weight a tenth heavier or lighter.
pub(super) fn next_weight(mass: Mass, by: i32) -> Option<Mass> {
    Mass::new(
        mass.thousandths().checked_add(by.checked_mul(100)?)?,
        mass.unit(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_load_steps_by_a_plate_and_stays_of_its_kind() {
        let next = |load: &str, by| {
            let load: Load = load.parse().unwrap();
            next_load(&load, by).map(|load| load.to_string())
        };
        assert_eq!(next("60", 1).as_deref(), Some("62.5 kg"));
        assert_eq!(next("135 lb", -1).as_deref(), Some("130 lb"));
        assert_eq!(next("24 per hand", 1).as_deref(), Some("25.25 kg per hand"));
        assert_eq!(next("bw", -1).as_deref(), Some("body weight - 1.25 kg"));
        assert_eq!(next("1 kg", -1).as_deref(), Some("0 kg"));
        assert_eq!(next("band red", 1), None);
    }

    #[test]
    fn numbers_of_reps_are_read_in_order_and_only_those_that_there_were() {
        assert_eq!(reps("7, 3 3", 8), Some(vec![3, 7]));
        assert_eq!(list(&[3, 7]), "3 7");
        assert_eq!(reps("", 8), Some(Vec::new()));
        for wrong in ["0", "9", "three", "-1"] {
            assert_eq!(reps(wrong, 8), None, "{wrong}");
        }
    }

    #[test]
    fn a_body_weight_is_one_that_can_be() {
        assert!(weight("80", Unit::Kg).is_ok());
        assert!(weight("8", Unit::Kg).is_err());
        assert!(weight("900 lb", Unit::Kg).is_err());
    }
}
