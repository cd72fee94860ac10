//! The same for programs: the object that `downbeat today --help` describes. It stays as it is; keys may be added.

use serde::Serialize;

use super::Told;
use crate::training::history::Cited;
use crate::training::journal::Load;
use crate::training::preset::Preset;
use crate::training::progress::{Choice, Offer};
use crate::training::readiness::{FOOTER, Reason, STOP_TEXT, Unusual, Verdict, sentence};

#[derive(Serialize)]
pub(super) struct Row<'t> {
    day: String,
    id: &'t str,
    name: &'t str,
    tier: &'static str,
    verdict: &'static str,
    says: &'static str,
    reasons: Vec<ReasonRow<'t>>,
    stop: &'static [&'static str],
    unusual: Vec<UnusualRow>,
    missing: Vec<String>,
    baseline: BaselineRow,
    notes: Vec<&'static str>,
    offers: Vec<OfferRow<'t>>,
    footer: &'static str,
    notice: Option<&'t str>,
}

#[derive(Serialize)]
struct ReasonRow<'t> {
    clause: &'static str,
    words: &'t str,
    rule: &'static str,
    entries: &'t [Cited],
}

#[derive(Serialize)]
struct UnusualRow {
    item: &'static str,
    today: u8,
    usual: f64,
}

#[derive(Serialize)]
struct BaselineRow {
    entries: usize,
    needed: usize,
    words: Option<String>,
}

#[derive(Serialize)]
struct OfferRow<'t> {
    exercise: &'t str,
    kind: &'static str,
    words: &'t str,
    rule: &'static str,
    choices: Vec<ChoiceRow<'t>>,
    entries: &'t [Cited],
}

#[derive(Serialize)]
struct ChoiceRow<'t> {
    words: &'t str,
    load: Option<String>,
    dose: String,
    pace: String,
}

impl<'t> Row<'t> {
    pub(super) fn of(told: &'t Told) -> Self {
        let advice = &told.advice;
        let missing = advice.missing.iter();
        let (entries, needed) = advice.baseline.entries();
        Self {
            day: told.today.to_string(),
            id: told.routine.id.as_str(),
            name: &told.routine.name,
            tier: told.routine.about.tier.as_str(),
            verdict: advice.verdict.as_str(),
            says: sentence(advice),
            reasons: advice.reasons.iter().map(ReasonRow::of).collect(),
            stop: match advice.verdict {
                Verdict::Stop => &STOP_TEXT,
                _ => &[],
            },
            unusual: advice.shown.iter().map(UnusualRow::of).collect(),
            missing: missing
                .map(|missing| missing.words(&told.subject))
                .collect(),
            baseline: BaselineRow {
                entries,
                needed,
                words: advice.baseline.words(),
            },
            notes: advice.notes.iter().map(|note| note.words()).collect(),
            offers: told
                .offers
                .iter()
                .map(|(preset, offer)| OfferRow::of(preset, offer))
                .collect(),
            footer: FOOTER,
            notice: told.notice.as_deref(),
        }
    }
}

impl<'t> ReasonRow<'t> {
    fn of(reason: &'t Reason) -> Self {
        Self {
            clause: reason.clause.id(),
            words: &reason.words,
            rule: reason.clause.rule(),
            entries: &reason.entries,
        }
    }
}

impl UnusualRow {
    fn of(unusual: &Unusual) -> Self {
        Self {
            item: unusual.item.words(),
            today: unusual.today,
            usual: unusual.usual,
        }
    }
}

impl<'t> OfferRow<'t> {
    fn of(preset: &'t Preset, offer: &'t Offer) -> Self {
        let choice = |choice: &'t Choice| {
            let taken = choice.apply(preset);
            ChoiceRow {
                words: &choice.words,
                load: choice.load.as_ref().map(Load::to_string),
                dose: taken.dose(),
                pace: taken.pace(),
            }
        };
        Self {
            exercise: &preset.exercise.name,
            kind: offer.kind.as_str(),
            words: &offer.sentence,
            rule: offer.kind.rule(),
            choices: offer.choices.iter().map(choice).collect(),
            entries: &offer.entries,
        }
    }
}
