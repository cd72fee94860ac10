//! The keys that say what a preset or a routine is for, and where its numbers come from.

use serde::Deserialize;

use crate::store::values::{PerDay, WeekNumber};
use crate::training::preset::{About, Programme, Tier};

/// The names of the keys.
pub(super) const KEYS: [&str; 9] = [
    "tier",
    "purpose",
    "schedule",
    "published",
    "ours",
    "source",
    "pain",
    "weeks",
    "per_day",
];

/// The keys as they were written.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Evidence {
    tier: WrittenTier,
    purpose: String,
    schedule: String,
    published: String,
    ours: String,
    source: String,
    pain: String,
    weeks: Option<WeekNumber>,
    per_day: Option<PerDay>,
}

#[derive(Debug, Clone, Copy, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
enum WrittenTier {
    #[default]
    General,
    Published,
    Expert,
}

impl Evidence {
    /// A programme has an end; how often a day it is done is once, where nobody says.
    pub(super) fn programme(&self) -> Option<Programme> {
        self.weeks.map(|weeks| Programme {
            weeks: weeks.number(),
            per_day: self.per_day.map_or(1, PerDay::number),
        })
    }

    pub(super) fn about(self) -> About {
        About {
            tier: match self.tier {
                WrittenTier::General => Tier::General,
                WrittenTier::Published => Tier::Published,
                WrittenTier::Expert => Tier::Expert,
            },
            purpose: self.purpose,
            schedule: self.schedule,
            published: self.published,
            ours: self.ours,
            source: self.source,
            pain: self.pain,
        }
    }
}
