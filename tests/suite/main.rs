//! The one integration binary: each module holds one kind of claim about the program as a whole.

mod architecture;
#[cfg(all(target_os = "linux", feature = "media-keys", feature = "keep-awake"))]
mod bus;
mod claims;
mod cli;
mod diary;
#[cfg(unix)]
mod endings;
#[cfg(unix)]
mod four;
mod journeys;
mod keeper;
mod kept;
mod lean;
mod library;
mod lifter;
#[cfg(unix)]
mod practise;
#[cfg(unix)]
mod program;
mod properties;
#[cfg(unix)]
mod pty;
#[cfg(unix)]
mod saving;
mod scenarios;
mod screens;
mod signs;
#[cfg(unix)]
mod terminal;
mod thrift;
mod trends;
