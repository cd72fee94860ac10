//! A set's count of reps, corrected after the fact: what becomes of its time under tension.
//!
//! While a session runs, [`Performed`](crate::training::performed::Performed) counts the tension of each rep from the timeline: a rep
//! counts whole or not at all, and only as far as it was paced. In the journal there is no timeline any more, only the sum over the
//! reps that counted. Where all of them had the same tempo, each of them had the same share of it, and the sum for another count is
//! tension × reps that count now / reps that counted before. Where none counted before, that share went with them, and it is taken from
//! the tempo, as the reps were planned; whether its pauses were without load is not in the journal, and they count as loaded. Where the
//! tempo varied (`4-0-1-0>4.5-0-1-0`), or there was none, as in a hold, nobody knows the share of each: then the sum stays, and whoever
//! corrects is told so.

use super::{Answer, SetRecord, TensionMs};
use crate::training::tempo::{Pace, Tempo};
use crate::training::timeline::Tension;
use std::time::Duration;

/// What became of the time under tension.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Retimed {
    /// It is that of the reps that count now.
    Followed,
    /// It is what it was, because the reps were not all alike.
    Left,
}

impl SetRecord {
    /// The same with another count of reps, as somebody says.
    pub fn recounted(&self, done: u32) -> (Self, Retimed) {
        let mut set = self.clone();
        set.done = Answer::Given(done);
        // Reps beyond those that were paced were never timed.
        let (before, now) = (self.reps().min(self.paced), done.min(self.paced));
        let is_none = before > 0 && self.tension.total_ms() == 0;
        if before == now || is_none {
            return (set, Retimed::Followed);
        }
        // One that varied does not read as one.
        let tempo = self.tempo.parse::<Tempo>().ok();
        match tempo {
            None if now > 0 => return (set, Retimed::Left),
            Some(tempo) if before == 0 => {
                set.tension = of_reps(tempo, now);
                return (set, Retimed::Followed);
            }
            _ => {}
        }
        let share = |millis: u64| {
            let whole = millis.saturating_mul(u64::from(now));
            whole.checked_div(u64::from(before)).unwrap_or(millis)
        };
        set.tension = TensionMs {
            eccentric_ms: share(self.tension.eccentric_ms),
            concentric_ms: share(self.tension.concentric_ms),
            isometric_ms: share(self.tension.isometric_ms),
        };
        (set, Retimed::Followed)
    }
}

/// Time under tension of so many reps at a tempo.
fn of_reps(tempo: Tempo, reps: u32) -> TensionMs {
    let moving = |pace: Pace| match pace {
        Pace::Assisted => Duration::ZERO,
        Pace::Timed(_) | Pace::Explosive => pace.nominal().saturating_mul(reps),
    };
    let still = tempo.stretched().saturating_add(tempo.contracted());
    TensionMs::from(Tension {
        eccentric: moving(tempo.lower()),
        concentric: moving(tempo.lift()),
        isometric: still.saturating_mul(reps),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::training::journal::{Counted, Stamp};
    use crate::training::preset::Goal;

    fn set(tempo: &str, paced: u32, tension: [u64; 3]) -> SetRecord {
        let [eccentric_ms, concentric_ms, isometric_ms] = tension;
        SetRecord {
            session: Stamp::default(),
            bout: 1,
            attempt: 1,
            at: Stamp::default(),
            preset: String::new(),
            exercise: "Squat".to_owned(),
            tempo: tempo.to_owned(),
            set: 1,
            side: None,
            planned: 8,
            goal: Goal::Exactly,
            paced,
            done: Answer::Assumed(paced),
            broke: Vec::new(),
            load: Answer::Missing,
            reserve: Answer::Missing,
            tension: TensionMs {
                eccentric_ms,
                concentric_ms,
                isometric_ms,
            },
            interruptions: 0,
            counted: Counted::Kept,
        }
    }

    fn recounted(set: &SetRecord, done: u32) -> ([u64; 3], Retimed) {
        let (set, retimed) = set.recounted(done);
        assert_eq!(set.done, Answer::Given(done));
        let tension = set.tension;
        (
            [
                tension.eccentric_ms,
                tension.concentric_ms,
                tension.isometric_ms,
            ],
            retimed,
        )
    }

    #[test]
    fn tension_follows_the_reps_where_all_had_one_tempo() {
        let paused = set("4-1-1-0", 8, [32_000, 8_000, 8_000]);
        assert_eq!(
            recounted(&paused, 6),
            ([24_000, 6_000, 6_000], Retimed::Followed)
        );
        assert_eq!(recounted(&paused, 0), ([0, 0, 0], Retimed::Followed));
        let (fewer, _) = paused.recounted(6);
        assert_eq!(
            recounted(&fewer, 8),
            ([32_000, 8_000, 8_000], Retimed::Followed),
            "and back"
        );
    }

    #[test]
    fn reps_that_come_back_after_none_counted_are_timed_by_their_tempo() {
        for (tempo, tension) in [
            ("4-1-1-0", [32_000, 8_000, 8_000]),
            ("3-0-A-2", [24_000, 0, 16_000]),
            ("2-0-X-0", [16_000, 8_000, 0]),
        ] {
            let (none, _) = set(tempo, 8, tension).recounted(0);
            assert_eq!(none.tension, TensionMs::default());
            assert_eq!(recounted(&none, 8), (tension, Retimed::Followed), "{tempo}");
            assert_eq!(recounted(&none, 9), (tension, Retimed::Followed), "{tempo}");
        }
        let (none, _) = set("4-0-1-0>4.5-0-1-0", 8, [34_000, 8_000, 0]).recounted(0);
        assert_eq!(recounted(&none, 8), ([0, 0, 0], Retimed::Left));
    }

    #[test]
    fn reps_that_nobody_paced_have_no_tension() {
        let ended_early = set("4-0-1-0", 5, [20_000, 5_000, 0]);
        assert_eq!(
            recounted(&ended_early, 7),
            ([20_000, 5_000, 0], Retimed::Followed)
        );
    }

    #[test]
    fn tension_is_left_where_the_reps_were_not_all_alike() {
        let nudged = set("4-0-1-0>4.5-0-1-0", 8, [34_000, 8_000, 0]);
        assert_eq!(recounted(&nudged, 6), ([34_000, 8_000, 0], Retimed::Left));
        let holds = set("", 3, [0, 0, 135_000]);
        assert_eq!(recounted(&holds, 2), ([0, 0, 135_000], Retimed::Left));
        assert_eq!(recounted(&holds, 0), ([0, 0, 0], Retimed::Followed));
    }
}
