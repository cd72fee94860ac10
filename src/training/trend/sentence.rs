//! The answer above a chart, in two lengths.

/// One sentence, and a short form of it for narrow screens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// The whole of it.
    pub long: String,
    /// What fits into about 38 columns.
    pub short: String,
}

impl Sentence {
    pub(super) fn new(long: impl Into<String>, short: impl Into<String>) -> Self {
        Self {
            long: long.into(),
            short: short.into(),
        }
    }
}

/// `1 session`, `26 sessions`.
pub(crate) fn counted(number: impl Into<u64>, one: &str) -> String {
    let number = number.into();
    let ending = if number == 1 { "" } else { "s" };
    format!("{number} {one}{ending}")
}

/// `Sat 2 Mar 2026`.
pub(super) fn full(day: jiff::civil::Date) -> String {
    day.strftime("%a %-d %b %Y").to_string()
}

/// A score, or a dash.
pub(super) fn score(score: Option<crate::training::journal::Score>) -> String {
    score.map_or_else(|| "-".to_owned(), |score| score.to_string())
}
