//! From what was performed to the records of the journal.

use super::{Logbook, Over, Said};
use crate::app::session::Session;
use crate::training::journal::{Answer, Counted, SetRecord, Stamp, TensionMs};
use crate::training::performed::{self, Bout, BoutId};
use crate::training::timeline::Timeline;
use crate::training::transport::Run;
use std::collections::BTreeMap;
use std::time::Duration;

/// Where a bout lies on the timeline.
struct Stretch {
    from: Duration,
    to: Duration,
}

impl Logbook {
    /// The records of the sets that are over. One that was handed over before stays, even where nothing is left of it.
    pub(super) fn records(
        &self,
        session: &Session,
        clock: Duration,
        wall: Stamp,
        over: Over,
    ) -> Vec<SetRecord> {
        let timeline = session.transport.timeline();
        let position = session.transport.position_at(clock);
        let stretches = stretches(timeline);
        let performed = session.performed(clock);
        let ended = |bout: &Bout| {
            let end = stretches.get(&bout.id).map(|stretch| stretch.to);
            bout.abandoned || over == Over::Everything || end.is_some_and(|end| end <= position)
        };
        let bouts = performed.bouts.iter().filter(|bout| ended(bout));
        bouts
            .filter_map(|bout| {
                let before = self.handed.iter().find(|record| {
                    (record.bout, record.attempt) == (bout.id.bout, bout.id.attempt)
                });
                let something = bout.done > 0 || !bout.tension.total().is_zero();
                if !something && before.is_none() {
                    return None;
                }
                let stretch = stretches.get(&bout.id)?;
                let at = before.map_or(wall, |before| before.at);
                let tempo = performed::tempo(timeline, bout.id, position);
                Some(self.record(session, bout, stretch, tempo, at))
            })
            .collect()
    }

    fn record(
        &self,
        session: &Session,
        bout: &Bout,
        stretch: &Stretch,
        tempo: String,
        at: Stamp,
    ) -> SetRecord {
        let nothing = Said::default();
        let said = self.said.get(&bout.id).unwrap_or(&nothing);
        let preset = session.routine.presets().nth(usize::from(bout.part));
        let is_said = said.done.is_some()
            || session
                .corrections
                .iter()
                .any(|answer| answer.bout == bout.id);
        let load = match &said.load {
            Answer::Missing => self.load_of(bout.part).clone().assumed(),
            load => load.clone(),
        };
        SetRecord {
            session: self.record.began,
            bout: bout.id.bout,
            attempt: bout.id.attempt,
            at,
            preset: preset.map_or_else(String::new, |preset| preset.id.to_string()),
            exercise: preset.map_or_else(String::new, |preset| preset.exercise.name.clone()),
            tempo,
            set: bout.set,
            side: bout.side,
            planned: bout.planned,
            goal: bout.goal,
            paced: bout.paced,
            done: if is_said {
                Answer::Given(bout.done)
            } else {
                Answer::Assumed(bout.done)
            },
            broke: said.broke.clone(),
            load,
            reserve: said.reserve,
            tension: TensionMs::from(bout.tension),
            interruptions: interruptions(session, stretch),
            counted: if bout.abandoned {
                Counted::Abandoned
            } else {
                Counted::Kept
            },
        }
    }
}

/// Every bout that was planned.
fn stretches(timeline: &Timeline) -> BTreeMap<BoutId, Stretch> {
    let mut found: BTreeMap<BoutId, Stretch> = BTreeMap::new();
    for segment in timeline
        .segments()
        .iter()
        .filter(|segment| segment.in_bout())
    {
        let entry = found.entry(BoutId::of(segment));
        let stretch = entry.or_insert_with(|| Stretch {
            from: segment.start,
            to: segment.end,
        });
        stretch.to = segment.end;
    }
    found
}

/// How often time stood still within a bout because somebody, or the computer, stopped it.
fn interruptions(session: &Session, stretch: &Stretch) -> u32 {
    let spans = session.transport.spans().iter();
    let held = spans.filter(|span| {
        span.run == Run::Held
            && stretch.from < span.position_from
            && span.position_from < stretch.to
    });
    u32::try_from(held.count()).unwrap_or(u32::MAX)
}
