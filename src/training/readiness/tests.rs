//! The rule: a table of cases, what is said, and a person who never changes.

mod case;
mod simulation;
mod table;
mod words;
