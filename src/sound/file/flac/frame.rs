//! Frames: some thousand samples each, which can be decoded by themselves.

use super::bits::{Bits, crc8, crc16};
use super::residual::Residuals;
use crate::sound::file::Channels;
use crate::sound::rate::Rate;

/// Samples of a channel in each frame but the last.
pub(super) const FRAME: usize = 1 << FRAME_BITS;
const FRAME_BITS: u32 = 12;

/// Fourteen ones, a zero, and the sign that all frames are of one length.
const SYNC: u32 = 0xFFF8;
/// In the head: 256 samples doubled so many times, from eight on.
const LENGTH_DOUBLED: u32 = 8;
/// In the head: the length, less one, follows in 16 bits.
const LENGTH_FOLLOWS: u32 = 0b0111;
const MONO: u32 = 0b0000;
/// The left channel, and by how much it differs from the right.
const LEFT_AND_DIFFERENCE: u32 = 0b1000;
const SIXTEEN_BITS: u32 = 0b100;

const CONSTANT: u32 = 0;
const VERBATIM: u32 = 1;
const FIXED: u32 = 8;

/// Makes the frames of one file, one after the other.
#[derive(Debug)]
pub(super) struct Frames {
    rate: Rate,
    channels: Channels,
    /// Of the next frame.
    number: u32,
    bits: Bits,
    residuals: Residuals,
}

impl Frames {
    pub(super) fn new(rate: Rate, channels: Channels) -> Self {
        Self {
            rate,
            channels,
            number: 0,
            bits: Bits::default(),
            residuals: Residuals::default(),
        }
    }

    pub(super) fn channels(&self) -> Channels {
        self.channels
    }

    /// The next frame's bytes; only the last frame may have fewer than [`FRAME`] samples.
    pub(super) fn encode(&mut self, samples: &[i16]) -> &[u8] {
        self.bits.clear();
        self.head(samples.len());
        match samples {
            [first, rest @ ..] if rest.iter().all(|sample| sample == first) => {
                self.kind(CONSTANT);
                self.bits.add(pattern(*first), 16);
            }
            _ => self.changing(samples),
        }
        if self.channels == Channels::Stereo {
            // A difference of two numbers takes a bit more.
            self.kind(CONSTANT);
            self.bits.add(0, 17);
        }
        let bytes = self.bits.whole_bytes();
        let sum = crc16(bytes);
        bytes.extend(sum.to_be_bytes());
        self.number = self.number.wrapping_add(1);
        bytes
    }

    fn head(&mut self, samples: usize) {
        let length = if samples == FRAME {
            FRAME_BITS
        } else {
            LENGTH_FOLLOWS
        };
        const { assert!(FRAME == 256 << (FRAME_BITS - LENGTH_DOUBLED)) };
        let channels = match self.channels {
            Channels::Mono => MONO,
            Channels::Stereo => LEFT_AND_DIFFERENCE,
        };
        self.bits.add(SYNC, 16);
        self.bits.add(length, 4);
        self.bits.add(rate_code(self.rate), 4);
        self.bits.add(channels, 4);
        self.bits.add(SIXTEEN_BITS << 1, 4);
        self.number();
        if length == LENGTH_FOLLOWS {
            let less = samples.saturating_sub(1);
            self.bits.add(u32::try_from(less).unwrap_or(0), 16);
        }
        let sum = crc8(self.bits.whole_bytes());
        self.bits.add(sum.into(), 8);
    }

    /// The frame's number as UTF-8 would write a character, which goes on to 31 bits here.
    fn number(&mut self) {
        if self.number < 0x80 {
            return self.bits.add(self.number, 8);
        }
        // Each byte behind the first carries six bits; the first has room for the more the fewer follow.
        let follow = (1..6)
            .find(|follow| self.number < 1 << (6 * follow + 6 - follow))
            .unwrap_or(5);
        let lead = 0xFF << (7 - follow) & 0xFF;
        self.bits.add(lead | self.number >> (6 * follow), 8);
        for byte in (0..follow).rev() {
            self.bits.add(0x80 | self.number >> (6 * byte) & 0x3F, 8);
        }
    }

    fn kind(&mut self, kind: u32) {
        self.bits.add(kind << 1, 8);
    }

    /// As the first samples and how far each other is from what its predecessors predict, or as they are if that
    /// is shorter.
    fn changing(&mut self, samples: &[i16]) {
        let best = self.residuals.best(samples);
        let (kind, as_they_are) = match best {
            Some(order) => (FIXED + order, usize::try_from(order).unwrap_or(0)),
            None => (VERBATIM, samples.len()),
        };
        self.kind(kind);
        for sample in samples.iter().take(as_they_are) {
            self.bits.add(pattern(*sample), 16);
        }
        if best.is_some() {
            self.residuals.write(&mut self.bits);
        }
    }
}

fn pattern(sample: i16) -> u32 {
    sample.cast_unsigned().into()
}

/// The rate in the frame's head, so that a player which comes in late knows it; zero points to the file's head.
fn rate_code(rate: Rate) -> u32 {
    match rate.hertz() {
        88_200 => 1,
        176_400 => 2,
        192_000 => 3,
        8_000 => 4,
        16_000 => 5,
        22_050 => 6,
        24_000 => 7,
        32_000 => 8,
        44_100 => 9,
        48_000 => 10,
        96_000 => 11,
        _ => 0,
    }
}
