//! The tone: its pitch, its edges, and that it is the same however it is asked for.

use super::*;
use proptest::prelude::*;

const COURSES: [Course; 4] = [Course::Falling, Course::Rising, Course::High, Course::Low];

fn played(course: Course, length: i64, heard: Range<i64>) -> Passage {
    Passage {
        course,
        timbre: Timbre::Soft,
        length,
        heard,
    }
}

fn whole(course: Course, length: i64, rate: Rate) -> Vec<f32> {
    let mut out = vec![0.0; usize::try_from(length).unwrap()];
    Glide::new(rate).add(&played(course, length, 0..length), 0, 1.0, &mut out);
    out
}

fn steepest(tone: &[f32]) -> f32 {
    tone.windows(2)
        .fold(0f32, |most, pair| most.max((pair[1] - pair[0]).abs()))
}

/// The pitch of a stretch, from how often it rises through zero.
fn pitch(samples: &[f32], rate: Rate) -> f64 {
    let rising: Vec<usize> = (1..samples.len())
        .filter(|&i| samples[i - 1] < 0.0 && samples[i] >= 0.0)
        .collect();
    let frames = u32::try_from(rising.last().unwrap() - rising[0]).unwrap();
    f64::from(u32::try_from(rising.len() - 1).unwrap()) * f64::from(rate.hertz())
        / f64::from(frames)
}

#[test]
fn it_falls_an_octave_while_the_handle_falls_and_rises_while_it_rises() {
    for hertz in [44_100, 48_000, 96_000] {
        let rate = Rate::new(hertz).unwrap();
        let length = rate.frame_at(Duration::from_secs(4));
        let part = rate.frames_in(Duration::from_millis(100));
        for (course, first, last) in [
            (Course::Falling, HIGH_HERTZ, LOW_HERTZ),
            (Course::Rising, LOW_HERTZ, HIGH_HERTZ),
        ] {
            let tone = whole(course, length, rate);
            let (begins, ends) = (&tone[..part], &tone[tone.len() - part..]);
            assert!(
                (pitch(begins, rate) - first).abs() < 12.0,
                "{course:?} begins at {}",
                pitch(begins, rate)
            );
            assert!(
                (pitch(ends, rate) - last).abs() < 12.0,
                "{course:?} ends at {}",
                pitch(ends, rate)
            );
        }
    }
}

#[test]
fn it_stays_within_its_level_and_fades_at_both_edges() {
    let rate = Rate::COMMON;
    for course in COURSES {
        let tone = whole(course, rate.frame_at(Duration::from_millis(1_500)), rate);
        let peak = tone
            .iter()
            .fold(0f32, |peak, sample| peak.max(sample.abs()));
        assert!(peak < PEAK && peak > PEAK / 4.0, "{course:?}: {peak}");
        assert!(
            tone[0].abs() < 1e-5 && tone[tone.len() - 1].abs() < 1e-5,
            "{course:?}"
        );
        assert!(steepest(&tone) < 0.02, "{course:?} clicks");
    }
}

#[test]
fn a_segment_shorter_than_its_fades_is_no_trouble() {
    for length in 0..400 {
        let tone = whole(Course::Falling, length, Rate::LOWEST);
        assert!(tone.iter().all(|sample| sample.abs() <= PEAK));
    }
}

#[test]
fn a_cut_leaves_what_was_before_it_and_clicks_nowhere() {
    let rate = Rate::COMMON;
    let (length, cut) = (96_000, 30_011);
    let full = whole(Course::Falling, length, rate);
    let mut tone = vec![0.0; full.len()];
    Glide::new(rate).add(&played(Course::Falling, length, 0..cut), 0, 1.0, &mut tone);
    let cut = usize::try_from(cut).unwrap();
    assert_eq!(tone[..cut], full[..cut]);
    assert!(
        tone[cut + 400..]
            .iter()
            .all(|&sample| sample.to_bits() == 0)
    );
    assert!(steepest(&tone) < 0.02);
    let mut resumed = vec![0.0; full.len()];
    Glide::new(rate).add(
        &played(Course::Falling, length, 30_011..length),
        0,
        1.0,
        &mut resumed,
    );
    assert!(resumed[..cut].iter().all(|&sample| sample.to_bits() == 0));
    assert_eq!(resumed[cut + 400..], full[cut + 400..]);
    assert!(steepest(&resumed) < 0.02);
}

#[test]
fn what_is_done_as_fast_as_possible_is_brighter_and_no_louder() {
    let rate = Rate::COMMON;
    let length = rate.frame_at(Duration::from_secs(1));
    let tone = |timbre| {
        let passage = Passage {
            timbre,
            ..played(Course::Rising, length, 0..length)
        };
        let mut out = vec![0.0; usize::try_from(length).unwrap()];
        Glide::new(rate).add(&passage, 0, 1.0, &mut out);
        out
    };
    let (soft, bright) = (tone(Timbre::Soft), tone(Timbre::Bright));
    assert!(bright.iter().all(|sample| sample.abs() <= PEAK));
    assert!(steepest(&bright) > 1.5 * steepest(&soft) && steepest(&bright) < 0.05);
}

proptest! {
    /// Blocks of any size, begun anywhere, are bit for bit what one block is.
    #[test]
    fn it_is_the_same_tone_however_it_is_asked_for(
        length in 1i64..40_000, heard in 0i64..40_000, lasts in 1i64..40_000, from in -500i64..40_000, block in 1usize..3_000, which in 0usize..4,
    ) {
        let rate = Rate::COMMON;
        let glide = Glide::new(rate);
        let passage = played(COURSES[which], length, heard.min(length)..(heard + lasts).min(length));
        let mut tone = vec![0.0; usize::try_from(length).unwrap()];
        glide.add(&passage, 0, 1.0, &mut tone);
        let mut out = vec![0.0; block];
        glide.add(&passage, from, 1.0, &mut out);
        for (frame, sample) in (from..).zip(&out) {
            let expected = usize::try_from(frame).ok().and_then(|i| tone.get(i)).copied().unwrap_or(0.0);
            prop_assert_eq!(sample.to_bits(), expected.to_bits());
        }
    }
}
