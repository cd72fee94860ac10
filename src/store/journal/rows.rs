//! Rows into records. A row that holds what this program never writes is an error of its own, which recovery skips and
//! everybody else reports as damage.

use super::words;
use crate::training::journal::{
    Answer, Load, Morning, Score, SessionRecord, SetRecord, Stamp, TensionMs,
};
use crate::training::practice::Mean;
use crate::training::region::Region;
use jiff::civil::Date;
use rusqlite::types::Type;
use rusqlite::{Error, Result, Row};
use serde::Deserialize;

/// The columns of [`session`].
pub(super) const SESSION: &str =
    "began, day, ended, id, name, tier, origin, effort, worst_pain, pain_after, note";
/// The columns of [`set`].
pub(super) const SET: &str =
    "session, bout, attempt, at, preset, exercise, tempo, set_number, side, planned, goal, paced,
    done, done_said, broke, load_kind, load_thousandths, load_unit, load_band, load_said,
    reserve, reserve_said, eccentric_ms, concentric_ms, isometric_ms, interruptions, counted";
/// The columns of [`morning`].
pub(super) const MORNING: &str =
    "day, joint_pain, sleep, slept_min, recovery, sign, weight_thousandths, weight_unit, protein";
/// The columns of [`soreness`], with the day.
pub(super) const SORENESS: &str = "day, region, score";
/// The columns of a practice without its phases.
pub(super) const PRACTICE: &str = "at, tempo, day";
/// The columns of [`phase`], with the practice and the place in it.
pub(super) const PHASE: &str = "practice, place, kind, nominal_ms, mean_ms, spread_ms, count";

pub(super) fn session(row: &Row<'_>) -> Result<SessionRecord> {
    Ok(SessionRecord {
        began: stamp(row, "began")?,
        day: day(row)?,
        ended: row.get::<_, Option<i64>>("ended")?.map(Stamp::from_millis),
        id: row.get("id")?,
        name: row.get("name")?,
        tier: word(row, "tier")?,
        origin: word(row, "origin")?,
        effort: score(row, "effort")?,
        worst_pain: score(row, "worst_pain")?,
        pain_after: score(row, "pain_after")?,
        note: row.get("note")?,
    })
}

pub(super) fn set(row: &Row<'_>) -> Result<SetRecord> {
    Ok(SetRecord {
        session: stamp(row, "session")?,
        bout: row.get("bout")?,
        attempt: row.get("attempt")?,
        at: stamp(row, "at")?,
        preset: row.get("preset")?,
        exercise: row.get("exercise")?,
        tempo: row.get("tempo")?,
        set: row.get("set_number")?,
        side: text(row, "side")?
            .map(|side| words::of_word(side).ok_or_else(|| odd("side")))
            .transpose()?,
        planned: row.get("planned")?,
        goal: read(row, "goal", words::of_goal)?,
        paced: row.get("paced")?,
        done: answer(row, row.get("done")?, "done_said")?,
        broke: read(row, "broke", words::of_numbers)?,
        load: answer(row, load(row)?, "load_said")?,
        reserve: answer(row, row.get("reserve")?, "reserve_said")?,
        tension: TensionMs {
            eccentric_ms: length(row, "eccentric_ms")?,
            concentric_ms: length(row, "concentric_ms")?,
            isometric_ms: length(row, "isometric_ms")?,
        },
        interruptions: row.get("interruptions")?,
        counted: word(row, "counted")?,
    })
}

/// A morning without its soreness, which lies in rows of its own.
pub(super) fn morning(row: &Row<'_>) -> Result<Morning> {
    let sign = text(row, "sign")?;
    let weight = words::of_mass(row.get("weight_thousandths")?, text(row, "weight_unit")?);
    Ok(Morning {
        joint_pain: score(row, "joint_pain")?,
        sleep: score(row, "sleep")?,
        slept_min: row.get("slept_min")?,
        recovery: score(row, "recovery")?,
        sign: sign
            .map(|sign| words::of_word(sign).ok_or_else(|| odd("sign")))
            .transpose()?,
        weight: weight.map_err(|words::Odd| odd("weight_unit"))?,
        protein: row.get("protein")?,
        ..Morning::of(day(row)?)
    })
}

/// How sore a region was.
pub(super) fn soreness(row: &Row<'_>) -> Result<(Region, Score)> {
    let score = score(row, "score")?.ok_or_else(|| odd("score"))?;
    Ok((word(row, "region")?, score))
}

/// A phase of a practice.
pub(super) fn phase(row: &Row<'_>) -> Result<Mean> {
    let spread: Option<i64> = row.get("spread_ms")?;
    Ok(Mean {
        kind: row.get("kind")?,
        nominal_ms: length(row, "nominal_ms")?,
        mean_ms: length(row, "mean_ms")?,
        spread_ms: spread
            .map(|spread| positive(spread, "spread_ms"))
            .transpose()?,
        count: length(row, "count")?,
    })
}

pub(super) fn day(row: &Row<'_>) -> Result<Date> {
    read(row, "day", |text| text.parse().ok())
}

pub(super) fn stamp(row: &Row<'_>, column: &'static str) -> Result<Stamp> {
    row.get(column).map(Stamp::from_millis)
}

/// A column that holds a word.
fn word<T: for<'de> Deserialize<'de>>(row: &Row<'_>, column: &'static str) -> Result<T> {
    read(row, column, words::of_word)
}

/// A column that holds a score.
fn score(row: &Row<'_>, column: &'static str) -> Result<Option<Score>> {
    let number: Option<u8> = row.get(column)?;
    number
        .map(|number| Score::new(number).ok_or_else(|| odd(column)))
        .transpose()
}

fn load(row: &Row<'_>) -> Result<Option<Load>> {
    let Some(kind) = text(row, "load_kind")? else {
        return Ok(None);
    };
    let mass = words::of_mass(row.get("load_thousandths")?, text(row, "load_unit")?);
    let load = mass
        .ok()
        .and_then(|mass| words::of_load(kind, mass, row.get("load_band").ok()?));
    load.map(Some).ok_or_else(|| odd("load_kind"))
}

fn answer<T>(row: &Row<'_>, value: Option<T>, said: &'static str) -> Result<Answer<T>> {
    words::of_said(value, text(row, said)?).ok_or_else(|| odd(said))
}

pub(super) fn length(row: &Row<'_>, column: &'static str) -> Result<u64> {
    positive(row.get(column)?, column)
}

fn positive(number: i64, column: &'static str) -> Result<u64> {
    u64::try_from(number).ok().ok_or_else(|| odd(column))
}

fn text<'r>(row: &'r Row<'_>, column: &'static str) -> Result<Option<&'r str>> {
    Ok(row.get_ref(column)?.as_str_or_null()?)
}

fn read<T>(row: &Row<'_>, column: &'static str, read: impl Fn(&str) -> Option<T>) -> Result<T> {
    read(text(row, column)?.unwrap_or_default()).ok_or_else(|| odd(column))
}

/// What nobody writes stands in a column.
fn odd(column: &'static str) -> Error {
    Error::FromSqlConversionFailure(0, Type::Text, column.into())
}
