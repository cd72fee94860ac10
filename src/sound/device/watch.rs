//! When a stream counts as lost, and how long to wait before the next attempt: rules without a thread or a clock.

use std::time::{Duration, Instant};

use super::link::{Loss, Stage};
use crate::sound::Fault;

/// Errors of unknown weight mean loss once the data callbacks have stopped for this long.
const SUSPICIOUS_SILENCE: Duration = Duration::from_millis(200);
/// Without any error, this long without a callback means that the device hangs.
const STALL: Duration = Duration::from_secs(1);
/// A young stream may be slow to get going: `PulseAudio`'s null sink takes 1.2 s.
const GRACE: Duration = Duration::from_secs(3);

const SHORTEST_WAIT: Duration = Duration::from_millis(250);
const LONGEST_WAIT: Duration = Duration::from_secs(3);
/// After a refusal, which another attempt hardly changes.
const REFUSED_WAIT: Duration = Duration::from_secs(60);

/// What is known of an open stream.
#[derive(Debug, Clone, Copy)]
pub(super) struct Seen {
    pub(super) opened: Instant,
    pub(super) last_call: Option<Instant>,
    pub(super) stage: Stage,
    pub(super) loss: Loss,
    pub(super) latency: Duration,
}

/// What to do about a stream.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Verdict {
    /// Close it, for this reason.
    Close(Fault),
    /// Look again at this moment; until then nothing can be wrong that does not wake the supervisor.
    Healthy(Instant),
    /// The same, and the errors that it had were harmless.
    Absolved(Instant),
}

/// Judges a stream at the moment `now`.
pub(super) fn judge(seen: &Seen, now: Instant) -> Verdict {
    match (seen.loss, seen.stage) {
        (Loss::Certain, _) => return Verdict::Close(Fault::Lost),
        (_, Stage::Untimed) => return Verdict::Close(Fault::Untimed),
        (_, Stage::Late) => return Verdict::Close(Fault::Late(seen.latency)),
        _ => {}
    }
    let heard = seen.last_call.unwrap_or(seen.opened);
    let settled = seen.opened + GRACE;
    let stalls = (heard + STALL).max(settled);
    if now >= stalls {
        let fault = if seen.loss == Loss::Suspected {
            Fault::Lost
        } else {
            Fault::Stalled
        };
        return Verdict::Close(fault);
    }
    if seen.loss == Loss::None {
        return Verdict::Healthy(stalls);
    }
    let dies = (heard + SUSPICIOUS_SILENCE).max(settled);
    if now >= dies {
        Verdict::Close(Fault::Lost)
    } else if now >= settled
        && seen
            .last_call
            .is_some_and(|call| now < call + SUSPICIOUS_SILENCE / 2)
    {
        Verdict::Absolved(stalls)
    } else {
        Verdict::Healthy(dies)
    }
}

/// How long to wait between attempts to open a card.
#[derive(Debug, Clone, Copy)]
pub(super) struct BackOff {
    wait: Duration,
}

impl BackOff {
    pub(super) const fn new() -> Self {
        Self {
            wait: Duration::ZERO,
        }
    }

    /// The wait before the next attempt, given why the last one ended and whether anything was heard of it.
    pub(super) fn after(&mut self, fault: &Fault, played: bool) -> Duration {
        if matches!(fault, Fault::Untimed | Fault::Late(_)) {
            return REFUSED_WAIT;
        }
        if played {
            self.wait = Duration::ZERO;
        }
        let wait = self.wait;
        self.wait = (wait * 2).clamp(SHORTEST_WAIT, LONGEST_WAIT);
        // What just played may be back already, under another name or rate.
        if played {
            wait
        } else {
            wait.max(SHORTEST_WAIT)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(opened: Instant, last_call: Option<Instant>, loss: Loss) -> Seen {
        Seen {
            opened,
            last_call,
            stage: Stage::Playing,
            loss,
            latency: Duration::ZERO,
        }
    }

    fn ms(millis: u64) -> Duration {
        Duration::from_millis(millis)
    }

    #[test]
    fn what_the_device_says_is_over_is_lost_at_once() {
        let now = Instant::now();
        assert_eq!(
            judge(&seen(now, Some(now), Loss::Certain), now),
            Verdict::Close(Fault::Lost)
        );
    }

    #[test]
    fn unknown_errors_count_only_when_the_callbacks_stop_too() {
        let opened = Instant::now();
        let last = opened + ms(60_000);
        let suspected = seen(opened, Some(last), Loss::Suspected);
        assert_eq!(
            judge(&suspected, last + ms(20)),
            Verdict::Absolved(last + ms(1_000))
        );
        assert_eq!(
            judge(&suspected, last + ms(150)),
            Verdict::Healthy(last + ms(200))
        );
        assert_eq!(
            judge(&suspected, last + ms(200)),
            Verdict::Close(Fault::Lost)
        );
    }

    #[test]
    fn a_device_that_asks_for_nothing_for_a_second_hangs() {
        let opened = Instant::now();
        let last = opened + ms(60_000);
        let quiet = seen(opened, Some(last), Loss::None);
        assert_eq!(
            judge(&quiet, last + ms(900)),
            Verdict::Healthy(last + ms(1_000))
        );
        assert_eq!(
            judge(&quiet, last + ms(1_000)),
            Verdict::Close(Fault::Stalled)
        );
    }

    #[test]
    fn a_young_stream_may_take_its_time_and_its_first_errors_are_forgiven() {
        let opened = Instant::now();
        for loss in [Loss::None, Loss::Suspected] {
            let young = seen(opened, None, loss);
            assert_eq!(
                judge(&young, opened + ms(2_500)),
                Verdict::Healthy(opened + ms(3_000))
            );
            assert!(matches!(
                judge(&young, opened + ms(3_000)),
                Verdict::Close(_)
            ));
        }
    }

    #[test]
    fn attempts_come_less_often_up_to_every_three_seconds() {
        let mut back_off = BackOff::new();
        let fault = Fault::NoCard(String::new());
        let waits: Vec<_> = (0..6).map(|_| back_off.after(&fault, false)).collect();
        assert_eq!(waits, [250, 250, 500, 1_000, 2_000, 3_000].map(ms));
        assert_eq!(back_off.after(&Fault::Lost, true), ms(0));
        assert_eq!(back_off.after(&fault, false), ms(250));
        assert_eq!(back_off.after(&Fault::Untimed, false), ms(60_000));
    }
}
