//! The parts that screens are built from. Each is a pure function of its arguments and returns early where there is no room.

pub mod big;
pub mod curve;
pub mod field;
pub mod keys;
pub mod pips;
pub mod questions;
pub mod strip;
mod strokes;
pub mod surface;
pub mod table;
pub mod text;
