//! Tests of the pacing screen.
