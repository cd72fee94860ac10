//! Today: the questions of the morning, and what today calls for.
//!
//! Every answer is kept the moment it is given, and what today calls for is looked up anew. A morning that was missed can be
//! added later; the advice is always that of today, for what the cursor of the list stands on.

mod regions;
mod rows;

use super::Request;
use crate::app::App;
use crate::app::action::Action;
use crate::app::ask::{Ask, Question, Questions, Upshot, Value};
use crate::app::message::Effect;
use crate::training::history::Lifted;
use crate::training::journal::{Answer, Diary, Entry, Morning};
use crate::training::readiness::{self, Easing, Subject, Verdict};
use crate::training::region::Region;
use jiff::ToSpan;
use jiff::civil::Date;

/// How many days back a missed morning can be added: as far as the baseline reaches.
const FARTHEST: i32 = 28;

/// What is about to be trained, where the cursor of the list stands on nothing that can be.
const ANYTHING: &str = "whatever you train";

/// The tab.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Today {
    /// What is asked; nothing before the journal has answered.
    pub questions: Option<Questions>,
    /// What the advice rests on; nothing before the journal has answered.
    pub diary: Option<Diary>,
    /// Why it did not, and what to do about it.
    pub trouble: Option<String>,
    /// The day that is asked about.
    pub day: Date,
    /// What today calls for.
    pub advice: Advised,
    /// The page: the questions, and behind them as many as all of the advice takes.
    pub page: usize,
}

/// What today calls for, in words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Advised {
    /// What is suggested; nothing before the journal has answered.
    pub verdict: Option<Verdict>,
    /// What it is about.
    pub heading: String,
    /// The advice as `downbeat today` prints it: the verdict first, everything that it rests on behind it.
    pub lines: Vec<String>,
}

impl App {
    pub(super) fn open_today(&mut self) -> Vec<Effect> {
        let day = self.today;
        if let Some(journal) = self.journal() {
            journal.today = Today {
                day,
                ..Today::default()
            };
        }
        vec![Effect::Journal(Request::Diary)]
    }

    /// A key's verb on this tab; `None` where it is for all tabs.
    pub(super) fn in_today(&mut self, action: Action) -> Option<Vec<Effect>> {
        let last = self.today;
        let shown = &mut self.journal()?.today;
        match action {
            Action::Turn => shown.page += 1,
            Action::First => shown.page = 0,
            Action::DayBefore | Action::NextDay => {
                let by = if action == Action::NextDay { 1 } else { -1 };
                let day = shown.day.checked_add(by.days()).ok()?;
                if (0..=FARTHEST).contains(&(last - day).get_days()) {
                    shown.page = 0;
                    self.ask_about_day(day);
                }
            }
            Action::Up
            | Action::Down
            | Action::Less
            | Action::More
            | Action::Accept
            | Action::Leave
            | Action::Write(_)
                if shown.page > 0 =>
            {
                // Nobody answers a question that cannot be seen.
                shown.page = 0;
            }
            _ => return self.answer_morning(action),
        }
        Some(Vec::new())
    }

    /// A key that answers; `None` where it means something else.
    fn answer_morning(&mut self, action: Action) -> Option<Vec<Effect>> {
        let about_to_train = self.regions_about_to_be_trained();
        let shown = &mut self.journal()?.today;
        let questions = shown.questions.as_mut()?;
        if questions
            .current()
            .is_some_and(|row| row.ask == Ask::Another)
        {
            match action {
                Action::Less => rows::choose(questions, -1, &about_to_train),
                Action::More => rows::choose(questions, 1, &about_to_train),
                Action::Accept => rows::add(questions),
                Action::Write(_) => {}
                _ => return self.answered_in_turn(action),
            }
            return Some(Vec::new());
        }
        self.answered_in_turn(action)
    }

    fn answered_in_turn(&mut self, action: Action) -> Option<Vec<Effect>> {
        let shown = &mut self.journal()?.today;
        match shown.questions.as_mut()?.act_in_turn(action) {
            Upshot::NotMine | Upshot::Left => None,
            Upshot::Moved => Some(Vec::new()),
            Upshot::Refused(why) => Some(self.say(why)),
            Upshot::Changed | Upshot::Accepted => Some(self.keep_morning()),
        }
    }

    /// Keeps the morning as it is answered now, where that differs from what was kept, and looks up what follows from it.
    fn keep_morning(&mut self) -> Vec<Effect> {
        let Some(journal) = self.journal() else {
            return Vec::new();
        };
        let shown = &mut journal.today;
        let (Some(questions), Some(diary)) = (&shown.questions, &mut shown.diary) else {
            return Vec::new();
        };
        let morning = rows::morning(questions, shown.day);
        if diary.morning(shown.day) == Some(&morning) {
            return Vec::new();
        }
        diary.put(morning.clone());
        self.advise();
        self.keep(vec![Entry::Morning(morning)])
    }

    /// The journal has answered: asks about the day that is shown.
    pub(super) fn diary_for_today(&mut self, diary: &Diary) {
        let Some(journal) = self.journal() else {
            return;
        };
        let shown = &mut journal.today;
        let day = shown.day;
        shown.diary = Some(diary.clone());
        shown.trouble = None;
        // Whoever is writing an answer writes on.
        if !shown.questions.as_ref().is_some_and(Questions::takes_text) {
            self.ask_about_day(day);
        }
        self.advise();
    }

    /// The journal could not be read.
    pub(super) fn no_diary_for_today(&mut self, why: &str) {
        if let Some(journal) = self.journal()
            && journal.today.diary.is_none()
        {
            journal.today.trouble = Some(why.to_owned());
        }
    }

    fn ask_about_day(&mut self, day: Date) {
        let (unit, about_to_train) = (self.unit, self.regions_about_to_be_trained());
        let Some(journal) = self.journal() else {
            return;
        };
        let shown = &mut journal.today;
        let Some(diary) = &shown.diary else {
            return;
        };
        let regions = regions::asked(diary, day, &about_to_train);
        let morning = diary.morning(day).cloned();
        let morning = morning.unwrap_or_else(|| Morning::of(day));
        shown.day = day;
        shown.questions = Some(rows::of(&morning, &regions, unit));
    }

    /// Looks up what today calls for.
    fn advise(&mut self) {
        let (today, now) = (self.today, self.wall);
        let routine = self
            .picker
            .current()
            .and_then(super::super::picker::Entry::routine);
        let routine = routine.map(|routine| self.as_chosen(routine));
        let Some(journal) = self.journal() else {
            return;
        };
        let Some(diary) = &journal.today.diary else {
            return;
        };
        let subject = match &routine {
            Some(routine) => Subject::of(routine, diary, today),
            None => Subject {
                id: String::new(),
                lifted: Vec::new(),
                tier: crate::training::preset::Tier::General,
                easing: Easing::Over,
            },
        };
        let name = routine.as_ref().map_or(ANYTHING, |routine| &routine.name);
        let advice = readiness::advise(diary, today, now, &subject);
        journal.today.advice = Advised {
            verdict: Some(advice.verdict),
            heading: readiness::heading(name, today),
            lines: readiness::lines(&advice, &subject, today),
        };
    }

    /// The regions that are trained by what the cursor of the list stands on.
    fn regions_about_to_be_trained(&self) -> Vec<Region> {
        let entry = self.picker.current();
        let Some(routine) = entry.and_then(super::super::picker::Entry::routine) else {
            return Vec::new();
        };
        let routine = self.as_chosen(routine);
        let mut regions = Vec::new();
        for preset in routine.presets() {
            for region in Lifted::of(preset).regions() {
                if !regions.contains(region) {
                    regions.push(*region);
                }
            }
        }
        regions
    }
}
