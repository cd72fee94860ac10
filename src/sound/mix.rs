//! Which layers of the sound are heard, and how loud each is.
//!
//! Gains are fixed: a layer can only be made softer than it was made, and what speaks lies over what ticks by a fixed
//! step. So no limiter is needed, and what was rendered once comes out the same again.

#[cfg(feature = "sound")]
mod packed;

use super::Decibels;

/// A part of the sound that can be heard by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Layer {
    /// Whole seconds, counts and notices.
    Ticks,
    /// Where a phase begins, and where a set ends.
    Accents,
    /// The tone that follows the handle.
    Guide,
    /// Spoken words.
    Voice,
}

impl Layer {
    /// Every layer, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Ticks, Self::Accents, Self::Guide, Self::Voice];

    fn index(self) -> usize {
        match self {
            Self::Ticks => 0,
            Self::Accents => 1,
            Self::Guide => 2,
            Self::Voice => 3,
        }
    }
}

/// Layers that belong together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum CueSet {
    /// A metronome: a tick each second, and a stronger one where a phase begins.
    Classic,
    /// Classic, and a tone that falls and rises with the handle.
    Guide,
    /// Classic, and a voice.
    Voice,
    /// Everything.
    #[default]
    Full,
}

impl CueSet {
    /// Every cue set, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Classic, Self::Guide, Self::Voice, Self::Full];

    /// Whether a layer belongs to it.
    pub fn has(self, layer: Layer) -> bool {
        match layer {
            Layer::Ticks | Layer::Accents => true,
            Layer::Guide => matches!(self, Self::Guide | Self::Full),
            Layer::Voice => matches!(self, Self::Voice | Self::Full),
        }
    }
}

/// The level of each layer; `None` is off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Mix([Option<Decibels>; Layer::ALL.len()]);

impl Mix {
    /// The layers of a cue set, each at its level.
    pub fn new(cues: CueSet, level: impl Fn(Layer) -> Option<Decibels>) -> Self {
        Self(Layer::ALL.map(|layer| level(layer).filter(|_| cues.has(layer))))
    }

    /// The level of a layer; `None` is off.
    pub fn level(self, layer: Layer) -> Option<Decibels> {
        self.0.get(layer.index()).copied().flatten()
    }
}

impl From<CueSet> for Mix {
    fn from(cues: CueSet) -> Self {
        Self::new(cues, |_| Some(Decibels::FULL))
    }
}

impl Default for Mix {
    fn default() -> Self {
        CueSet::default().into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cue_set_has_its_layers_and_no_others() {
        let on = |cues: CueSet| Layer::ALL.map(|layer| Mix::from(cues).level(layer).is_some());
        assert_eq!(on(CueSet::Classic), [true, true, false, false]);
        assert_eq!(on(CueSet::Guide), [true, true, true, false]);
        assert_eq!(on(CueSet::Voice), [true, true, false, true]);
        assert_eq!(on(CueSet::Full), [true; 4]);
    }
}
