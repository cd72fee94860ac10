//! What adding, renaming, removing and moving whole entries does.

use super::*;

#[test]
fn a_new_preset_goes_to_the_end_behind_a_blank_line() {
    let keys = "id = 'row'\nname = \"A \\\"b\\\"\"\nreps = [3,2]\nexercise = {name='Row'}\n[[preset.week]]\nfrom = 2\n";
    let text = "[[preset]]\nid = \"row\"\nname = 'A \"b\"'\nreps = [3, 2]\nexercise = { name = \"Row\" }\n\n[[preset.week]]\nfrom = 2\n";
    put(GYM, None, keys, &format!("{GYM}\n{text}"));
    put(GYM, Some("row"), keys, &format!("{GYM}\n{text}"));
    let document = Document::default().put(Kind::Preset, None, &preset(keys));
    assert_eq!(document.unwrap().text(), text);
}

#[test]
fn a_renamed_preset_stays_where_it_is() {
    let keys = "id = 'box-squat'\nname = 'Slow squat'\ntempo = '4-1-1-0'\nreps = [12, 10, 8]\nrest = '2m'\n";
    put(
        GYM,
        Some("squat"),
        keys,
        &GYM.replace("id = 'squat' ", "id = \"box-squat\" "),
    );
}

#[test]
fn two_presets_never_get_one_id() {
    let curl = preset("id = 'curl'");
    for old in [None, Some("squat"), Some("row")] {
        let error = gym().put(Kind::Preset, old, &curl).unwrap_err();
        assert_eq!(
            error.to_string(),
            "there is a preset `curl` already: choose another id"
        );
    }
}

#[test]
fn removing_takes_the_comment_directly_above_and_no_heading() {
    let (squat, rest) = GYM.split_once("# ---------- Arms").unwrap();
    let (head, _) = squat.split_once("# From the coach").unwrap();
    turns(GYM, &format!("{head}# ---------- Arms{rest}"), |document| {
        document.remove(Kind::Preset, "squat")
    });
    let (before, after) = GYM.split_once("# Both on Monday.").unwrap();
    let (_, after) = after.split_once("# The end.").unwrap();
    turns(GYM, &format!("{before}# The end.{after}"), |document| {
        document.remove(Kind::Routine, "monday")
    });
}

#[test]
fn removing_the_last_entry_leaves_no_blank_lines_at_the_end() {
    turns(
        "fps = 30\n\n# mine\n[[preset]]\nid = 'a'\n",
        "fps = 30\n",
        |document| document.remove(Kind::Preset, "a"),
    );
    let document = Document::new("[[preset]]\nid = 'a'").unwrap();
    assert_eq!(document.remove(Kind::Preset, "a").unwrap().text(), "");
}

#[test]
fn the_document_before_a_removal_is_its_undoing() {
    let before = gym();
    let after = before.remove(Kind::Preset, "squat").unwrap();
    assert!(after != before && before.text() == GYM);
}

#[test]
fn an_entry_that_moves_takes_its_comments_along_and_nothing_else() {
    let before = "[[preset]]\nid = 'a'\n\n# --- Legs ---\n\n# of b\n[[preset]]\nid = 'b' # x\n[[preset.week]]\nfrom = 2\n# y\n\n[[routine]]\nid = 'r'\n\n# of c\n[[preset]]\nid = 'c'\n";
    let after = "[[preset]]\nid = 'a'\n\n# --- Legs ---\n\n[[routine]]\nid = 'r'\n\n# of c\n[[preset]]\nid = 'c'\n\n# of b\n[[preset]]\nid = 'b' # x\n[[preset.week]]\nfrom = 2\n# y\n";
    turns(before, after, |document| {
        document.move_by(Kind::Preset, "b", 1)
    });
    turns(before, after, |document| {
        document.move_by(Kind::Preset, "b", 9)
    });
    let after = "# of c\n[[preset]]\nid = 'c'\n\n[[preset]]\nid = 'a'\n\n# --- Legs ---\n\n# of b\n[[preset]]\nid = 'b' # x\n[[preset.week]]\nfrom = 2\n# y\n\n[[routine]]\nid = 'r'\n";
    turns(before, after, |document| {
        document.move_by(Kind::Preset, "c", -2)
    });
    turns(before, before, |document| {
        document.move_by(Kind::Preset, "a", -1)
    });
    // A comment under the last key would belong to a header directly below it.
    turns(
        "[[preset]]\nid = 'a'\n[[preset]]\nid = 'b'\n# old\n",
        "[[preset]]\nid = 'b'\n# old\n\n[[preset]]\nid = 'a'\n",
        |document| document.move_by(Kind::Preset, "b", -1),
    );
    let tight = "[[preset]]\nid = 'a'\n[[preset]]\nid = 'b'\n[[preset]]\nid = 'c'\n";
    let after = "[[preset]]\nid = 'b'\n[[preset]]\nid = 'a'\n[[preset]]\nid = 'c'\n";
    turns(tight, after, |document| {
        document.move_by(Kind::Preset, "a", 1)
    });
}

#[test]
fn an_entry_that_is_strewn_over_the_file_is_changed_moved_and_removed_whole() {
    let before = "[[preset]]\nid = 'a'\n[[routine]]\nid = 'r'\n# its lift\n[preset.exercise]\nname = 'Row'\n[[preset]]\nid = 'b'\n";
    put(
        before,
        Some("a"),
        "id = 'a'\nexercise = { name = 'Pull' }\n",
        &before.replace("'Row'", "\"Pull\""),
    );
    turns(
        before,
        "[[routine]]\nid = 'r'\n[[preset]]\nid = 'b'\n",
        |document| document.remove(Kind::Preset, "a"),
    );
    let after = "[[routine]]\nid = 'r'\n[[preset]]\nid = 'b'\n[[preset]]\nid = 'a'\n\n# its lift\n[preset.exercise]\nname = 'Row'\n";
    turns(before, after, |document| {
        document.move_by(Kind::Preset, "a", 1)
    });
}
