//! The contract between the app and the loop, for any keys at any time on a screen of any size.

use super::super::keeper::Keeper;
use super::super::lifter::{AHEAD, written};
use super::constructs::SETTINGS;
use super::states::{broken, gated, odd, ready};
use super::{DAY, Lifter, area, drawn};
use downbeat::app::action::Key;
use downbeat::app::bindings::action;
use downbeat::app::message::{Effect, Message, SoundReport};
use downbeat::app::picker::Entry;
use downbeat::app::{App, Flash, Screen};
use downbeat::training::memory::Memory;
use downbeat::training::transport::Transport;
use downbeat::ui;
use downbeat::ui::widgets::big::Rasters;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use std::sync::Arc;
use std::time::Duration;

/// Frames a second.
const FPS: u8 = 60;

/// Something that happens to somebody who trains.
#[derive(Debug, Clone)]
enum Event {
    Key(Key),
    Wait(Duration),
    Sound(SoundReport),
    /// The program stood still for so long.
    Sleep(Duration),
    Size(u16, u16),
    Paste(&'static str),
}

fn event() -> impl Strategy<Value = Event> {
    let bound = " .bnxr><+=s3q?mvd90kjgGy-[]ecnNu/@f*at4,lrwL167ot";
    let key = prop_oneof![
        8 => select(bound.chars().map(Key::Char).collect::<Vec<_>>()),
        4 => Just(Key::Char(' ')),
        2 => select(vec![Key::Enter, Key::Esc, Key::Up, Key::Down, Key::Left, Key::Right, Key::PageUp, Key::PageDown, Key::Home, Key::End, Key::Tab]),
        1 => any::<char>().prop_map(Key::Char),
        1 => Just(Key::Ctrl('l')),
        1 => select(vec![Key::Tab, Key::BackTab, Key::Backspace, Key::Delete, Key::Ctrl('s'), Key::Ctrl('u'), Key::Ctrl('p')]),
    ];
    let wait = prop_oneof![0..2_000_u64, 0..30_000_u64, 0..200_000_u64];
    let report = select(vec![
        SoundReport::Opening,
        SoundReport::On("card \u{1b}[2J".to_owned()),
        SoundReport::Off("no sound card".to_owned()),
        SoundReport::Lost("the device is gone".to_owned()),
        SoundReport::Asleep,
    ]);
    let small = (0..=200_u16, 0..=60_u16);
    prop_oneof![
        10 => key.prop_map(Event::Key),
        8 => wait.prop_map(|millis| Event::Wait(Duration::from_millis(millis))),
        1 => report.prop_map(Event::Sound),
        1 => select(vec!["4-0-1-0", "row 3x8/side @4010 r90", "\u{1b}[2J", ""]).prop_map(Event::Paste),
        1 => (0..10_000_u64).prop_map(|millis| Event::Sleep(Duration::from_millis(millis))),
        1 => small.prop_map(|(width, height)| Event::Size(width, height)),
    ]
}

fn size() -> impl Strategy<Value = (u16, u16)> {
    prop_oneof![
        4 => (0..=200_u16, 0..=60_u16),
        4 => select(vec![(20, 6), (40, 12), (80, 24), (200, 60)]),
        1 => Just((500, 150)),
    ]
}

fn flash() -> impl Strategy<Value = Flash> {
    select(vec![Flash::Auto, Flash::On, Flash::Off])
}

fn presets() -> Vec<Entry> {
    let mut entries: Vec<Entry> = odd().into_iter().map(ready).collect();
    entries.push(gated().into());
    entries
        .extend(["leg-day", "swings", "drops", "clusters"].map(|id| written(id, SETTINGS).into()));
    entries.push(broken());
    entries
}

/// What must hold from one event to the next.
struct Watch {
    lifter: Lifter,
    size: (u16, u16),
    heard: Option<Arc<Transport>>,
    keeper: Keeper,
    rasters: Rasters,
}

impl Watch {
    fn new(memory: Memory, size: (u16, u16)) -> Self {
        let mut lifter = Lifter::before(presets(), memory);
        lifter.send(Message::Tick);
        Self {
            lifter,
            size,
            heard: None,
            keeper: Keeper::default(),
            rasters: Rasters::new(),
        }
    }

    fn happen(&mut self, event: &Event) {
        match event {
            Event::Key(key) => {
                let Some(action) = action(self.lifter.app.mode(), *key) else {
                    return;
                };
                let action = ui::meaning(&self.lifter.app, area(self.size), action);
                self.send(Message::Do(action), None);
            }
            Event::Wait(length) => self.wait(*length),
            Event::Sound(report) => self.send(Message::Sound(report.clone()), None),
            Event::Sleep(length) => {
                let since = self.lifter.clock;
                self.lifter.clock += *length;
                self.send(Message::Interrupted { since }, Some(since));
            }
            Event::Size(width, height) => self.size = (*width, *height),
            Event::Paste(text) => self.send(Message::Paste((*text).to_owned()), None),
        }
        drawn(&self.lifter.app, DAY, &mut self.rasters, self.size);
    }

    fn send(&mut self, message: Message, unheard_from: Option<Duration>) {
        let effects = self.lifter.app.update(self.lifter.moment(), message);
        for effect in effects {
            match effect {
                Effect::Play(transport) => {
                    if let Some(before) = &self.heard {
                        // What was heard stays what it was: up to now, or up to where the program stood still.
                        same_past(
                            before,
                            &transport,
                            unheard_from.unwrap_or(self.lifter.clock),
                        );
                    }
                    self.heard = Some(transport);
                }
                Effect::Silence => self.heard = None,
                Effect::Edit(_) => {
                    self.send(Message::Saved, None);
                }
                Effect::Journal(request) => {
                    if let Some(reply) = self.keeper.answer(request) {
                        self.send(Message::Journal(reply), None);
                    }
                }
                _ => {}
            }
        }
    }

    /// Follows the app's own advice on when to look again, and holds it to that.
    fn wait(&mut self, length: Duration) {
        let until = self.lifter.clock + length;
        let mut turns = 0_u128;
        while let Some(next) =
            ui::next_change(&self.lifter.app, area(self.size), FPS).filter(|next| *next <= until)
        {
            assert!(
                next > self.lifter.clock,
                "a busy loop at {:?}",
                self.lifter.clock
            );
            turns += 1;
            // Most of a long wait is the same: look at the first seconds closely, then jump.
            if turns > 200 {
                break;
            }
            self.turn_to(next);
        }
        let most =
            length.as_millis() * u128::from(FPS) / 1000 + 12 + 6 * u128::from(length.as_secs());
        assert!(turns <= most, "{turns} turns in {length:?}");
        self.turn_to(until);
    }

    fn turn_to(&mut self, clock: Duration) {
        let area = area(self.size);
        let before = (ui::seen(&self.lifter.app, area), place(&self.lifter.app));
        self.lifter.clock = clock;
        self.send(Message::Tick, None);
        let after = place(&self.lifter.app);
        if let (Some(before), Some(after)) = (before.1, after) {
            assert!(after >= before, "from {before:?} back to {after:?}");
        }
    }
}

/// Set, whether it is its second side, attempt and rep on the screen.
fn place(app: &App) -> Option<(u32, bool, u32, u32)> {
    let Screen::Session(session) = &app.screen else {
        return None;
    };
    let segment = session
        .segment(app.now.audible)
        .filter(|segment| segment.kind.is_work())?;
    if session.routine.steps.len() > 2 {
        // Exercises in turns go from one to the other, and can change places.
        return None;
    }
    Some((
        segment.set,
        segment.side
            != session
                .routine
                .presets()
                .nth(usize::from(segment.part))?
                .sides
                .order()
                .next()
                .flatten(),
        segment.attempt,
        segment.rep,
    ))
}

fn same_past(before: &Transport, after: &Transport, until: Duration) {
    for step in 0..=50 {
        let clock = until * step / 50;
        assert_eq!(
            before.position_at(clock),
            after.position_at(clock),
            "at {clock:?} of {until:?}"
        );
    }
    let position = before.position_at(until);
    let cues = |transport: &Transport| {
        transport
            .timeline()
            .cues_between(Duration::ZERO..position)
            .to_vec()
    };
    assert_eq!(cues(before), cues(after));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_keys_at_any_time_keep_the_contract_with_the_loop(
        events in vec(event(), 1..50),
        size in size(),
        introduced in any::<bool>(),
        flash in flash(),
    ) {
        let mut watch = Watch::new(Memory { introduced, ..Memory::default() }, size);
        watch.lifter.app.flash = flash;
        for event in &events {
            watch.happen(event);
        }
    }

    #[test]
    fn two_moments_that_are_seen_alike_give_the_same_frame(
        events in vec(event(), 1..24),
        size in size(),
        steps in vec(0..400_u64, 8),
        flash in flash(),
    ) {
        let mut watch = Watch::new(Memory { introduced: true, ..Memory::default() }, size);
        watch.lifter.app.flash = flash;
        for event in &events {
            watch.happen(event);
        }
        let mut before = (ui::seen(&watch.lifter.app, area(watch.size)), None);
        for step in steps {
            let frame = drawn(&watch.lifter.app, DAY, &mut watch.rasters, watch.size);
            let seen = ui::seen(&watch.lifter.app, area(watch.size));
            if let (true, Some(earlier)) = (seen == before.0, &before.1) {
                prop_assert_eq!(earlier, &frame, "{:?}", seen);
            }
            before = (seen, Some(frame));
            let step = Duration::from_millis(step);
            watch.lifter.wait(step.as_secs_f64());
        }
    }
}

/// Draws for a minute as the loop does. Returns the turns and the frames.
fn minute(lifter: &mut Lifter, size: (u16, u16)) -> (usize, usize) {
    let until = lifter.clock + Duration::from_secs(60);
    let (mut turns, mut frames, mut last) = (0, 0, None);
    loop {
        let seen = ui::seen(&lifter.app, area(size));
        if last != Some(seen) {
            frames += 1;
            last = Some(seen);
        }
        match ui::next_change(&lifter.app, area(size), FPS) {
            Some(next) if next <= until => {
                assert!(next > lifter.clock);
                lifter.clock = next;
                lifter.send(Message::Tick);
                turns += 1;
            }
            _ => return (turns, frames),
        }
    }
}

#[test]
fn a_minute_of_pacing_takes_no_more_frames_than_there_are() {
    for size in [(20, 6), (80, 24), (200, 60)] {
        let mut lifter = Lifter::seasoned();
        lifter.press(" ").wait(10.0);
        let (turns, frames) = minute(&mut lifter, size);
        assert!(
            turns <= 60 * usize::from(FPS) + 60 * 4 && frames <= turns + 1,
            "{size:?}: {turns}, {frames}"
        );
        assert!(frames > 200, "{size:?}: {frames}");
    }
}

#[test]
fn what_stands_still_wakes_nobody() {
    let mut lifter = Lifter::seasoned();
    lifter.wait(21.0);
    assert_eq!(
        minute(&mut lifter, (80, 24)).0,
        0,
        "the picker, 20 s after the last key"
    );
    lifter.press(" ").wait(22.0).press(" ").wait(0.1);
    assert_eq!(minute(&mut lifter, (80, 24)).0, 0, "paused");
    lifter.press("qq");
    assert_eq!(minute(&mut lifter, (80, 24)).0, 0, "the summary");
    lifter.press("q");
    let mut newcomer = Lifter::with(Memory::default());
    newcomer.press(" ").wait(0.1);
    assert_eq!(minute(&mut newcomer, (80, 24)).0, 0, "the first question");
}

#[test]
fn an_example_that_ended_unseen_is_over_with_whatever_comes_next() {
    let away = |lifter: &mut Lifter| {
        let since = lifter.clock;
        lifter.clock += Duration::from_secs(10);
        since
    };
    let after = |act: fn(&mut Lifter, Duration)| {
        let mut lifter = Lifter::seasoned();
        lifter.press(", ");
        let end = ui::next_change(&lifter.app, area((80, 24)), FPS);
        assert!(end > Some(lifter.clock), "an example is heard");
        let since = away(&mut lifter);
        lifter.effects.clear();
        act(&mut lifter, since);
        (lifter.effects.clone(), minute(&mut lifter, (80, 24)).0)
    };
    let (effects, turns) = after(|lifter, since| {
        lifter.send(Message::Interrupted { since });
    });
    assert_eq!((effects, turns), (vec![Effect::Silence, Effect::Rest], 0));
    let (effects, turns) = after(|lifter, _| {
        lifter.press("v");
    });
    assert_eq!((effects, turns), (vec![Effect::Silence, Effect::Rest], 0));
}

#[test]
fn a_pause_is_shown_when_it_is_heard() {
    let mut lifter = Lifter::seasoned();
    lifter.press(" ").wait(12.0).press(" ");
    let pausing = ui::seen(&lifter.app, area((80, 24)));
    let heard = lifter.clock + AHEAD;
    while let Some(next) = ui::next_change(&lifter.app, area((80, 24)), FPS) {
        assert!(next <= heard);
        lifter.clock = next;
        lifter.send(Message::Tick);
    }
    assert_ne!(ui::seen(&lifter.app, area((80, 24))), pausing);
    assert_eq!(lifter.clock, heard);
}
