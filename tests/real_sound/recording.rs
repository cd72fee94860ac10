//! What a null sink plays, sample by sample, and the instant at which each sample is audible.
//!
//! The sink has no loudspeaker: a frame is audible when the sink's own clock reaches it, and that clock is the machine's.
//! So one number says it all, the instant of the first frame. It is found in two ways that know nothing of each other.
//! The recorder asks the server twenty times a second what is audible now (`parec --verbose` prints it in whole
//! milliseconds); an answer can come late but not early, so the earliest count. And the sink renders [`AHEAD`] before it
//! plays, so the samples that come earliest come by as much before they are audible. [`Tape::doubt`] is how far the two
//! are apart: some tenths of a millisecond on an idle machine.

use std::io::Read;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

/// Frames per second of the null sink.
pub(crate) const RATE: u32 = 48_000;
/// Channels of the null sink.
pub(crate) const CHANNELS: usize = 2;

/// How long before a frame is audible the sink renders it, because the recorder asks for this latency and the program for
/// a longer one.
const AHEAD: Duration = Duration::from_millis(20);
/// Answers are rounded to the nearest millisecond: the earliest of them by half of one, as good as.
const ROUNDED: Duration = Duration::from_micros(450);
const DEADLINE: Duration = Duration::from_secs(20);
/// Digital silence of at least this long lies between two cues of the classic set.
const GAP: usize = 4_800;

/// A recording under way.
pub(crate) struct Recording {
    recorder: Child,
    heard: Arc<AtomicU64>,
    samples: Option<JoinHandle<Heard>>,
    answers: Option<JoinHandle<Vec<Answer>>>,
}

/// At this instant, this much of the recording was audible, or had come.
struct Answer {
    came: Instant,
    length: Duration,
}

struct Heard {
    samples: Vec<f32>,
    arrivals: Vec<Answer>,
}

/// A finished recording; of the two channels, which are equal, it keeps the first.
pub(crate) struct Tape {
    pub(crate) samples: Vec<f32>,
    /// When the first frame was audible.
    zero: Instant,
    /// How far apart two ways of finding that are.
    pub(crate) doubt: Duration,
}

impl Recording {
    /// Records the server at this address; returns when it runs.
    pub(crate) fn start(server: &str) -> Self {
        let mut recorder = Command::new("parec")
            .args(["--verbose", "--device=cap.monitor", "--raw"])
            .arg("--format=float32le")
            .args([format!("--rate={RATE}"), format!("--channels={CHANNELS}")])
            .arg(format!("--latency-msec={}", AHEAD.as_millis()))
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
        let heard = samples.expect("ended once").expect("the listener lives");
        let answers = answers.expect("ended once").expect("the reader lives");
        let zero = earliest(&answers) + ROUNDED;
        let rendered = earliest(&heard.arrivals) + AHEAD;
        Tape {
            samples: heard.samples,
            zero,
            doubt: zero.max(rendered) - zero.min(rendered),
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
        self.zero + time_of(frame)
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

fn listen(mut output: impl Read, count: &AtomicU64) -> Heard {
    let mut heard = Heard {
        samples: Vec::new(),
        arrivals: Vec::new(),
    };
    let mut bytes = [0; 1 << 14];
    let mut begun = 0;
    while let Ok(length) = output.read(&mut bytes[begun..]) {
        let came = Instant::now();
        if length == 0 {
            break;
        }
        let (frames, rest) = bytes[..begun + length].as_chunks::<{ 4 * CHANNELS }>();
        for &[a, b, c, d, ref right @ ..] in frames {
            assert_eq!([a, b, c, d], *right, "the channels differ");
            heard.samples.push(f32::from_le_bytes([a, b, c, d]));
        }
        let whole = begun + length - rest.len();
        bytes.copy_within(whole..begun + length, 0);
        begun = begun + length - whole;
        let frames = heard.samples.len();
        count.store(u64::try_from(frames).unwrap_or(0), Ordering::Relaxed);
        heard.arrivals.push(Answer {
            came,
            length: time_of(frames),
        });
    }
    heard
}

fn time_of(frame: usize) -> Duration {
    let frame = u32::try_from(frame).expect("less than a day");
    Duration::from_secs(1) * frame / RATE
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
                length: Duration::from_secs_f64(seconds),
            });
        }
    }
    answers
}

/// The instant of the first frame by the earliest answers, of which a few may be too early to be true.
fn earliest(answers: &[Answer]) -> Instant {
    let zeros = answers
        .iter()
        .filter_map(|answer| answer.came.checked_sub(answer.length));
    let mut zeros: Vec<Instant> = zeros.collect();
    zeros.sort_unstable();
    *zeros.get(zeros.len() / 20).expect("the server answered")
}
