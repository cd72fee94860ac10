//! Downbeat.
fn main() {}
