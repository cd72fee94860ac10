//! The pure heart: tempo, exercise, preset, timeline, transport, performed.
//!
//! Nothing in here asks what time it is, opens a file, or knows that a screen or a sound card exists.

pub mod cue;
pub mod edit;
pub mod exercise;
pub mod length;
pub mod performed;
pub mod plan;
pub mod preset;
pub mod tempo;
pub mod text;
pub mod timeline;
pub mod transport;
