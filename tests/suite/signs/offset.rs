//! The offset between what the device says and what is heard.

use crate::lifter::Lifter;
use downbeat::app::message::{Message, Moment};
use downbeat::runtime::{moment, tap};
use downbeat::sound::offset::Offset;
use downbeat::sound::{Decibels, Mix, Player, SoundStatus};
use downbeat::training::transport::Transport;
use downbeat::ui::pacing::{Geometry, Picture};
use ratatui::layout::Rect;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// A device that stands at a moment and has rendered a little ahead. Until this instant it ran.
struct Stopped(Duration, Instant);

/// The same, stopped just now.
fn stopped(moment: Duration) -> Stopped {
    Stopped(moment, Instant::now())
}

const AHEAD: Duration = Duration::from_millis(80);

impl Player for Stopped {
    fn now(&self) -> Duration {
        self.0
    }

    fn at(&self, instant: Instant) -> Duration {
        let ago = self.1.saturating_duration_since(instant);
        self.now().saturating_sub(ago)
    }

    fn frontier(&self) -> Duration {
        self.0 + AHEAD
    }

    fn load(&mut self, _: Arc<Transport>) {}

    fn clear(&mut self) {}

    fn set_volume(&mut self, _: Decibels) {}

    fn set_mix(&mut self, _: Mix) {}

    fn set_muted(&mut self, _: bool) {}

    fn wake(&mut self) {}

    fn rest(&mut self) {}

    fn status(&self) -> SoundStatus {
        SoundStatus::Without
    }
}

fn ms(millis: u64) -> Duration {
    Duration::from_millis(millis)
}

/// The picture of a set when the device says so, with an offset.
fn picture(device: Duration, offset: Offset) -> Picture {
    let mut lifter = Lifter::seasoned();
    lifter.press(" ");
    let now = moment(&stopped(device), offset, lifter.app.now);
    let _ = lifter.app.update(now, Message::Tick);
    downbeat::ui::session::picture(
        &lifter.app,
        lifter.session(),
        Geometry::of(Rect::new(0, 0, 80, 24)),
    )
}

#[test]
fn with_an_offset_of_120_ms_the_picture_is_that_of_120_ms_before() {
    let late = Offset::of_millis(120);
    for at in (6_000..40_000).step_by(70).map(ms) {
        let expected = picture(at, Offset::default());
        assert_eq!(picture(at + ms(120), late), expected, "{at:?}");
        let (sooner, early) = (at.saturating_sub(ms(120)), Offset::of_millis(-120));
        assert_eq!(picture(sooner, early), expected, "{at:?}");
    }
}

#[test]
fn an_edit_is_never_before_what_is_heard_nor_before_what_is_rendered() {
    let at = |millis| {
        moment(
            &stopped(ms(1_000)),
            Offset::of_millis(millis),
            Moment::default(),
        )
    };
    let (late, early) = (at(120), at(-120));
    assert_eq!(
        (late.audible, late.frontier),
        (ms(880), ms(1_000) + AHEAD),
        "heard later"
    );
    assert_eq!(
        (early.audible, early.frontier),
        (ms(1_120), ms(1_120)),
        "heard sooner"
    );
}

#[test]
fn a_key_that_takes_the_time_takes_that_of_what_was_heard_when_it_was_pressed() {
    let opened = Instant::now();
    let device = Stopped(ms(1_000), opened + ms(5_000));
    let pressed = opened + ms(4_970);
    for (millis, heard) in [(0, 970), (120, 850), (-120, 1_090)] {
        let tap = tap(&device, Offset::of_millis(millis), opened, pressed);
        assert_eq!(tap.audible, ms(heard), "{millis} ms");
        assert_eq!(tap.machine, ms(4_970), "no sound, no offset");
    }
}

#[test]
fn an_offset_that_grows_stops_the_picture_and_never_turns_it_back() {
    let before = moment(&stopped(ms(1_000)), Offset::of_millis(0), Moment::default());
    let after = moment(&stopped(ms(1_005)), Offset::of_millis(10), before);
    assert_eq!(after.audible, before.audible);
    let later = moment(&stopped(ms(1_011)), Offset::of_millis(10), after);
    assert_eq!(later.audible, ms(1_001));
}
