//! What is left of samples when each is predicted from the ones before it, and how that is stored.
//!
//! The fixed predictors of the format say: the next sample is like the last one, goes on as straight, bends on as much,
//! and so forth. What they leave over are the differences of neighbours, the differences of those, up to the fourth. The
//! smallest are taken, and stored in Rice's code: the upper bits as a run of zeros, the lower ones as they are. How
//! many are lower is said for each of the stretches into which the frame is cut.

use super::bits::Bits;
use super::frame::FRAME;

/// The highest order of differences in the format.
const ORDERS: usize = 4;
/// A frame is cut into so many stretches at most, as a power of two.
const MOST_CUTS: u32 = 6;
/// More lower bits than this cannot be said.
const MOST_LOWER: u32 = 14;
const BITS_PER_SAMPLE: u64 = 16;

#[derive(Debug, Default)]
pub(super) struct Residuals {
    /// The samples, their differences, the differences of those, and so on.
    differences: [Vec<i32>; ORDERS + 1],
    /// Those of the best order, with the sign in the lowest bit.
    folded: Vec<u32>,
    /// The number of samples in each stretch; the first lacks those that are stored as they are.
    stretch: usize,
    /// How many bits are lower, for each stretch.
    lower: Vec<u32>,
}

impl Residuals {
    /// Finds the best order and how it is stored; `None` where the samples are shorter as they are.
    pub(super) fn best(&mut self, samples: &[i16]) -> Option<u32> {
        if samples.len() <= ORDERS {
            return None;
        }
        let order = self.differ(samples);
        let best = self.differences.get(order)?;
        self.folded.clear();
        self.folded.extend(best.iter().map(|left| {
            // 0, −1, 1, −2 … become 0, 1, 2, 3 …
            (left << 1 ^ left >> 31).cast_unsigned()
        }));
        let bits = self.cut(samples.len());
        let as_they_are = BITS_PER_SAMPLE * u64::try_from(samples.len()).ok()?;
        (bits < as_they_are)
            .then(|| u32::try_from(order).ok())
            .flatten()
    }

    /// Takes the differences and returns the order of the smallest ones.
    fn differ(&mut self, samples: &[i16]) -> usize {
        let [first, ..] = &mut self.differences;
        first.clear();
        first.extend(samples.iter().map(|sample| i32::from(*sample)));
        for order in 1..=ORDERS {
            let (lower, higher) = self.differences.split_at_mut(order);
            if let (Some(lower), Some(higher)) = (lower.last(), higher.first_mut()) {
                higher.clear();
                let after = lower.iter().skip(1);
                higher.extend(lower.iter().zip(after).map(|(one, next)| next - one));
            }
        }
        // Only where all orders have one: the fourth leaves out the first four samples. A difference of the fourth
        // order has 20 bits at most and a frame 2¹² of them, so the sum fits.
        let size = |differences: &Vec<i32>| -> u32 {
            let common = differences.iter().rev().take(samples.len() - ORDERS);
            common.map(|left| left.unsigned_abs()).sum()
        };
        let sizes = self.differences.iter().map(size).enumerate();
        sizes
            .min_by_key(|(_, size)| *size)
            .map_or(0, |(order, _)| order)
    }

    /// Chooses the stretches and their lower bits; returns about how many bits all takes.
    fn cut(&mut self, samples: usize) -> u64 {
        let most = (0..=MOST_CUTS)
            .rev()
            .find(|cuts| samples.is_multiple_of(1 << cuts) && samples >> cuts > ORDERS)
            .unwrap_or(0);
        let mut sums = [0u64; 1 << MOST_CUTS];
        let stretches = self.folded.rchunks(samples >> most).rev();
        for (sum, stretch) in sums.iter_mut().zip(stretches) {
            *sum = stretch.iter().map(|left| u64::from(*left)).sum();
        }
        let mut least = u64::MAX;
        for cuts in (0..=most).rev() {
            let stretch = samples >> cuts;
            let sums = sums.get_mut(..1 << cuts).unwrap_or_default();
            let size = u64::try_from(stretch).unwrap_or(u64::MAX);
            let bits = sums.iter().map(|sum| cost(*sum, size)).sum();
            if bits < least {
                least = bits;
                self.stretch = stretch;
                self.lower.clear();
                self.lower
                    .extend(sums.iter().map(|sum| lower_bits(*sum, size)));
            }
            merge_pairs(sums);
        }
        least
    }

    /// Adds what was found last.
    pub(super) fn write(&self, bits: &mut Bits) {
        const RICE: u32 = 0;
        bits.add(RICE, 2);
        bits.add(self.lower.len().ilog2(), 4);
        let stretches = self.folded.rchunks(self.stretch).rev();
        for (stretch, &lower) in stretches.zip(&self.lower) {
            bits.add(lower, 4);
            let (stop, mask) = (1 << lower, (1 << lower) - 1);
            for &left in stretch {
                let zeros = left >> lower;
                if zeros < 32 - MOST_LOWER {
                    bits.add(stop | left & mask, zeros + 1 + lower);
                } else {
                    bits.add_zeros(zeros);
                    bits.add(stop | left & mask, 1 + lower);
                }
            }
        }
    }
}

/// Adds up neighbours; the sums are then the first half.
fn merge_pairs(sums: &mut [u64]) {
    for pair in 0..sums.len() / 2 {
        let both = sums.iter().skip(2 * pair).take(2).sum();
        if let Some(sum) = sums.get_mut(pair) {
            *sum = both;
        }
    }
}

/// How many bits are best stored as they are, for numbers that come to `sum`: about as many as the mean has, less one.
fn lower_bits(sum: u64, count: u64) -> u32 {
    let mean = sum / count.max(1);
    mean.checked_ilog2().unwrap_or(0).min(MOST_LOWER)
}

fn cost(sum: u64, count: u64) -> u64 {
    let lower = lower_bits(sum, count);
    4 + count * u64::from(lower + 1) + (sum >> lower)
}

const _: () = assert!(FRAME <= 1 << 12, "the sum of a frame's differences fits");
