//! What the editor asks for: a change of the person's own presets and routines. It is data; whoever keeps the files performs
//! it and tells how it went.

use crate::training::preset::{Preset, PresetId};
use crate::training::routine::{Kind, Routine};

/// A preset or a routine as it is to stand in the file: valid by construction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Item {
    /// A `[[preset]]`.
    Preset(Box<Preset>),
    /// A `[[routine]]`.
    Routine(Box<Routine>),
}

impl Item {
    /// A routine as it is written: one of a single step is a preset.
    pub fn of(routine: Routine) -> Self {
        match routine.as_solo() {
            Some(preset) => Self::Preset(Box::new(preset.clone())),
            None => Self::Routine(Box::new(routine)),
        }
    }

    /// Its id.
    pub fn id(&self) -> &PresetId {
        match self {
            Self::Preset(preset) => &preset.id,
            Self::Routine(routine) => &routine.id,
        }
    }

    /// The name that people see.
    pub fn name(&self) -> &str {
        match self {
            Self::Preset(preset) => &preset.name,
            Self::Routine(routine) => &routine.name,
        }
    }

    /// Which list of the file it stands in.
    pub fn kind(&self) -> Kind {
        match self {
            Self::Preset(_) => Kind::Preset,
            Self::Routine(_) => Kind::Routine,
        }
    }

    /// What is trained.
    pub fn routine(&self) -> Routine {
        match self {
            Self::Preset(preset) => Routine::solo(preset.as_ref().clone()),
            Self::Routine(routine) => routine.as_ref().clone(),
        }
    }
}

/// A change of the person's own presets and routines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// Write an entry.
    Put {
        /// The entry in whose place it stands; `None` is a new one, at the end.
        old: Option<PresetId>,
        /// What is to stand there. Its id may be another than before.
        item: Item,
    },
    /// Take an entry away.
    Remove {
        /// Which list it stands in.
        kind: Kind,
        /// Which it is.
        id: PresetId,
    },
    /// Move an entry among those of its list.
    Move {
        /// Which list it stands in.
        kind: Kind,
        /// Which it is.
        id: PresetId,
        /// By how many places; less than 0 is towards the beginning.
        by: i32,
    },
    /// Take the last change back, byte for byte.
    Undo,
}

/// Why a change does not stand in the file. Nothing was written then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// What happened, and what to do about it.
    pub sentence: String,
    /// What is offered.
    pub way: Way,
}

/// What can be done about a change that could not be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// Nothing but to change what was written.
    Back,
    /// Write it into a file beside: the other cannot be written at all.
    Beside,
    /// The file was changed by another program meanwhile: read it anew, or write beside it.
    ReloadOrBeside,
}
