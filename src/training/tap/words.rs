//! Timing in words and numbers, as it is shown, copied and printed.

use super::{Lengths, PhaseTiming, Timing};
use crate::training::length::seconds;
use crate::training::timeline::SegmentKind;
use std::time::Duration;

/// In nanoseconds.
const TENTH: i128 = 100_000_000;

/// A number from one to ten as a word, any other in digits; whole seconds only are words.
pub fn number(length: Duration) -> String {
    const WORDS: [&str; 10] = [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    ];
    let whole = usize::try_from(length.as_secs())
        .ok()
        .filter(|_| length.subsec_nanos() == 0);
    let word = whole.and_then(|whole| WORDS.get(whole.checked_sub(1)?));
    word.map_or_else(|| seconds(length), |word| (*word).to_owned())
}

/// A length in seconds to the nearest tenth: `3.8`.
pub fn tenths_of(length: Duration) -> String {
    let tenths = nearest_tenth(i128::try_from(length.as_nanos()).unwrap_or_default());
    format!("{}.{}", tenths / 10, tenths % 10)
}

/// How many tenths of a second a length is longer than another one, to the nearest.
pub(super) fn tenths_longer(length: Duration, than: Duration) -> i32 {
    let nanos = |length: Duration| i128::try_from(length.as_nanos()).unwrap_or_default();
    i32::try_from(nearest_tenth(nanos(length) - nanos(than))).unwrap_or(i32::MAX)
}

/// Halves go up, so that what is printed of a length and of how much longer it was agree.
fn nearest_tenth(nanos: i128) -> i128 {
    (nanos + TENTH / 2).div_euclid(TENTH)
}

impl Lengths {
    /// `your four seconds were 3.4 ± 0.3`; `None` where nothing was measured.
    pub fn sentence(&self) -> Option<String> {
        let mean = self.mean_s()?;
        let one = self.nominal == Duration::from_secs(1);
        let (noun, verb) = if one {
            ("second", "was")
        } else {
            ("seconds", "were")
        };
        let spread = self.spread_s();
        let spread = spread.map_or_else(String::new, |spread| format!(" ± {spread:.1}"));
        let number = number(self.nominal);
        Some(format!("your {number} {noun} {verb} {mean:.1}{spread}"))
    }

    /// Mean and spread to the hundredth: `3.41 ± 0.28`.
    pub fn statistics(&self) -> Option<String> {
        let mean = self.mean_s()?;
        let spread = self.spread_s();
        let spread = spread.map_or_else(String::new, |spread| format!(" ± {spread:.2}"));
        Some(format!("{mean:.2}{spread}"))
    }

    /// The strip in a line of text: the tenths of a second by which each was longer or shorter, `-6 +1 0`.
    pub fn strip(&self) -> String {
        let tenths = self.tenths().into_iter();
        let signed = tenths.map(|tenths| match tenths {
            0 => "0".to_owned(),
            _ => format!("{tenths:+}"),
        });
        signed.collect::<Vec<_>>().join(" ")
    }
}

impl PhaseTiming {
    /// What the phase is called: `lowering`.
    pub fn name(&self) -> &'static str {
        match self.kind {
            SegmentKind::Lower => "lowering",
            SegmentKind::Lift => "lifting",
            SegmentKind::PauseStretched => "pause stretched",
            SegmentKind::PauseContracted => "pause contracted",
            other => other.as_str(),
        }
    }

    /// `lowering: your four seconds were 3.4 ± 0.3`.
    pub fn sentence(&self) -> String {
        let sentence = self.lengths.sentence().unwrap_or_default();
        format!("{}: {sentence}", self.name())
    }

    /// The same where there is little room: `lowering 4 s: 3.4 ± 0.3`.
    pub fn short(&self) -> String {
        let mean = self.lengths.mean_s().unwrap_or_default();
        let spread = self.lengths.spread_s();
        let spread = spread.map_or_else(String::new, |spread| format!(" ± {spread:.1}"));
        let nominal = seconds(self.lengths.nominal);
        format!("{} {nominal} s: {mean:.1}{spread}", self.name())
    }
}

impl Timing {
    /// Why taps tell nothing, where there were some and no phase was tapped at both ends.
    pub fn unmeasured(&self) -> Option<String> {
        let taps = match self.taps {
            1 => "1 tap".to_owned(),
            taps => format!("{taps} taps"),
        };
        let nothing = self.taps > 0 && self.is_empty();
        nothing
            .then(|| format!("{taps}, but none near both ends of a phase: tap at each turn-around"))
    }

    /// Everything in lines of text; none where nobody tapped.
    pub fn lines(&self) -> Vec<String> {
        let mut lines: Vec<String> = self.unmeasured().into_iter().collect();
        for phase in &self.phases {
            let Some(mean) = phase.lengths.mean_s() else {
                continue;
            };
            let spread = phase.lengths.spread_s();
            let spread =
                spread.map_or_else(String::new, |spread| format!(", spread {spread:.3} s"));
            let count = phase.lengths.measured.len();
            lines.push(phase.sentence());
            lines.push(format!("  mean {mean:.3} s{spread}, {count} measured"));
            lines.push(format!(
                "  tenths longer or shorter: {}",
                phase.lengths.strip()
            ));
        }
        let late = self.late_s().filter(|_| !self.is_empty());
        lines.extend(late.map(|late| {
            let when = if late < 0.0 { "early" } else { "late" };
            let by = late.abs();
            format!("turn-arounds were tapped {by:.2} s {when} on average")
        }));
        lines
    }
}
