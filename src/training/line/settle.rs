//! From the elements of one exercise to what is done: each thing once, nothing missing, nothing that contradicts the rest.

use super::element::{Element, What, Written};
use super::error::{Complaint, LineError, echo};
use super::{Understood, name};
use crate::training::exercise::{Exercise, Path};
use crate::training::prescription::{Pacing, Prescription, Reps, Rest, Scheme};
use crate::training::preset::{Draft, Gate, LEAD_IN, Preset, Side, Sides};
use crate::training::tempo::Tempo;
use std::ops::Range;
use std::time::Duration;

/// What an element holds, where it is of that kind.
macro_rules! pick {
    ($pattern:pat => $value:expr) => {
        |what: &What| match what {
            $pattern => Some($value),
            _ => None,
        }
    };
}

mod amount;
mod pacing;

/// The rest where nobody wrote one, as after `downbeat start 4-0-1-0`.
const REST: Duration = Duration::from_secs(120);

type Span = Range<usize>;

/// The elements of one exercise.
pub(super) struct Settle<'e> {
    pub(super) text: &'e str,
    pub(super) elements: &'e [Element],
    /// Whether the next exercise is done in turns with this one: then it follows at once, unless a rest is written.
    pub(super) in_turns: bool,
}

impl Settle<'_> {
    /// What is done, and where its name stands.
    pub(super) fn settle(&self) -> (Option<Span>, Result<Understood, LineError>) {
        let named = self.name();
        let span = named.as_ref().map(|(span, _)| span.clone());
        (span, self.understood(named.map(|(_, name)| name)))
    }

    fn understood(&self, name: Option<String>) -> Result<Understood, LineError> {
        let wrong = |element: &Element| match &element.what {
            What::Wrong(what) => Some(LineError {
                span: element.span.clone(),
                what: what.clone(),
            }),
            _ => None,
        };
        if let Some(error) = self.elements.iter().find_map(wrong) {
            return Err(error);
        }
        let unloaded = self.value(pick!(What::Unloaded(unloaded) => *unloaded))?;
        self.checked(Understood {
            work: self.work()?.canonical(),
            sides: self.sides()?,
            exercise: self.exercise(&name.unwrap_or_default())?,
            lead_in: self.value(pick!(What::LeadIn(length) => *length))?,
            unloaded: unloaded.unwrap_or_default(),
            load: self.said(pick!(What::Load(load) => load.clone()))?,
            cue: self.said(pick!(What::Cue(cue) => cue.clone()))?,
        })
    }

    fn work(&self) -> Result<Prescription, LineError> {
        let (sets, reps) = self.amount()?;
        let lockout = self.value(pick!(What::Lockout => Gate::Closed))?;
        Ok(Prescription {
            sets,
            pacing: self.pacing(sets)?,
            reps: self.with_pauses(reps)?,
            lockout: lockout.unwrap_or_default(),
            rest: self.rest()?,
        })
    }

    /// The limits of a preset hold for a line, too.
    fn checked(&self, understood: Understood) -> Result<Understood, LineError> {
        let wrong = |what: Complaint| self.wrong(what);
        let id = "line"
            .parse()
            .map_err(|error| wrong(Complaint::Preset(error)))?;
        let draft: Draft = understood.draft(id, LEAD_IN);
        match Preset::new(draft) {
            Ok(_) => Ok(understood),
            Err(error) => Err(wrong(error.into())),
        }
    }

    /// The one thing of a kind, with its place.
    fn one<T>(&self, is: impl Fn(&What) -> Option<T>) -> Result<Option<(T, Span)>, LineError> {
        let mut found = self
            .elements
            .iter()
            .filter_map(|element| Some((is(&element.what)?, element.span.clone())));
        let first = found.next();
        match (&first, found.next()) {
            (Some((_, one)), Some((_, two))) => Err(LineError {
                what: Complaint::Twice(self.echo(one), self.echo(&two)),
                span: two,
            }),
            _ => Ok(first),
        }
    }

    fn value<T>(&self, is: impl Fn(&What) -> Option<T>) -> Result<Option<T>, LineError> {
        Ok(self.one(is)?.map(|(value, _)| value))
    }

    fn said(&self, is: impl Fn(&What) -> Option<String>) -> Result<String, LineError> {
        Ok(self.value(is)?.unwrap_or_default())
    }

    fn any(&self, is: impl Fn(&What) -> bool) -> bool {
        self.elements.iter().any(|element| is(&element.what))
    }

    fn echo(&self, span: &Span) -> String {
        echo(self.text, span)
    }

    /// Where it stands, without commas and the like around it.
    pub(super) fn span(&self) -> Span {
        let mut said = self
            .elements
            .iter()
            .filter(|element| !element.what.is_mute());
        let first = said.next().map_or(0..0, |element| element.span.clone());
        let last = said
            .next_back()
            .map_or(first.end, |element| element.span.end);
        first.start..last.max(first.end)
    }

    fn wrong(&self, what: Complaint) -> LineError {
        LineError {
            span: self.span(),
            what,
        }
    }

    /// A name in quotes; else words that are known as an exercise; else those before the dose, or right behind it.
    fn name(&self) -> Option<(Span, String)> {
        let quoted = self
            .elements
            .iter()
            .find_map(|element| match &element.what {
                What::Named(name) => Some((element.span.clone(), name.clone())),
                _ => None,
            });
        if quoted.is_some() {
            return quoted;
        }
        let words = |element: &Element| {
            let name = self.text.get(element.span.clone())?;
            (element.what == What::Words).then(|| (element.span.clone(), name.to_owned()))
        };
        let named = || self.elements.iter().filter_map(words);
        if let Some(known) = named().find(|(_, name)| name::is_known(name)) {
            return Some(known);
        }
        let mut paced = false;
        for element in self.elements {
            if let Some(found) = words(element).filter(|_| !paced) {
                return Some(found);
            }
            let of_dose = matches!(
                element.what,
                What::Dose { .. }
                    | What::Sets(_)
                    | What::Reps(_)
                    | What::Bare(_)
                    | What::Each
                    | What::Label(_)
            );
            paced |= !of_dose && !element.what.is_mute();
        }
        None
    }

    fn exercise(&self, name: &str) -> Result<Exercise, LineError> {
        let mut exercise = name::exercise(name);
        let start = self.value(pick!(What::Start(start) => *start))?;
        exercise.start = start.unwrap_or(exercise.start);
        if self.any(|what| matches!(what, What::Inverted)) {
            exercise.path = Path::Inverted;
        }
        Ok(exercise)
    }

    fn rest(&self) -> Result<Rest, LineError> {
        let rest = self.one(pick!(What::Rest(length) => *length))?;
        let every = self.one(pick!(What::Every { length, .. } => *length))?;
        match (rest, every) {
            (Some((_, rest)), Some((_, every))) => Err(LineError {
                what: Complaint::RestAndEvery(self.echo(&rest), self.echo(&every)),
                span: every,
            }),
            (Some((rest, _)), None) => Ok(Rest::Between(rest)),
            (None, Some((every, _))) => Ok(Rest::Every(every)),
            (None, None) if self.in_turns => Ok(Rest::Between(Duration::ZERO)),
            (None, None) => Ok(Rest::Between(REST)),
        }
    }

    fn sides(&self) -> Result<Sides, LineError> {
        let only = self.one(pick!(What::Only(side) => *side))?;
        let first = self.one(pick!(What::First(side) => *side))?;
        let find = |is: fn(&What) -> bool| {
            let found = self.elements.iter().find(|element| is(&element.what));
            found.map(|element| element.span.clone())
        };
        let each = find(|what| matches!(what, What::Each));
        let alternating = find(|what| matches!(what, What::Alternating));
        let both = alternating.clone().or_else(|| each.clone());
        match (only, both.or_else(|| first.clone().map(|(_, span)| span))) {
            (Some((_, only)), Some(other)) => Err(LineError {
                what: Complaint::Sides(self.echo(&only), self.echo(&other)),
                span: other,
            }),
            (Some((side, _)), None) => Ok(Sides::Only(side)),
            (None, _) => match (alternating, each, first) {
                (Some(_), _, first) => Ok(Sides::Alternating(side_of(first))),
                (None, Some(_), first) => Ok(Sides::Each(side_of(first))),
                (None, None, Some((_, span))) => Err(LineError {
                    what: Complaint::FirstAlone(self.echo(&span)),
                    span,
                }),
                (None, None, None) => Ok(Sides::Both),
            },
        }
    }
}

fn side_of(first: Option<(Side, Span)>) -> Side {
    first.map_or(Side::Left, |(side, _)| side)
}
