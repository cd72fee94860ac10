//! What is said: the reasons with their entries, what is missing, and what must never be said.

use super::case::Case;
use crate::training::history::fixture::TODAY;
use crate::training::readiness::{FOOTER, lines};

fn said(line: &str) -> String {
    let case = Case::read(line);
    lines(&case.advice(), &case.subject, TODAY).join("\n")
}

#[test]
fn every_verdict_comes_with_its_rule_its_entries_and_the_footer() {
    insta::assert_snapshot!(said("sore=5 pain=1 base=6 s3=7/8+0"), @r"
    HOLD. Repeat last time.
    - Soreness is 5 of 10: front thighs.
      Rule: soreness from 4 to 6 in a muscle about to be trained (our own numbers).
      From: today: soreness, front thighs 5.
    - The last session was cut short (Squat, set 1: 7 of 8).
      Rule: the last session was cut short: a set ended before its goal, or there were fewer than its own preset planned.
      From: 24 Nov: Squat, set 1: 7 of 8.
    Not answered: signs that stop training; soreness, glutes; sleep quality; recovery.
    No personal baseline yet (6 of 10 entries).
    What is unusual for you is not known yet, so those clauses are left out.
    A rule of thumb from your own entries. It does not diagnose, predict injury or measure recovery. How you feel on the day beats the number.
    ");
    assert!(
        said("all s3=8/8 sets=3").contains(
            "- The last session had fewer sets than are planned now (Squat: 1 of 3 sets)."
        )
    );
    insta::assert_snapshot!(said("all base=20 sleep=3 s5=8/8+2 s3=8/8+2"), @r"
    PROGRESS. You hit the target with two reps to spare twice, and you report little soreness. If you wish: +1 rep per set, or the smallest plate (2–5 %), or +1 s lowering: one of them.
    - Two reps to spare in the last set, twice in a row.
      Rule: two reps to spare in the last set of two sessions in a row, at the same load, tempo and goal (the 2-for-2 rule).
      From: 24 Nov: Squat, last set 60 kg 8 of 8, 2 left; 22 Nov: Squat, last set 60 kg 8 of 8, 2 left.
    - Two or more reps were left in the last set.
      Rule: two or more reps left in the last set (our own number).
      From: 24 Nov: Squat, last set 60 kg 8 of 8, 2 left.
    - Soreness is 2 of 10: front thighs.
      Rule: soreness of 3 or less in a muscle about to be trained (our own number).
      From: today: soreness, front thighs 2.
    - Joint or tendon pain is 0 and does not rise.
      Rule: joint or tendon pain of 2 or less, and not rising (our own number).
      From: today: joint or tendon pain 0.
    - Fewer than two answers are unusual for you.
      Rule: fewer than two unusual answers.
      From: today: sleep quality 3 (usually 7.0).
    Unusual, and not acted on: sleep quality 3 (usually 7.0).
    A rule of thumb from your own entries. It does not diagnose, predict injury or measure recovery. How you feel on the day beats the number.
    ");
    insta::assert_snapshot!(said("all base=20 sleep=4 rec=3"), @r"
    BACK OFF. Many lifters would do about half today, or go lighter, or train another part of the body, or rest. You decide.
    - You report sleep quality 4 (usually 7.0) and recovery 3 (usually 7.0), which is unusual for you.
      Rule: two or more unusual answers, with soreness of 4 or more or recovery of 4 or less (our own numbers, found by simulation).
      From: today: sleep quality 4 (usually 7.0); today: recovery 3 (usually 7.0).
    A rule of thumb from your own entries. It does not diagnose, predict injury or measure recovery. How you feel on the day beats the number.
    ");
}

#[test]
fn stop_says_when_to_see_a_doctor() {
    let said = said("all sign=urine");
    for part in ["see a doctor", "rhabdomyolysis", "emergency"] {
        assert!(said.contains(part), "{part}: {said}");
    }
}

#[test]
fn a_published_programme_says_what_is_left_out_and_that_pain_is_not() {
    let said = said("all tier=published s1=8/8_p");
    assert!(
        said.contains("48 hours and the first weeks are left out"),
        "{said}"
    );
    assert!(said.contains("The clauses about pain are not."));
    assert!(
        said.contains("worst pain during the session of 26 Nov; pain after the session of 26 Nov")
    );
}

#[test]
fn where_it_is_not_known_what_is_trained_it_says_so() {
    assert!(
        said("all lift=Machine").contains("the sorest region that you were asked about counts")
    );
    assert!(!said("all").contains("sorest region"));
}

#[test]
fn without_an_entry_nothing_is_suggested() {
    let said = said("base=12");
    assert_eq!(
        said,
        format!("No suggestion: nothing was entered today.\n{FOOTER}")
    );
}

#[test]
fn a_baseline_on_its_way_is_counted() {
    assert!(said("all base=6").contains("No personal baseline yet (6 of 10 entries)."));
    assert!(said("all old=10 base=4").contains("Baseline rebuilding, 4 of 10."));
    assert!(!said("all base=10").contains("aseline"));
}

#[test]
fn every_answer_that_is_missing_is_listed() {
    assert!(said("sign=none s3=8/8").contains(
        "Not answered: joint or tendon pain; soreness, front thighs; soreness, glutes; sleep quality; recovery; \
         joint or tendon pain on 25 Nov; reps left in the last set of Squat on 24 Nov."
    ));
    assert!(!said("all").contains("Not answered"));
}

#[test]
fn no_percentage_score_or_promise_is_ever_shown() {
    for line in [
        "all",
        "all base=20 sleep=1 rec=1",
        "all s5=8/8+2 s3=8/8+2",
        "all pain=8",
    ] {
        let said = said(line).replace("(2–5 %)", "");
        for never in [
            "%",
            "optimal",
            "safe",
            "/100",
            "out of 100",
            "treat",
            "cure",
            "fatigue",
        ] {
            assert!(!said.contains(never), "{never}: {said}");
        }
    }
}

#[test]
fn what_was_acted_on_is_not_said_to_be_left_alone() {
    for line in [
        "all base=12 pain=7",
        "all base=12 pain=4",
        "all base=12 sore=8",
        "all base=12 sore=4",
    ] {
        assert!(!said(line).contains("not acted on"), "{line}");
    }
    assert!(said("all base=12 pain=7 sleep=3").contains("not acted on: sleep quality 3"));
}

#[test]
fn stop_begins_with_what_fits_the_sign() {
    for (line, begins) in [
        ("all sign=chest", "STOP. Call for emergency help now."),
        ("all sign=urine", "STOP. Go to emergency care now."),
        (
            "all sign=fever",
            "STOP. Do not train today. If it lasts, see a doctor.",
        ),
        (
            "all sign=dizziness",
            "STOP. Do not train today. If it lasts, see a doctor.",
        ),
        (
            "all sign=numbness",
            "STOP. Do not train this area now, and see a doctor.",
        ),
        (
            "all sign=swelling",
            "STOP. Do not train this area now, and see a doctor.",
        ),
        (
            "all sign=sharp",
            "STOP. Do not train this area now, and see a doctor.",
        ),
        ("all pain=8", "STOP. Do not train this area now.\n"),
        (
            "all pain=8 sign=chest",
            "STOP. Call for emergency help now.",
        ),
    ] {
        let said = said(line);
        assert!(said.starts_with(begins), "{line}: {said}");
    }
}
