//! Fixed phrases: sides, starts, gates, and what else is said in words alone.

use super::{Found, Reader};
use crate::training::exercise::Start;
use crate::training::line::element::What;
use crate::training::line::error::Complaint;
use crate::training::preset::{Side, Unloaded};
use std::time::Duration;

/// Phrases that mean one thing, the longer ones before those that begin like them.
const PHRASES: &[(&[&str], What)] = &[
    (&["as", "tolerated"], What::AsTolerated),
    (&["at", "your", "own", "pace"], What::OwnPace),
    (&["at", "own", "pace"], What::OwnPace),
    (&["own", "pace"], What::OwnPace),
    (&["self", "-", "paced"], What::OwnPace),
    (&["self", "paced"], What::OwnPace),
    (&["wait", "at", "lock", "-", "out"], What::Lockout),
    (&["wait", "at", "lockout"], What::Lockout),
    (&["lock", "-", "out", "wait"], What::Lockout),
    (&["lockout", "wait"], What::Lockout),
    (&["no", "rest"], What::Rest(Duration::ZERO)),
    (&["path", "inverted"], What::Inverted),
    (
        &["unloaded", "stretched", "contracted"],
        What::Unloaded(Unloaded::Both),
    ),
    (
        &["unloaded", "stretched"],
        What::Unloaded(Unloaded::Stretched),
    ),
    (
        &["unloaded", "contracted"],
        What::Unloaded(Unloaded::Contracted),
    ),
    (&["alternating", "sides"], What::Alternating),
    (&["alternating"], What::Alternating),
    (&["alternate"], What::Alternating),
    (&["e", "/", "s"], What::Each),
    (&["p", "/", "s"], What::Each),
    (&["/", "s"], What::Each),
];

impl Reader<'_> {
    /// Whatever is said in a fixed phrase.
    pub(super) fn phrase(&self, at: usize) -> Found {
        let fixed = PHRASES
            .iter()
            .find_map(|(words, what)| Some((what.clone(), self.all(at, words)?)));
        fixed
            .or_else(|| self.each_side(at))
            .or_else(|| self.one_side(at))
            .or_else(|| self.start(at))
    }

    fn is_limb(&self, at: usize) -> bool {
        matches!(
            self.word(at),
            "side" | "sides" | "leg" | "legs" | "arm" | "arms" | "hand" | "foot"
        )
    }

    /// `/side`, `per leg`, `each arm`, `each`.
    fn each_side(&self, at: usize) -> Found {
        let behind = at + 1 + usize::from(self.word(at) == "ea" && self.is_mark(at + 1, '.'));
        match self.word(at) {
            "/" | "per" if self.is_limb(at + 1) => Some((What::Each, at + 2)),
            "/" if matches!(self.word(at + 1), "each" | "ea") => self.each_side(at + 1),
            "each" | "ea" if self.is_limb(behind) => Some((What::Each, behind + 1)),
            "each" | "ea" if !self.is_word(behind) => Some((What::Each, behind)),
            _ => None,
        }
    }

    /// `left only`, `only left`, `right leg`, `right first`, `starting left`; `left` alone can be either.
    fn one_side(&self, at: usize) -> Found {
        let starting = matches!(
            self.word(at),
            "start" | "starts" | "starting" | "begin" | "beginning"
        );
        let only = self.word(at) == "only";
        let mut next = at + usize::from(starting || only);
        if starting {
            next += usize::from(self.word(next) == "with");
            next += usize::from(self.word(next) == "the");
        }
        let (side, short) = match self.word(next) {
            "left" => (Side::Left, false),
            "right" => (Side::Right, false),
            "l" => (Side::Left, true),
            "r" => (Side::Right, true),
            _ => return None,
        };
        let limb = self.is_limb(next + 1);
        let behind = next + 1 + usize::from(limb);
        match self.word(behind) {
            _ if starting => Some((What::First(side), behind)),
            _ if only => Some((What::Only(side), behind)),
            "first" => Some((What::First(side), behind + 1)),
            "only" => Some((What::Only(side), behind + 1)),
            _ if limb && !short => Some((What::Only(side), behind)),
            // "Left-hand row" is a name.
            "-" if self.glued(behind) => None,
            _ if short => None,
            _ => {
                let complaint = Complaint::BareSide(self.written(at, behind));
                Some((What::Wrong(complaint), behind))
            }
        }
    }

    /// `start lift`, `starts UP`, `lower first`.
    fn start(&self, at: usize) -> Found {
        let start = |at| match self.word(at) {
            "lift" | "up" | "pull" | "push" => Some(Start::Lift),
            "lower" | "down" | "return" => Some(Start::Lower),
            _ => None,
        };
        if matches!(self.word(at), "start" | "starts" | "starting") {
            let at = at + 1 + usize::from(self.word(at + 1) == "with");
            let at = at + usize::from(self.word(at) == "the");
            return Some((What::Start(start(at)?), at + 1));
        }
        (self.word(at + 1) == "first" && !self.glued(at))
            .then(|| Some((What::Start(start(at)?), at + 2)))?
    }
}
