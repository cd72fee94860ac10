//! One integration binary: every test here runs the real program.

mod cli;
