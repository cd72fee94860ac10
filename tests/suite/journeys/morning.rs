//! The questions of the morning: keys in, entries of the journal out, and what today calls for.

use super::super::keeper::{Keeper, session};
use super::super::lifter::squat;
use super::Lifter;
use downbeat::app::Screen;
use downbeat::app::ask::Ask;
use downbeat::app::journal::Tab;
use downbeat::app::journal::today::Today;
use downbeat::training::journal::{Entry, Morning, Score, Sign, Stamp};
use downbeat::training::memory::Memory;
use downbeat::training::region::Region;
use jiff::ToSpan;
use jiff::civil::{Date, date};
use jiff::tz::TimeZone;

const TODAY: Date = date(2026, 11, 27);

/// Somebody with a journal, on the morning of a day.
struct Rising {
    lifter: Lifter,
    keeper: Keeper,
}

impl Rising {
    /// In front of a squat, with these entries in the journal.
    fn with(entries: Vec<Entry>) -> Self {
        let mut lifter = Lifter::before(vec![squat().into()], Memory::default());
        lifter.app.today = TODAY;
        let now = TODAY.at(7, 0, 0, 0).to_zoned(TimeZone::UTC).unwrap();
        lifter.app.wall = Stamp::from_millis(now.timestamp().as_millisecond());
        let keeper = Keeper::with(entries);
        Self { lifter, keeper }
    }

    /// Behind a Nordic curl of two days ago: one region is asked about.
    fn after_nordics() -> Self {
        Self::with(session(ago(2), "Nordic curl"))
    }

    fn press(&mut self, keys: &str) -> &mut Self {
        self.keeper.press(&mut self.lifter, keys);
        self
    }

    fn shown(&self) -> &Today {
        match &self.lifter.app.screen {
            Screen::Journal(journal) => &journal.today,
            other => panic!("no journal but {other:?}"),
        }
    }

    fn asked(&self) -> Vec<Ask> {
        let questions = self.shown().questions.as_ref().expect("questions");
        questions.rows.iter().map(|row| row.ask).collect()
    }

    fn regions(&self) -> Vec<Region> {
        let asked = self.asked().into_iter();
        asked
            .filter_map(|ask| match ask {
                Ask::Soreness(region) => Some(region),
                _ => None,
            })
            .collect()
    }

    fn at(&self) -> Ask {
        let questions = self.shown().questions.as_ref().expect("questions");
        questions.current().expect("a question").ask
    }

    fn kept(&self, day: Date) -> Morning {
        self.keeper.morning(day).cloned().expect("a morning")
    }

    fn verdict(&self) -> &str {
        &self.shown().advice.lines[0]
    }
}

fn ago(days: i32) -> Date {
    TODAY.saturating_sub(days.days())
}

fn score(number: u8) -> Option<Score> {
    Score::new(number)
}

#[test]
fn four_digits_answer_four_questions_and_each_is_kept_at_once() {
    let mut rising = Rising::after_nordics();
    rising.press("t");
    for (count, digit) in (1..).zip("0076".chars()) {
        rising.press(&digit.to_string());
        assert_eq!(rising.keeper.handed, count);
    }
    let expected = Morning {
        soreness: [(Region::Hamstrings, Score::NONE)].into(),
        joint_pain: score(0),
        sleep: score(7),
        recovery: score(6),
        ..Morning::of(TODAY)
    };
    assert_eq!(rising.kept(TODAY), expected);
    assert_eq!(rising.at(), Ask::Sign);
    rising.press("0");
    assert_eq!(rising.kept(TODAY).sign, Some(Sign::None));
}

#[test]
fn a_one_waits_for_a_nought_and_is_kept_meanwhile() {
    let mut rising = Rising::after_nordics();
    rising.press("t1");
    assert_eq!(rising.kept(TODAY).sorest(), score(1));
    rising.press("0");
    assert_eq!(rising.kept(TODAY).sorest(), score(10));
    rising.press("17");
    assert_eq!(rising.kept(TODAY).joint_pain, score(1));
    assert_eq!(rising.kept(TODAY).sleep, score(7));
    rising.press("1⏎");
    assert_eq!(rising.kept(TODAY).recovery, score(1));
    assert_eq!(rising.at(), Ask::Sign);
}

#[test]
fn an_answer_is_corrected_stepped_and_taken_back() {
    let mut rising = Rising::after_nordics();
    rising.press("t5↑3");
    assert_eq!(rising.kept(TODAY).sorest(), score(3));
    rising.press("↑→→");
    assert_eq!(rising.kept(TODAY).sorest(), score(5));
    rising.press("←");
    assert_eq!(rising.kept(TODAY).sorest(), score(4));
    rising.press("⌫");
    assert!(rising.kept(TODAY).is_empty());
}

#[test]
fn what_was_answered_before_stands_there_with_the_cursor_on_what_is_open() {
    let mut rising = Rising::after_nordics();
    rising.press("t02q").press("t");
    assert_eq!(rising.at(), Ask::Sleep);
    rising.press("8");
    assert_eq!(rising.kept(TODAY).joint_pain, score(2));
    assert_eq!(rising.kept(TODAY).sleep, score(8));
    let handed = rising.keeper.handed;
    rising.press("↑8");
    assert_eq!(rising.keeper.handed, handed, "the same answer again");
}

#[test]
fn hours_and_weight_are_written_and_what_cannot_be_read_stays_with_a_sentence() {
    let mut rising = Rising::after_nordics();
    rising.press("t00760").press("7:30⏎");
    assert_eq!(rising.kept(TODAY).slept_min, Some(450));
    assert_eq!(rising.at(), Ask::Weight);
    rising.press("8⏎");
    let notice = rising.lifter.app.notice.clone().expect("a notice");
    assert!(
        notice.text.contains("write a body weight"),
        "{}",
        notice.text
    );
    assert_eq!(rising.kept(TODAY).weight, None);
    rising.press("0⏎");
    let weight = rising.kept(TODAY).weight.expect("a weight");
    assert_eq!(weight.to_string(), "80 kg");
    rising.press("→");
    assert_eq!(rising.kept(TODAY).protein, Some(true));
}

#[test]
fn a_morning_that_was_missed_is_added_late_and_today_stays_as_it_is() {
    let mut rising = Rising::after_nordics();
    rising.press("t3").press("<").press("5");
    assert_eq!(rising.kept(ago(1)).sorest(), score(5));
    assert_eq!(rising.kept(TODAY).sorest(), score(3));
    rising.press(">>2");
    assert_eq!(rising.shown().day, TODAY, "no day behind today");
    assert_eq!(rising.kept(TODAY).joint_pain, score(2));
    rising.press(&"<".repeat(40));
    assert_eq!(rising.shown().day, ago(28));
}

#[test]
fn regions_of_the_last_seven_days_are_asked_about_and_those_that_were_sore() {
    let mut entries = session(ago(7), "Squat");
    entries.extend(session(ago(8), "Bench press"));
    let mut morning = Morning::of(ago(3));
    morning.soreness = [
        (Region::Calves, Score::MOST),
        (Region::Forearms, Score::NONE),
    ]
    .into();
    entries.push(Entry::Morning(morning));
    let mut rising = Rising::with(entries);
    rising.press("t");
    assert_eq!(
        rising.regions(),
        [Region::Calves, Region::FrontThighs, Region::Glutes]
    );
}

#[test]
fn whoever_trains_everything_is_asked_about_the_five_regions_that_were_trained_last() {
    let mut entries = session(ago(3), "Heel drop");
    entries.extend(session(ago(2), "Bench press"));
    entries.extend(session(ago(1), "Romanian deadlift"));
    let mut rising = Rising::with(entries);
    rising.press("t");
    let regions = rising.regions();
    assert_eq!(regions.len(), 5);
    assert!(!regions.contains(&Region::Calves), "{regions:?}");
    assert!(regions.contains(&Region::LowerBack), "{regions:?}");
}

#[test]
fn whoever_never_trained_is_asked_about_what_is_under_the_cursor_of_the_list() {
    let mut rising = Rising::with(Vec::new());
    rising.press("t");
    assert_eq!(rising.regions(), [Region::FrontThighs, Region::Glutes]);
}

#[test]
fn another_region_is_chosen_and_asked_about() {
    let mut rising = Rising::after_nordics();
    rising.press("t↓↓↓↓↓↓↓↓↓");
    assert_eq!(rising.at(), Ask::Another);
    rising.press("→→⏎");
    assert_eq!(
        rising.at(),
        Ask::Soreness(Region::Glutes),
        "what is about to be trained comes first"
    );
    rising.press("4");
    assert_eq!(
        rising.kept(TODAY).soreness,
        [(Region::Glutes, Score::new(4).expect("a score"))].into()
    );
    rising.press("qt");
    assert_eq!(rising.regions(), [Region::Hamstrings, Region::Glutes]);
}

#[test]
fn the_advice_follows_every_answer_and_names_what_is_missing() {
    let mut rising = Rising::after_nordics();
    rising.press("t");
    assert!(rising.verdict().contains("nothing was entered today"));
    rising.press("0");
    assert!(
        rising.verdict().starts_with("HOLD."),
        "{}",
        rising.verdict()
    );
    let all = rising.shown().advice.lines.join("\n");
    assert!(all.contains("Not answered:"), "{all}");
    assert!(all.contains("sleep quality"), "{all}");
    rising.press("6");
    assert!(
        rising.verdict().starts_with("STOP."),
        "{}",
        rising.verdict()
    );
    rising.press("↑⌫");
    assert!(
        rising.verdict().starts_with("HOLD."),
        "{}",
        rising.verdict()
    );
}

#[test]
fn a_morning_that_is_added_late_does_not_stand_in_for_today() {
    let mut rising = Rising::after_nordics();
    rising.press("t<0076");
    assert!(rising.verdict().contains("nothing was entered today"));
}

#[test]
fn answers_that_could_not_be_kept_are_there_again_and_handed_over_with_the_next() {
    let mut rising = Rising::after_nordics();
    rising.press("t");
    rising.keeper.trouble = Some("The disk is full: make room".to_owned());
    rising.press("03");
    let notice = rising.lifter.app.notice.clone().expect("a notice");
    assert!(notice.text.contains("make room"));
    rising.keeper.trouble = None;
    rising.press("qt7");
    assert_eq!(rising.kept(TODAY).joint_pain, score(3));
    assert_eq!(rising.kept(TODAY).sleep, score(7));
}

#[test]
fn a_journal_that_cannot_be_read_says_why_and_asks_nothing() {
    let mut rising = Rising::after_nordics();
    rising.keeper.trouble = Some("journal.db cannot be read: allow it".to_owned());
    rising.press("t07");
    assert_eq!(rising.shown().questions, None);
    let trouble = rising.shown().trouble.as_deref();
    assert_eq!(trouble, Some("journal.db cannot be read: allow it"));
    assert_eq!(rising.keeper.handed, 0);
}

#[test]
fn nothing_is_answered_while_the_advice_hides_the_questions() {
    let mut rising = Rising::after_nordics();
    rising.press("ta5");
    assert_eq!(rising.keeper.handed, 0);
    assert_eq!(rising.shown().page, 0, "the key leads back to them");
    rising.press("5");
    assert_eq!(rising.kept(TODAY).sorest(), score(5));
    rising.press("a⎋");
    assert_eq!(rising.shown().page, 0, "back to the questions first");
    rising.press("⎋");
    assert_eq!(rising.lifter.app.screen, Screen::Picker);
}

#[test]
fn the_journal_opens_from_a_summary_and_leads_back_to_it() {
    let mut rising = Rising::with(Vec::new());
    rising.lifter.app.memory.introduced = true;
    rising.press(" ");
    rising.lifter.wait(400.0);
    rising.press("j");
    let Screen::Journal(journal) = &rising.lifter.app.screen else {
        panic!("no journal");
    };
    assert_eq!(journal.tab, Tab::Today);
    rising.press("q");
    assert!(matches!(rising.lifter.app.screen, Screen::Summary(_)));
}
