//! What paces a rep: one thing, and only one.

use super::{Complaint, Duration, Element, LineError, Pacing, Settle, Span, Tempo, What};

/// One of the things that can pace a rep.
#[derive(Debug, Clone)]
pub(super) enum Pace {
    Ladder(Vec<Tempo>, bool),
    Length(Duration),
    Hold(Duration),
    Strokes(Duration),
    Own,
}

impl Settle<'_> {
    /// Everything that certainly paces a rep.
    pub(super) fn paces(&self) -> impl Iterator<Item = (Pace, &Span)> {
        self.elements.iter().filter_map(|element| {
            let pace = match &element.what {
                What::Tempo { ladder, by_rep } => Pace::Ladder(ladder.clone(), *by_rep),
                What::Dose {
                    each: Some(length), ..
                } => Pace::Length(*length),
                What::Hold(Some(length)) => Pace::Hold(*length),
                What::Strokes(Some(length)) => Pace::Strokes(*length),
                What::OwnPace => Pace::Own,
                _ => return None,
            };
            Some((pace, &element.span))
        })
    }

    pub(super) fn pacing(&self, sets: u32) -> Result<Pacing, LineError> {
        let mut paces: Vec<(Pace, Span)> = self
            .paces()
            .map(|(pace, span)| (pace, span.clone()))
            .collect();
        if paces.is_empty() {
            paces.extend(self.tempo_or_dose());
        }
        let strokes = self.any(|what| matches!(what, What::Strokes(None)));
        let hold = self.any(|what| matches!(what, What::Hold(None)));
        paces.extend(self.bare_lengths(paces.is_empty() && (strokes || hold))?);
        let [(pace, _)] = paces.as_slice() else {
            return Err(self.not_one(&paces));
        };
        Ok(match pace {
            Pace::Ladder(ladder, by_rep) => self.ladder(ladder, *by_rep, sets)?,
            Pace::Length(length) if strokes => Pacing::Strokes(*length),
            Pace::Length(length) | Pace::Hold(length) => Pacing::Hold(*length),
            Pace::Strokes(length) => Pacing::Strokes(*length),
            Pace::Own => Pacing::OwnPace,
        })
    }

    fn ladder(&self, ladder: &[Tempo], by_rep: bool, sets: u32) -> Result<Pacing, LineError> {
        match ladder {
            [tempo] => Ok(Pacing::Tempo(*tempo)),
            tempos if by_rep => Ok(Pacing::ByRep(tempos.to_vec())),
            tempos if u32::try_from(tempos.len()).is_ok_and(|count| count <= sets) => {
                Ok(Pacing::BySet(tempos.to_vec()))
            }
            tempos => {
                let tempos = tempos.len();
                Err(self.wrong(Complaint::LadderOfSets { tempos, sets }))
            }
        }
    }

    /// `30X1` beside a dose is the tempo.
    fn tempo_or_dose(&self) -> impl Iterator<Item = (Pace, Span)> {
        self.elements
            .iter()
            .filter_map(|element| match element.what {
                What::DoseOrTempo { tempo, .. } => {
                    Some((Pace::Ladder(vec![tempo], false), element.span.clone()))
                }
                _ => None,
            })
    }

    /// `5x4 3s` behind "hold": the length of each. Any other length that stands alone is refused.
    fn bare_lengths(&self, wanted: bool) -> Result<Option<(Pace, Span)>, LineError> {
        let mut lengths = self
            .elements
            .iter()
            .filter_map(|element| match element.what {
                What::Length(length) => Some((Pace::Length(length), element.span.clone())),
                _ => None,
            });
        let first = if wanted { lengths.next() } else { None };
        match lengths.next() {
            None => Ok(first),
            Some((_, span)) => Err(LineError {
                what: Complaint::Length(self.echo(&span)),
                span,
            }),
        }
    }

    /// Nothing paces a rep, or too much does.
    fn not_one(&self, paces: &[(Pace, Span)]) -> LineError {
        if let [(one, first), (two, second), ..] = paces {
            let (first, echo) = (self.echo(first), self.echo(second));
            let what = match (one, two) {
                (Pace::Ladder(..), Pace::Ladder(..)) => Complaint::TwoTempos(first, echo),
                _ => Complaint::TwoPaces(first, echo),
            };
            let span = second.clone();
            return LineError { span, what };
        }
        if self.any(|what| matches!(what, What::Strokes(None))) {
            return self.wrong(Complaint::NoStroke);
        }
        let hold = |element: &&Element| matches!(element.what, What::Hold(None));
        if self.elements.iter().any(|element| hold(&element)) {
            return self.hold_without_length();
        }
        self.wrong(Complaint::NoPace)
    }

    /// `hold 5x45` may be 45 holds, or holds of 45 s.
    fn hold_without_length(&self) -> LineError {
        let dose = self
            .elements
            .iter()
            .find_map(|element| match &element.what {
                What::Dose { sets, reps, .. } => Some((*sets, reps.first()?.scheme.to_string())),
                _ => None,
            });
        self.wrong(match dose {
            Some((sets, reps)) => Complaint::HoldOrReps(self.echo(&self.span()), reps, sets),
            None => Complaint::NoHold,
        })
    }
}
