//! What each operation does to a file that somebody wrote with care, as whole texts.

mod laws;
mod setting;
mod whole;

use toml_edit::{DocumentMut, Table};

use super::{Document, EditError, Kind};

/// The first entry of that kind in a text.
fn table(kind: Kind, text: &str) -> Table {
    let document: DocumentMut = text.parse().unwrap();
    let list = document[kind.as_str()].as_array_of_tables().unwrap();
    list.get(0).unwrap().clone()
}

fn preset(keys: &str) -> Table {
    table(Kind::Preset, &format!("[[preset]]\n{keys}"))
}

/// The same with other line ends, a mark at the beginning, or no end of the last line: all that an editor may do to a file.
fn manners(text: &str) -> [String; 4] {
    let open = text.trim_end_matches('\n');
    [
        text.to_owned(),
        text.replace('\n', "\r\n"),
        open.to_owned(),
        format!("\u{feff}{}", open.replace('\n', "\r\n")),
    ]
}

/// That an operation turns one text into the other, in every manner of writing it.
#[track_caller]
fn turns(before: &str, after: &str, operation: impl Fn(&Document) -> Result<Document, EditError>) {
    for (before, after) in manners(before).into_iter().zip(manners(after)) {
        let document = operation(&Document::new(before).unwrap()).unwrap();
        assert_eq!(document.text(), after, "\n{}", document.text());
    }
}

#[track_caller]
fn put(before: &str, old: Option<&str>, keys: &str, after: &str) {
    turns(before, after, |document| {
        document.put(Kind::Preset, old, &preset(keys))
    });
}

const GYM: &str = "\
# Gym of Ada. Do not sort!
theme = \"night\"   # the lamp is off

# ---------- Legs ----------

# From the coach, May.
# She insists on the pause.
[[preset]]
id = 'squat'            # never change
name   = \"Slow squat\"
# four down
tempo = '4-1-1-0'       # was 3-0-1-0
# reps = 12
reps = [
  12,  # warm
  10,
  8,   # heavy
]
rest = \"2m\"
# lead_in = 5

# ---------- Arms ----------

[[preset]]
id = \"curl\"
exercise = { name = \"Curl\", start = \"lift\" }  # elbows!
hold = 45

# Both on Monday.
[[routine]]
id = \"monday\"

# first the big one
[[routine.step]]
preset = \"squat\"

# then the small one
[[routine.step]]
preset = \"curl\"   # light
wait = false

# The end.
";

fn gym() -> Document {
    Document::new(GYM).unwrap()
}

#[test]
fn only_the_lines_whose_value_differs_change() {
    let keys = "id = 'squat'\nname = 'Slow squat'\ntempo = '5-1-1-0'\nsets = 4\nreps = [12, 10, 6]\nrest = '2m'\n";
    let after = GYM
        .replace("'4-1-1-0'       # was", "\"5-1-1-0\"       # was")
        .replace("# reps = 12", "sets = 4\n# reps = 12")
        .replace("  8,   # heavy", "  6,   # heavy");
    put(GYM, Some("squat"), keys, &after);
}

#[test]
fn an_equal_preset_changes_nothing_however_it_is_written() {
    let keys = "rest = '2m'\nreps = [12,10,8]\ntempo = \"\"\"4-1-1-0\"\"\"\nname = 'Slow squat'\nid = 'squat'\n";
    put(GYM, Some("squat"), keys, GYM);
    put(
        GYM,
        Some("curl"),
        "id = 'curl'\nhold = 45\n[preset.exercise]\nstart = 'lift'\nname = 'Curl'\n",
        GYM,
    );
}

#[test]
fn a_key_that_is_gone_takes_its_line_and_leaves_the_comments_above() {
    let keys = "id = 'squat'\nname = 'Slow squat'\nhold = '45s'\nrest = '2m'\n";
    let reps = "reps = [\n  12,  # warm\n  10,\n  8,   # heavy\n]\n";
    let after = GYM
        .replace("tempo = '4-1-1-0'       # was 3-0-1-0\n", "")
        .replace(reps, "")
        .replace("Slow squat\"\n", "Slow squat\"\nhold = \"45s\"\n");
    put(GYM, Some("squat"), keys, &after);
}

#[test]
fn a_comment_above_a_key_that_is_gone_does_not_become_that_of_the_next_preset() {
    put(
        "[[preset]]\nid = 'a'\n# four\ntempo = '4010'\n[[preset]]\nid = 'b'\n",
        Some("a"),
        "id = 'a'\n",
        "[[preset]]\nid = 'a'\n# four\n\n[[preset]]\nid = 'b'\n",
    );
}

#[test]
fn a_list_that_grows_or_shrinks_keeps_its_comments() {
    let keys = |reps: &str| {
        format!(
            "id = 'squat'\nname = 'Slow squat'\ntempo = '4-1-1-0'\nreps = {reps}\nrest = '2m'\n"
        )
    };
    let old = "  12,  # warm\n  10,\n  8,   # heavy\n";
    put(
        GYM,
        Some("squat"),
        &keys("[12, 10, 8, 8]"),
        &GYM.replace(old, &format!("{old}  8,\n")),
    );
    put(
        GYM,
        Some("squat"),
        &keys("[12, 10, 9, 8]"),
        &GYM.replace(old, "  12,  # warm\n  10,\n  9,\n  8,   # heavy\n"),
    );
    put(
        GYM,
        Some("squat"),
        &keys("[10, 8]"),
        &GYM.replace(old, "  # warm\n  10,\n  8,   # heavy\n"),
    );
    put(
        GYM,
        Some("squat"),
        &keys("8"),
        &GYM.replace(&format!("[\n{old}]"), "8"),
    );
}

#[test]
fn an_inline_table_keeps_what_is_the_same_in_it() {
    let keys = |exercise: &str| format!("id = 'curl'\nexercise = {exercise}\nhold = 45\n");
    let old = "{ name = \"Curl\", start = \"lift\" }";
    for (new, text) in [
        (
            "{ name = 'Row', start = 'lift' }",
            "{ name = \"Row\", start = \"lift\" }",
        ),
        (
            "{ name = 'Curl', start = 'lift', path = 'normal' }",
            "{ name = \"Curl\", start = \"lift\", path = \"normal\" }",
        ),
        ("{ start = 'lift' }", "{ start = \"lift\" }"),
        ("'Curl'", "\"Curl\""),
    ] {
        put(GYM, Some("curl"), &keys(new), &GYM.replace(old, text));
    }
}

#[test]
fn dotted_keys_and_tables_of_their_own_are_changed_as_they_are_written() {
    let dotted = "[[preset]]\nid = 'a'\nexercise.name = 'Row' # arm\nexercise.start = 'lift'\nhold = 4\n\n# more\n[[preset]]\nid = 'b'\n";
    let keys = "id = 'a'\nexercise = { name = 'Pull', path = 'inverted' }\nhold = 4\n";
    put(
        dotted,
        Some("a"),
        keys,
        &dotted
            .replace(
                "'Row' # arm",
                "\"Pull\" # arm\nexercise.path = \"inverted\"",
            )
            .replace("exercise.start = 'lift'\n", ""),
    );
    put(
        dotted,
        Some("a"),
        "id = 'a'\nexercise = 'Pull'\nhold = 4\n",
        "[[preset]]\nid = 'a'\nexercise = \"Pull\"\nhold = 4\n\n# more\n[[preset]]\nid = 'b'\n",
    );
    let own = "[[preset]]\nid = 'a'\n\n  # the lift\n  [preset.exercise]\n  name = 'Row' # arm\n  start = 'lift'\n\n# more\n[[preset]]\nid = 'b'\n";
    put(
        own,
        Some("a"),
        keys,
        &own.replace("'Row' # arm", "\"Pull\" # arm\n  path = \"inverted\"")
            .replace("  start = 'lift'\n", "")
            .replace("id = 'a'\n", "id = 'a'\nhold = 4\n"),
    );
    put(
        own,
        Some("a"),
        "id = 'a'\n",
        "[[preset]]\nid = 'a'\n\n# more\n[[preset]]\nid = 'b'\n",
    );
}

fn routine(before: &str, keys: &str, after: &str) {
    let new = table(
        Kind::Routine,
        &format!("[[routine]]\nid = 'monday'\n{keys}"),
    );
    turns(before, after, |document| {
        document.put(Kind::Routine, Some("monday"), &new)
    });
}

const SQUAT: &str = "[[routine.step]]\npreset = 'squat'\n";
const CURL: &str = "[[routine.step]]\npreset = 'curl'\nwait = false\n";

#[test]
fn steps_that_change_places_keep_their_comments() {
    let first = "# first the big one\n[[routine.step]]\npreset = \"squat\"\n";
    let then =
        "# then the small one\n[[routine.step]]\npreset = \"curl\"   # light\nwait = false\n";
    assert!(GYM.contains(&format!("{first}\n{then}")));
    routine(
        GYM,
        &format!("{CURL}{SQUAT}"),
        &GYM.replace(&format!("{first}\n{then}"), &format!("{then}\n{first}")),
    );
    routine(GYM, CURL, &GYM.replace(&format!("{first}\n"), ""));
    routine(GYM, SQUAT, &GYM.replace(&format!("{then}\n"), ""));
    let row = "[[routine.step]]\npreset = 'row'\n";
    routine(
        GYM,
        &format!("{SQUAT}{row}{CURL}"),
        &GYM.replace(
            &format!("{first}\n{then}"),
            &format!("{first}\n[[routine.step]]\npreset = \"row\"\n\n{then}"),
        ),
    );
    routine(
        GYM,
        &format!("{SQUAT}{}", CURL.replace("false", "true")),
        &GYM.replace("wait = false", "wait = true"),
    );
}

#[test]
fn steps_can_be_inline_too() {
    let before = "[[routine]]\nid = 'monday'\nstep = [\n  { preset = 'squat' }, # big\n  { preset = 'curl', wait = true }, # small\n]\n";
    routine(
        before,
        &format!("{SQUAT}{CURL}"),
        &before.replace("true", "false"),
    );
    routine(
        before,
        CURL,
        "[[routine]]\nid = 'monday'\nstep = [\n  # big\n  { preset = 'curl', wait = false }, # small\n]\n",
    );
}

#[test]
fn the_first_week_of_a_preset_goes_behind_its_keys() {
    let keys = "id = 'curl'\nexercise = { name = 'Curl', start = 'lift' }\nhold = 45\n[[preset.week]]\nfrom = 4\nhold = 60\n[[preset.week]]\nfrom = 8\n";
    put(
        GYM,
        Some("curl"),
        keys,
        &GYM.replace(
            "hold = 45\n",
            "hold = 45\n\n[[preset.week]]\nfrom = 4\nhold = 60\n\n[[preset.week]]\nfrom = 8\n",
        ),
    );
}

#[test]
fn a_text_of_several_lines_is_the_same_text_in_every_file() {
    let keys = "id = 'curl'\nexercise = { name = 'Curl', start = 'lift' }\nhold = 45\npurpose = \"one\\ntwo \\\"2\\\" \\\\ \\r\"\n";
    for text in manners(GYM) {
        let document = Document::new(text).unwrap();
        let document = document
            .put(Kind::Preset, Some("curl"), &preset(keys))
            .unwrap();
        let again = document
            .put(Kind::Preset, Some("curl"), &preset(keys))
            .unwrap();
        assert_eq!(document, again);
    }
}

#[test]
fn what_cannot_be_changed_is_said_with_its_line_and_what_to_do() {
    let said = |text: &str| {
        let document = Document::new(text).unwrap();
        let error = document.remove(Kind::Preset, "a").unwrap_err();
        error.to_string()
    };
    assert_eq!(
        said("# x\npreset = [{ id = 'a' }]\n"),
        "line 2 writes preset in another way than [[preset]]: write each preset under a header [[preset]] of its own, then it can be edited here"
    );
    assert!(said("[preset]\nid = 'a'\n").starts_with("line 1 writes preset"));
    assert!(said("[[preset]]\nid = 'b'\n").starts_with("there is no preset `a`"));
    let nameless = Document::default().put(Kind::Preset, None, &preset("name = 'x'"));
    assert_eq!(
        nameless.unwrap_err().to_string(),
        "the preset has no id: give it one"
    );
}

#[test]
fn a_text_that_does_not_parse_is_no_document() {
    let problem = Document::new("theme = \"day\"\n[[preset]]\nid = \"a\n").unwrap_err();
    assert_eq!((problem.line, problem.column), (3, 8));
    assert!(problem.sentence.contains("not closed"), "{problem}");
}
