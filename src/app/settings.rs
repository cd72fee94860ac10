//! The settings: what is heard, counted and seen, changed with the arrows and heard with Space.
//!
//! A change holds at once. It is kept in the settings file when somebody leaves the screen, in whichever way: the settings
//! that are other than when it was opened, and no others, so that what was said on the command line for once, or changed
//! with a key during a set, is not written.

mod example;
mod late;
mod row;

use super::action::Action;
use super::hearing::Hearing;
use super::message::Effect;
use super::summary::Summary;
use super::{App, Bell, Flash, Heard, Light, Screen, View};
use crate::training::call::Calling;
use crate::training::flash::{APART, LIT};
pub use late::{Late, MOST_LATE_MS};
pub use row::{Group, ROWS, Row};
use std::time::Duration;

/// Everything that this screen can change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Chosen {
    /// Which layers are heard, and how loud.
    pub heard: Heard,
    /// How loud they are together, in decibels; 0 is full.
    pub volume_db: i8,
    /// What is counted and announced.
    pub calling: Calling,
    /// Day or night.
    pub light: Light,
    /// The picture of a session.
    pub view: View,
    /// When the whole screen flashes.
    pub flash: Flash,
    /// Whether the terminal's bell counts where there is no sound.
    pub bell: Bell,
    /// How many milliseconds later than the device says the sound is heard.
    pub offset_ms: i32,
}

/// The screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// The place of the row under the cursor among [`ROWS`].
    pub selected: usize,
    /// The example that is heard.
    pub hearing: Hearing,
    /// The flash that is shown as an example: from when.
    lit: Option<Duration>,
    /// The offset, being found.
    pub late: Option<Late>,
    /// What was set when the screen was opened, or kept last.
    kept: Chosen,
    /// The summary that it was opened from; else the list.
    pub behind: Option<Box<Summary>>,
}

impl Settings {
    /// The row under the cursor.
    pub fn row(&self) -> Row {
        ROWS.get(self.selected).copied().unwrap_or(Row::Cues)
    }

    /// Until when the flash stands that is shown as an example.
    pub(super) fn lit_until(&self, clock: Duration) -> Option<Duration> {
        let until = self.lit? + LIT;
        (until > clock).then_some(until)
    }

    fn step(&mut self, by: isize) {
        let last = ROWS.len() - 1;
        self.selected = self.selected.saturating_add_signed(by).min(last);
    }
}

impl App {
    /// What is set, as far as the settings can change it.
    pub fn chosen(&self) -> Chosen {
        Chosen {
            heard: self.heard,
            volume_db: self.volume_db,
            calling: self.calling,
            light: self.light,
            view: self.view,
            flash: self.flash,
            bell: self.bell,
            offset_ms: self.offset_ms,
        }
    }

    /// Lets other settings hold from now on.
    pub fn choose(&mut self, chosen: Chosen) -> Vec<Effect> {
        let before = self.chosen();
        let Chosen {
            heard,
            volume_db,
            calling,
            light,
            view,
            flash,
            bell,
            offset_ms,
        } = chosen;
        (self.heard, self.volume_db, self.calling) = (heard, volume_db, calling);
        (self.light, self.view, self.flash) = (light, view, flash);
        (self.bell, self.offset_ms) = (bell, offset_ms);
        let effects = [
            (heard != before.heard).then_some(Effect::Heard(heard)),
            (volume_db != before.volume_db).then_some(Effect::Volume(volume_db)),
            (offset_ms != before.offset_ms).then_some(Effect::Offset(offset_ms)),
        ];
        effects.into_iter().flatten().collect()
    }

    /// Opens the screen, over the list or over a summary.
    pub(super) fn open_settings(&mut self) -> Vec<Effect> {
        let chosen = self.chosen();
        let behind = match std::mem::replace(&mut self.screen, Screen::Picker) {
            Screen::Summary(summary) => Some(summary),
            _ => None,
        };
        self.screen = Screen::Settings(Box::new(Settings {
            selected: 0,
            hearing: Hearing::default(),
            lit: None,
            late: None,
            kept: self.unkept.take().unwrap_or(chosen),
            behind,
        }));
        self.notice = None;
        self.picker.hearing.end()
    }

    /// A key's verb in the settings.
    pub(super) fn in_settings(&mut self, action: Action) -> Vec<Effect> {
        let Screen::Settings(settings) = &mut self.screen else {
            return Vec::new();
        };
        if settings.late.is_some() {
            return self.while_late(action);
        }
        match action {
            Action::Up => self.go_to(|settings| settings.step(-1)),
            Action::Down => self.go_to(|settings| settings.step(1)),
            Action::First => self.go_to(|settings| settings.selected = 0),
            Action::Last => self.go_to(|settings| settings.selected = ROWS.len() - 1),
            Action::Less => self.change(-1),
            Action::More => self.change(1),
            Action::Accept if settings.row() == Row::Late => self.open_late(),
            Action::Hear | Action::Accept => self.show_example(),
            Action::Leave | Action::Quit => self.leave_settings(),
            _ => Vec::new(),
        }
    }

    fn go_to(&mut self, go: impl FnOnce(&mut Settings)) -> Vec<Effect> {
        let Screen::Settings(settings) = &mut self.screen else {
            return Vec::new();
        };
        let before = settings.selected;
        go(settings);
        if settings.selected == before {
            return Vec::new();
        }
        settings.hearing.end()
    }

    /// Another value for the row under the cursor. An example that is heard and says something else now begins anew.
    fn change(&mut self, by: isize) -> Vec<Effect> {
        let Screen::Settings(settings) = &self.screen else {
            return Vec::new();
        };
        let (row, is_heard) = (settings.row(), settings.hearing.is_on());
        let calling = self.calling;
        let mut effects = self.choose(row.stepped(self.chosen(), by));
        if is_heard && self.calling != calling {
            effects.extend(self.play_example());
        }
        effects
    }

    /// Lets be heard, or seen, what the row under the cursor is about; pressed again, it stops.
    fn show_example(&mut self) -> Vec<Effect> {
        let clock = self.now.audible;
        let Screen::Settings(settings) = &mut self.screen else {
            return Vec::new();
        };
        if settings.hearing.is_on() {
            return settings.hearing.end();
        }
        match settings.row() {
            // What is seen is its own example.
            Row::Theme | Row::View | Row::Bell => self.change(1),
            Row::Late => self.open_late(),
            Row::Flash => {
                let is_apart = |lit: Duration| clock >= lit + APART;
                if settings.lit.is_none_or(is_apart) {
                    settings.lit = Some(clock);
                }
                Vec::new()
            }
            _ => self.play_example(),
        }
    }

    fn play_example(&mut self) -> Vec<Effect> {
        let Screen::Settings(settings) = &mut self.screen else {
            return Vec::new();
        };
        match example::of(settings.row(), self.calling) {
            Some((timeline, piece)) => settings.hearing.play(timeline, piece, self.now.frontier),
            None => Vec::new(),
        }
    }

    fn leave_settings(&mut self) -> Vec<Effect> {
        let kept = self.keep_settings();
        let Screen::Settings(settings) = &mut self.screen else {
            return Vec::new();
        };
        let mut effects = settings.hearing.end();
        effects.extend(kept);
        match settings.behind.take() {
            Some(summary) => self.screen = Screen::Summary(summary),
            None => effects.extend(self.go_home()),
        }
        effects
    }

    /// What has to be written so that the file says what was chosen here; nothing where nothing was.
    pub fn keep_settings(&mut self) -> Option<Effect> {
        let chosen = self.chosen();
        let Screen::Settings(settings) = &mut self.screen else {
            return None;
        };
        let mut now = chosen;
        if let Some(late) = &settings.late {
            now.offset_ms = late.before_ms;
        }
        let before = std::mem::replace(&mut settings.kept, now);
        (before != now).then_some(Effect::Keep { before, now })
    }

    /// The settings that were to be kept are not in the file. They hold all the same, and are kept when they can be.
    pub(super) fn not_kept(&mut self, before: Chosen, why: &str) -> Vec<Effect> {
        match &mut self.screen {
            Screen::Settings(settings) => settings.kept = before,
            _ => self.unkept = Some(before),
        }
        self.say(format!(
            "This holds until you quit, but is not in the file: {why}"
        ))
    }

    /// Time has passed on this screen.
    pub(super) fn tick_settings(&mut self) -> Vec<Effect> {
        let now = self.now;
        let Screen::Settings(settings) = &mut self.screen else {
            return Vec::new();
        };
        let late = settings.late.as_mut();
        late.map_or_else(Vec::new, |late| late.go_on(now))
    }
}
