//! A session that is played step by step beside a transport, and knows by itself what was heard.

use super::checks::well_formed;
use super::keys::{Key, Press};
use downbeat::training::cue::Say;
use downbeat::training::edit::{Edit, MAX_LOWER, MIN_LOWER};
use downbeat::training::performed::BoutId;
use downbeat::training::routine::Routine;
use downbeat::training::tempo::{Pace, Tempo};
use downbeat::training::timeline::{Segment, SegmentKind, Tension, Timeline};
use downbeat::training::transport::{COUNT_IN, Run, State, Transport};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::time::Duration;

/// The step of the clock. All lengths are multiples of it.
const STEP: Duration = Duration::from_millis(10);
/// Where the clock stands when a session begins.
const BEGIN: Duration = Duration::from_millis(12_340);

/// A transport under test, and what was heard of it.
pub(crate) struct Session {
    transport: Transport,
    clock: Duration,
    /// Positions at clock times, to be compared with what the transport says of them later.
    log: Vec<(Duration, Duration)>,
    /// Tension that was audible, by bout and rep, and how much of each rep's work was.
    heard: BTreeMap<Heard, Tension>,
    complete: BTreeMap<Heard, u32>,
    held: BTreeSet<Heard>,
    /// All changes of the lowering so far.
    nudges: Vec<(Edit, u16)>,
    /// The lowering as planned, by bout and rep.
    planned: BTreeMap<(u16, u32), Pace>,
}

/// Bout, attempt, rep.
type Heard = (u16, u32, u32);

fn heard(segment: &Segment) -> Heard {
    let BoutId { bout, attempt } = BoutId::of(segment);
    (bout, attempt, segment.rep)
}

impl Session {
    pub(crate) fn begin(routine: &Routine) -> Self {
        let timeline = Timeline::of(routine);
        let reps = timeline.segments().iter();
        let lower = |s: &Segment| timeline.tempo(s).map(Tempo::lower);
        let planned = reps.filter_map(|s| Some(((BoutId::of(s).bout, s.rep), lower(s)?)));
        Self {
            planned: planned.collect(),
            transport: Transport::new(Arc::new(timeline), BEGIN),
            clock: BEGIN,
            log: Vec::new(),
            heard: BTreeMap::new(),
            complete: BTreeMap::new(),
            held: BTreeSet::new(),
            nudges: Vec::new(),
        }
    }

    pub(crate) fn timeline(&self) -> &Timeline {
        self.transport.timeline()
    }

    pub(crate) fn position(&self) -> Duration {
        self.transport.position_at(self.clock)
    }

    /// Walks the clock step by step and listens.
    pub(crate) fn play_on(&mut self, length: Duration) {
        let until = self.clock + length;
        while self.clock < until {
            let from = self.position();
            let segment = self.transport.timeline().at(from).copied();
            let state = self.transport.state_at(self.clock);
            self.log.push((self.clock, from));
            self.clock += STEP;
            let to = self.position();
            match state {
                State::Running => assert_eq!(to, from + STEP, "running, it moves with the clock"),
                State::Held | State::CountIn { .. } | State::Waiting { .. } | State::Finished => {
                    assert_eq!(to, from, "{state:?}, it stands still");
                }
            }
            if let Some(segment) = segment.filter(|_| to > from) {
                self.listen(&segment, to);
            }
        }
    }

    fn listen(&mut self, segment: &Segment, to: Duration) {
        let key = heard(segment);
        if segment.kind.is_work() {
            self.heard.entry(key).or_default().add(segment.kind, STEP);
            self.complete.entry(key).or_default();
            if segment.kind == SegmentKind::Hold {
                self.held.insert(key);
            }
        }
        // A rep that nobody paces is done when a key says so.
        if to == segment.end && segment.completes_rep && !segment.is_own_pace() {
            self.complete.insert(key, 1);
        }
    }

    /// What was audible and is kept: last attempts, reps that were complete, and holds for as long as they were held.
    pub(crate) fn audible_and_kept(&self) -> (Tension, u32) {
        let mut tension = Tension::default();
        let mut reps = 0;
        for (&key, part) in &self.heard {
            let (bout, attempt, _) = key;
            let again = self
                .heard
                .keys()
                .any(|&(other, later, _)| other == bout && later > attempt);
            let done = self.complete[&key];
            if !again && (done > 0 || self.held.contains(&key)) {
                tension.eccentric += part.eccentric;
                tension.concentric += part.concentric;
                tension.isometric += part.isometric;
                reps += done;
            }
        }
        (tension, reps)
    }

    /// Plays on until a key, presses it, and looks at what became of everything.
    pub(crate) fn press(&mut self, key: Key) {
        self.play_on(key.after);
        let before = self.transport.clone();
        let clock = self.clock;
        let state = before.state_at(clock);
        match key.press {
            Press::Edit(edit) => self.edit(edit),
            Press::Pause => {
                self.transport.pause(clock);
                let stands = matches!(
                    self.transport.state_at(clock),
                    State::Held | State::Finished
                );
                assert!(stands);
            }
            Press::Resume => {
                self.transport.resume(clock);
                if state == State::Held {
                    let left = State::CountIn { left: COUNT_IN };
                    assert_eq!(self.transport.state_at(clock), left);
                }
            }
            Press::GoOn => {
                self.transport.go_on(clock);
                let runs = !matches!(
                    self.transport.state_at(clock),
                    State::Held | State::CountIn { .. }
                );
                assert!(runs);
            }
        }
        self.check_past(&before);
        well_formed(self.timeline());
        self.check_pace();
    }

    fn edit(&mut self, edit: Edit) {
        let clock = self.clock;
        let before = self.transport.clone();
        let state = before.state_at(clock);
        let changed = self.transport.edit(clock, edit);
        let position = before.position_at(clock);
        let gate = before.timeline().gate();
        if let Some(gate) = gate.filter(|gate| gate.end <= position) {
            let stands = self
                .timeline()
                .gate()
                .is_some_and(|gate| gate.end <= position);
            if edit == Edit::OpenGate {
                assert!(changed && !stands);
                if gate.is_own_pace() && gate.completes_rep {
                    self.complete.insert(heard(gate), 1);
                }
            }
            if stands {
                assert_eq!(self.transport.spans(), before.spans(), "it waits on");
            } else if matches!(state, State::Waiting { .. }) {
                assert!(!matches!(self.transport.state_at(clock), State::Held));
                let spans = self.transport.spans();
                assert_eq!(spans.last().unwrap().run, Run::Running);
                assert_eq!(spans.last().unwrap().clock_from, clock);
            }
        }
        if !changed {
            assert_eq!(self.transport, before);
            return;
        }
        match edit {
            Edit::Slower(_) | Edit::Faster(_) => {
                let part = self.part_of_next_rep();
                self.nudges.push((edit, part));
            }
            Edit::RedoSet => self.check_redone(&before),
            Edit::OpenGate => self.own_rep_done(&before),
            _ => {}
        }
    }

    /// The step of the routine whose rep comes next: the one under way is not changed any more.
    fn part_of_next_rep(&self) -> u16 {
        let position = self.position();
        let now = self.timeline().at(position).copied();
        let begun = now.is_some_and(|now| {
            let mut before = self.timeline().segments().iter().rev();
            let before = before.find(|segment| segment.end <= position);
            now.start < position || before.is_some_and(|it| it.same_bout(&now) && it.rep == now.rep)
        });
        let mut segments = self.timeline().segments().iter();
        let next = segments.find(|segment| {
            let mine = now.is_some_and(|now| now.same_bout(segment) && now.rep == segment.rep);
            segment.kind.is_work() && segment.start >= position && !(mine && begun)
        });
        next.expect("a nudge that changed something").part
    }

    /// A key that comes while a rep is done at the lifter's own pace says that it is done.
    fn own_rep_done(&mut self, before: &Transport) {
        let position = before.position_at(self.clock);
        let rep = before.timeline().at(position);
        if let Some(rep) = rep.filter(|rep| rep.is_own_pace() && rep.start < position) {
            assert_eq!(
                self.timeline()
                    .segments()
                    .iter()
                    .find(|s| s.start == rep.start)
                    .unwrap()
                    .end,
                position
            );
            if rep.completes_rep {
                self.complete.insert(heard(rep), 1);
            }
        }
    }

    /// A set that is done again has all of its phases again, as a further attempt.
    fn check_redone(&self, before: &Transport) {
        let position = self.position();
        let lead_in = *self.timeline().at(position).unwrap();
        assert_eq!(lead_in.kind, SegmentKind::LeadIn);
        let first = *self.timeline().next_work(position).unwrap();
        let bout = BoutId::of(&first).bout;
        let mine = |segment: &&Segment| segment.kind.is_work() && BoutId::of(segment).bout == bout;
        let all = self.timeline().segments().iter().filter(mine);
        let again: Vec<_> = all
            .clone()
            .filter(|s| s.attempt == lead_in.attempt)
            .collect();
        assert!(again.iter().all(|segment| segment.start >= position));
        let reps = again.iter().map(|segment| segment.rep).max();
        assert_eq!(reps, Some(self.timeline().reps_planned(&first)));
        assert!(
            before
                .timeline()
                .segments()
                .iter()
                .filter(mine)
                .all(|s| s.attempt < lead_in.attempt)
        );
        assert!(
            all.filter(|s| s.start >= position)
                .all(|s| s.attempt == lead_in.attempt)
        );
    }

    /// Everything up to now is what it was.
    fn check_past(&self, before: &Transport) {
        let (old, new) = (before.timeline(), self.timeline());
        let position = before.position_at(self.clock);
        assert_eq!(self.position(), position, "a key moves nothing by itself");
        let past = |timeline: &Timeline| -> Vec<Segment> {
            let past = timeline
                .segments()
                .iter()
                .filter(|s| s.end <= position && s.start < position);
            past.map(|&segment| {
                let mut segment = segment;
                segment.gate = false;
                // Whether a rep that nobody paces is done is said behind its end.
                segment.completes_rep &= !(segment.is_own_pace() && segment.end == position);
                // A change leads to what comes next now.
                if segment.say == Say::Next && segment.end == position {
                    segment.part = 0;
                }
                segment
            })
            .collect()
        };
        let (old_past, mut new_past) = (past(old), past(new));
        let cut = new_past.len() > old_past.len();
        if cut {
            check_cut(
                &new_past.pop().unwrap(),
                old.at(position).unwrap(),
                position,
            );
        }
        assert_eq!(new_past, old_past);
        if let Some((was, is)) = old
            .at(position)
            .zip(new.at(position))
            .filter(|(was, _)| !cut && was.start < position)
        {
            assert_eq!((was.start, was.kind, was.rep), (is.start, is.kind, is.rep));
            if was.kind.is_work() {
                assert_eq!(was.planned_end, is.planned_end);
            }
        }
        let heard = Duration::ZERO..position;
        assert_eq!(new.cues_between(heard.clone()), old.cues_between(heard));
        self.check_log();
    }

    fn check_log(&self) {
        let transport = &self.transport;
        for &(clock, position) in self.log.iter().step_by(37) {
            assert_eq!(transport.position_at(clock), position);
        }
        // The first time at which each position was logged is the clock of it.
        for pair in self.log.windows(2).step_by(53) {
            let [(_, before), (clock, position)] = *pair else {
                continue;
            };
            if before < position {
                assert_eq!(transport.clock_of(position), Some(clock));
            }
        }
        let spans = transport.spans();
        assert!(spans.is_sorted_by(|a, b| a.clock_from < b.clock_from));
        assert!(spans.is_sorted_by_key(|span| span.position_from));
        for pair in spans.windows(2) {
            let [span, next] = pair else { continue };
            let lasts = next.clock_from.saturating_sub(span.clock_from);
            let moves = next.position_from.saturating_sub(span.position_from);
            let running = span.run == Run::Running;
            assert_eq!(moves, if running { lasts } else { Duration::ZERO });
        }
        let gate = transport.timeline().segments().iter().find(|s| s.gate);
        let limit = gate.map_or_else(|| transport.timeline().total(), |gate| gate.end);
        assert_eq!(transport.limit(), limit);
        assert!(spans.iter().all(|span| span.position_from <= limit));
    }

    /// Whole phases last as long as their tempo says, and a lowering to come has been nudged by every key so far.
    fn check_pace(&self) {
        let position = self.position();
        let now = self.timeline().at(position).copied();
        let whole = self.timeline().segments().iter().filter(|s| !s.is_cut());
        for segment in whole {
            let Some(tempo) = self.timeline().tempo(segment) else {
                continue;
            };
            if segment.kind != SegmentKind::Break {
                assert_eq!(segment.duration(), written(tempo, segment.kind));
            }
            let this_rep = now.is_some_and(|now| now.same_bout(segment) && now.rep == segment.rep);
            if segment.start >= position && !this_rep {
                let planned = self.planned[&(BoutId::of(segment).bout, segment.rep)];
                let nudges = self.nudges.iter().filter(|(_, part)| *part == segment.part);
                let nudges: Vec<Edit> = nudges.map(|(edit, _)| *edit).collect();
                assert_eq!(tempo.lower(), nudged(planned, &nudges));
            }
        }
    }
}

/// A segment that was cut short is what it was, up to the cut.
fn check_cut(cut: &Segment, was: &Segment, position: Duration) {
    assert_eq!(cut.end, position);
    assert_eq!((cut.start, cut.planned_end), (was.start, was.planned_end));
    assert_eq!(
        (cut.kind, cut.handle, cut.say),
        (was.kind, was.handle, was.say)
    );
    assert!(!cut.gate && (!cut.completes_rep || cut.is_own_pace()));
}

fn nudged(planned: Pace, nudges: &[Edit]) -> Pace {
    let Pace::Timed(lower) = planned else {
        return planned;
    };
    if lower.is_zero() {
        return planned;
    }
    let lower = nudges.iter().fold(lower, |lower, nudge| match *nudge {
        Edit::Slower(by) => (lower + by).min(MAX_LOWER),
        Edit::Faster(by) => lower.saturating_sub(by).max(MIN_LOWER.min(lower)),
        _ => lower,
    });
    Pace::Timed(lower)
}

fn written(tempo: Tempo, kind: SegmentKind) -> Duration {
    match kind {
        SegmentKind::Lower => tempo.lower().nominal(),
        SegmentKind::PauseStretched => tempo.stretched(),
        SegmentKind::Lift => tempo.lift().nominal(),
        SegmentKind::PauseContracted => tempo.contracted(),
        SegmentKind::Assist => Pace::Assisted.nominal(),
        other => panic!("{other:?} has no tempo"),
    }
}
