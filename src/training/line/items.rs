//! Which elements belong to one exercise. A comma may stand between two exercises or between two parts of one, and so may
//! the end of a line: what decides is whether what follows has a label, a name or a dose of its own.

use super::element::{Element, Label, What};
use std::ops::Range;

/// One exercise of a message.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Item {
    pub(super) label: Option<Label>,
    pub(super) elements: Vec<Element>,
    has: Has,
}

/// What an exercise has so far, counted as it comes: a paste may be all one exercise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Has {
    names: u32,
    /// What is neither a name nor mute.
    others: u32,
    doses: u32,
    /// Numbers of reps, with their sets or without.
    reps: u32,
    /// `3x8` in one.
    wholes: u32,
    sets: u32,
}

impl Has {
    fn of(elements: &[Element]) -> Self {
        let count = |is: fn(&What) -> bool| {
            let found = elements.iter().filter(|element| is(&element.what));
            u32::try_from(found.count()).unwrap_or(u32::MAX)
        };
        Self {
            names: count(is_name),
            others: count(|what| !is_name(what) && !what.is_mute()),
            doses: count(What::is_dose),
            reps: count(is_reps),
            wholes: count(|what| matches!(what, What::Dose { .. })),
            sets: count(|what| {
                matches!(
                    what,
                    What::Dose { .. }
                        | What::Sets(_)
                        | What::Rounds(_)
                        | What::Every { sets: Some(_), .. }
                )
            }),
        }
    }

    fn and(self, more: Self) -> Self {
        let sum = u32::saturating_add;
        Self {
            names: sum(self.names, more.names),
            others: sum(self.others, more.others),
            doses: sum(self.doses, more.doses),
            reps: sum(self.reps, more.reps),
            wholes: sum(self.wholes, more.wholes),
            sets: sum(self.sets, more.sets),
        }
    }
}

/// All of them, and the heading above.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Items {
    pub(super) title: Option<Range<usize>>,
    pub(super) items: Vec<Item>,
}

/// What stands between two separators.
struct Chunk<'e> {
    elements: &'e [Element],
    /// Whether a line or a semicolon ended before it.
    hard: bool,
}

impl Chunk<'_> {
    fn any(&self, is: impl Fn(&What) -> bool) -> bool {
        self.elements.iter().any(|element| is(&element.what))
    }

    fn label(&self) -> Option<Label> {
        self.elements.iter().find_map(|element| match element.what {
            What::Label(label) => Some(label),
            _ => None,
        })
    }

    fn is_mute(&self) -> bool {
        !self.any(|what| !what.is_mute())
    }

    /// `x4` and nothing else: how often all of it is done.
    fn rounds(&self) -> Option<&Element> {
        let mut said = self
            .elements
            .iter()
            .filter(|element| !element.what.is_mute());
        let rounds = said
            .next()
            .filter(|element| matches!(element.what, What::Times(_) | What::Rounds(_)))?;
        said.next().is_none().then_some(rounds)
    }
}

/// Puts elements together.
pub(super) fn items(elements: &[Element]) -> Items {
    let chunks = chunks(elements);
    let mut found = Items::default();
    // Says of each chunk, from the last to the first, whether a dose without a name follows it.
    let mut awaited = vec![false; chunks.len()];
    let mut next = false;
    for (chunk, awaited) in chunks.iter().zip(&mut awaited).rev() {
        *awaited = next;
        if chunk.label().is_some() || chunk.any(is_name) {
            next = false;
        } else if chunk.any(is_reps) {
            next = true;
        }
    }
    for (chunk, awaited) in chunks.iter().zip(awaited) {
        found.add(chunk, awaited);
    }
    found
}

fn chunks(elements: &[Element]) -> Vec<Chunk<'_>> {
    let mut chunks = Vec::new();
    let (mut start, mut hard) = (0, true);
    for (at, element) in elements.iter().enumerate() {
        let ends = matches!(element.what, What::Soft | What::Hard | What::Label(_));
        if ends && let Some(elements) = elements.get(start..at) {
            chunks.push(Chunk { elements, hard });
            start = at;
            hard = match element.what {
                What::Hard => true,
                What::Soft => false,
                // A bullet or a line before a label.
                _ => hard && elements.iter().all(|element| element.what.is_mute()),
            };
        }
    }
    let elements = elements.get(start..).unwrap_or_default();
    chunks.push(Chunk { elements, hard });
    chunks.retain(|chunk| !chunk.is_mute());
    chunks
}

fn is_name(what: &What) -> bool {
    matches!(what, What::Words | What::Named(_))
}

fn is_reps(what: &What) -> bool {
    matches!(
        what,
        What::Dose { .. } | What::Reps(_) | What::Bare(_) | What::DoseOrTempo { .. }
    )
}

impl Item {
    fn extend(&mut self, elements: &[Element], has: Has) {
        self.elements.extend_from_slice(elements);
        self.has = self.has.and(has);
    }

    /// Whether all there is so far is one name, which may turn out to be a heading.
    fn is_title(&self) -> bool {
        self.label.is_none() && self.has.names == 1 && self.has.others == 0
    }
}

impl Items {
    fn add(&mut self, chunk: &Chunk<'_>, awaited: bool) {
        let has = Has::of(chunk.elements);
        if chunk.rounds().is_some() && !self.items.is_empty() {
            let lacking = self.items.iter_mut().filter(|item| item.has.sets == 0);
            let rounds = Has { sets: 1, ..has };
            let count = lacking
                .map(|item| item.extend(chunk.elements, rounds))
                .count();
            if count > 0 {
                return;
            }
        }
        let named = chunk.label().is_some() || has.names > 0;
        let titled = self.title.is_none() && self.items.len() == 1;
        let title = titled && self.items.first().is_some_and(Item::is_title);
        let heading = title && chunk.hard && named;
        let begins = match self.items.last() {
            None => true,
            Some(_) if heading || chunk.label().is_some() => true,
            // A name without a dose behind an exercise that has both is a remark on it.
            Some(last) if named => last.has.doses > 0 && (has.doses > 0 || awaited),
            Some(last) => {
                let whole = last.has.wholes > 0 && has.wholes > 0;
                last.has.reps > 0 && has.reps > 0 && (chunk.hard || whole)
            }
        };
        if heading {
            let heading = self.items.pop().unwrap_or_default().elements.into_iter();
            let name = heading.into_iter().find(|element| is_name(&element.what));
            self.title = name.map(|element| element.span);
        }
        if begins {
            self.items.push(Item {
                label: chunk.label(),
                ..Item::default()
            });
        }
        if let Some(last) = self.items.last_mut() {
            last.extend(chunk.elements, has);
        }
    }
}
