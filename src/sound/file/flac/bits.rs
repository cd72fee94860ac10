//! Bits in a row, the highest of each number first, and the checksums over their bytes.

/// Bytes to which bits are added.
#[derive(Debug, Default)]
pub(super) struct Bits {
    bytes: Vec<u8>,
    /// The last `held` bits are not among the bytes yet; fewer than 32 between two calls.
    last: u64,
    held: u32,
}

impl Bits {
    /// Forgets everything and keeps the memory.
    pub(super) fn clear(&mut self) {
        self.bytes.clear();
        self.held = 0;
    }

    /// Adds the lowest `count` bits of a number whose other bits are zero; 32 at most.
    #[expect(
        clippy::cast_possible_truncation,
        reason = "the 32 bits that are due are what is kept"
    )]
    #[inline]
    pub(super) fn add(&mut self, number: u32, count: u32) {
        self.last = self.last << count | u64::from(number);
        self.held += count;
        if self.held >= 32 {
            self.held -= 32;
            let due = (self.last >> self.held) as u32;
            self.bytes.extend_from_slice(&due.to_be_bytes());
        }
    }

    /// Adds so many zeros.
    pub(super) fn add_zeros(&mut self, mut count: u32) {
        while count > 32 {
            self.add(0, 32);
            count -= 32;
        }
        self.add(0, count);
    }

    /// Fills up the last byte with zeros, and gives all of them.
    #[expect(
        clippy::cast_possible_truncation,
        reason = "the upper bits of the number have been given"
    )]
    pub(super) fn whole_bytes(&mut self) -> &mut Vec<u8> {
        self.add(0, (8 - self.held % 8) % 8);
        while self.held > 0 {
            self.held -= 8;
            self.bytes.push((self.last >> self.held) as u8);
        }
        &mut self.bytes
    }
}

/// The checksum over a frame's head.
pub(super) fn crc8(bytes: &[u8]) -> u8 {
    const TABLE: [u16; 256] = table(0x07 << 8);
    bytes.iter().fold(0, |sum, byte| {
        let [left, _] = entry(&TABLE, sum ^ byte).to_be_bytes();
        left
    })
}

/// The checksum over a frame.
pub(super) fn crc16(bytes: &[u8]) -> u16 {
    const TABLE: [u16; 256] = table(0x8005);
    bytes.iter().fold(0, |sum: u16, byte| {
        let [high, _] = sum.to_be_bytes();
        sum << 8 ^ entry(&TABLE, high ^ byte)
    })
}

fn entry(table: &[u16; 256], index: u8) -> u16 {
    table.get(usize::from(index)).copied().unwrap_or(0)
}

/// What each byte comes to when it is divided by a polynomial whose highest term is left out.
#[expect(
    clippy::indexing_slicing,
    clippy::cast_possible_truncation,
    reason = "the index is below 256"
)]
const fn table(polynomial: u16) -> [u16; 256] {
    let mut table = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        let mut left = (byte as u16) << 8;
        let mut bit = 0;
        while bit < 8 {
            let carries = left & 0x8000 != 0;
            left <<= 1;
            if carries {
                left ^= polynomial;
            }
            bit += 1;
        }
        table[byte] = left;
        byte += 1;
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checksums_are_those_of_the_catalogue() {
        assert_eq!(crc8(b"123456789"), 0xF4);
        assert_eq!(crc16(b"123456789"), 0xFEE8);
    }

    #[test]
    fn bits_stand_in_a_row_whatever_their_number() {
        let mut bits = Bits::default();
        for round in 0..3 {
            bits.clear();
            bits.add(0b101, 3);
            bits.add_zeros(70);
            bits.add(u32::MAX, 32);
            bits.add(0, 0);
            bits.add(1, 2);
            let bytes = bits.whole_bytes();
            let mut expected = vec![0b1010_0000];
            expected.extend([0; 8]);
            expected.extend([0b0111_1111, 255, 255, 255, 0b1010_0000]);
            assert_eq!(*bytes, expected, "round {round}");
        }
    }
}
