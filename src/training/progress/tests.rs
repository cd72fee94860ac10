//! What is offered, from which entries, and what is not.

use super::plates::Share::{Big, Small, Unknown};
use super::*;
use crate::training::exercise::Exercise;
use crate::training::history::fixture::{TODAY, session};
use crate::training::journal::Load;
use crate::training::preset::{Draft, Sides};
use std::time::Duration;
use unicode_width::UnicodeWidthStr as _;

/// `3x8 4-0-1-0`, `3x6-8 4-0-1-0`.
fn preset(written: &str) -> Preset {
    let (dose, tempo) = written.split_once(' ').unwrap();
    let (sets, reps) = dose.split_once('x').unwrap();
    let id = "any".parse().unwrap();
    let (tempo, rest) = (tempo.parse().unwrap(), Duration::from_secs(60));
    let squat = Exercise::named("Squat");
    let mut draft = Draft::straight(id, squat, tempo, sets.parse().unwrap(), 8, rest);
    draft.work.reps = reps.split(',').map(|reps| reps.parse().unwrap()).collect();
    Preset::new(draft).unwrap()
}

fn past(sessions: &[(i32, &str)]) -> Vec<PastSession> {
    sessions
        .iter()
        .map(|(days, written)| session(*days, written))
        .collect()
}

fn offered(written: &str, sessions: &[(i32, &str)]) -> Option<Offer> {
    offer(
        &preset(written),
        Tier::General,
        &past(sessions),
        TODAY,
        Verdict::Progress,
    )
}

/// Long enough at it that no intro block is running.
const SETTLED: [(i32, &str); 2] = [(15, "8/8"), (30, "8/8")];

fn settled(written: &str, latest: &str, before: &str) -> Option<Offer> {
    let [first, second] = SETTLED;
    offered(written, &[(3, latest), (6, before), first, second])
}

fn words(offer: &Offer) -> Vec<&str> {
    offer
        .choices
        .iter()
        .map(|choice| choice.words.as_str())
        .collect()
}

#[test]
fn a_step_is_a_rep_or_the_smallest_plate_or_a_second_the_rep_first() {
    let offer = settled("3x8 4-0-1-0", "8/8,8/8,8/8+2", "8/8,8/8,8/8+2").unwrap();
    assert_eq!(offer.kind, Kind::Step);
    assert_eq!(words(&offer), ["9 reps", "62 kg", "5 s down"]);
    assert_eq!(
        offer.sentence,
        "Two reps to spare, twice. If you wish: 9 reps, or 62 kg, or 5 s down: one of them"
    );
    assert_eq!(offer.short, "9 reps, or 62 kg, or 5 s down");
    assert_eq!(offer.entries.len(), 2);
    let taken: Vec<String> = offer
        .choices
        .iter()
        .map(|choice| {
            let after = choice.apply(&preset("3x8 4-0-1-0"));
            let load = choice
                .load
                .as_ref()
                .map_or_else(String::new, Load::to_string);
            format!("{} {} {load}", after.dose(), after.pace())
        })
        .collect();
    assert_eq!(taken, ["3×9 4-0-1-0 ", "3×8 4-0-1-0 62 kg", "3×8 5-0-1-0 "]);
}

#[test]
fn a_step_up_comes_with_progress_alone() {
    let sessions = past(&[(3, "3*8/8+2"), (6, "3*8/8+2"), (15, "8/8"), (30, "8/8")]);
    let at = |verdict| {
        offer(
            &preset("3x8 4-0-1-0"),
            Tier::General,
            &sessions,
            TODAY,
            verdict,
        )
    };
    assert!(at(Verdict::Progress).is_some());
    for verdict in [
        Verdict::Hold,
        Verdict::BackOff,
        Verdict::Stop,
        Verdict::None,
    ] {
        assert_eq!(at(verdict), None);
    }
}

#[test]
fn without_two_reps_left_twice_at_this_tempo_there_is_no_step() {
    for (latest, before) in [
        ("8/8+1", "8/8+2"),
        ("8/8+2", "8/8+1"),
        ("8/8+~2", "8/8+2"),
        ("8/8+2_@62", "8/8+2"),
        ("8/8+2_t4-0-1-1", "8/8+2_t4-0-1-1"),
        ("8/6-8+1", "8/6-8+1"),
    ] {
        assert_eq!(settled("1x8 4-0-1-0", latest, before), None, "{latest}");
    }
    assert!(settled("1x8 4-0-1-0", "8/8+2", "8/8+2").is_some());
    assert_eq!(settled("2x8 4-0-1-0", "8/8+2", "8/8+2"), None, "left early");
}

#[test]
fn after_two_reps_more_the_plate_comes_first_and_the_reps_go_back() {
    let nine = settled("3x8 4-0-1-0", "3*9/9+2", "3*9/9+2").unwrap();
    assert_eq!(words(&nine), ["10 reps", "62 kg for 8 reps", "5 s down"]);
    let ten = settled("3x8 4-0-1-0", "3*10/10+2", "3*10/10+2").unwrap();
    assert_eq!(words(&ten), ["62 kg for 8 reps", "11 reps", "5 s down"]);
}

#[test]
fn a_range_is_climbed_to_its_end_before_the_plate() {
    let within = settled("3x6-8 4-0-1-0", "3*7/6-8+2", "3*7/6-8+2").unwrap();
    assert_eq!(words(&within), ["8 reps", "62 kg", "5 s down"]);
    assert_eq!(
        within.choices[0].apply(&preset("3x6-8 4-0-1-0")).dose(),
        "3×8"
    );
    let wide = settled("3x6-12 4-0-1-0", "3*7/6-12+2", "3*7/6-12+2").unwrap();
    assert_eq!(
        wide.choices[0].apply(&preset("3x6-12 4-0-1-0")).dose(),
        "3×8-12"
    );
    let end = settled("3x6-8 4-0-1-0", "3*8/6-8+2", "3*8/6-8+2").unwrap();
    assert_eq!(words(&end), ["62 kg", "5 s down"]);
}

#[test]
fn sets_with_their_own_reps_each_get_one_more() {
    let offer = settled(
        "3x12,10,8 4-0-1-0",
        "12/12,10/10,8/8+2",
        "12/12,10/10,8/8+2",
    )
    .unwrap();
    assert_eq!(
        offer.choices[0].apply(&preset("3x12,10,8 4-0-1-0")).dose(),
        "13,11,9"
    );
}

#[test]
fn the_smallest_usual_plates_within_2_to_5_per_cent_are_taken() {
    let next = |load: &str| {
        let heavier = plates::heavier(&load.parse().unwrap())?;
        Some((heavier.load.to_string(), heavier.share))
    };
    for (load, more, share) in [
        ("60", "62 kg", Small),
        ("50", "51 kg", Small),
        ("51", "53 kg", Small),
        ("100", "102 kg", Small),
        ("101", "103.5 kg", Small),
        ("125", "127.5 kg", Small),
        ("126", "131 kg", Small),
        ("20", "21 kg", Small),
        ("19", "20 kg", Big),
        ("8", "9 kg", Big),
        ("600", "610 kg", Small),
        ("135 lb", "140 lb", Small),
        ("45 lb", "47.5 lb", Big),
        ("24 per hand", "25 kg per hand", Small),
        ("bw+10", "body weight + 11 kg", Unknown),
        ("bw-20", "body weight - 19 kg", Unknown),
    ] {
        assert_eq!(next(load), Some((more.to_owned(), share)), "{load}");
    }
    for none in ["bw", "band red", "0", "1000"] {
        assert_eq!(next(none), None, "{none}");
    }
}

#[test]
fn a_step_over_5_per_cent_says_so() {
    let offer = settled("3x8 4-0-1-0", "3*8/8+2_@8", "3*8/8+2_@8").unwrap();
    assert_eq!(
        words(&offer)[1],
        "9 kg (over 5 %, but nothing smaller is usual)"
    );
    assert_eq!(offer.short, "9 reps");
}

#[test]
fn less_load_is_offered_from_two_seconds_more_on() {
    let slower = |now: &str, before: &str| {
        let before = format!("8/8+0_t{before}");
        let mut sessions = vec![(3, before.as_str())];
        sessions.extend(SETTLED);
        offered(&format!("3x8 {now}"), &sessions)
    };
    let offer = slower("4-0-1-0", "2-0-1-0").unwrap();
    assert_eq!(offer.kind, Kind::Lighter);
    assert_eq!(
        offer.sentence,
        "The lowering grows from 2 to 4 s. Lighter: 50 kg in place of 60 kg"
    );
    assert_eq!(offer.choices[0].load.as_ref().unwrap().to_string(), "50 kg");
    assert_eq!(
        offer.choices[0].apply(&preset("3x8 4-0-1-0")),
        preset("3x8 4-0-1-0")
    );
    assert!(slower("4-0-1-0", "2.01-0-1-0").is_none());
    assert!(slower("4-0-1-0", "4-0-1-0").is_none());
    assert!(slower("2-0-1-0", "4-0-1-0").is_none());
    assert!(slower("3-0-1-0", "1-0-X-0").is_some());
}

#[test]
fn the_lighter_load_is_10_to_20_per_cent_less() {
    for (load, less) in [
        ("60", "50 kg"),
        ("100", "85 kg"),
        ("10", "9 kg"),
        ("4", "3.5 kg"),
        ("1.25", "1 kg"),
        ("135 lb", "115 lb"),
        ("24 per hand", "20 kg per hand"),
    ] {
        let found = plates::lighter(&load.parse().unwrap()).unwrap();
        assert_eq!(found.to_string(), less, "{load}");
    }
    for load in 1..=4000 {
        let mass =
            crate::training::journal::Mass::new(load * 250, crate::training::journal::Unit::Kg);
        let found = plates::lighter(&Load::Weight(mass.unwrap()))
            .unwrap()
            .mass()
            .unwrap();
        let share = f64::from(found.thousandths()) / f64::from(load * 250);
        assert!((0.8..=0.9).contains(&share), "{load}: {share}");
    }
    assert_eq!(plates::lighter(&"band red".parse().unwrap()), None);
}

#[test]
fn who_is_new_to_a_slow_lowering_is_eased_in() {
    let offer = offered("3x8 4-0-1-0", &[]).unwrap();
    assert_eq!(
        offer.sentence,
        "New with a slow lowering. Ease in: 2×6, lighter"
    );
    assert_eq!(offer.choices[0].apply(&preset("3x8 4-0-1-0")).dose(), "2×6");
    assert_eq!(offer.choices[0].load, None);
    assert_eq!(offered("3x8 2-0-2-0", &[]), None);
    assert!(offered("3x8 3-0-1-0", &[]).is_some());
    assert_eq!(offered("3x8 2.99-0-1-0", &[]), None);
}

#[test]
fn after_more_than_three_weeks_the_last_time_is_told_and_an_easier_one_offered() {
    let at = |days: i32| offered("3x8 4-0-1-0", &[(days, "8/8,8/8,7/8"), (60, "8/8")]);
    let away = at(34).unwrap();
    assert_eq!(
        away.sentence,
        "Last here 24 Oct: 60 kg 8 8 7. Ease in: 2×6, lighter"
    );
    assert_eq!(away.choices[0].load.as_ref().unwrap().to_string(), "50 kg");
    assert_eq!(at(22).map(|offer| offer.kind), Some(Kind::EaseIn));
    let long = |days: i32| {
        offered(
            "3x8 4-0-1-0",
            &[(days, "8/8"), (days + 10, "8/8"), (days + 20, "8/8")],
        )
    };
    assert_eq!(long(21), None);
    assert_eq!(long(20), None);
    assert_eq!(long(22).map(|offer| offer.kind), Some(Kind::EaseIn));
}

#[test]
fn the_block_lasts_two_weeks_and_the_third_has_three_sets() {
    let since = |days: i32| {
        offered(
            "5x8 4-0-1-0",
            &[(1, "6/6,6/6+2"), (3, "6/6,6/6+2"), (days, "6/6,6/6+4")],
        )
    };
    let running = since(13).unwrap();
    assert_eq!(
        running.sentence,
        "Begun on 14 Nov. Ease in: 2×6. It was done 2 times in 7 days: two a week are enough for now"
    );
    assert_eq!(running.choices[0].load, None);
    let third = since(14).unwrap();
    assert_eq!(
        (third.kind, third.short.as_str()),
        (Kind::ThirdWeek, "Third week: 3×8")
    );
    assert_eq!(third.choices[0].apply(&preset("5x8 4-0-1-0")).dose(), "3×8");
    assert_eq!(since(20).map(|offer| offer.kind), Some(Kind::ThirdWeek));
    assert_ne!(since(21).map(|offer| offer.kind), Some(Kind::ThirdWeek));
}

#[test]
fn no_step_up_is_offered_while_the_block_runs() {
    assert_eq!(offered("2x6 4-0-1-0", &[(1, "6/6+2"), (3, "6/6+2")]), None);
}

#[test]
fn nobody_is_eased_into_a_published_programme() {
    let at = |tier| offer(&preset("3x15 3-0-A-0"), tier, &[], TODAY, Verdict::Hold);
    assert_eq!(at(Tier::Published), None);
    assert!(at(Tier::General).is_some() && at(Tier::Expert).is_some());
}

#[test]
fn every_short_sentence_fits_40_columns() {
    let offers = [
        settled("3x8 4-0-1-0", "3*8/8+2_@bw+10", "3*8/8+2_@bw+10"),
        settled(
            "3x8 4-0-1-0",
            "3*8/8+2_@24 per hand",
            "3*8/8+2_@24 per hand",
        ),
        offered("3x8 4-0-1-0", &[]),
        offered("12x8 4-0-1-0", &[(14, "8/8")]),
        offered(
            "3x8 4-0-1-0",
            &[(3, "8/8_t1-0-1-0_@24 per hand"), SETTLED[0], SETTLED[1]],
        ),
    ];
    for offer in offers {
        let short = offer.unwrap().short;
        assert!(short.width() <= 40, "{short}");
    }
}

#[test]
fn a_handle_that_returns_is_told_as_such_and_sides_stay() {
    let mut draft = preset("1x8 4-0-1-0").draft();
    draft.exercise = Exercise::named("Lat pulldown");
    draft.sides = Sides::Each(crate::training::preset::Side::Left);
    let pulldown = Preset::new(draft).unwrap();
    let sessions: Vec<PastSession> = [3, 6, 15, 30]
        .map(|days| session(days, "L8/8+2,R8/8+2_xLat.pulldown"))
        .to_vec();
    let offer = offer(
        &pulldown,
        Tier::General,
        &sessions,
        TODAY,
        Verdict::Progress,
    )
    .unwrap();
    assert_eq!(words(&offer)[2], "5 s return");
    assert_eq!(offer.choices[0].apply(&pulldown).dose(), "1×9/side");
}
