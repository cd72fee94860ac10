//! The advice as lines of text, the same on the screen and on the shell.

use super::{Advice, FOOTER, Reason, STOP_TEXT, Subject, Unusual, Verdict, sentence};
use crate::training::history::day;
use crate::training::text::visible;
use jiff::civil::Date;

/// What the lines are about, by its name.
pub fn heading(name: &str, today: Date) -> String {
    format!("Today, {}, for {}", day(today), visible(name))
}

/// The lines, not yet wrapped: the verdict, its reasons with the rule and the entries, and everything else that belongs to it.
pub fn lines(advice: &Advice, subject: &Subject, today: Date) -> Vec<String> {
    let mut lines = vec![verdict(advice)];
    for reason in &advice.reasons {
        lines.extend(because(reason, today));
    }
    if advice.verdict == Verdict::Stop {
        lines.extend(STOP_TEXT.map(str::to_owned));
    }
    if !advice.shown.is_empty() {
        let shown: Vec<String> = advice.shown.iter().map(Unusual::to_string).collect();
        lines.push(format!("Unusual, and not acted on: {}.", shown.join(", ")));
    }
    if !advice.missing.is_empty() {
        let missing = advice.missing.iter().map(|missing| missing.words(subject));
        let missing: Vec<String> = missing.collect();
        lines.push(format!("Not answered: {}.", missing.join("; ")));
    }
    lines.extend(advice.baseline.words());
    lines.extend(advice.notes.iter().map(|note| note.words().to_owned()));
    lines.push(FOOTER.to_owned());
    lines
}

fn verdict(advice: &Advice) -> String {
    let word = match advice.verdict {
        Verdict::Stop => "STOP. ",
        Verdict::BackOff => "BACK OFF. ",
        Verdict::Hold => "HOLD. ",
        Verdict::Progress => "PROGRESS. ",
        Verdict::None => "",
    };
    format!("{word}{}", sentence(advice))
}

/// A reason: what was found, and under it the rule and the entries.
fn because(reason: &Reason, today: Date) -> Vec<String> {
    let mut lines = vec![
        format!("- {}", reason.words),
        format!("  Rule: {}.", reason.clause.rule()),
    ];
    if !reason.entries.is_empty() {
        let entries: Vec<String> = reason
            .entries
            .iter()
            .map(|entry| {
                let on = if entry.day == today {
                    "today".to_owned()
                } else {
                    day(entry.day)
                };
                format!("{on}: {}", entry.words)
            })
            .collect();
        lines.push(format!("  From: {}.", entries.join("; ")));
    }
    lines
}
