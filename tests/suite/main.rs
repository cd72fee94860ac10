//! The one integration binary: each module holds one kind of claim about the program as a whole.

mod architecture;
//! The tests that need the whole program, a terminal or files, in one binary.

mod cli;
mod journeys;
mod lean;
mod picture;
mod properties;
#[cfg(unix)]
mod program;
#[cfg(unix)]
mod pty;
mod scenarios;
#[cfg(unix)]
mod terminal;
