//! Fuel: how much protein a day for a body weight, and what else can be said of eating and sleeping beside lifting. There is
//! no target for calories or for body weight in here, on purpose.

use super::evidence::{Basis, Paragraph, SLEEP_TARGET, Topic};
use super::journal::Mass;
use super::text::visible;
use std::fmt;

/// Body weights that are believed, in grams.
const BELIEVED_G: std::ops::RangeInclusive<u64> = 30_000..=250_000;
/// Milligrams of protein a day for each gram of body weight, times ten: 1.6 g/kg, where gains levelled off, to 2.2, the upper
/// end of the interval around it (Morton 2018).
const DAY: [u64; 2] = [16, 22];
/// The least number of meals that a day's protein is parted into (Schoenfeld & Aragon 2018). A quarter of the day is 0.4 to
/// 0.55 g/kg.
const MEALS: u64 = 4;
/// The grams of a day are told in steps of so many: nobody weighs their food to the gram.
const STEP_G: u64 = 5;

/// Protein for a body weight that is believed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Protein {
    weight: Mass,
    grams: u64,
}

/// A body weight that nobody has.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("write a body weight from 30 to 250 kg, or from 67 to 551 lb: {0} is not believed")]
pub struct WeightError(String);

/// From so many grams to so many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Grams {
    /// The least.
    pub from: u64,
    /// The most that is of use.
    pub to: u64,
}

impl fmt::Display for Grams {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} to {} g", self.from, self.to)
    }
}

impl Protein {
    /// Protein for a body weight.
    ///
    /// # Errors
    /// Which weights are believed.
    pub fn of(weight: Mass) -> Result<Self, WeightError> {
        let grams = weight.grams().filter(|grams| BELIEVED_G.contains(grams));
        let refused = || WeightError(visible(&weight.to_string()).into_owned());
        let grams = grams.ok_or_else(refused)?;
        Ok(Self { weight, grams })
    }

    /// The body weight, as it was written.
    pub fn weight(&self) -> Mass {
        self.weight
    }

    /// Grams of protein a day.
    pub fn day(&self) -> Grams {
        let [from, to] = DAY.map(|tenths| rounded(self.grams * tenths, 10_000 * STEP_G) * STEP_G);
        Grams { from, to }
    }

    /// Grams of protein in each of four meals.
    pub fn meal(&self) -> Grams {
        let [from, to] = DAY.map(|tenths| rounded(self.grams * tenths, 10_000 * MEALS));
        Grams { from, to }
    }

    /// `130 to 175 g of protein a day`.
    pub fn a_day(&self) -> String {
        format!("{} of protein a day", self.day())
    }

    /// `about 32 to 44 g in each of 4 meals`.
    pub fn a_meal(&self) -> String {
        format!("about {} in each of {MEALS} meals", self.meal())
    }
}

/// All that is said of fuel, a sentence or a few in each line: the numbers, where they come from, and whom they are not for.
pub fn lines(protein: &Protein) -> Vec<String> {
    let numbers = [
        format!("{}: {}.", protein.weight(), protein.a_day()),
        format!("That is {}.", protein.a_meal()),
    ];
    numbers.into_iter().chain(grounds()).collect()
}

/// Where the numbers come from, whom they are not for, and what belongs beside them.
pub fn grounds() -> impl Iterator<Item = String> {
    let said = Topic::Protein.about().paragraphs.iter();
    said.chain([&SLEEP_TARGET]).map(Paragraph::with_sources)
}

/// The least of that: whom the numbers are not for, and the names of their sources.
pub fn grounds_in_short() -> impl Iterator<Item = String> {
    let about = Topic::Protein.about();
    let cautions = about
        .paragraphs
        .iter()
        .filter(|said| said.basis == Basis::Caution);
    let names: Vec<&str> = about.sources().iter().map(|source| source.name).collect();
    let cautions = cautions.map(Paragraph::cited);
    cautions.chain([names.join("; ")])
}

/// A quotient, rounded to the nearest whole number.
fn rounded(number: u64, by: u64) -> u64 {
    (number + by / 2) / by
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::training::journal::Unit;

    fn protein(text: &str) -> Result<Protein, WeightError> {
        Protein::of(Mass::read(text, Unit::Kg).unwrap())
    }

    #[test]
    fn a_body_weight_gives_grams_a_day_and_a_meal() {
        for (weight, day, meal) in [
            ("80", "130 to 175 g", "32 to 44 g"),
            ("60 kg", "95 to 130 g", "24 to 33 g"),
            ("72.5", "115 to 160 g", "29 to 40 g"),
            ("176lb", "130 to 175 g", "32 to 44 g"),
            ("30", "50 to 65 g", "12 to 17 g"),
            ("250", "400 to 550 g", "100 to 138 g"),
        ] {
            let protein = protein(weight).unwrap();
            assert_eq!(protein.day().to_string(), day, "{weight}");
            assert_eq!(protein.meal().to_string(), meal, "{weight}");
        }
    }

    #[test]
    fn four_meals_make_the_day_up_to_the_rounding() {
        for kg in 30..=250 {
            let protein = protein(&kg.to_string()).unwrap();
            let (day, meal) = (protein.day(), protein.meal());
            assert!(day.from.abs_diff(4 * meal.from) <= 4, "{kg} kg");
            assert!(day.to.abs_diff(4 * meal.to) <= 4, "{kg} kg");
        }
    }

    #[test]
    fn what_nobody_weighs_is_refused_in_words() {
        for weight in ["29.999", "250.001", "0", "-80", "66 lb", "552 lb"] {
            let error = protein(weight).unwrap_err().to_string();
            assert!(error.contains("from 30 to 250 kg"), "{weight}: {error}");
        }
        for weight in ["30", "250", "67 lb", "551 lb"] {
            assert!(protein(weight).is_ok(), "{weight}");
        }
    }

    #[test]
    fn the_lines_tell_the_source_the_modest_effect_and_whom_to_ask() {
        let text = lines(&protein("80").unwrap()).join("\n");
        for said in [
            "80 kg: 130 to 175 g of protein a day",
            "10.1136/bjsports-2017-097608",
            "10.1186/s12970-018-0215-1",
            "0.3 kg",
            "a target, not a verdict",
            "oily fish",
            "kidney disease",
            "pregnan",
            "eating disorder",
        ] {
            assert!(text.contains(said), "{said}: {text}");
        }
        for never in ["calorie", "kcal", "lose weight", "weight loss", "deficit"] {
            assert!(!text.to_lowercase().contains(never), "{never}");
        }
    }
}
