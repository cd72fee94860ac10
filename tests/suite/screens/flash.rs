//! What a flash looks like, and when it is drawn.

use super::looks::styled;
use super::{DAY, Lifter, NIGHT, PLAIN, Theme, area, drawn, rows};
use downbeat::app::message::{Message, SoundReport};
use downbeat::app::{App, Flash, Screen};
use downbeat::ui;
use downbeat::ui::widgets::big::Rasters;
use std::time::Duration;

const SIZE: (u16, u16) = (80, 24);

/// 3 × 8 at 4-0-1-0 with a rest of two minutes. The set begins 10 s after the key, the rest 50 s after it.
fn training(flash: Flash) -> Lifter {
    let mut lifter = Lifter::seasoned();
    lifter.app.flash = flash;
    lifter.press(" ");
    lifter
}

/// Follows the loop for so many seconds; when the screen was lit and when it got dark again, in milliseconds since the key
/// was heard.
fn flashes(lifter: &mut Lifter, seconds: u64) -> Vec<(u128, u128)> {
    let since = lifter.clock + super::super::lifter::AHEAD;
    let until = lifter.clock + Duration::from_secs(seconds);
    let (mut found, mut lit) = (Vec::new(), None);
    while let Some(next) = ui::next_change(&lifter.app, area(SIZE), 60).filter(|at| *at < until) {
        lifter.clock = next;
        lifter.send(Message::Tick);
        let now = lifter.clock.saturating_sub(since).as_millis();
        let is_lit = ui::seen(&lifter.app, area(SIZE)) == ui::Seen::Lit;
        match lit {
            None if is_lit => lit = Some(now),
            Some(from) if !is_lit => found.push((from, now)),
            _ => {}
        }
        lit = lit.filter(|_| is_lit);
    }
    found
}

#[test]
fn it_fills_the_screen_in_one_colour_and_without_colours_it_is_reversed() {
    let mut lifter = training(Flash::On);
    lifter.wait(10.1);
    let page = |theme: Theme, size| styled(&drawn(&lifter.app, theme, &mut Rasters::new(), size));
    for (name, theme) in [("day", DAY), ("night", NIGHT), ("plain", PLAIN)] {
        insta::assert_snapshot!(format!("flash_{name}_20x6"), page(theme, (20, 6)));
        let screen = drawn(&lifter.app, theme, &mut Rasters::new(), SIZE);
        let first = screen.content().first().cloned().unwrap_or_default();
        assert!(screen.content().iter().all(|cell| *cell == first), "{name}");
    }
}

#[test]
fn what_it_hides_is_back_before_anything_changed() {
    let (mut bright, mut dark) = (training(Flash::On), training(Flash::Off));
    let look = |lifter: &Lifter| rows(&drawn(&lifter.app, DAY, &mut Rasters::new(), SIZE));
    bright.wait(10.1);
    dark.wait(10.1);
    assert!(look(&bright).concat().trim().is_empty());
    assert!(look(&dark).concat().contains("1/8"));
    bright.wait(0.12);
    dark.wait(0.12);
    assert_eq!(look(&bright), look(&dark));
}

#[test]
fn it_is_drawn_exactly_at_its_moment_and_gone_exactly_120_ms_later() {
    let mut lifter = training(Flash::On);
    let found = flashes(&mut lifter, 21);
    let phases = [10_000, 14_000, 15_000, 19_000, 20_000];
    assert_eq!(found, phases.map(|at| (at, at + 120)));
}

#[test]
fn where_nothing_is_heard_only_the_ends_of_rests_and_sets_flash() {
    let heard = flashes(&mut training(Flash::Auto), 180);
    assert_eq!(heard, [], "there is sound");
    let expected = [50_000, 167_000, 168_000, 169_000].map(|at| (at, at + 120));
    let mut muted = training(Flash::Auto);
    muted.app.muted = true;
    assert_eq!(flashes(&mut muted, 180), expected);
    let missing = [
        SoundReport::Off("no sound card".to_owned()),
        SoundReport::Lost("the device is gone".to_owned()),
        SoundReport::NotBuilt,
    ];
    for report in missing {
        let mut silent = training(Flash::Auto);
        silent.send(Message::Sound(report.clone()));
        assert_eq!(flashes(&mut silent, 180), expected, "{report:?}");
    }
    let mut off = training(Flash::Off);
    off.app.muted = true;
    assert_eq!(flashes(&mut off, 180), []);
}

#[test]
fn the_end_of_the_last_set_flashes_although_the_summary_is_there() {
    let mut lifter = training(Flash::Auto);
    lifter.app.muted = true;
    let end = 10_000 + 3 * 40_000 + 2 * 120_000;
    let last = flashes(&mut lifter, 400).last().copied();
    assert_eq!(last, Some((end, end + 120)));
    assert!(matches!(lifter.app.screen, Screen::Summary(_)));
}

#[test]
fn nothing_flashes_while_time_stands_still_or_something_is_read() {
    let mut lifter = training(Flash::On);
    lifter.wait(10.05).press(" ").wait(0.1);
    assert!(!is_lit(&lifter.app), "paused 20 ms before the first phase");
    lifter.press("?");
    assert!(!is_lit(&lifter.app), "the help lies over it");
    let mut reading = training(Flash::On);
    reading.press("?").wait(10.1);
    assert!(!is_lit(&reading.app));
}

fn is_lit(app: &App) -> bool {
    ui::seen(app, area(SIZE)) == ui::Seen::Lit
}
