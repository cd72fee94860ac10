//! Spans of time and their parts: how much is looked at, and which week or month a day belongs to.

use jiff::ToSpan as _;
use jiff::civil::Date;

/// Up to so many weeks a span is told by the week, beyond by the month: a year, and the week that it began in.
const BY_WEEK: u16 = 53;

/// How much of the past is looked at. The present week is one of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Window {
    /// So many weeks.
    Weeks(u16),
    /// Everything that there is.
    All,
}

impl Default for Window {
    fn default() -> Self {
        Self::TWELVE
    }
}

impl Window {
    /// Twelve weeks.
    pub const TWELVE: Self = Self::Weeks(12);
    /// A year.
    pub const YEAR: Self = Self::Weeks(52);

    /// The next larger one, and behind all of it the smallest.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::Weeks(..=12) => Self::YEAR,
            Self::Weeks(_) => Self::All,
            Self::All => Self::TWELVE,
        }
    }

    /// `12 weeks`.
    pub fn words(self) -> String {
        match self {
            Self::Weeks(52) => "a year".to_owned(),
            Self::Weeks(1) => "1 week".to_owned(),
            Self::Weeks(weeks) => format!("{weeks} weeks"),
            Self::All => "all".to_owned(),
        }
    }

    /// `in these 12 weeks`, as it ends a sentence.
    pub fn within(self) -> String {
        match self {
            Self::Weeks(52) => "within this year".to_owned(),
            Self::Weeks(1) => "this week".to_owned(),
            Self::Weeks(weeks) => format!("in these {weeks} weeks"),
            Self::All => "so far".to_owned(),
        }
    }
}

/// What a slot is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Step {
    /// A week, from Monday on.
    Week,
    /// A month.
    Month,
}

impl Step {
    /// `week`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Week => "week",
            Self::Month => "month",
        }
    }
}

/// The weeks or months of a span, counted from its beginning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Slots {
    window: Window,
    step: Step,
    first: Date,
    today: Date,
}

impl Slots {
    /// The parts of a window that ends today. `earliest` is the first day of the journal.
    pub fn new(window: Window, today: Date, earliest: Option<Date>) -> Self {
        let monday = monday(today);
        let first = match window {
            Window::Weeks(weeks) => back(monday, weeks.saturating_sub(1)),
            Window::All => self::monday(earliest.map_or(today, |day| day.min(today))),
        };
        let weeks = days(first, today) / 7 + 1;
        let (step, first) = if weeks > u32::from(BY_WEEK) {
            (Step::Month, first.first_of_month())
        } else {
            (Step::Week, first)
        };
        Self {
            window,
            step,
            first,
            today,
        }
    }

    /// How much is looked at.
    pub fn window(&self) -> Window {
        self.window
    }

    /// What a slot is.
    pub fn step(&self) -> Step {
        self.step
    }

    /// The first day of it.
    pub fn first(&self) -> Date {
        self.first
    }

    /// The last day of it.
    pub fn today(&self) -> Date {
        self.today
    }

    /// How many slots there are.
    pub fn count(&self) -> usize {
        self.of(self.today).map_or(0, |last| last + 1)
    }

    /// How many days there are.
    pub fn days(&self) -> u32 {
        days(self.first, self.today) + 1
    }

    /// The slot of a day; `None` outside.
    pub fn of(&self, day: Date) -> Option<usize> {
        if day < self.first || day > self.today {
            return None;
        }
        let index = match self.step {
            Step::Week => days(self.first, day) / 7,
            Step::Month => {
                let years = i32::from(day.year()) - i32::from(self.first.year());
                let months = i32::from(day.month()) - i32::from(self.first.month());
                u32::try_from(years * 12 + months).ok()?
            }
        };
        usize::try_from(index).ok()
    }

    /// The day on which a slot begins.
    pub fn begin(&self, index: usize) -> Date {
        let index = i64::try_from(index).unwrap_or(i64::MAX);
        let begin = match self.step {
            Step::Week => self.first.checked_add((index.min(10_000) * 7).days()),
            Step::Month => self.first.checked_add(index.min(10_000).months()),
        };
        begin.unwrap_or(self.today)
    }

    /// `2 Mar`, or `Mar 2026`.
    pub fn label(&self, index: usize) -> String {
        let format = match self.step {
            Step::Week => "%-d %b",
            Step::Month => "%b %Y",
        };
        self.begin(index).strftime(format).to_string()
    }

    /// `Week of 2 Mar 2026`, or `Mar 2026`, as it begins a line.
    pub fn heading(&self, index: usize) -> String {
        let format = match self.step {
            Step::Week => "Week of %-d %b %Y",
            Step::Month => "%b %Y",
        };
        self.begin(index).strftime(format).to_string()
    }

    /// Where a day stands between the first day, 0, and the last.
    pub fn at(&self, day: Date) -> u32 {
        days(self.first, day)
    }
}

/// The Monday of a day's week.
pub(super) fn monday(day: Date) -> Date {
    let behind = day.weekday().to_monday_zero_offset();
    day.checked_sub(i64::from(behind).days()).unwrap_or(day)
}

fn back(day: Date, weeks: u16) -> Date {
    let span = (i64::from(weeks) * 7).days();
    day.checked_sub(span).unwrap_or(Date::MIN)
}

/// Days from one to a later one; none where it is not later.
fn days(from: Date, to: Date) -> u32 {
    u32::try_from(to.duration_since(from).as_hours() / 24).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    /// A Friday.
    const TODAY: Date = date(2026, 11, 27);

    #[test]
    fn a_week_begins_on_monday_and_the_present_one_is_the_last() {
        let slots = Slots::new(Window::TWELVE, TODAY, None);
        assert_eq!(slots.count(), 12);
        assert_eq!(slots.label(0), "7 Sep");
        assert_eq!(slots.label(11), "23 Nov");
        assert_eq!(slots.of(date(2026, 11, 22)), Some(10), "a Sunday");
        assert_eq!(slots.of(date(2026, 11, 23)), Some(11), "a Monday");
        assert_eq!(slots.of(date(2026, 9, 6)), None, "the day before");
        assert_eq!(slots.of(date(2026, 11, 28)), None, "tomorrow");
    }

    #[test]
    fn a_year_is_told_by_the_week_across_new_year_and_more_by_the_month() {
        let year = Slots::new(Window::YEAR, date(2026, 1, 4), None);
        assert_eq!((year.step(), year.count()), (Step::Week, 52));
        assert_eq!(year.label(51), "29 Dec");
        let all = Slots::new(Window::All, TODAY, Some(date(2024, 2, 29)));
        assert_eq!(all.step(), Step::Month);
        assert_eq!(all.of(date(2024, 2, 29)), Some(0));
        assert_eq!(all.of(date(2024, 3, 1)), Some(1));
        assert_eq!(all.of(date(2025, 1, 31)), Some(11));
        assert_eq!(all.of(TODAY), Some(33));
        assert_eq!(all.label(33), "Nov 2026");
        let young = Slots::new(Window::All, TODAY, Some(date(2026, 11, 1)));
        assert_eq!((young.step(), young.count()), (Step::Week, 5));
    }

    #[test]
    fn an_empty_journal_and_a_clock_that_was_wrong_give_one_week() {
        assert_eq!(Slots::new(Window::All, TODAY, None).count(), 1);
        let later = Some(date(2030, 1, 1));
        assert_eq!(Slots::new(Window::All, TODAY, later).count(), 1);
        assert_eq!(
            Slots::new(Window::Weeks(u16::MAX), TODAY, None).step(),
            Step::Month
        );
        assert!(Slots::new(Window::Weeks(u16::MAX), Date::MIN, None).count() > 0);
    }

    #[test]
    fn a_window_turns_in_three_steps() {
        let turned = Window::default().next();
        assert_eq!(turned.words(), "a year");
        assert_eq!(turned.next().next(), Window::TWELVE);
    }
}
