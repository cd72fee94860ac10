//! Single settings, in files of every manner.

use serde_json::{Value, json};

use super::{Document, manners};
use crate::store::config::{self, EXAMPLE};
use crate::store::edit::Setting;

fn setting(key: &str, value: &Value) -> Setting {
    Setting::new(key.to_owned(), value, false)
}

#[track_caller]
fn set(before: &str, settings: &[(&str, Value)], after: &str) {
    let settings: Vec<Setting> = settings
        .iter()
        .map(|(key, value)| setting(key, value))
        .collect();
    for (before, after) in manners(before).into_iter().zip(manners(after)) {
        let document = Document::new(before).unwrap().set(&settings).unwrap();
        assert_eq!(document.text(), after, "\n{}", document.text());
    }
}

#[test]
fn a_key_that_is_there_keeps_its_line_and_what_is_round_it() {
    let before = "# top\n  \"theme\"   =  'night'   # the garage is dark\n\ncues='full'\n";
    let after = "# top\n  \"theme\"   =  \"day\"   # the garage is dark\n\ncues=\"guide\"\n";
    set(
        before,
        &[("cues", json!("guide")), ("theme", json!("day"))],
        after,
    );
}

#[test]
fn an_equal_value_stays_as_it_is_written() {
    let text = "volume_db = -0x0\ncues = '''full'''\n".replace("-0x0", "0x0");
    set(
        &text,
        &[("volume_db", json!(0)), ("cues", json!("full"))],
        &text,
    );
}

#[test]
fn a_list_keeps_the_comments_in_it() {
    let before = "notices = [\n  \"last rep\", # yes\n  \"3-2-1\", # of course\n]\n";
    let after = "notices = [\n  \"last rep\", # yes\n  \"10 s\",\n  \"3-2-1\", # of course\n]\n";
    set(
        before,
        &[("notices", json!(["last rep", "10 s", "3-2-1"]))],
        after,
    );
}

#[test]
fn a_new_key_goes_under_the_last_of_the_others_and_in_front_of_every_header() {
    let before = "theme = \"night\" # dark\n\n# Mine.\n[[preset]]\nid = 'a'\ntempo = '4010'\n";
    let after = before.replace("# dark\n", "# dark\nvoice_db = \"off\"\nvolume_db = -6\n");
    set(
        before,
        &[("voice_db", json!("off")), ("volume_db", json!(-6))],
        &after,
    );
}

#[test]
fn in_a_file_of_presets_it_goes_in_front_of_the_first_and_what_belongs_to_that() {
    let preset = "# Mine.\n[[preset]]\nid = 'a'\ntempo = '4010'\n";
    let line = "cues = \"voice\"\n";
    set(
        preset,
        &[("cues", json!("voice"))],
        &format!("{line}\n{preset}"),
    );
    let heading = "# All of Ada.\n\n";
    let before = format!("{heading}{preset}");
    let after = format!("{heading}{line}\n{preset}");
    set(&before, &[("cues", json!("voice"))], &after);
}

#[test]
fn in_an_empty_file_it_is_the_first_line() {
    for mark in ["", "\u{feff}"] {
        let document = Document::new(mark).unwrap();
        let set = document.set(&[setting("offset_ms", &json!(120))]).unwrap();
        assert_eq!(set.text(), format!("{mark}offset_ms = 120\n"));
    }
}

#[test]
fn in_a_file_of_comments_it_goes_apart_from_the_last() {
    set(
        "# Mine.\n# Nothing yet.\n",
        &[("cues", json!("voice"))],
        "# Mine.\n# Nothing yet.\n\ncues = \"voice\"\n",
    );
}

#[test]
fn a_key_that_the_example_shows_goes_under_the_line_that_shows_it() {
    let keys = [
        ("cues", json!("guide")),
        ("flash", json!("on")),
        ("notices", json!(["3-2-1"])),
    ];
    let after = EXAMPLE
        .replace(
            "#: cues = \"full\"\n",
            "#: cues = \"full\"\ncues = \"guide\"\n",
        )
        .replace(
            "#: flash = \"auto\"\n",
            "#: flash = \"auto\"\nflash = \"on\"\n",
        )
        .replace(
            "\"10 s\", \"3-2-1\"]\n",
            "\"10 s\", \"3-2-1\"]\nnotices = [\"3-2-1\"]\n",
        );
    set(EXAMPLE, &keys, &after);
    assert!(config::parse(&after).1.is_empty());
}

#[test]
fn what_only_looks_like_the_line_of_a_key_is_none() {
    let before = "name = '''\n# cues = \"full\"\n'''\n[[preset]]\n# cues = 1\nid = 'a'\n";
    let after = before.replace("\n'''\n", "\n'''\ncues = \"voice\"\n");
    set(before, &[("cues", json!("voice"))], &after);
}

#[test]
fn a_default_is_written_only_where_the_key_is_there_already() {
    let default = [Setting::new("cues".to_owned(), &json!("full"), true)];
    let set = |text: &str| {
        let document = Document::new(text).unwrap().set(&default).unwrap();
        document.text().to_owned()
    };
    assert_eq!(set("theme = 'day'\n"), "theme = 'day'\n");
    assert_eq!(set("cues = 'guide'\n"), "cues = \"full\"\n");
}

#[test]
fn what_stands_there_as_a_table_is_left_alone() {
    for text in ["[cues]\na = 1\n", "cues.a = 1\n", "[[cues]]\na = 1\n"] {
        let document = Document::new(text).unwrap();
        let error = document
            .set(&[setting("cues", &json!("full"))])
            .unwrap_err();
        assert!(error.to_string().contains("the setting cues"), "{error}");
    }
}

#[test]
fn other_dotted_keys_and_inline_tables_stay() {
    let before = "a.b = 1\nx = { cues = 1 }\n[t]\ncues = 2\n";
    let after = before.replace("1 }\n", "1 }\ncues = \"full\"\n");
    set(before, &[("cues", json!("full"))], &after);
}
