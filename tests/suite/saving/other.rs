//! A test that plays a part in a process of its own: the test binary once more, with only that test, and a folder to work in.

use std::env;
use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt as _;
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::Command;

const SWITCH: &str = "DOWNBEAT_TEST_SAVES_IN";
/// Whom nothing belongs to.
const NOBODY: u32 = 65534;

/// In the process of its own: the folder to work in.
pub(super) fn place() -> Option<PathBuf> {
    env::var_os(SWITCH).map(PathBuf::from)
}

/// The process in which `test`, by its whole name, finds its [`place`].
pub(super) fn process(test: &str, folder: &Path) -> Command {
    // By way of /proc it can be started by a user who may not enter the folders above it.
    let program = if cfg!(target_os = "linux") {
        PathBuf::from("/proc/self/exe")
    } else {
        env::current_exe().unwrap()
    };
    let mut command = Command::new(program);
    command
        .args(["--exact", test, "--nocapture"])
        .env(SWITCH, folder)
        .current_dir(folder);
    command
}

/// The same as a user who may not write everywhere. Root becomes nobody; where that is forbidden, the start fails, and the test
/// with it.
fn unprivileged(test: &str, folder: &Path) -> Command {
    let mut command = process(test, folder);
    if rustix::process::geteuid().is_root() {
        command.uid(NOBODY).gid(NOBODY);
    }
    command
}

/// Plays `part`, the whole of a test, as a user without privileges in a folder that is theirs.
#[track_caller]
pub(super) fn plays_unprivileged(test: &str, part: impl Fn(&Path)) {
    if let Some(folder) = place() {
        assert!(!rustix::process::geteuid().is_root());
        part(&folder);
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    allow(folder.path(), 0o777);
    let output = unprivileged(test, folder.path()).output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout) + String::from_utf8_lossy(&output.stderr);
    assert!(
        output.status.success() && said.contains("1 passed"),
        "{said}"
    );
}

/// Gives a path these permissions.
pub(super) fn allow(path: &Path, mode: u32) {
    fs::set_permissions(path, Permissions::from_mode(mode)).unwrap();
}
