//! Compiling a preset, or a routine of several, into a timeline.

mod phases;

use super::call::Calling;
use super::cue::Say;
use super::exercise::{Exercise, Start};
use super::prescription::Rest;
use super::preset::{Effort, Gate, Interlude, Preset, SWITCH, Set, Side, Sides, Unloaded, Work};
use super::routine::{Change, Routine};
use super::tempo::Tempo;
use super::timeline::{Handle, Part, Plan, PlannedBout, Segment, SegmentKind, Tempos, Timeline};
use phases::Shape;
use std::sync::Arc;
use std::time::Duration;

impl Timeline {
    /// Compiles a preset: lead-in, then each set on each side with switches and rests, exactly as written.
    ///
    /// Zero-length phases make no segment. Explosive and assisted phases take their nominal lengths.
    pub fn plan(preset: &Preset) -> Self {
        Self::of(&Routine::solo(preset.clone()))
    }

    /// Compiles a routine: its presets with the change between them, those of a group set by set in turns.
    pub fn of(routine: &Routine) -> Self {
        Self::resumed(routine, &[])
    }

    /// Compiles what is left of a routine when this many sets of each step have been done. Sets keep their numbers.
    pub fn resumed(routine: &Routine, done: &[u32]) -> Self {
        Self::called(routine, done, Calling::default())
    }

    /// The same, with what is counted and announced as somebody wants it.
    pub fn called(routine: &Routine, done: &[u32], calling: Calling) -> Self {
        let mut planner = Planner::new(routine);
        let mut parts = 0..;
        let mut begun = false;
        for steps in routine.chunks() {
            let turns: Vec<Turn<'_>> = steps
                .iter()
                .zip(parts.by_ref())
                .map(|(step, part)| Turn::new(&step.preset, part, done))
                .collect();
            if turns.iter().all(Turn::is_over) {
                continue;
            }
            if begun {
                planner.turn_to(turns.iter().find(|turn| !turn.is_over()));
                planner.change(routine.change);
            }
            begun = true;
            planner.in_turns(&turns);
        }
        planner.finish(calling)
    }
}

/// A step of a routine, and which of its sets are still to be done.
struct Turn<'a> {
    preset: &'a Preset,
    part: usize,
    done: usize,
}

impl<'a> Turn<'a> {
    fn new(preset: &'a Preset, part: usize, done: &[u32]) -> Self {
        let done = done.get(part).copied().unwrap_or(0);
        Self {
            preset,
            part,
            done: usize::try_from(done).unwrap_or(usize::MAX),
        }
    }

    fn is_over(&self) -> bool {
        self.done >= self.preset.sets().len()
    }
}

struct Planner {
    parts: Vec<Part>,
    /// The one at hand, and what of its preset is asked for every rep.
    part: u16,
    exercise: Exercise,
    unloaded: Unloaded,
    sides: Sides,
    segments: Vec<Segment>,
    bouts: Vec<PlannedBout>,
    tempos: Tempos,
    cursor: Duration,
    set: u32,
    rep: u32,
    side: Option<Side>,
    /// Number of the bout at hand; 0 between bouts.
    bout: u16,
    tempo: u32,
}

impl Planner {
    fn new(routine: &Routine) -> Self {
        Self {
            parts: routine.presets().map(Part::of).collect(),
            part: 0,
            exercise: Exercise::unnamed(),
            unloaded: Unloaded::default(),
            sides: Sides::default(),
            segments: Vec::with_capacity(routine.presets().map(most_segments).sum()),
            bouts: Vec::new(),
            tempos: Tempos::default(),
            cursor: Duration::ZERO,
            set: 0,
            rep: 0,
            side: None,
            bout: 0,
            tempo: 0,
        }
    }

    fn finish(self, calling: Calling) -> Timeline {
        let segments = Arc::new(self.segments);
        let plan = Plan {
            segments: Arc::clone(&segments),
            bouts: self.bouts,
            parts: self.parts,
            calling,
            fade: None,
        };
        Timeline::assemble(segments, self.tempos, Arc::new(plan))
    }

    /// What comes next belongs to this step; nothing of it has been done yet.
    fn turn_to(&mut self, turn: Option<&Turn<'_>>) {
        let Some(turn) = turn else { return };
        self.part = u16::try_from(turn.part).unwrap_or(u16::MAX);
        self.exercise = turn.preset.exercise.clone();
        self.unloaded = turn.preset.unloaded;
        self.sides = turn.preset.sides;
        self.set = 0;
    }

    /// The sets of one step, or of several in turns; each set's own rest follows it, but none the last.
    fn in_turns(&mut self, turns: &[Turn<'_>]) {
        let rounds = turns.iter().map(|turn| turn.preset.sets().len()).max();
        let mut due: Vec<(&Turn<'_>, usize)> = Vec::new();
        for round in 0..rounds.unwrap_or(0) {
            let here = |turn: &&Turn<'_>| round >= turn.done && round < turn.preset.sets().len();
            due.extend(turns.iter().filter(here).map(|turn| (turn, round)));
        }
        for (index, (turn, round)) in due.iter().enumerate() {
            self.turn_to(Some(turn));
            if index == 0 {
                self.push(
                    Shape::new(SegmentKind::LeadIn, Say::Ready),
                    turn.preset.lead_in,
                );
            }
            self.set = u32::try_from(*round).unwrap_or(u32::MAX);
            let begun = self.cursor;
            if let Some(set) = turn.preset.sets().get(*round) {
                self.set(set);
            }
            if index + 1 < due.len() {
                let rest = match turn.preset.work.rest {
                    Rest::Between(rest) => rest,
                    Rest::Every(every) => (begun + every).saturating_sub(self.cursor),
                };
                self.push(Shape::new(SegmentKind::Rest, Say::Rest), rest);
            }
        }
    }

    fn push(&mut self, shape: Shape, length: Duration) {
        if length.is_zero() {
            return;
        }
        let start = self.cursor;
        self.cursor += length;
        let work = shape.kind.is_work();
        self.segments.push(Segment {
            start,
            end: self.cursor,
            planned_end: self.cursor,
            kind: shape.kind,
            handle: shape.handle,
            say: shape.say,
            side: self.side,
            gate: shape.gate,
            completes_rep: shape.completes_rep,
            set: self.set,
            rep: if work { self.rep } else { 0 },
            attempt: 1,
            tempo: if work { self.tempo } else { 0 },
            part: self.part,
            bout: self.bout,
        });
    }

    fn set(&mut self, set: &Set) {
        self.set += 1;
        for (turn, side) in self.sides.order().enumerate() {
            self.side = side;
            if turn > 0 {
                self.push(Shape::new(SegmentKind::Switch, Say::Switch), SWITCH);
            }
            self.stretch(set, side);
        }
        self.side = None;
    }

    /// One side of a set; all of it where the sides work at once or take turns.
    fn stretch(&mut self, set: &Set, side: Option<Side>) {
        let first = self.segments.len();
        self.rep = 0;
        self.bout = u16::try_from(self.bouts.len() + 1).unwrap_or(u16::MAX);
        let last_rep = set
            .work
            .iter()
            .rposition(|work| matches!(work.effort, Effort::Rep { .. }));
        for (index, work) in set.work.iter().enumerate() {
            for time in 1..=work.times {
                let last = last_rep == Some(index) && time == work.times;
                self.effort(work.effort, last, side);
            }
        }
        self.tempo = 0;
        self.bout = 0;
        self.bouts.push(PlannedBout {
            part: self.part,
            set: self.set,
            side,
            reps: self.rep,
            goal: set.goal,
            segments: first..self.segments.len(),
        });
    }

    /// One effort; where the sides take turns, on each of them. Only the second of them completes the rep.
    fn effort(&mut self, effort: Effort, last: bool, side: Option<Side>) {
        self.tempo = 0;
        if let Effort::Change { length, what } = effort {
            let say = match what {
                Interlude::Break => Say::Break,
                Interlude::Drop { .. } => Say::Drop,
            };
            return self.push(Shape::new(SegmentKind::Change, say), length);
        }
        self.rep += 1;
        let mut sides = self.sides.within(side).peekable();
        while let Some(side) = sides.next() {
            let completes = sides.peek().is_none();
            self.side = side;
            match effort {
                Effort::Rep { tempo, lockout } => self.rep(tempo, lockout, completes, last),
                _ => self.unphased(effort, completes),
            }
        }
    }

    /// An effort without phases.
    fn unphased(&mut self, effort: Effort, completes_rep: bool) {
        let (kind, say, handle) = match effort {
            Effort::Hold(_) => (SegmentKind::Hold, Say::Hold, Handle::High),
            Effort::OwnPace => (SegmentKind::Beat, Say::OwnPace, Handle::Idle),
            // Strokes go to and fro: the level shows which.
            _ if self.rep % 2 == 1 => (SegmentKind::Beat, Say::Stroke, Handle::Falls),
            _ => (SegmentKind::Beat, Say::Stroke, Handle::Rises),
        };
        let shape = Shape {
            handle,
            completes_rep,
            gate: effort == Effort::OwnPace,
            ..Shape::new(kind, say)
        };
        self.push(shape, effort.length());
    }

    /// Between two steps.
    fn change(&mut self, change: Change) {
        let gate = change.gate == Gate::Closed;
        // A gate needs a place to stand, even where no time was written for it.
        let length = if gate {
            change.length.max(Duration::from_secs(1))
        } else {
            change.length
        };
        self.push(
            Shape {
                gate,
                ..Shape::new(SegmentKind::Change, Say::Next)
            },
            length,
        );
    }

    fn rep(&mut self, tempo: Tempo, lockout: Gate, completes: bool, last: bool) {
        self.tempo = self.tempos.intern(tempo, self.part);
        let mut fields = phases::of(tempo, lockout, &self.exercise, self.unloaded);
        if self.exercise.start == Start::Lift {
            fields.rotate_left(2);
        }
        let paced = |field: &phases::Field| {
            matches!(field.shape.kind, SegmentKind::Lower | SegmentKind::Lift)
        };
        let completing = fields
            .iter()
            .rposition(|field| paced(field) && !field.length.is_zero());
        for (index, mut field) in fields.into_iter().enumerate() {
            let after = completing.is_some_and(|completing| index > completing);
            if last && completes && after && field.shape.kind == SegmentKind::Assist {
                // Nobody needs the load brought back behind the last rep; the pause after it goes with it.
                return;
            }
            field.shape.completes_rep = completes && completing == Some(index);
            self.push(field.shape, field.length);
        }
    }
}

/// Room for all segments, so that planning a long session does not copy it several times.
fn most_segments(preset: &Preset) -> usize {
    let of = |work: &Work| {
        let phases = match work.effort {
            Effort::Rep { tempo, .. } => {
                2 + usize::from(!tempo.stretched().is_zero())
                    + usize::from(!tempo.contracted().is_zero())
            }
            _ => 1,
        };
        usize::try_from(work.times).unwrap_or(0) * phases
    };
    let a_side: usize = preset.sets().iter().flat_map(|set| &set.work).map(of).sum();
    let sides = usize::try_from(preset.sides.times()).unwrap_or(1);
    (a_side + preset.sets().len() * 2 + 2) * sides
}
