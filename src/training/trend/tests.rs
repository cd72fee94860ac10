//! Small invented diaries, and what each figure says of them.

use super::*;
use crate::training::journal::{Answer, Morning, Score, Stamp, TensionMs};
use crate::training::practice::{Mean, Practised};
use crate::training::region::Region;
use jiff::ToSpan as _;
use jiff::civil::{Date, date};

/// A Friday. The week began on 23 Nov, the one before on 16 Nov.
pub(crate) const TODAY: Date = date(2026, 11, 27);

fn gather() -> Gather {
    over(Window::TWELVE, None)
}

fn over(window: Window, earliest: Option<Date>) -> Gather {
    let mut gather = Gather::new(window, TODAY, earliest);
    gather.choose(None, &["Squat".to_owned()]);
    gather
}

/// The stamp of a session: its day is enough here.
fn stamp(day: Date) -> Stamp {
    Stamp::from_millis(
        day.duration_since(date(1970, 1, 1))
            .as_millis()
            .try_into()
            .unwrap_or(0),
    )
}

fn lift(day: Date, tempo: &str, load: &str, clean: u32) -> LiftRow {
    LiftRow {
        session: stamp(day),
        day,
        tempo: tempo.to_owned(),
        load: match load {
            "" => Answer::Missing,
            load => Answer::Given(load.parse().unwrap()),
        },
        clean,
    }
}

fn lifted(rows: &[(Date, &str, &str, u32)]) -> Trends {
    let mut gather = gather();
    for (day, tempo, load, clean) in rows {
        gather.lift(&lift(*day, tempo, load, *clean));
    }
    gather.finish()
}

fn nov(day: i8) -> Date {
    date(2026, 11, day)
}

fn tension(eccentric: u64, concentric: u64, isometric: u64) -> TensionMs {
    TensionMs {
        eccentric_ms: eccentric * 1000,
        concentric_ms: concentric * 1000,
        isometric_ms: isometric * 1000,
    }
}

/// What was done on a day, of an exercise.
fn work(gather: &mut Gather, day: Date, exercise: &str, sets: u32, tension: TensionMs) {
    gather.worked(&WorkRow { day, sets, tension });
    gather.trained(day, exercise);
}

fn score(number: u8) -> Option<Score> {
    Score::new(number)
}

fn session(day: Date, effort: Option<u8>, minutes: Option<u32>) -> SessionRow {
    SessionRow {
        day,
        minutes,
        effort: effort.and_then(score),
        worst_pain: None,
        pain_after: None,
    }
}

fn sore(day: Date, regions: &[(Region, u8)]) -> Morning {
    let mut morning = Morning::of(day);
    let scores = regions
        .iter()
        .filter_map(|(region, number)| Some((*region, score(*number)?)));
    morning.soreness = scores.collect();
    morning
}

fn practised(phases: &[(&str, u64, u64, u64)]) -> Practised {
    let mean = |(kind, nominal, mean, count): &(&str, u64, u64, u64)| Mean {
        kind: (*kind).to_owned(),
        nominal_ms: *nominal,
        mean_ms: *mean,
        spread_ms: Some(240),
        count: *count,
    };
    Practised {
        tempo: "4-0-1-0".to_owned(),
        on: TODAY,
        phases: phases.iter().map(mean).collect(),
    }
}

#[test]
fn the_answer_of_the_load_is_the_first_and_the_last_at_the_latest_tempo() {
    let trends = lifted(&[
        (nov(2), "4-0-1-0", "57.5", 8),
        (nov(5), "3-0-1-0", "60", 8),
        (nov(9), "4-0-1-0", "60", 8),
        (nov(12), "4-0-1-0", "65", 6),
    ]);
    let sentence = trends.sentence(Figure::Load);
    assert_eq!(
        sentence.long,
        "Squat at 4-0-1-0: 57.5 → 65 kg, 3 sessions; 1 other tempo"
    );
    assert_eq!(sentence.short, "4-0-1-0: 57.5 → 65 kg, 3 sessions");
    let segments = trends.loads.segments();
    let lengths: Vec<(usize, usize)> = segments
        .iter()
        .map(|(tempo, line)| (*tempo, line.len()))
        .collect();
    assert_eq!(
        lengths,
        [(0, 1), (1, 1), (0, 2)],
        "a new line where the tempo changes"
    );
}

#[test]
fn the_heaviest_set_of_a_session_is_its_load() {
    let trends = lifted(&[
        (nov(2), "4-0-1-0", "60", 8),
        (nov(2), "4-0-1-0", "65", 5),
        (nov(2), "4-0-1-0", "62.5", 8),
    ]);
    assert_eq!(
        trends.sentence(Figure::Load).long,
        "Squat at 4-0-1-0: 65 kg, 1 session"
    );
    assert_eq!(trends.loads.points.len(), 1);
}

#[test]
fn pounds_are_told_in_the_unit_of_the_latest() {
    let trends = lifted(&[
        (nov(2), "4-0-1-0", "135 lb", 8),
        (nov(5), "4-0-1-0", "62.5 kg", 8),
    ]);
    assert_eq!(
        trends.sentence(Figure::Load).short,
        "4-0-1-0: 61.2 → 62.5 kg, 2 sessions"
    );
    let drawn: Vec<i32> = trends
        .loads
        .drawn()
        .iter()
        .map(|(_, tenths)| *tenths)
        .collect();
    assert_eq!(drawn, [612, 625]);
    let other = lifted(&[
        (nov(2), "4-0-1-0", "60 kg", 8),
        (nov(5), "4-0-1-0", "135 lb", 8),
    ]);
    assert_eq!(
        other.sentence(Figure::Load).short,
        "4-0-1-0: 132.3 → 135 lb, 2 sessions"
    );
}

#[test]
fn loads_of_another_kind_are_told_and_not_drawn() {
    let trends = lifted(&[
        (nov(2), "3-0-1-0", "band red", 8),
        (nov(5), "3-0-1-0", "bw-20", 8),
        (nov(9), "3-0-1-0", "bw", 8),
    ]);
    assert_eq!(
        trends.sentence(Figure::Load).short,
        "3-0-1-0: body weight - 20 kg → body weight, 3 sessions"
    );
    let drawn: Vec<i32> = trends
        .loads
        .drawn()
        .iter()
        .map(|(_, tenths)| *tenths)
        .collect();
    assert_eq!(drawn, [-200, 0]);
    assert_eq!(
        trends.text(Figure::Load)[1],
        "Mon 2 Nov 2026: band red at 3-0-1-0"
    );
    let bands = lifted(&[(nov(2), "3-0-1-0", "band red", 8)]);
    assert!(bands.loads.drawn().is_empty());
}

#[test]
fn an_assumed_load_counts_and_is_said_to_be_assumed() {
    let mut gather = gather();
    gather.lift(&LiftRow {
        load: Answer::Assumed("60".parse().unwrap()),
        ..lift(nov(2), "4-0-1-0", "", 8)
    });
    let text = gather.finish().text(Figure::Load);
    assert_eq!(text[1], "Mon 2 Nov 2026: 60 kg at 4-0-1-0, assumed");
}

#[test]
fn over_years_the_load_of_a_month_is_its_heaviest() {
    let mut gather = over(Window::All, Some(date(2024, 5, 1)));
    let rows = [
        (date(2024, 5, 30), "60"),
        (date(2024, 5, 31), "57.5"),
        (date(2024, 6, 1), "55"),
        (date(2026, 11, 2), "80"),
    ];
    for (day, load) in rows {
        gather.lift(&lift(day, "4-0-1-0", load, 8));
    }
    let trends = gather.finish();
    let days: Vec<Date> = trends.loads.points.iter().map(|point| point.day).collect();
    assert_eq!(
        days,
        [date(2024, 5, 30), date(2024, 6, 1), date(2026, 11, 2)]
    );
    assert_eq!(
        trends.sentence(Figure::Load).short,
        "4-0-1-0: 60 → 80 kg, 4 sessions"
    );
}

#[test]
fn what_was_lifted_before_the_window_is_left_out() {
    let trends = lifted(&[
        (date(2026, 9, 6), "4-0-1-0", "50", 8),
        (date(2026, 9, 7), "4-0-1-0", "55", 8),
    ]);
    assert_eq!(
        trends.sentence(Figure::Load).short,
        "4-0-1-0: 55 kg, 1 session"
    );
}

#[test]
fn the_most_clean_reps_are_kept_for_each_tempo_and_load() {
    let trends = lifted(&[
        (nov(2), "3-0-1-0", "70", 5),
        (nov(5), "4-0-1-0", "60", 7),
        (nov(9), "4-0-1-0", "60", 8),
        (nov(12), "4-0-1-0", "60", 8),
        (nov(16), "4-0-1-0", "65", 6),
        (nov(16), "4-0-1-0", "67.5", 0),
    ]);
    let sentence = trends.sentence(Figure::Bests);
    assert_eq!(
        sentence.long,
        "Squat at 4-0-1-0, most clean reps in a set: 6 with 65 kg, 8 with 60 kg"
    );
    assert_eq!(sentence.short, "4-0-1-0: 6 with 65 kg, 8 with 60 kg");
    let text = trends.text(Figure::Bests);
    assert_eq!(
        text[2], "4-0-1-0, 60 kg: 8 clean reps, Mon 9 Nov 2026",
        "the day on which they were first done"
    );
    assert_eq!(
        text[3], "3-0-1-0, 70 kg: 5 clean reps, Mon 2 Nov 2026",
        "the tempo of earlier days last"
    );
}

#[test]
fn tension_is_added_up_from_monday_to_sunday() {
    let mut gather = gather();
    work(&mut gather, nov(16), "Squat", 3, tension(96, 24, 0));
    work(&mut gather, nov(22), "Row", 2, tension(60, 20, 20));
    work(&mut gather, nov(23), "Squat", 3, tension(100, 24, 0));
    let trends = gather.finish();
    let sentence = trends.sentence(Figure::Tension);
    assert_eq!(
        sentence.long,
        "Last week 220 s: 156 eccentric, 44 concentric, 20 isometric; this week 124 s"
    );
    assert_eq!(sentence.short, "Last week 220 s, this 124 s so far");
    let text = trends.text(Figure::Tension);
    assert_eq!(text.len(), 1 + 12 + 1);
    assert_eq!(
        text[11],
        "Week of 16 Nov 2026: 220 s, 156 s eccentric, 44 s concentric, 20 s isometric"
    );
}

#[test]
fn a_session_without_an_answer_makes_the_sum_a_lower_bound() {
    let mut gather = gather();
    for row in [
        session(nov(16), Some(7), Some(60)),
        session(nov(18), None, Some(50)),
        session(nov(20), Some(8), None),
        session(nov(24), Some(6), Some(50)),
    ] {
        gather.session(&row);
    }
    let trends = gather.finish();
    let sentence = trends.sentence(Figure::Effort);
    assert_eq!(
        sentence.long,
        "Last week: at least 420, known of 1 of 3 sessions; this week so far: 300 from 1 session"
    );
    assert_eq!(sentence.short, "Last week 420+, this week 300");
    let text = trends.text(Figure::Effort);
    assert!(
        text.last().unwrap().contains("include rests"),
        "the caveat stands beside it"
    );
    assert_eq!(text[1], "Week of 7 Sep 2026: no session");
}

#[test]
fn soreness_stands_behind_the_lowering_of_one_two_and_three_days_before() {
    let mut gather = gather();
    work(
        &mut gather,
        nov(2),
        "What nobody knows",
        3,
        tension(96, 24, 0),
    );
    work(
        &mut gather,
        nov(4),
        "What nobody knows",
        3,
        tension(60, 24, 0),
    );
    work(
        &mut gather,
        nov(20),
        "What nobody knows",
        3,
        tension(60, 24, 0),
    );
    for (day, number) in [(2, 9), (3, 4), (5, 2), (6, 7)] {
        gather.morning(&sore(
            nov(day),
            &[(Region::Calves, 1), (Region::Glutes, number)],
        ));
    }
    let trends = gather.finish();
    let text = trends.text(Figure::Soreness);
    assert_eq!(
        text[1..3],
        [
            "Mon 2 Nov 2026: 96 s of lowering, soreness 4 at 24 h, - at 48 h, 2 at 72 h",
            "Wed 4 Nov 2026: 60 s of lowering, soreness 2 at 24 h, 7 at 48 h, - at 72 h",
        ]
    );
    assert!(
        text.last()
            .unwrap()
            .contains("no measure of what training did")
    );
    assert_eq!(
        trends.sentence(Figure::Soreness).long,
        "Soreness in the middle of 2 days of lowering: 3/7/2 at 24, 48 and 72 h"
    );
}

#[test]
fn days_of_much_lowering_are_told_beside_those_of_little() {
    let mut gather = gather();
    for (day, seconds, soreness) in [(2, 40, 1), (6, 50, 2), (10, 120, 5), (14, 130, 6)] {
        work(
            &mut gather,
            nov(day),
            "What nobody knows",
            3,
            tension(seconds, 10, 0),
        );
        gather.morning(&sore(nov(day + 1), &[(Region::Glutes, soreness)]));
    }
    let sentence = gather.finish().sentence(Figure::Soreness);
    assert_eq!(
        sentence.long,
        "Soreness at 24, 48 and 72 h: 1.5/-/- after up to 50 s of lowering, 5.5/-/- after more (4 days)"
    );
    assert_eq!(sentence.short, "24/48/72 h: 1.5/-/-, >50 s: 5.5/-/-");
}

#[test]
fn a_night_is_told_by_its_middle_and_the_latest_week_beside_all() {
    let mut gather = gather();
    for (day, quality, minutes) in [(16, 6, 420), (17, 8, 450), (24, 4, 360)] {
        let mut morning = Morning::of(nov(day));
        (morning.sleep, morning.slept_min) = (score(quality), Some(minutes));
        gather.morning(&morning);
    }
    let trends = gather.finish();
    let sentence = trends.sentence(Figure::Sleep);
    assert_eq!(
        sentence.long,
        "A night in the middle of 3 nights: quality 6, 7:00 h; this week: quality 4, 6:00 h"
    );
    assert_eq!(sentence.short, "Quality 4, 6:00 h (this week)");
    assert_eq!(
        trends.text(Figure::Sleep)[1],
        "Week of 16 Nov 2026: quality 7, 7:15 h in the middle of 2 nights"
    );
}

#[test]
fn the_worst_pain_of_a_week_is_kept_for_each_time_that_it_is_asked() {
    let mut gather = gather();
    gather.session(&SessionRow {
        worst_pain: score(4),
        pain_after: score(2),
        ..session(nov(16), None, None)
    });
    gather.session(&SessionRow {
        worst_pain: score(3),
        ..session(nov(18), None, None)
    });
    let mut morning = Morning::of(nov(24));
    morning.joint_pain = score(1);
    gather.morning(&morning);
    let trends = gather.finish();
    assert_eq!(
        trends.sentence(Figure::Pain).long,
        "The worst in these 12 weeks: 4 during, 2 after, 1 on a morning"
    );
    assert_eq!(
        trends.text(Figure::Pain)[1..3],
        [
            "Week of 16 Nov 2026: 4 during, 2 after, - on a morning",
            "Week of 23 Nov 2026: - during, - after, 1 on a morning"
        ]
    );
}

#[test]
fn practised_seconds_are_told_of_the_phase_that_was_practised_most() {
    let mut gather = gather();
    gather.practice(
        nov(2),
        &practised(&[("lower", 4000, 3580, 8), ("lift", 1000, 1200, 8)]),
    );
    gather.practice(nov(9), &practised(&[("lower", 4000, 3900, 8)]));
    let trends = gather.finish();
    let sentence = trends.sentence(Figure::Accuracy);
    assert_eq!(
        sentence.long,
        "A lowering of 4 s was felt as 3.6 → 3.9 s, 2 practices"
    );
    assert_eq!(sentence.short, "4 s felt as 3.6 → 3.9 s, 2 practices");
    assert_eq!(
        trends.text(Figure::Accuracy)[2],
        "Mon 2 Nov 2026: lifting of 1 s felt as 1.2 ± 0.2 s, 8 times"
    );
}

#[test]
fn over_years_practices_of_a_month_are_weighed_by_how_often_something_was_felt() {
    let mut gather = over(Window::All, Some(date(2024, 5, 1)));
    gather.practice(date(2024, 5, 3), &practised(&[("lower", 4000, 3000, 3)]));
    gather.practice(date(2024, 5, 9), &practised(&[("lower", 4000, 4000, 1)]));
    let trends = gather.finish();
    assert_eq!(trends.accuracy.felt[0].mean_ms, 3250);
    assert_eq!(
        trends.sentence(Figure::Accuracy).short,
        "4 s felt as 3.3 s, 2 practices"
    );
}

#[test]
fn training_days_are_counted_and_nothing_else_is_made_of_them() {
    let mut gather = gather();
    work(&mut gather, nov(16), "Squat", 3, tension(96, 24, 0));
    work(&mut gather, nov(16), "Row", 2, tension(96, 24, 0));
    work(&mut gather, nov(19), "Squat", 1, tension(96, 24, 0));
    let trends = gather.finish();
    assert_eq!(
        trends.sentence(Figure::Calendar).long,
        "2 training days in these 12 weeks, the last on Thu 19 Nov 2026"
    );
    assert_eq!(
        trends.text(Figure::Calendar)[1],
        "Week of 16 Nov 2026: Mon 5 sets, Thu 1 set"
    );
}

#[test]
fn an_empty_journal_says_what_would_fill_it() {
    for window in [Window::TWELVE, Window::YEAR, Window::All] {
        let trends = Gather::new(window, TODAY, None).finish();
        for figure in Figure::ALL {
            let Sentence { long, short } = trends.sentence(figure);
            assert!(trends.is_empty(figure));
            assert!(
                long.contains(" this") || long.contains("here"),
                "{figure:?}: {long}"
            );
            assert!(short.chars().count() <= 38, "{figure:?}: {short}");
            assert_eq!(trends.text(figure).len(), 1, "{figure:?}: nothing but that");
        }
    }
}

#[test]
fn an_exercise_without_a_load_says_where_one_is_typed() {
    let trends = lifted(&[(nov(2), "4-0-1-0", "", 8)]);
    let sentence = trends.sentence(Figure::Load);
    assert!(
        sentence
            .long
            .starts_with("Squat: no load in these 12 weeks."),
        "{}",
        sentence.long
    );
    assert_eq!(trends.sentence(Figure::Bests).short, "4-0-1-0: 8 reps");
}

#[test]
fn names_from_outside_are_shown_and_not_obeyed() {
    let mut gather = Gather::new(Window::TWELVE, TODAY, None);
    gather.choose(None, &["Squat\u{1b}[2J".to_owned()]);
    gather.lift(&lift(nov(2), "4\u{7}", "band red\u{1b}]0;x", 8));
    gather.practice(nov(2), &practised(&[("lower\u{1b}", 4000, 3000, 3)]));
    let text = gather.finish().all_text().join("");
    assert!(!text.chars().any(char::is_control), "{text:?}");
}

#[test]
fn every_week_of_ten_years_falls_into_one_slot_and_in_order() {
    let slots = Slots::new(Window::All, TODAY, Some(date(2016, 11, 28)));
    let mut day = slots.first();
    let mut before = 0;
    while day <= TODAY {
        let slot = slots.of(day).unwrap();
        assert!(slot == before || slot == before + 1);
        assert!(slots.begin(slot) <= day);
        before = slot;
        day = day.checked_add(1.day()).unwrap();
    }
    assert_eq!(before + 1, slots.count());
}

#[test]
fn the_exercise_that_was_trained_most_is_chosen_and_what_has_no_name_comes_last() {
    let mut gather = Gather::new(Window::TWELVE, TODAY, None);
    for (day, exercise) in [
        (2, ""),
        (3, ""),
        (3, "row"),
        (4, "Squat"),
        (5, ""),
        (5, "Row"),
        (6, "Bench press"),
    ] {
        gather.trained(nov(day), exercise);
    }
    gather.trained(date(2020, 1, 1), "Squat");
    let all = ["Deadlift", "Row", "Squat", ""].map(str::to_owned);
    assert_eq!(gather.choose(None, &all), "row");
    let names: Vec<(String, u32)> = gather
        .finish()
        .exercises
        .into_iter()
        .map(|trained| (trained.name, trained.sessions))
        .collect();
    let expected = [
        ("row", 2),
        ("Bench press", 1),
        ("Squat", 1),
        ("Deadlift", 0),
        ("", 3),
    ];
    assert_eq!(
        names,
        expected.map(|(name, sessions)| (name.to_owned(), sessions))
    );
}

#[test]
fn an_exercise_is_found_whatever_the_case_of_its_letters() {
    let mut gather = Gather::new(Window::TWELVE, TODAY, None);
    assert_eq!(gather.choose(Some("SQUAT"), &["Squat".to_owned()]), "Squat");
    let mut gather = Gather::new(Window::TWELVE, TODAY, None);
    assert_eq!(
        gather.choose(Some("Unknown"), &["Squat".to_owned()]),
        "Unknown"
    );
}
