//! The tests that need the whole program, a terminal or files, in one binary.

mod cli;
mod journeys;
mod lean;
#[cfg(unix)]
mod pty;
#[cfg(unix)]
mod terminal;
