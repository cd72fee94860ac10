//! A timeline as a file: the renderer's samples in 16 bits, as WAV or FLAC.
//!
//! A file appears whole or not at all: it is written beside its place and renamed when it is on the disk. This module
//! checks the place, walks the samples block by block and can be stopped after each; what a format makes of a block is
//! the matter of the format's own module, and both get the very same samples.

mod error;
mod flac;
mod folder;
mod format;
#[cfg(test)]
mod tests;
mod wav;

use std::fs::File;
use std::io::{self, BufWriter, Seek, Write};
use std::ops::ControlFlow;
use std::path::Path;
use std::time::Duration;

use tempfile::NamedTempFile;

use super::rate::Rate;
use super::score::Score;
use crate::training::timeline::Timeline;
use flac::Flac;
use wav::Wav;

pub use error::FileError;
pub use folder::{Page, write_folder};
pub use format::{Channels, Format, Tags};

/// Samples that are rendered at once: they stay in the processor's cache until they are encoded.
const BLOCK: usize = 1 << 14;
/// How much is handed to the system at once.
const BUFFER_BYTES: usize = 1 << 16;
/// Who made it, where a format has a place for that.
const SOFTWARE: &str = concat!("Downbeat ", env!("CARGO_PKG_VERSION"));

/// What becomes of a file that is there already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Existing {
    /// It stays, and nothing is written.
    Keep,
    /// It is replaced.
    Replace,
}

/// What a file holds.
#[derive(Debug, Clone)]
pub struct Track<'a> {
    /// What is heard.
    pub timeline: &'a Timeline,
    /// What renders it.
    pub score: &'a Score,
    /// How the samples are stored.
    pub format: Format,
    /// How often each sample is stored.
    pub channels: Channels,
    /// What players show.
    pub tags: Tags,
}

impl Track<'_> {
    /// From the beginning until the last sound has rung out.
    pub fn length(&self) -> Duration {
        self.timeline.total() + self.score.tail()
    }

    fn spec(&self) -> Spec<'_> {
        Spec {
            rate: self.score.rate(),
            channels: self.channels,
            frames: self.score.rate().frame_at(self.length()),
            tags: &self.tags,
        }
    }
}

/// Hears after each block how much more sound there is, and may stop the work.
pub type Watch<'a> = dyn FnMut(Duration) -> ControlFlow<()> + 'a;

/// Writes a track to `path`. Returns the length of the file in time.
///
/// # Errors
/// The place is taken, the track is too long for the format, `watch` stopped it, or the system refuses; then nothing
/// has changed.
pub fn write(
    path: &Path,
    track: &Track<'_>,
    existing: Existing,
    watch: &mut Watch<'_>,
) -> Result<Duration, FileError> {
    check_place(path, existing)?;
    prepare(path, folder_of(path), track, watch)?.place(path, existing)?;
    Ok(track.length())
}

/// A file that is on the disk, but not yet where it belongs. It goes away with this value.
struct Prepared(NamedTempFile);

impl Prepared {
    fn place(self, path: &Path, existing: Existing) -> Result<(), FileError> {
        let placed = match existing {
            Existing::Keep => self.0.persist_noclobber(path),
            Existing::Replace => self.0.persist(path),
        };
        match placed {
            Ok(_) => Ok(()),
            Err(failed) if failed.error.kind() == io::ErrorKind::AlreadyExists => {
                Err(FileError::Exists(path.to_owned()))
            }
            Err(failed) => Err(FileError::refused(path, failed.error)),
        }
    }
}

fn check_place(path: &Path, existing: Existing) -> Result<(), FileError> {
    match path.symlink_metadata() {
        Ok(there) if there.is_dir() || !(there.is_file() || there.is_symlink()) => {
            Err(FileError::NotAFile(path.to_owned()))
        }
        Ok(_) if existing == Existing::Keep => Err(FileError::Exists(path.to_owned())),
        _ => Ok(()),
    }
}

/// Writes all of a track to a file without a name of its own in `folder`; `path` is what an error names.
fn prepare(
    path: &Path,
    folder: &Path,
    track: &Track<'_>,
    watch: &mut Watch<'_>,
) -> Result<Prepared, FileError> {
    let spec = track.spec();
    if !track.format.holds(&spec) {
        return Err(FileError::TooLong(track.length()));
    }
    let refused = |error| FileError::refused(path, error);
    let file = unnamed_in(folder).map_err(refused)?;
    let done = fill(file.as_file(), track, &spec, watch).map_err(refused)?;
    // Whoever stopped it while the disk was slow still means it.
    if done.is_break() || watch(Duration::ZERO).is_break() {
        return Err(FileError::Stopped);
    }
    Ok(Prepared(file))
}

fn folder_of(path: &Path) -> &Path {
    path.parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or_else(|| Path::new("."))
}

/// A file that is as readable as the user's others will be.
fn unnamed_in(folder: &Path) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".downbeat-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        // The umask takes its bits from this.
        builder.permissions(std::fs::Permissions::from_mode(0o666));
    }
    builder.tempfile_in(folder)
}

/// What an encoder must know before the first sample.
struct Spec<'a> {
    rate: Rate,
    channels: Channels,
    /// Samples of each channel, all of them.
    frames: i64,
    tags: &'a Tags,
}

/// One format's way of storing samples.
trait Encoder {
    /// Stores the next samples. All blocks but the last have [`BLOCK`] of them.
    fn write(&mut self, samples: &[i16]) -> io::Result<()>;

    /// Stores what is known only at the end.
    fn finish(&mut self) -> io::Result<()>;
}

fn encoder<'a>(
    out: impl Write + Seek + 'a,
    format: Format,
    spec: &Spec<'_>,
) -> io::Result<Box<dyn Encoder + 'a>> {
    Ok(match format {
        Format::Wav => Box::new(Wav::begin(out, spec)?),
        Format::Flac => Box::new(Flac::begin(out, spec)?),
    })
}

fn fill(
    file: &File,
    track: &Track<'_>,
    spec: &Spec<'_>,
    watch: &mut Watch<'_>,
) -> io::Result<ControlFlow<()>> {
    let mut out = BufWriter::with_capacity(BUFFER_BYTES, file);
    let mut encoder = encoder(&mut out, track.format, spec)?;
    let (mut block, mut stored) = (vec![0.0; BLOCK], vec![0; BLOCK]);
    let mut first = 0;
    while first < spec.frames {
        let count = usize::try_from(spec.frames - first).unwrap_or(BLOCK);
        let block = block.get_mut(..count.min(BLOCK)).unwrap_or_default();
        let stored = stored.get_mut(..block.len()).unwrap_or_default();
        track.score.render_timeline(track.timeline, first, block);
        for (stored, sample) in stored.iter_mut().zip(&*block) {
            *stored = quantised(*sample);
        }
        encoder.write(stored)?;
        let more = i64::try_from(block.len()).unwrap_or(spec.frames);
        if watch(spec.rate.time_of(more)).is_break() {
            return Ok(ControlFlow::Break(()));
        }
        first += more;
    }
    encoder.finish()?;
    drop(encoder);
    out.flush()?;
    file.sync_all()?;
    Ok(ControlFlow::Continue(()))
}

/// A sample in 16 bits, to the nearest; what is cut off is the fraction, because the half is added before. Rounding by
/// itself is a call of a function on many processors, and there are hundreds of millions of samples.
#[expect(
    clippy::cast_possible_truncation,
    reason = "cutting the fraction off is meant, and the rest is within the range"
)]
fn quantised(sample: f32) -> i16 {
    let scaled = sample * f32::from(i16::MAX);
    let nearest = (scaled + 0.5f32.copysign(scaled)).clamp(i16::MIN.into(), i16::MAX.into());
    // By way of 32 bits, because processors convert several of those at once.
    nearest as i32 as i16
}
