//! The rows of a form: what each is called, and how it takes keys.

use crate::training::tempo::Field;

/// A row that one can walk to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Row {
    /// The name that people see.
    Name,
    /// What is lifted.
    Exercise,
    /// The work in one line, as a coach writes it.
    Line,
    /// How a rep is paced.
    Kind,
    /// The four phases in one notation.
    Tempo,
    /// One of the four phases.
    Phase(Field),
    /// Whether the end of the lift waits for a key.
    Lockout,
    /// How long each hold lasts.
    Hold,
    /// How long each stroke lasts.
    Stroke,
    /// How many sets.
    Sets,
    /// How many reps in each.
    Reps,
    /// Whether the next row is a rest or a clock.
    Between,
    /// The time between sets.
    Rest,
    /// How sets are shared between sides.
    Sides,
    /// The side that begins, or the only one.
    First,
    /// Which phase a rep begins with.
    Start,
    /// Which pauses are breaks.
    Unloaded,
    /// The time before the first set.
    LeadIn,
    /// How heavy.
    Load,
    /// A sentence to be read meanwhile.
    Cue,
    /// What a programme changes from some week on.
    Weeks,
    /// The name that never changes.
    Id,
    /// An exercise of a routine, by its place.
    Step(usize),
    /// A place to name another preset for the routine.
    Add,
    /// The time between two exercises.
    Change,
    /// Whether a key ends that time.
    Gate,
    /// Save.
    Save,
    /// Leave.
    Back,
    /// Take the entry out of the file.
    Remove,
}

/// How a row takes keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// Words: the field is open while the cursor is there.
    Text,
    /// A number, a length or a notation: a digit opens the field, − and + step.
    Number,
    /// One of a few: − and + choose.
    Choice,
    /// An exercise of a routine: − and + choose its group.
    Step,
    /// Something that Enter does.
    Press,
}

impl Row {
    /// How it takes keys.
    pub fn class(self) -> Class {
        match self {
            Self::Name
            | Self::Exercise
            | Self::Line
            | Self::Load
            | Self::Cue
            | Self::Id
            | Self::Add => Class::Text,
            Self::Tempo
            | Self::Phase(_)
            | Self::Hold
            | Self::Stroke
            | Self::Sets
            | Self::Reps
            | Self::Rest
            | Self::LeadIn
            | Self::Change => Class::Number,
            Self::Kind
            | Self::Lockout
            | Self::Between
            | Self::Sides
            | Self::First
            | Self::Start
            | Self::Unloaded
            | Self::Weeks
            | Self::Gate => Class::Choice,
            Self::Step(_) => Class::Step,
            Self::Save | Self::Back | Self::Remove => Class::Press,
        }
    }

    /// Whether text can be written in it.
    pub fn takes_text(self) -> bool {
        matches!(self.class(), Class::Text | Class::Number)
    }

    /// What it is called, without what depends on the form.
    pub fn label(self) -> &'static str {
        match self {
            Self::Name => "Name",
            Self::Exercise | Self::Step(_) => "Exercise",
            Self::Line => "In a line",
            Self::Kind => "Paced by",
            Self::Tempo => "Tempo",
            Self::Phase(Field::Lower) => "Lower",
            Self::Phase(Field::PauseStretched) => "Pause stretched",
            Self::Phase(Field::Lift) => "Lift",
            Self::Phase(Field::PauseContracted) => "Pause contracted",
            Self::Lockout => "At lock-out",
            Self::Hold => "Hold",
            Self::Stroke => "Stroke",
            Self::Sets => "Sets",
            Self::Reps => "Reps",
            Self::Between => "Between sets",
            Self::Rest => "Rest",
            Self::Sides => "Sides",
            Self::First => "Side",
            Self::Start => "Starts with",
            Self::Unloaded => "Unloaded",
            Self::LeadIn => "Lead-in",
            Self::Load => "Load",
            Self::Cue => "Cue",
            Self::Weeks => "Weeks",
            Self::Id => "Id",
            Self::Add => "Add",
            Self::Change => "Change",
            Self::Gate => "Then",
            Self::Save => "Save",
            Self::Back => "Back",
            Self::Remove => "Remove",
        }
    }
}
