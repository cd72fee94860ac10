//! When the whole screen flashes: a pure function of a timeline, a position and a rule.
//!
//! WCAG 2.3.1 wants no more than three flashes in any second, because more can bring on a seizure. So a moment flashes only
//! where the moment before it is [`APART`] away, whether that one flashed or not: what is near can be told without looking
//! far back, and of any four flashes the first and the last are more than a second apart.

use super::cue::CueKind;
use super::timeline::{Segment, SegmentKind, Timeline};
use std::time::Duration;

/// How long the screen stays lit behind a moment: long enough to be seen from the corner of an eye. Our own choice.
pub const LIT: Duration = Duration::from_millis(120);
/// The least time between two moments that flash: a little more than a third of a second.
pub const APART: Duration = Duration::from_millis(340);
/// What is counted at the end of a rest, in seconds before it.
const COUNT: [u64; 3] = [3, 2, 1];
const NANOSECOND: Duration = Duration::from_nanos(1);

/// Which moments flash.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rule {
    /// None.
    Nothing,
    /// Three, two, one before a rest is over, and the end of a set.
    Waits,
    /// These, and wherever a segment begins.
    Phases,
}

/// How long the flash that is on at a position goes on; `None` while there is none.
pub fn left(timeline: &Timeline, position: Duration, rule: Rule) -> Option<Duration> {
    let since = (position + NANOSECOND).saturating_sub(LIT);
    let at = latest(timeline, since, position, rule)?;
    let quiet = (at + NANOSECOND).saturating_sub(APART);
    let before = at
        .checked_sub(NANOSECOND)
        .and_then(|to| latest(timeline, quiet, to, rule));
    before
        .is_none()
        .then(|| (at + LIT).saturating_sub(position))
}

/// The last moment of a rule from a position up to and with another.
fn latest(timeline: &Timeline, from: Duration, to: Duration, rule: Rule) -> Option<Duration> {
    if rule == Rule::Nothing {
        return None;
    }
    let end = end_of_a_set(timeline, from, to);
    let segments = timeline.segments();
    let begun = segments.partition_point(|segment| segment.start <= to);
    let so_far = segments.get(..begun)?;
    let near = so_far.iter().rev().take_while(|segment| segment.end > from);
    let moments = near.flat_map(|segment| counted(segment).chain(began(segment, rule)));
    moments
        .chain(end)
        .filter(|at| (from..=to).contains(at))
        .max()
}

/// The counts of a rest, as far as it is long enough for them.
fn counted(segment: &Segment) -> impl Iterator<Item = Duration> + use<> {
    let Segment { start, end, .. } = *segment;
    let counts = (segment.kind == SegmentKind::Rest).then_some(COUNT);
    let at = move |left| end.checked_sub(Duration::from_secs(left));
    let counts = counts.into_iter().flatten().filter_map(at);
    counts.filter(move |at| *at > start)
}

/// The beginning of a segment. Nothing comes before the first one that it could be told from.
fn began(segment: &Segment, rule: Rule) -> Option<Duration> {
    let begins = rule == Rule::Phases && !segment.start.is_zero();
    begins.then_some(segment.start)
}

fn end_of_a_set(timeline: &Timeline, from: Duration, to: Duration) -> Option<Duration> {
    let cues = timeline.cues_between(from..to + NANOSECOND);
    let mut ends = cues.iter().rev().filter(|cue| cue.kind == CueKind::End);
    ends.next().map(|cue| cue.at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::training::exercise::Exercise;
    use crate::training::preset::{Draft, Preset};

    fn ms(millis: u64) -> Duration {
        Duration::from_millis(millis)
    }

    /// Lead-in to 10 s, two reps to 20 s, a rest of so long, two reps.
    fn timeline(tempo: &str, rest: Duration) -> Timeline {
        let (id, tempo) = ("any".parse().unwrap(), tempo.parse().unwrap());
        let draft = Draft::straight(id, Exercise::unnamed(), tempo, 2, 2, rest);
        Timeline::plan(&Preset::new(draft).unwrap())
    }

    /// Where the screen gets lit, in milliseconds, looked for in steps of ten.
    fn moments(timeline: &Timeline, rule: Rule) -> Vec<u64> {
        let total = u64::try_from(timeline.total().as_millis()).unwrap();
        let lit = |at: u64| left(timeline, ms(at), rule).is_some();
        let begins = |at: &u64| lit(*at) && !at.checked_sub(10).is_some_and(lit);
        (0..=total).step_by(10).filter(begins).collect()
    }

    #[test]
    fn where_nothing_is_heard_the_end_of_a_rest_is_counted_and_the_end_of_a_set_is_seen() {
        let timeline = timeline("4-0-1-0", ms(30_000));
        let expected = [20_000, 47_000, 48_000, 49_000, 60_000];
        assert_eq!(moments(&timeline, Rule::Waits), expected);
        assert!(moments(&timeline, Rule::Nothing).is_empty());
    }

    #[test]
    fn every_phase_can_flash_but_none_that_comes_within_a_third_of_a_second() {
        let timeline = timeline("1-0.2-1-0", ms(3_100));
        // At 11.2, 13.4 and at the "3" of the rest, 100 ms after its beginning, too little time has passed.
        let expected = [
            10_000, 11_000, 12_200, 13_200, 14_400, 15_500, 16_500, 17_500, 18_500, 19_700, 20_700,
            21_900,
        ];
        assert_eq!(moments(&timeline, Rule::Phases), expected);
    }

    #[test]
    fn a_flash_is_on_from_its_moment_for_120_ms() {
        let timeline = timeline("4-0-1-0", ms(30_000));
        let left = |at| left(&timeline, at, Rule::Phases);
        assert_eq!(left(ms(14_000).saturating_sub(NANOSECOND)), None);
        assert_eq!(left(ms(14_000)), Some(LIT));
        assert_eq!(left(ms(14_050)), Some(ms(70)));
        assert_eq!(left(ms(14_120)), None);
    }
}
