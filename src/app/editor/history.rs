//! Undo and redo: whole states of the form, as they are small.

use super::Body;

/// How many changes can be taken back.
const MOST: usize = 200;

/// The states before and behind the one at hand.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct History {
    past: Vec<Body>,
    future: Vec<Body>,
}

impl History {
    /// Notes the state before a change.
    pub(super) fn changing(&mut self, before: Body) {
        self.future.clear();
        if self.past.len() >= MOST {
            self.past.remove(0);
        }
        self.past.push(before);
    }

    /// Goes one change back.
    pub(super) fn undo(&mut self, now: &mut Body) -> bool {
        let Some(before) = self.past.pop() else {
            return false;
        };
        self.future.push(std::mem::replace(now, before));
        true
    }

    /// Goes one change on again.
    pub(super) fn redo(&mut self, now: &mut Body) -> bool {
        let Some(after) = self.future.pop() else {
            return false;
        };
        self.past.push(std::mem::replace(now, after));
        true
    }
}
