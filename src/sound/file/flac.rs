//! FLAC: the samples without loss, in a fraction of the room.
//!
//! The encoder is our own because it is small and no crate's is half as quick: what is stored here is silence, tones
//! and short knocks, for which the format's fixed predictors do nearly as well as fitted ones. Its files are read back
//! by somebody else's decoder in the tests. Stereo is stored as the left channel and a difference that is nothing.

mod bits;
mod frame;
mod residual;

use std::io::{self, Seek, SeekFrom, Write};

use super::wav::spread;
use super::{BLOCK, Encoder, SOFTWARE, Spec, Tags};
use frame::{FRAME, Frames};

/// Where the sum of all samples stands: behind the mark, the head of the first block and its other fields.
const SUM_AT: u64 = 4 + 4 + 18;
const STREAM_INFO: u8 = 0;
const COMMENT: u8 = 4;
/// Set in the head of the last block before the samples.
const LAST: u8 = 0x80;
const BITS_PER_SAMPLE: u64 = 16;

/// Only the last frame may be shorter than the others.
const _: () = assert!(BLOCK.is_multiple_of(FRAME));

pub(super) struct Flac<W> {
    out: W,
    frames: Frames,
    sum: md5::Context,
    bytes: Vec<u8>,
}

impl<W: Write + Seek> Flac<W> {
    pub(super) fn begin(mut out: W, spec: &Spec<'_>) -> io::Result<Self> {
        let mut head = b"fLaC".to_vec();
        block(&mut head, STREAM_INFO, &stream_info(spec)?)?;
        block(&mut head, LAST | COMMENT, &comment(spec.tags)?)?;
        out.write_all(&head)?;
        Ok(Self {
            out,
            frames: Frames::new(spec.rate, spec.channels),
            sum: md5::Context::new(),
            bytes: Vec::new(),
        })
    }
}

impl<W: Write + Seek> Encoder for Flac<W> {
    fn write(&mut self, samples: &[i16]) -> io::Result<()> {
        for samples in samples.chunks(FRAME) {
            self.bytes.clear();
            spread(samples, self.frames.channels(), &mut self.bytes);
            self.sum.consume(&self.bytes);
            self.out.write_all(self.frames.encode(samples))?;
        }
        Ok(())
    }

    fn finish(&mut self) -> io::Result<()> {
        self.out.seek(SeekFrom::Start(SUM_AT))?;
        let sum = std::mem::replace(&mut self.sum, md5::Context::new());
        self.out.write_all(&sum.finalize().0)
    }
}

/// Adds a block of what stands before the samples.
fn block(to: &mut Vec<u8>, kind: u8, holds: &[u8]) -> io::Result<()> {
    let [over, length @ ..] = length(holds.len())?.to_be_bytes();
    if over != 0 {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    to.push(kind);
    to.extend(length);
    to.extend(holds);
    Ok(())
}

fn stream_info(spec: &Spec<'_>) -> io::Result<Vec<u8>> {
    let frames = u64::try_from(spec.frames).map_err(io::Error::other)?;
    let mut info = Vec::new();
    for _ in ["shortest", "longest"] {
        info.extend(
            u16::try_from(FRAME)
                .map_err(io::Error::other)?
                .to_be_bytes(),
        );
    }
    // How many bytes a frame takes is not said.
    info.extend([0; 6]);
    let packed = u64::from(spec.rate.hertz()) << 44
        | u64::from(spec.channels.count() - 1) << 41
        | (BITS_PER_SAMPLE - 1) << 36
        | frames;
    info.extend(packed.to_be_bytes());
    // The sum follows at the end.
    info.extend([0; 16]);
    Ok(info)
}

fn comment(tags: &Tags) -> io::Result<Vec<u8>> {
    let mut said = vec![
        format!("TITLE={}", tags.title),
        format!("DATE={}", tags.date),
        format!("ENCODER={SOFTWARE}"),
    ];
    if let Some((whole, number)) = &tags.part {
        said.push(format!("ALBUM={whole}"));
        said.push(format!("TRACKNUMBER={number}"));
    }
    let mut comment = Vec::new();
    let text = |comment: &mut Vec<u8>, text: &str| -> io::Result<()> {
        comment.extend(length(text.len())?.to_le_bytes());
        comment.extend(text.as_bytes());
        Ok(())
    };
    text(&mut comment, SOFTWARE)?;
    comment.extend(length(said.len())?.to_le_bytes());
    for said in said {
        text(&mut comment, &said)?;
    }
    Ok(comment)
}

fn length(count: usize) -> io::Result<u32> {
    u32::try_from(count).map_err(io::Error::other)
}
