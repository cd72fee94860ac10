//! A morning as questions, and questions as a morning.

use super::{Answer, Ask, Date, Morning, Question, Questions, Region, Value};
use crate::training::journal::{Score, Unit};

/// The questions in their order: first those that take twenty seconds, then what may be left out altogether.
pub(super) fn of(morning: &Morning, regions: &[Region], unit: Unit) -> Questions {
    let score = |score: Option<Score>| score.map(|score| Value::Number(score.get().into()));
    let mut rows: Vec<Question> = Vec::new();
    let mut ask = |ask: Ask, value: Option<Value>| {
        let answer = value.map_or(Answer::Missing, Answer::Given);
        rows.push(Question { ask, answer });
    };
    for region in regions {
        let answered = morning.soreness.get(region).copied();
        ask(Ask::Soreness(*region), score(answered));
    }
    ask(Ask::JointPain, score(morning.joint_pain));
    ask(Ask::Sleep, score(morning.sleep));
    ask(Ask::Recovery, score(morning.recovery));
    let core = regions.len() + 3;
    ask(Ask::Sign, morning.sign.map(Value::Sign));
    ask(Ask::Slept, morning.slept_min.map(Value::Minutes));
    ask(Ask::Weight, morning.weight.map(Value::Mass));
    ask(Ask::Protein, morning.protein.map(Value::Tick));
    if regions.len() < Region::ALL.len() {
        ask(Ask::Another, None);
    }
    let mut questions = Questions::new(rows, unit);
    let open = |row: &Question| row.answer == Answer::Missing;
    let first = questions.rows.iter().take(core).position(open);
    questions.at = first.unwrap_or(0);
    questions
}

/// What was answered of a day.
pub(super) fn morning(questions: &Questions, day: Date) -> Morning {
    let mut morning = Morning::of(day);
    for row in &questions.rows {
        let Some(value) = row.answer.given() else {
            continue;
        };
        let score = value
            .number()
            .and_then(|number| Score::new(u8::try_from(number).ok()?));
        match (row.ask, value) {
            (Ask::Soreness(region), _) => {
                morning.soreness.extend(score.map(|score| (region, score)));
            }
            (Ask::JointPain, _) => morning.joint_pain = score,
            (Ask::Sleep, _) => morning.sleep = score,
            (Ask::Recovery, _) => morning.recovery = score,
            (Ask::Sign, Value::Sign(sign)) => morning.sign = Some(*sign),
            (Ask::Slept, Value::Minutes(minutes)) => morning.slept_min = Some(*minutes),
            (Ask::Weight, Value::Mass(mass)) => morning.weight = Some(*mass),
            (Ask::Protein, Value::Tick(eaten)) => morning.protein = Some(*eaten),
            _ => {}
        }
    }
    morning
}

/// Chooses another region that could be asked about, those that are about to be trained first.
pub(super) fn choose(questions: &mut Questions, by: isize, about_to_train: &[Region]) {
    let is_asked = |region: &Region| questions.answer(Ask::Soreness(*region)).is_some();
    let others = Region::ALL
        .iter()
        .filter(|region| !about_to_train.contains(region));
    let free: Vec<Region> = about_to_train
        .iter()
        .chain(others)
        .filter(|region| !is_asked(region))
        .copied()
        .collect();
    let now = chosen(questions).and_then(|now| free.iter().position(|one| *one == now));
    let next = match (now, by > 0) {
        (Some(now), true) => (now + 1) % free.len().max(1),
        (None, true) => 0,
        (None | Some(0), false) => free.len().saturating_sub(1),
        (Some(now), false) => now - 1,
    };
    if let (Some(region), Some(row)) = (free.get(next), questions.rows.get_mut(questions.at)) {
        row.answer = Answer::Assumed(Value::Region(*region));
    }
}

fn chosen(questions: &Questions) -> Option<Region> {
    match questions.answer(Ask::Another)?.value()? {
        Value::Region(region) => Some(*region),
        _ => None,
    }
}

/// Asks about the region that was chosen, behind the others.
pub(super) fn add(questions: &mut Questions) {
    let Some(region) = chosen(questions) else {
        return;
    };
    let is_soreness = |row: &Question| matches!(row.ask, Ask::Soreness(_));
    let place = questions.rows.iter().filter(|row| is_soreness(row)).count();
    questions.rows.retain(|row| row.ask != Ask::Another);
    questions
        .rows
        .insert(place, Question::open(Ask::Soreness(region)));
    if place + 1 < Region::ALL.len() {
        questions.rows.push(Question::open(Ask::Another));
    }
    questions.go_to(Ask::Soreness(region));
}
