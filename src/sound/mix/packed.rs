//! A mix in one number, so that it can be handed to the audio callback at once and without a lock.

use super::{Decibels, Mix};

/// No level is as low as this.
const OFF: u8 = 0x80;

impl Mix {
    /// All levels in one number.
    pub(crate) fn packed(self) -> u32 {
        let byte =
            |level: Option<Decibels>| level.map_or(OFF, |level| level.get().to_le_bytes()[0]);
        u32::from_le_bytes(self.0.map(byte))
    }

    /// The levels that a number stands for.
    pub(crate) fn unpacked(packed: u32) -> Self {
        let level = |byte: u8| (byte != OFF).then(|| Decibels::new(i8::from_le_bytes([byte])));
        Self(packed.to_le_bytes().map(level))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sound::mix::CueSet;

    #[test]
    fn a_mix_comes_out_of_its_number_as_it_went_in() {
        let levels = [None, Some(0), Some(-6), Some(-48)];
        for cues in CueSet::ALL {
            for level in levels {
                let mix = Mix::new(cues, |_| level.map(Decibels::new));
                assert_eq!(Mix::unpacked(mix.packed()), mix);
            }
        }
    }
}
