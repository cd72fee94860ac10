//! Journeys that end in a file: keys in the list and in the editor, and what stands in the settings file afterwards.

mod logged;
mod settings;

use super::lifter::Lifter;
use downbeat::app::Screen;
use downbeat::app::editor::Row;
use downbeat::app::message::{Effect, Message};
use downbeat::runtime::chosen::chosen;
use downbeat::runtime::shelf::{Shelf, entries};
use downbeat::settings::{Asked, Environment, Settings};
use downbeat::store::config;
use downbeat::store::paths::ConfigPath;
use downbeat::training::memory::Memory;
use downbeat::training::timeline::SegmentKind;
use std::path::PathBuf;
use tempfile::TempDir;

/// Somebody at the keyboard, with a settings file.
struct Desk {
    lifter: Lifter,
    shelf: Shelf,
    path: PathBuf,
    /// Everything that was asked for, in order.
    performed: Vec<Effect>,
    _folder: TempDir,
}

impl Desk {
    /// With this text in the file; without one there is no file.
    fn with(text: Option<&str>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("config.toml");
        if let Some(text) = text {
            std::fs::write(&path, text).unwrap();
        }
        let (config, problems) = config::parse(text.unwrap_or_default());
        assert!(problems.is_empty(), "{problems:?}");
        let memory = Memory {
            introduced: true,
            ..Memory::default()
        };
        let place = ConfigPath::Usual(path.clone());
        let mut lifter = Lifter::before(entries(&config.library()), memory);
        let settings = Settings::settle(&config.settings, Asked::default(), Environment::default());
        let _ = lifter.app.choose(chosen(&settings));
        Self {
            lifter,
            shelf: Shelf::new(Some(&place), text.map(str::to_owned)),
            path,
            performed: Vec::new(),
            _folder: folder,
        }
    }

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

    fn paste(&mut self, text: &str) -> &mut Self {
        self.lifter.send(Message::Paste(text.to_owned()));
        self.perform();
        self
    }

    fn perform(&mut self) {
        let effects = std::mem::take(&mut self.lifter.effects);
        self.performed.extend(effects.iter().cloned());
        for effect in effects {
            let told = match effect {
                Effect::Edit(change) => match self.shelf.edit(&change) {
                    Ok(entries) => vec![Message::Library(entries), Message::Saved],
                    Err(failure) => vec![Message::SaveFailed(failure)],
                },
                Effect::EditBeside(change) => match self.shelf.edit_beside(&change) {
                    Ok(place) => vec![Message::SavedBeside(place.display().to_string())],
                    Err(failure) => vec![Message::SaveFailed(failure)],
                },
                Effect::Keep { before, now } => match self.shelf.keep(&before, &now) {
                    Ok(entries) => vec![Message::Library(entries)],
                    Err(failure) => vec![Message::NotKept {
                        before,
                        why: failure.sentence,
                    }],
                },
                Effect::Reload => match self.shelf.reload() {
                    Ok(entries) => vec![Message::Library(entries)],
                    Err(failure) => vec![Message::SaveFailed(failure)],
                },
                _ => Vec::new(),
            };
            for message in told {
                self.lifter.send(message);
            }
        }
    }

    fn text(&self) -> String {
        std::fs::read_to_string(&self.path).unwrap()
    }

    fn notice(&self) -> &str {
        let notice = self.lifter.app.notice.as_ref();
        notice.map_or("", |notice| notice.text.as_str())
    }
}

const COMMENTED: &str = "\
# My settings. Do not lose this line.
theme = \"night\"   # the garage is dark

# ---- squats ----

# Learned from the old coach.
[[preset]]
id = \"slow-squat\"
name = \"Slow squat\"
tempo = \"4-0-1-0\"      # four down
sets = 3 # three is enough
reps = 8
rest = \"2m\"
exercise = \"Squat\"

# Pulling, on Fridays.
[[preset]]
id   = 'friday-row'
tempo = { lower = 3, stretched = 0, lift = 1, contracted = 1 }
exercise = \"Row\"
sides = \"each\"

# the end
";

#[test]
fn from_an_empty_configuration_to_a_saved_ladder_that_begins_with_the_lift_on_each_side() {
    let mut desk = Desk::with(None);
    desk.press("nSlow row, left and right↓row↓3x8/side @4010>3010>2010 rest 90");
    desk.press("⏎↓↓+⌃s");
    assert_eq!(desk.lifter.app.screen, Screen::Picker, "{}", desk.notice());
    insta::assert_snapshot!(desk.text());
    desk.press(" ").lifter.wait(10.5);
    assert_eq!(desk.lifter.now(), (SegmentKind::Lift, 1, 1));
}

#[test]
fn only_the_lines_that_were_edited_differ_in_a_file_full_of_comments() {
    let mut desk = Desk::with(Some(COMMENTED));
    desk.press("/slow squat⏎e");
    desk.press("5010↓↓↓↓↓4⎋⌃s");
    assert_eq!(desk.lifter.app.screen, Screen::Picker, "{}", desk.notice());
    let expected = COMMENTED
        .replace("tempo = \"4-0-1-0\"      #", "tempo = \"5-0-1-0\"      #")
        .replace("sets = 3 # three", "sets = 4 # three");
    assert_eq!(desk.text(), expected);
}

#[test]
fn what_was_deleted_and_put_back_is_the_same_byte_for_byte() {
    let mut desk = Desk::with(Some(COMMENTED));
    desk.press("/friday⏎e");
    while !matches!(&desk.lifter.app.screen, Screen::Editor(editor) if editor.row() == Row::Remove)
    {
        desk.press("↓");
    }
    desk.press("⏎");
    assert!(!desk.text().contains("friday-row"), "{}", desk.notice());
    assert!(desk.text().contains("# the end"));
    desk.press("u");
    assert_eq!(desk.text(), COMMENTED);
}

#[test]
fn the_message_of_a_coach_is_saved_as_a_routine_and_trained_from_the_file() {
    let mut desk = Desk::with(None);
    desk.paste("A1 DB RDL 3x10 @4010 r60, A2 row 3x10/side @3011 r90");
    desk.press("s");
    insta::assert_snapshot!(desk.text());
    desk.press(" ").lifter.wait(10.5);
    assert_eq!(desk.lifter.now(), (SegmentKind::Lower, 1, 1));
    desk.lifter.wait(50.0 + 60.0);
    assert_eq!(
        desk.lifter.now(),
        (SegmentKind::Lift, 1, 1),
        "the row, on the left"
    );
}

#[test]
fn a_file_that_somebody_else_changed_is_never_overwritten() {
    let mut desk = Desk::with(Some(COMMENTED));
    desk.press("/slow squat⏎e5010");
    let theirs = COMMENTED.replace("Do not lose this line.", "Theirs.");
    std::fs::write(&desk.path, &theirs).unwrap();
    desk.press("⎋⌃s");
    assert_eq!(desk.text(), theirs);
    assert!(
        matches!(desk.lifter.app.screen, Screen::Editor(_)),
        "nothing that was written is lost"
    );
    // Beside it both are there.
    desk.press("b");
    let beside = desk.path.with_file_name("config.downbeat-1.toml");
    assert!(std::fs::read_to_string(beside).unwrap().contains("5-0-1-0"));
    assert_eq!(desk.text(), theirs);
}

#[test]
fn after_reading_a_changed_file_anew_the_edit_goes_on_top_of_it() {
    let mut desk = Desk::with(Some(COMMENTED));
    desk.press("/slow squat⏎e5010");
    let theirs = COMMENTED.replace("Do not lose this line.", "Theirs.");
    std::fs::write(&desk.path, &theirs).unwrap();
    desk.press("⎋⌃sr⌃s");
    assert_eq!(desk.lifter.app.screen, Screen::Picker, "{}", desk.notice());
    assert_eq!(
        desk.text(),
        theirs.replace("tempo = \"4-0-1-0\" ", "tempo = \"5-0-1-0\" ")
    );
}

#[test]
fn taking_back_where_nothing_was_changed_leaves_the_file_as_it_is() {
    let mut desk = Desk::with(Some(COMMENTED));
    desk.press("u");
    assert_eq!(desk.text(), COMMENTED);
    desk.press("/slow squat⏎e5010⎋⌃su");
    assert_eq!(desk.text(), COMMENTED);
    desk.press("uu");
    assert_eq!(desk.text(), COMMENTED);
    assert_eq!(desk.notice(), "There is nothing to take back");
}

#[test]
fn a_preset_that_a_routine_names_keeps_its_id() {
    let routine = "\n[[routine]]\nid = \"leg-day\"\n[[routine.step]]\npreset = \"slow-squat\"\n";
    let text = COMMENTED.to_owned() + routine;
    let mut desk = Desk::with(Some(&text));
    desk.press("/slow squat⏎e");
    while !matches!(&desk.lifter.app.screen, Screen::Editor(editor) if editor.row() == Row::Remove)
    {
        desk.press("↓");
    }
    desk.press("⏎");
    assert!(desk.notice().contains("leg-day"), "{}", desk.notice());
    assert_eq!(desk.text(), text);
}

#[test]
fn what_was_saved_beside_is_not_taken_for_saved() {
    let mut desk = Desk::with(Some(COMMENTED));
    desk.lifter.app.memory.toggle_favourite("slow-squat");
    desk.press("/slow squat⏎e5010");
    std::fs::write(&desk.path, COMMENTED.replace("garage", "cellar")).unwrap();
    desk.press("⎋⌃sb");
    assert_eq!(desk.lifter.app.screen, Screen::Picker);
    assert!(
        desk.notice().contains("config.downbeat-1.toml"),
        "{}",
        desk.notice()
    );
    assert_eq!(desk.lifter.app.memory.favourites, ["slow-squat"]);
}

#[test]
fn an_empty_file_that_was_read_anew_can_be_saved() {
    let mut desk = Desk::with(Some(COMMENTED));
    desk.press("/slow squat⏎c");
    std::fs::write(&desk.path, "").unwrap();
    desk.press("⌃sr⌃s");
    assert_eq!(desk.lifter.app.screen, Screen::Picker, "{}", desk.notice());
    assert!(desk.text().contains("slow-squat"), "{}", desk.text());
}
