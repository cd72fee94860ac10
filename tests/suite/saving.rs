//! Saving the settings file and the journal: what was there is never lost, and whoever cannot save is told why and what to do.

mod crash;
mod journal;
mod other;
mod permissions;

use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;

use downbeat::store::edit::{Document, File, SaveError};
use downbeat::training::routine::Kind;

const OLD: &str = "# mine\n[[preset]]\nid = \"a\" # first\ntempo = \"4-0-1-0\"\n";

/// The file, and its text with a preset more.
fn opened(path: &Path) -> (File, Document) {
    let file = File::open(path).unwrap();
    let document = with_preset(&file.document(), "new");
    (file, document)
}

fn with_preset(document: &Document, id: &str) -> Document {
    let mut preset = toml_edit::Table::new();
    preset["id"] = toml_edit::value(id);
    document.put(Kind::Preset, None, &preset).unwrap()
}

/// The names in a folder, in order.
fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<String> = entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

/// That nothing was saved, and that the sentence says so with these words.
#[track_caller]
fn says(error: &SaveError, words: &str) {
    let sentence = error.to_string();
    assert!(sentence.contains(words), "{sentence}");
}

#[test]
fn a_file_that_does_not_exist_is_made_with_its_folder() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("config/downbeat/config.toml");
    let (file, new) = opened(&path);
    file.save(&new).unwrap();
    assert_eq!(
        fs::read_to_string(&path).unwrap(),
        "[[preset]]\nid = \"new\"\n"
    );
    assert_eq!(names(path.parent().unwrap()), ["config.toml"]);
}

#[test]
fn a_link_stays_and_the_file_behind_it_is_saved() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("config.toml");
    fs::create_dir(folder.path().join("dotfiles")).unwrap();
    symlink("dotfiles/downbeat.toml", &path).unwrap();
    // It leads nowhere at first.
    for _ in 0..2 {
        let file = File::open(&path).unwrap();
        let new = with_preset(
            &file.document(),
            &format!("p{}", file.document().text().len()),
        );
        file.save(&new).unwrap();
        assert_eq!(File::open(&path).unwrap().document(), new);
        assert!(fs::symlink_metadata(&path).unwrap().is_symlink());
    }
    assert_eq!(names(folder.path()), ["config.toml", "dotfiles"]);
    assert_eq!(names(&folder.path().join("dotfiles")), ["downbeat.toml"]);
}

#[test]
fn one_save_follows_another_and_one_of_the_same_text_is_none() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("config.toml");
    fs::write(&path, OLD).unwrap();
    let (file, one) = opened(&path);
    let two = with_preset(&one, "two");
    let saved = file.save(&one).unwrap().save(&two).unwrap();
    assert_eq!(
        (saved.document(), saved.path()),
        (two.clone(), path.as_path())
    );
    assert_eq!(File::open(&path).unwrap(), saved);
    // As when the answer to the first attempt was lost.
    assert_eq!(file.save(&two).unwrap(), saved);
    // Undone, byte for byte.
    saved.save(&file.document()).unwrap();
    assert_eq!(fs::read_to_string(&path).unwrap(), OLD);
}

#[test]
fn a_file_that_changed_appeared_or_vanished_meanwhile_is_not_overwritten() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("config.toml");
    for (before, meanwhile) in [
        (Some(OLD), Some("fps = 3")),
        (None, Some("\u{feff}")),
        (Some(OLD), None),
    ] {
        let put = |text: Option<&str>| match text {
            Some(text) => fs::write(&path, text).unwrap(),
            None => drop(fs::remove_file(&path)),
        };
        put(before);
        let (file, new) = opened(&path);
        put(meanwhile);
        let error = file.save(&new).unwrap_err();
        assert!(matches!(error, SaveError::Changed { .. }));
        says(
            &error,
            "so it was not overwritten: load it anew, or save beside it",
        );
        assert_eq!(fs::read_to_string(&path).ok().as_deref(), meanwhile);
    }
}

#[test]
fn saving_beside_takes_the_first_free_name_and_says_which() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("config.toml");
    fs::write(&path, OLD).unwrap();
    fs::write(folder.path().join("config.downbeat-2.toml"), "theirs").unwrap();
    let (file, new) = opened(&path);
    for name in ["config.downbeat-1.toml", "config.downbeat-3.toml"] {
        let beside = file.save_beside(&new).unwrap();
        assert_eq!(beside, folder.path().join(name));
        assert_eq!(fs::read_to_string(beside).unwrap(), new.text());
    }
    assert_eq!(fs::read_to_string(&path).unwrap(), OLD);
    assert_eq!(
        fs::read_to_string(folder.path().join("config.downbeat-2.toml")).unwrap(),
        "theirs"
    );
    assert_eq!(names(folder.path()).len(), 4);
}

#[test]
fn links_in_a_circle_folders_and_devices_are_neither_read_nor_replaced() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    symlink("b", at("a")).unwrap();
    symlink("a", at("b")).unwrap();
    symlink("/dev/null", at("null")).unwrap();
    fs::create_dir(at("folder")).unwrap();
    for (name, words) in [
        (
            "a",
            "cannot be read, because its symbolic links lead in a circle: take one of them away",
        ),
        (
            "folder",
            "cannot be read, because that is no file but a folder or a device",
        ),
        (
            "null",
            "because that is no file but a folder or a device: choose another path",
        ),
    ] {
        let sentence = File::open(&at(name)).unwrap_err().to_string();
        assert!(sentence.contains(words), "{sentence}");
        // The same where it came to be after the file was opened.
        let file = File::open(&at("none")).unwrap();
        symlink(name, at("none")).unwrap();
        let error = file.save(&file.document()).unwrap_err();
        fs::remove_file(at("none")).unwrap();
        says(&error, "nothing that you entered is lost");
    }
    assert_eq!(names(folder.path()), ["a", "b", "folder", "null"]);
}

#[test]
fn a_file_that_is_no_text_or_does_not_parse_is_left_alone_with_line_and_column() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("config.toml");
    for (content, words) in [
        (
            &b"fps = 30\n# \xff\n"[..],
            "is not UTF-8 text (line 2), so it was left alone",
        ),
        (
            b"fps = 30\n[[preset]\n",
            "is left alone until it can be read again, line 2, column",
        ),
    ] {
        fs::write(&path, content).unwrap();
        let sentence = File::open(&path).unwrap_err().to_string();
        assert!(sentence.contains(words), "{sentence}");
        assert_eq!(fs::read(&path).unwrap(), content);
    }
}

const WRITERS: usize = 3;
const EACH: usize = 12;

#[test]
fn programs_that_save_at_once_lose_nothing_of_each_other() {
    if let Some(folder) = other::place() {
        return writes(&folder);
    }
    let folder = tempfile::tempdir().unwrap();
    let name = "saving::programs_that_save_at_once_lose_nothing_of_each_other";
    let writers: Vec<_> = (0..WRITERS)
        .map(|_| other::process(name, folder.path()).spawn().unwrap())
        .collect();
    for mut writer in writers {
        assert!(writer.wait().unwrap().success());
    }
    let file = File::open(&folder.path().join("config.toml")).unwrap();
    let ids = file.document().ids(Kind::Preset).unwrap();
    assert_eq!(ids.len(), WRITERS * EACH);
    assert_eq!(names(folder.path()), ["config.toml"]);
}

/// One of the programs: adds its presets, one save each, and reads anew whenever somebody else was quicker.
fn writes(folder: &Path) {
    for number in 0..EACH {
        loop {
            let file = File::open(&folder.join("config.toml")).unwrap();
            let id = format!("p{}-{number}", std::process::id());
            match file.save(&with_preset(&file.document(), &id)) {
                Ok(_) => break,
                Err(SaveError::Changed { .. } | SaveError::Busy { .. }) => {}
                Err(error) => panic!("{error}"),
            }
        }
    }
}
