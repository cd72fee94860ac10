//! Middle values.

use std::fmt;

/// A median, in halves: between two neighbours it is halfway.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Middle {
    halves: u32,
}

impl Middle {
    /// The middle of some numbers; `None` of none.
    pub fn of(mut numbers: Vec<u16>) -> Option<Self> {
        numbers.sort_unstable();
        let middle = numbers.len() / 2;
        let upper = numbers.get(middle).copied()?;
        let lower = if numbers.len().is_multiple_of(2) {
            numbers.get(middle.wrapping_sub(1)).copied()?
        } else {
            upper
        };
        Some(Self {
            halves: u32::from(lower) + u32::from(upper),
        })
    }

    /// Twice the value.
    pub fn halves(self) -> u32 {
        self.halves
    }

    /// The value, a half rounded up.
    pub fn rounded(self) -> u32 {
        self.halves.div_ceil(2)
    }
}

/// `6`, or `6.5`.
impl fmt::Display for Middle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let half = if self.halves % 2 == 1 { ".5" } else { "" };
        write!(f, "{}{half}", self.halves / 2)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_middle_of_an_even_number_is_between_two() {
        let shown = |numbers: &[u16]| Middle::of(numbers.to_vec()).map(|middle| middle.to_string());
        assert_eq!(shown(&[]), None);
        assert_eq!(shown(&[7]).as_deref(), Some("7"));
        assert_eq!(shown(&[9, 2, 4]).as_deref(), Some("4"));
        assert_eq!(shown(&[9, 2, 4, 5]).as_deref(), Some("4.5"));
    }
}
