//! The supervisor against a card made of a thread, through the library's own code from device to callback.
//!
//! These run in real time; they wait for what they expect and for nothing else.

mod fake;

use super::*;
use crate::sound::Fault;
use crate::training::exercise::Exercise;
use crate::training::preset::{Draft, Preset};
use crate::training::timeline::Timeline;
use fake::{Act, Fake};
use rodio::cpal::{Error, ErrorKind, SampleFormat};
use std::collections::VecDeque;
use std::sync::Mutex;

/// More than anything in here takes.
const PATIENCE: Duration = Duration::from_secs(20);

fn session() -> Arc<Transport> {
    let id = "trial".parse().unwrap();
    let tempo = "4-0-1-0".parse().unwrap();
    let mut draft = Draft::straight(id, Exercise::unnamed(), tempo, 1, 8, Duration::ZERO);
    draft.lead_in = Duration::ZERO;
    Arc::new(Transport::new(
        Arc::new(Timeline::plan(&Preset::new(draft).unwrap())),
        Duration::ZERO,
    ))
}

/// A player whose statuses can be waited for.
struct Trial {
    card: Card,
    statuses: Receiver<SoundStatus>,
}

impl Trial {
    /// Each attempt to open gets the next of `devices`, and the last of them for ever after.
    fn of(devices: Vec<Option<Fake>>, settings: Settings) -> Self {
        Self::lingering(LINGER, devices, settings)
    }

    fn lingering(linger: Duration, devices: Vec<Option<Fake>>, settings: Settings) -> Self {
        let (send, statuses) = mpsc::channel();
        let report: Report = Box::new(move |status| drop(send.send(status)));
        let devices = Mutex::new(VecDeque::from(devices));
        let find: Finder = Box::new(move || {
            let mut devices = devices.lock().unwrap();
            let next = if devices.len() > 1 {
                devices.pop_front().unwrap()
            } else {
                devices[0].clone()
            };
            next.map(Fake::device)
                .ok_or_else(|| Error::new(ErrorKind::DeviceNotAvailable))
        });
        let mut card = Card::lingering(linger, find, settings, report);
        card.load(session());
        card.wake();
        Self { card, statuses }
    }

    fn next(&self) -> SoundStatus {
        self.statuses
            .recv_timeout(PATIENCE)
            .expect("a change of status")
    }

    fn expect(&self, statuses: &[SoundStatus]) {
        for expected in statuses {
            assert_eq!(self.next(), *expected);
        }
    }
}

fn on(fake: &Fake) -> SoundStatus {
    SoundStatus::On(fake.name.to_owned())
}

fn no_card() -> SoundStatus {
    SoundStatus::Off(Fault::NoCard(ErrorKind::DeviceNotAvailable.to_string()))
}

#[test]
fn a_set_begins_without_a_card_and_gets_its_sound_when_one_is_found() {
    let fake = Fake::new("found", 48_000);
    let trial = Trial::of(vec![None, None, Some(fake.clone())], Settings::default());
    trial.expect(&[SoundStatus::Opening, no_card()]);
    let before = trial.card.now();
    trial.expect(&[on(&fake)]);
    assert!(trial.card.now() > before, "the clock ran without a card");
    fake.wait_for(|heard| heard.iter().any(|sample| *sample != 0.0));
}

#[test]
fn a_card_that_is_unplugged_is_replaced_by_one_of_another_rate() {
    let (first, second) = (Fake::new("first", 48_000), Fake::new("second", 44_100));
    first.closing_blocks();
    let trial = Trial::of(
        vec![Some(first.clone()), Some(second.clone())],
        Settings::default(),
    );
    trial.expect(&[SoundStatus::Opening, on(&first)]);
    first.act(Act::Unplugged);
    // Closing the first one is still under way: nobody waits for it.
    trial.expect(&[SoundStatus::Off(Fault::Lost), on(&second)]);
    second.wait_for(|heard| heard.iter().any(|sample| *sample != 0.0));
    first.let_close();
}

#[test]
fn an_error_storm_costs_little_and_ends_when_the_callbacks_have_stopped() {
    let (first, second) = (Fake::new("stormy", 48_000), Fake::new("calm", 48_000));
    let trial = Trial::of(
        vec![Some(first.clone()), Some(second.clone())],
        Settings::default(),
    );
    trial.expect(&[SoundStatus::Opening, on(&first)]);
    first.act(Act::Storms);
    trial.expect(&[SoundStatus::Off(Fault::Lost), on(&second)]);
    let errors = trial.card.counts().errors;
    // Within the grace of three seconds: at most one in five milliseconds.
    assert!(errors > 0 && errors < 1_000, "{errors} errors");
}

#[test]
fn a_card_that_hangs_is_noticed_and_what_it_does_later_is_not_heard() {
    let (first, second) = (Fake::new("hung", 48_000), Fake::new("fresh", 48_000));
    first.closing_blocks();
    let trial = Trial::of(
        vec![Some(first.clone()), Some(second.clone())],
        Settings::default(),
    );
    trial.expect(&[SoundStatus::Opening, on(&first)]);
    first.act(Act::Hangs);
    trial.expect(&[SoundStatus::Off(Fault::Stalled), on(&second)]);
    let silent_from = first.heard().len();
    first.act(Act::Plays);
    first.wait_for(|heard| heard.len() > silent_from + 48_000);
    assert!(
        first.heard()[silent_from..]
            .iter()
            .all(|sample| *sample == 0.0)
    );
    first.let_close();
}

#[test]
fn a_device_that_keeps_no_time_is_refused_by_name() {
    let fake = Fake::new("null", 48_000);
    fake.act(Act::Races);
    let trial = Trial::of(vec![Some(fake)], Settings::default());
    trial.expect(&[SoundStatus::Opening, SoundStatus::Off(Fault::Untimed)]);
}

#[test]
fn a_test_may_play_on_a_device_that_keeps_no_time() {
    let fake = Fake::new("null", 48_000);
    fake.act(Act::Races);
    let settings = Settings {
        demand: Demand::FastForward,
        ..Settings::default()
    };
    let trial = Trial::of(vec![Some(fake.clone())], settings);
    trial.expect(&[SoundStatus::Opening, on(&fake)]);
    fake.wait_for(|heard| heard.len() > 48_000 * 30);
    let heard = fake.heard();
    let mut expected = vec![0.0; 48_000 * 30];
    let rate = crate::sound::rate::Rate::COMMON;
    crate::sound::score::Score::new(rate, Mix::default()).render(
        &Part::new(session()),
        0,
        &mut expected,
    );
    assert!(heard[..expected.len()] == expected);
}

#[test]
fn the_stream_closes_when_no_set_needs_it_and_opens_again_for_the_next() {
    let fake = Fake::new("card", 48_000);
    let linger = Duration::from_millis(50);
    let mut trial = Trial::lingering(linger, vec![Some(fake.clone())], Settings::default());
    trial.expect(&[SoundStatus::Opening, on(&fake)]);
    trial.card.rest();
    trial.expect(&[SoundStatus::Asleep]);
    assert_eq!(trial.card.status(), SoundStatus::Asleep);
    trial.card.wake();
    trial.expect(&[SoundStatus::Opening, on(&fake)]);
}

#[test]
fn every_common_sample_format_is_played() {
    for format in [
        SampleFormat::F32,
        SampleFormat::I16,
        SampleFormat::I32,
        SampleFormat::U16,
    ] {
        let fake = Fake::new("formats", 48_000).with_format(format);
        let trial = Trial::of(vec![Some(fake.clone())], Settings::default());
        trial.expect(&[SoundStatus::Opening, on(&fake)]);
        fake.wait_for(|heard| heard.iter().any(|sample| sample.abs() > 0.3));
        assert!(
            fake.heard().iter().all(|sample| sample.abs() < 1.0),
            "{format}"
        );
    }
}

#[test]
fn a_player_is_dropped_though_its_card_hangs() {
    let fake = Fake::new("stuck", 48_000);
    fake.closing_blocks();
    let trial = Trial::of(vec![Some(fake.clone())], Settings::default());
    trial.expect(&[SoundStatus::Opening, on(&fake)]);
    let start = Instant::now();
    drop(trial);
    assert!(start.elapsed() < PATIENCE);
    fake.let_close();
}
