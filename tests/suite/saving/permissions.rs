//! What a user who may not write everywhere is told, and that nothing is lost meanwhile. Root may write anywhere, so each test
//! runs as somebody else, and fails where that is impossible.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use downbeat::store::edit::{Document, File};
use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

use super::other::{self, allow};
use super::{OLD, names, opened, says};

/// Plays `part` as a user without privileges, in a folder that is theirs.
#[track_caller]
fn unprivileged(test: &str, part: impl Fn(&Path)) {
    other::plays_unprivileged(&format!("saving::permissions::{test}"), part);
}

#[test]
fn a_read_only_file_is_left_alone_and_can_be_saved_beside() {
    unprivileged(
        "a_read_only_file_is_left_alone_and_can_be_saved_beside",
        |folder| {
            let path = folder.join("config.toml");
            fs::write(&path, OLD).unwrap();
            allow(&path, 0o444);
            let (file, new) = opened(&path);
            let words = "was not saved, because it is read-only: make it writable and save again, or save beside it";
            says(&file.save(&new).unwrap_err(), words);
            assert_eq!(names(folder), ["config.toml"]);
            let beside = file.save_beside(&new).unwrap();
            assert_eq!(fs::read_to_string(beside).unwrap(), new.text());
            assert_eq!(fs::read_to_string(&path).unwrap(), OLD);
            allow(&path, 0o640);
            file.save(&new).unwrap();
            assert_eq!(fs::read_to_string(&path).unwrap(), new.text());
            assert_eq!(
                fs::metadata(&path).unwrap().permissions().mode() & 0o777,
                0o640
            );
        },
    );
}

#[test]
fn a_file_in_a_folder_that_takes_no_files_is_left_alone() {
    unprivileged(
        "a_file_in_a_folder_that_takes_no_files_is_left_alone",
        |folder| {
            let path = folder.join("locked/config.toml");
            fs::create_dir(folder.join("locked")).unwrap();
            fs::write(&path, OLD).unwrap();
            allow(&folder.join("locked"), 0o555);
            let (file, new) = opened(&path);
            let words = format!(
                "because nothing may be written in the folder {}: make the folder writable and save again; the file is as it was",
                folder.join("locked").display()
            );
            says(&file.save(&new).unwrap_err(), &words);
            says(&file.save_beside(&new).unwrap_err(), &words);
            let (inner, text) = opened(&folder.join("locked/new/config.toml"));
            says(
                &inner.save(&text).unwrap_err(),
                "because nothing may be written in the folder",
            );
            assert_eq!(names(&folder.join("locked")), ["config.toml"]);
            assert_eq!(fs::read_to_string(&path).unwrap(), OLD);
            allow(&folder.join("locked"), 0o755);
            file.save(&new).unwrap();
        },
    );
}

#[test]
fn a_file_that_may_not_be_read_is_not_taken_for_a_missing_one() {
    unprivileged(
        "a_file_that_may_not_be_read_is_not_taken_for_a_missing_one",
        |folder| {
            let path = folder.join("config.toml");
            let (missing, new) = opened(&path);
            fs::write(&path, OLD).unwrap();
            allow(&path, 0o200);
            let sentence = File::open(&path).unwrap_err().to_string();
            let words =
                "cannot be read, because its permissions forbid it: make it readable for yourself";
            assert!(sentence.contains(words), "{sentence}");
            says(
                &missing.save(&new).unwrap_err(),
                "because its permissions forbid it",
            );
            allow(&path, 0o600);
            assert_eq!(fs::read_to_string(&path).unwrap(), OLD);
        },
    );
}

/// How much a file may hold on the disk that is full.
const ROOM: u64 = 10_000;

#[test]
fn a_full_disk_loses_nothing() {
    unprivileged("a_full_disk_loses_nothing", |folder| {
        // The system's word for "too much" would end the process.
        let heard = Arc::new(AtomicBool::new(false));
        signal_hook::flag::register(rustix::process::Signal::XFSZ.as_raw(), heard).unwrap();
        let path = folder.join("config.toml");
        fs::write(&path, OLD).unwrap();
        let (file, _) = opened(&path);
        let new = Document::new("# A long story.\n".repeat(10_000)).unwrap();
        let room = getrlimit(Resource::Fsize);
        let limited = Rlimit {
            current: Some(ROOM),
            maximum: room.maximum,
        };
        setrlimit(Resource::Fsize, limited).unwrap();
        let words = "because there is no room left on the disk: make some room and save again; the file is as it was, and nothing that you entered is lost";
        says(&file.save(&new).unwrap_err(), words);
        says(&file.save_beside(&new).unwrap_err(), words);
        assert_eq!(names(folder), ["config.toml"]);
        assert_eq!(fs::read_to_string(&path).unwrap(), OLD);
        setrlimit(Resource::Fsize, room).unwrap();
        file.save(&new).unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), new.text());
    });
}
