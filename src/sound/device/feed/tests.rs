//! The feed in virtual time: cards that drift, hang, return with another rate, or keep no time at all.

mod counting;

use super::*;
use crate::sound::CueSet;
use crate::sound::Decibels;
use crate::training::edit::Edit;
use crate::training::exercise::Exercise;
use crate::training::preset::{Draft, Preset};
use crate::training::timeline::Timeline;
use crate::training::transport::Transport;
use std::sync::atomic::Ordering;

const PERIOD: usize = 2_048;
const LATEST: Duration = Duration::from_millis(250);

fn length_of(rate: Rate, frames: usize) -> Duration {
    rate.time_of(i64::try_from(frames).unwrap())
}

fn ms(millis: u64) -> Duration {
    Duration::from_millis(millis)
}

fn session() -> Transport {
    let id = "trial".parse().unwrap();
    let tempo = "4-0-1-0".parse().unwrap();
    let draft = Draft::straight(
        id,
        Exercise::unnamed(),
        tempo,
        2,
        3,
        Duration::from_secs(20),
    );
    let timeline = Timeline::plan(&Preset::new(draft).unwrap());
    Transport::new(Arc::new(timeline), Duration::from_millis(100))
}

fn part(transport: &Transport) -> Part {
    Part::new(Arc::new(transport.clone()))
}

/// A card in virtual time with one channel: asks for a block whenever one has been played.
struct Card {
    link: Arc<Link>,
    signs: Arc<Signs>,
    feed: Feed,
    post: Post,
    rate: Rate,
    now: Instant,
    latency: Duration,
    /// How much faster than it says the card plays.
    speed: f64,
    heard: Vec<f32>,
    /// When each block is heard, and the first frame of it in `heard`.
    blocks: Vec<(Instant, usize)>,
}

impl Card {
    fn new(link: &Arc<Link>, now: Instant, hertz: u32, timing: Timing) -> Self {
        let rate = Rate::new(hertz).unwrap();
        let signs = Arc::new(Signs::new(now, std::thread::current()));
        let (feed, post) = Feed::new(link, &signs, rate, 1, timing);
        Self {
            link: Arc::clone(link),
            signs,
            feed,
            post,
            rate,
            now,
            latency: ms(85),
            speed: 1.0,
            heard: Vec::new(),
            blocks: Vec::new(),
        }
    }

    fn playing(transport: &Transport) -> Self {
        let now = Instant::now();
        let link = Arc::new(Link::new(now));
        let mut card = Self::new(&link, now, 48_000, Timing::Kept { latest: LATEST });
        card.post.send(part(transport)).unwrap();
        card.run(Duration::from_secs(1));
        assert_eq!(card.signs.stage(), Stage::Playing);
        card
    }

    fn block(&mut self) {
        let first = self.heard.len();
        self.blocks.push((self.now + self.latency, first));
        self.heard.resize(first + PERIOD, 9.0);
        self.feed
            .fill(self.now, self.now + self.latency, &mut self.heard[first..]);
        let length = length_of(self.rate, PERIOD);
        self.now += length.div_f64(self.speed);
    }

    fn run(&mut self, length: Duration) {
        let end = self.now + length;
        while self.now < end {
            self.block();
        }
    }

    /// What the newest `blocks` blocks should be, given where the feed is now.
    fn expected(&self, transport: &Transport, blocks: usize) -> Vec<f32> {
        let frames = blocks * PERIOD;
        let mut out = vec![0.0; frames];
        let first = self.feed.place().unwrap() - i64::try_from(frames).unwrap();
        Score::new(self.rate, self.link.mix()).render(&part(transport), first, &mut out);
        out
    }

    fn newest(&self, blocks: usize) -> &[f32] {
        &self.heard[self.heard.len() - blocks * PERIOD..]
    }

    /// When a frame of `heard` is heard, on the clock.
    fn clock_of(&self, frame: usize) -> Duration {
        let (at, first) = self.blocks[frame / PERIOD];
        let within = length_of(self.rate, frame - first);
        self.link.clock.at(at + within.div_f64(self.speed))
    }

    fn rejoins(&self) -> u64 {
        self.link.rejoins.load(Ordering::Relaxed)
    }
}

fn silent(samples: &[f32]) -> bool {
    samples.iter().all(|sample| sample.to_bits() << 1 == 0)
}

fn steepest(samples: &[f32]) -> f32 {
    samples
        .windows(2)
        .fold(0.0, |most, pair| most.max((pair[1] - pair[0]).abs()))
}

#[test]
fn a_stream_is_silent_until_it_has_settled_and_then_is_the_render_bit_for_bit() {
    let transport = session();
    let mut card = Card::playing(&transport);
    let joined = card
        .heard
        .iter()
        .position(|sample| sample.to_bits() << 1 != 0);
    assert!(joined.is_none_or(|frame| frame >= 48_000 * 3 / 10));
    card.run(Duration::from_secs(30));
    assert!(card.newest(600) == card.expected(&transport, 600));
    assert!(!silent(card.newest(600)));
    assert_eq!(card.rejoins(), 0);
}

#[test]
fn a_cue_is_heard_when_the_clock_says_so() {
    for hertz in [44_100, 48_000, 96_000] {
        let transport = session();
        let now = Instant::now();
        let link = Arc::new(Link::new(now));
        // Three seconds into the session the card is found.
        let found = now + Duration::from_secs(3);
        let mut card = Card::new(&link, found, hertz, Timing::Kept { latest: LATEST });
        card.post.send(part(&transport)).unwrap();
        card.run(Duration::from_secs(8));
        let cue = transport
            .timeline()
            .cues()
            .iter()
            .map(|cue| cue.at + ms(100))
            .find(|at| *at > ms(5_000));
        let expected = cue.unwrap();
        let from = (0..card.heard.len())
            .find(|&frame| card.clock_of(frame) + ms(50) >= expected)
            .unwrap();
        let onset = from
            + card.heard[from..]
                .iter()
                .position(|sample| *sample != 0.0)
                .unwrap();
        let error = card.clock_of(onset).abs_diff(expected);
        assert!(
            error < Duration::from_micros(50),
            "{hertz} Hz: off by {error:?}"
        );
    }
}

#[test]
fn a_card_that_drifts_is_followed_without_a_seam() {
    for ppm in [-300.0, 300.0] {
        let transport = session();
        let mut card = Card::playing(&transport);
        card.speed = 1.0 + ppm * 1e-6;
        card.run(Duration::from_secs(60));
        assert_eq!(card.rejoins(), 0);
        assert!(card.newest(1_000) == card.expected(&transport, 1_000));
        let next = card.rate.time_of(card.feed.place().unwrap());
        let error = next.abs_diff(card.link.clock.at(card.now + card.latency));
        assert!(error < ms(1), "{ppm} ppm: off by {error:?}");
    }
}

#[test]
fn after_a_hang_the_sound_jumps_to_where_the_clock_went_on_to() {
    let transport = session();
    let mut card = Card::playing(&transport);
    card.run(Duration::from_secs(5));
    let before = card.link.clock.at(card.now);
    card.now += Duration::from_secs(4);
    let after = card.link.clock.at(card.now);
    assert!(
        after.abs_diff(before + Duration::from_secs(4)) < ms(1),
        "the clock went on"
    );
    card.run(Duration::from_secs(10));
    assert_eq!(card.rejoins(), 1);
    assert!(card.newest(200) == card.expected(&transport, 200));
    let next = card.rate.time_of(card.feed.place().unwrap());
    assert!(next.abs_diff(card.link.clock.at(card.now + card.latency)) < ms(2));
}

#[test]
fn one_late_callback_is_no_reason_to_jump() {
    let transport = session();
    let mut card = Card::playing(&transport);
    card.run(Duration::from_secs(5));
    card.latency = ms(200);
    card.block();
    card.latency = ms(85);
    card.run(Duration::from_secs(5));
    assert_eq!(card.rejoins(), 0);
    assert!(card.newest(200) == card.expected(&transport, 200));
}

#[test]
fn a_retired_stream_is_silent_and_leaves_the_clock_alone() {
    let mut card = Card::playing(&session());
    card.signs.retire();
    let (at, last_call) = (card.now + Duration::from_secs(20), card.signs.last_call());
    let expected = card.link.clock.at(at);
    let played = card.heard.len();
    card.latency = ms(20);
    card.now += Duration::from_secs(2);
    card.run(Duration::from_secs(10));
    assert!(silent(&card.heard[played..]));
    assert_eq!(card.link.clock.at(at), expected);
    assert_eq!(card.signs.last_call(), last_call);
}

#[test]
fn a_card_that_comes_back_with_another_rate_joins_the_same_clock() {
    let transport = session();
    let mut lost = Card::playing(&transport);
    lost.run(Duration::from_secs(4));
    lost.signs.retire();
    let back = lost.now + Duration::from_secs(3);
    let mut card = Card::new(&lost.link, back, 44_100, Timing::Kept { latest: LATEST });
    card.latency = ms(40);
    card.post.send(part(&transport)).unwrap();
    card.run(Duration::from_secs(10));
    assert!(card.newest(100) == card.expected(&transport, 100));
    let next = card.rate.time_of(card.feed.place().unwrap());
    assert!(next.abs_diff(card.link.clock.at(card.now + card.latency)) < ms(1));
}

#[test]
fn a_device_that_keeps_no_time_is_refused_and_stays_silent() {
    for speed in [500.0, 1.3] {
        let now = Instant::now();
        let link = Arc::new(Link::new(now));
        let mut card = Card::new(&link, now, 48_000, Timing::Kept { latest: LATEST });
        card.post.send(part(&session())).unwrap();
        card.speed = speed;
        card.run(ms(2_200));
        assert_eq!(card.signs.stage(), Stage::Untimed, "{speed} times");
        assert!(silent(card.newest(3)));
    }
}

#[test]
fn a_deep_buffer_that_is_filled_at_once_is_no_untimed_device() {
    let now = Instant::now();
    let link = Arc::new(Link::new(now));
    let mut card = Card::new(
        &link,
        now,
        48_000,
        Timing::Kept {
            latest: Duration::MAX,
        },
    );
    card.speed = 1e6;
    for _ in 0..45 {
        card.block();
    }
    card.speed = 1.0;
    card.latency = Duration::from_secs(2);
    card.run(Duration::from_secs(10));
    assert_eq!(card.signs.stage(), Stage::Playing);
}

#[test]
fn a_stream_that_plays_late_is_refused_unless_it_is_allowed() {
    for (latest, stage) in [(LATEST, Stage::Late), (Duration::MAX, Stage::Playing)] {
        let now = Instant::now();
        let link = Arc::new(Link::new(now));
        let mut card = Card::new(&link, now, 48_000, Timing::Kept { latest });
        card.latency = ms(400);
        card.run(Duration::from_secs(1));
        assert_eq!((card.signs.stage(), card.signs.latency()), (stage, ms(400)));
    }
}

#[test]
fn a_stream_whose_latency_never_settles_is_joined_all_the_same() {
    let now = Instant::now();
    let link = Arc::new(Link::new(now));
    let mut card = Card::new(&link, now, 48_000, Timing::Kept { latest: LATEST });
    for block in 0..80 {
        card.latency = ms(80 + 20 * (block % 2));
        card.block();
    }
    assert_eq!(card.signs.stage(), Stage::Playing);
}

#[test]
fn free_streams_play_from_the_first_frame_at_any_speed() {
    let transport = session();
    let now = Instant::now();
    let link = Arc::new(Link::new(now));
    let mut card = Card::new(&link, now, 48_000, Timing::Free);
    card.post.send(part(&transport)).unwrap();
    card.speed = 500.0;
    card.run(ms(100));
    let mut expected = vec![0.0; card.heard.len()];
    Score::new(card.rate, link.mix()).render(&part(&transport), 0, &mut expected);
    assert!(card.heard == expected);
}

#[test]
fn an_edit_at_the_frontier_is_heard_as_planned() {
    let mut transport = session();
    let mut card = Card::playing(&transport);
    card.run(ms(12_000));
    // Between asking for the frontier and sending, one more block is rendered.
    let clock = card.link.frontier();
    card.block();
    assert!(transport.edit(clock, Edit::EndSet));
    card.post.send(part(&transport)).unwrap();
    card.run(Duration::from_secs(10));
    let all = 150;
    assert!(card.newest(all) == card.expected(&transport, all));
}

#[test]
fn a_part_that_comes_too_late_is_led_over_to_without_a_click() {
    let mut paused = session();
    let mut card = Card::playing(&paused);
    card.link.set_mix(CueSet::Guide.into());
    card.run(ms(12_500));
    // In the past: the tone has been sounding since.
    paused.pause(card.link.clock.at(card.now).saturating_sub(ms(500)));
    card.post.send(part(&paused)).unwrap();
    card.run(Duration::from_secs(1));
    assert!(steepest(card.newest(25)) < 0.03);
    assert!(silent(card.newest(20)));
}

#[test]
fn cues_and_volume_change_without_a_click_and_mute_is_silence() {
    let mut card = Card::playing(&session());
    card.link.set_mix(CueSet::Guide.into());
    // Between the ticks at 12.1 and 13.1 s.
    card.run(ms(11_150));
    let from = card.heard.len();
    card.link.set_mix(CueSet::Classic.into());
    card.run(ms(100));
    assert!(silent(card.newest(1)));
    card.link.set_mix(CueSet::Guide.into());
    card.run(ms(100));
    card.link.set_loudness(Decibels::new(-20), false);
    card.run(ms(100));
    let quiet = card
        .newest(1)
        .iter()
        .fold(0f32, |peak, sample| peak.max(sample.abs()));
    assert!(quiet < 0.0101 && quiet > 0.003, "{quiet}");
    card.link.set_loudness(Decibels::FULL, true);
    card.run(ms(100));
    assert!(silent(card.newest(1)));
    card.link.set_loudness(Decibels::FULL, false);
    card.run(ms(100));
    assert!(!silent(card.newest(1)));
    assert!(steepest(&card.heard[from..]) < 0.03);
}

#[test]
fn parts_that_were_played_come_back_to_be_freed() {
    let mut card = Card::playing(&session());
    let transport = Arc::new(session());
    for _ in 0..100 {
        card.post.send(Part::new(Arc::clone(&transport))).unwrap();
        card.block();
    }
    card.post.collect();
    assert_eq!(
        Arc::strong_count(&transport),
        2,
        "ours, and the one that is played"
    );
}

#[test]
fn a_set_with_all_that_can_happen_in_it_allocates_and_frees_nothing() {
    let mut transport = session();
    let mut card = Card::playing(&transport);
    let mut out = vec![0f32; PERIOD];
    let mut fill = |card: &mut Card, seconds: u64| {
        let end = card.now + Duration::from_secs(seconds);
        while card.now < end {
            let (now, audible) = (card.now, card.now + card.latency);
            let touched = counting::during(|| card.feed.fill(now, audible, &mut out));
            assert_eq!(touched, 0, "the callback allocated or freed");
            card.now += length_of(card.rate, PERIOD);
        }
    };
    fill(&mut card, 12);
    let mut send = |card: &mut Card, change: &dyn Fn(&mut Transport, Duration)| {
        change(&mut transport, card.link.frontier());
        card.post.send(part(&transport)).unwrap();
    };
    send(&mut card, &|transport, at| transport.pause(at));
    fill(&mut card, 3);
    send(&mut card, &|transport, at| transport.resume(at));
    fill(&mut card, 6);
    send(&mut card, &|transport, at| {
        assert!(transport.edit(at, Edit::EndSet));
    });
    send(&mut card, &|transport, at| {
        assert!(transport.edit(at + ms(900), Edit::Skip));
    });
    card.link.set_mix(CueSet::Guide.into());
    card.link.set_loudness(Decibels::new(-9), false);
    fill(&mut card, 10);
    card.now += Duration::from_secs(2);
    fill(&mut card, 30);
    assert_eq!(card.rejoins(), 1);
    card.signs.retire();
    fill(&mut card, 1);
}
