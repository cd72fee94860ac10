//! What writing a file costs: an hour of a session as WAV and as FLAC, against the same number of samples of nothing.
//! `cargo bench --bench files`; it takes some seconds, and a gigabyte of the folder for temporary files.
//!
//! An hour must take well under two seconds of one core. It is the processor's time that is measured, the system's part in it
//! included: how long one waits for the disk is the disk's matter.
#![expect(clippy::print_stdout, reason = "printing is what it is for")]

use std::fs::File;
use std::io::Write as _;
use std::ops::ControlFlow;
use std::path::Path;
use std::time::Duration;

use anyhow::{Context as _, Result};
use downbeat::sound::CueSet;
use downbeat::sound::file::{self, Channels, Existing, Format, Tags, Track};
use downbeat::sound::rate::Rate;
use downbeat::sound::score::Score;
use downbeat::training::exercise::Exercise;
use downbeat::training::preset::{Draft, Preset};
use downbeat::training::timeline::Timeline;

const TIMES: usize = 3;
const BLOCK: usize = 1 << 15;
const BYTES_PER_SAMPLE: usize = 2;

#[cfg(not(unix))]
fn main() {
    println!("the processor's time is asked for in the way of Unix");
}

#[cfg(unix)]
fn main() -> Result<()> {
    let folder = tempfile::tempdir()?;
    // Sets of 40 s with 80 s of rest are an hour in the gym; reps without a rest are the most that an hour can hold.
    for (name, timeline) in [
        ("sets and rests", timeline(30, 8, 80)?),
        ("nothing but reps", timeline(1, 718, 0)?),
    ] {
        println!(
            "{:<32} {:>8} {:>12} {:>12} {:>8}",
            format!("an hour of {name}"),
            "seconds",
            "x real time",
            "x silence",
            "MB"
        );
        let silence = best(|| silence(&folder.path().join("silence"), timeline.total()))?;
        for cues in CueSet::ALL {
            for format in [Format::Wav, Format::Flac] {
                row(folder.path(), &timeline, cues, format, silence)?;
            }
        }
        let factor = timeline.total().div_duration_f64(silence);
        println!(
            "{:<32} {:>8.2} {factor:>12.0}",
            "silence, as it is",
            silence.as_secs_f64()
        );
    }
    Ok(())
}

fn row(
    folder: &Path,
    timeline: &Timeline,
    cues: CueSet,
    format: Format,
    silence: Duration,
) -> Result<()> {
    let score = Score::new(Rate::COMMON, cues);
    let track = Track {
        timeline,
        score: &score,
        format,
        channels: Channels::Mono,
        tags: Tags::default(),
    };
    let path = folder.join("hour");
    let took = best(|| {
        let mut watch = |_| ControlFlow::Continue(());
        file::write(&path, &track, Existing::Replace, &mut watch)?;
        Ok(())
    })?;
    println!(
        "{:<32} {:>8.2} {:>12.0} {:>12.2} {:>8.1}",
        format!("{cues:?}, {format:?}"),
        took.as_secs_f64(),
        track.length().div_duration_f64(took),
        took.div_duration_f64(silence),
        f64::from(u32::try_from(path.metadata()?.len())?) / 1e6
    );
    Ok(())
}

/// Samples of nothing, in sixteen bits each, as a WAV file would hold them.
fn silence(path: &Path, length: Duration) -> Result<()> {
    let mut file = File::create(path)?;
    let mut left = Rate::COMMON.frames_in(length) * BYTES_PER_SAMPLE;
    let block = vec![0; BLOCK];
    while left > 0 {
        let count = left.min(BLOCK);
        file.write_all(block.get(..count).unwrap_or_default())?;
        left -= count;
    }
    Ok(file.sync_all()?)
}

/// Processor time of this thread, the system's work for it included.
fn busy() -> Result<Duration> {
    use rustix::time::{ClockId, clock_gettime};
    let time = clock_gettime(ClockId::ThreadCPUTime);
    Ok(Duration::new(
        time.tv_sec.try_into()?,
        time.tv_nsec.try_into()?,
    ))
}

/// The shortest time of several: what the machine does besides only ever adds.
fn best(mut work: impl FnMut() -> Result<()>) -> Result<Duration> {
    let mut times = Vec::new();
    for _ in 0..TIMES {
        let begun = busy()?;
        work()?;
        times.push(busy()?.saturating_sub(begun));
    }
    times.into_iter().min().context("something was measured")
}

fn timeline(sets: u32, reps: u32, rest: u64) -> Result<Timeline> {
    let rest = Duration::from_secs(rest);
    let (id, tempo) = ("bench".parse()?, "4-0-1-0".parse()?);
    let draft = Draft::straight(id, Exercise::unnamed(), tempo, sets, reps, rest);
    Ok(Timeline::plan(&Preset::new(draft)?))
}
