//! The pure heart: what is lifted, how it is paced, and what was done.
//!
//! A [`preset`] is compiled ([`plan`]) into an immutable [`timeline`] of segments and [`cue`]s; a [`transport`] maps the
//! clock to a position on it, [`edit`]s change its future, and [`performed`] reads off what was done; the [`journal`]'s records
//! keep it, and
//! [`readiness`] and [`progress`] say what follows from them. Nothing in here asks what time it is, opens a file, or knows
//! that a screen or a sound card exists.

pub mod advice;
pub mod bell;
pub mod call;
pub mod cue;
pub mod edit;
pub mod evidence;
pub mod exercise;
pub mod facts;
pub mod flash;
pub mod follow;
pub mod fuel;
pub mod history;
pub mod journal;
pub mod length;
pub mod line;
pub mod memory;
pub mod mobility;
pub mod performed;
pub mod plan;
pub mod practice;
pub mod prescription;
pub mod preset;
pub mod progress;
pub mod readiness;
pub mod region;
pub mod routine;
pub mod tap;
pub mod tempo;
pub mod text;
pub mod timeline;
pub mod transport;
pub mod trend;
pub mod word;
