//! What is kept on disk, and where: the settings and presets of the person's own file, what the program remembers, and the
//! journal.
//!
//! A file that a person wrote is read and never changed here; what the program writes goes through [`mod@write`], so that no
//! failure leaves half a file.

pub mod config;
pub mod edit;
pub mod journal;
pub mod json;
pub(crate) mod keys;
pub mod paths;
pub mod presets;
pub mod problem;
pub mod state;
pub mod values;
pub mod write;
