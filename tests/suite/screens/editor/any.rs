//! Whatever is pressed and pasted, at any size: nothing panics, the row under the cursor is in sight, and what could be saved
//! is a preset like any other.

use super::super::super::lifter::Lifter;
use super::super::{DAY, drawn, rows};
use super::{own, sided};
use downbeat::app::Screen;
use downbeat::app::action::Key;
use downbeat::app::bindings::action;
use downbeat::app::editor::change::{Change, Failure, Item, Way};
use downbeat::app::editor::{Asking, Editor};
use downbeat::app::message::{Effect, Message};
use downbeat::store::config;
use downbeat::store::presets::print;
use downbeat::training::line;
use downbeat::training::memory::Memory;
use downbeat::training::preset::{LEAD_IN, Preset};
use downbeat::training::routine::Routine;
use downbeat::training::tempo::Pace;
use downbeat::training::timeline::Timeline;
use downbeat::ui::widgets::big::Rasters;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::Modifier;
use std::time::Duration;
use toml_edit::{ArrayOfTables, DocumentMut};

/// Something that happens to somebody who writes.
#[derive(Debug, Clone)]
enum Event {
    Key(Key),
    Paste(String),
    Size(u16, u16),
    Wait(Duration),
}

fn event() -> impl Strategy<Value = Event> {
    let walk = select(vec![
        Key::Up,
        Key::Down,
        Key::Down,
        Key::Tab,
        Key::BackTab,
        Key::Home,
        Key::End,
    ]);
    let edit = select(vec![
        Key::Enter,
        Key::Esc,
        Key::Left,
        Key::Right,
        Key::Backspace,
        Key::Delete,
        Key::Ctrl('s'),
        Key::Ctrl('u'),
        Key::Ctrl('r'),
        Key::Ctrl('p'),
        Key::Ctrl('a'),
        Key::Ctrl('w'),
    ]);
    let letters = "0123456789-+=-+<> .,:/@xXaAurqdbecnN?[]m深é\u{301}";
    let typed = select(letters.chars().map(Key::Char).collect::<Vec<_>>());
    let texts = vec![
        "4-0-1-0",
        "40X0",
        "12, 10, 8",
        "6-8",
        "AMRAP",
        "2m30",
        "90",
        "row",
        "0",
        "3x8/side @4010>3010>2010 rest 90",
        "emom 10: 5 @20X1",
        "4x(2+2+2) @20X0 intra 20s rest 3m",
        "10>8>8 @2010 drop 20% change 10s",
        "hold 5x45s",
        "3x10 own pace",
        "squat",
        "\u{1b}[2J\u{202e}",
        "A1 DB RDL 3x10 @4010 r60, A2 row 3x10/side @3011 r90",
        "wait at lockout 3x3 @30X1 left only",
    ];
    let paste = prop_oneof![
        6 => select(texts).prop_map(str::to_owned),
        1 => any::<String>(),
    ];
    prop_oneof![
        8 => walk.prop_map(Event::Key),
        6 => edit.prop_map(Event::Key),
        8 => typed.prop_map(Event::Key),
        1 => any::<char>().prop_map(|letter| Event::Key(Key::Char(letter))),
        5 => paste.prop_map(Event::Paste),
        1 => (1..=200_u16, 1..=60_u16).prop_map(|(width, height)| Event::Size(width, height)),
        1 => (0..4000_u64).prop_map(|millis| Event::Wait(Duration::from_millis(millis))),
    ]
}

fn size() -> impl Strategy<Value = (u16, u16)> {
    prop_oneof![
        2 => (1..=200_u16, 1..=60_u16),
        1 => select(vec![(1, 1), (20, 6), (40, 12), (80, 24), (200, 60)]),
    ]
}

fn happen(lifter: &mut Lifter, event: &Event, answer: &mut u32) {
    match event {
        Event::Key(key) => {
            if let Some(action) = action(lifter.app.mode(), *key) {
                lifter.send(Message::Do(action));
            }
        }
        Event::Paste(text) => {
            lifter.send(Message::Paste(text.clone()));
        }
        Event::Wait(length) => {
            lifter.wait(length.as_secs_f64());
        }
        Event::Size(..) => {}
    }
    for effect in std::mem::take(&mut lifter.effects) {
        if let Effect::Edit(change) | Effect::EditBeside(change) = effect {
            check_change(&change);
            *answer += 1;
            let ways = [Way::Back, Way::Beside, Way::ReloadOrBeside];
            let way = usize::try_from(*answer)
                .ok()
                .and_then(|at| ways.get(at % 4).copied());
            lifter.send(way.map_or(Message::Saved, |way| {
                let sentence = "The file could not be written".to_owned();
                Message::SaveFailed(Failure { sentence, way })
            }));
        }
    }
}

fn check_change(change: &Change) {
    if let Change::Put { item, .. } = change {
        check_item(item);
    }
}

fn check_item(item: &Item) {
    match item {
        Item::Preset(preset) => check_preset(preset),
        Item::Routine(routine) => {
            assert_eq!(Routine::new(routine.draft()).as_ref(), Ok(routine.as_ref()));
            Timeline::of(routine);
        }
    }
}

/// It is valid, plans, has a line, and its reps last as long as their phases.
fn check_preset(preset: &Preset) {
    assert_eq!(Preset::new(preset.draft()).as_ref(), Ok(preset));
    let work = line::work(&preset.work, preset.sides);
    let again = line::read(&work);
    let understood = again.understood().expect("a line that was written is read");
    assert_eq!(
        understood.first().map(|one| &one.work),
        Some(&preset.work),
        "{work}"
    );
    // In a settings file it is the same preset again.
    let mut presets = ArrayOfTables::new();
    presets.push(print::preset(preset, LEAD_IN));
    let mut file = DocumentMut::new();
    file.insert("preset", toml_edit::Item::ArrayOfTables(presets));
    let (config, problems) = config::parse(&file.to_string());
    assert!(problems.is_empty(), "{file}\n{problems:?}");
    let library = config.library();
    let read = library
        .find(preset.id.as_str())
        .expect("a preset that was written is read");
    assert_eq!(read.as_solo(), Some(preset), "{file}");
    for tempo in preset.work.tempos() {
        let moving = tempo.lower().nominal() + tempo.lift().nominal();
        assert_eq!(
            tempo.rep_length(),
            moving + tempo.stretched() + tempo.contracted()
        );
    }
    let timeline = Timeline::plan(preset);
    let segments: Duration = timeline
        .segments()
        .iter()
        .map(downbeat::training::timeline::Segment::duration)
        .sum();
    assert_eq!(segments, timeline.total());
}

fn check_editor(editor: &Editor) {
    let reading = &editor.reading;
    assert_eq!(reading.item.is_some(), reading.faults.is_empty());
    assert_eq!(reading.item.is_some(), reading.totals.is_some());
    assert!(editor.rows().contains(&editor.row()));
    let Some(Item::Preset(preset)) = &reading.item else {
        return;
    };
    let assisted = preset
        .work
        .tempos()
        .iter()
        .any(|tempo| [tempo.lower(), tempo.lift()].contains(&Pace::Assisted));
    if let (Some(totals), Some(rep), false) = (reading.totals, &reading.rep, assisted) {
        assert_eq!(rep.total(), totals.rep, "the curve is one rep");
    }
}

/// Where somebody types is in sight; elsewhere the row under the cursor is.
fn check_screen(editor: &Editor, buffer: &Buffer) {
    let rows = rows(buffer);
    let label = format!("> {}", editor.label(editor.row()));
    let is_cursor = |cell: &Cell| cell.modifier.contains(Modifier::REVERSED);
    let found = if editor.open.is_some() {
        buffer.content().iter().any(is_cursor)
    } else {
        rows.iter().any(|row| row.starts_with(&label))
    };
    assert!(found, "{label} is not on the screen:\n{}", rows.join("\n"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_pressed_what_could_be_saved_is_valid_and_the_cursor_is_in_sight(
        first in select(vec!["e", "c", "n", "N"]),
        events in vec(event(), 1..60),
        size in size(),
    ) {
        let memory = Memory { introduced: true, ..Memory::default() };
        let mut lifter = Lifter::before(vec![own(sided())], memory);
        lifter.press(first);
        let (mut size, mut rasters, mut answer) = (size, Rasters::new(), 0);
        for event in &events {
            if let Event::Size(width, height) = event {
                size = (*width, *height);
            }
            happen(&mut lifter, event, &mut answer);
            let drawn = drawn(&lifter.app, DAY, &mut rasters, size);
            if let Screen::Editor(editor) = &lifter.app.screen {
                check_editor(editor);
                let roomy = size.0 >= 20 && size.1 >= 6;
                if roomy && editor.asking == Asking::Nothing && lifter.app.overlay == downbeat::app::Overlay::None {
                    check_screen(editor, &drawn);
                }
            } else {
                break;
            }
        }
        if let Screen::Editor(editor) = &lifter.app.screen
            && let Some(item) = &editor.reading.item
        {
            check_item(item);
        }
    }
}
