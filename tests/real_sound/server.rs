//! The sound server that `.ci/run` started for these tests, and what can be recorded from it.

use std::io::{BufReader, Read};
use std::process::{Child, Command, Stdio};
use std::thread::{self, JoinHandle};

/// Frames per second of the null sink.
pub(crate) const RATE: usize = 48_000;
/// Samples per frame of the null sink.
pub(crate) const CHANNELS: usize = 2;

/// A recording of everything that the null sink plays; it ends when it is dropped.
pub(crate) struct Recording {
    recorder: Child,
    reader: Option<JoinHandle<()>>,
}

impl Recording {
    /// Starts to record, and hands each sample, channel by channel, to `hear`.
    pub(crate) fn start(mut hear: impl FnMut(f32) + Send + 'static) -> Self {
        assert!(
            std::env::var_os("PULSE_SERVER").is_some(),
            "no sound server was started for these tests: run them with `bash .ci/run real-sound`"
        );
        let mut recorder = Command::new("parec")
            .args(["--device=cap.monitor", "--raw", "--format=float32le"])
            .args([format!("--rate={RATE}"), format!("--channels={CHANNELS}")])
            .arg("--latency-msec=20")
            .stdout(Stdio::piped())
            .spawn()
            .expect("parec is installed");
        let output = recorder.stdout.take().expect("its output is a pipe");
        let reader = thread::spawn(move || {
            let mut output = BufReader::new(output);
            let mut sample = [0; 4];
            while output.read_exact(&mut sample).is_ok() {
                hear(f32::from_le_bytes(sample));
            }
        });
        Self {
            recorder,
            reader: Some(reader),
        }
    }
}

impl Drop for Recording {
    fn drop(&mut self) {
        let _ = self.recorder.kill();
        let _ = self.recorder.wait();
        if let Some(reader) = self.reader.take() {
            let _ = reader.join();
        }
    }
}
