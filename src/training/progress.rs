//! What may be done otherwise than the time before: one small step, an easier beginning, or less load for a slower lowering.
//!
//! It is offered at the start of a preset, taken with one key, and never imposed (domain: load strategy). One variable changes at a
//! time, in the order reps, load, tempo. Published programmes keep their own doses: nobody is eased into them.

mod apply;
mod choice;
mod ease;
mod lighter;
mod plates;
mod step;
#[cfg(test)]
mod tests;

pub use choice::{Change, Choice};

use super::evidence::Topic;
use super::history::{Cited, Lifted, day, intro, is_eccentric, slowest};
use super::journal::PastSession;
use super::preset::{Preset, Tier};
use super::readiness::Verdict;
use jiff::civil::Date;

/// Why something is offered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// The first two weeks of a slow lowering, or after three weeks without it.
    EaseIn,
    /// The third week: three sets at most.
    ThirdWeek,
    /// The lowering grows by two seconds or more.
    Lighter,
    /// Two reps to spare, twice.
    Step,
}

impl Kind {
    /// What is said of where the rule comes from.
    pub fn topic(self) -> Topic {
        match self {
            Self::EaseIn | Self::ThirdWeek => Topic::Intro,
            Self::Lighter => Topic::Load,
            Self::Step => Topic::Progress,
        }
    }

    /// The name in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::EaseIn => "ease-in",
            Self::ThirdWeek => "third-week",
            Self::Lighter => "lighter",
            Self::Step => "step",
        }
    }

    /// The rule behind it, with the source of its numbers.
    pub fn rule(self) -> &'static str {
        match self {
            Self::EaseIn => {
                "for two weeks, or after three weeks without it, two sessions a week of 1 to 2 sets of 6 to 8 with 4 reps left (our own numbers; a first bout protects against the soreness of the next)"
            }
            Self::ThirdWeek => "three sets from the third week on (our own number)",
            Self::Lighter => {
                "a slower tempo takes less load; 10 to 20 % less where the lowering grows by 2 s or more (our own numbers)"
            }
            Self::Step => {
                "two reps to spare in the last set of two sessions in a row (2-for-2); then one rep, or the smallest plate of 2 to 5 %, or one second of lowering"
            }
        }
    }
}

/// Something that may be taken with one key, and left with another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// Why.
    pub kind: Kind,
    /// What may be taken, the first with one key; never empty.
    pub choices: Vec<Choice>,
    /// What is said: `Last here 24 Oct: 60 kg 8 8 7. Ease in: 2×6, lighter`.
    pub sentence: String,
    /// The same within 40 columns.
    pub short: String,
    /// The entries that it rests on.
    pub entries: Vec<Cited>,
}

impl Offer {
    /// As lines of text: what is said, the rule, and the entries.
    pub fn lines(&self) -> Vec<String> {
        let mut lines = vec![
            format!("{}.", self.sentence),
            format!("  Rule: {}.", self.kind.rule()),
        ];
        let entries: Vec<String> = self
            .entries
            .iter()
            .map(|entry| format!("{}: {}", day(entry.day), entry.words))
            .collect();
        if !entries.is_empty() {
            lines.push(format!("  From: {}.", entries.join("; ")));
        }
        lines
    }
}

/// What is offered at the start of a preset as it will be trained. `tier` is that of the routine that it belongs to, `past`
/// the latest sessions of its exercise ([`ENOUGH`](super::history::ENOUGH) of them), the latest first, and `verdict` what the rule of
/// readiness says today: a step up only with PROGRESS, and nothing at all with STOP.
pub fn offer(
    preset: &Preset,
    tier: Tier,
    past: &[PastSession],
    today: Date,
    verdict: Verdict,
) -> Option<Offer> {
    // Where nobody said what is lifted, nothing is known of it, and everything would be new each time.
    if verdict == Verdict::Stop || preset.exercise.name.is_empty() {
        return None;
    }
    let lifted = Lifted::of(preset);
    let lowering = slowest(preset.work.tempos().iter().copied());
    if tier != Tier::Published && is_eccentric(lowering) {
        let stage = intro(past, &lifted, today);
        if let Some(offer) = ease::offer(preset, &lifted, past, stage, today) {
            return Some(offer);
        }
        if stage.is_running() {
            return None;
        }
    }
    let slower = lowering.and_then(|lowering| lighter::offer(&lifted, past, lowering));
    if slower.is_some() {
        return slower;
    }
    (verdict == Verdict::Progress)
        .then(|| step::offer(preset, &lifted, past))
        .flatten()
}
