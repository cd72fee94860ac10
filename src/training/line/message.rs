//! A text that was read: its exercises, and what each piece of it was taken for.

use super::element::{Element, What};
use super::error::{Complaint, LineError};
use super::items::{Item, items};
use super::settle::Settle;
use super::{Reading, Understood, name, parse};
use crate::training::preset::{Preset, PresetId};
use crate::training::routine::{Change, Group, Routine, RoutineDraft, Step};
use crate::training::text::visible;
use std::collections::HashSet;
use std::ops::Range;
use std::time::Duration;

/// A piece of the text with what it was read as.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Its bytes.
    pub span: Range<usize>,
    /// What it was read as.
    pub kind: PartKind,
}

/// What a piece of a text was read as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PartKind {
    /// A heading above the exercises.
    Title,
    /// `A1`
    Label,
    /// The exercise.
    Exercise,
    /// Sets and reps.
    Dose,
    /// A tempo, a hold, strokes, own pace.
    Pace,
    /// A rest, an interval, a pause within a set, a lead-in.
    Pause,
    /// Sides.
    Sides,
    /// Which phase comes first, which way the handle goes, where a key is awaited, which pauses are breaks.
    Manner,
    /// The load, and a cue.
    Load,
    /// Punctuation and words that only join.
    Mark,
    /// Nothing: it was not understood, and plays no part.
    Unread,
    /// Something that is wrong, or can be read in two ways; the reading says how.
    Wrong,
}

/// What was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// The heading, where the first line is one.
    pub title: Option<String>,
    /// The exercises in order.
    pub readings: Vec<Reading>,
    /// Every piece of the text in order; what is between them is blank.
    pub parts: Vec<Part>,
}

/// Reads a text.
pub(super) fn read(text: &str) -> Message {
    let elements = parse::elements(text);
    let found = items(&elements);
    let mut names: HashSet<usize> = HashSet::new();
    let mut readings = Vec::new();
    for (at, item) in found.items.iter().enumerate() {
        let settle = Settle {
            text,
            elements: &item.elements,
            in_turns: found
                .items
                .get(at + 1)
                .is_some_and(|next| in_turns(item, next)),
        };
        let (name_at, outcome) = settle.settle();
        names.extend(name_at.map(|span| span.start));
        readings.push(Reading {
            label: item.label,
            span: settle.span(),
            outcome,
        });
    }
    let title = found.title.as_ref();
    let parts = elements.iter().map(|element| Part {
        kind: match element.what {
            What::Words if names.contains(&element.span.start) => PartKind::Exercise,
            What::Words if title.is_some_and(|title| *title == element.span) => PartKind::Title,
            _ => kind(element),
        },
        span: element.span.clone(),
    });
    Message {
        parts: parts.collect(),
        title: title
            .and_then(|span| text.get(span.clone()))
            .map(str::to_owned),
        readings,
    }
}

/// Whether two exercises have the same letter, and numbers to tell that their sets take turns.
fn in_turns(one: &Item, next: &Item) -> bool {
    one.label.and_then(group).is_some() && one.label.and_then(group) == next.label.and_then(group)
}

fn group(label: super::Label) -> Option<Group> {
    label.number.and(label.letter).and_then(Group::new)
}

fn kind(element: &Element) -> PartKind {
    match element.what {
        What::Label(_) => PartKind::Label,
        What::Named(_) => PartKind::Exercise,
        What::Dose { .. }
        | What::Sets(_)
        | What::Reps(_)
        | What::Bare(_)
        | What::Times(_)
        | What::Rounds(_)
        | What::DoseOrTempo { .. }
        | What::AsTolerated => PartKind::Dose,
        What::Tempo { .. } | What::Hold(_) | What::Strokes(_) | What::OwnPace | What::Length(_) => {
            PartKind::Pace
        }
        What::Rest(_)
        | What::Every { .. }
        | What::Intra(_)
        | What::Change(_)
        | What::Drop(_)
        | What::LeadIn(_) => PartKind::Pause,
        What::Each | What::Alternating | What::Only(_) | What::First(_) => PartKind::Sides,
        What::Lockout | What::Start(_) | What::Inverted | What::Unloaded(_) => PartKind::Manner,
        What::Load(_) | What::Cue(_) => PartKind::Load,
        What::Filler | What::Soft | What::Hard => PartKind::Mark,
        What::Words | What::Unread => PartKind::Unread,
        What::Wrong(_) => PartKind::Wrong,
    }
}

impl Message {
    /// The bytes of the text that were not understood, what stands together as one.
    pub fn unread(&self) -> Vec<Range<usize>> {
        let mut unread: Vec<Range<usize>> = Vec::new();
        let mut joined = false;
        for part in &self.parts {
            let is = part.kind == PartKind::Unread;
            match unread.last_mut() {
                Some(last) if is && joined => last.end = part.span.end,
                _ if is => unread.push(part.span.clone()),
                _ => {}
            }
            joined = is;
        }
        unread
    }

    /// The same as words, fit to be shown; `text` is what was read.
    pub fn unread_in<'t>(&self, text: &'t str) -> Vec<std::borrow::Cow<'t, str>> {
        let pieces = self.unread();
        pieces
            .into_iter()
            .filter_map(|span| text.get(span))
            .map(visible)
            .collect()
    }

    /// Whether anything in it is more than words and a tempo: then it was meant as a line.
    pub fn is_line(&self) -> bool {
        self.parts.iter().any(|part| {
            !matches!(
                part.kind,
                PartKind::Unread | PartKind::Mark | PartKind::Exercise | PartKind::Title
            )
        })
    }

    /// Whether it says which phase a rep begins with, so that nothing that is remembered of the exercise counts.
    pub fn says_start(&self) -> bool {
        self.parts.iter().any(|part| part.kind == PartKind::Manner)
    }

    /// What is done by every exercise.
    ///
    /// # Errors
    /// The first mistake.
    pub fn understood(&self) -> Result<Vec<&Understood>, LineError> {
        if self.readings.is_empty() {
            let end = self.parts.last().map_or(0, |part| part.span.end);
            let what = Complaint::Nothing;
            return Err(LineError { span: 0..end, what });
        }
        let outcomes = self.readings.iter().map(|reading| reading.outcome.as_ref());
        outcomes.collect::<Result<_, _>>().map_err(LineError::clone)
    }

    /// The name of the whole: its heading, or its exercises.
    pub fn name(&self) -> String {
        if let Some(title) = &self.title {
            return title
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" ")
                .chars()
                .take(name::LONGEST)
                .collect();
        }
        let names: Vec<String> = self
            .readings
            .iter()
            .filter_map(|reading| reading.outcome.as_ref().ok())
            .map(Understood::name)
            .collect();
        let whole = names.join(" + ");
        match names.split_first() {
            Some((first, rest)) if whole.chars().count() > name::LONGEST => {
                let more = format!(" and {} more", rest.len());
                let room = name::LONGEST - more.len();
                first.chars().take(room).chain(more.chars()).collect()
            }
            _ => whole,
        }
    }

    /// An id for the whole, made of its name, that nobody has yet.
    pub fn propose_id(&self, is_taken: &dyn Fn(&str) -> bool) -> PresetId {
        let fallback = if self.readings.len() > 1 {
            "routine"
        } else {
            "preset"
        };
        name::propose_id(&self.name(), fallback, is_taken)
    }

    /// What is trained: one exercise is a preset alone, several are steps in order, those of a letter with numbers in turns.
    /// `lead_in` is for exercises that say none.
    ///
    /// # Errors
    /// The first mistake.
    pub fn routine(
        &self,
        id: PresetId,
        name: &str,
        lead_in: Duration,
    ) -> Result<Routine, LineError> {
        let understood = self.understood()?;
        if let ([only], [reading]) = (understood.as_slice(), self.readings.as_slice()) {
            let mut draft = only.draft(id, lead_in);
            name.clone_into(&mut draft.name);
            let preset = Preset::new(draft).map_err(|error| LineError {
                span: reading.span.clone(),
                what: error.into(),
            })?;
            return Ok(Routine::solo(preset));
        }
        let draft = RoutineDraft {
            name: name.to_owned(),
            steps: self.steps(&understood, &id, lead_in)?,
            id,
            change: Change::default(),
            programme: None,
            about: crate::training::preset::About::default(),
        };
        let span = 0..self.parts.last().map_or(0, |part| part.span.end);
        Routine::new(draft).map_err(|error| LineError {
            span,
            what: error.into(),
        })
    }

    fn steps(
        &self,
        understood: &[&Understood],
        id: &PresetId,
        lead_in: Duration,
    ) -> Result<Vec<Step>, LineError> {
        let mut steps = Vec::new();
        let each = self.readings.iter().zip(understood).zip(self.groups()?);
        for (number, ((reading, understood), group)) in (1..).zip(each) {
            let step = format!("{id}-{number}").parse();
            let preset = step.and_then(|id| Preset::new(understood.draft(id, lead_in)));
            let preset = preset.map_err(|error| LineError {
                span: reading.span.clone(),
                what: error.into(),
            })?;
            steps.push(Step {
                group,
                ..Step::new(preset)
            });
        }
        Ok(steps)
    }

    /// The letters of those that are done in turns with a neighbour.
    fn groups(&self) -> Result<Vec<Option<Group>>, LineError> {
        let letters: Vec<Option<Group>> = self
            .readings
            .iter()
            .map(|reading| reading.label.and_then(group))
            .collect();
        let mut closed: Vec<Group> = Vec::new();
        let mut before = None;
        let mut groups = Vec::new();
        for (at, letter) in letters.iter().enumerate() {
            if let Some(again) =
                letter.filter(|letter| before != Some(*letter) && closed.contains(letter))
            {
                let span = self
                    .readings
                    .get(at)
                    .map_or(0..0, |reading| reading.span.clone());
                let what = Complaint::Apart(again.letter());
                return Err(LineError { span, what });
            }
            let after = letters.get(at + 1).copied().flatten();
            groups.push(letter.filter(|_| *letter == before || *letter == after));
            closed.extend(*letter);
            before = *letter;
        }
        Ok(groups)
    }
}
