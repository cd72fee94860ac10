//! The file of what the program remembers by itself. Losing it loses nothing that a person wrote, so one that cannot be read
//! is replaced by defaults and a notice.

use super::write;
use crate::training::memory::Memory;
use std::path::Path;
use std::{fs, io};

/// Stands at the top of the file.
const HEADING: &str =
    "# Written by downbeat. Delete it to forget recents and starts; nothing else is lost.\n";

/// Reads the file. A missing one is the beginning; one that cannot be read gives defaults and the sentence to show.
pub fn load(path: Option<&Path>) -> (Memory, Option<String>) {
    let Some(path) = path else {
        return (Memory::default(), None);
    };
    match fs::read_to_string(path) {
        Ok(text) => toml::from_str(&text)
            .map_or_else(|_| forgotten("it is damaged"), |memory| (memory, None)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => (Memory::default(), None),
        Err(error) => forgotten(&error.kind().to_string()),
    }
}

/// Writes the file in one step.
///
/// # Errors
/// Whatever the file system says; what was there before is still there then.
pub fn save(path: &Path, memory: &Memory) -> io::Result<()> {
    let text = toml::to_string(memory).map_err(io::Error::other)?;
    write::atomically(path, format!("{HEADING}{text}").as_bytes())
}

fn forgotten(why: &str) -> (Memory, Option<String>) {
    let notice = format!(
        "What was used last could not be read ({why}); starting afresh, nothing else is lost."
    );
    // Somebody who has a file, even a damaged one, is no newcomer.
    (
        Memory {
            introduced: true,
            ..Memory::default()
        },
        Some(notice),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::training::exercise::{Exercise, Start};
    use crate::training::practice::{Mean, Practised};

    fn worn_in() -> Memory {
        let mut memory = Memory {
            mute: true,
            introduced: true,
            ..Memory::default()
        };
        memory.started("eccentric-4-1");
        memory.started("4-0-1-0");
        memory.note_practice(Practised {
            tempo: "4-0-1-0".to_owned(),
            on: jiff::civil::date(2026, 11, 12),
            phases: vec![Mean {
                kind: "lower".to_owned(),
                nominal_ms: 4_000,
                mean_ms: 3_412,
                spread_ms: Some(310),
                count: 12,
            }],
        });
        memory.set_start(&Exercise::named("Belt \u{1b} \"squat\""), Start::Lift);
        memory
    }

    #[test]
    fn what_is_saved_is_what_is_loaded() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("downbeat/state.toml");
        assert_eq!(load(Some(&path)), (Memory::default(), None));
        save(&path, &worn_in()).unwrap();
        assert_eq!(load(Some(&path)), (worn_in(), None));
    }

    #[test]
    fn a_damaged_file_gives_defaults_and_a_notice_and_can_be_saved_over() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("state.toml");
        for damage in [&b"recents = "[..], b"\xff\xfe", b"mute = 3", b"\0\0\0\0"] {
            fs::write(&path, damage).unwrap();
            let (memory, notice) = load(Some(&path));
            assert_eq!((memory.last(), notice.is_some()), (None, true));
        }
        save(&path, &worn_in()).unwrap();
        assert_eq!(load(Some(&path)).1, None);
    }

    #[test]
    fn a_file_of_a_later_version_is_read_as_far_as_it_is_known() {
        let memory: Memory = toml::from_str("recents = ['a']\nfuture = [1]\n").unwrap();
        assert_eq!(memory.last(), Some("a"));
    }
}
