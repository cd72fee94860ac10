//! Changes to a text, gathered first and applied together: what no change names stays byte for byte.

use std::ops::Range;

/// Where several are to stand at the same place, the order in which they do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    /// A line that goes under the keys in front of it.
    Key,
    /// A block that goes behind everything that is there.
    Block,
    /// What takes the place of something.
    Instead,
}

#[derive(Debug)]
struct Change {
    at: Range<usize>,
    rank: Rank,
    text: String,
}

/// The changes to one text.
#[derive(Debug, Default)]
pub(super) struct Patch {
    changes: Vec<Change>,
}

impl Patch {
    /// Puts `text` in the place of these bytes.
    pub(super) fn replace(&mut self, at: Range<usize>, text: String) {
        let rank = Rank::Instead;
        self.changes.push(Change { at, rank, text });
    }

    /// Takes these bytes away.
    pub(super) fn cut(&mut self, at: Range<usize>) {
        self.replace(at, String::new());
    }

    /// Puts `text` before this byte.
    pub(super) fn insert(&mut self, at: usize, rank: Rank, text: String) {
        let at = at..at;
        self.changes.push(Change { at, rank, text });
    }

    /// This part of the text with the changes in it.
    pub(super) fn apply(mut self, text: &str, part: Range<usize>) -> String {
        // Stable: of two insertions of one rank the first that was asked for comes first.
        self.changes
            .sort_by_key(|change| (change.at.start, change.rank));
        let mut result = String::with_capacity(part.len());
        let mut kept = part.start;
        for Change { at, text: new, .. } in self.changes {
            result.push_str(text.get(kept..at.start).unwrap_or_default());
            result.push_str(&new);
            kept = kept.max(at.end);
        }
        result.push_str(text.get(kept..part.end).unwrap_or_default());
        result
    }
}
