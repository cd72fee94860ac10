//! JSON on standard output.

use std::io::Write;

use anyhow::Result;
use serde::Serialize;

use crate::store::json;

/// Prints a value and a line feed.
pub(super) fn print(value: &impl Serialize, out: &mut impl Write) -> Result<()> {
    Ok(json::write(value, out)?)
}
