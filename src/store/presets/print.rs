//! From the model back to TOML: the keys of a preset or a routine in one order, and of them only those that say something. What
//! is printed here is read as an equal model; the command line shares presets with it, and so can whatever saves them.
//!
//! The tempo, the sets, the reps and the rest are always written, so that a file says what is done without a look into the
//! manual. A step of a routine names its preset where that is there to be named, and says only what differs; else it is
//! written in full.

mod work;

use std::fmt::Write as _;
use std::time::Duration;

use toml_edit::{Array, ArrayOfTables, InlineTable, Item, Table, Value};

use crate::training::exercise::{Exercise, Path};
use crate::training::length;
use crate::training::preset::{
    About, Draft, Gate as Wait, Preset, PresetId, Programme, Side, Sides, Tier, Unloaded, Week,
};
use crate::training::routine::{Routine, Step};
use crate::training::text::is_unfit;

/// A `[[preset]]`. `lead_in` is what holds for presets that name none, so that it need not be written.
pub fn preset(preset: &Preset, lead_in: Duration) -> Table {
    let mut table = Table::new();
    put(&mut table, "id", text(preset.id.as_str()));
    if preset.name != preset.id.as_str() {
        put(&mut table, "name", text(&preset.name));
    }
    body(&mut table, preset, lead_in);
    about(&mut table, &preset.about, preset.programme);
    weeks(&mut table, &preset.weeks, preset);
    table
}

/// A `[[routine]]`. `find` gives the presets that its steps may name.
pub fn routine(
    routine: &Routine,
    lead_in: Duration,
    find: &dyn Fn(&PresetId) -> Option<Preset>,
) -> Table {
    let mut table = Table::new();
    put(&mut table, "id", text(routine.id.as_str()));
    if routine.name != routine.id.as_str() {
        put(&mut table, "name", text(&routine.name));
    }
    if !routine.change.length.is_zero() {
        put(&mut table, "change", text(&span(routine.change.length)));
    }
    if routine.change.gate == Wait::Open {
        put(&mut table, "wait", false);
    }
    about(&mut table, &routine.about, routine.programme);
    let mut steps = ArrayOfTables::new();
    for (number, each) in (1_usize..).zip(&routine.steps) {
        let named = find(&each.preset.id).filter(|base| is_built_on(&each.preset, base));
        steps.push(match named {
            Some(base) => named_step(each, &base),
            None => full_step(each, lead_in, &format!("{}-{number}", routine.id)),
        });
    }
    table.insert("step", Item::ArrayOfTables(steps));
    table
}

/// Whether a step can say what it is by what differs from a preset.
fn is_built_on(step: &Draft, base: &Draft) -> bool {
    let weeks = step.weeks == base.weeks || !step.weeks.is_empty();
    weeks && step.about == base.about && step.programme == base.programme
}

fn named_step(step: &Step, base: &Draft) -> Table {
    let mut table = Table::new();
    let preset = &step.preset;
    put(&mut table, "preset", text(base.id.as_str()));
    group(&mut table, step);
    if preset.name != base.name {
        put(&mut table, "name", text(&preset.name));
    }
    if preset.exercise != base.exercise {
        put(&mut table, "exercise", exercise(&preset.exercise));
    }
    work::put(&mut table, &preset.work, Some(&base.work));
    if preset.lead_in != base.lead_in {
        put(&mut table, "lead_in", text(&span(preset.lead_in)));
    }
    if preset.sides != base.sides {
        sides(&mut table, preset.sides);
    }
    if preset.unloaded != base.unloaded {
        put(&mut table, "unloaded", unloaded(preset.unloaded));
    }
    for (key, own, of_base) in [
        ("cue", &preset.cue, &base.cue),
        ("load", &preset.load, &base.load),
    ] {
        if own != of_base {
            put(&mut table, key, text(own));
        }
    }
    span_of_weeks(&mut table, step);
    if preset.weeks != base.weeks {
        weeks(&mut table, &preset.weeks, preset);
    }
    table
}

/// `id` is the one that a step has where it names no preset.
fn full_step(step: &Step, lead_in: Duration, id: &str) -> Table {
    let mut table = Table::new();
    let preset = &step.preset;
    group(&mut table, step);
    let usual = match preset.exercise.name.as_str() {
        "" => id,
        name => name,
    };
    if preset.name != usual {
        put(&mut table, "name", text(&preset.name));
    }
    body(&mut table, preset, lead_in);
    span_of_weeks(&mut table, step);
    weeks(&mut table, &preset.weeks, preset);
    table
}

fn group(table: &mut Table, step: &Step) {
    if let Some(group) = step.group {
        put(table, "group", text(&group.letter().to_string()));
    }
}

fn span_of_weeks(table: &mut Table, step: &Step) {
    if *step.weeks.start() > 1 {
        put(table, "from_week", i64::from(*step.weeks.start()));
    }
    if *step.weeks.end() < u32::MAX {
        put(table, "to_week", i64::from(*step.weeks.end()));
    }
}

/// Exercise, work, sides and the rest of what is done.
fn body(table: &mut Table, draft: &Draft, lead_in: Duration) {
    if draft.exercise != Exercise::unnamed() {
        put(table, "exercise", exercise(&draft.exercise));
    }
    work::put(table, &draft.work, None);
    if draft.lead_in != lead_in {
        put(table, "lead_in", text(&span(draft.lead_in)));
    }
    if draft.sides != Sides::Both {
        sides(table, draft.sides);
    }
    if draft.unloaded != Unloaded::Neither {
        put(table, "unloaded", unloaded(draft.unloaded));
    }
    for (key, said) in [("cue", &draft.cue), ("load", &draft.load)] {
        if !said.is_empty() {
            put(table, key, text(said));
        }
    }
}

/// The name, and what is otherwise than the program knows of it.
fn exercise(exercise: &Exercise) -> Value {
    let known = Exercise::named(&exercise.name);
    if *exercise == known {
        return text(&exercise.name);
    }
    let mut table = InlineTable::new();
    table.insert("name", text(&exercise.name));
    if exercise.start != known.start {
        table.insert("start", text(&exercise.start.to_string()));
    }
    if exercise.path != known.path {
        let path = match exercise.path {
            Path::Normal => "normal",
            Path::Inverted => "inverted",
        };
        table.insert("path", text(path));
    }
    table.into()
}

fn sides(table: &mut Table, sides: Sides) {
    let word = match sides {
        Sides::Both => "both",
        Sides::Each(_) => "each",
        Sides::Alternating(_) => "alternate",
        Sides::Only(side) => side.as_str(),
    };
    put(table, "sides", text(word));
    if let Sides::Each(Side::Right) | Sides::Alternating(Side::Right) = sides {
        put(table, "first", text("right"));
    }
}

fn unloaded(unloaded: Unloaded) -> Value {
    let mut pauses = Array::new();
    if unloaded.stretched() {
        pauses.push(text("stretched"));
    }
    if unloaded.contracted() {
        pauses.push(text("contracted"));
    }
    pauses.into()
}

fn about(table: &mut Table, about: &About, programme: Option<Programme>) {
    if about.tier != Tier::General {
        put(table, "tier", text(about.tier.as_str()));
    }
    for (key, said) in [
        ("purpose", &about.purpose),
        ("schedule", &about.schedule),
        ("published", &about.published),
        ("ours", &about.ours),
        ("source", &about.source),
        ("pain", &about.pain),
    ] {
        if !said.is_empty() {
            put(table, key, text(said));
        }
    }
    if let Some(programme) = programme {
        put(table, "weeks", i64::from(programme.weeks));
        if programme.per_day != 1 {
            put(table, "per_day", i64::from(programme.per_day));
        }
    }
}

/// Each week says what differs from the preset itself.
fn weeks(table: &mut Table, weeks: &[Week], base: &Draft) {
    if weeks.is_empty() {
        return;
    }
    let mut array = ArrayOfTables::new();
    for week in weeks {
        let mut table = Table::new();
        put(&mut table, "from", i64::from(week.from));
        work::put(&mut table, &week.work, Some(&base.work));
        if !week.load.is_empty() {
            put(&mut table, "load", text(&week.load));
        }
        array.push(table);
    }
    table.insert("week", Item::ArrayOfTables(array));
}

fn put(table: &mut Table, key: &str, value: impl Into<Value>) {
    table.insert(key, Item::Value(value.into()));
}

/// Text in quotes. Whatever a terminal would obey is escaped, so that a printed preset can be looked at.
fn text(said: &str) -> Value {
    let mut quoted = String::from("\"");
    for character in said.chars() {
        match character {
            '"' | '\\' => quoted.extend(['\\', character]),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            _ if is_unfit(character) => {
                // Writing to a String cannot fail.
                let _ = write!(quoted, "\\u{:04x}", u32::from(character));
            }
            _ => quoted.push(character),
        }
    }
    quoted.push('"');
    quoted.parse().unwrap_or_else(|_| Value::from(said))
}

/// A length as people write it: whole minutes as `2m`, up to two minutes in seconds, else as on a clock.
fn span(length: Duration) -> String {
    let whole = length.subsec_nanos() == 0;
    match length.as_secs() {
        seconds @ 60..3600 if whole && seconds.is_multiple_of(60) => format!("{}m", seconds / 60),
        ..120 => format!("{}s", length::seconds(length)),
        _ => length::clock(length),
    }
}
