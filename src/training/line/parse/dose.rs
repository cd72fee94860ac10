//! Sets and reps: `3x8`, `12,10,8`, `4x(2+2+2)`, `10>8>8`, `4x6-8`, `3xAMRAP`, `5x45s`.

use super::{Found, Reader};
use crate::training::line::element::{What, Written};
use crate::training::line::error::Complaint;
use crate::training::prescription::{
    AMRAP_CAP, DROP, DROP_CHANGE, INTRA, Reps, Scheme, SchemeError,
};

/// What was read, or what is wrong with it; and the token behind it.
type Read<T> = Result<(T, usize), (Complaint, usize)>;

impl Reader<'_> {
    /// `3x8`, and everything else with a times sign between sets and reps.
    pub(super) fn dose(&self, at: usize) -> Found {
        let sets = self.value(at)?;
        let reps = self.times(at + 1)?;
        let sets = match sets {
            Ok(sets) => sets,
            Err(complaint) => return Some((What::Wrong(complaint), reps)),
        };
        if let Some(amount) = self.time(reps).filter(|amount| amount.certain) {
            let what = amount.length.map_or_else(What::Wrong, |each| What::Dose {
                sets,
                reps: vec![Written::open(Scheme::exactly(1))],
                each: Some(each),
            });
            return Some((what, amount.next));
        }
        let (reps, next) = match self.list(reps, true)? {
            Ok(found) => found,
            Err((complaint, next)) => return Some((What::Wrong(complaint), next)),
        };
        let next = next + usize::from(matches!(self.word(next), "rep" | "reps"));
        let Some(last) = self.times(next).filter(|last| self.is_number(*last)) else {
            let each = None;
            return Some((What::Dose { sets, reps, each }, next));
        };
        let amount = self.time(last)?;
        let what = match amount.length {
            Ok(each) if amount.certain => What::Dose {
                sets,
                reps,
                each: Some(each),
            },
            Ok(_) => What::Wrong(Complaint::ThreeNumbers {
                text: self.written(at, amount.next),
                sets,
                reps: self.written(at + 2, next),
                last: self.written(last, amount.next),
            }),
            Err(complaint) => What::Wrong(complaint),
        };
        Some((what, amount.next))
    }

    /// The place behind a times sign; that of `xamrap` is within the word, and so is what comes behind it.
    fn times(&self, at: usize) -> Option<usize> {
        match self.word(at) {
            "x" | "*" => Some(at + 1),
            "xamrap" | "xmax" => Some(at),
            _ => None,
        }
    }

    /// `8 reps`, `12,10,8`, `10>8>8`; and `8`, which may be anything.
    pub(super) fn reps_alone(&self, at: usize) -> Found {
        let (list, next) = match self.list(at, false)? {
            Ok(found) => found,
            Err((complaint, next)) => return Some((What::Wrong(complaint), next)),
        };
        if matches!(self.word(next), "rep" | "reps") {
            return Some((What::Reps(list), next + 1));
        }
        let [only] = list.as_slice() else {
            return Some((What::Reps(list), next));
        };
        if let Scheme::Straight(Reps::Range { .. }) = only.scheme
            && let Some(Ok(times)) = self.times(next).and_then(|behind| self.value(behind))
            && !matches!(self.word(next + 2), "set" | "sets")
        {
            let text = self.written(at, next + 2);
            let range = only.scheme.to_string();
            let complaint = Complaint::RangeOfSets { text, range, times };
            return Some((What::Wrong(complaint), next + 2));
        }
        let bare = matches!(
            only.scheme,
            Scheme::Straight(Reps::Exactly(_) | Reps::Range { .. })
        );
        let what = if bare && !only.closed && !only.tolerated {
            What::Bare(only.clone())
        } else {
            What::Reps(list)
        };
        Some((what, next))
    }

    /// `(2+2+2)`, `(8 as tolerated)`: brackets around reps, alone or at the head of a list.
    pub(super) fn bracketed(&self, at: usize) -> Found {
        self.closed(at).and_then(|_| self.reps_alone(at))
    }

    /// `AMRAP` without a number before it.
    pub(super) fn amrap_alone(&self, at: usize) -> Found {
        matches!(self.word(at), "amrap").then(|| self.reps_alone(at))?
    }

    /// One or more, with commas between them. Behind `3x` a comma with a blank ends it: the next exercise may come.
    fn list(&self, at: usize, strict: bool) -> Option<Read<Vec<Written>>> {
        let mut list = Vec::new();
        let mut next = at;
        loop {
            match self.scheme(next)? {
                Ok((written, behind)) => {
                    list.push(written);
                    next = behind;
                }
                Err(wrong) => return Some(Err(wrong)),
            }
            let glued = self.glued(next) && self.glued(next + 1);
            let more =
                self.is_mark(next, ',') && (glued || !strict) && self.is_item(next + 1, glued);
            if !more {
                return Some(Ok((list, next)));
            }
            next += 1;
        }
    }

    /// Whether what is behind a comma is another entry of the list, and not the beginning of something else.
    fn is_item(&self, at: usize, glued: bool) -> bool {
        let Some(Ok((_, next))) = self.scheme(at) else {
            return false;
        };
        if self.word(at) == "amrap" || self.is_mark(at, '(') {
            return glued;
        }
        let word = self.word(next);
        if matches!(
            word,
            "%" | ")" | ":" | "." | "*" | "'" | "\"" | "x" | "set" | "sets" | "kg" | "lb"
        ) {
            return false;
        }
        // `12, 10, 8` goes on; `3 sets`, `2m`, `24 kg`, `2 row` and `1. Squat` begin something else.
        let apart = if glued {
            self.glued(next)
        } else {
            !matches!(word, "rep" | "reps" | "as")
        };
        !(self.is_word(next) && apart)
    }

    fn scheme(&self, at: usize) -> Option<Read<Written>> {
        if self.is_mark(at, '(') {
            return self.closed(at);
        }
        let (scheme, next) = match self.plain(at)? {
            Ok(found) => found,
            Err(wrong) => return Some(Err(wrong)),
        };
        let mut written = Written::open(scheme);
        let tolerated = self.all(next, &["as", "tolerated"]);
        let exact = matches!(written.scheme, Scheme::Straight(Reps::Exactly(_)));
        if let (Some(behind), true) = (tolerated, exact) {
            written.tolerate();
            return Some(Ok((written, behind)));
        }
        Some(Ok((written, next)))
    }

    /// In brackets, with its own pauses.
    fn closed(&self, at: usize) -> Option<Read<Written>> {
        let (mut scheme, mut next) = match self.plain(at + 1).filter(|_| self.is_mark(at, '('))? {
            Ok(found) => found,
            Err(wrong) => return Some(Err(wrong)),
        };
        let mut closed = false;
        while !self.is_mark(next, ')') {
            let (what, behind) = self.pause(next).or_else(|| self.phrase(next))?;
            match (&mut scheme, what) {
                (Scheme::Cluster { intra, .. }, What::Intra(length)) => *intra = length,
                (Scheme::Drop { change, .. }, What::Change(length)) => *change = length,
                (Scheme::Drop { percent, .. }, What::Drop(drop)) => *percent = drop,
                (Scheme::Straight(reps @ Reps::Exactly(_)), What::AsTolerated) => {
                    *reps = Reps::AsTolerated(reps.paced());
                }
                (_, What::Wrong(complaint)) => return Some(Err((complaint, behind))),
                _ => return None,
            }
            closed = true;
            next = behind;
        }
        let written = Written {
            scheme,
            closed,
            tolerated: false,
        };
        Some(Ok((written, next + 1)))
    }

    fn plain(&self, at: usize) -> Option<Read<Scheme>> {
        if matches!(self.word(at), "amrap" | "xamrap" | "max" | "xmax") {
            return Some(self.amrap(at + 1));
        }
        if !self.is_number(at) {
            return None;
        }
        let (groups, next) = match self.groups(at, '+') {
            (Ok(one), next) if one.len() == 1 => match self.groups(at, '>') {
                (Ok(one), _) if one.len() == 1 => return Some(self.straight(&one, at, next)),
                (Ok(groups), next) => {
                    let (percent, change) = (DROP, DROP_CHANGE);
                    let scheme = Scheme::Drop {
                        groups,
                        percent,
                        change,
                    };
                    (Ok(scheme), next)
                }
                (Err(wrong), next) => (Err(wrong), next),
            },
            (Ok(groups), next) => (
                Ok(Scheme::Cluster {
                    groups,
                    intra: INTRA,
                }),
                next,
            ),
            (Err(wrong), next) => (Err(wrong), next),
        };
        Some(match groups {
            Ok(scheme) if scheme.groups().any(|reps| reps == 0) => {
                Err((SchemeError::None.into(), next))
            }
            Ok(scheme) => Ok((scheme, next)),
            Err(wrong) => Err((wrong, next)),
        })
    }

    /// `2+2+2`; a single number is one group.
    fn groups(&self, at: usize, sign: char) -> (Result<Vec<u32>, Complaint>, usize) {
        let mut groups = Vec::new();
        let mut next = at;
        loop {
            match self.value(next) {
                Some(Ok(reps)) => groups.push(reps),
                Some(Err(wrong)) => return (Err(wrong), next + 1),
                None => {}
            }
            if !(self.is_mark(next + 1, sign) && self.is_number(next + 2)) {
                return (Ok(groups), next + 1);
            }
            next += 2;
        }
    }

    /// `8`, `6-8`, `6 to 8`; `10-8-6` can be read in two ways.
    fn straight(&self, one: &[u32], at: usize, next: usize) -> Read<Scheme> {
        let least = one.first().copied().unwrap_or_default();
        let sign = matches!(self.word(next), "-" | "/") && self.glued(next) == self.glued(next + 1);
        let behind = next + 2;
        let range = sign && self.is_mark(next, '-') || self.word(next) == "to";
        if sign
            && matches!(self.word(behind), "-" | "/")
            && self.is_number(behind + 1)
            && self.is_number(next + 1)
        {
            let text = self.written(at, behind + 2);
            return Err((Complaint::TempoOrSets(text), behind + 2));
        }
        let most = range.then(|| self.value(next + 1)).flatten();
        // `8 - 3x10`: a dash between two things, not a range.
        let most = most.filter(|_| self.glued(next) || self.word(behind) != "x");
        match most {
            None if least == 0 => Err((SchemeError::None.into(), next)),
            None => Ok((Scheme::exactly(least), next)),
            Some(Err(wrong)) => Err((wrong, behind)),
            Some(Ok(most)) if least >= most => {
                Err((SchemeError::Range(least, most).into(), behind))
            }
            Some(Ok(_)) if least == 0 => Err((SchemeError::None.into(), behind)),
            Some(Ok(most)) => Ok((Scheme::Straight(Reps::Range { least, most }), behind)),
        }
    }

    /// `AMRAP`, `AMRAP 30`, `AMRAP to 30`, `AMRAP max 30`.
    fn amrap(&self, at: usize) -> Read<Scheme> {
        let at = at + usize::from(matches!(self.word(at), "reps" | "rep"));
        let said = matches!(self.word(at), "to" | "max" | "cap");
        let number = at + usize::from(said);
        let scheme = |cap| Scheme::Straight(Reps::Amrap { cap });
        // `AMRAP 30` is its cap; `AMRAP 4010` is a tempo, and `AMRAP 24 kg` a load.
        let cap = said || self.word(number).len() <= 2 && !self.is_word(number + 1);
        match self.value(number).filter(|_| cap) {
            None => Ok((scheme(AMRAP_CAP), at)),
            Some(Ok(0)) => Err((SchemeError::None.into(), number + 1)),
            Some(Ok(cap)) => Ok((scheme(cap), number + 1)),
            Some(Err(wrong)) => Err((wrong, number + 1)),
        }
    }
}

impl Written {
    pub(super) fn open(scheme: Scheme) -> Self {
        Self {
            scheme,
            closed: false,
            tolerated: false,
        }
    }

    fn tolerate(&mut self) {
        self.scheme = Scheme::Straight(Reps::AsTolerated(self.scheme.paced()));
        self.tolerated = true;
    }
}
