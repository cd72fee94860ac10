//! `downbeat man`: the manual page, made of the same text as `--help`.

use std::io::Write;

use anyhow::Result;
use clap::{Command, CommandFactory as _};
use clap_mangen::Man;

use crate::cli::Cli;

/// Prints one page with every subcommand on it.
pub(super) fn run(out: &mut impl Write) -> Result<()> {
    let mut command = Cli::command();
    command.build();
    let page = Man::new(command.clone());
    page.render_title(out)?;
    page.render_name_section(out)?;
    page.render_synopsis_section(out)?;
    page.render_description_section(out)?;
    page.render_options_section(out)?;
    for subcommand in command.get_subcommands() {
        section(subcommand, out)?;
    }
    page.render_extra_section(out)?;
    page.render_version_section(out)?;
    Ok(())
}

/// A subcommand's own page, with its headings one step lower and its name above them.
fn section(command: &Command, out: &mut impl Write) -> Result<()> {
    let page = Man::new(command.clone());
    let mut text = Vec::new();
    page.render_synopsis_section(&mut text)?;
    page.render_description_section(&mut text)?;
    page.render_options_section(&mut text)?;
    page.render_subcommands_section(&mut text)?;
    page.render_extra_section(&mut text)?;
    let name = command
        .get_display_name()
        .unwrap_or_else(|| command.get_name())
        .replace('-', " ");
    let text = String::from_utf8_lossy(&text).replace(".SH ", ".SS ");
    Ok(write!(out, ".SH \"{}\"\n{text}", name.to_uppercase())?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_manual_names_every_subcommand_and_a_way_to_begin() {
        let mut page = Vec::new();
        run(&mut page).unwrap();
        let page = String::from_utf8(page).unwrap();
        for heading in [
            "START",
            "LIST",
            "SHOW",
            "RENDER",
            "CONFIG",
            "COMPLETIONS",
            "MAN",
        ] {
            assert!(
                page.contains(&format!(".SH \"DOWNBEAT {heading}\"")),
                "{heading}"
            );
        }
        assert!(page.contains("downbeat start 4\\-0\\-1\\-0"));
    }
}
