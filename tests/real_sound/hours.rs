//! Five hours through the card's real path, as fast as it goes: ALSA's `null` device never waits, and its `file` device
//! writes what would be played into a pipe. That needs no server, and no time.

use std::env;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use downbeat::sound::device::{Card, Demand, Settings};
use downbeat::sound::rate::Rate;
use downbeat::sound::score::Score;
use downbeat::sound::{CueSet, Player};
use downbeat::training::timeline::Timeline;
use downbeat::training::transport::Transport;
use rustix::fs::{CWD, FileType, Mode, mknodat};
use tempfile::TempDir;

use crate::recording::CHANNELS;
use crate::{say, set};

const FIVE_HOURS: Duration = Duration::from_secs(5 * 3_600);
/// Frames compared at a time.
const BLOCK: usize = 1 << 14;
const FRAME: usize = 4 * CHANNELS;
/// Digital silence of at least this long lies between two onsets.
const GAP: u64 = 4_800;

/// What came through the pipe.
#[derive(Default)]
struct Comparison {
    frames: u64,
    /// Frames that are not those of the offline render, bit for bit, on both channels.
    different: u64,
    /// First frames of sounds.
    onsets: Vec<u64>,
}

#[test]
fn in_5_hours_every_onset_is_on_its_frame() {
    let timeline = timeline();
    assert!(timeline.total() >= FIVE_HOURS);
    let folder = TempDir::new().expect("there is room for a folder");
    let begun = Instant::now();
    let (player, pipe) = Fast::start(folder.path());
    let compared = compare(&timeline, pipe).expect("the pipe can be read");
    drop(player);
    let planned = onsets(&timeline);
    let off = compared.onsets.iter().zip(&planned);
    let worst = off.map(|(heard, planned)| heard.abs_diff(*planned)).max();
    say(&format!(
        "5 hours fast forward: {} frames of 48 kHz in {:.0} s, {} of them not the offline render's; {} of {} onsets, \
         at most {} samples off",
        compared.frames,
        begun.elapsed().as_secs_f64(),
        compared.different,
        compared.onsets.len(),
        planned.len(),
        worst.unwrap_or(u64::MAX),
    ));
    assert_eq!(compared.different, 0);
    assert!(compared.onsets == planned, "onsets are off");
}

/// Not a test of its own: what [`in_5_hours_every_onset_is_on_its_frame`] starts as a process, because alsa-lib takes its
/// configuration from the environment. It plays until it is killed.
#[test]
#[ignore = "started by in_5_hours_every_onset_is_on_its_frame"]
fn plays_as_fast_as_it_can() {
    assert!(env::var_os("ALSA_CONFIG_PATH").is_some(), "see above");
    let settings = Settings {
        mix: CueSet::Classic.into(),
        demand: Demand::FastForward,
        ..Settings::default()
    };
    let mut card = Card::new(settings, Box::new(|_| {}));
    let transport = Transport::new(Arc::new(timeline()), Duration::ZERO);
    card.load(Arc::new(transport));
    card.wake();
    let _ = io::stdin().read(&mut [0]);
}

/// A little more than five hours: sets of an hour, with their rests.
fn timeline() -> Timeline {
    set::straight("2-0-2-0", 5, 900, Duration::from_secs(10))
}

/// Where the timeline says that something is heard.
fn onsets(timeline: &Timeline) -> Vec<u64> {
    let frames = timeline
        .cues()
        .iter()
        .map(|cue| Rate::COMMON.frame_at(cue.at));
    let mut frames: Vec<u64> = frames.map(i64::cast_unsigned).collect();
    frames.dedup();
    frames
}

/// The process that plays; it ends when this is dropped.
struct Fast(Child);

impl Fast {
    fn start(folder: &Path) -> (Self, File) {
        let (pipe, config) = (folder.join("pipe"), folder.join("asound.conf"));
        let mode = Mode::RUSR | Mode::WUSR;
        mknodat(CWD, &pipe, FileType::Fifo, mode, 0).expect("a pipe can be made");
        let file = format!("file \"{}\" format \"raw\"", pipe.display());
        let device = format!("pcm.!default {{ type file slave.pcm {{ type null }} {file} }}\n");
        fs::write(&config, device).expect("there is room for a file");
        let tests = env::current_exe().expect("this is a program");
        let player = Command::new(tests)
            .args(["--exact", "hours::plays_as_fast_as_it_can", "--ignored"])
            .env("ALSA_CONFIG_PATH", config)
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .spawn();
        let player = Self(player.expect("it can be started again"));
        (player, File::open(pipe).expect("it was just made"))
    }
}

impl Drop for Fast {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Reads as much as the timeline has and compares it with the render of the same frames.
fn compare(timeline: &Timeline, mut pipe: File) -> io::Result<Comparison> {
    let score = Score::new(Rate::COMMON, CueSet::Classic);
    let end = Rate::COMMON.frames_in(timeline.total() + score.tail());
    let mut result = Comparison::default();
    let mut rendered = vec![0.0; BLOCK];
    let mut played = vec![0; BLOCK * FRAME];
    let mut silent = GAP;
    for first in (0..end).step_by(BLOCK) {
        pipe.read_exact(&mut played)?;
        score.render_timeline(timeline, i64::try_from(first).unwrap_or(0), &mut rendered);
        for (frame, sample) in played.as_chunks::<FRAME>().0.iter().zip(&rendered) {
            let [a, b, c, d, right @ ..] = *frame;
            let left = [a, b, c, d];
            let same = left == sample.to_ne_bytes() && left == right;
            result.different += u64::from(!same);
            if f32::from_ne_bytes(left) == 0.0 {
                silent += 1;
            } else {
                if silent >= GAP {
                    result.onsets.push(result.frames);
                }
                silent = 0;
            }
            result.frames += 1;
        }
    }
    Ok(result)
}
