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
    /// What held for a set when it was logged holds for it from then on, whatever is said of later ones.
    pub(super) fn hold_loads(&mut self, records: &[SetRecord]) {
        for record in records {
            let bout = BoutId {
                bout: record.bout,
                attempt: record.attempt,
            };
            let load = &mut self.said.entry(bout).or_default().load;
            load.get_or_insert_with(|| record.load.clone());
        }
    }

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
        // What still waits for a key is not over, wherever time stands.
        let gate = timeline
            .gate()
            .filter(|gate| gate.in_bout())
            .map(BoutId::of);
        let performed = session.performed(clock);
        let ended = |bout: &Bout| {
            let end = stretches.get(&bout.id).map(|stretch| stretch.to);
            let passed = end.is_some_and(|end| end <= position) && gate != Some(bout.id);
            bout.abandoned || over == Over::Everything || passed
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
                let tempo = before.map_or_else(
                    || performed::tempo(timeline, bout.id, position),
                    |before| before.tempo.clone(),
                );
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
        let load = said.load.clone();
        let load = load.unwrap_or_else(|| self.load_of(bout.part).clone().assumed());
        SetRecord {
            session: self.record.began,
            bout: bout.id.bout,
            attempt: bout.id.attempt,
            at,
            preset: preset.map_or_else(String::new, |preset| preset.id.in_journal().to_owned()),
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

/// How often time stood still within a bout because somebody, or the computer, stopped it. Where it stands still at the very
/// end of a segment, that is a gate: there it waits for the lifter, as it was planned.
fn interruptions(session: &Session, stretch: &Stretch) -> u32 {
    let segments = session.transport.timeline().segments();
    let at_a_gate = |position: Duration| {
        let behind = segments.partition_point(|segment| segment.end < position);
        segments
            .get(behind)
            .is_some_and(|segment| segment.end == position)
    };
    let spans = session.transport.spans().iter();
    let held = spans.filter(|span| {
        span.run == Run::Held
            && stretch.from < span.position_from
            && span.position_from < stretch.to
            && !at_a_gate(span.position_from)
    });
    u32::try_from(held.count()).unwrap_or(u32::MAX)
}
