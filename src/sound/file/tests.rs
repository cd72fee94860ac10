//! Claims about files: what is in them, and what is left where there is none.

use std::path::Path;

use proptest::prelude::*;

use super::*;
use crate::sound::{CueSet, Decibels, Layer, Mix};
use crate::training::cue::Cue;
use crate::training::exercise::Exercise;
use crate::training::preset::{Draft, Preset};
use crate::training::timeline::{Handle, Segment};

fn timeline() -> Timeline {
    let id = "trial".parse().unwrap();
    let tempo = "1-0.3-1-0".parse().unwrap();
    let mut draft = Draft::straight(id, Exercise::unnamed(), tempo, 1, 1, Duration::ZERO);
    draft.lead_in = Duration::from_secs(1);
    Timeline::plan(&Preset::new(draft).unwrap())
}

fn score(hertz: u32) -> Score {
    Score::new(Rate::new(hertz).unwrap(), CueSet::Guide)
}

fn tags() -> Tags {
    Tags {
        title: "Slow squat · 4-1-1-0 · 3×6".to_owned(),
        date: "2026-03-01".to_owned(),
        part: Some(("Leg day".to_owned(), 2)),
    }
}

fn track<'a>(timeline: &'a Timeline, score: &'a Score, format: Format) -> Track<'a> {
    Track {
        timeline,
        score,
        format,
        channels: Channels::Mono,
        tags: tags(),
    }
}

fn go_on(_: Duration) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

fn written(path: &Path, existing: Existing) -> Result<Duration, FileError> {
    let (timeline, score) = (timeline(), score(44_100));
    let track = track(&timeline, &score, Format::of(path).unwrap());
    write(path, &track, existing, &mut go_on)
}

/// The names in a folder, in order.
fn names(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap();
    let mut names: Vec<String> = entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

/// Rate, channels and samples, by somebody else's decoder.
fn read(path: &Path) -> (u32, u8, Vec<i16>) {
    match Format::of(path).unwrap() {
        Format::Wav => {
            let mut reader = hound::WavReader::open(path).unwrap();
            let spec = reader.spec();
            let samples = reader.samples().map(Result::unwrap).collect();
            let channels = u8::try_from(spec.channels).unwrap();
            (spec.sample_rate, channels, samples)
        }
        Format::Flac => decoded(&std::fs::read(path).unwrap()),
    }
}

fn decoded(bytes: &[u8]) -> (u32, u8, Vec<i16>) {
    use flac_codec::decode::{FlacSampleReader, Metadata as _, Verified, verify_reader};
    let mut reader = FlacSampleReader::new(io::Cursor::new(bytes)).unwrap();
    let (rate, channels) = (reader.sample_rate(), reader.channel_count());
    let mut samples = Vec::new();
    reader.read_to_end(&mut samples).unwrap();
    assert!(matches!(verify_reader(bytes).unwrap(), Verified::MD5Match));
    let samples = samples
        .into_iter()
        .map(|sample| i16::try_from(sample).unwrap());
    (rate, channels, samples.collect())
}

#[test]
fn wav_and_flac_hold_the_samples_that_are_played_on_each_channel_at_every_rate() {
    let folder = tempfile::tempdir().unwrap();
    for hertz in [8_000, 11_025, 24_000, 44_100, 48_000, 96_000] {
        let (timeline, score) = (timeline(), score(hertz));
        for channels in [Channels::Mono, Channels::Stereo] {
            for (name, format) in [("set.wav", Format::Wav), ("set.flac", Format::Flac)] {
                let path = folder.path().join(name);
                let track = Track {
                    channels,
                    ..track(&timeline, &score, format)
                };
                let length = write(&path, &track, Existing::Replace, &mut go_on).unwrap();
                let mut expected = vec![0.0; score.rate().frames_in(length)];
                score.render_timeline(&timeline, 0, &mut expected);
                let expected: Vec<i16> = expected
                    .iter()
                    .flat_map(|&sample| {
                        std::iter::repeat_n(quantised(sample), channels.count().into())
                    })
                    .collect();
                let (rate, count, samples) = read(&path);
                assert_eq!((rate, count), (hertz, channels.count()));
                assert!(samples == expected, "{name} at {hertz}, {channels:?}");
            }
        }
    }
    assert_eq!(names(folder.path()), ["set.flac", "set.wav"]);
}

/// Two sets with pauses that are shorter than the bell that begins them.
fn sets() -> Timeline {
    let mut draft = Draft::straight(
        "trial".parse().unwrap(),
        Exercise::unnamed(),
        "2-0.2-1-0".parse().unwrap(),
        2,
        2,
        Duration::from_secs(5),
    );
    draft.lead_in = Duration::from_secs(3);
    Timeline::plan(&Preset::new(draft).unwrap())
}

/// What both formats hold of [`sets`] with a mix at every common rate, and what rendered it.
fn in_files(mix: impl Into<Mix>) -> Vec<(String, Score, Vec<i16>)> {
    let (folder, timeline, mix) = (tempfile::tempdir().unwrap(), sets(), mix.into());
    let mut files = Vec::new();
    for hertz in [44_100, 48_000, 96_000] {
        let score = Score::new(Rate::new(hertz).unwrap(), mix);
        for name in ["set.wav", "set.flac"] {
            let path = folder.path().join(name);
            let track = track(&timeline, &score, Format::of(&path).unwrap());
            write(&path, &track, Existing::Replace, &mut go_on).unwrap();
            let samples = read(&path).2;
            files.push((format!("{name} at {hertz} Hz"), score.clone(), samples));
        }
    }
    files
}

/// Whether there is silence up to a frame. One sample says too little: what rings passes through zero as well.
fn is_silent_before(onset: usize, samples: &[i16]) -> bool {
    samples[onset.saturating_sub(20)..onset]
        .iter()
        .all(|sample| *sample == 0)
}

/// Whether sound begins at a frame: it swells for less than `fade` before it is loud enough for a 16-bit number.
fn begins(onset: usize, fade: Duration, score: &Score, samples: &[i16]) -> bool {
    let swell = score.rate().frames_in(fade);
    samples[onset..=onset + swell]
        .iter()
        .any(|sample| *sample != 0)
}

#[test]
fn in_every_file_a_cue_begins_at_its_frame_at_every_rate() {
    const FADE: Duration = Duration::from_micros(400);
    let timeline = sets();
    // The one exception: the bell of a pause rings into the accent behind it.
    let bell_rings = |cue: &Cue| {
        let pause = |segment: &Segment| matches!(segment.handle, Handle::High | Handle::Low);
        let mut segments = timeline.segments().iter();
        segments.any(|segment| segment.end == cue.at && pause(segment))
    };
    for (file, score, samples) in in_files(CueSet::Classic) {
        let mut alone = std::collections::BTreeSet::new();
        let mut rung_into = 0;
        for cue in timeline.cues() {
            let onset = score.rate().frames_in(cue.at);
            let is_silent = is_silent_before(onset, &samples);
            assert_eq!(is_silent, !bell_rings(cue), "{cue:?} in {file}");
            assert!(begins(onset, FADE, &score, &samples), "{cue:?} in {file}");
            if is_silent {
                alone.insert(cue.kind);
            } else {
                rung_into += 1;
            }
        }
        assert_eq!(alone.len(), 5, "{alone:?}");
        // A phase and an accent in each of four reps.
        assert_eq!(rung_into, 8, "{file}");
    }
}

#[test]
fn in_every_file_a_word_begins_at_its_call_at_every_rate() {
    const FADE: Duration = Duration::from_micros(500);
    let timeline = sets();
    let voice_alone = Mix::new(CueSet::Full, |layer| {
        (layer == Layer::Voice).then_some(Decibels::FULL)
    });
    let kinds = timeline.calls().iter().map(|call| call.kind.as_str());
    let kinds: std::collections::BTreeSet<&str> = kinds.collect();
    assert_eq!(kinds.len(), 5, "{kinds:?}");
    for (file, score, samples) in in_files(voice_alone) {
        for call in timeline.calls() {
            let onset = score.rate().frames_in(call.at);
            assert!(is_silent_before(onset, &samples), "{call:?} in {file}");
            assert!(begins(onset, FADE, &score, &samples), "{call:?} in {file}");
        }
    }
}

#[test]
fn a_sample_is_stored_as_the_nearest_number() {
    for step in i16::MIN..=i16::MAX {
        let sample = f32::from(step) / 29_999.0;
        let scaled = sample * f32::from(i16::MAX);
        let nearest = scaled.round().clamp(i16::MIN.into(), i16::MAX.into());
        assert_eq!(
            f32::from(quantised(sample)).to_bits(),
            (nearest + 0.0).to_bits()
        );
    }
}

#[test]
fn the_tags_say_what_it_is_and_when_it_was_made() {
    use flac_codec::metadata::{VorbisComment, fields};
    let folder = tempfile::tempdir().unwrap();
    let (flac, wav) = (
        folder.path().join("set.flac"),
        folder.path().join("set.wav"),
    );
    written(&flac, Existing::Keep).unwrap();
    written(&wav, Existing::Keep).unwrap();
    let said: VorbisComment = flac_codec::metadata::read_block(File::open(&flac).unwrap())
        .unwrap()
        .unwrap();
    for (field, value) in [
        (fields::TITLE, "Slow squat · 4-1-1-0 · 3×6"),
        (fields::DATE, "2026-03-01"),
        (fields::ALBUM, "Leg day"),
        (fields::TRACK_NUMBER, "2"),
        ("ENCODER", SOFTWARE),
    ] {
        assert_eq!(said.get(field), Some(value));
    }
    let bytes = std::fs::read(&wav).unwrap();
    for (name, value) in [
        ("INAM", "Slow squat · 4-1-1-0 · 3×6"),
        ("ICRD", "2026-03-01"),
        ("IPRD", "Leg day"),
        ("ISFT", SOFTWARE),
    ] {
        let size = u32::try_from(value.len() + 1).unwrap().to_le_bytes();
        let chunk = [name.as_bytes(), &size[..], value.as_bytes(), &[0]].concat();
        assert!(
            bytes.windows(chunk.len()).any(|part| part == chunk),
            "{name}"
        );
    }
}

#[test]
fn the_ending_says_the_format_whatever_its_case() {
    for (name, format) in [("a.wav", Format::Wav), ("b.c.FLAC", Format::Flac)] {
        assert_eq!(Format::of(Path::new(name)).unwrap(), format);
    }
    for name in ["set", "set.mp3", ".wav", "set.flac.", ""] {
        let error = Format::of(Path::new(name)).unwrap_err().to_string();
        assert!(error.contains("neither in .flac nor in .wav"), "{error}");
    }
}

#[test]
fn a_file_that_is_there_stays_unless_it_is_to_be_replaced() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["set.wav", "set.flac"] {
        let path = folder.path().join(name);
        std::fs::write(&path, "mine").unwrap();
        let error = written(&path, Existing::Keep).unwrap_err().to_string();
        assert!(error.ends_with("replace it with --force"), "{error}");
        assert_eq!(std::fs::read(&path).unwrap(), b"mine");
        written(&path, Existing::Replace).unwrap();
        read(&path);
    }
}

#[test]
fn what_is_no_file_is_never_replaced() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("folder.wav");
    std::fs::create_dir(&path).unwrap();
    let error = written(&path, Existing::Replace).unwrap_err();
    assert!(matches!(error, FileError::NotAFile(_)));
    let missing = folder.path().join("no/such/folder.wav");
    let error = written(&missing, Existing::Keep).unwrap_err();
    assert!(matches!(error, FileError::NoFolder(_)));
    assert_eq!(names(folder.path()), ["folder.wav"]);
}

#[test]
fn stopped_after_any_block_it_leaves_nothing() {
    let (timeline, score) = (timeline(), score(44_100));
    let track = track(&timeline, &score, Format::Flac);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("set.flac");
    let mut blocks = 0;
    while {
        let mut heard = 0;
        let mut watch = |_| {
            heard += 1;
            if heard > blocks {
                ControlFlow::Break(())
            } else {
                ControlFlow::Continue(())
            }
        };
        write(&path, &track, Existing::Keep, &mut watch).is_err()
    } {
        assert_eq!(
            names(folder.path()),
            [""; 0],
            "stopped after {blocks} blocks"
        );
        blocks += 1;
    }
    assert!(blocks > 5);
    assert_eq!(names(folder.path()), ["set.flac"]);
}

#[test]
fn what_a_wav_file_cannot_hold_is_refused_before_anything_is_written() {
    let draft = Draft::straight(
        "long".parse().unwrap(),
        Exercise::unnamed(),
        "9-9-9-9".parse().unwrap(),
        1,
        500,
        Duration::ZERO,
    );
    let timeline = Timeline::plan(&Preset::new(draft).unwrap());
    let (folder, score) = (tempfile::tempdir().unwrap(), score(192_000));
    let track = Track {
        channels: Channels::Stereo,
        ..track(&timeline, &score, Format::Wav)
    };
    let path = folder.path().join("set.wav");
    let error = write(&path, &track, Existing::Keep, &mut go_on).unwrap_err();
    assert!(error.to_string().contains("ends in .flac"), "{error}");
    assert_eq!(names(folder.path()), [""; 0]);
}

#[cfg(unix)]
#[test]
fn the_file_is_as_readable_as_any_other() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().unwrap();
    let (path, other) = (folder.path().join("set.wav"), folder.path().join("other"));
    written(&path, Existing::Keep).unwrap();
    std::fs::write(&other, "").unwrap();
    let mode = |path: &Path| path.metadata().unwrap().permissions().mode();
    assert_eq!(mode(&path), mode(&other));
}

fn page(text: &str) -> Page {
    Page {
        name: "card.txt".to_owned(),
        text: text.to_owned(),
    }
}

#[test]
fn a_folder_gets_all_of_its_files_or_none() {
    let (timeline, score) = (timeline(), score(8_000));
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("gym");
    let track = |name: &str| (name.to_owned(), track(&timeline, &score, Format::Flac));
    let tracks = [track("1.flac"), track("2.flac")];
    let write = |text, existing, watch: &mut Watch<'_>| {
        write_folder(&folder, &page(text), &tracks, existing, watch)
    };
    let mut stop = |_| ControlFlow::Break(());
    assert!(write("one", Existing::Keep, &mut stop).is_err());
    assert_eq!(names(home.path()), [""; 0]);
    write("one", Existing::Keep, &mut go_on).unwrap();
    assert_eq!(names(home.path()), ["gym"]);
    assert_eq!(names(&folder), ["1.flac", "2.flac", "card.txt"]);
    // One that is there is enough to leave all alone.
    std::fs::remove_file(folder.join("1.flac")).unwrap();
    let error = write("two", Existing::Keep, &mut go_on).unwrap_err();
    assert!(matches!(error, FileError::Exists(_)), "{error}");
    assert_eq!(names(&folder), ["2.flac", "card.txt"]);
    write("two", Existing::Replace, &mut go_on).unwrap();
    assert_eq!(names(&folder), ["1.flac", "2.flac", "card.txt"]);
    assert_eq!(
        std::fs::read_to_string(folder.join("card.txt")).unwrap(),
        "two"
    );
}

#[test]
fn a_file_that_appears_meanwhile_stays_and_the_others_are_taken_back() {
    let (timeline, score) = (timeline(), score(8_000));
    let home = tempfile::tempdir().unwrap();
    let folder = home.path();
    let track = |name: &str| (name.to_owned(), track(&timeline, &score, Format::Wav));
    let tracks = [track("1.wav"), track("2.wav")];
    let mut appear = |_| {
        std::fs::write(folder.join("2.wav"), "mine").unwrap();
        ControlFlow::Continue(())
    };
    let error = write_folder(folder, &page(""), &tracks, Existing::Keep, &mut appear);
    assert!(matches!(error, Err(FileError::Exists(_))));
    assert_eq!(names(folder), ["2.wav"]);
    assert_eq!(std::fs::read(folder.join("2.wav")).unwrap(), b"mine");
}

#[test]
fn a_replacement_that_fails_half_way_leaves_what_it_reached_new_and_the_rest_as_it_was() {
    let (timeline, score) = (timeline(), score(8_000));
    let home = tempfile::tempdir().unwrap();
    let folder = home.path();
    let track = |name: &str| (name.to_owned(), track(&timeline, &score, Format::Wav));
    let tracks = [track("1.wav"), track("2.wav")];
    for name in ["1.wav", "2.wav", "card.txt"] {
        std::fs::write(folder.join(name), "mine").unwrap();
    }
    let mut in_the_way = |_| {
        let place = folder.join("2.wav");
        if place.is_file() {
            std::fs::remove_file(&place).unwrap();
            std::fs::create_dir(&place).unwrap();
        }
        ControlFlow::Continue(())
    };
    let page = page("new");
    let error = write_folder(folder, &page, &tracks, Existing::Replace, &mut in_the_way);
    assert!(matches!(error, Err(FileError::Io { .. })), "{error:?}");
    assert_eq!(names(folder), ["1.wav", "2.wav", "card.txt"]);
    assert!(!read(&folder.join("1.wav")).2.is_empty());
    let card = std::fs::read(folder.join("card.txt")).unwrap();
    assert_eq!(card, b"mine");
}

#[test]
fn a_file_is_no_place_for_a_folder() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("gym");
    std::fs::write(&folder, "mine").unwrap();
    let error = write_folder(&folder, &page(""), &[], Existing::Replace, &mut go_on).unwrap_err();
    assert!(matches!(error, FileError::NotAFolder(_)), "{error}");
}

/// Anything that a sound card could record: silence, noise of any loudness, the extremes, and what goes on in a line.
fn any_samples() -> impl Strategy<Value = Vec<i16>> {
    let piece = (0u8..5, any::<i16>(), 0usize..3000, any::<u64>());
    proptest::collection::vec(piece, 0..5).prop_map(|pieces| {
        let mut samples = Vec::new();
        for (kind, level, length, seed) in pieces {
            let mut noise = seed | 1;
            samples.extend((0..length).map(|at| {
                noise = noise
                    .wrapping_mul(6_364_136_223_846_793_005)
                    .wrapping_add(1);
                let bits = (noise >> 48) as u16;
                let bits = bits.cast_signed();
                match kind {
                    0 => level,
                    1 => bits,
                    2 => bits >> (level & 15),
                    3 if bits < 0 => i16::MIN,
                    3 => i16::MAX,
                    _ => level.wrapping_add(i16::try_from(at).unwrap()),
                }
            }));
        }
        samples
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn flac_gives_back_any_samples(samples in any_samples(), stereo in any::<bool>()) {
        let channels = if stereo { Channels::Stereo } else { Channels::Mono };
        let spec = Spec {
            rate: Rate::COMMON,
            channels,
            frames: i64::try_from(samples.len()).unwrap(),
            tags: &tags(),
        };
        let mut file = io::Cursor::new(Vec::new());
        let mut encoder = encoder(&mut file, Format::Flac, &spec).unwrap();
        for block in samples.chunks(BLOCK) {
            encoder.write(block).unwrap();
        }
        encoder.finish().unwrap();
        drop(encoder);
        let expected: Vec<i16> = samples
            .iter()
            .flat_map(|&sample| std::iter::repeat_n(sample, channels.count().into()))
            .collect();
        prop_assert!(samples.is_empty() || decoded(file.get_ref()).2 == expected);
    }
}
