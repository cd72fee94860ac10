//! Finding room for words: each behind the sound that marks its moment, over before the next phase begins, and never two
//! at once.

use super::opening::Place;
use super::{Call, CallKind, Calling, Counting};
use crate::training::cue::{Cue, CueKind, Say};
use crate::training::timeline::{Handle, Plan, Segment, SegmentKind};
use crate::training::word::Word;
use std::time::Duration;

const SECOND: Duration = Duration::from_secs(1);
/// A word that goes with a sound begins so long behind it: the sound has rung by then.
const BEHIND: Duration = Duration::from_millis(150);
/// What follows is announced so long before it begins: time for the word, and for the lifter to take it in.
const AHEAD: Duration = Duration::from_millis(700);
/// Silence between two words, and before the sound of the next phase.
const APART: Duration = Duration::from_millis(50);

/// All calls of a timeline: those of `old` before `from` as they were, and from there on those of the segments.
pub(in crate::training) fn all(
    segments: &[Segment],
    plan: &Plan,
    cues: &[Cue],
    old: &[Call],
    from: Duration,
) -> Vec<Call> {
    let kept = old.partition_point(|call| call.at < from);
    let kept = old.get(..kept).unwrap_or_default();
    let first = segments.partition_point(|segment| segment.end < from);
    // The segment in which `from` lies is gone through from its beginning, so that what was said in it is not said again.
    let begun = segments.get(first).map_or(from, |first| first.start);
    let before = kept.partition_point(|call| call.at < begun);
    let mut calls = Calls {
        calling: plan.calling,
        from,
        free: over(kept.get(..before).unwrap_or_default()),
        silent: over(kept),
        list: kept.to_vec(),
    };
    for index in first..segments.len() {
        let Some(here) = segments.get(index) else {
            break;
        };
        let place = Place {
            before: index.checked_sub(1).and_then(|index| segments.get(index)),
            here,
            after: segments.get(index + 1),
            bout: plan.bouts.get(usize::from(here.bout).wrapping_sub(1)),
        };
        let until = cues.partition_point(|cue| cue.at < here.end);
        let since = cues.partition_point(|cue| cue.at < here.start);
        calls.derive(place, cues.get(since..until).unwrap_or_default());
    }
    if let Some(last) = segments.last().filter(|last| last.in_bout()) {
        calls.done(last.end);
    }
    calls.list
}

/// When nobody speaks any more.
fn over(calls: &[Call]) -> Duration {
    let last = calls.last();
    last.map_or(Duration::ZERO, |last| last.end() + APART)
}

/// Calls in the making.
struct Calls {
    calling: Calling,
    /// Nothing is added before this.
    from: Duration,
    /// Nobody speaks from here on, as far as it has been gone through.
    free: Duration,
    /// What was kept is over here.
    silent: Duration,
    list: Vec<Call>,
}

impl Calls {
    /// Says a word at a moment, if it is over at another and nobody else speaks.
    fn say(&mut self, kind: CallKind, word: Word, at: Duration, until: Duration) -> bool {
        let call = Call { at, kind, word };
        let fits = at >= self.free && call.end() <= until;
        if fits {
            self.free = call.end() + APART;
            if at >= self.from.max(self.silent) {
                self.list.push(call);
            }
        }
        fits
    }

    /// Adds the calls of one segment, whose cues are these. Of one that was cut short none is due any more.
    fn derive(&mut self, place: Place<'_>, cues: &[Cue]) {
        let here = place.here;
        if here.end < self.from {
            return;
        }
        if here.start >= self.from {
            self.free = self.free.max(self.silent);
        }
        let end = here.end.saturating_sub(APART);
        self.open(&place, self.opening_end(here, cues));
        for (index, cue) in cues.iter().enumerate() {
            let merged = cues.get(index + 1).is_some_and(|next| next.at == cue.at);
            match cue.kind {
                CueKind::Count => {
                    if let Some(word) = counted(cue.say) {
                        self.say(CallKind::Count, word, cue.at, end);
                    }
                }
                CueKind::Tick if !merged => self.second(here, cue.at),
                _ => {}
            }
        }
        if let Some(word) = place.announcement() {
            let at = here.end.saturating_sub(AHEAD).max(self.free);
            let handle = place.after.map_or(Handle::Idle, |after| after.handle);
            self.say(CallKind::Announce(handle), word, at, end);
        }
    }

    /// What is said when a segment begins: one word after the other, as many as there is room for.
    fn open(&mut self, place: &Place<'_>, until: Duration) {
        for slot in place.opening(self.calling) {
            let at = self.free.max(place.here.start + BEHIND);
            let mut words = slot.words.into_iter().flatten();
            if !words.any(|word| self.say(slot.kind, word, at, until)) {
                return;
            }
        }
    }

    /// What is said at the beginning is over before anything is counted.
    fn opening_end(&self, here: &Segment, cues: &[Cue]) -> Duration {
        let counted = |cue: &&Cue| match cue.kind {
            CueKind::Count => true,
            CueKind::Tick => self.counts_seconds(here),
            _ => false,
        };
        let first = cues.iter().find(counted).map_or(here.end, |cue| cue.at);
        first.saturating_sub(APART)
    }

    fn counts_seconds(&self, here: &Segment) -> bool {
        self.calling.seconds != Counting::Silent
            && here.kind.is_work()
            && here.kind != SegmentKind::Beat
    }

    /// A whole second of a moving phase or a pause.
    fn second(&mut self, here: &Segment, tick: Duration) {
        if !self.counts_seconds(here) {
            return;
        }
        let number = match self.calling.seconds {
            Counting::Up => tick.saturating_sub(here.start).as_secs() + 1,
            _ => here
                .end
                .saturating_sub(tick)
                .as_millis()
                .div_ceil(1_000)
                .try_into()
                .unwrap_or(0),
        };
        let number = u32::try_from(number).ok().and_then(Word::number);
        if let Some(word) = number {
            let until = (tick + SECOND).min(here.end).saturating_sub(APART);
            self.say(CallKind::Second, word, tick, until);
        }
    }

    /// The end of everything. What is still being said there gives way to it.
    fn done(&mut self, at: Duration) {
        if at >= self.from && !self.list.iter().any(|call| call.kind == CallKind::Done) {
            self.list.push(Call {
                at,
                kind: CallKind::Done,
                word: Word::SetDone,
            });
        }
    }
}

/// The word of a count or a notice.
fn counted(say: Say) -> Option<Word> {
    Some(match say {
        Say::ThirtySeconds => Word::ThirtySeconds,
        Say::TenSeconds => Word::TenSeconds,
        Say::HalfWay => Word::HalfWay,
        Say::Three => return Word::number(3),
        Say::Two => return Word::number(2),
        Say::One => return Word::number(1),
        _ => return None,
    })
}
