//! What is asked beside the clock: of the set that just ended, or how heavy the one that comes is.

use super::{Logbook, Over, Said, rows};
use crate::app::ask::{Ask, Questions, Value};
use crate::app::session::Session;
use crate::training::journal::Answer;
use crate::training::performed::{self, Bout, BoutId, Performed};
use crate::training::preset::Tier;
use crate::training::timeline::{Segment, SegmentKind};
use std::time::Duration;

/// What the questions are about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About {
    /// A set that has ended.
    Done(BoutId),
    /// The sets of a step that comes.
    Coming,
}

/// Questions, and what they are about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// What they are about.
    pub about: About,
    /// The step of the routine.
    pub part: u16,
    /// The rows.
    pub questions: Questions,
}

impl Asked {
    /// The reps that nobody has said anything about are those that count by now.
    fn count_anew(&mut self, performed: &Performed) {
        let About::Done(id) = self.about else {
            return;
        };
        let bout = performed.bouts.iter().find(|bout| bout.id == id);
        let rows = self.questions.rows.iter_mut();
        for row in rows.filter(|row| matches!(row.ask, Ask::Reps { .. })) {
            if let (Some(bout), Answer::Assumed(_)) = (bout, &row.answer) {
                row.answer = Answer::Assumed(Value::Number(bout.done));
            }
        }
    }
}

impl Logbook {
    /// Asks what there is to ask at the place at hand: a set that just ended is asked about until it is answered or the next
    /// one begins; else the load of what comes can be said.
    pub(super) fn follow(&mut self, session: &Session, clock: Duration, over: Over) {
        let here = session.segment(clock).copied();
        if over == Over::Everything || here.is_none() {
            self.take_open_note();
            return self.ask_about_the_end(session, clock);
        }
        // A change within a set is no time to talk.
        let Some(here) = here.filter(|here| !here.kind.is_work() && !here.in_bout()) else {
            // What nobody answered stays assumed.
            self.take_open_note();
            self.asked = None;
            return;
        };
        let position = session.transport.position_at(clock);
        let performed = session.performed(clock);
        let last = performed.kept().last();
        let over = last.filter(|bout| is_over(session, bout.id, position));
        if let Some(bout) = over.filter(|bout| !self.handed_over(bout.id)) {
            self.ask_about(session, bout);
            return;
        }
        match &mut self.asked {
            None => self.ask_what_comes(session, &here),
            Some(asked) => asked.count_anew(&performed),
        }
    }

    /// The set that ends a session is asked about afterwards, whether it was done to its end or not.
    fn ask_about_the_end(&mut self, session: &Session, clock: Duration) {
        let last = session.performed(clock).kept().last().copied();
        let answered = |bout: BoutId| {
            let said = self.said.get(&bout);
            said.is_some_and(|said| {
                let load = said.load.as_ref().and_then(Answer::given);
                load.is_some() || said.reserve.given().is_some()
            })
        };
        if let Some(bout) = last.filter(|bout| !answered(bout.id)) {
            self.ask_about(session, &bout);
        }
    }

    fn handed_over(&self, bout: BoutId) -> bool {
        let mut handed = self.handed.iter();
        handed.any(|record| (record.bout, record.attempt) == (bout.bout, bout.attempt))
    }

    /// Asks about a set: as it was paced, with the load that holds, and as many reps left as the last time.
    pub(in crate::app) fn ask_about(&mut self, session: &Session, bout: &Bout) {
        let reps = Ask::Reps {
            planned: bout.planned,
        };
        let asks: &[Ask] = match (kind_of(session, bout.id), self.record.tier) {
            (Some(SegmentKind::Beat) | None, _) => return,
            (Some(SegmentKind::Hold), _) => &[Ask::Load],
            // How much it hurt is asked once, afterwards, in place of reps left.
            (Some(_), Tier::Published) => &[reps, Ask::Load],
            (Some(_), _) => &[reps, Ask::Load, Ask::Reserve],
        };
        let mut questions = rows(asks, self.unit);
        let said = self.said.get(&bout.id);
        for row in &mut questions.rows {
            row.answer = match row.ask {
                Ask::Reps { .. } => Answer::Assumed(Value::Number(bout.done)),
                Ask::Load => said
                    .and_then(|said| said.load.clone())
                    .unwrap_or_else(|| self.load_of(bout.part).clone().assumed())
                    .map(Value::Load),
                _ => self
                    .left_last_time(session, bout)
                    .map(|left| Value::Number(u32::from(left))),
            };
        }
        questions.go_to(Ask::Load);
        self.asked = Some(Asked {
            about: About::Done(bout.id),
            part: bout.part,
            questions,
        });
    }

    /// Reps that were left in the same set the last time, or in the last set before it.
    fn left_last_time(&self, session: &Session, bout: &Bout) -> Answer<u8> {
        let preset = session.routine.presets().nth(usize::from(bout.part));
        let past = preset.map_or(&[][..], |preset| self.past_of(&preset.exercise.name));
        let last = past.first();
        let same = last.and_then(|last| last.kept().find(|set| set.set == bout.set));
        let left = same
            .or_else(|| last?.kept().next_back())
            .and_then(|set| set.reserve.given().copied());
        left.map_or(Answer::Missing, Answer::Assumed)
    }

    fn ask_what_comes(&mut self, session: &Session, here: &Segment) {
        let timeline = session.transport.timeline();
        let Some(work) = timeline.next_work(here.start) else {
            return;
        };
        if work.kind == SegmentKind::Beat && !work.is_own_pace() {
            return;
        }
        let part = work.part;
        let mut questions = rows(&[Ask::Load], self.unit);
        for row in &mut questions.rows {
            row.answer = self.load_of(part).clone().map(Value::Load);
        }
        self.asked = Some(Asked {
            about: About::Coming,
            part,
            questions,
        });
    }

    /// What was just answered, in a few words: `8 reps · 60 kg · 2 left`.
    pub(in crate::app) fn in_words(&self) -> String {
        let rows = self.asked.iter().flat_map(|asked| &asked.questions.rows);
        let words = rows.filter_map(|row| {
            let value = row.answer.value()?;
            Some(match row.ask {
                Ask::Reps { .. } if value.number() == Some(1) => "1 rep".to_owned(),
                Ask::Reps { .. } => format!("{value} reps"),
                Ask::Reserve => format!("{value} left"),
                Ask::Note => "note".to_owned(),
                _ => value.to_string(),
            })
        });
        let words: Vec<String> = words.collect();
        if words.is_empty() {
            return "Nothing was said about it".to_owned();
        }
        format!("Noted: {}", words.join(" · "))
    }

    /// A note that is being written is taken when time goes on; a number that is being typed may be half of one.
    fn take_open_note(&mut self) {
        let Some(asked) = &mut self.asked else {
            return;
        };
        if let Some(text) = asked.questions.open_note() {
            self.record.note = text;
        }
    }

    /// Takes the answers that are shown, as far as somebody gave them or took them back. Returns the bout and what was said of
    /// its reps, where anything was.
    pub(in crate::app) fn take_answers(&mut self) -> Option<(BoutId, Option<u32>)> {
        let asked = self.asked.clone()?;
        for row in &asked.questions.rows {
            match (row.ask, &row.answer) {
                (Ask::Note, Answer::Given(Value::Text(text))) => self.record.note.clone_from(text),
                (Ask::Note, Answer::Missing) => self.record.note.clear(),
                (Ask::Load, Answer::Given(Value::Load(load))) => {
                    self.loads.insert(asked.part, Answer::Given(load.clone()));
                }
                _ => {}
            }
        }
        let About::Done(bout) = asked.about else {
            if asked.questions.answer(Ask::Load) == Some(&Answer::Missing) {
                self.loads.remove(&asked.part);
            }
            return None;
        };
        let said: &mut Said = self.said.entry(bout).or_default();
        let mut reps = None;
        for row in &asked.questions.rows {
            match (row.ask, &row.answer) {
                // What nobody touched stays as it was.
                (_, Answer::Assumed(_)) => {}
                (Ask::Load, Answer::Given(Value::Load(load))) => {
                    said.load = Some(Answer::Given(load.clone()));
                }
                (Ask::Load, _) => said.load = Some(Answer::Missing),
                (Ask::Reserve, answer) => said.reserve = left(answer),
                (Ask::Reps { .. }, answer) => {
                    said.done = answer.given().and_then(Value::number);
                    reps = Some((bout, said.done));
                }
                _ => {}
            }
        }
        reps
    }
}

/// Reps that were left, as somebody said.
pub(super) fn left(answer: &Answer<Value>) -> Answer<u8> {
    let number = answer.given().and_then(Value::number);
    let number = number.and_then(|number| u8::try_from(number).ok());
    number.map_or(Answer::Missing, Answer::Given)
}

/// Whether the last segment of a bout is over, and no key is waited for in it any more.
fn is_over(session: &Session, bout: BoutId, position: Duration) -> bool {
    let timeline = session.transport.timeline();
    let gate = timeline.gate().filter(|gate| gate.in_bout());
    performed::ended(timeline, bout) <= position && gate.map(BoutId::of) != Some(bout)
}

/// What kind of work a bout is; `None` where nobody paces it.
fn kind_of(session: &Session, bout: BoutId) -> Option<SegmentKind> {
    let segments = session.transport.timeline().segments().iter();
    let mut work = segments.filter(|segment| segment.kind.is_work());
    let first = work.find(|segment| BoutId::of(segment) == bout)?;
    Some(if first.is_own_pace() {
        SegmentKind::Lift
    } else {
        first.kind
    })
}
