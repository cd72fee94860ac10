//! The log and what is done elsewhere: what they look like at every size, with names and notes that are hard on a screen.

use super::states::{draft, odd, preset};
use super::{DAY, Lifter, PLAIN, SIZES, drawn, rows};
use downbeat::app::App;
use downbeat::app::bindings::action;
use downbeat::app::journal::Reply;
use downbeat::app::message::Message;
use downbeat::app::picker::Entry as Listed;
use downbeat::training::journal::{
    self, Answer, Counted, Entry, Origin, PastSession, Score, SetRecord, Stamp,
};
use downbeat::training::memory::Memory;
use downbeat::training::preset::{Preset, Side, Sides, Tier};
use downbeat::training::routine::{Routine, Step};
use downbeat::ui::theme::{Glyphs, Theme};
use downbeat::ui::widgets::big::Rasters;
use insta::assert_snapshot;
use jiff::ToSpan as _;
use jiff::civil::{Date, date};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

const TODAY: Date = date(2026, 11, 27);
const HARD: &str = "left knee \u{1b}[2J\u{7}, \u{202e}backwards\u{202c}, 深蹲も重い, and a word of sixtyfourletters_sixtyfourletters_sixtyfourletters_sixtyfour";

/// A routine that was done so many days ago, with a load.
fn done(routine: &Routine, days: i64, load: &str) -> PastSession {
    let began = Stamp::from_millis(1_795_780_800_000 - days * 24 * 3600 * 1000);
    let day = TODAY.saturating_sub(days.days());
    let load = load.parse().map_or(Answer::Missing, Answer::Given);
    let said = journal::Elsewhere {
        load: Some(&|_, _| load.clone()),
        ..journal::Elsewhere::default()
    };
    let mut entries = journal::elsewhere(routine, began, day, &said).into_iter();
    let Some(Entry::Session(mut session)) = entries.next() else {
        panic!("a session comes first")
    };
    session.origin = Origin::Paced;
    let sets = entries.filter_map(|entry| match entry {
        Entry::Set(set) => Some(set),
        _ => None,
    });
    let sets = sets.collect();
    PastSession { session, sets }
}

fn squat() -> Preset {
    preset(draft("Eccentric 4:1", "Squat", "4-0-1-0", 3, 8))
}

fn routine() -> Routine {
    let mut lunge = draft("Lunge", "Split squat", "3-1-X-0", 2, 10);
    lunge.sides = Sides::Each(Side::Left);
    let mut routine = Routine::solo(preset(lunge)).draft();
    "Legs, both of them".clone_into(&mut routine.name);
    routine.steps.push(Step::new(squat()));
    Routine::new(routine).expect("a routine within the limits")
}

/// Sessions of every kind, the latest first.
pub(crate) fn sessions() -> Vec<PastSession> {
    let mut said = done(&squat().into(), 0, "62.5");
    said.session.effort = Score::new(7);
    HARD.clone_into(&mut said.session.note);
    for (set, reps) in said.sets.iter_mut().zip([8, 8, 7]) {
        set.done = Answer::Given(reps);
        set.reserve = Answer::Given(2);
    }
    said.sets[2].broke = vec![5, 7];
    said.sets[2].interruptions = 2;
    let mut redone = done(&squat().into(), 1, "24 per hand");
    let again = SetRecord {
        attempt: 2,
        ..redone.sets[0].clone()
    };
    redone.sets[0].counted = Counted::Abandoned;
    redone.sets.insert(1, again);
    redone.session.ended = None;
    for set in &mut redone.sets {
        set.load = set.load.clone().assumed();
    }
    let mut phone = done(&routine(), 2, "");
    phone.session.origin = Origin::Elsewhere;
    let mut tendon = done(&Routine::solo(odd()[1].clone()), 4, "band Dark \u{202e}Red");
    tendon.session.tier = Tier::Published;
    tendon.session.worst_pain = Score::new(3);
    let [long, _, control, bare] = odd().try_into().expect("four of them");
    let mut empty = done(&Routine::solo(bare), 400, "bw-20");
    empty.sets.clear();
    vec![
        said,
        redone,
        phone,
        tendon,
        done(&Routine::solo(long), 9, "100"),
        done(&Routine::solo(control), 30, "bw+10"),
        empty,
    ]
}

/// Somebody in the log with these sessions.
fn before(sessions: Vec<PastSession>) -> Lifter {
    let mut entries: Vec<Listed> = vec![squat().into(), routine().into()];
    entries.extend(odd().into_iter().map(Listed::from));
    let mut lifter = Lifter::before(entries, Memory::default());
    lifter.app.today = TODAY;
    lifter.press("l");
    let before = None;
    lifter.send(Message::Journal(Reply::Page { before, sessions }));
    lifter
}

fn after(keys: &str) -> App {
    let mut lifter = before(sessions());
    lifter.press(keys);
    lifter.app
}

/// The form, for what is so many rows down in the list.
fn form(down: usize, keys: &str) -> App {
    let mut lifter = before(Vec::new());
    lifter
        .press("⎋")
        .press(&"j".repeat(down))
        .press("L")
        .press(keys);
    lifter.app
}

fn states() -> Vec<(&'static str, App)> {
    vec![
        ("nothing is logged", before(Vec::new()).app),
        ("the list", after("")),
        ("further down", after("jjjj")),
        ("the last one, without sets", after("G")),
        ("a session, with a note", after("⏎")),
        ("its last set", after("⏎jjj")),
        ("a set that was done again", after("j⏎j")),
        ("two exercises, done elsewhere", after("jj⏎jj")),
        ("a published programme", after("jjj⏎")),
        ("control characters", after("jjjjj⏎j")),
        ("a session, being corrected", after("e↓")),
        ("the pain of a programme", after("jjje")),
        ("a set, being corrected", after("⏎jjje↓")),
        ("a note, being written", after("eo")),
        ("done elsewhere", form(0, "")),
        ("two exercises elsewhere, on another day", form(1, "<<60⏎↓")),
        ("elsewhere, with a hard name", form(4, "")),
    ]
}

fn page(name: &str, app: &App, theme: Theme, size: (u16, u16)) -> String {
    let buffer = drawn(app, theme, &mut Rasters::new(), size);
    let rows: Vec<String> = rows(&buffer)
        .iter()
        .map(|row| format!("|{row}|\n"))
        .collect();
    format!("{name}\n{}\n", rows.concat())
}

#[test]
fn the_log_at_every_size() {
    for size in SIZES {
        let states = states().into_iter();
        let few = |(index, state)| (size.0 < 100 || index % 5 == 1).then_some(state);
        let pages: String = states
            .enumerate()
            .filter_map(few)
            .map(|(name, app)| page(name, &app, DAY, size))
            .collect();
        assert_snapshot!(format!("log_{}x{}", size.0, size.1), pages);
    }
}

#[test]
fn the_log_in_ascii_without_colours() {
    let theme = Theme {
        glyphs: Glyphs::Ascii,
        ..PLAIN
    };
    let pages: String = states()
        .iter()
        .map(|(name, app)| page(name, app, theme, (80, 24)))
        .collect();
    assert!(pages.is_ascii(), "{pages}");
}

#[test]
fn no_control_character_of_a_name_or_a_note_reaches_a_cell() {
    for (name, app) in states() {
        for size in SIZES {
            let buffer = drawn(&app, DAY, &mut Rasters::new(), size);
            for cell in buffer.content() {
                let symbol = cell.symbol();
                let unfit = symbol.chars().any(downbeat::training::text::is_unfit);
                assert!(!unfit, "{symbol:?} in {name} at {size:?}");
            }
        }
    }
}

#[test]
fn the_line_under_the_cursor_is_in_sight_at_every_size() {
    for size in SIZES {
        let mut lifter = before(sessions());
        let marked = |app: &App| {
            let shown = rows(&drawn(app, DAY, &mut Rasters::new(), size));
            assert!(
                shown.iter().any(|row| row.contains("› ")),
                "{size:?} {shown:?}"
            );
        };
        for _ in sessions() {
            marked(&lifter.app);
            lifter.press("⏎");
            for _ in 0..6 {
                marked(&lifter.app);
                lifter.press("j");
            }
            lifter.press("⎋j");
        }
    }
}

#[test]
fn everything_that_is_known_of_a_set_can_be_read_at_every_size_but_the_smallest() {
    let app = after("⏎jjj");
    for size in &SIZES[1..] {
        let text = rows(&drawn(&app, DAY, &mut Rasters::new(), *size)).join(" ");
        let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
        for known in [
            "planned 8",
            "paced 8",
            "done 7",
            "62.5 kg",
            "left 2",
            "4-0-1-0",
            "in 5 7",
            "2 times",
            "0:32",
            "0:08",
        ] {
            assert!(words.contains(known), "{known} at {size:?}\n{words}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_keys_in_the_log_are_drawn_at_any_size(
        keys in vec(select("jkgG eDun⏎⎋↑↓←→⌫⌦⇥l o<>-+5x7qLtr?".chars().collect::<Vec<_>>()), 0..40),
        width in 0..=120_u16,
        height in 0..=40_u16,
    ) {
        let mut lifter = before(sessions());
        let mut rasters = Rasters::new();
        for key in keys {
            if is_bound(&lifter, key) {
                lifter.press(&key.to_string());
            }
            drawn(&lifter.app, DAY, &mut rasters, (width, height));
        }
    }
}

/// Whether a key means anything now.
fn is_bound(lifter: &Lifter, key: char) -> bool {
    use downbeat::app::action::Key;
    let key = match key {
        '⏎' => Key::Enter,
        '⎋' => Key::Esc,
        '↑' => Key::Up,
        '↓' => Key::Down,
        '←' => Key::Left,
        '→' => Key::Right,
        '⌫' => Key::Backspace,
        '⌦' => Key::Delete,
        '⇥' => Key::Tab,
        letter => Key::Char(letter),
    };
    action(lifter.app.mode(), key).is_some()
}
