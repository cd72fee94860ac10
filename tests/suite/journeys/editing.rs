//! Journeys through the editor, by keys alone, with a library that lives in memory in the place of the file.

use super::super::lifter::{Lifter, squat};
use downbeat::app::Screen;
use downbeat::app::action::Mode;
use downbeat::app::editor::change::{Change, Failure, Item, Way};
use downbeat::app::editor::{Asking, Editor, Row};
use downbeat::app::message::{Effect, Message};
use downbeat::app::picker::Entry;
use downbeat::training::exercise::{Exercise, Start};
use downbeat::training::memory::Memory;
use downbeat::training::prescription::Pacing;
use downbeat::training::preset::{Draft, Gate, Preset, Side, Sides};
use downbeat::training::routine::{Group, Origin};
use std::time::Duration;

/// Somebody at the keyboard, and a file that is only a list.
struct Writer {
    lifter: Lifter,
    entries: Vec<Entry>,
    before: Vec<Entry>,
    /// Every change that was asked for.
    changes: Vec<Change>,
    /// What the file says to the next change.
    refusal: Option<Failure>,
    beside: Vec<Change>,
}

impl Writer {
    fn before(entries: Vec<Entry>) -> Self {
        let memory = Memory {
            introduced: true,
            ..Memory::default()
        };
        Self {
            lifter: Lifter::before(entries.clone(), memory),
            before: entries.clone(),
            entries,
            changes: Vec::new(),
            refusal: None,
            beside: Vec::new(),
        }
    }

    /// Presses keys, and does what the app asks for after each.
    fn press(&mut self, keys: &str) -> &mut Self {
        let mut letters = keys.chars();
        while let Some(letter) = letters.next() {
            let mut key = letter.to_string();
            if letter == '⌃' {
                key.extend(letters.next());
            }
            self.lifter.press(&key);
            self.perform();
        }
        self
    }

    fn perform(&mut self) {
        for effect in std::mem::take(&mut self.lifter.effects) {
            match effect {
                Effect::Edit(change) => self.change(change),
                Effect::EditBeside(change) => {
                    self.beside.push(change);
                    self.lifter.send(Message::Saved);
                }
                Effect::Reload => {
                    self.lifter.send(Message::Library(self.entries.clone()));
                }
                _ => {}
            }
        }
    }

    fn change(&mut self, change: Change) {
        self.changes.push(change.clone());
        if let Some(refusal) = self.refusal.take() {
            self.lifter.send(Message::SaveFailed(refusal));
            return;
        }
        let before = self.entries.clone();
        let at = |id: &str| self.entries.iter().position(|entry| entry.id == id);
        match change {
            Change::Put { old, item } => {
                let entry = Entry {
                    id: item.id().to_string(),
                    origin: Origin::Own,
                    kind: item.kind(),
                    routine: Ok(item.routine()),
                };
                match old.and_then(|old| at(old.as_str())) {
                    Some(at) => self.entries[at] = entry,
                    None => self.entries.push(entry),
                }
            }
            Change::Remove { id, .. } => {
                self.entries.remove(at(id.as_str()).expect("it is there"));
            }
            Change::Move { id, by, .. } => {
                let from = at(id.as_str()).expect("it is there");
                let last = self.entries.len() - 1;
                let to = from.saturating_add_signed(by as isize).min(last);
                let entry = self.entries.remove(from);
                self.entries.insert(to, entry);
            }
            Change::Undo => self.entries.clone_from(&self.before),
        }
        self.before = before;
        self.lifter.send(Message::Library(self.entries.clone()));
        self.lifter.send(Message::Saved);
    }

    fn editor(&self) -> &Editor {
        match &self.lifter.app.screen {
            Screen::Editor(editor) => editor,
            other => panic!("no editor but {other:?}"),
        }
    }

    fn notice(&self) -> &str {
        let notice = self.lifter.app.notice.as_ref();
        notice.map_or("", |notice| notice.text.as_str())
    }

    fn last_put(&self) -> &Preset {
        match self.changes.last() {
            Some(Change::Put {
                item: Item::Preset(preset),
                ..
            }) => preset,
            other => panic!("no preset was put but {other:?}"),
        }
    }
}

fn own(preset: Preset) -> Entry {
    Entry {
        origin: Origin::Own,
        ..preset.into()
    }
}

fn mine() -> Writer {
    Writer::before(vec![own(squat())])
}

#[test]
fn from_nothing_to_a_preset_that_begins_with_the_lift_on_each_side_in_a_ladder() {
    let mut writer = Writer::before(Vec::new());
    writer.press("nSlow row, left and right↓row↓3x8/side @4010>3010>2010 rest 90");
    writer.press("⏎↓↓+").press("⌃s");
    assert_eq!(writer.lifter.app.screen, Screen::Picker);
    let tempos = ["4-0-1-0", "3-0-1-0", "2-0-1-0"].map(|tempo| tempo.parse().unwrap());
    let mut expected = Draft::straight(
        "slow-row-left-and-right".parse().unwrap(),
        Exercise::named("Row"),
        tempos[0],
        3,
        8,
        Duration::from_secs(90),
    );
    "Slow row, left and right".clone_into(&mut expected.name);
    expected.work.pacing = Pacing::BySet(tempos.to_vec());
    expected.sides = Sides::Each(Side::Right);
    assert_eq!(expected.exercise.start, Start::Lift);
    assert_eq!(writer.last_put(), &Preset::new(expected).unwrap());
    let listed = writer.lifter.app.picker.current();
    assert_eq!(
        listed.map(|entry| entry.id.as_str()),
        Some("slow-row-left-and-right")
    );
}

#[test]
fn every_number_is_typed_and_stepped() {
    let mut writer = mine();
    // The cursor begins on the tempo; its phases, sets, reps, rest.
    writer.press("e↓+↓↓x↓1.5↓↓4↓6-8↓↓1m30");
    writer.press("⎋⌃s");
    let preset = writer.last_put();
    assert_eq!(preset.tempo().unwrap().to_string(), "4.5-0-X-1.5");
    assert_eq!(preset.dose(), "4×6-8");
    assert_eq!(writer.changes.len(), 1);
    let mut writer = mine();
    writer.press("e+↓↓+↓-⌃s");
    assert_eq!(
        writer.last_put().tempo().unwrap().to_string(),
        "4.5-0.5-0.5-0"
    );
}

#[test]
fn only_what_the_kind_needs_is_asked() {
    let mut writer = mine();
    assert!(writer.editor_rows("e").contains(&Row::Tempo));
    writer.press("↑+");
    let rows = writer.editor().rows();
    assert!(
        rows.contains(&Row::Hold) && !rows.contains(&Row::Tempo),
        "{rows:?}"
    );
    assert!(
        !rows.contains(&Row::Start) && !rows.contains(&Row::First),
        "{rows:?}"
    );
    writer.press("↓45s↓⌃s");
    assert_eq!(writer.last_put().dose(), "3×45s");
}

impl Writer {
    fn editor_rows(&mut self, keys: &str) -> Vec<Row> {
        self.press(keys);
        self.editor().rows()
    }
}

#[test]
fn what_is_wrong_stands_beside_its_field_and_keeps_it_from_being_saved() {
    let mut writer = mine();
    writer.press("e4-0-0-0↓↓");
    let fault = writer.editor().fault(Row::Tempo).expect("a fault").clone();
    assert!(fault.text.contains("Lift cannot be 0"), "{}", fault.text);
    writer.press("⌃s");
    assert_eq!(writer.changes, []);
    assert!(
        writer.notice().contains("Tempo: Lift cannot be 0"),
        "{}",
        writer.notice()
    );
    assert_eq!(writer.editor().row(), Row::Tempo, "the cursor goes there");
    writer.press("3010⌃s");
    assert_eq!(writer.last_put().tempo().unwrap().to_string(), "3-0-1-0");
}

#[test]
fn a_tempo_that_is_not_whole_yet_is_mended_phase_by_phase() {
    let mut writer = mine();
    writer.press("e5-0↓↓↓1⎋⌃s");
    assert_eq!(writer.last_put().tempo().unwrap().to_string(), "5-0-1-0");
    assert_eq!(writer.changes.len(), 1);
}

#[test]
fn undo_and_redo_go_through_every_change_and_what_was_typed_in_a_field_is_one() {
    let mut writer = mine();
    writer.press("e+↓+↓↓↓↓12⎋");
    let text = |writer: &Writer, row| writer.editor().text(row).unwrap();
    assert_eq!(text(&writer, Row::Sets), "12");
    writer.press("u");
    assert_eq!(text(&writer, Row::Sets), "3");
    assert_eq!(text(&writer, Row::Tempo), "5-0-1-0");
    writer.press("uu");
    assert!(!writer.editor().is_changed());
    writer.press("u");
    assert_eq!(writer.notice(), "There is nothing to take back");
    writer.press("rrr");
    assert_eq!(text(&writer, Row::Sets), "12");
    writer.press("u+r");
    assert_eq!(writer.notice(), "There is nothing to make again");
}

#[test]
fn leaving_with_changes_asks_and_any_other_key_goes_on_editing() {
    let mut writer = mine();
    writer.press("e+⎋");
    assert_eq!(writer.lifter.app.mode(), Mode::Leaving);
    writer.press("x");
    assert_eq!(writer.lifter.app.mode(), Mode::Form);
    assert_eq!(writer.editor().text(Row::Tempo).unwrap(), "4.5-0-1-0");
    writer.press("⎋d");
    assert_eq!(writer.lifter.app.screen, Screen::Picker);
    assert_eq!(writer.changes, []);
    writer.press("e+⎋⏎");
    assert_eq!(writer.last_put().tempo().unwrap().to_string(), "4.5-0-1-0");
    writer.press("e⎋");
    assert_eq!(writer.lifter.app.screen, Screen::Picker, "nothing to ask");
}

#[test]
fn save_and_back_are_rows_that_one_can_walk_to() {
    let mut writer = mine();
    writer.press("e+");
    while writer.editor().row() != Row::Save {
        writer.press("↓");
    }
    writer.press("⏎");
    assert_eq!(writer.changes.len(), 1);
    writer.press("e");
    while writer.editor().row() != Row::Back {
        writer.press("↓");
    }
    writer.press("⏎");
    assert_eq!(writer.lifter.app.screen, Screen::Picker);
}

#[test]
fn what_comes_with_the_program_is_copied_and_the_copy_claims_no_published_numbers() {
    let mut draft = squat().draft();
    "4 s lowering".clone_into(&mut draft.about.published);
    "Author 2015".clone_into(&mut draft.about.source);
    "Stop when it hurts.".clone_into(&mut draft.about.pain);
    let mut writer = Writer::before(vec![Preset::new(draft).unwrap().into()]);
    writer.press("e⌃s");
    let copy = writer.last_put();
    assert_eq!(copy.id.as_str(), "squat-4-1-copy");
    assert_eq!(copy.about.published, "");
    assert_eq!(copy.about.source, "changed from squat-4-1: Author 2015");
    assert_eq!(copy.about.pain, "Stop when it hurts.");
    assert!(matches!(
        &writer.changes[..],
        [Change::Put { old: None, .. }]
    ));
    assert_eq!(writer.entries.len(), 2);
}

#[test]
fn a_new_name_keeps_the_id_unless_it_is_asked_for() {
    let mut writer = mine();
    writer.lifter.app.memory.started("squat-4-1");
    writer.press("e↑↑↑↑!⌃s");
    assert_eq!(writer.last_put().name, "squat-4-1!");
    assert_eq!(writer.last_put().id.as_str(), "squat-4-1");
    writer.press("e");
    while writer.editor().row() != Row::Id {
        writer.press("↓");
    }
    writer.press("b⌃s");
    assert!(
        matches!(writer.changes.last(), Some(Change::Put { old: Some(old), item }) if old.as_str() == "squat-4-1" && item.id().as_str() == "squat-4-1b")
    );
    assert_eq!(writer.lifter.app.memory.recents, ["squat-4-1b"]);
}

#[test]
fn an_id_that_another_entry_has_is_refused() {
    let mut other = squat().draft();
    other.id = "other".parse().unwrap();
    let mut writer = Writer::before(vec![own(squat()), own(Preset::new(other).unwrap())]);
    writer.press("e");
    while writer.editor().row() != Row::Id {
        writer.press("↓");
    }
    writer.press(&"⌫".repeat(12)).press("other⌃s");
    assert_eq!(writer.changes, []);
    assert!(
        writer.notice().contains("another entry has the id other"),
        "{}",
        writer.notice()
    );
}

#[test]
fn what_was_removed_is_put_back() {
    let mut writer = mine();
    writer.press("e");
    while writer.editor().row() != Row::Remove {
        writer.press("↓");
    }
    writer.press("⏎");
    assert_eq!(writer.entries, []);
    assert!(
        writer.notice().contains("u puts it back"),
        "{}",
        writer.notice()
    );
    writer.press("u");
    assert_eq!(writer.entries, [own(squat())]);
    assert_eq!(writer.lifter.app.picker.entries.len(), 1);
}

#[test]
fn a_file_that_another_program_changed_is_never_overwritten_blindly() {
    let failure = Failure {
        sentence: "The file was changed by another program meanwhile:".to_owned(),
        way: Way::ReloadOrBeside,
    };
    let mut writer = mine();
    writer.refusal = Some(failure.clone());
    writer.press("e+⌃s");
    assert_eq!(writer.lifter.app.mode(), Mode::Conflict);
    // Meanwhile somebody else wrote other numbers into the same preset.
    let mut theirs = squat().draft();
    theirs.work.sets = 9;
    writer.entries = vec![own(Preset::new(theirs).unwrap())];
    writer.press("r");
    assert!(
        writer.notice().contains("was changed in the file as well"),
        "{}",
        writer.notice()
    );
    assert_eq!(
        writer.editor().text(Row::Tempo).unwrap(),
        "4.5-0-1-0",
        "nothing is lost"
    );
    writer.refusal = Some(failure.clone());
    writer.press("⌃s").press("b");
    assert_eq!(writer.beside.len(), 1);
    assert_eq!(writer.lifter.app.screen, Screen::Picker);
    writer.refusal = Some(failure);
    writer.press("e+⌃s").press("⎋");
    assert_eq!(
        writer.editor().asking,
        Asking::Nothing,
        "any other key goes on"
    );
}

#[test]
fn a_disk_that_is_full_leaves_everything_as_it_was() {
    let mut writer = mine();
    writer.refusal = Some(Failure {
        sentence: "The disk is full: free some space and save again".to_owned(),
        way: Way::Back,
    });
    writer.press("e+⌃s");
    assert!(writer.notice().contains("disk is full"));
    assert!(writer.editor().is_changed());
    writer.press("⌃s");
    assert_eq!(writer.changes.len(), 2);
}

#[test]
fn a_rep_is_heard_from_what_is_not_saved() {
    let mut writer = mine();
    writer.press("e3010⎋");
    writer.lifter.press(" ");
    let heard = writer
        .lifter
        .effects
        .iter()
        .find_map(|effect| match effect {
            Effect::Play(transport) => Some(transport.timeline().total()),
            _ => None,
        });
    assert_eq!(
        heard,
        Some(Duration::from_secs(1 + 4)),
        "a moment, and 3-0-1-0"
    );
    writer.lifter.wait(6.0);
    assert!(
        writer
            .lifter
            .effects
            .ends_with(&[Effect::Silence, Effect::Rest])
    );
}

#[test]
fn a_pasted_line_fills_the_form() {
    let mut writer = Writer::before(Vec::new());
    writer.press("nRows↓↓");
    writer.lifter.send(Message::Paste(
        "DB row 3x10/side @3011 \u{1b}[2J r90\n".to_owned(),
    ));
    assert!(
        writer.editor().fault(Row::Line).is_some(),
        "what it means is not guessed"
    );
    writer.press("⌃u");
    writer
        .lifter
        .send(Message::Paste("DB row 3x10/side @3011 r90\n".to_owned()));
    writer.press("⌃s");
    let preset = writer.last_put();
    assert_eq!(
        (preset.exercise.name.as_str(), preset.exercise.start),
        ("DB row", Start::Lift)
    );
    assert_eq!(preset.dose(), "3×10/side");
    assert_eq!(preset.pace(), "3-0-1-1");
}

#[test]
fn a_routine_is_put_together_in_order_with_groups_and_a_change() {
    let entry = |id: &str, name: &str| {
        let mut draft = squat().draft();
        draft.id = id.parse().unwrap();
        name.clone_into(&mut draft.name);
        own(Preset::new(draft).unwrap())
    };
    let entries = vec![
        entry("slow-squat", "Slow squat"),
        entry("press", "Press"),
        entry("row", "Row"),
    ];
    let mut writer = Writer::before(entries);
    writer.press("NWhole body⏎squ⏎row⏎press⏎⎋");
    // The third exercise to the second place, the last two in turns, the first taken out and put back.
    writer.press("↑<+↓+↑↑⌦u↓↓↓↓+↓90⎋⌃s");
    let Some(Change::Put {
        item: Item::Routine(routine),
        old: None,
    }) = writer.changes.last()
    else {
        panic!("{:?}", writer.changes);
    };
    let names: Vec<&str> = routine
        .presets()
        .map(|preset| preset.name.as_str())
        .collect();
    assert_eq!(names, ["Slow squat", "Press", "Row"]);
    let groups: Vec<Option<char>> = routine
        .steps
        .iter()
        .map(|step| step.group.map(Group::letter))
        .collect();
    assert_eq!(groups, [None, Some('A'), Some('A')]);
    assert_eq!(
        (routine.change.length, routine.change.gate),
        (Duration::from_secs(90), Gate::Open)
    );
    assert_eq!(routine.id.as_str(), "whole-body");
}

#[test]
fn ones_own_are_moved_among_each_other() {
    let mut other = squat().draft();
    other.id = "other".parse().unwrap();
    let mut writer = Writer::before(vec![own(squat()), own(Preset::new(other).unwrap())]);
    writer.press(">");
    let ids: Vec<&str> = writer
        .entries
        .iter()
        .map(|entry| entry.id.as_str())
        .collect();
    assert_eq!(ids, ["other", "squat-4-1"]);
    let mut writer = Writer::before(vec![squat().into()]);
    writer.press(">");
    assert_eq!(writer.changes, []);
    assert!(
        writer.notice().contains("c makes a copy"),
        "{}",
        writer.notice()
    );
}
