//! How hard the sessions were: session RPE (CR-10, Foster 2021) times minutes, added up for each week or month.
//!
//! Sessions of which nobody said how hard they were, or that have no end, are left out and counted: a sum with some of them
//! missing is a lower bound, and is shown as one.

use super::sentence::counted;
use super::{Sentence, SessionRow, Slots};

/// The sessions of a slot.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Effort {
    /// Effort times minutes, of the sessions of which both are known.
    pub load: u32,
    /// How many those are.
    pub known: u32,
    /// How many sessions there were.
    pub sessions: u32,
}

impl Effort {
    /// Whether some sessions are missing in the sum.
    pub fn is_partial(self) -> bool {
        self.known < self.sessions
    }

    /// `640`, or `at least 640 (3 of 4 sessions)`.
    fn words(self) -> String {
        let Self {
            load,
            known,
            sessions,
        } = self;
        match (known, sessions) {
            (_, 0) => "no session".to_owned(),
            (0, _) => format!("not known of {}", counted(sessions, "session")),
            _ if self.is_partial() => {
                format!("at least {load}, known of {known} of {sessions} sessions")
            }
            _ => format!("{load} from {}", counted(sessions, "session")),
        }
    }
}

/// How hard the sessions of each slot were.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Efforts {
    /// The slots, the present one last.
    pub slots: Vec<Effort>,
}

impl Efforts {
    pub(super) fn new(count: usize) -> Self {
        Self {
            slots: vec![Effort::default(); count],
        }
    }

    pub(super) fn add(&mut self, slot: usize, row: &SessionRow) {
        let Some(effort) = self.slots.get_mut(slot) else {
            return;
        };
        effort.sessions += 1;
        if let Some((score, minutes)) = row.effort.zip(row.minutes) {
            effort.known += 1;
            let load = minutes.saturating_mul(u32::from(score.get()));
            effort.load = effort.load.saturating_add(load);
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.slots.iter().all(|effort| effort.known == 0)
    }

    pub(super) fn sentence(&self, slots: &Slots) -> Sentence {
        if self.is_empty() {
            return Sentence::new(
                format!(
                    "Nothing {}: say after a session how hard it was, 0 to 10, and it is drawn here.",
                    slots.window().within()
                ),
                "Nothing yet: say how hard sessions are",
            );
        }
        let mut latest = self.slots.iter().rev().copied();
        let now = latest.next().unwrap_or_default();
        let word = slots.step().word();
        let Some(before) = latest.next() else {
            return Sentence::new(
                format!("This {word} so far: {}", now.words()),
                format!("This {word}: {}", short(now)),
            );
        };
        Sentence::new(
            format!(
                "Last {word}: {}; this {word} so far: {}",
                before.words(),
                now.words()
            ),
            format!("Last {word} {}, this {word} {}", short(before), short(now)),
        )
    }

    pub(super) fn rows(&self, slots: &Slots) -> Vec<String> {
        if self.is_empty() {
            return Vec::new();
        }
        let rows = self.slots.iter().enumerate();
        rows.map(|(index, effort)| format!("{}: {}", slots.heading(index), effort.words()))
            .collect()
    }
}

/// `640`, `at least 640`, or a dash.
fn short(effort: Effort) -> String {
    match effort.known {
        0 => "-".to_owned(),
        _ if effort.is_partial() => format!("{}+", effort.load),
        _ => effort.load.to_string(),
    }
}
