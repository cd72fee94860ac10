//! What the terminal's bell counts where there is no sound: it has one pitch, so that only a number can tell phases apart.
//!
//! Once where the lowering begins, twice where the lift begins, three times where a rep is done. Where two of them fall
//! together the weightier one is heard.

use super::timeline::{Segment, SegmentKind, Timeline};
use std::ops::Range;
use std::time::Duration;

/// The least time between the beginnings of two counts: quicker ones could not be told apart.
pub const APART: Duration = Duration::from_secs(1);
/// The time between the strokes of one count: terminals make one of strokes that are closer. Our own choice.
pub const STROKE: Duration = Duration::from_millis(150);

/// A moment at which something is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Count {
    /// Its position on the timeline.
    pub at: Duration,
    /// What is done there.
    pub done: Option<Strokes>,
    /// What begins there. Behind a closed gate that is another moment.
    pub begun: Option<Strokes>,
}

impl Count {
    /// The weightier of both.
    pub fn strokes(self) -> Option<Strokes> {
        self.done.max(self.begun)
    }
}

/// What a count says, from light to weighty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strokes {
    /// The lowering begins.
    One,
    /// The lift begins.
    Two,
    /// A rep is done.
    Three,
}

impl Strokes {
    /// The positions of the strokes, from where the count begins.
    pub fn each(self) -> impl Iterator<Item = Duration> {
        let strokes = match self {
            Self::One => 1,
            Self::Two => 2,
            Self::Three => 3,
        };
        (0..strokes).map(|stroke| STROKE * stroke)
    }
}

/// The moments from a position up to, but not at, another; a rep that ends with the timeline is counted there. Where a rep was
/// cut short, none is done.
pub fn counts(timeline: &Timeline, range: Range<Duration>) -> impl Iterator<Item = Count> {
    let segments = timeline.segments();
    let first = segments.partition_point(|segment| segment.start < range.start);
    let boundary = move |index: usize| {
        let before = index.checked_sub(1).and_then(|index| segments.get(index));
        let now = segments.get(index);
        let done = before.is_some_and(|segment| segment.completes_rep);
        Count {
            at: now.map_or_else(|| timeline.total(), |segment| segment.start),
            done: done.then_some(Strokes::Three),
            begun: now.and_then(begun),
        }
    };
    (first..=segments.len())
        .map(boundary)
        .take_while(move |count| range.contains(&count.at))
        .filter(|count| count.strokes().is_some())
}

fn begun(segment: &Segment) -> Option<Strokes> {
    match segment.kind {
        SegmentKind::Lower => Some(Strokes::One),
        SegmentKind::Lift => Some(Strokes::Two),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::training::exercise::{Exercise, Start};
    use crate::training::preset::{Draft, Preset};

    fn timeline(tempo: &str, start: Start) -> Timeline {
        let (id, tempo) = ("any".parse().unwrap(), tempo.parse().unwrap());
        let exercise = Exercise {
            start,
            ..Exercise::unnamed()
        };
        let draft = Draft::straight(id, exercise, tempo, 1, 2, Duration::ZERO);
        Timeline::plan(&Preset::new(draft).unwrap())
    }

    /// All counts: milliseconds behind the lead-in of ten seconds, and strokes.
    fn all(timeline: &Timeline) -> Vec<(u128, usize)> {
        let strokes = |count: Count| count.strokes().map_or(0, |strokes| strokes.each().count());
        let told = |count: Count| (count.at.as_millis() - 10_000, strokes(count));
        counts(timeline, Duration::ZERO..Duration::MAX)
            .map(told)
            .collect()
    }

    #[test]
    fn one_is_lower_two_is_lift_and_three_is_a_rep_that_is_done() {
        let lower_first = timeline("4-0-1-2", Start::Lower);
        let expected = [(0, 1), (4_000, 2), (5_000, 3), (7_000, 1), (11_000, 2)];
        assert_eq!(all(&lower_first)[..5], expected);
        let lift_first = timeline("4-0-1-0", Start::Lift);
        assert_eq!(
            all(&lift_first),
            [(0, 2), (1_000, 1), (5_000, 3), (6_000, 1), (10_000, 3)],
            "where a rep ends and the next begins, the end is said; the last one ends with everything"
        );
    }

    #[test]
    fn any_cut_of_the_way_gives_the_same_counts() {
        let timeline = timeline("0.7-0.4-0.6-0", Start::Lower);
        let (mut cut, mut from) = (Vec::new(), Duration::ZERO);
        while from <= timeline.total() {
            let to = from + Duration::from_millis(70);
            cut.extend(counts(&timeline, from..to));
            from = to;
        }
        let whole = counts(&timeline, Duration::ZERO..Duration::MAX);
        assert_eq!(cut, whole.collect::<Vec<_>>());
    }
}
