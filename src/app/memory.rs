//! What the program remembers from one day to the next, and may forget without harm.

use crate::training::exercise::Start;
use crate::training::preset::PresetId;
use std::collections::BTreeMap;

/// How many recent presets are kept.
const RECENTS: usize = 10;

/// Small things that save key presses.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Memory {
    /// The presets last trained, the newest first.
    pub recents: Vec<PresetId>,
    /// The phase that an exercise was last begun with, where the person chose it.
    pub starts: BTreeMap<String, Start>,
    /// Whether a session was ever begun: the question to newcomers is asked once.
    pub introduced: bool,
    /// Whether the sound was off.
    pub muted: bool,
}

impl Memory {
    /// Notes that a preset was trained.
    pub fn trained(&mut self, id: &PresetId) {
        self.recents.retain(|known| known != id);
        self.recents.insert(0, id.clone());
        self.recents.truncate(RECENTS);
    }

    /// The preset to begin with when none is named.
    pub fn last(&self) -> Option<&PresetId> {
        self.recents.first()
    }
}
