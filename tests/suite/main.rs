//! The tests that need the whole program, a terminal or files, in one binary.

mod cli;
mod journeys;
mod lean;
#[cfg(unix)]
mod pty;
#[cfg(unix)]
mod terminal;
//! The one integration binary: what the parts do together.

mod properties;
mod scenarios;
