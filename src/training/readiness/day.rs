//! What is known on one day, looked up once for all clauses.

use super::baseline::{Baseline, Unusual, unusual};
use super::pain::{self, Behind};
use super::{Missing, Note, Subject};
use crate::training::history::LastSet;
use crate::training::journal::{Diary, Morning, PastSession, Score, Stamp};
use crate::training::preset::Tier;
use crate::training::region::Region;
use jiff::civil::Date;

/// A day on which something was answered.
pub(super) struct Day<'d> {
    pub(super) diary: &'d Diary,
    pub(super) today: Date,
    pub(super) now: Stamp,
    pub(super) subject: &'d Subject,
    pub(super) regions: Option<Vec<Region>>,
    pub(super) morning: &'d Morning,
    pub(super) baseline: Baseline,
    pub(super) unusual: Vec<Unusual>,
    /// The last session that trained what is about to be trained.
    pub(super) last: Option<&'d PastSession>,
    /// The morning behind the last one that has a morning behind it.
    pub(super) behind: Option<Behind>,
}

impl<'d> Day<'d> {
    /// Nothing where nothing was answered on that day.
    pub(super) fn new(
        diary: &'d Diary,
        today: Date,
        now: Stamp,
        subject: &'d Subject,
    ) -> Option<Self> {
        let mut mornings = diary.mornings.iter();
        let morning = mornings.find(|morning| morning.day == today && is_answered(morning))?;
        let regions = subject.regions();
        let baseline = Baseline::of(diary, today);
        let unusual = if baseline.is_ready() {
            unusual(diary, morning, regions.as_deref())
        } else {
            Vec::new()
        };
        Some(Self {
            diary,
            today,
            now,
            subject,
            morning,
            baseline,
            unusual,
            last: pain::last_of(diary, subject, regions.as_deref(), today),
            behind: Behind::find(diary, subject, regions.as_deref(), today),
            regions,
        })
    }

    /// The sorest of the regions that are about to be trained.
    pub(super) fn soreness(&self) -> Option<(Region, Score)> {
        soreness(self.morning, self.regions.as_deref())
    }

    /// The last set of each exercise that is about to be trained, by its place in the subject.
    pub(super) fn last_sets(&self) -> impl Iterator<Item = (usize, LastSet)> {
        let lifted = self.subject.lifted.iter().enumerate();
        lifted.filter_map(|(place, lifted)| {
            let mut sessions = self.diary.trainings().rev();
            let last = sessions.find_map(|session| LastSet::of(session, lifted))?;
            Some((place, last))
        })
    }

    /// What was not answered, in the order of the rule.
    pub(super) fn missing(&self) -> Vec<Missing> {
        let morning = self.morning;
        let mut missing = Vec::new();
        let mut ask = |asked: Missing, answered: bool| {
            if !answered {
                missing.push(asked);
            }
        };
        ask(Missing::Sign, morning.sign.is_some());
        ask(Missing::JointPain, morning.joint_pain.is_some());
        match &self.regions {
            None => ask(Missing::AnySoreness, !morning.soreness.is_empty()),
            Some(regions) => {
                for region in regions {
                    let answered = morning.soreness.contains_key(region);
                    ask(Missing::Soreness(*region), answered);
                }
            }
        }
        ask(Missing::Sleep, morning.sleep.is_some());
        ask(Missing::Recovery, morning.recovery.is_some());
        missing.extend(self.missing_of_sessions());
        missing
    }

    fn missing_of_sessions(&self) -> Vec<Missing> {
        let mut missing = Vec::new();
        // Only published programmes ask about the pain of a session, and only the others about the reps that were left.
        if let Some(last) = self
            .last
            .filter(|last| last.session.tier == Tier::Published)
        {
            let session = &last.session;
            if session.worst_pain.is_none() {
                missing.push(Missing::PainDuring(session.day));
            }
            if session.pain_after.is_none() {
                missing.push(Missing::PainAfter(session.day));
            }
        }
        match &self.behind {
            Some(Behind {
                day, pain: None, ..
            }) if *day != self.today => {
                missing.push(Missing::NextMorning(*day));
            }
            Some(Behind {
                pain: Some(_),
                usual: None,
                ..
            }) => missing.push(Missing::UsualPain),
            _ => {}
        }
        if self.subject.tier != Tier::Published {
            let unsaid = self.last_sets().filter(|(_, set)| set.reserve.is_none());
            missing.extend(unsaid.map(|(place, set)| Missing::Reserve(place, set.day)));
        }
        missing
    }

    /// Whether everything that PROGRESS asks of the morning was answered.
    pub(super) fn is_complete(&self) -> bool {
        let morning = self.morning;
        let sore = match &self.regions {
            None => !morning.soreness.is_empty(),
            Some(regions) => {
                let mut regions = regions.iter();
                regions.all(|region| morning.soreness.contains_key(region))
            }
        };
        sore && [morning.joint_pain, morning.sleep, morning.recovery]
            .iter()
            .all(Option::is_some)
    }

    pub(super) fn notes(&self) -> Vec<Note> {
        let mut notes = Vec::new();
        if self.subject.tier == Tier::Published {
            notes.push(Note::Published);
        }
        if self.regions.is_none() {
            notes.push(Note::RegionsUnknown);
        }
        if !self.baseline.is_ready() {
            notes.push(Note::NoBaseline);
        }
        notes
    }
}

/// The sorest of some regions, or of all that were asked about where it is not known which; the first where two are alike.
pub(super) fn soreness(morning: &Morning, regions: Option<&[Region]>) -> Option<(Region, Score)> {
    let counts = |region: &Region| regions.is_none_or(|regions| regions.contains(region));
    let asked = morning.soreness.iter().filter(|(region, _)| counts(region));
    asked
        .rev()
        .max_by_key(|(_, score)| **score)
        .map(|(region, score)| (*region, *score))
}

/// Whether any question of the rule was answered.
fn is_answered(morning: &Morning) -> bool {
    let numbers = [morning.joint_pain, morning.sleep, morning.recovery];
    !morning.soreness.is_empty() || morning.sign.is_some() || numbers.iter().any(Option::is_some)
}
