//! WAV: a head that says how long the samples are, and the samples.
//!
//! The length is known beforehand, so the head is written once and nothing is corrected afterwards.

use std::io::{self, Write};

use super::{BLOCK, Channels, Encoder, SOFTWARE, Spec, Tags};

const BYTES_PER_SAMPLE: u8 = 2;
/// What the size field holds, less room for the head.
const MOST_BYTES: i64 = 0xFFFF_0000;

pub(super) struct Wav<W> {
    out: W,
    channels: Channels,
    bytes: Vec<u8>,
}

/// Whether the size of the samples can be said.
pub(super) fn holds(spec: &Spec<'_>) -> bool {
    spec.frames
        .saturating_mul(frame_bytes(spec.channels).into())
        <= MOST_BYTES
}

fn frame_bytes(channels: Channels) -> u8 {
    channels.count() * BYTES_PER_SAMPLE
}

impl<W: Write> Wav<W> {
    pub(super) fn begin(mut out: W, spec: &Spec<'_>) -> io::Result<Self> {
        out.write_all(&head(spec)?)?;
        Ok(Self {
            out,
            channels: spec.channels,
            bytes: Vec::with_capacity(BLOCK * usize::from(frame_bytes(spec.channels))),
        })
    }
}

impl<W: Write> Encoder for Wav<W> {
    fn write(&mut self, samples: &[i16]) -> io::Result<()> {
        self.bytes.clear();
        spread(samples, self.channels, &mut self.bytes);
        self.out.write_all(&self.bytes)
    }

    fn finish(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Adds samples as bytes, the lower first, each as often as there are channels.
pub(super) fn spread(samples: &[i16], channels: Channels, bytes: &mut Vec<u8>) {
    // Room first and then all at once, which the compiler turns into a few wide instructions.
    let begun = bytes.len();
    bytes.resize(
        begun + samples.len() * usize::from(frame_bytes(channels)),
        0,
    );
    let fresh = bytes.get_mut(begun..).unwrap_or_default();
    match channels {
        Channels::Mono => {
            for (bytes, sample) in fresh.as_chunks_mut().0.iter_mut().zip(samples) {
                *bytes = sample.to_le_bytes();
            }
        }
        Channels::Stereo => {
            for (bytes, sample) in fresh.as_chunks_mut().0.iter_mut().zip(samples) {
                let [low, high] = sample.to_le_bytes();
                *bytes = [low, high, low, high];
            }
        }
    }
}

fn head(spec: &Spec<'_>) -> io::Result<Vec<u8>> {
    let frame = frame_bytes(spec.channels);
    let data = size(spec.frames.saturating_mul(frame.into()))?;
    let mut format = Vec::new();
    format.extend(1u16.to_le_bytes()); // Plain samples.
    format.extend(u16::from(spec.channels.count()).to_le_bytes());
    format.extend(spec.rate.hertz().to_le_bytes());
    format.extend((spec.rate.hertz() * u32::from(frame)).to_le_bytes());
    format.extend(u16::from(frame).to_le_bytes());
    format.extend((u16::from(BYTES_PER_SAMPLE) * 8).to_le_bytes());
    let mut inside = b"WAVE".to_vec();
    chunk(&mut inside, *b"fmt ", &format)?;
    chunk(&mut inside, *b"LIST", &info(spec.tags)?)?;
    inside.extend(b"data");
    inside.extend(data.to_le_bytes());
    let mut head = b"RIFF".to_vec();
    head.extend((size(inside.len())?.saturating_add(data)).to_le_bytes());
    head.append(&mut inside);
    Ok(head)
}

fn info(tags: &Tags) -> io::Result<Vec<u8>> {
    let number = tags.part.as_ref().map(|(_, number)| number.to_string());
    let whole = tags.part.as_ref().map(|(whole, _)| whole.as_str());
    let said = [
        (*b"INAM", Some(tags.title.as_str())),
        (*b"IPRD", whole),
        (*b"ITRK", number.as_deref()),
        (*b"ICRD", Some(tags.date.as_str())),
        (*b"ISFT", Some(SOFTWARE)),
    ];
    let mut info = b"INFO".to_vec();
    for (name, text) in said {
        if let Some(text) = text {
            chunk(&mut info, name, &[text.as_bytes(), &[0]].concat())?;
        }
    }
    Ok(info)
}

/// Adds a chunk: its name, its size, what it holds, and a byte more where that is odd.
fn chunk(to: &mut Vec<u8>, name: [u8; 4], holds: &[u8]) -> io::Result<()> {
    to.extend(name);
    to.extend(size(holds.len())?.to_le_bytes());
    to.extend(holds);
    if holds.len() % 2 == 1 {
        to.push(0);
    }
    Ok(())
}

fn size(bytes: impl TryInto<u32>) -> io::Result<u32> {
    bytes
        .try_into()
        .ok()
        .ok_or_else(|| io::ErrorKind::FileTooLarge.into())
}
