//! What is heard of a setting: a few seconds round the moment that it is about.

use super::Row;
use crate::app::hearing::AHEAD;
use crate::training::call::{Calling, Notice};
use crate::training::exercise::Exercise;
use crate::training::prescription::{Pacing, Prescription, Rest, Scheme};
use crate::training::preset::{Draft, Gate, Preset};
use crate::training::routine::Routine;
use crate::training::timeline::{SegmentKind, Timeline};
use std::ops::Range;
use std::time::Duration;

/// Time to hear what was said at the last moment that matters.
const BEHIND: Duration = Duration::from_millis(1_400);
/// The rest in which notices are heard: longer than the first of them.
const REST: Duration = Duration::from_secs(40);
/// The shortest hold half of which is announced.
const HOLD: Duration = Duration::from_secs(10);

/// The example of a row: a timeline, and the piece of it that is heard. `None` where there is nothing to hear.
pub(super) fn of(row: Row, calling: Calling) -> Option<(Timeline, Range<Duration>)> {
    match row {
        Row::Cues | Row::Level(_) | Row::Volume => whole(reps("3-1-2-0", 1)?, calling),
        Row::Seconds => whole(reps("4-0-2-0", 1)?, calling),
        Row::Notice(Notice::LastRep) => whole(reps("1-0-1-0", 2)?, calling),
        Row::Reps | Row::Counted => {
            let (timeline, all) = whole(reps("1-0-1-0", 4)?, calling)?;
            let third = timeline
                .segments()
                .iter()
                .find(|segment| segment.rep == 3)?;
            let until = third.start + BEHIND;
            Some((timeline, all.start..until))
        }
        Row::Notice(Notice::HalfWay) => {
            let (timeline, _) = whole(work(Pacing::Hold(HOLD), 1), calling)?;
            let half = AHEAD + HOLD / 2;
            Some((timeline, half.saturating_sub(BEHIND)..half + BEHIND))
        }
        Row::Notice(Notice::ThirtySeconds) => before_the_end_of_a_rest(30, calling),
        Row::Notice(Notice::TenSeconds) => before_the_end_of_a_rest(10, calling),
        Row::Notice(Notice::ThreeTwoOne) => before_the_end_of_a_rest(3, calling),
        Row::Theme | Row::View | Row::Flash | Row::Bell | Row::Late => None,
    }
}

fn reps(tempo: &str, reps: u32) -> Option<Prescription> {
    Some(work(Pacing::Tempo(tempo.parse().ok()?), reps))
}

fn work(pacing: Pacing, reps: u32) -> Prescription {
    Prescription {
        sets: 1,
        reps: vec![Scheme::exactly(reps)],
        pacing,
        lockout: Gate::Open,
        rest: Rest::Between(REST),
    }
}

fn whole(work: Prescription, calling: Calling) -> Option<(Timeline, Range<Duration>)> {
    let mut draft = Draft::new("example".parse().ok()?, Exercise::unnamed(), work);
    draft.lead_in = AHEAD;
    let routine = Routine::solo(Preset::new(draft).ok()?);
    let timeline = Timeline::called(&routine, &[], calling);
    let all = Duration::ZERO..timeline.total();
    Some((timeline, all))
}

/// The last seconds of a rest from a moment on; what is counted down there is heard to its end.
fn before_the_end_of_a_rest(seconds: u64, calling: Calling) -> Option<(Timeline, Range<Duration>)> {
    let mut sets = reps("2-0-1-0", 1)?;
    sets.sets = 2;
    let (timeline, _) = whole(sets, calling)?;
    let mut segments = timeline.segments().iter();
    let rest = segments.find(|segment| segment.kind == SegmentKind::Rest)?;
    let at = rest.end.saturating_sub(Duration::from_secs(seconds));
    let last = if seconds > 3 { at } else { rest.end };
    let piece = at.saturating_sub(AHEAD)..last + BEHIND;
    Some((timeline, piece))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::settings::ROWS;
    use crate::training::word::Word;

    fn said(row: Row) -> Vec<String> {
        let (timeline, piece) = of(row, Calling::default()).unwrap();
        let calls = timeline.calls_between(piece);
        calls.iter().map(|call| call.word.text()).collect()
    }

    #[test]
    fn every_example_says_what_its_row_is_about() {
        let notice = |notice| said(Row::Notice(notice));
        let mut counted = said(Row::Reps);
        counted.retain(|word| word.parse::<u32>().is_ok());
        // The first is the end of the count of three.
        assert_eq!(counted, ["1", "1", "2"]);
        assert!(said(Row::Cues).contains(&Word::Hold.text()));
        assert!(notice(Notice::LastRep).contains(&Word::LastOne.text()));
        assert_eq!(notice(Notice::HalfWay), ["half way"]);
        assert_eq!(notice(Notice::ThirtySeconds), ["thirty seconds"]);
        assert_eq!(notice(Notice::TenSeconds), ["ten seconds"]);
        assert_eq!(notice(Notice::ThreeTwoOne)[..3], ["3", "2", "1"]);
    }

    #[test]
    fn no_example_takes_longer_than_eight_seconds_or_waits_for_a_key() {
        for row in ROWS {
            if let Some((timeline, piece)) = of(row, Calling::default()) {
                let most = piece.start + Duration::from_secs(8);
                assert!(piece.end < most, "{row:?}");
                assert!(piece.end <= timeline.total() && timeline.gate().is_none());
            }
        }
    }
}
