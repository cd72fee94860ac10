//! The tests that need the whole program, a terminal or files, in one binary.

mod lean;
#[cfg(unix)]
mod program;
#[cfg(unix)]
mod pty;
#[cfg(unix)]
mod terminal;
