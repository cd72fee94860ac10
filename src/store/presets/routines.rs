//! The keys of a `[[routine]]` and its steps. A step names a preset, or writes one, or changes one that it names; since that
//! preset may stand anywhere, a routine is put together when all presets are known.

use std::time::Duration;

use serde::Deserialize;
use serde::de::{Deserializer, Error as _};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::about::{self, Evidence};
use super::weeks::{self, WrittenWeek};
use super::work;
use super::written::{self, Frame, Keys};
use super::{Entry, Kind, Origin};
use crate::store::keys;
use crate::store::problem::Problem;
use crate::store::values::{Rest, WeekNumber};
use crate::training::exercise::Exercise;
use crate::training::preset::{Draft, Gate, Preset, PresetId};
use crate::training::routine::{Change, Group, Routine, RoutineDraft, Step};

/// The names of the keys of a routine, besides those that say where it comes from.
const KEYS: [&str; 4] = ["id", "name", "change", "wait"];
/// The names of the keys of a step, besides those of a preset.
const STEP_KEYS: [&str; 4] = ["preset", "group", "from_week", "to_week"];

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct RoutineKeys {
    #[serde(deserialize_with = "written::id")]
    id: Option<PresetId>,
    #[serde(deserialize_with = "written::name")]
    name: Option<String>,
    change: Option<Rest>,
    wait: Option<bool>,
}

#[derive(Debug, Clone, PartialEq, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct StepKeys {
    preset: Option<String>,
    #[serde(deserialize_with = "group")]
    group: Option<Group>,
    from_week: Option<WeekNumber>,
    to_week: Option<WeekNumber>,
}

/// A routine whose presets are still to be found.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Unresolved {
    id: String,
    origin: Origin,
    lead_in: Duration,
    /// Where it stands in the file.
    place: Problem,
    problems: Vec<Problem>,
    /// Everything but the steps.
    draft: Option<RoutineDraft>,
    steps: Vec<Open>,
}

/// A step as it was written.
#[derive(Debug, Clone, PartialEq)]
struct Open {
    place: Problem,
    keys: StepKeys,
    frame: Frame,
    work: work::Work,
    weeks: Vec<WrittenWeek>,
}

/// Reads one `[[routine]]`, or names every mistake in it that can be told without knowing the presets.
pub(super) fn read(
    text: &str,
    mut table: Spanned<DeTable<'_>>,
    origin: Origin,
    lead_in: Duration,
) -> Unresolved {
    let span = table.span();
    let id = written::id_of(&table);
    let (written, mut problems): (RoutineKeys, _) = keys::read(text, keys::take(&mut table, &KEYS));
    let (evidence, wrong): (Evidence, _) = keys::read(text, keys::take(&mut table, &about::KEYS));
    problems.extend(wrong);
    let steps = table.get_mut().remove("step");
    let known: [&[&str]; 3] = [&KEYS, &about::KEYS, &["step"]];
    problems.extend(keys::unknown(text, table.get_ref(), &known));
    let place = Problem::at(text, Some(&span), "");
    if id.is_none() {
        problems.push(place.saying(
            "this routine has no id: add a name for the command line, such as id = \"leg-day\"",
        ));
    }
    let steps = read_steps(text, steps, &place, &mut problems);
    let draft = written.id.map(|id| RoutineDraft {
        name: written.name.unwrap_or_else(|| id.as_str().to_owned()),
        id,
        steps: Vec::new(),
        change: Change {
            length: written.change.map_or(Duration::ZERO, Rest::duration),
            gate: match written.wait {
                Some(false) => Gate::Open,
                Some(true) | None => Gate::Closed,
            },
        },
        programme: evidence.programme(),
        about: evidence.about(),
    });
    Unresolved {
        id: id.unwrap_or_default(),
        origin,
        lead_in,
        place,
        problems,
        draft,
        steps,
    }
}

fn read_steps(
    text: &str,
    value: Option<Spanned<DeValue<'_>>>,
    routine: &Problem,
    problems: &mut Vec<Problem>,
) -> Vec<Open> {
    let Some(value) = value else {
        problems.push(routine.saying("this routine has no steps: add one with [[routine.step]]"));
        return Vec::new();
    };
    let span = value.span();
    let DeValue::Array(array) = value.into_inner() else {
        problems.push(Problem::at(
            text,
            Some(&span),
            "write [[routine.step]] with two brackets on either side",
        ));
        return Vec::new();
    };
    let mut steps = Vec::new();
    for value in array {
        let span = value.span();
        let place = Problem::at(text, Some(&span), "");
        match value.into_inner() {
            DeValue::Table(table) => {
                let table = Spanned::new(span, table);
                steps.push(read_step(text, table, place, problems));
            }
            _ => problems.push(place.saying("a step is a table: begin it with [[routine.step]]")),
        }
    }
    steps
}

fn read_step(
    text: &str,
    mut table: Spanned<DeTable<'_>>,
    place: Problem,
    problems: &mut Vec<Problem>,
) -> Open {
    let (keys, wrong): (StepKeys, _) = keys::read(text, keys::take(&mut table, &STEP_KEYS));
    problems.extend(wrong);
    let Keys {
        frame,
        work,
        problems: wrong,
        ..
    } = Keys::read(text, &mut table);
    problems.extend(wrong);
    let weeks = weeks::take(text, &mut table, problems);
    let known: [&[&str]; 4] = [&["week"], &STEP_KEYS, &written::KEYS, &work::KEYS];
    problems.extend(keys::unknown(text, table.get_ref(), &known));
    Open {
        place,
        keys,
        frame,
        work,
        weeks,
    }
}

impl Unresolved {
    /// The name it was given, which may be none or not a good one.
    pub(super) fn id(&self) -> &str {
        &self.id
    }

    /// Gives one without an id something to be called by.
    pub(super) fn call(&mut self, id: String) {
        self.id = id;
    }

    /// Notes a mistake.
    pub(super) fn wrong(&mut self, problem: Problem) {
        self.problems.push(problem);
    }

    /// Puts it together from the presets that there are.
    pub(super) fn resolve(mut self, presets: &[Entry]) -> Entry {
        let mut steps = Vec::new();
        for (number, step) in (1..).zip(std::mem::take(&mut self.steps)) {
            let place = step.place.clone();
            match step.resolve(presets, &self.id, number, self.lead_in) {
                Ok(step) => steps.push(step),
                Err(Wrong::Here(sentence)) => self.problems.push(place.saying(&sentence)),
                Err(Wrong::There(problem)) => self.problems.push(problem),
            }
        }
        let mut problems = self.problems;
        problems.sort_by_key(|problem| (problem.line, problem.column));
        let routine = match self.draft {
            Some(draft) if problems.is_empty() => Routine::new(RoutineDraft { steps, ..draft })
                .map_err(|error| vec![self.place.saying(&error.to_string())]),
            _ => Err(problems),
        };
        Entry {
            id: self.id,
            origin: self.origin,
            kind: Kind::Routine,
            routine,
        }
    }
}

/// What is wrong with a step.
enum Wrong {
    /// The step itself.
    Here(String),
    /// Something that has a place of its own.
    There(Problem),
}

impl From<String> for Wrong {
    fn from(sentence: String) -> Self {
        Self::Here(sentence)
    }
}

impl Open {
    fn resolve(
        self,
        presets: &[Entry],
        routine: &str,
        number: usize,
        lead_in: Duration,
    ) -> Result<Step, Wrong> {
        let base = match &self.keys.preset {
            Some(id) => Some(base(presets, id)?.draft()),
            None => None,
        };
        let load = self.work.load.clone();
        let work = self.work.onto(base.as_ref().map(|base| &base.work))?;
        let mut draft = if let Some(base) = base {
            Draft { work, ..base }
        } else {
            let id: PresetId = format!("{routine}-{number}")
                .parse()
                .map_err(|_too_long| "the id of this routine is too long: shorten it".to_owned())?;
            let exercise = self.frame.exercise.clone();
            let exercise = exercise.unwrap_or_else(Exercise::unnamed);
            let mut draft = Draft::new(id, exercise, work);
            draft.lead_in = lead_in;
            if !draft.exercise.name.is_empty() {
                draft.name.clone_from(&draft.exercise.name);
            }
            draft
        };
        if let Some(load) = load {
            draft.load = load;
        }
        if !self.weeks.is_empty() {
            draft.weeks = weeks::onto(self.weeks, &draft.work).map_err(Wrong::There)?;
        }
        let preset = Preset::new(self.frame.onto(draft)).map_err(|error| error.to_string())?;
        let first = self.keys.from_week.map_or(1, WeekNumber::number);
        let last = self.keys.to_week.map_or(u32::MAX, WeekNumber::number);
        if first > last {
            return Err(Wrong::Here(format!(
                "this step begins in week {first} and ends before it: to_week is the larger one"
            )));
        }
        Ok(Step {
            preset,
            group: self.keys.group,
            weeks: first..=last,
        })
    }
}

fn base<'p>(presets: &'p [Entry], id: &str) -> Result<&'p Preset, String> {
    let entry = presets.iter().find(|entry| entry.id == id);
    let known = || presets.iter().map(|entry| entry.id.as_str());
    match (entry.map(Entry::preset), keys::closest(id, known())) {
        (Some(Some(preset)), _) => Ok(preset),
        (Some(None), _) => Err(format!("the preset `{id}` has mistakes: mend it first")),
        (None, Some(near)) => Err(format!("there is no preset `{id}`: did you mean `{near}`?")),
        (None, None) => Err(format!(
            "there is no preset `{id}`: `downbeat list` shows those that there are"
        )),
    }
}

fn group<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Group>, D::Error> {
    let text = String::deserialize(deserializer)?;
    let mut letters = text.chars();
    match (letters.next().and_then(Group::new), letters.next()) {
        (Some(group), None) => Ok(Some(group)),
        _ => Err(D::Error::custom(format!(
            "`{text}` is no group: write one letter, the same for all exercises that are done in turns"
        ))),
    }
}
