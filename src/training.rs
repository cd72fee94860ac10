//! The pure heart: tempo, exercise, preset, timeline, transport, performed.
//!
//! Nothing in here asks what time it is, opens a file, or knows that a screen or a sound card exists.

pub mod exercise;
pub mod tempo;
