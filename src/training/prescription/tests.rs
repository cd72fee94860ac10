//! What is written against what it expands to.

use super::*;
use proptest::prelude::*;

fn s(seconds: u64) -> Duration {
    Duration::from_secs(seconds)
}

fn scheme(text: &str) -> Scheme {
    text.parse().unwrap()
}

fn written(reps: &[&str], sets: u32) -> Prescription {
    Prescription {
        reps: reps.iter().map(|text| scheme(text)).collect(),
        ..Prescription::straight("4-0-1-0".parse().unwrap(), sets, 1, s(60))
    }
}

#[test]
fn every_way_to_write_reps_is_read_and_written_alike() {
    for text in [
        "8",
        "6-8",
        "AMRAP",
        "AMRAP 30",
        "15 as tolerated",
        "2+2+2",
        "10>8>8",
    ] {
        assert_eq!(scheme(text).to_string(), text);
    }
    assert_eq!(scheme(" amrap ").paced(), AMRAP_CAP);
    assert_eq!(scheme("6–8").paced(), 8);
    assert_eq!(scheme("2+2+2").paced(), 6);
}

#[test]
fn a_set_may_say_its_own_pauses() {
    let cluster = Scheme::Cluster {
        groups: vec![2, 3],
        intra: s(15),
    };
    assert_eq!(scheme("2+3 intra 15s"), cluster);
    let drop = Scheme::Drop {
        groups: vec![10, 8],
        percent: 25,
        change: s(5),
    };
    assert_eq!(scheme("10>8 drop 25% change 5s"), drop);
    for wrong in [
        "2+2 intra",
        "2+2 intra soon",
        "2+2 drop 20%",
        "8 intra 15s",
        "10>8 drop x",
    ] {
        assert!(wrong.parse::<Scheme>().is_err(), "{wrong}");
    }
}

#[test]
fn what_is_no_number_of_reps_is_refused_with_a_fix() {
    for text in [
        "", "x", "0", "8-6", "6-6", "2++2", "+2", "10>0", "-3", "amrap x", "1e3", "٤",
    ] {
        let error = text.parse::<Scheme>().unwrap_err().to_string();
        assert!(error.contains("write"), "{text}: {error}");
    }
}

#[test]
fn sets_have_their_own_reps_and_the_last_goes_on() {
    let reps = |work: &Prescription| -> Vec<u32> { work.expand().iter().map(Set::reps).collect() };
    assert_eq!(reps(&written(&["12", "10", "8"], 3)), [12, 10, 8]);
    assert_eq!(reps(&written(&["12", "10"], 4)), [12, 10, 10, 10]);
    assert_eq!(reps(&written(&["8"], 2)), [8, 8]);
}

#[test]
fn a_ladder_within_the_set_gives_each_rep_its_tempo() {
    let tempos: Vec<Tempo> = ["1-0-1-0", "2-0-1-0", "3-0-1-0"]
        .map(|t| t.parse().unwrap())
        .to_vec();
    let mut work = written(&["5"], 1);
    work.pacing = Pacing::ByRep(tempos);
    let set = &work.expand()[0];
    let shown: Vec<(String, u32)> = set
        .work
        .iter()
        .map(|work| match work.effort {
            Effort::Rep { tempo, .. } => (tempo.to_string(), work.times),
            other => panic!("{other:?}"),
        })
        .collect();
    let expected = [("1-0-1-0", 1), ("2-0-1-0", 1), ("3-0-1-0", 3)];
    assert_eq!(
        shown,
        expected.map(|(tempo, times)| (tempo.to_owned(), times))
    );
}

#[test]
fn the_canonical_form_says_nothing_twice() {
    let canonical = |work: Prescription| work.canonical().reps.len();
    assert_eq!(canonical(written(&["8", "8", "8"], 3)), 1);
    assert_eq!(canonical(written(&["12", "10"], 4)), 4);
    assert_eq!(canonical(written(&["12", "10", "8"], 2)), 2);
    assert_eq!(canonical(written(&["12", "10", "8"], 1)), 1);
}

#[test]
fn the_dose_is_short_and_says_it_all() {
    let hold = |reps: &[&str], length, sets| Prescription {
        pacing: Pacing::Hold(length),
        ..written(reps, sets)
    };
    for (work, dose) in [
        (written(&["8"], 3), "3×8"),
        (written(&["12", "10", "8"], 3), "12,10,8"),
        (written(&["6-8"], 4), "4×6-8"),
        (written(&["AMRAP"], 3), "3×AMRAP"),
        (written(&["2+2+2"], 4), "4×(2+2+2)"),
        (hold(&["1"], s(45), 5), "5×45s"),
        (hold(&["1"], s(120), 4), "4×2:00"),
        (hold(&["4"], s(3), 5), "5×4×3s"),
    ] {
        assert_eq!(work.dose(), dose);
    }
}

proptest! {
    #[test]
    fn the_canonical_form_expands_to_the_same_sets(
        reps in proptest::collection::vec(1..4u32, 1..5),
        sets in 1..6u32,
    ) {
        let work = Prescription {
            reps: reps.into_iter().map(Scheme::exactly).collect(),
            ..written(&["1"], sets)
        };
        prop_assert_eq!(work.clone().canonical().expand(), work.expand());
        prop_assert_eq!(work.clone().canonical().canonical(), work.canonical());
    }
}
