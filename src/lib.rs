//! Downbeat: a tempo metronome for strength training that lives in a terminal.
//!
//! # The one idea
//!
//! ```text
//! preset ──plan──► Timeline ──┬──► screen   what is at position t?
//! (efforts, sets,  (segments  ├──► sound    samples for frames f..f+n
//!  rests, gates)    and cues) ├──► file     the same samples, as WAV or FLAC
//!                             └──► JSON     the same segments and cues, as text
//! ```
//!
//! A preset is compiled into an immutable [`Timeline`](training::timeline::Timeline). Everything that a person sees or
//! hears is a pure function of a timeline and a position; nobody else keeps time.
//!
//! # The map
//!
//! Each module may import what stands above it, as far as the table in `tests/suite/architecture/rules.rs` says.
//!
//! | module | what it owns |
//! | --- | --- |
//! | [`training`] | the pure heart: tempo, exercise, preset, timeline, cues, transport, what was done |
//! | [`sound`] | synthesis and score (pure), the clock, the sound card, sound files |
//! | [`store`] | the files: settings, presets, what is remembered |
//! | [`terminal`] | taking the terminal over and giving it back; keys and signals; the bytes of a frame |
//! | [`app`] | the state of the interface: a message comes in, effects come out |
//! | [`ui`] | what a person sees: one file per screen's drawing, theme, widgets |
//! | [`keymap`] | from a terminal's key to a verb of the app |
//! | [`settings`] | file, command line and environment, settled |
//! | [`runtime`] | the loop: what comes in becomes messages, effects become deeds |
//! | [`commands`], [`cli`] | one file per subcommand; what may be typed |
//!
//! One thread owns the state. The input, signal and audio threads each hold a clone of one channel's sender.
//!
//! # The invariants
//!
//! 1. `training`, `app` and `ui` never ask what time it is and never touch a file, a terminal or a sound card.
//! 2. Segments of a timeline meet exactly; zero-length phases make no segment and no cue.
//! 3. The onset of every cue in the rendered samples is the cue's time, to the sample, at every sample rate.
//! 4. A sound file and the live stream are the same renderer, bit for bit before conversion.
//! 5. The clock never steps back.
//! 6. A value past the edge of the program is valid by construction: parse once.
//! 7. An error while the interface is up is a notice, not an exit; the terminal is always restored.
//! 8. No write can leave a file half-written, and no failure can lose what was there.
//! 9. Colour is never the only sign of anything, and neither is sound.
//! 10. The program never claims to see the lifter: no scolding, no score, no streaks, no promise about muscle.
#![cfg_attr(
    not(test),
    warn(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::indexing_slicing
    )
)]

pub mod app;
pub mod cli;
pub mod commands;
pub mod keymap;
pub mod runtime;
pub mod settings;
pub mod sound;
pub mod store;
pub mod terminal;
pub mod training;
pub mod ui;
