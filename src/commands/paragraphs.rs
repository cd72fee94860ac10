//! Sentences on paper: wrapped, so that they are read as well in a terminal as in a mail.

use std::io::Write;

use anyhow::Result;

use crate::ui::theme::Glyphs;
use crate::ui::widgets::text::wrapped;

/// Columns of a page.
const PAGE: u16 = 80;

/// Prints paragraphs, one below the other.
pub(super) fn print(paragraphs: &[String], out: &mut impl Write) -> Result<()> {
    for paragraph in paragraphs {
        for line in wrapped(paragraph, PAGE, Glyphs::Blocks) {
            writeln!(out, "{line}")?;
        }
    }
    Ok(())
}

/// Prints a paragraph with a word or two at its margin, `margin` columns wide.
pub(super) fn print_beside(
    heading: &str,
    paragraph: &str,
    margin: u16,
    out: &mut impl Write,
) -> Result<()> {
    let mut heading = heading;
    let indent = usize::from(margin);
    for line in wrapped(paragraph, PAGE.saturating_sub(margin), Glyphs::Blocks) {
        writeln!(out, "{heading:indent$}{line}")?;
        heading = "";
    }
    Ok(())
}
