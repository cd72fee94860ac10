//! The one place where a line of text becomes the work of a preset. The other way is [`line::work`].
//!
//! It is how everything is edited that has no rows of its own: ladders, clusters and drop sets.

use crate::training::line::{self, Understood};

/// What a line says, where it is one exercise and every word of it was understood.
pub(super) fn read(text: &str) -> Result<Understood, String> {
    let message = line::read(text);
    let understood = message.understood().map_err(|error| error.to_string())?;
    let unread = message.unread_in(text);
    match understood.as_slice() {
        [one] if unread.is_empty() => Ok((*one).clone()),
        [_] => Err(format!(
            "`{}` is not understood: take it out, or write it as in 3x8 @4010 rest 2m",
            unread.join("`, `")
        )),
        many => Err(format!(
            "these are {} exercises: write one here, and put presets together in a routine",
            many.len()
        )),
    }
}
