//! How long practised seconds were felt to be, against what they were meant to be. Over more than a year, the mean of a month.

use super::sentence::{counted, full};
use super::{Sentence, Slots, Step};
use crate::training::practice::Practised;
use crate::training::text::visible;
use jiff::civil::Date;

/// One kind of phase in one practice, or in those of a month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Felt {
    /// The day; in a month the last one.
    pub day: Date,
    /// The kind of phase, as in JSON.
    pub kind: String,
    /// How long it was meant to be.
    pub nominal_ms: u64,
    /// How long it was, on the mean.
    pub mean_ms: u64,
    /// The sample standard deviation, of one practice.
    pub spread_ms: Option<u64>,
    /// How often it was felt.
    pub count: u64,
    /// In how many practices.
    pub practices: u32,
    within: Option<usize>,
}

impl Felt {
    /// How much too long it was, in milliseconds; negative where it was too short.
    pub fn off_ms(&self) -> i64 {
        let millis = |ms: u64| i64::try_from(ms).unwrap_or(i64::MAX);
        millis(self.mean_ms).saturating_sub(millis(self.nominal_ms))
    }

    /// `lowering of 4 s`.
    fn what(&self) -> String {
        format!("{} of {} s", self.phase(), plain(self.nominal_ms))
    }

    /// What the phase is called.
    pub fn phase(&self) -> &str {
        match self.kind.as_str() {
            "lower" => "lowering",
            "pause-stretched" => "pause, stretched",
            "lift" => "lifting",
            "pause-contracted" => "pause, contracted",
            other => other,
        }
    }

    fn is_like(&self, other: &Self) -> bool {
        self.kind == other.kind && self.nominal_ms == other.nominal_ms
    }

    fn merge(&mut self, other: &Self) {
        let total = self.count.saturating_add(other.count).max(1);
        let weighed = |felt: &Self| u128::from(felt.mean_ms) * u128::from(felt.count);
        let mean = (weighed(self) + weighed(other) + u128::from(total / 2)) / u128::from(total);
        self.mean_ms = u64::try_from(mean).unwrap_or(u64::MAX);
        (self.count, self.day) = (total, other.day);
        self.practices = self.practices.saturating_add(other.practices);
        self.spread_ms = None;
    }
}

/// Practised seconds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Accuracy {
    /// What was felt, the latest last.
    pub felt: Vec<Felt>,
}

impl Accuracy {
    pub(super) fn add(&mut self, slots: &Slots, day: Date, practised: &Practised) {
        let within = match slots.step() {
            Step::Week => None,
            Step::Month => slots.of(day),
        };
        for phase in practised.phases.iter().filter(|phase| phase.count > 0) {
            let felt = Felt {
                day,
                kind: phase.kind.clone(),
                nominal_ms: phase.nominal_ms,
                mean_ms: phase.mean_ms,
                spread_ms: phase.spread_ms,
                count: phase.count,
                practices: 1,
                within,
            };
            let mut month = self.felt.iter_mut().rev();
            let mut month = month
                .by_ref()
                .take_while(|other| within.is_some() && other.within == within);
            match month.find(|other| other.is_like(&felt)) {
                Some(other) => other.merge(&felt),
                None => self.felt.push(felt),
            }
        }
    }

    /// The phase that was practised in most practices, the latest where some are equal.
    fn foremost(&self) -> Option<&Felt> {
        let practices = |like: &Felt| self.alike(like).map(|felt| felt.practices).sum::<u32>();
        let longest = |felt: &&Felt| (practices(felt), felt.nominal_ms);
        self.felt.iter().max_by_key(longest)
    }

    fn alike(&self, like: &Felt) -> impl Iterator<Item = &Felt> {
        self.felt.iter().filter(move |felt| felt.is_like(like))
    }

    pub(super) fn sentence(&self, slots: &Slots) -> Sentence {
        let Some(foremost) = self.foremost() else {
            return Sentence::new(
                format!(
                    "Nothing {}: practise a tempo (p in the list), and it is drawn here.",
                    slots.window().within()
                ),
                "Nothing yet: practise a tempo (p)",
            );
        };
        let ends = (self.alike(foremost).next(), self.alike(foremost).last());
        let change = match ends {
            (Some(first), Some(last)) if first != last => {
                format!("{} → {} s", tenth(first.mean_ms), tenth(last.mean_ms))
            }
            _ => format!("{} s", tenth(foremost.mean_ms)),
        };
        let practices = counted(
            self.alike(foremost).map(|felt| felt.practices).sum::<u32>(),
            "practice",
        );
        let (what, nominal) = (
            visible(&foremost.what()).into_owned(),
            plain(foremost.nominal_ms),
        );
        Sentence::new(
            format!("A {what} was felt as {change}, {practices}"),
            format!("{nominal} s felt as {change}, {practices}"),
        )
    }

    pub(super) fn rows(&self) -> Vec<String> {
        let row = |felt: &Felt| {
            let spread = felt
                .spread_ms
                .map_or_else(String::new, |spread| format!(" ± {}", tenth(spread)));
            format!(
                "{}: {} felt as {}{spread} s, {} times",
                full(felt.day),
                visible(&felt.what()),
                tenth(felt.mean_ms),
                felt.count
            )
        };
        self.felt.iter().map(row).collect()
    }
}

/// To a tenth: `3.9`.
fn tenth(millis: u64) -> String {
    let tenths = millis.saturating_add(50) / 100;
    format!("{}.{}", tenths / 10, tenths % 10)
}

/// Without a fraction where there is none: `4`, `2.5`.
fn plain(millis: u64) -> String {
    tenth(millis).trim_end_matches(".0").to_owned()
}
