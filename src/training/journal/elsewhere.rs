//! A routine that was done elsewhere, as entries: as it was planned, as nobody was there to count.

use super::{Answer, Counted, Entry, Load, Origin, SessionRecord, SetRecord, Stamp, TensionMs};
use crate::training::performed::{Bout, BoutId, Performed};
use crate::training::preset::Goal;
use crate::training::routine::Routine;
use crate::training::timeline::Timeline;
use jiff::civil::Date;
use std::time::Duration;

/// The session and its sets as the sound file paces them: every rep done, as long as it is planned to take. Where as many reps
/// as possible were asked for, nobody knows how many there were, and the set says so. `loads` has one for each step.
pub fn entries(routine: &Routine, began: Stamp, day: Date, loads: &[Answer<Load>]) -> Vec<Entry> {
    let timeline = Timeline::of(routine);
    let total = timeline.total();
    let mut entries = vec![Entry::Session(SessionRecord {
        began,
        day,
        ended: Some(after(began, total)),
        id: routine.id.to_string(),
        name: routine.name.clone(),
        tier: routine.about.tier,
        origin: Origin::Elsewhere,
        effort: None,
        worst_pain: None,
        pain_after: None,
        note: String::new(),
    })];
    let performed = Performed::of(&timeline, total, &[]);
    for bout in &performed.bouts {
        let set = set(routine, &timeline, bout, began, loads);
        entries.push(Entry::Set(set));
    }
    entries
}

fn set(
    routine: &Routine,
    timeline: &Timeline,
    bout: &Bout,
    session: Stamp,
    loads: &[Answer<Load>],
) -> SetRecord {
    let part = usize::from(bout.part);
    let preset = routine.presets().nth(part);
    let segments = timeline.segments().iter();
    let mine = segments.filter(|segment| segment.in_bout() && BoutId::of(segment) == bout.id);
    let mut tempos: Vec<String> = Vec::new();
    let mut end = Duration::ZERO;
    for segment in mine {
        end = segment.end;
        let tempo = timeline.tempo(segment).map(|tempo| tempo.to_string());
        tempos.extend(tempo.filter(|tempo| !tempos.contains(tempo)));
    }
    let (paced, done, tension) = match bout.goal {
        Goal::AsMany => (0, Answer::Missing, TensionMs::default()),
        _ => (
            bout.paced,
            Answer::Assumed(bout.planned),
            TensionMs::from(bout.tension),
        ),
    };
    SetRecord {
        session,
        bout: bout.id.bout,
        attempt: bout.id.attempt,
        at: after(session, end),
        preset: preset.map_or_else(String::new, |preset| preset.id.to_string()),
        exercise: preset.map_or_else(String::new, |preset| preset.exercise.name.clone()),
        tempo: tempos.join(">"),
        set: bout.set,
        side: bout.side,
        planned: bout.planned,
        goal: bout.goal,
        paced,
        done,
        broke: Vec::new(),
        load: loads.get(part).cloned().unwrap_or_default(),
        reserve: Answer::Missing,
        tension,
        interruptions: 0,
        counted: Counted::Kept,
    }
}

/// A moment so long after another.
fn after(stamp: Stamp, length: Duration) -> Stamp {
    let millis = i64::try_from(length.as_millis()).unwrap_or(i64::MAX);
    Stamp::from_millis(stamp.millis().saturating_add(millis))
}
