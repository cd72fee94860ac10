//! How many sets of how many reps.

use super::{Complaint, Duration, LineError, Reps, Scheme, Settle, Span, What, Written};

/// Sets, and the reps of each.
type Dose = (u32, Vec<Written>);

impl Settle<'_> {
    /// Sets, and the reps of each.
    pub(super) fn amount(&self) -> Result<Dose, LineError> {
        let dose = self.dose()?;
        let sets = self.sets_apart()?;
        let reps = self.reps_apart(dose.is_none() && sets.is_some())?;
        let (sets, reps) = match (dose, sets, reps) {
            (Some((_, span)), Some((_, other)), _) | (Some((_, span)), None, Some((_, other))) => {
                return Err(LineError {
                    what: Complaint::TwoDoses(self.echo(&span), self.echo(&other)),
                    span: other,
                });
            }
            (Some((dose, _)), None, None) => dose,
            (None, Some((sets, _)), Some((reps, _))) => (sets, reps),
            (None, Some((sets, span)), None) => {
                let what = Complaint::NoReps(sets);
                return Err(LineError { span, what });
            }
            (None, None, Some((reps, span))) => (self.sets_of(&reps, &span)?, reps),
            (None, None, None) => return Err(self.wrong(Complaint::NoDose)),
        };
        let listed = reps.len();
        if listed > 1 && u32::try_from(listed) != Ok(sets) {
            return Err(self.wrong(Complaint::ListOfSets { listed, sets }));
        }
        Ok((sets, reps))
    }

    /// `3x8`; also `10x3` where something else is the tempo.
    fn dose(&self) -> Result<Option<(Dose, Span)>, LineError> {
        let mut doses: Vec<(Dose, Span)> = Vec::new();
        for element in self.elements {
            let dose = match &element.what {
                What::Dose { sets, reps, .. } => Some((*sets, reps.clone())),
                What::DoseOrTempo { sets, reps, .. } => {
                    self.dose_or_tempo(*sets, *reps, &element.span)?
                }
                _ => None,
            };
            doses.extend(dose.map(|dose| (dose, element.span.clone())));
        }
        if let [(_, one), (_, two), ..] = doses.as_slice() {
            return Err(LineError {
                what: Complaint::TwoDoses(self.echo(one), self.echo(two)),
                span: two.clone(),
            });
        }
        Ok(doses.pop())
    }

    /// `10x3` is the dose where something else is the tempo, and the tempo where something else is the dose.
    fn dose_or_tempo(&self, sets: u32, reps: u32, span: &Span) -> Result<Option<Dose>, LineError> {
        let paced = self.paces().next().is_some();
        let counted = self.any(|what| {
            matches!(
                what,
                What::Dose { .. }
                    | What::Sets(_)
                    | What::Reps(_)
                    | What::Every { sets: Some(_), .. }
            )
        });
        match (paced, counted) {
            (true, _) => Ok(Some((sets, vec![Written::of(Scheme::exactly(reps))]))),
            (false, true) => Ok(None),
            (false, false) => {
                let text = self.echo(span);
                let what = Complaint::DoseOrTempo { text, sets, reps };
                let span = span.clone();
                Err(LineError { span, what })
            }
        }
    }

    /// `3 sets`, `emom 10:`, `4 rounds`; `x3` behind reps.
    fn sets_apart(&self) -> Result<Option<(u32, Span)>, LineError> {
        let sets = self.one(pick!(What::Sets(sets) | What::Rounds(sets) | What::Every { sets: Some(sets), .. } => *sets))?;
        if sets.is_some() || !self.any(|what| matches!(what, What::Reps(_) | What::Bare(_))) {
            return Ok(sets);
        }
        self.one(pick!(What::Times(sets) => *sets))
    }

    /// `8 reps`, `12,10,8`; a bare `8` or `x8` where the sets are known. Any other number says nothing by itself.
    fn reps_apart(&self, counted: bool) -> Result<Option<(Vec<Written>, Span)>, LineError> {
        let is_reps = |what: &What| match what {
            What::Reps(reps) => Some(reps.clone()),
            _ => None,
        };
        let reps = self.one(is_reps)?;
        let sole = |what: &What| match what {
            What::Bare(reps) => Some(vec![reps.clone()]),
            What::Times(reps) => Some(vec![Written::of(Scheme::exactly(*reps))]),
            _ => None,
        };
        let mut bare = self
            .elements
            .iter()
            .filter_map(|element| Some((sole(&element.what)?, element.span.clone())));
        let taken = self.sets_apart()?.map(|(_, span)| span);
        let mut bare = bare
            .by_ref()
            .filter(|(_, span)| Some(span) != taken.as_ref());
        let first = bare.next();
        let (known, left) = match (reps, counted) {
            (None, true) => (first, bare.next()),
            (reps, _) => (reps, first),
        };
        let Some((_, span)) = left else {
            return Ok(known);
        };
        let text = self
            .echo(&span)
            .trim_start_matches(['x', 'X', '×', ' '])
            .to_owned();
        let alone = known.is_some()
            || self.any(|what| matches!(what, What::Dose { .. } | What::DoseOrTempo { .. }));
        let range = text.contains(|c: char| !c.is_ascii_digit());
        let what = match (alone, range) {
            (true, _) => Complaint::Alone(text),
            (false, true) => Complaint::NoSets(text),
            (false, false) => Complaint::Bare(text),
        };
        Err(LineError { span, what })
    }

    /// A list says by itself how many sets there are; and a drop set, a cluster or AMRAP by itself is one.
    fn sets_of(&self, reps: &[Written], span: &Span) -> Result<u32, LineError> {
        match reps {
            [only] => match only.scheme {
                Scheme::Cluster { .. }
                | Scheme::Drop { .. }
                | Scheme::Straight(Reps::Amrap { .. }) => Ok(1),
                Scheme::Straight(_) => Err(LineError {
                    what: Complaint::NoSets(self.echo(span)),
                    span: span.clone(),
                }),
            },
            many => Ok(u32::try_from(many.len()).unwrap_or(u32::MAX)),
        }
    }

    /// The reps with what stands apart from them: the pauses of clusters and drop sets, and "as tolerated".
    pub(super) fn with_pauses(&self, reps: Vec<Written>) -> Result<Vec<Scheme>, LineError> {
        let length = |is: fn(&What) -> Option<Duration>| self.value(is);
        let intra = length(pick!(What::Intra(length) => *length))?;
        let change = length(pick!(What::Change(length) => *length))?;
        let drop = self.value(pick!(What::Drop(percent) => *percent))?;
        self.check_tolerated(&reps)?;
        let tolerated = self.any(|what| matches!(what, What::AsTolerated));
        let open =
            |is: fn(&Scheme) -> bool| reps.iter().any(|reps| !reps.closed && is(&reps.scheme));
        if intra.is_some() && !open(|scheme| matches!(scheme, Scheme::Cluster { .. })) {
            return Err(self.wrong(Complaint::NoCluster));
        }
        let dropped = change.is_some() || drop.is_some();
        if dropped && !open(|scheme| matches!(scheme, Scheme::Drop { .. })) {
            return Err(self.wrong(Complaint::NoDrop));
        }
        let paused = |Written { scheme, closed, .. }| match scheme {
            Scheme::Straight(Reps::Exactly(reps)) if tolerated => {
                Scheme::Straight(Reps::AsTolerated(reps))
            }
            Scheme::Cluster {
                groups,
                intra: usual,
            } if !closed => Scheme::Cluster {
                groups,
                intra: intra.unwrap_or(usual),
            },
            Scheme::Drop {
                groups,
                percent,
                change: usual,
            } if !closed => Scheme::Drop {
                groups,
                percent: drop.unwrap_or(percent),
                change: change.unwrap_or(usual),
            },
            scheme @ (Scheme::Straight(_) | Scheme::Cluster { .. } | Scheme::Drop { .. }) => scheme,
        };
        Ok(reps.into_iter().map(paused).collect())
    }

    /// `12,10,8 as tolerated` may mean the last set or all of them.
    fn check_tolerated(&self, reps: &[Written]) -> Result<(), LineError> {
        let said = reps.iter().filter(|reps| reps.tolerated).count();
        if reps.len() > 1 && said > 0 && said < reps.len() {
            let text = self.echo(&self.span());
            return Err(self.wrong(Complaint::ToleratedList(text)));
        }
        Ok(())
    }
}

impl Written {
    fn of(scheme: Scheme) -> Self {
        Self {
            scheme,
            closed: false,
            tolerated: false,
        }
    }
}
