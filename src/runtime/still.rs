//! Standing still: noticing that the computer slept, and keeping it awake.

use std::time::{Duration, Instant};

/// Less than this is no sleep but a busy machine.
const NOTICED: Duration = Duration::from_millis(1_500);

/// Notices that the computer slept.
pub(super) struct Sleepwatch {
    boot: Option<Duration>,
    awake: Instant,
}

impl Sleepwatch {
    pub(super) fn new() -> Self {
        Self {
            boot: since_boot(),
            awake: Instant::now(),
        }
    }

    /// Call it at each turn of the loop, with the clock time of the turn before. Returns that time if the computer has
    /// slept since: the monotonic clock stands still then, the one that counts from boot does not.
    pub(super) fn stood_still(&mut self, last_turn: Duration) -> Option<Duration> {
        let (boot, awake) = (since_boot(), Instant::now());
        let passed = boot
            .zip(self.boot)
            .map(|(now, before)| now.saturating_sub(before));
        let lived = awake.saturating_duration_since(self.awake);
        self.boot = boot;
        self.awake = awake;
        (passed? > lived + NOTICED).then_some(last_turn)
    }
}

#[cfg(any(target_os = "linux", target_os = "android"))]
fn since_boot() -> Option<Duration> {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::Boottime);
    let seconds = u64::try_from(time.tv_sec).ok()?;
    let nanos = u32::try_from(time.tv_nsec).ok()?;
    Some(Duration::new(seconds, nanos))
}

#[cfg(not(any(target_os = "linux", target_os = "android")))]
fn since_boot() -> Option<Duration> {
    None
}

/// Keeps the screen awake while it lives, where the program was built for it.
#[derive(Default)]
pub(super) struct Awake {
    #[cfg(feature = "keep-awake")]
    held: Option<keepawake::KeepAwake>,
}

#[cfg(feature = "keep-awake")]
impl Awake {
    /// From now on the screen stays on. Where the desktop does not offer it, nothing happens.
    pub(super) fn keep(&mut self) {
        let request = keepawake::Builder::default()
            .display(true)
            .idle(true)
            .app_name("Downbeat")
            .reason("pacing a set")
            .create();
        self.held = request.ok();
    }

    /// From now on the screen may sleep.
    pub(super) fn release(&mut self) {
        self.held = None;
    }
}

#[cfg(not(feature = "keep-awake"))]
#[expect(
    clippy::unused_self,
    reason = "the same calls as where the program was built for it"
)]
impl Awake {
    pub(super) fn keep(&mut self) {}

    pub(super) fn release(&mut self) {}
}
