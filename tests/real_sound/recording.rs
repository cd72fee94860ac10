//! What a null sink plays, sample by sample, and the instant at which each sample is audible.
//!
//! The sink has no loudspeaker: a frame is audible when the sink's own clock reaches it. The recorder asks the server
//! for that twenty times a second (`parec --verbose` prints the position of the stream that is audible now), and as the
//! sink's clock is the machine's, all those answers are one and the same number, known better each time. How far they
//! scatter is [`Tape::scatter`]: half a millisecond is what printing whole milliseconds makes.

use std::io::{BufReader, Read};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

/// Frames per second of the null sink.
pub(crate) const RATE: u32 = 48_000;
/// Channels of the null sink.
pub(crate) const CHANNELS: usize = 2;

const DEADLINE: Duration = Duration::from_secs(20);
/// Digital silence of at least this long lies between two cues of the classic set.
const GAP: usize = 4_800;

/// A recording under way.
pub(crate) struct Recording {
    recorder: Child,
    heard: Arc<AtomicU64>,
    samples: Option<JoinHandle<Vec<f32>>>,
    answers: Option<JoinHandle<Vec<Answer>>>,
}

/// That this much of the recording was audible at this instant.
struct Answer {
    came: Instant,
    audible: Duration,
}

/// A finished recording; of the two channels, which are equal, it keeps the first.
pub(crate) struct Tape {
    pub(crate) samples: Vec<f32>,
    /// When the first frame was audible.
    zero: Instant,
    /// How far 90 % of the server's answers lie from the one that was taken.
    pub(crate) scatter: Duration,
}

impl Recording {
    /// Records the server at this address; returns when it runs.
    pub(crate) fn start(server: &str) -> Self {
        let mut recorder = Command::new("parec")
            .args(["--verbose", "--device=cap.monitor", "--raw"])
            .arg("--format=float32le")
            .args([format!("--rate={RATE}"), format!("--channels={CHANNELS}")])
            .arg("--latency-msec=20")
            .env("PULSE_SERVER", server)
            .env("LC_ALL", "C")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("parec is installed");
        let output = recorder.stdout.take().expect("its output is a pipe");
        let report = recorder.stderr.take().expect("its report is a pipe");
        let heard = Arc::new(AtomicU64::new(0));
        let count = Arc::clone(&heard);
        let recording = Self {
            recorder,
            heard,
            samples: Some(thread::spawn(move || listen(output, &count))),
            answers: Some(thread::spawn(move || take_answers(report))),
        };
        recording.wait_for(1);
        recording
    }

    /// Waits until so many frames were recorded.
    pub(crate) fn wait_for(&self, frames: u64) {
        let begun = Instant::now();
        while self.heard.load(Ordering::Relaxed) < frames {
            assert!(begun.elapsed() < DEADLINE, "nothing is being recorded");
            thread::sleep(Duration::from_millis(10));
        }
    }

    /// Waits until what is audible now is recorded, and ends.
    pub(crate) fn stop(mut self) -> Tape {
        self.wait_for(self.heard.load(Ordering::Relaxed) + u64::from(RATE) / 5);
        self.end()
    }

    /// Ends at once: for a server that was killed, or is to be.
    pub(crate) fn end(&mut self) -> Tape {
        self.kill();
        let samples = self.samples.take().map(JoinHandle::join);
        let answers = self.answers.take().map(JoinHandle::join);
        let samples = samples.expect("ended once").expect("the listener lives");
        let answers = answers.expect("ended once").expect("the reader lives");
        let (zero, scatter) = settle(&answers);
        Tape {
            samples,
            zero,
            scatter,
        }
    }

    fn kill(&mut self) {
        let _ = self.recorder.kill();
        let _ = self.recorder.wait();
    }
}

impl Drop for Recording {
    fn drop(&mut self) {
        self.kill();
    }
}

impl Tape {
    /// When a frame was audible.
    pub(crate) fn instant_of(&self, frame: usize) -> Instant {
        let frame = u32::try_from(frame).expect("less than a day");
        self.zero + Duration::from_secs(1) * frame / RATE
    }

    /// The first frame of each sound: not zero, behind a gap of digital silence.
    pub(crate) fn onsets(&self) -> Vec<usize> {
        let mut onsets = Vec::new();
        let mut silent = GAP;
        for (frame, sample) in self.samples.iter().enumerate() {
            if *sample == 0.0 {
                silent += 1;
            } else {
                if silent >= GAP {
                    onsets.push(frame);
                }
                silent = 0;
            }
        }
        onsets
    }
}

fn listen(output: impl Read, heard: &AtomicU64) -> Vec<f32> {
    let mut output = BufReader::new(output);
    let mut samples = Vec::new();
    let mut frame = [0; 4 * CHANNELS];
    while output.read_exact(&mut frame).is_ok() {
        let [a, b, c, d, right @ ..] = frame;
        assert_eq!([a, b, c, d], right, "the channels differ");
        samples.push(f32::from_le_bytes([a, b, c, d]));
        heard.fetch_add(1, Ordering::Relaxed);
    }
    samples
}

fn take_answers(mut report: impl Read) -> Vec<Answer> {
    let mut answers = Vec::new();
    let mut text = [0; 4_096];
    while let Ok(length) = report.read(&mut text) {
        let came = Instant::now();
        if length == 0 {
            break;
        }
        // Of several lines that came together only the last came now.
        let lines = String::from_utf8_lossy(&text[..length]).into_owned();
        let last = lines
            .rsplit("Time: ")
            .next()
            .filter(|_| lines.contains("Time: "));
        let seconds = last.and_then(|line| line.split_whitespace().next()?.parse::<f64>().ok());
        // It is zero until the stream has begun.
        if let Some(seconds) = seconds.filter(|seconds| *seconds > 0.0) {
            answers.push(Answer {
                came,
                audible: Duration::from_secs_f64(seconds),
            });
        }
    }
    answers
}

/// The instant of the first frame that most answers agree on, and how well they do.
fn settle(answers: &[Answer]) -> (Instant, Duration) {
    let mut zeros: Vec<Instant> = answers
        .iter()
        .filter_map(|answer| answer.came.checked_sub(answer.audible))
        .collect();
    zeros.sort_unstable();
    let zero = *zeros.get(zeros.len() / 2).expect("the server answered");
    let apart = |instant: &Instant| {
        instant.saturating_duration_since(zero) + zero.saturating_duration_since(*instant)
    };
    let mut scatter: Vec<Duration> = zeros.iter().map(apart).collect();
    scatter.sort_unstable();
    (zero, scatter[scatter.len() * 9 / 10])
}
