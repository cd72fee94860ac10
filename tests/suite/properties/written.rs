//! Whatever can be prescribed can be written down, as a line and as TOML, and is read again as the same.

use super::presets::{long_presets, presets};
use downbeat::store::config;
use downbeat::store::presets::{Kind, print};
use downbeat::training::exercise::{self, Exercise, Path, Start};
use downbeat::training::line;
use downbeat::training::preset::{
    About, Draft, Gate, Preset, PresetId, Programme, Side, Sides, Tier, Week,
};
use downbeat::training::routine::{Change, Group, Routine, RoutineDraft, Step};
use downbeat::training::text::is_unfit;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use std::time::Duration;
use toml_edit::{ArrayOfTables, DocumentMut, Item, Table};

/// The generator begins with one side only; here each may.
fn any_side(preset: &Preset, side: Side) -> Preset {
    let draft = preset.draft();
    let sides = match draft.sides {
        Sides::Both => Sides::Both,
        Sides::Each(_) => Sides::Each(side),
        Sides::Alternating(_) => Sides::Alternating(side),
        Sides::Only(_) => Sides::Only(side),
    };
    Preset::new(Draft { sides, ..draft }).unwrap()
}

/// With more sets, where that much can be planned.
fn with_sets(preset: &Preset, sets: u32) -> Preset {
    let mut draft = preset.draft();
    draft.work.sets = sets;
    Preset::new(draft).unwrap_or_else(|_| preset.clone())
}

fn side() -> impl Strategy<Value = Side> {
    prop_oneof![Just(Side::Left), Just(Side::Right)]
}

fn reads_back_the_same(preset: &Preset) {
    let text = line::work(&preset.work, preset.sides);
    let message = line::read(&text);
    let all = message.understood();
    let all = all.unwrap_or_else(|error| panic!("{text}: {error}"));
    assert_eq!(all.len(), 1, "{text}");
    assert_eq!(
        (&all[0].work, all[0].sides),
        (&preset.work, preset.sides),
        "{text}"
    );
    assert!(message.unread().is_empty(), "{text}");
    let whole = line::write(&preset.draft()).unwrap_or_else(|error| panic!("{text}: {error}"));
    let message = line::read(&whole);
    let again = message.understood().unwrap()[0].draft(preset.id.clone(), preset.lead_in);
    let name = preset.name.clone();
    assert_eq!(Draft { name, ..again }, preset.draft(), "{whole}");
}

/// Texts as they come from files and pastes, with everything that has to be escaped.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => Just(String::new()),
        3 => "[a-zA-Z ,.%]{1,20}",
        1 => any::<String>(),
        1 => Just("\u{1b}[2J\u{9b}31m\"\\\n\t'''\u{202e}".to_owned()),
    ]
}

fn name() -> impl Strategy<Value = String> {
    let known: Vec<&str> = exercise::names().collect();
    prop_oneof![
        Just(String::new()),
        select(known).prop_map(str::to_owned),
        Just("DB RDL".to_owned()),
        Just("45° back extension, \"slow\"".to_owned()),
    ]
}

fn about() -> impl Strategy<Value = About> {
    let tier = select(vec![Tier::General, Tier::Published, Tier::Expert]);
    (tier, text(), text(), text(), text(), text(), text()).prop_map(
        |(tier, purpose, schedule, published, ours, source, pain)| About {
            tier,
            purpose,
            schedule,
            published,
            ours,
            source,
            pain,
        },
    )
}

fn programme() -> impl Strategy<Value = Option<Programme>> {
    let programme = (1..520u32, 1..5u32);
    proptest::option::of(programme.prop_map(|(weeks, per_day)| Programme { weeks, per_day }))
}

/// Presets with everything that a file can say of them.
fn whole_presets() -> BoxedStrategy<Preset> {
    let manner = (
        name(),
        select(vec![Start::Lower, Start::Lift]),
        select(vec![Path::Normal, Path::Inverted]),
    );
    let texts = (text(), text(), "[a-zA-Z0-9 ,]{0,30}[a-z]");
    let weeks = vec((1..4u32, presets().boxed(), text()), 0..3);
    let all = (
        presets(),
        side(),
        manner,
        texts,
        about(),
        programme(),
        weeks,
    );
    all.prop_map(
        |(preset, side, (name, start, path), (cue, load, title), about, programme, weeks)| {
            let draft = any_side(&preset, side).draft();
            let mut from = 1;
            let weeks = weeks.into_iter().map(|(gap, preset, load)| {
                from += gap;
                let work = preset.work.clone();
                Week { from, work, load }
            });
            let draft = Draft {
                exercise: Exercise { name, start, path },
                name: title.trim().to_owned(),
                weeks: weeks.collect(),
                cue,
                load,
                about,
                programme,
                ..draft
            };
            // Where a week's work does not fit into its minute with these sides, there are no weeks.
            let weeks = Vec::new();
            let whole = Preset::new(draft.clone());
            whole.unwrap_or_else(|_| Preset::new(Draft { weeks, ..draft }).unwrap())
        },
    )
    .boxed()
}

/// A step of a routine: its preset, whether it names it, and what it changes then.
#[derive(Debug, Clone)]
struct Raw {
    preset: Preset,
    is_named: bool,
    other: Option<Preset>,
    is_both: bool,
    load: String,
    group: Option<char>,
    weeks: (u32, u32),
}

fn raw() -> BoxedStrategy<Raw> {
    let other = proptest::option::of(presets().boxed());
    let group = select(vec![None, Some('A'), Some('B')]);
    let all = (
        whole_presets(),
        any::<bool>(),
        other,
        any::<bool>(),
        text(),
        group,
        (1..5u32, 0..9u32),
    );
    all.prop_map(
        |(preset, is_named, other, is_both, load, group, weeks)| Raw {
            preset,
            is_named,
            other,
            is_both,
            load,
            group,
            weeks,
        },
    )
    .boxed()
}

impl Raw {
    /// The step, and the preset that it names.
    fn step(self, number: usize) -> (Step, Option<Preset>) {
        let mut draft = self.preset.draft();
        let kind = if self.is_named { "base" } else { "any" };
        draft.id = format!("{kind}-{number}").parse().unwrap();
        if !self.is_named {
            // What a step cannot say by itself.
            (draft.about, draft.programme) = (About::default(), None);
        }
        let base = Preset::new(draft.clone()).unwrap();
        if let (true, Some(other)) = (self.is_named, self.other) {
            draft.work = other.work.clone();
            draft.load = self.load;
            draft.lead_in = other.lead_in;
            draft.exercise = other.exercise.clone();
        }
        if self.is_named && self.is_both {
            draft.sides = Sides::Both;
        }
        let (first, more) = self.weeks;
        let step = Step {
            // Work that does not fit into its minute leaves the step as its preset is.
            preset: Preset::new(draft).unwrap_or_else(|_| base.clone()),
            group: self.group.and_then(Group::new),
            weeks: first..=if more == 0 { u32::MAX } else { first + more },
        };
        (step, self.is_named.then_some(base))
    }
}

/// A routine whose steps are written in full, or name presets with some of it changed; and those presets.
fn whole_routines() -> impl Strategy<Value = (Vec<Preset>, Routine)> {
    let gate = select(vec![Gate::Open, Gate::Closed]);
    let all = (vec(raw(), 1..4), 0..100u64, gate, about(), programme());
    all.prop_map(|(raw, length, gate, about, programme)| {
        let steps = (1..).zip(raw).map(|(number, raw)| raw.step(number));
        let (steps, bases): (Vec<Step>, Vec<Option<Preset>>) = steps.unzip();
        let length = Duration::from_secs(length);
        let routine = Routine::new(RoutineDraft {
            id: "any".parse().unwrap(),
            name: "Any".to_owned(),
            steps,
            change: Change { length, gate },
            programme,
            about,
        });
        (bases.into_iter().flatten().collect(), routine.unwrap())
    })
}

const LEAD_IN: Duration = Duration::from_secs(10);

fn file(presets: Vec<Table>, routines: Vec<Table>) -> String {
    let mut document = DocumentMut::new();
    for (key, tables) in [("preset", presets), ("routine", routines)] {
        let mut array = ArrayOfTables::new();
        tables.into_iter().for_each(|table| array.push(table));
        document.insert(key, Item::ArrayOfTables(array));
    }
    document.to_string()
}

/// What a settings file with that text has under an id.
fn read(text: &str, id: &str, kind: Kind) -> Routine {
    let (config, problems) = config::parse(text);
    assert!(problems.is_empty(), "{text}\n{problems:?}");
    let library = config.library();
    let mut entries = library.entries().iter();
    let entry = entries.find(|entry| entry.id == id && entry.kind == kind);
    let routine = &entry.unwrap_or_else(|| panic!("{text}")).routine;
    let routine = routine.clone();
    routine.unwrap_or_else(|problems| panic!("{text}\n{problems:?}"))
}

fn fit_to_show(text: &str) {
    assert!(!text.chars().any(|c| is_unfit(c) && c != '\n'), "{text:?}");
}

#[test]
fn everything_built_in_is_printed_as_toml_that_is_read_as_the_same() {
    let library = config::parse("").0.library();
    for entry in library.entries() {
        let routine = entry.routine.as_ref().unwrap();
        let text = match entry.preset() {
            Some(built_in) => file(vec![print::preset(built_in, LEAD_IN)], Vec::new()),
            None => {
                let find = |id: &PresetId| library.find(id.as_str()).ok()?.as_solo().cloned();
                file(Vec::new(), vec![print::routine(routine, LEAD_IN, &find)])
            }
        };
        assert_eq!(
            read(&text, &entry.id, entry.kind).draft(),
            routine.draft(),
            "{text}"
        );
    }
}

#[test]
fn every_exercise_of_the_library_has_a_line_but_for_its_weeks() {
    let library = config::parse("").0.library();
    for preset in library.routines().flat_map(Routine::presets) {
        reads_back_the_same(&preset.at_week(1));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(256) })]

    #[test]
    fn any_work_has_a_line_that_is_read_as_the_same_work(preset in presets(), side in side(), sets in 1..20u32) {
        reads_back_the_same(&any_side(&preset, side));
        reads_back_the_same(&any_side(&with_sets(&preset, sets), side));
    }

    #[test]
    fn long_work_too(preset in long_presets(), side in side()) {
        reads_back_the_same(&any_side(&preset, side));
    }

    #[test]
    fn any_preset_is_printed_as_toml_that_is_read_as_the_same_preset(preset in whole_presets()) {
        let text = file(vec![print::preset(&preset, LEAD_IN)], Vec::new());
        fit_to_show(&text);
        let again = read(&text, "any", Kind::Preset);
        prop_assert_eq!(again.as_solo().unwrap().draft(), preset.draft(), "{}", text);
    }

    #[test]
    fn any_routine_is_printed_as_toml_that_is_read_as_the_same_routine((bases, routine) in whole_routines()) {
        let find = |id: &_| bases.iter().find(|base| base.id == *id).cloned();
        let table = print::routine(&routine, LEAD_IN, &find);
        let presets = bases.iter().map(|base| print::preset(base, LEAD_IN)).collect();
        let text = file(presets, vec![table]);
        fit_to_show(&text);
        prop_assert_eq!(read(&text, "any", Kind::Routine).draft(), routine.draft(), "{}", text);
    }
}
