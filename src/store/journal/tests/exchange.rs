//! What is exported is imported again as it was, whatever people wrote, and nothing that is there is lost by it.

use super::*;
use proptest::prelude::*;

/// Texts that have broken one format or another.
fn hostile() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "\"",
        "\"\"",
        "'",
        "''",
        "\n",
        "\r\n",
        "\r",
        ",",
        ";",
        "\t",
        "=SUM(A1)",
        "+1",
        "-1",
        "@x",
        "\0",
        "\u{1b}[2J",
        "\u{202e}",
        "\u{2028}",
        "\u{feff}",
        "\u{9b}",
        "\u{7f}",
        "🏋️‍♀️",
        "עברית",
        "العربية",
        "\\",
        "\\u0000",
        "{",
        "null",
        " ",
        "a",
    ]);
    prop_oneof![
        4 => prop::collection::vec(pieces, 0..8).prop_map(|pieces| pieces.concat()),
        2 => any::<String>(),
        1 => "[a-z\"\n,]{3000}",
    ]
}

fn answer<T: std::fmt::Debug + Clone>(
    value: impl Strategy<Value = T>,
) -> impl Strategy<Value = Answer<T>> {
    (value, 0..3_u8).prop_map(|(value, said)| match said {
        0 => Answer::Given(value),
        1 => Answer::Assumed(value),
        _ => Answer::Missing,
    })
}

fn load() -> impl Strategy<Value = Load> {
    let texts = [
        "60",
        "72.5 lb",
        "24 per hand",
        "bw",
        "bw+10",
        "bw-20.125lb",
        "band =red's \"x\"",
        "band , 日本",
    ];
    prop::sample::select(texts.to_vec()).prop_map(|text| text.parse().unwrap())
}

fn any_score() -> impl Strategy<Value = Option<Score>> {
    (0..12_u8).prop_map(Score::new)
}

fn any_session(number: i64) -> impl Strategy<Value = Entry> {
    let texts = (hostile(), hostile(), hostile());
    let tier = prop::sample::select(vec![Tier::General, Tier::Published, Tier::Expert]);
    (texts, tier, any_score(), any::<bool>()).prop_map(
        move |((id, name, note), tier, effort, elsewhere)| {
            Entry::Session(SessionRecord {
                id,
                name,
                note,
                tier,
                effort,
                origin: if elsewhere {
                    Origin::Elsewhere
                } else {
                    Origin::Paced
                },
                ended: effort.map(|_| stamp(-number)),
                ..session(number)
            })
        },
    )
}

fn any_set(number: i64, bout: u16) -> impl Strategy<Value = Entry> {
    let texts = (hostile(), hostile(), hostile());
    let answers = (answer(any::<u32>()), answer(load()), answer(any::<u8>()));
    let goal = prop_oneof![
        any::<u32>().prop_map(Goal::AtLeast),
        prop::sample::select(vec![Goal::Exactly, Goal::AsMany, Goal::AsTolerated]),
    ];
    let broke = prop::collection::vec(any::<u32>(), 0..4);
    (texts, answers, goal, broke, 0..1_000_000_000_u64).prop_map(
        move |((preset, exercise, tempo), (done, load, reserve), goal, broke, ms)| {
            let side = [None, Some(Side::Left), Some(Side::Right)][broke.len() % 3];
            let tension = TensionMs {
                eccentric_ms: ms,
                ..TensionMs::default()
            };
            Entry::Set(SetRecord {
                preset,
                exercise,
                tempo,
                side,
                goal,
                done,
                broke,
                load,
                reserve,
                tension,
                ..set(number, bout, "")
            })
        },
    )
}

fn any_morning(number: i64) -> impl Strategy<Value = Entry> {
    let soreness = prop::collection::btree_map(
        prop::sample::select(Region::ALL.to_vec()),
        any_score(),
        0..4,
    );
    let sign = prop::option::of(prop::sample::select(Sign::ALL.to_vec()));
    (soreness, sign, any_score(), any::<Option<bool>>()).prop_map(
        move |(soreness, sign, score, protein)| {
            Entry::Morning(Morning {
                soreness: soreness
                    .into_iter()
                    .filter_map(|(region, score)| Some((region, score?)))
                    .collect(),
                sign,
                joint_pain: score,
                protein,
                weight: score.map(|_| "-1.5 lb".parse().unwrap()),
                ..Morning::of(session(number).day)
            })
        },
    )
}

fn any_practice(number: i64) -> impl Strategy<Value = Entry> {
    let phase = (hostile(), prop::option::of(0..9_000_u64));
    (hostile(), prop::collection::vec(phase, 0..3)).prop_map(move |(tempo, phases)| {
        let phases = phases.into_iter().map(|(kind, spread_ms)| Mean {
            kind,
            spread_ms,
            ..Mean::default()
        });
        let practised = Practised {
            tempo,
            on: session(number).day,
            phases: phases.collect(),
        };
        Entry::Practice(PracticeRecord {
            at: stamp(number),
            practised,
        })
    })
}

fn any_entries() -> impl Strategy<Value = Vec<Entry>> {
    let day = |number| {
        (
            any_session(number),
            any_set(number, 1),
            any_set(number, 2),
            any_morning(number),
            any_practice(number),
        )
            .prop_map(|(a, b, c, d, e)| vec![a, b, c, d, e])
    };
    (day(1), day(2)).prop_map(|(one, two)| [one, two].concat())
}

fn exported(journal: &Journal, format: Format) -> Vec<u8> {
    let mut out = Vec::new();
    journal.export(format, &mut out).unwrap();
    out
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]
    #[test]
    fn an_import_into_an_empty_journal_makes_it_the_same_to_the_byte(entries in any_entries()) {
        // In memory, so that a great many can be tried.
        let mut journal_one = Journal::unwritten().unwrap();
        journal_one.put(&entries).unwrap();
        for format in [Format::Jsonl, Format::Csv] {
            let text = exported(&journal_one, format);
            let mut journal_two = Journal::unwritten().unwrap();
            let imported = journal_two.import(&mut text.as_slice()).unwrap();
            prop_assert_eq!(imported, Imported { added: 10, ..Imported::default() });
            prop_assert_eq!(all(&journal_two), all(&journal_one));
            prop_assert_eq!(exported(&journal_two, format), text.clone());
            // Once more, and nothing changes.
            let again = journal_two.import(&mut text.as_slice()).unwrap();
            prop_assert_eq!(again, Imported { same: 10, ..Imported::default() });
            // Nothing in it is obeyed by a terminal or a spreadsheet.
            let text = String::from_utf8(text).unwrap();
            prop_assert!(format == Format::Csv || !text.lines().any(|line| line.contains(crate::training::text::is_unfit)));
        }
    }
}

#[test]
fn every_field_of_every_entry_has_its_column() {
    let (_folder, journal) = journal(&everything());
    let csv = String::from_utf8(exported(&journal, Format::Csv)).unwrap();
    let columns: Vec<&str> = csv.lines().next().unwrap().split(',').collect();
    for entry in everything() {
        let value = serde_json::to_value(&entry).unwrap();
        for name in value.as_object().unwrap().keys() {
            assert!(columns.contains(&name.as_str()), "{name}");
        }
    }
    assert_eq!(columns[0], "entry");
}

#[test]
fn what_is_there_stays_as_it_is_and_is_counted() {
    let (_one, journal_one) = journal(&everything());
    let text = exported(&journal_one, Format::Csv);
    let mine = SessionRecord {
        note: "mine".to_owned(),
        ..session(1)
    };
    let (_two, mut journal_two) =
        journal(&[Entry::Session(session(0)), Entry::Session(mine.clone())]);
    let imported = journal_two.import(&mut text.as_slice()).unwrap();
    let added = u64::try_from(everything().len()).unwrap() - 2;
    assert_eq!(
        imported,
        Imported {
            added,
            same: 1,
            kept: 1
        }
    );
    assert_eq!(
        journal_two.entry(Key::Session(stamp(1))).unwrap(),
        Some(Entry::Session(mine))
    );
}

#[test]
fn a_wrong_line_is_named_and_nothing_of_the_file_is_imported() {
    let (_one, journal_one) = journal(&everything());
    let jsonl = String::from_utf8(exported(&journal_one, Format::Jsonl)).unwrap();
    let csv = String::from_utf8(exported(&journal_one, Format::Csv)).unwrap();
    let lines: Vec<&str> = jsonl.lines().collect();
    let without = |at: usize| [&lines[..at], &lines[at + 1..]].concat().join("\n");
    let cases: [(String, &str); 9] = [
        (
            jsonl.replacen("\"bout\":2", "\"bout\":-2", 1),
            "line 4 is wrong: invalid value",
        ),
        (
            jsonl.replacen("\"effort\":7", "\"effort\":11", 1),
            "line 2 is wrong: 11 is not on the scale",
        ),
        (
            format!("{}\nnonsense\n", lines[..3].join("\n")),
            "line 4 is wrong: expected",
        ),
        (
            without(1),
            "line 2 is wrong: its session is neither in the file nor in the journal",
        ),
        (
            jsonl.replacen("\"version\":1", "\"version\":9", 1),
            "line 1 is wrong: it was exported as version 9 by a newer",
        ),
        (without(0), "line 1 does not say that this is an export"),
        (
            csv.replacen("leg-day", "leg,day", 1),
            "line 2 is wrong: it has 47 cells in place of 46",
        ),
        (
            csv.replacen(",given,", ",sworn,", 1),
            "is wrong: unknown variant `sworn`",
        ),
        (
            csv.replacen("entry,began", "entry,\u{1b}egan", 1),
            "line 1 is wrong: `^[egan` is no column",
        ),
    ];
    for (text, words) in cases {
        let (_two, mut journal_two) = journal(&[]);
        let error = journal_two
            .import(&mut text.as_bytes())
            .unwrap_err()
            .to_string();
        assert!(error.contains(words), "{words}: {error}");
        assert_eq!(all(&journal_two), []);
    }
}

#[test]
fn a_table_that_a_spreadsheet_sorted_and_marked_is_taken_all_the_same() {
    let (_one, journal_one) = journal(&everything());
    let csv = String::from_utf8(exported(&journal_one, Format::Csv)).unwrap();
    // The notes hold line breaks, so whole records are moved.
    let mut reader = ::csv::Reader::from_reader(csv.as_bytes());
    let head = reader.headers().unwrap().clone();
    let mut rows: Vec<_> = reader.records().map(Result::unwrap).collect();
    rows.reverse();
    let mut writer = ::csv::WriterBuilder::new()
        .terminator(::csv::Terminator::CRLF)
        .from_writer(b"\xef\xbb\xbf".to_vec());
    for row in [head].iter().chain(&rows) {
        let mut cells: Vec<_> = row.iter().collect();
        cells.rotate_left(7);
        writer.write_record(cells).unwrap();
    }
    let sorted = writer.into_inner().unwrap();
    let (_two, mut journal_two) = journal(&[]);
    journal_two.import(&mut sorted.as_slice()).unwrap();
    assert_eq!(all(&journal_two), everything());
}

#[test]
fn of_a_journal_that_cannot_be_read_there_is_no_empty_copy() {
    let (folder, mut journal) = journal(&[]);
    journal.connection = None;
    let path = folder.path().join("backup.db");
    let error = journal.backup(&path, Existing::Keep).unwrap_err();
    assert!(error.to_string().contains("could not be read"), "{error}");
    assert!(!path.exists());
}

#[test]
fn a_backup_is_a_journal_of_its_own_and_never_takes_the_place_of_a_file_unasked() {
    let (folder, journal) = journal(&everything());
    let path = folder.path().join("backup.db");
    journal.backup(&path, Existing::Keep).unwrap();
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 2);
    let error = journal
        .backup(&path, Existing::Keep)
        .unwrap_err()
        .to_string();
    assert!(
        error.contains("is there already: choose another name"),
        "{error}"
    );
    std::fs::write(&path, "old").unwrap();
    journal.backup(&path, Existing::Replace).unwrap();
    assert_eq!(all(&Journal::open(&path).unwrap().journal), everything());
}
