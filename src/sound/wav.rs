//! A timeline as a WAV file: the renderer's samples in 16 bits, mono.
//!
//! The file appears whole or not at all: it is written beside its place and renamed when it is on the disk.

use std::fs::File;
use std::io::{self, BufWriter};
use std::path::{Path, PathBuf};
use std::time::Duration;

use hound::{SampleFormat, WavSpec, WavWriter};
use tempfile::NamedTempFile;
use thiserror::Error;

use super::score::Score;
use crate::training::timeline::Timeline;

const BLOCK: usize = 1 << 16;
const BYTES_PER_SAMPLE: i64 = 2;
/// What the size field of a WAV file holds, less room for the header.
const MOST_BYTES: i64 = 0xFFFF_FF00;

/// What becomes of a file that is there already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Existing {
    /// It stays, and nothing is written.
    Keep,
    /// It is replaced.
    Replace,
}

/// Why there is no file; each says what to do next.
#[derive(Debug, Error)]
pub enum WavError {
    /// The place is taken.
    #[error("{} exists: choose another name, or replace it with --force", .0.display())]
    Exists(PathBuf),
    /// The place is taken by something that is no file.
    #[error("{} is not a file: choose another name", .0.display())]
    NotAFile(PathBuf),
    /// A WAV file holds four gigabytes.
    #[error("{} minutes do not fit into a WAV file at this rate: choose a lower --rate", .0.as_secs() / 60)]
    TooLong(Duration),
    /// The system refused.
    #[error("cannot write {} ({error}): check the folder, or choose another", path.display())]
    Io {
        /// The place of the file.
        path: PathBuf,
        /// The system's reason.
        error: io::Error,
    },
}

/// Writes a timeline to `path`, from its beginning until its last sound has rung out, at the score's rate. Returns
/// the length of the file in time.
///
/// # Errors
/// The place is taken, the timeline is too long for the format, or the system refuses; then nothing has changed.
pub fn write(
    path: &Path,
    timeline: &Timeline,
    score: &Score,
    existing: Existing,
) -> Result<Duration, WavError> {
    match path.symlink_metadata() {
        Ok(there) if there.is_dir() || !(there.is_file() || there.is_symlink()) => {
            return Err(WavError::NotAFile(path.to_owned()));
        }
        Ok(_) if existing == Existing::Keep => return Err(WavError::Exists(path.to_owned())),
        _ => {}
    }
    let length = timeline.total() + score.tail();
    let frames = score.rate().frame_at(length);
    if frames.saturating_mul(BYTES_PER_SAMPLE) > MOST_BYTES {
        return Err(WavError::TooLong(length));
    }
    let refused = |error| WavError::Io {
        path: path.to_owned(),
        error,
    };
    // The system's own words name the file beside it, which is nobody's business.
    let file = beside(path).map_err(|error| refused(error.kind().into()))?;
    fill(file.as_file(), timeline, score, frames).map_err(refused)?;
    let placed = match existing {
        Existing::Keep => file.persist_noclobber(path),
        Existing::Replace => file.persist(path),
    };
    match placed {
        Ok(_) => Ok(length),
        Err(failed) if failed.error.kind() == io::ErrorKind::AlreadyExists => {
            Err(WavError::Exists(path.to_owned()))
        }
        Err(failed) => Err(refused(failed.error)),
    }
}

/// An unnamed neighbour of `path`, readable as the user's other files are.
fn beside(path: &Path) -> io::Result<NamedTempFile> {
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or_else(|| Path::new("."));
    let mut builder = tempfile::Builder::new();
    builder.prefix(".downbeat-").suffix(".wav");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // The umask takes its bits from this.
        builder.permissions(std::fs::Permissions::from_mode(0o666));
    }
    builder.tempfile_in(folder)
}

fn fill(file: &File, timeline: &Timeline, score: &Score, frames: i64) -> io::Result<()> {
    let spec = WavSpec {
        channels: 1,
        sample_rate: score.rate().hertz(),
        bits_per_sample: 16,
        sample_format: SampleFormat::Int,
    };
    let mut writer =
        WavWriter::new(BufWriter::with_capacity(BLOCK, file), spec).map_err(io_error)?;
    let mut block = vec![0.0; BLOCK];
    let mut first = 0;
    while first < frames {
        let count = usize::try_from(frames - first).unwrap_or(BLOCK).min(BLOCK);
        let out = block.get_mut(..count).unwrap_or_default();
        score.render_timeline(timeline, first, out);
        for &sample in out.iter() {
            writer.write_sample(quantised(sample)).map_err(io_error)?;
        }
        first += i64::try_from(count).unwrap_or(frames);
    }
    writer.finalize().map_err(io_error)?;
    file.sync_all()
}

fn io_error(error: hound::Error) -> io::Error {
    match error {
        hound::Error::IoError(error) => error,
        other => io::Error::other(other),
    }
}

/// A sample in 16 bits, to the nearest.
#[expect(
    clippy::cast_possible_truncation,
    reason = "the product is rounded and within the range; beyond it saturates"
)]
fn quantised(sample: f32) -> i16 {
    (sample * f32::from(i16::MAX)).round() as i16
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sound::CueSet;
    use crate::sound::rate::Rate;
    use crate::training::exercise::Exercise;
    use crate::training::preset::{Draft, Preset};

    fn timeline() -> Timeline {
        let id = "trial".parse().unwrap();
        let tempo = "2-0-1-0".parse().unwrap();
        let draft = Draft::straight(id, Exercise::unnamed(), tempo, 1, 2, Duration::ZERO);
        Timeline::plan(&Preset::new(draft).unwrap())
    }

    fn score() -> Score {
        Score::new(Rate::new(44_100).unwrap(), CueSet::Guide)
    }

    #[test]
    fn a_file_holds_the_samples_that_are_played() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("set.wav");
        let length = write(&path, &timeline(), &score(), Existing::Keep).unwrap();
        let mut reader = hound::WavReader::open(&path).unwrap();
        assert_eq!(
            (reader.spec().sample_rate, reader.spec().channels),
            (44_100, 1)
        );
        let stored: Vec<i16> = reader.samples().map(Result::unwrap).collect();
        let mut expected = vec![0.0; score().rate().frames_in(length)];
        score().render_timeline(&timeline(), 0, &mut expected);
        assert!(
            stored
                == expected
                    .iter()
                    .map(|&sample| quantised(sample))
                    .collect::<Vec<_>>()
        );
        assert_eq!(
            std::fs::read_dir(folder.path()).unwrap().count(),
            1,
            "something was left beside it"
        );
    }

    #[test]
    fn a_file_that_is_there_stays_unless_it_is_to_be_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("set.wav");
        std::fs::write(&path, "mine").unwrap();
        let error = write(&path, &timeline(), &score(), Existing::Keep).unwrap_err();
        assert!(
            error.to_string().ends_with("replace it with --force"),
            "{error}"
        );
        assert_eq!(std::fs::read(&path).unwrap(), b"mine");
        write(&path, &timeline(), &score(), Existing::Replace).unwrap();
        assert!(hound::WavReader::open(&path).is_ok());
    }

    #[test]
    fn what_is_no_file_is_never_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let error = write(folder.path(), &timeline(), &score(), Existing::Replace).unwrap_err();
        assert!(matches!(error, WavError::NotAFile(_)));
        let missing = folder.path().join("no/such/folder.wav");
        assert!(matches!(
            write(&missing, &timeline(), &score(), Existing::Keep),
            Err(WavError::Io { .. })
        ));
    }

    #[cfg(unix)]
    #[test]
    fn the_file_is_as_readable_as_any_other() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let (path, other) = (folder.path().join("set.wav"), folder.path().join("other"));
        write(&path, &timeline(), &score(), Existing::Keep).unwrap();
        std::fs::write(&other, "").unwrap();
        let mode = |path: &Path| path.metadata().unwrap().permissions().mode();
        assert_eq!(mode(&path), mode(&other));
    }
}
