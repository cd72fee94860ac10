//! Compiling a preset into a timeline.

use super::cue::Say;
use super::exercise::{Exercise, Path, Start};
use super::preset::{Change, Effort, Gate, Preset, SWITCH, Set, Side, Sides, Unloaded, Work};
use super::tempo::{Pace, Tempo};
use super::timeline::{Handle, Plan, PlannedBout, Segment, SegmentKind, Tempos, Timeline};
use std::sync::Arc;
use std::time::Duration;

impl Timeline {
    /// Compiles a preset: lead-in, then each set on each side with switches and rests, exactly as written.
    ///
    /// Zero-length phases make no segment. Explosive and assisted phases take their nominal lengths.
    pub fn plan(preset: &Preset) -> Self {
        let mut planner = Planner::new(preset);
        planner.push(Shape::new(SegmentKind::LeadIn, Say::Ready), preset.lead_in);
        let blocks = preset.blocks.len();
        for (index, block) in preset.blocks.iter().enumerate() {
            for (number, set) in block.sets.iter().enumerate() {
                planner.set(set, preset.sides);
                if number + 1 < block.sets.len() {
                    planner.push(Shape::new(SegmentKind::Rest, Say::Rest), block.rest);
                }
            }
            if index + 1 < blocks {
                planner.change(block.change, Say::Next);
            }
        }
        planner.finish()
    }
}

/// What a segment is, before it has a place.
#[derive(Clone, Copy)]
struct Shape {
    kind: SegmentKind,
    say: Say,
    handle: Handle,
    gate: bool,
    completes_rep: bool,
}

impl Shape {
    fn new(kind: SegmentKind, say: Say) -> Self {
        Self {
            kind,
            say,
            handle: Handle::Idle,
            gate: false,
            completes_rep: false,
        }
    }
}

/// One field of a tempo in the order in which it is played.
#[derive(Clone, Copy)]
struct Field {
    shape: Shape,
    length: Duration,
}

struct Planner {
    exercise: Exercise,
    unloaded: Unloaded,
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
    fn new(preset: &Preset) -> Self {
        Self {
            exercise: preset.exercise.clone(),
            unloaded: preset.unloaded,
            segments: Vec::with_capacity(most_segments(preset)),
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

    fn finish(self) -> Timeline {
        let segments = Arc::new(self.segments);
        let plan = Plan {
            segments: Arc::clone(&segments),
            bouts: self.bouts,
            exercises: vec![self.exercise],
        };
        Timeline::assemble(segments, self.tempos, Arc::new(plan), &[], Duration::ZERO)
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
            exercise: 0,
            bout: self.bout,
        });
    }

    fn set(&mut self, set: &Set, sides: Sides) {
        self.set += 1;
        for (turn, side) in sides.order().enumerate() {
            self.side = side;
            if turn > 0 {
                self.push(Shape::new(SegmentKind::Switch, Say::Switch), SWITCH);
            }
            self.side_of_set(set);
        }
        self.side = None;
    }

    fn side_of_set(&mut self, set: &Set) {
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
                self.effort(work.effort, last);
            }
        }
        self.tempo = 0;
        self.bout = 0;
        self.bouts.push(PlannedBout {
            set: self.set,
            side: self.side,
            reps: self.rep,
            segments: first..self.segments.len(),
        });
    }

    fn effort(&mut self, effort: Effort, last: bool) {
        self.tempo = 0;
        match effort {
            Effort::Rep { tempo, lockout } => {
                self.rep += 1;
                self.rep(tempo, lockout, last);
            }
            Effort::Hold(length) => {
                self.rep += 1;
                let shape = Shape::new(SegmentKind::Hold, Say::Hold);
                self.push(
                    Shape {
                        completes_rep: true,
                        handle: Handle::High,
                        ..shape
                    },
                    length,
                );
            }
            Effort::Beat(length) => {
                self.rep += 1;
                // Strokes go to and fro: the level shows which.
                let handle = if self.rep % 2 == 1 {
                    Handle::Falls
                } else {
                    Handle::Rises
                };
                let shape = Shape::new(SegmentKind::Beat, Say::Stroke);
                self.push(
                    Shape {
                        completes_rep: true,
                        handle,
                        ..shape
                    },
                    length,
                );
            }
            Effort::Change { length, gate } => self.change(Change { length, gate }, Say::Break),
        }
    }

    fn change(&mut self, change: Change, say: Say) {
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
                ..Shape::new(SegmentKind::Change, say)
            },
            length,
        );
    }

    fn rep(&mut self, tempo: Tempo, lockout: Gate, last: bool) {
        self.tempo = self.tempos.intern(tempo);
        let mut fields = self.fields(tempo, lockout);
        if self.exercise.start == Start::Lift {
            fields.rotate_left(2);
        }
        let paced =
            |field: &Field| matches!(field.shape.kind, SegmentKind::Lower | SegmentKind::Lift);
        let completing = fields
            .iter()
            .rposition(|field| paced(field) && !field.length.is_zero());
        for (index, mut field) in fields.into_iter().enumerate() {
            let after = completing.is_some_and(|completing| index > completing);
            if last && after && field.shape.kind == SegmentKind::Assist {
                // Nobody needs the load brought back behind the last rep; the pause after it goes with it.
                return;
            }
            field.shape.completes_rep = completing == Some(index);
            self.push(field.shape, field.length);
        }
    }

    /// The four fields in their written order: lower, stretched, lift, contracted.
    fn fields(&self, tempo: Tempo, lockout: Gate) -> [Field; 4] {
        let (long, short, lengthens, shortens) = match self.exercise.path {
            Path::Normal => (Handle::Low, Handle::High, Handle::Falls, Handle::Rises),
            Path::Inverted => (Handle::High, Handle::Low, Handle::Rises, Handle::Falls),
        };
        let mut lift = self.moving(tempo.lift(), SegmentKind::Lift, shortens);
        lift.shape.gate = lockout == Gate::Closed;
        [
            self.moving(tempo.lower(), SegmentKind::Lower, lengthens),
            pause(
                tempo.stretched(),
                SegmentKind::PauseStretched,
                long,
                self.unloaded.stretched(),
            ),
            lift,
            pause(
                tempo.contracted(),
                SegmentKind::PauseContracted,
                short,
                self.unloaded.contracted(),
            ),
        ]
    }

    fn moving(&self, pace: Pace, kind: SegmentKind, handle: Handle) -> Field {
        let (kind, say) = match (pace, kind) {
            (Pace::Assisted, _) => (SegmentKind::Assist, Say::Reset),
            (Pace::Explosive, SegmentKind::Lift) => (kind, Say::Drive),
            (_, SegmentKind::Lift) => (kind, lift_say(&self.exercise)),
            _ => (kind, lower_say(&self.exercise)),
        };
        Field {
            shape: Shape {
                handle,
                ..Shape::new(kind, say)
            },
            length: pace.nominal(),
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
    let a_side: usize = preset.sets().flat_map(|set| &set.work).map(of).sum();
    (a_side + preset.sets().count() * 2 + 1) * preset.sides.order().count()
}

fn pause(length: Duration, kind: SegmentKind, handle: Handle, unloaded: bool) -> Field {
    let (kind, say) = if unloaded {
        (SegmentKind::Break, Say::Break)
    } else {
        (kind, Say::Hold)
    };
    Field {
        shape: Shape {
            handle,
            ..Shape::new(kind, say)
        },
        length,
    }
}

fn lift_say(exercise: &Exercise) -> Say {
    match exercise.lift_word() {
        "PULL" => Say::Pull,
        "PUSH" => Say::Push,
        _ => Say::Up,
    }
}

fn lower_say(exercise: &Exercise) -> Say {
    match exercise.path {
        Path::Normal => Say::Down,
        Path::Inverted => Say::Return,
    }
}
