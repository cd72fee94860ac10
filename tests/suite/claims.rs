//! What the program says of training: every source is one that was checked, what must not be claimed is not, and what is
//! refused is said.

use downbeat::training::evidence::{Basis, REFUSED, Topic};
use std::fs;
use std::path::Path;

/// Every DOI that may be printed, with author and year. One that was not checked has no place here: such a source goes by
/// author, year and journal.
const CHECKED: [(&str, &str, &str); 31] = [
    ("10.1007/s00421-017-3736-4", "Leung", "2017"),
    ("10.1007/s00421-017-3792-9", "Damas", "2018"),
    ("10.1007/s00421-025-05757-7", "Kirk", "2025"),
    ("10.1007/s40279-015-0304-0", "Schoenfeld", "2015"),
    ("10.1007/s40279-018-0936-y", "Granata", "2018"),
    ("10.1007/s40279-021-01559-x", "Halperin", "2022"),
    ("10.1123/ijspp.2021-0360", "Tolusso", "2022"),
    ("10.1136/bjsm.2003.010587", "Young", "2005"),
    ("10.1136/bjsports-2017-097608", "Morton", "2018"),
    ("10.1136/bjsports-2017-098937", "Harøy", "2019"),
    ("10.1136/bjsports-2020-103403", "Breda", "2021"),
    ("10.1111/sms.12585", "Ishøi", "2016"),
    ("10.1016/j.jse.2010.04.041", "Tyler", "2010"),
    ("10.1177/03635465980260030301", "Alfredson", "1998"),
    ("10.1177/0363546515584760", "Beyer", "2015"),
    ("10.1186/s12576-023-00896-y", "Mizumura", "2024"),
    ("10.1186/s12970-018-0215-1", "Schoenfeld & Aragon", "2018"),
    ("10.1249/MSS.0b013e3181915670", "ACSM", "2009"),
    ("10.1519/JSC.0000000000001581", "Tufano", "2017"),
    ("10.1519/JSC.0000000000001675", "Mike", "2017"),
    ("10.1519/JSC.0000000000001983", "Schoenfeld", "2017"),
    ("10.1519/JSC.0b013e3181c69ec6", "Laurent", "2011"),
    ("10.1519/ssc.0000000000000747", "Grgic", "2022"),
    ("10.3389/fphys.2019.00533", "Patterson", "2019"),
    ("10.3390/diagnostics11112016", "González-Rosalén", "2021"),
    ("10.3390/jfmk4030055", "Suchomel", "2019"),
    ("10.5114/biolsport.2022.105335", "Azevedo", "2022"),
    ("10.5664/jcsm.7478", "Snyder", "2018"),
    ("10.5665/sleep.4886", "Watson", "2015"),
    ("10.5960/dzsm.2019.366", "Bohm", "2019"),
    ("10.7717/peerj.1102", "Faber", "2015"),
];

/// What nobody may say to a lifter, as whole words.
const FORBIDDEN: [&str; 34] = [
    "optimal",
    "optimally",
    "optimise",
    "optimize",
    "safe",
    "safely",
    "safer",
    "superior",
    "proven",
    "guarantee",
    "guarantees",
    "guaranteed",
    "validated",
    "prevents injury",
    "prevents injuries",
    "injury prevention",
    "predicts injury",
    "predicts injuries",
    "injury risk",
    "measures recovery",
    "measures inflammation",
    "measures fatigue",
    "overtraining",
    "treats",
    "cure",
    "cures",
    "heals",
    "burns fat",
    "fat burning",
    "fat-burning",
    "burn fat",
    "soreness means growth",
    "no pain, no gain",
    "makes you stronger",
];

/// The texts that a person sees, by the name of their file: documents, the library, settings, and every line of the program
/// that is no comment and no test. What is refused is quoted in one file, which is left out.
fn texts() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let documents = [
        "README.md",
        "CHANGELOG.md",
        "config.example.toml",
        "assets/presets.toml",
    ];
    let mut texts: Vec<(String, String)> = documents
        .iter()
        .map(|name| {
            let text = fs::read_to_string(root.join(name)).expect("a document");
            ((*name).to_owned(), text)
        })
        .collect();
    sources(&root.join("src"), &mut texts);
    assert!(texts.len() > 200, "the program was found");
    texts
}

fn sources(folder: &Path, texts: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        let name = path.to_string_lossy().replace('\\', "/");
        if path.is_dir() {
            sources(&path, texts);
        } else if !name.contains("/tests") && !name.ends_with("evidence/refused.rs") {
            let text = fs::read_to_string(&path).expect("a source");
            let is_shown = name.contains("/cli");
            texts.push((name, said(&text, is_shown)));
        }
    }
}

/// A source without its tests and comments; those of the command line are its help, and stay.
fn said(text: &str, keep_docs: bool) -> String {
    let is_comment = |line: &&str| {
        let line = line.trim_start();
        line.starts_with("//") && !(keep_docs && line.starts_with("///"))
    };
    text.lines()
        .take_while(|line| line.trim() != "#[cfg(test)]")
        .filter(|line| !is_comment(line))
        .collect::<Vec<_>>()
        .join("\n")
}

/// Whether `words` stand in `text`, and not as a part of other words.
fn stands(words: &str, text: &str) -> bool {
    let is_part = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
    text.match_indices(words).any(|(at, _)| {
        let (before, rest) = text.split_at(at);
        let (_, behind) = rest.split_at(words.len());
        !is_part(before.chars().next_back()) && !is_part(behind.chars().next())
    })
}

#[test]
fn nothing_that_must_not_be_claimed_is_claimed_anywhere() {
    for (name, text) in texts() {
        // That the rule is not may be said.
        let mut text = text.to_lowercase();
        for denial in ["not validated", "validated by nobody"] {
            text = text.replace(denial, "");
        }
        for words in FORBIDDEN {
            assert!(!stands(words, &text), "{name} says \"{words}\"");
        }
    }
}

#[test]
fn forbidden_words_are_found_where_they_stand_and_not_inside_others() {
    assert!(stands("safe", "it is safe."));
    assert!(!stands("safe", "unsafe, safety, is_safe"));
    assert!(stands("burns fat", "it burns fat"));
    assert_eq!(said("a\n  // safe\nb\n#[cfg(test)]\nc", false), "a\nb");
    assert_eq!(said("/// safe\n//! why\nb", true), "/// safe\nb");
}

/// The DOIs in a text, each with what stands before it.
fn dois(text: &str) -> Vec<(&str, &str)> {
    let found = text.match_indices("10.").filter_map(|(at, _)| {
        let (before, rest) = text.split_at(at);
        let is_end = |c: char| c.is_whitespace() || "\"),;]".contains(c);
        let doi = rest.split(is_end).next()?.trim_end_matches('.');
        let (registrant, name) = doi.strip_prefix("10.")?.split_once('/')?;
        let is_number = registrant.chars().all(|c| c.is_ascii_digit());
        let is_doi = (4..=5).contains(&registrant.len()) && is_number && !name.is_empty();
        let is_part = before.ends_with(|c: char| c.is_ascii_digit() || c == '.');
        (is_doi && !is_part).then_some((before, doi))
    });
    found.collect()
}

#[test]
fn every_doi_is_one_that_was_checked_and_stands_behind_its_author_and_year() {
    let mut found = Vec::new();
    for (name, text) in texts() {
        for (before, doi) in dois(&text) {
            let checked = CHECKED.iter().find(|(checked, ..)| *checked == doi);
            let Some((_, author, year)) = checked else {
                panic!("{name}: {doi} was not checked");
            };
            let before: String = before.chars().rev().take(120).collect();
            let before: String = before.chars().rev().collect();
            let named = before.contains(author) && before.contains(year);
            assert!(named, "{name}: {doi} is {author} {year}");
            found.push(doi.to_owned());
        }
    }
    for (doi, author, year) in CHECKED {
        assert!(
            found.iter().any(|found| found == doi),
            "{author} {year} is nowhere"
        );
    }
    // The word stands before nothing else.
    for (name, text) in texts() {
        let words = text.matches("doi 10.").count() + text.matches("doi.org/10.").count();
        assert!(words <= dois(&text).len(), "{name} has a DOI that is none");
    }
}

#[test]
fn everything_that_must_not_be_claimed_is_refused() {
    for refused in [
        "predicts or prevents injury",
        "measures recovery",
        "inflammation",
        "CNS fatigue",
        "overtraining",
        "optimal",
        "safe",
        "treats or cures",
        "validated",
        "soreness means growth",
        "left no soreness was wasted",
        "burns fat",
        "four seconds are better",
        "metronome makes stronger",
        "overload by itself",
        "burn in a set",
        "mitochondria",
    ] {
        let found = REFUSED
            .iter()
            .any(|claim| claim.claim.to_lowercase().contains(&refused.to_lowercase()));
        assert!(found, "{refused}");
    }
}

#[test]
fn every_topic_says_what_it_rests_on() {
    for topic in Topic::ALL {
        let about = topic.about();
        assert_eq!(Topic::named(about.name), Some(topic));
        assert!(!about.paragraphs.is_empty(), "{}", about.name);
        for said in about.paragraphs {
            let fits = match said.basis {
                Basis::Published => !said.sources.is_empty(),
                Basis::Ours => said.sources.is_empty(),
                Basis::Caution => true,
            };
            assert!(fits, "{}", said.words);
            assert!(said.words.ends_with('.'), "{}", said.words);
        }
    }
    for refused in REFUSED {
        assert!(refused.claim.ends_with('.') && refused.because.ends_with('.'));
    }
}

#[test]
fn the_numbers_of_the_journal_are_the_published_ones() {
    for (topic, numbers) in [
        (
            Topic::Progress,
            &["two for two", "2 to 5 %", "2 to 10 %"][..],
        ),
        (Topic::Load, &["10 to 20 %", "2 s or more"]),
        (
            Topic::Intro,
            &["1 or 2 sets of 6 to 8", "four reps left", "three weeks"],
        ),
        (Topic::Soreness, &["24 to 72 h"]),
        (Topic::Spacing, &["48 h"]),
        (Topic::Pain, &["up to 5 of 10", "3 everywhere else"]),
        (Topic::Effort, &["ICC 0.88", "contain the rests"]),
        (Topic::Reserve, &["0.95", "0.17 to 1.73"]),
        (Topic::Recovery, &["0.84", "0.80", "11 people"]),
        (Topic::Sleep, &["adapted", "7 h", "a target, not a verdict"]),
        (
            Topic::Readiness,
            &["simulation", "not validated", "43 to 56 %", "3 to 6 %"],
        ),
        (Topic::Protein, &["1.62", "1.03 to 2.20", "0.3 kg"]),
        (
            Topic::Rolling,
            &["11.6 %", "2 to 4 s", "never between sets"],
        ),
        (Topic::Tempo, &["0.5 to 8 s", "10 people", "166 people"]),
        (
            Topic::Metronome,
            &["14 of 29", "7 of 29", "7 and 18 %", "12 and 26 %"],
        ),
    ] {
        let text: Vec<String> = topic.facts().into_iter().map(|(_, words)| words).collect();
        let text = text.join("\n");
        for number in numbers {
            assert!(text.contains(number), "{number}: {text}");
        }
    }
}
