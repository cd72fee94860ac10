//! Sound servers with a null sink: the one that `.ci/run` started for these tests, and such as a test may kill.

use std::env;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use tempfile::TempDir;

/// Longer than a server takes to start on a busy machine.
const DEADLINE: Duration = Duration::from_secs(20);

/// The address of the server of this run, as ALSA's `pulse` plugin wants it in `PULSE_SERVER`.
pub(crate) fn of_this_run() -> String {
    env::var("PULSE_SERVER").expect(
        "no sound server was started for these tests: run them with `bash .ci/run real-sound`",
    )
}

/// A server of a test's own: it may be absent, come, be killed and come back at the same address.
pub(crate) struct Server {
    folder: TempDir,
    process: Option<Child>,
}

impl Server {
    /// An address at which nobody listens yet.
    pub(crate) fn absent() -> Self {
        Self {
            folder: TempDir::new().expect("there is room for a folder"),
            process: None,
        }
    }

    pub(crate) fn started() -> Self {
        let mut server = Self::absent();
        server.start();
        server
    }

    pub(crate) fn address(&self) -> String {
        format!("unix:{}", self.folder.path().join("native").display())
    }

    /// Starts it and waits until its null sink is there.
    pub(crate) fn start(&mut self) {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join(".ci/null-sink");
        // The script becomes the server, so that to kill the child is to kill the server.
        let process = Command::new("bash")
            .arg(script)
            .arg(self.folder.path())
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .spawn()
            .expect("bash is installed");
        self.process = Some(process);
        let begun = Instant::now();
        while !self.has_sink() {
            assert!(begun.elapsed() < DEADLINE, "the server did not start");
            thread::sleep(Duration::from_millis(20));
        }
    }

    /// Ends it as a crash would: nothing is said to its clients.
    pub(crate) fn kill(&mut self) {
        if let Some(mut process) = self.process.take() {
            let _ = process.kill();
            let _ = process.wait();
        }
    }

    fn has_sink(&self) -> bool {
        let sinks = Command::new("pactl")
            .args(["list", "short", "sinks"])
            .env("PULSE_SERVER", self.address())
            .env("XDG_CONFIG_HOME", self.folder.path().join("config"))
            .output()
            .expect("pactl is installed");
        String::from_utf8_lossy(&sinks.stdout).contains("\tcap\t")
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.kill();
    }
}
