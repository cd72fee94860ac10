//! Downbeat: a tempo metronome for strength training that lives in a terminal.
//!
//! # The one idea
//!
//! ```text
//! preset ──plan──► Timeline ──┬──► screen   what is at position t?
//! (efforts, sets,  (segments  ├──► sound    samples for frames f..f+n
//!  rests, gates)    and cues) ├──► WAV      the same samples, in a file
//!                             └──► JSON     the same segments and cues, as text
//! ```
//!
//! A preset is compiled into an immutable [`training::timeline::Timeline`]. Everything that a person sees or hears is a pure
//! function of a timeline and a position, and a [`training::transport::Transport`] says which position belongs to which moment
//! of the one clock ([`sound::clock`]). Nobody else keeps time: there is no sleeping between ticks and no counter that is
//! decremented.
//!
//! # The map
//!
//! ```text
//! training            the pure heart: tempo, preset, timeline, transport, performed    imports nothing of ours
//! sound               voice and score (samples), clock, device, silent, wav            → training
//! store               settings file, presets on disk, what is remembered               → training
//! app                 App, Message, Effect, Action: what happens on which screen       → training
//! ui                  drawing, one file a screen; theme; widgets                       → app, training
//! keymap              from a terminal's key to a verb                                  → app's table of bindings
//! settings            file + flags + environment, settled                              → store, ui::theme, sound
//! terminal            taken over, drawn on in few bytes, given back                    imports nothing of ours
//! runtime             the loop: messages in, effects done, a frame when it differs     → all above
//! commands, cli       the subcommands, and what may be typed                           → runtime and below
//! ```
//!
//! A test reads the `use` lines and holds this.
//!
//! # The invariants
//!
//! 1. `training`, `app` and `ui` never ask what time it is and never touch a file, a terminal or a sound card.
//! 2. Segments of a timeline meet exactly; zero-length phases make no segment and no cue.
//! 3. The onset of every cue in the rendered samples is the cue's time, to the sample, at every sample rate.
//! 4. The WAV file and the live stream are the same renderer, bit for bit before conversion.
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
