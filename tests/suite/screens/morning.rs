//! The tab of today at every size: nothing of the advice is lost, the verdict is always in sight, no word is cut.

use super::super::keeper::{Keeper, session};
use super::super::lifter::squat;
use super::looks::page;
use super::{DAY, Lifter, NIGHT, PLAIN, SIZES, Theme, area, drawn, rows};
use downbeat::app::action::Action;
use downbeat::app::message::Message;
use downbeat::app::{App, Screen};
use downbeat::training::journal::{Entry, Morning, Score, Stamp};
use downbeat::training::memory::Memory;
use downbeat::training::region::Region;
use downbeat::ui;
use downbeat::ui::theme::Glyphs;
use downbeat::ui::widgets::big::Rasters;
use insta::assert_snapshot;
use jiff::ToSpan;
use jiff::civil::{Date, date};
use jiff::tz::TimeZone;

const TODAY: Date = date(2026, 11, 27);

/// A journal of three weeks: a squat every third day, the other way round the morning of every second one.
fn weeks() -> Vec<Entry> {
    let mut entries = Vec::new();
    for ago in 1..=21_i64 {
        let day = TODAY.saturating_sub(ago.days());
        if ago % 3 == 1 {
            entries.extend(session(day, "Squat"));
        }
        if ago % 2 == 1 {
            let mut morning = Morning::of(day);
            morning.soreness.insert(Region::Glutes, Score::NONE);
            (morning.joint_pain, morning.sleep) = (Score::new(0), Score::new(7));
            morning.recovery = Score::new(7);
            entries.push(Entry::Morning(morning));
        }
    }
    entries
}

fn opened(entries: Vec<Entry>, keys: &str) -> App {
    let mut keeper = Keeper::with(entries);
    let mut lifter = Lifter::before(vec![squat().into()], Memory::default());
    lifter.app.today = TODAY;
    let now = TODAY.at(7, 0, 0, 0).to_zoned(TimeZone::UTC).unwrap();
    lifter.app.wall = Stamp::from_millis(now.timestamp().as_millisecond());
    keeper.press(&mut lifter, "t");
    keeper.press(&mut lifter, keys);
    lifter.app
}

fn states() -> Vec<(&'static str, App)> {
    let late = opened(weeks(), "<<3");
    let mut unread = late.clone();
    if let Screen::Journal(journal) = &mut unread.screen {
        journal.today.questions = None;
        journal.today.trouble = Some("journal.db \u{1b}[2J cannot be read: allow it".to_owned());
    }
    vec![
        ("nothing yet", opened(Vec::new(), "")),
        ("hold", opened(weeks(), "00076")),
        ("back off", opened(weeks(), "70322")),
        ("stop, with a long sign", opened(weeks(), "00076→→→→")),
        ("writing", opened(weeks(), "0007607:3")),
        ("another region", opened(weeks(), "00076↓↓↓↓→")),
        ("late", late),
        ("unread", unread),
    ]
}

fn text(app: &App, theme: Theme, size: (u16, u16)) -> String {
    rows(&drawn(app, theme, &mut Rasters::new(), size)).join("\n")
}

/// All pages, as the key turns them.
fn pages(app: &App, size: (u16, u16)) -> Vec<String> {
    let mut app = app.clone();
    let mut pages = vec![text(&app, DAY, size)];
    loop {
        let action = ui::meaning(&app, area(size), Action::Turn);
        app.update(app.now, Message::Do(action));
        if action == Action::First {
            assert_eq!(text(&app, DAY, size), pages[0], "back to the questions");
            return pages;
        }
        pages.push(text(&app, DAY, size));
        assert!(pages.len() < 100, "the pages have no end");
    }
}

fn advice(app: &App) -> Vec<String> {
    match &app.screen {
        Screen::Journal(journal) => journal.today.advice.lines.clone(),
        other => panic!("no journal but {other:?}"),
    }
}

#[test]
fn the_tab_of_today_at_every_size() {
    for (width, height) in SIZES {
        let mut states = states();
        states.push(("all of the advice", opened(weeks(), "70322a")));
        let states = states
            .iter()
            .filter(|(name, _)| width < 100 || ["hold", "stop, with a long sign"].contains(name));
        let album: String = states
            .map(|(name, app)| page(name, app, DAY, (width, height)))
            .collect();
        assert_snapshot!(format!("today_{width}x{height}"), album);
    }
}

#[test]
fn every_word_of_the_advice_is_on_one_of_the_pages_whole_and_in_its_order() {
    for (name, app) in states().into_iter().filter(|(name, _)| *name != "unread") {
        for size in SIZES {
            let pages = pages(&app, size);
            let full = if pages.len() == 1 {
                &pages[..]
            } else {
                &pages[1..]
            };
            let shown = full.join("\n");
            let mut words = shown.split_whitespace();
            for line in advice(&app) {
                for word in line.split_whitespace() {
                    assert!(
                        words.any(|shown| shown == word),
                        "{word} of `{line}` is missing: {name} at {size:?}\n{shown}"
                    );
                }
            }
        }
    }
}

#[test]
fn the_verdict_is_on_every_page_at_every_size() {
    for (name, app) in states().into_iter().filter(|(name, _)| *name != "unread") {
        let lines = advice(&app);
        let first = lines[0].split_whitespace().next().expect("a word");
        for size in SIZES {
            for page in pages(&app, size) {
                assert!(
                    page.contains(first),
                    "{first} is missing: {name} at {size:?}\n{page}"
                );
            }
        }
    }
}

#[test]
fn every_question_is_whole_when_the_cursor_is_on_it() {
    for size in SIZES {
        let mut app = opened(weeks(), "");
        let count = match &app.screen {
            Screen::Journal(journal) => journal.questions().map_or(0, |asked| asked.rows.len()),
            other => panic!("no journal but {other:?}"),
        };
        for place in 0..count {
            let title = match &app.screen {
                Screen::Journal(journal) => {
                    let asked = journal.questions().expect("questions");
                    assert_eq!(asked.at, place);
                    asked.rows[place].ask.title()
                }
                other => panic!("no journal but {other:?}"),
            };
            let shown = text(&app, DAY, size);
            let shown: Vec<&str> = shown.split_whitespace().collect();
            let missing = title.split_whitespace().find(|word| {
                let marked = format!("{word}:");
                !shown.contains(word) && !shown.contains(&marked.as_str())
            });
            assert_eq!(missing, None, "{title} at {size:?}\n{shown:?}");
            app.update(app.now, Message::Do(Action::Down));
        }
    }
}

#[test]
fn the_day_that_is_asked_about_is_said_at_every_size() {
    for size in SIZES {
        let late = text(&opened(weeks(), "<<"), DAY, size);
        assert!(late.contains("2 days ago"), "{late}");
        assert!(text(&opened(weeks(), "<"), DAY, size).contains("Yesterday"));
        let today = text(&opened(weeks(), ""), DAY, size);
        assert!(today.contains("This morning") || today.contains("Today, Fri 27 Nov"));
    }
}

#[test]
fn today_without_colours_at_night_and_in_ascii_says_the_same() {
    let ascii = Theme {
        glyphs: Glyphs::Ascii,
        ..PLAIN
    };
    for (name, app) in states() {
        for size in SIZES {
            let day = text(&app, DAY, size);
            for theme in [NIGHT, PLAIN] {
                assert_eq!(text(&app, theme, size), day, "{name} at {size:?}");
            }
            let shown = text(&app, ascii, size);
            assert!(shown.is_ascii(), "{name} at {size:?}\n{shown}");
        }
    }
}

#[test]
fn no_control_character_of_the_journal_reaches_a_cell() {
    for (name, app) in states() {
        for size in SIZES {
            let shown = text(&app, DAY, size);
            let unfit = shown
                .chars()
                .find(|symbol| *symbol != '\n' && downbeat::training::text::is_unfit(*symbol));
            assert_eq!(unfit, None, "{name} at {size:?}");
        }
    }
}

#[test]
fn no_screen_is_too_small_for_it() {
    let mut states = states();
    states.push(("all of the advice", opened(weeks(), "70322a")));
    let mut rasters = Rasters::new();
    for (_, app) in states {
        for width in (0..45).chain([129, 130, 131]) {
            for height in 0..16 {
                drawn(&app, DAY, &mut rasters, (width, height));
            }
        }
    }
}
