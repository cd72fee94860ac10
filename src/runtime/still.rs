//! Standing still: noticing that the computer slept.

use std::time::{Duration, Instant};

/// Less than this is no standstill but a busy machine.
pub(super) const NOTICED: Duration = Duration::from_millis(1_500);

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

    /// Call it at each turn of the loop. Tells whether the computer has slept since the turn before: the monotonic clock
    /// stands still then, the one that counts from boot does not.
    pub(super) fn slept(&mut self) -> bool {
        let (boot, awake) = (since_boot(), Instant::now());
        let passed = boot
            .zip(self.boot)
            .map(|(now, before)| now.saturating_sub(before));
        let lived = awake.saturating_duration_since(self.awake);
        self.boot = boot;
        self.awake = awake;
        passed.is_some_and(|passed| passed > lived + NOTICED)
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
