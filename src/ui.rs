//! What a person sees: colours, widgets, and one file per screen's drawing.
//!
//! Everything in here is a pure function of a view model, a theme and an area. Nothing asks what time it is, and nothing
//! touches the terminal: that is the runtime's business.

pub mod pacing;
pub mod theme;
pub mod widgets;
