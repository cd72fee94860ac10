//! The commands that tell what is known: protein for a weight, and where things come from.

use super::{Home, run};
use downbeat::store::journal::Journal;
use downbeat::training::evidence::{REFUSED, Topic};
use downbeat::training::journal::{Entry, Mass, Morning, Unit};
use jiff::civil::date;
use std::fs;

#[test]
fn protein_takes_a_weight_as_people_write_it() {
    for words in [
        &["80kg"][..],
        &["80", "kg"],
        &["80"],
        &["176lb"],
        &["176", "lb"],
    ] {
        let arguments: Vec<&str> = std::iter::once("protein")
            .chain(words.iter().copied())
            .collect();
        let text = run(&arguments).done();
        assert!(
            text.contains("130 to 175 g of protein a day"),
            "{words:?}: {text}"
        );
        assert!(text.contains("32 to 44 g in each of 4 meals"), "{text}");
        assert!(text.contains("bjsports-2017-097608"), "{text}");
    }
    let home = Home::with_config("unit = \"lb\"\n");
    let text = home.run(&["protein", "176"]).done();
    assert!(text.starts_with("176 lb: 130 to 175 g"), "{text}");
}

#[test]
fn protein_without_a_weight_takes_the_last_one_in_the_journal() {
    let home = Home::new();
    let error = home.run(&["protein"]).failed(1);
    assert!(error.contains("`downbeat protein 80kg`"), "{error}");
    let folder = home.folder.path().join("data/downbeat");
    assert!(!folder.join("journal.db").exists(), "none is made for it");
    fs::create_dir_all(&folder).unwrap();
    let mut journal = Journal::open(&folder.join("journal.db")).unwrap().journal;
    let morning = |month, weight: Option<&str>| {
        Entry::Morning(Morning {
            weight: weight.map(|text| Mass::read(text, Unit::Kg).unwrap()),
            ..Morning::of(date(2025, month, 1))
        })
    };
    let mornings = [
        morning(1, Some("90")),
        morning(2, Some("82")),
        morning(3, None),
    ];
    journal.put(&mornings).unwrap();
    let text = home.run(&["protein"]).done();
    assert!(text.starts_with("82 kg: "), "{text}");
}

#[test]
fn a_weight_that_is_none_is_wrong_usage() {
    for wrong in ["heavy", "20kg", "-80", "300"] {
        let error = run(&["protein", wrong]).failed(2);
        assert!(error.contains("write"), "{wrong}: {error}");
    }
}

#[test]
fn why_lists_what_is_claimed_what_is_refused_and_the_sources() {
    let text = run(&["why"]).done();
    let squeezed = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for topic in Topic::ALL {
        assert!(squeezed.contains(topic.about().claim), "{topic:?}");
        for source in topic.sources() {
            assert!(squeezed.contains(&source.to_string()), "{}", source.name);
        }
    }
    for refused in REFUSED {
        assert!(squeezed.contains(&refused.to_string()), "{}", refused.claim);
    }
    assert!(
        text.lines().all(|line| line.chars().count() <= 90),
        "{text}"
    );
}

#[test]
fn why_tells_all_of_one_topic_and_helps_with_a_misspelt_one() {
    let text = run(&["why", "soreness"]).done();
    for said in ["Published", "Ours", "Not said", "Source"] {
        assert!(text.contains(said), "{said}: {text}");
    }
    assert_eq!(run(&["why", "Soreness"]).done(), text);
    let error = run(&["why", "sorenes"]).failed(2);
    assert!(
        error.contains("similar value exists: 'soreness'"),
        "{error}"
    );
}
