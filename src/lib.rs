//! Downbeat: a tempo metronome for strength training that lives in a terminal.
#![cfg_attr(
    not(test),
    warn(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::indexing_slicing
    )
)]
pub mod app;
pub mod cli;
pub mod commands;
pub mod keymap;
pub mod runtime;
pub mod settings;
pub mod sound;
pub mod store;
pub mod terminal;
pub mod training;
pub mod ui;
