//! Numbers by themselves: lengths of time, loads, and how many sets or reps.

use super::{Found, Reader};
use crate::training::length;
use crate::training::line::element::What;
use crate::training::line::error::Complaint;
use crate::training::line::token::Kind;
use std::time::Duration;

/// A length of time in the text.
pub(super) struct Amount {
    pub(super) length: Result<Duration, Complaint>,
    /// Whether it can be nothing but a length.
    pub(super) certain: bool,
    /// The token behind it.
    pub(super) next: usize,
}

/// Numbers below this without a unit may be minutes as well as seconds.
const SURE_SECONDS: u64 = 10;

impl Reader<'_> {
    /// Whatever begins with a number.
    pub(super) fn amount(&self, at: usize) -> Found {
        self.counted(at)
            .or_else(|| self.load(at))
            .or_else(|| self.bare_tempo(at))
            .or_else(|| self.dose(at))
            .or_else(|| self.length_first(at))
            .or_else(|| self.reps_alone(at))
    }

    /// `3 sets`, `4 rounds`, in which a range is refused further on.
    fn counted(&self, at: usize) -> Found {
        let number = self.value(at)?;
        let what = match self.word(at + 1) {
            "set" | "sets" => What::Sets,
            "round" | "rounds" => What::Rounds,
            _ => return None,
        };
        Some((number.map_or_else(What::Wrong, what), at + 2))
    }

    /// The number at a place, or why it is none that can be used.
    pub(super) fn value(&self, at: usize) -> Option<Result<u32, Complaint>> {
        let digits = self.is_number(at).then(|| self.word(at))?;
        let number = digits.parse();
        Some(number.map_err(|_too_large| Complaint::Large(self.written(at, at + 1))))
    }

    /// `24 kg`, `2x24kg`, `52.5 lb`, `15RM`, `70%`, `70% of 1RM`.
    pub(super) fn load(&self, at: usize) -> Found {
        let number = self.decimal(at)?;
        let number = match self.word(number) {
            "x" | "*" => self.decimal(number + 1).unwrap_or(number),
            _ => number,
        };
        let next = match self.word(number) {
            "kg" | "kgs" | "lb" | "lbs" | "kilo" | "kilos" | "pounds" | "rm" => number + 1,
            "%" => {
                let of = number + 1 + usize::from(self.word(number + 1) == "of");
                let of = of + usize::from(self.is_number(of) && self.word(of + 1) == "rm");
                match self.word(of) {
                    "rm" | "mvc" | "max" | "bw" | "bodyweight" => of + 1,
                    _ => number + 1,
                }
            }
            _ => return None,
        };
        Some((What::Load(self.written(at, next)), next))
    }

    /// The place behind `24` or `52.5`.
    fn decimal(&self, at: usize) -> Option<usize> {
        if !self.is_number(at) {
            return None;
        }
        let point = matches!(self.kind(at + 1), Some(Kind::Mark('.' | ',')));
        let more = point && self.glued(at + 1) && self.glued(at + 2) && self.is_number(at + 2);
        Some(at + if more { 3 } else { 1 })
    }

    /// A length of time: `90`, `90s`, `2 min`, `1m30s`, `2:00`, `:120`, `1'30"`.
    pub(super) fn time(&self, at: usize) -> Option<Amount> {
        let mut text = String::new();
        let clock = self.is_mark(at, ':');
        let (mut certain, mut next) = (clock, at + usize::from(clock));
        if clock {
            text.push(':');
        }
        let first = next;
        // The first number may stand apart from what is before it; what follows a colon may not.
        let end = |text: &str, at| {
            let end: Option<usize> = self.decimal(at);
            end.filter(|_| text.is_empty() || self.follows(at))
        };
        while let Some(end) = end(&text, next) {
            for token in next..end {
                let point = self.is_mark(token, ',');
                text.push_str(if point { "." } else { self.word(token) });
            }
            next = end;
            let colon = self.is_mark(next, ':') && self.glued(next) && self.glued_number(next + 1);
            if colon {
                text.push(':');
            } else if let Some(unit) = self.unit(next) {
                // `2:00 min` says it twice.
                text.push_str(if text.contains(':') { "" } else { unit });
            } else {
                break;
            }
            certain = true;
            next += 1;
        }
        if next == first {
            return None;
        }
        let length = length::read(&text).map_err(Complaint::from);
        Some(Amount {
            length,
            certain,
            next,
        })
    }

    /// Whether a number goes on a length: `1m30`, `1 m 30 s`, and not `2m 3x8`.
    fn follows(&self, at: usize) -> bool {
        self.glued(at) || self.decimal(at).is_some_and(|end| self.unit(end).is_some())
    }

    fn unit(&self, at: usize) -> Option<&'static str> {
        match self.word(at) {
            "s" | "sec" | "secs" | "second" | "seconds" => Some("s"),
            "m" | "min" | "mins" | "minute" | "minutes" => Some("m"),
            "\"" if self.glued(at) => Some("s"),
            "'" if self.glued(at) => Some("m"),
            "h" | "hour" | "hours" => Some("h"),
            _ => None,
        }
    }

    /// A length behind a word that asks for one, over a colon or "of".
    pub(super) fn time_behind(&self, at: usize) -> Option<Amount> {
        let skips = |at| {
            // `rest :90` has its colon within the length.
            let clock = self.glued_number(at + 1) && !self.glued(at);
            let colon = self.is_mark(at, ':') && !clock;
            colon || matches!(self.word(at), "of" | "for" | "=")
        };
        let at = if skips(at) { at + 1 } else { at };
        let amount = self.time(at)?;
        if self.is_mark(amount.next, '-') && self.is_number(amount.next + 1) {
            let end = self.time(amount.next + 1).map_or(at, |most| most.next);
            let length = Err(Complaint::LengthRange(self.written(at, end)));
            return Some(Amount {
                length,
                next: end,
                ..amount
            });
        }
        let text = self.written(at, amount.next);
        let small = matches!(&amount.length, Ok(length) if !length.is_zero() && length.as_secs() < SURE_SECONDS);
        if small && !amount.certain {
            let said = self.written(at.saturating_sub(1), amount.next);
            let length = Err(Complaint::NoUnit(said, text));
            return Some(Amount { length, ..amount });
        }
        Some(amount)
    }

    /// `90s rest`, and `45s` of which nobody says what it is.
    fn length_first(&self, at: usize) -> Found {
        let amount = self.time(at)?;
        if self.word(amount.next) == "rest" && self.time_behind(amount.next + 1).is_none() {
            let what = amount.length.map_or_else(What::Wrong, What::Rest);
            return Some((what, amount.next + 1));
        }
        let what = amount.length.map_or_else(What::Wrong, What::Length);
        amount.certain.then_some((what, amount.next))
    }

    /// `:90` by itself.
    pub(super) fn clock(&self, at: usize) -> Found {
        if self.glued(at) || !self.glued_number(at + 1) {
            return None;
        }
        self.length_first(at)
    }
}
