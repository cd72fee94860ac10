//! What the key for help lays over the screens: every page can be reached, and none is between two others twice.

use super::{DAY, Lifter, SIZES, area, drawn, rows};
use crate::lifter::written;
use downbeat::app::action::Action;
use downbeat::app::journal::Reply;
use downbeat::app::message::Message;
use downbeat::app::{App, Overlay};
use downbeat::training::journal::Diary;
use downbeat::training::memory::Memory;
use downbeat::ui;
use downbeat::ui::widgets::big::Rasters;

/// Turns pages until the key goes back, and returns their texts.
fn pages(app: &App, size: (u16, u16)) -> Vec<String> {
    let mut lifter = Lifter::seasoned();
    lifter.app = app.clone();
    let mut pages = Vec::new();
    while lifter.app.overlay != Overlay::None {
        let text = rows(&drawn(&lifter.app, DAY, &mut Rasters::new(), size)).join("\n");
        pages.push(text);
        let meant = ui::meaning(&lifter.app, area(size), Action::Turn);
        lifter.send(Message::Do(meant));
        assert!(pages.len() < 200, "it has no end");
    }
    pages
}

/// The first page on which something stands.
#[track_caller]
fn place(pages: &[String], words: &str) -> usize {
    let found = pages.iter().position(|page| page.contains(words));
    found.unwrap_or_else(|| panic!("{words} is on no page"))
}

fn over_the_list() -> App {
    let entry = written("eccentric-4-1", "").into();
    let mut lifter = Lifter::before(vec![entry], Memory::default());
    lifter.press("?");
    lifter.app
}

fn over_fuel() -> App {
    let mut lifter = Lifter::seasoned();
    lifter.press("w");
    lifter.send(Message::Journal(Reply::Diary(Box::<Diary>::default())));
    lifter.press("?");
    lifter.app
}

fn over_a_summary() -> App {
    let mut lifter = Lifter::seasoned();
    lifter.press(" ").wait(400.0).press("?");
    lifter.app
}

#[test]
fn over_the_list_the_keys_come_first_and_then_what_is_known_of_the_entry() {
    for size in [(40, 12), (80, 24), (200, 60)] {
        let pages = pages(&over_the_list(), size);
        assert_eq!(place(&pages, "Choosing"), 0);
        let last_keys = pages.iter().rposition(|page| page.contains("Ctrl-Z"));
        let about = place(&pages, "10.5114/biolsport.2022.105335");
        assert!(Some(about) > last_keys, "{size:?}");
    }
}

#[test]
fn in_the_journal_the_evidence_comes_first_and_then_the_keys() {
    for size in [(40, 12), (80, 24), (200, 60)] {
        let pages = pages(&over_fuel(), size);
        assert_eq!(place(&pages, "Where it comes from: protein"), 0);
        let source = place(&pages, "Morton 2018, Br J Sports Med");
        assert!(place(&pages, "Ctrl-Z") > source, "{size:?}");
    }
}

#[test]
fn a_question_after_the_session_is_explained_behind_the_keys() {
    let pages = pages(&over_a_summary(), (80, 24));
    assert_eq!(place(&pages, "Afterwards"), 0);
    assert!(place(&pages, "Where it comes from: effort") > 0);
}

#[test]
fn each_page_says_which_it_is_and_the_last_key_goes_back() {
    for app in [over_the_list(), over_fuel(), over_a_summary()] {
        for size in SIZES {
            let pages = pages(&app, size);
            let all = pages.len();
            for (index, page) in pages.iter().enumerate() {
                let foot = page.lines().last().unwrap_or_default();
                let shown = foot.contains(&format!("{}/{all}", index + 1));
                assert!(shown || all == 1, "{size:?}: {foot}");
            }
        }
    }
}
