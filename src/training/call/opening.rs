//! What is said when a segment begins: its name, the number of the rep, the side.

use super::{CallKind, Calling, Counting, Notice, Turn};
use crate::training::cue::Say;
use crate::training::preset::{Goal, Side};
use crate::training::timeline::{PlannedBout, Segment, SegmentKind};
use crate::training::word::Word;
use std::time::Duration;

/// Only phases of this length and more announce what follows them: in shorter ones the word would drown the phase.
const ANNOUNCING: Duration = Duration::from_secs(2);

/// A place for one word: the first of these that fits is said there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Slot {
    pub(super) kind: CallKind,
    pub(super) words: [Option<Word>; 2],
}

impl Slot {
    fn of(kind: CallKind, word: Option<Word>) -> Option<Self> {
        let words = [Some(word?), None];
        Some(Self { kind, words })
    }
}

/// A segment among its neighbours.
#[derive(Clone, Copy)]
pub(super) struct Place<'a> {
    pub(super) before: Option<&'a Segment>,
    pub(super) here: &'a Segment,
    pub(super) after: Option<&'a Segment>,
    pub(super) bout: Option<&'a PlannedBout>,
}

impl Place<'_> {
    /// What is said at its beginning, one after the other.
    pub(super) fn opening(&self, calling: Calling) -> Vec<Slot> {
        let here = self.here;
        let named = |word| Slot::of(CallKind::Name, word);
        let side = || named(here.side.map(word_of_side));
        let slots = match here.kind {
            SegmentKind::LeadIn => [named(Some(Word::Ready)), self.side_to_come()],
            SegmentKind::Rest => [named(Some(Word::Rest)), None],
            SegmentKind::Switch => [named(Some(Word::Switch)), side()],
            SegmentKind::Change if here.is_change_of_exercise() => {
                [named(Some(Word::SetDone)), named(Some(Word::Next))]
            }
            _ if self.is_second_side() => [side(), None],
            _ => [self.at_work(calling), None],
        };
        slots.into_iter().flatten().collect()
    }

    /// The number of the rep where one begins, or else the name of the phase where nobody has announced it.
    fn at_work(&self, calling: Calling) -> Option<Slot> {
        let announced = || {
            self.before
                .is_some_and(|before| announces(before, self.here).is_some())
        };
        let name = || name(self.here).filter(|_| !announced());
        if !self.begins_rep() {
            return Slot::of(CallKind::Name, name());
        }
        self.number(calling)
            .or_else(|| Slot::of(CallKind::Name, name()))
    }

    fn begins_rep(&self) -> bool {
        let here = self.here;
        let other = |before: &Segment| !before.same_bout(here) || before.rep != here.rep;
        here.rep > 0 && here.kind != SegmentKind::Beat && self.before.is_none_or(other)
    }

    /// Where the sides take turns: whether the other one has just done the same rep.
    fn is_second_side(&self) -> bool {
        let here = self.here;
        self.before.is_some_and(|before| {
            before.same_bout(here)
                && before.rep == here.rep
                && here.rep > 0
                && before.side != here.side
        })
    }

    /// The side of the work that a lead-in leads to.
    fn side_to_come(&self) -> Option<Slot> {
        let side = self.after.and_then(|after| after.side);
        Slot::of(CallKind::Name, side.map(word_of_side))
    }

    fn number(&self, calling: Calling) -> Option<Slot> {
        let (rep, bout) = (self.here.rep, self.bout?);
        // A hold for itself is no rep that anybody counts along with.
        if bout.reps < 2 {
            return None;
        }
        let closed = bout.goal != Goal::AsMany;
        if closed && rep == bout.reps && calling.notices.has(Notice::LastRep) {
            let number = self.counted(calling, bout).and_then(Word::number);
            return Some(Slot {
                kind: CallKind::Rep,
                words: [Some(Word::LastOne), number],
            });
        }
        let counted = self.counted(calling, bout)?;
        let short = Word::number(counted % 10).filter(|_| counted > 20);
        let words = [Word::number(counted).or(short), short];
        words[0].map(|_| Slot {
            kind: CallKind::Rep,
            words,
        })
    }

    /// The number that belongs to the turn into this rep. Where nobody knows how many there will be, they count upwards.
    fn counted(&self, calling: Calling, bout: &PlannedBout) -> Option<u32> {
        let rep = self.here.rep;
        let done = rep - 1;
        let open = bout.goal == Goal::AsMany;
        match (calling.reps, calling.turn) {
            (Counting::Silent, _) => None,
            (Counting::Down, Turn::End) if !open => {
                (done > 0).then(|| bout.reps.saturating_sub(done))
            }
            (Counting::Down, Turn::Start) if !open => Some(bout.reps.saturating_sub(done)),
            (_, Turn::End) => Some(done).filter(|done| *done > 0),
            (_, Turn::Start) => Some(rep),
        }
    }

    /// What its last second announces.
    pub(super) fn announcement(&self) -> Option<Word> {
        announces(self.here, self.after?)
    }
}

/// What is announced inside the last second of a segment: the phase behind it, in the same set.
fn announces(here: &Segment, after: &Segment) -> Option<Word> {
    let paced = here.kind.is_work() && !here.gate && !here.is_cut();
    let long = here.planned_end.saturating_sub(here.start) >= ANNOUNCING;
    let word = name(after).filter(|_| here.same_bout(after) && paced && long)?;
    // The same again needs no word, as from stroke to stroke; and where the sides take turns the side is said instead.
    (name(here) != Some(word) && here.side == after.side).then_some(word)
}

/// The name of a phase.
fn name(segment: &Segment) -> Option<Word> {
    Some(match segment.say {
        Say::Down => Word::Down,
        Say::Up => Word::Up,
        Say::Pull => Word::Pull,
        Say::Push => Word::Push,
        Say::Return => Word::Return,
        Say::Drive => Word::Drive,
        Say::Hold => Word::Hold,
        Say::Break => Word::Break,
        Say::Reset => Word::Reset,
        Say::OwnPace => Word::OwnPace,
        Say::Drop => Word::Drop,
        _ => return None,
    })
}

fn word_of_side(side: Side) -> Word {
    match side {
        Side::Left => Word::Left,
        Side::Right => Word::Right,
    }
}
