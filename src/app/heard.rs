//! What is heard, as far as somebody chooses it: which layers of the sound, and how loud each is.

/// A part of the sound that can be heard by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Layer {
    /// Whole seconds, counts and notices.
    Ticks,
    /// Where a phase begins, and where a set ends.
    Accents,
    /// The tone that follows the handle.
    Tone,
    /// Spoken words.
    Voice,
}

impl Layer {
    /// Every layer, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Ticks, Self::Accents, Self::Tone, Self::Voice];
}

/// Layers that belong together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Cues {
    /// A metronome.
    Classic,
    /// Classic, and the tone.
    Guide,
    /// Classic, and the voice.
    Voice,
    /// Everything.
    #[default]
    Full,
}

impl Cues {
    /// Every one, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Classic, Self::Guide, Self::Voice, Self::Full];

    /// Whether a layer belongs to it.
    pub fn has(self, layer: Layer) -> bool {
        match layer {
            Layer::Ticks | Layer::Accents => true,
            Layer::Tone => matches!(self, Self::Guide | Self::Full),
            Layer::Voice => matches!(self, Self::Voice | Self::Full),
        }
    }
}

/// Which layers are heard, and how loud each is where it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Heard {
    /// The layers.
    pub cues: Cues,
    levels_db: [Option<i8>; Layer::ALL.len()],
}

impl Heard {
    /// The layers of a cue set, each as loud as it was made.
    pub fn full(cues: Cues) -> Self {
        Self {
            cues,
            levels_db: [Some(0); Layer::ALL.len()],
        }
    }

    /// How loud a layer is where it is heard, in decibels: 0 as it was made, `None` not at all.
    pub fn level_db(self, layer: Layer) -> Option<i8> {
        let levels = Layer::ALL.into_iter().zip(self.levels_db);
        let mut levels = levels.filter(|(each, _)| *each == layer);
        levels.next().and_then(|(_, level)| level)
    }

    /// The same with a layer at another level.
    #[must_use]
    pub fn with(mut self, layer: Layer, level_db: Option<i8>) -> Self {
        for (each, level) in Layer::ALL.iter().zip(&mut self.levels_db) {
            if *each == layer {
                *level = level_db;
            }
        }
        self
    }
}

impl Default for Heard {
    fn default() -> Self {
        Self::full(Cues::default())
    }
}
