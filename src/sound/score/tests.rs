//! The renderer against the timeline: where sounds begin, and that nothing depends on how samples are asked for.

use super::*;
use crate::sound::CueSet;
use crate::training::edit::Edit;
use crate::training::exercise::Exercise;
use crate::training::prescription::{Pacing, Scheme};
use crate::training::preset::{Draft, Gate, Preset};
use crate::training::routine::{Change, Routine, Step};
use crate::training::timeline::{Fade, Handle};
use proptest::prelude::*;

const RATES: [u32; 3] = [44_100, 48_000, 96_000];

fn draft(tempo: &str, sets: u32, reps: u32, rest: u64) -> Draft {
    Draft::straight(
        "trial".parse().unwrap(),
        Exercise::unnamed(),
        tempo.parse().unwrap(),
        sets,
        reps,
        Duration::from_secs(rest),
    )
}

fn plan(tempo: &str, sets: u32, reps: u32, rest: u64) -> Timeline {
    Timeline::plan(&Preset::new(draft(tempo, sets, reps, rest)).unwrap())
}

/// Rests of 40 s, sets, a gate, a hold and strokes.
fn everything() -> Timeline {
    let sets = draft("3-1.3-1-0.7", 2, 2, 40);
    let mut hold = draft("4-0-1-0", 1, 1, 0);
    hold.work.pacing = Pacing::Hold(Duration::from_millis(12_345));
    let mut strokes = draft("4-0-1-0", 1, 1, 0);
    strokes.work.pacing = Pacing::Strokes(Duration::from_millis(1_501));
    strokes.work.reps = vec![Scheme::exactly(3)];
    let step = |draft: Draft| Step::new(Preset::new(draft).unwrap());
    let mut routine = Routine::solo(Preset::new(sets.clone()).unwrap()).draft();
    routine.steps = [sets, hold, strokes].map(step).to_vec();
    routine.change = Change {
        length: Duration::from_secs(20),
        gate: Gate::Closed,
    };
    Timeline::of(&Routine::new(routine).unwrap())
}

fn rate(hertz: u32) -> Rate {
    Rate::new(hertz).unwrap()
}

fn frame(score: &Score, at: Duration) -> usize {
    usize::try_from(score.rate().frame_at(at)).unwrap()
}

fn whole(score: &Score, timeline: &Timeline) -> Vec<f32> {
    let mut out = vec![9.0; frame(score, timeline.total() + score.tail())];
    score.render_timeline(timeline, 0, &mut out);
    out
}

fn played(score: &Score, transport: &Transport, length: Duration) -> Vec<f32> {
    let mut out = vec![9.0; frame(score, length)];
    score.render(&Part::new(Arc::new(transport.clone())), 0, &mut out);
    out
}

fn seconds(seconds: f64) -> Duration {
    Duration::from_secs_f64(seconds)
}

fn silent(samples: &[f32]) -> bool {
    samples.iter().all(|sample| sample.to_bits() == 0)
}

#[test]
fn every_cue_begins_at_its_frame_to_the_sample_at_every_rate() {
    let timeline = everything();
    for hertz in RATES {
        let score = Score::new(rate(hertz), CueSet::Classic);
        let out = whole(&score, &timeline);
        let mut kinds = std::collections::BTreeSet::new();
        for cue in timeline.cues() {
            let onset = frame(&score, cue.at);
            // Every sound in here has ended before the next begins, so one that is a frame early is seen, too.
            let before = onset.saturating_sub(20);
            assert!(
                silent(&out[before..onset]),
                "{cue:?} is early at {hertz} Hz"
            );
            assert!(
                !silent(&out[onset..=onset]),
                "{cue:?} is late at {hertz} Hz"
            );
            kinds.insert(cue.kind);
        }
        assert_eq!(kinds.len(), 5, "not all kinds were heard: {kinds:?}");
    }
}

/// The voice alone.
fn voice_alone() -> Mix {
    Mix::new(CueSet::Full, |layer| {
        (layer == Layer::Voice).then_some(Decibels::FULL)
    })
}

#[test]
fn every_word_begins_at_its_call_to_the_sample_at_every_rate() {
    let timeline = everything();
    for hertz in RATES {
        let score = Score::new(rate(hertz), voice_alone());
        let out = whole(&score, &timeline);
        let kinds: std::collections::BTreeSet<CallKind> =
            timeline.calls().iter().map(|call| call.kind).collect();
        assert_eq!(kinds.len(), 5, "{kinds:?}");
        for call in timeline.calls() {
            let onset = frame(&score, call.at);
            assert!(silent(&out[onset - 1..onset]), "{call:?} at {hertz} Hz");
            assert!(!silent(&out[onset..=onset]), "{call:?} at {hertz} Hz");
        }
    }
}

#[test]
fn upbeats_announce_what_comes_next_where_no_voice_does() {
    let timeline = plan("4-1-2-0", 1, 2, 0);
    let glide = Score::new(rate(48_000), CueSet::Guide);
    let out = whole(&glide, &timeline);
    let upbeats = timeline
        .calls()
        .iter()
        .filter(|call| matches!(call.kind, CallKind::Announce(_)));
    let mut heard = 0;
    for call in upbeats {
        let onset = frame(&glide, call.at);
        let length = glide.voice.samples(Sound::UpbeatLevel).len();
        // The tone alone never gets so loud.
        let peak = out[onset..onset + length]
            .iter()
            .fold(0f32, |peak, sample| peak.max(sample.abs()));
        assert!(peak > crate::sound::glide::PEAK, "{call:?}: {peak}");
        heard += 1;
    }
    assert_eq!(heard, 3);
}

#[test]
fn a_word_that_is_interrupted_fades_and_does_not_come_back() {
    let timeline = Arc::new(plan("4-0-1-0", 1, 3, 0));
    let call = *timeline
        .calls()
        .iter()
        .find(|call| matches!(call.kind, CallKind::Announce(_)))
        .unwrap();
    let middle = call.at + call.word.length() / 2;
    let mut transport = Transport::new(Arc::clone(&timeline), Duration::ZERO);
    transport.pause(middle);
    let score = Score::new(rate(48_000), voice_alone());
    let out = played(&score, &transport, timeline.total());
    let cut = frame(&score, middle);
    let gone = cut + frame(&score, Duration::from_millis(10));
    assert!(!silent(&out[cut - 100..cut]) && !silent(&out[cut..cut + 100]));
    assert!(silent(&out[gone..]));
    let steepest = out[cut - 100..gone]
        .windows(2)
        .fold(0f32, |most, pair| most.max((pair[1] - pair[0]).abs()));
    assert!(steepest < 0.3, "it clicks: {steepest}");
}

#[test]
fn what_is_struck_gives_way_to_words_by_a_fixed_gain_and_nothing_clips() {
    let timeline = everything();
    let score = Score::new(rate(48_000), CueSet::Full);
    let out = whole(&score, &timeline);
    let peak = out.iter().fold(0f32, |peak, sample| peak.max(sample.abs()));
    assert!(peak < 0.95, "{peak}");
    let words = whole(&Score::new(rate(48_000), voice_alone()), &timeline);
    let silent_voice = Mix::new(CueSet::Full, |layer| {
        (layer == Layer::Ticks).then_some(Decibels::FULL)
    });
    let ticks = whole(&Score::new(rate(48_000), silent_voice), &timeline);
    let both = Mix::new(CueSet::Full, |layer| {
        matches!(layer, Layer::Ticks | Layer::Voice).then_some(Decibels::FULL)
    });
    let both = whole(&Score::new(rate(48_000), both), &timeline);
    for call in timeline
        .calls()
        .iter()
        .filter(|call| call.kind == CallKind::Count)
    {
        for frame in frame(&score, call.at)..frame(&score, call.end()) {
            let expected = words[frame] + ticks[frame] * DUCKED;
            assert!((both[frame] - expected).abs() < 1e-5, "{call:?}");
        }
    }
}

#[test]
fn layers_are_as_loud_as_they_are_set_and_add_up() {
    let timeline = plan("3-0-1-0", 1, 2, 0);
    let only = |layer: Layer, level: Decibels| {
        let mix = Mix::new(CueSet::Guide, |one| (one == layer).then_some(level));
        whole(&Score::new(rate(48_000), mix), &timeline)
    };
    let full = only(Layer::Guide, Decibels::FULL);
    let soft = only(Layer::Guide, Decibels::new(-12));
    for (full, soft) in full.iter().zip(&soft) {
        assert!((full * Decibels::new(-12).amplitude() - soft).abs() < 1e-6);
    }
    assert!(
        silent(&only(Layer::Voice, Decibels::FULL)),
        "guide has no voice"
    );
}

#[test]
fn cues_that_fade_get_softer_and_are_gone() {
    let fade = Fade {
        from: seconds(15.0),
        to: seconds(25.0),
    };
    let timeline = plan("4-0-1-0", 1, 6, 0);
    let score = Score::new(rate(48_000), CueSet::Full);
    let (as_ever, faded) = (
        whole(&score, &timeline),
        whole(&score, &timeline.fading(fade)),
    );
    let peak = |out: &[f32], from: f64, to: f64| {
        let piece = &out[frame(&score, seconds(from))..frame(&score, seconds(to))];
        piece
            .iter()
            .fold(0f32, |peak, sample| peak.max(sample.abs()))
    };
    assert!(as_ever[..frame(&score, seconds(15.0))] == faded[..frame(&score, seconds(15.0))]);
    assert!(peak(&faded, 20.0, 25.0) < 0.6 * peak(&as_ever, 20.0, 25.0));
    let end = frame(&score, timeline.total());
    assert!(silent(&faded[frame(&score, seconds(25.3))..end]));
    assert!(!silent(&faded[end..]), "that it is over is told");
}

#[test]
fn each_sound_is_heard_as_it_was_made_and_nothing_else_is() {
    let timeline = plan("4-0-1-0", 1, 3, 0);
    let score = Score::new(rate(48_000), CueSet::Classic);
    let out = whole(&score, &timeline);
    let mut expected = vec![0.0; out.len()];
    for moment in timeline.cues().chunk_by(|a, b| a.at == b.at) {
        let kinds: Vec<CueKind> = moment.iter().map(|cue| cue.kind).collect();
        let sound = match kinds[..] {
            [CueKind::End] => Sound::End,
            [CueKind::Phase, CueKind::Accent] => Sound::Accent,
            [CueKind::Phase] => Sound::Ping,
            [CueKind::Tick] => Sound::Tick,
            [CueKind::Count] => Sound::Count,
            ref other => panic!("unexpected {other:?}"),
        };
        let onset = frame(&score, moment[0].at);
        for (sum, sample) in expected[onset..].iter_mut().zip(score.voice.samples(sound)) {
            *sum += sample;
        }
    }
    assert!(out == expected);
}

#[test]
fn in_classic_every_phase_is_heard_to_begin() {
    let timeline = plan("2-1-2-1", 2, 3, 20);
    let score = Score::new(rate(48_000), CueSet::Classic);
    let out = whole(&score, &timeline);
    for segment in timeline.segments() {
        let onset = frame(&score, segment.start);
        let loudest = out[onset..onset + 480]
            .iter()
            .fold(0f32, |peak, sample| peak.max(sample.abs()));
        assert!(loudest > 0.1, "{segment:?} begins with {loudest}");
    }
}

#[test]
fn nothing_reaches_full_scale() {
    for tempo in ["4-0-1-0", "1-0-1-0", "0.5-0.3-0.5-0.2", "3-1-X-1"] {
        let timeline = plan(tempo, 2, 8, 5);
        for cues in CueSet::ALL {
            let out = whole(&Score::new(rate(48_000), cues), &timeline);
            let peak = out.iter().fold(0f32, |peak, sample| peak.max(sample.abs()));
            assert!(peak < 1.0 && peak > 0.5, "{tempo} {cues:?}: {peak}");
        }
    }
}

#[test]
fn the_guide_sounds_while_the_handle_moves_and_only_within_sets() {
    let timeline = plan("4-1-2-1", 1, 2, 0);
    let guide = whole(&Score::new(rate(48_000), CueSet::Guide), &timeline);
    let score = Score::new(rate(48_000), CueSet::Classic);
    let classic = whole(&score, &timeline);
    for segment in timeline.segments() {
        let (start, end) = (frame(&score, segment.start), frame(&score, segment.end));
        let middle = start + (end - start) / 2;
        let differs = guide[middle..middle + 480] != classic[middle..middle + 480];
        assert_eq!(differs, segment.handle != Handle::Idle, "{segment:?}");
        assert!(
            (guide[start] - classic[start]).abs() < 0.01,
            "a fade begins {segment:?}"
        );
    }
}

#[test]
fn a_session_that_was_never_paused_is_its_timeline_moved() {
    let timeline = Arc::new(plan("3-0-1-0", 2, 2, 10));
    let score = Score::new(rate(44_100), CueSet::Guide);
    let alone = whole(&score, &timeline);
    let transport = Transport::new(Arc::clone(&timeline), seconds(1.234_567));
    let lead = frame(&score, seconds(1.234_567));
    let out = played(&score, &transport, timeline.total() + seconds(1.0));
    assert!(silent(&out[..lead]));
    let heard = out.len() - lead;
    assert!(out[lead..] == alone[..heard]);
}

#[test]
fn a_pause_is_silent_counts_in_and_goes_on_where_it_was() {
    let timeline = Arc::new(plan("4-0-1-0", 1, 3, 0));
    for cues in [CueSet::Classic, CueSet::Guide] {
        let score = Score::new(rate(48_000), cues);
        let alone = whole(&score, &timeline);
        let mut transport = Transport::new(Arc::clone(&timeline), Duration::ZERO);
        transport.pause(seconds(12.7));
        transport.resume(seconds(20.0));
        let out = played(&score, &transport, seconds(40.0));
        let at = |time| frame(&score, seconds(time));
        assert!(out[..at(12.7)] == alone[..at(12.7)]);
        assert!(silent(&out[at(12.75)..at(20.0)]));
        for beat in [20.0, 21.0, 22.0] {
            assert_eq!(
                out[at(beat)..at(beat) + 100],
                score.voice.samples(Sound::Count)[..100],
                "beat at {beat}"
            );
        }
        assert!(silent(&out[at(22.5)..at(23.0)]));
        // Behind the fade that the guide needs.
        assert!(out[at(23.02)..at(30.0)] == alone[at(12.72)..at(19.7)]);
    }
}

#[test]
fn a_tick_that_has_begun_rings_out_in_the_pause_and_is_not_repeated_after_it() {
    let timeline = Arc::new(plan("4-0-1-0", 1, 3, 0));
    let score = Score::new(rate(48_000), CueSet::Classic);
    let mut transport = Transport::new(Arc::clone(&timeline), Duration::ZERO);
    transport.pause(seconds(11.01));
    transport.go_on(seconds(15.0));
    let out = played(&score, &transport, seconds(20.0));
    let tick = score.voice.samples(Sound::Tick);
    let at = |time| frame(&score, seconds(time));
    assert_eq!(out[at(11.0)..at(11.0) + tick.len()], *tick);
    assert!(silent(&out[at(11.1)..at(15.9)]));
}

#[test]
fn a_closed_gate_ends_the_set_and_what_is_behind_it_waits() {
    let timeline = Arc::new(everything());
    let score = Score::new(rate(48_000), CueSet::Guide);
    let mut transport = Transport::new(Arc::clone(&timeline), Duration::ZERO);
    let gate = transport.limit();
    let opened = gate + seconds(7.3);
    let waiting = played(&score, &transport, opened);
    assert!(silent(&waiting[frame(&score, gate + seconds(1.0))..]));
    assert!(transport.edit(opened, Edit::OpenGate));
    let out = played(&score, &transport, opened + seconds(1.0));
    assert!(out[..waiting.len()] == waiting, "the past changed");
    let accent = &out[frame(&score, opened)..];
    assert!(
        accent[0].to_bits() != 0,
        "what was behind the gate begins when it opens"
    );
}

#[test]
fn an_edit_leaves_what_was_heard_before_it_bit_for_bit() {
    let edits = [
        Edit::EndSet,
        Edit::RedoSet,
        Edit::Slower(seconds(0.5)),
        Edit::MoreRest(seconds(15.0)),
        Edit::Skip,
    ];
    for cues in CueSet::ALL {
        let score = Score::new(rate(48_000), cues);
        for edit in edits {
            for clock in [11.25, 13.000_1, 13.4, 14.7, 27.9] {
                let clock = seconds(clock);
                let mut transport =
                    Transport::new(Arc::new(plan("4-0-1-0", 2, 3, 30)), Duration::ZERO);
                let before = played(&score, &transport, clock);
                transport.edit(clock, edit);
                let after = played(&score, &transport, clock + seconds(5.0));
                assert!(after[..before.len()] == before, "{edit:?} at {clock:?}");
            }
        }
    }
}

#[test]
fn a_part_that_ends_rings_out() {
    let timeline = Arc::new(plan("4-0-1-0", 1, 2, 0));
    let score = Score::new(rate(48_000), CueSet::Guide);
    let part = Part::new(Arc::new(Transport::new(timeline, Duration::ZERO)));
    let (mut all, mut ended) = (vec![0.0; 48_000 * 14], vec![0.0; 48_000 * 14]);
    score.render(&part, 0, &mut all);
    score.render(&part.ending(seconds(11.02)), 0, &mut ended);
    let cut = frame(&score, seconds(11.02));
    assert!(ended[..cut] == all[..cut]);
    assert!(!silent(&ended[cut..cut + 480]));
    assert!(silent(&ended[cut + 9_600..]));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    /// Invariant 4: a file and a stream ask in different blocks and get the same bits.
    #[test]
    fn blocks_of_any_size_join_to_the_same_samples(
        blocks in proptest::collection::vec(1usize..30_000, 1..30),
        pause in 0u64..30_000, held in 0u64..5_000, cues in 0usize..4, hertz in 0usize..3,
    ) {
        let score = Score::new(rate(RATES[hertz]), CueSet::ALL[cues]);
        let mut transport = Transport::new(Arc::new(plan("2-0.3-1-0.2", 2, 2, 4)), Duration::from_millis(50));
        transport.pause(Duration::from_millis(pause));
        transport.resume(Duration::from_millis(pause + held));
        let part = Part::new(Arc::new(transport));
        let total: usize = blocks.iter().sum();
        let mut expected = vec![0.0; total];
        score.render(&part, 0, &mut expected);
        let mut done = 0;
        for block in blocks {
            let mut out = vec![7.0; block];
            score.render(&part, i64::try_from(done).unwrap(), &mut out);
            prop_assert!(out == expected[done..done + block]);
            done += block;
        }
    }
}
