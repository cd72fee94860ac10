//! How a rep is paced, and the pauses around it: tempos and their ladders, holds, strokes, rests, intervals.

use super::{Found, Reader};
use crate::training::line::element::What;
use crate::training::line::error::Complaint;
use crate::training::line::token::Kind;
use crate::training::tempo::{self, Tempo, TempoError};
use std::time::Duration;

/// No tempo has more tokens than this: a longer run is something else.
const LONGEST_TEMPO: usize = 16;
/// Most tokens between two quotes.
const LONGEST_QUOTE: usize = 200;

impl Reader<'_> {
    /// `@4010`, `tempo 4-0-1-0`, `@2010>3010>4010`, `@1010>2010 by rep`.
    pub(super) fn tempo(&self, at: usize) -> Found {
        let first = match self.word(at) {
            "@" => at + 1,
            "tempo" => {
                let colon = matches!(self.word(at + 1), ":" | "=" | "@");
                let first = at + 1 + usize::from(colon);
                // "Tempo squat" is a name.
                let (_, end) = self.fields(first)?;
                (end > first && (self.is_number(first) || end > first + 1)).then_some(first)?
            }
            _ => return None,
        };
        if let Some(load) = self.load(first).or_else(|| self.effort(first)) {
            return Some(load);
        }
        let mut ladder: Vec<Tempo> = Vec::new();
        let mut from = first;
        loop {
            let (tempo, next) = self.one_tempo(from)?;
            match tempo {
                Ok(tempo) => ladder.push(tempo),
                Err(error) => return Some((What::Wrong(error.into()), next)),
            }
            let dash = usize::from(self.is_mark(next, '-') && self.is_mark(next + 1, '>'));
            let rung = next + dash + 1;
            let rung = rung + usize::from(self.is_mark(rung, '@'));
            if self.is_mark(next + dash, '>') && self.fields(rung).is_some() {
                from = rung;
                continue;
            }
            let by =
                |unit: [&str; 2]| self.word(next) == "by" && unit.contains(&self.word(next + 1));
            let by_rep = by(["rep", "reps"]);
            let said = by_rep || by(["set", "sets"]);
            let next = if said { next + 2 } else { next };
            return Some((What::Tempo { ladder, by_rep }, next));
        }
    }

    fn one_tempo(&self, at: usize) -> Option<(Result<Tempo, TempoError>, usize)> {
        let (text, next) = self.fields(at)?;
        let read = tempo::read(&text).map(|reading| reading.tempo);
        if read.is_err()
            && let Some((spaced, behind)) = self.spaced(at)
            && let Ok(reading) = tempo::read(&spaced)
        {
            return Some((Ok(reading.tempo), behind));
        }
        Some((read, next))
    }

    /// The fields of a tempo that are written without blanks, in one form, and the token behind them.
    fn fields(&self, at: usize) -> Option<(String, usize)> {
        let mut text = String::new();
        let mut next = at;
        // Behind three or four letters without a separator a comma ends the tempo: the next exercise may come.
        let mut compact = 0;
        while next < at + LONGEST_TEMPO && (next == at || self.glued(next)) {
            let word = self.word(next);
            match self.kind(next) {
                // `@4010/side`
                Some(Kind::Mark('/')) if self.phrase(next).is_some() => break,
                Some(Kind::Number) => {}
                Some(Kind::Word) if word.chars().all(|c| matches!(c, 'x' | 'a' | 's' | 'o')) => {}
                Some(Kind::Mark('-' | '/' | ':' | '|' | '_' | '.')) if next > at => {}
                Some(Kind::Mark(',')) if next > at && compact < 3 => {}
                _ => break,
            }
            let unit = word.starts_with(char::is_alphanumeric);
            compact = if unit { compact + word.len() } else { 0 };
            text.push_str(word);
            next += 1;
        }
        // What closes a clause is no part of the tempo.
        while next > at && !(self.is_word(next - 1) || self.is_number(next - 1)) {
            next -= 1;
            text.pop();
        }
        (next > at).then_some((text, next))
    }

    /// `4 0 1 0` and `4 - 0 - 1 - 0`.
    fn spaced(&self, at: usize) -> Option<(String, usize)> {
        let mut text = self.word(at).to_owned();
        let mut next = at + 1;
        for _ in 0..3 {
            let mark = self.word(next);
            if matches!(mark, "-" | "/" | ":" | "|") {
                text.push_str(mark);
                next += 1;
            } else {
                text.push(' ');
            }
            let field = self.word(next);
            let fits = self.is_number(next) && field.len() <= 3 || matches!(field, "x" | "a");
            if !fits {
                return None;
            }
            text.push_str(field);
            next += 1;
        }
        (!self.glued(next) || !self.is_word(next)).then_some((text, next))
    }

    /// A tempo without a sign before it, where it can be nothing else: `4010`, `40X0`, `4-0-1-0`.
    pub(super) fn bare_tempo(&self, at: usize) -> Found {
        let (text, next) = self
            .fields(at)
            .filter(|(text, next)| self.is_tempo_shaped(text, *next))?;
        let tempo = tempo::read(&text).ok()?.tempo;
        // `10x3` is also ten sets of three.
        if let (true, Some(Ok(sets)), "x", Some(Ok(reps))) = (
            next == at + 3,
            self.value(at),
            self.word(at + 1),
            self.value(at + 2),
        ) {
            // Behind `10x3x5s` and `10x3-5` there is no doubt.
            let more = matches!(
                self.word(next),
                "as" | "x" | "+" | ">" | "-" | "kg" | "lb" | "lbs" | "sec" | "min"
            );
            return (!more).then_some((What::DoseOrTempo { sets, reps, tempo }, next));
        }
        let unit = matches!(
            self.word(next),
            "kg" | "lb" | "lbs" | "m" | "min" | "sec" | "reps" | "rep"
        );
        let ladder = vec![tempo];
        (!unit).then_some((
            What::Tempo {
                ladder,
                by_rep: false,
            },
            next,
        ))
    }

    /// Whether the fields are so many that nobody means something else by them.
    fn is_tempo_shaped(&self, text: &str, next: usize) -> bool {
        let unit = |c: char| c.is_ascii_digit() || matches!(c, 'x' | 'a');
        match text.len() {
            4 if text.chars().all(unit) => true,
            // `12x 8` is the beginning of a dose.
            3 if text.chars().all(unit) => {
                let goes_on = matches!(self.word(next), "(" | "amrap" | "max");
                text.ends_with(['x', 'a']) && !self.is_number(next) && !goes_on
            }
            _ => {
                text.split(['-', '/']).count() == 4
                    && !text.contains([':', '|', '_', '.', ',', 's', 'o'])
            }
        }
    }

    /// `hold 45s`, `strokes 3s`; without a length they say what the dose counts.
    pub(super) fn pace(&self, at: usize) -> Found {
        let what: fn(Option<Duration>) -> What = match self.word(at) {
            "hold" | "holds" => What::Hold,
            "stroke" | "strokes" => What::Strokes,
            _ => return None,
        };
        let amount = self.time_behind(at + 1).filter(|amount| {
            let next = amount.next;
            // In "hold, 60s rest" the length is the rest's.
            let of_rest = self.word(next) == "rest" && self.time_behind(next + 1).is_none();
            amount.certain && !of_rest && self.word(next) != "x"
        });
        Some(match amount {
            Some(amount) => {
                let next = amount.next + usize::from(self.word(amount.next) == "each");
                let what = |length| what(Some(length));
                (amount.length.map_or_else(What::Wrong, what), next)
            }
            None => (what(None), at + 1),
        })
    }

    /// `rest 2m`, `r60`, `every 90s 8:`, `emom 10:`, `intra 20s`, `change 10s`, `drop 20%`, `lead-in 5s`.
    pub(super) fn pause(&self, at: usize) -> Found {
        let lead_in = self
            .all(at, &["lead", "-", "in"])
            .or_else(|| self.all(at, &["lead", "in"]))
            .or_else(|| self.all(at, &["leadin"]));
        let (what, behind): (fn(Duration) -> What, usize) = match self.word(at) {
            "drop" => return self.drop(at + 1),
            "emom" => return Some(self.minutes(at + 1)),
            "rest" | "rests" | "resting" | "r" | "rst" => (What::Rest, at + 1),
            "every" => (|length| What::Every { length, sets: None }, at + 1),
            "intra" => (What::Intra, at + 1),
            "change" => (What::Change, at + 1),
            _ => (What::LeadIn, lead_in?),
        };
        if let ("every", Some(next)) = (
            self.word(at),
            self.all(behind, &["minute"])
                .or_else(|| self.all(behind, &["min"])),
        ) {
            let length = Duration::from_secs(60);
            return Some(self.times_of(What::Every { length, sets: None }, next));
        }
        let amount = self.time_behind(behind)?;
        let found = amount.length.map_or_else(What::Wrong, what);
        Some(self.times_of(found, amount.next))
    }

    fn drop(&self, at: usize) -> Found {
        let percent = self.value(at).filter(|_| self.is_mark(at + 1, '%'))?;
        Some((percent.map_or_else(What::Wrong, What::Drop), at + 2))
    }

    /// Behind `emom`: `10:`, `10 min`, `for 10 rounds:`, or nothing.
    fn minutes(&self, at: usize) -> (What, usize) {
        let number = at + usize::from(matches!(self.word(at), "for" | ":"));
        let unit = usize::from(matches!(
            self.word(number + 1),
            "min" | "mins" | "minute" | "minutes" | "m" | "rounds" | "sets" | "'"
        ));
        let next = number + 1 + unit;
        let length = Duration::from_secs(60);
        let ends = unit == 1 || self.is_mark(next, ':');
        match self.value(number).filter(|_| ends) {
            None => (What::Every { length, sets: None }, at),
            Some(Err(wrong)) => (What::Wrong(wrong), next),
            Some(Ok(sets)) => {
                let next = next + usize::from(self.is_mark(next, ':'));
                let sets = Some(sets);
                (What::Every { length, sets }, next)
            }
        }
    }

    /// Behind `every 90s`: `8:`, how often.
    fn times_of(&self, found: What, at: usize) -> (What, usize) {
        let number = at + usize::from(matches!(self.word(at), "x" | "for"));
        let colon = number + 1 + usize::from(matches!(self.word(number + 1), "sets" | "rounds"));
        let What::Every { length, .. } = found else {
            return (found, at);
        };
        match self.value(number).filter(|_| self.is_mark(colon, ':')) {
            None => (found, at),
            Some(Err(wrong)) => (What::Wrong(wrong), colon),
            Some(Ok(sets)) => {
                let sets = Some(sets);
                (What::Every { length, sets }, colon + 1)
            }
        }
    }

    /// `RPE 8`, `RIR 2`: how heavy, in a coach's words.
    pub(super) fn effort(&self, at: usize) -> Found {
        if !matches!(self.word(at), "rpe" | "rir") || !self.is_number(at + 1) {
            return None;
        }
        let range = self.is_mark(at + 2, '-') && self.is_number(at + 3);
        let next = at + if range { 4 } else { 2 };
        Some((What::Load(self.written(at, next)), next))
    }

    /// `load "body weight"`, `cue "…"`, `AMRAP`, `x4`.
    pub(super) fn other(&self, at: usize) -> Found {
        let sole = self.effort(at).or_else(|| self.amrap_alone(at));
        if let Some(found) = sole.or_else(|| self.lettered_tempo(at)) {
            return Some(found);
        }
        let found: fn(String) -> What = match self.word(at) {
            "load" => What::Load,
            "cue" => What::Cue,
            "x" => {
                let times = self.value(at + 1)?;
                return Some((times.map_or_else(What::Wrong, What::Times), at + 2))
                    .filter(|_| !matches!(self.word(at + 2), "set" | "sets" | "rounds" | "reps"));
            }
            _ => return None,
        };
        let quote = at + 1 + usize::from(self.is_mark(at + 1, ':'));
        if self.is_mark(quote, '"') {
            return Some(self.quoted(quote, found));
        }
        self.load(quote)
            .or_else(|| self.effort(quote))
            .filter(|_| self.word(at) == "load")
    }

    /// `X0X0`, `A0X0`.
    fn lettered_tempo(&self, at: usize) -> Found {
        let letter = matches!(self.word(at), "x" | "a") && self.glued_number(at + 1);
        letter.then(|| self.bare_tempo(at))?
    }

    /// A text in quotes.
    pub(super) fn quoted(&self, at: usize, found: fn(String) -> What) -> (What, usize) {
        let rest = (at + 1)..self.tokens.len().min(at + LONGEST_QUOTE);
        let end = rest
            .take_while(|at| self.kind(*at) != Some(Kind::Line))
            .find(|at| self.is_mark(*at, '"'));
        let Some(end) = end else {
            return (What::Wrong(Complaint::Quote), at + 1);
        };
        let inner = self.span(at, at + 1).end..self.span(end, end + 1).start;
        let text = self.text.get(inner).unwrap_or_default();
        (found(text.trim().to_owned()), end + 1)
    }
}
