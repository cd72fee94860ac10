//! How JSON is written: one value on one line, in which nothing is left that a terminal would obey.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::ser::{Formatter, Serializer};

use crate::training::text::is_unfit;

/// Writes a value and a line feed.
///
/// # Errors
/// Whatever `out` says.
pub fn write(value: &impl Serialize, out: &mut impl Write) -> io::Result<()> {
    value.serialize(&mut Serializer::with_formatter(&mut *out, Tame))?;
    writeln!(out)
}

/// JSON escapes control characters up to U+001F by itself; the others may stand as they are, and terminals obey them too.
struct Tame;

impl Formatter for Tame {
    fn write_string_fragment<W: ?Sized + Write>(
        &mut self,
        out: &mut W,
        text: &str,
    ) -> io::Result<()> {
        let mut rest = text;
        while let Some((before, unfit)) = rest
            .char_indices()
            .find(|(_, character)| is_unfit(*character))
        {
            let (fit, after) = rest.split_at(before);
            // All of them are below U+10000, so one escape says each.
            write!(out, "{fit}\\u{:04x}", u32::from(unfit))?;
            rest = after.split_at(unfit.len_utf8()).1;
        }
        out.write_all(rest.as_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_terminal_obeys_is_escaped_and_reads_back_as_it_was() {
        let text = "a\u{9b}31m\u{7f}\u{1b}[2J\u{202e}ü\n";
        let mut out = Vec::new();
        write(&text, &mut out).unwrap();
        assert_eq!(
            String::from_utf8(out.clone()).unwrap(),
            "\"a\\u009b31m\\u007f\\u001b[2J\\u202eü\\n\"\n"
        );
        assert_eq!(serde_json::from_slice::<String>(&out).unwrap(), text);
    }
}
