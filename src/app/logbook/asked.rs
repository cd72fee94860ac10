//! What is asked beside the clock: of the set that just ended, or how heavy the one that comes is.

use super::{Logbook, Over, Said, rows};
use crate::app::ask::{Ask, Questions, Value};
use crate::app::session::Session;
use crate::training::journal::{Answer, Load};
use crate::training::performed::{Bout, BoutId, Correction, Performed};
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
            return self.ask_about_the_end(session, clock);
        }
        // A change within a set is no time to talk.
        let Some(here) = here.filter(|here| !here.kind.is_work() && !here.in_bout()) else {
            // What nobody answered stays assumed, and what was being written is taken.
            if let Some(asked) = &mut self.asked {
                asked.questions.close();
                self.take_answers();
            }
            self.asked = None;
            return;
        };
        let position = session.transport.position_at(clock);
        let performed = session.performed(clock);
        let last = performed.kept().last();
        let over = last.filter(|bout| ends_before(session, bout.id, position));
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
            said.is_some_and(|said| said.load.given().is_some() || said.reserve.given().is_some())
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
                    .map(|said| said.load.clone())
                    .filter(|load| *load != Answer::Missing)
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
        let sets = past.first().map_or(&[][..], |last| &last.sets);
        let same = sets.iter().find(|set| set.set == bout.set);
        let left = same
            .or_else(|| sets.last())
            .and_then(|set| set.reserve.given().copied());
        left.map_or(Answer::Missing, Answer::Assumed)
    }

    fn ask_what_comes(&mut self, session: &Session, here: &Segment) {
        let timeline = session.transport.timeline();
        let Some(work) = timeline.next_work(here.start) else {
            return;
        };
        if work.kind == SegmentKind::Beat {
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

    /// Takes the answers that are shown, as far as somebody gave them. Returns what corrects the count of reps.
    pub(in crate::app) fn take_answers(&mut self) -> Option<Correction> {
        let asked = self.asked.clone()?;
        let (about, part) = (asked.about, asked.part);
        let given = |ask: Ask| {
            let answer = asked.questions.answer(ask)?;
            answer.given().cloned()
        };
        let load = match given(Ask::Load) {
            Some(Value::Load(load)) => Some(load),
            _ => None,
        };
        let reserve = given(Ask::Reserve).as_ref().and_then(Value::number);
        let rows = asked.questions.rows.iter();
        let reps = rows
            .filter(|row| matches!(row.ask, Ask::Reps { .. }))
            .find_map(|row| row.answer.given().and_then(Value::number));
        if let Some(Value::Text(text)) = given(Ask::Note) {
            self.record.note = text;
        }
        if let Some(load) = &load {
            self.loads.insert(part, Answer::Given(load.clone()));
        }
        let About::Done(bout) = about else {
            return None;
        };
        let said: &mut Said = self.said.entry(bout).or_default();
        if let Some(load) = load {
            said.load = Answer::Given::<Load>(load);
        }
        if let Some(left) = reserve.and_then(|left| u8::try_from(left).ok()) {
            said.reserve = Answer::Given(left);
        }
        said.done = reps.or(said.done);
        reps.map(|done| Correction { bout, done })
    }
}

/// Whether the last segment of a bout is over.
fn ends_before(session: &Session, bout: BoutId, position: Duration) -> bool {
    let segments = session.transport.timeline().segments().iter().rev();
    let mut mine = segments.filter(|segment| segment.in_bout() && BoutId::of(segment) == bout);
    mine.next().is_some_and(|last| last.end <= position)
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
