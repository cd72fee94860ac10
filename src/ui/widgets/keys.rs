//! Key hints for a footer: as many as fit.

use super::text;

pub use crate::app::hints::Hint;

/// The columns that a hint takes.
fn width(hint: Hint) -> u16 {
    text::width(hint.key)
        .saturating_add(1)
        .saturating_add(text::width(hint.does))
}

/// Columns between two hints.
pub const GAP: u16 = 3;

/// The hints that fit into `room` columns. The first are the most important; the last one of all leads to the others
/// (`? more`), so it goes last: what is dropped is dropped from before it.
pub fn fitting(hints: &[Hint], room: u16) -> Vec<Hint> {
    let Some((more, others)) = hints.split_last() else {
        return Vec::new();
    };
    let all = hints.iter().fold(0_u16, |sum, hint| {
        sum.saturating_add(width(*hint)).saturating_add(GAP)
    });
    if all <= room.saturating_add(GAP) {
        return hints.to_vec();
    }
    let Some(mut left) = room.checked_sub(width(*more)) else {
        return Vec::new();
    };
    let mut kept: Vec<Hint> = others
        .iter()
        .copied()
        .take_while(
            |hint| match left.checked_sub(width(*hint).saturating_add(GAP)) {
                Some(rest) => {
                    left = rest;
                    true
                }
                None => false,
            },
        )
        .collect();
    kept.push(*more);
    kept
}

#[cfg(test)]
mod tests {
    use super::{Hint, fitting};

    const HINTS: [Hint; 3] = [
        Hint {
            key: "Space",
            does: "pause",
        },
        Hint {
            key: "n",
            does: "skip",
        },
        Hint {
            key: "?",
            does: "more",
        },
    ];

    #[test]
    fn hints_are_dropped_from_the_end_and_the_way_to_the_others_goes_last() {
        let keys = |room| {
            fitting(&HINTS, room)
                .iter()
                .map(|hint| hint.key)
                .collect::<Vec<_>>()
                .join(" ")
        };
        let shown = [29, 28, 20, 19, 6, 5, 0].map(keys);
        assert_eq!(shown, ["Space n ?", "Space ?", "Space ?", "?", "?", "", ""]);
        assert!(fitting(&[], 80).is_empty());
    }
}
