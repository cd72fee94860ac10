//! What there is already: the ids that are taken, and the presets that a routine may be made of.

use crate::app::picker::Entry;
use crate::training::preset::Preset;
use crate::training::routine::Kind;

/// What there is already.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Stock {
    ids: Vec<String>,
    presets: Vec<Preset>,
}

impl Stock {
    /// Of everything that can be chosen.
    pub fn of(entries: &[Entry]) -> Self {
        let presets = entries
            .iter()
            .filter(|entry| entry.kind == Kind::Preset)
            .filter_map(|entry| entry.routine()?.as_solo().cloned());
        Self {
            ids: entries.iter().map(|entry| entry.id.clone()).collect(),
            presets: presets.collect(),
        }
    }

    /// Whether an entry has this id.
    pub(super) fn has(&self, id: &str) -> bool {
        self.ids.iter().any(|taken| taken == id)
    }

    /// The presets with a text in their name or exercise, those that begin with it first.
    pub fn matching(&self, text: &str) -> impl Iterator<Item = &Preset> {
        let wanted = text.trim().to_lowercase();
        let rank = move |preset: &Preset| {
            let names = [&preset.name, &preset.exercise.name].map(|name| name.to_lowercase());
            let place = names.iter().filter_map(|name| name.find(&wanted)).min();
            place.filter(|_| !wanted.is_empty()).map(|place| place > 0)
        };
        let mut found: Vec<(bool, &Preset)> = self
            .presets
            .iter()
            .filter_map(|preset| Some((rank(preset)?, preset)))
            .collect();
        found.sort_by_key(|(inside, _)| *inside);
        found.into_iter().map(|(_, preset)| preset)
    }
}
