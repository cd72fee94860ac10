//! The app: which screen is shown, and how it changes when something happens.
//!
//! [`App::update`] takes what happened and when, changes the app in place, and returns what is to be done as data.
//! Nothing in here acts, and nothing asks what time it is: every message comes with its [`Moment`].

pub mod action;
pub mod ask;
mod begin;
mod beside;
pub mod bindings;
mod choose;
mod edit;
pub mod editor;
pub mod elsewhere;
pub mod field;
mod flash;
pub mod four;
pub mod heard;
pub mod hearing;
pub mod hints;
mod home;
pub mod journal;
pub mod ledger;
pub mod logbook;
mod look;
mod loudness;
pub mod message;
pub mod mobility;
mod mode;
mod outside;
mod overlay;
pub mod picker;
pub mod practice;
pub mod resume;
pub mod session;
pub mod settings;
pub mod summary;
mod tap;
mod tick;
mod train;

use crate::training::call::Calling;
use crate::training::journal::{Stamp, Unit};
use crate::training::memory::Memory;
use crate::training::preset::LEAD_IN;
use crate::training::routine::Routine;
use action::Action;
use editor::Editor;
use elsewhere::Elsewhere;
use four::Four;
pub use heard::Heard;
pub use home::Home;
use jiff::civil::Date;
use journal::Journal;
use ledger::Ledger;
pub use look::{Bell, Flash, Light, SOFTEST_DB, Sleep, VOLUME_STEP_DB, View};
use message::{Effect, Message, Moment, SoundReport, Tap};
pub use overlay::{Notice, Overlay, Part, Then};
use picker::{Entry, Picker};
use practice::Practice;
use session::Session;
use settings::{Chosen, Settings};
use std::time::Duration;
use summary::Summary;

/// How long a notice stands.
const NOTICE: Duration = Duration::from_secs(6);

/// What is on the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Screen {
    /// The list of presets.
    Picker,
    /// A session.
    Session(Box<Session>),
    /// What was done in the last one.
    Summary(Box<Summary>),
    /// A preset or a routine, being written.
    Editor(Box<Editor>),
    /// Feeling four seconds.
    Four(Box<Four>),
    /// Practising a tempo.
    Practice(Box<Practice>),
    /// What is heard, counted and seen.
    Settings(Box<Settings>),
    /// The journal.
    Journal(Box<Journal>),
    /// What was done elsewhere, about to be logged.
    Elsewhere(Box<Elsewhere>),
}

/// Whether another dose than the one at hand may be offered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dose {
    /// Exactly as given.
    AsGiven,
    /// The easy one is offered to somebody who never trained with this program, and to others what the journal suggests.
    Offered,
}

/// The whole state of the interface.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct App {
    /// What is on the screen.
    pub screen: Screen,
    /// The list behind it.
    pub picker: Picker,
    /// What lies over it.
    pub overlay: Overlay,
    /// Where a finished session leads back to.
    pub home: Home,
    /// The picture of a session.
    pub view: View,
    /// Day or night.
    pub light: Light,
    /// When the whole screen flashes.
    pub flash: Flash,
    /// Whether the terminal's bell counts where there is no sound.
    pub bell: Bell,
    /// Until when the flash of a session's end stands, which falls on the summary.
    afterglow: Option<Duration>,
    /// The state of the sound.
    pub sound: SoundReport,
    /// Whether the sound is off.
    pub muted: bool,
    /// Which layers of the sound are heard, and how loud each is.
    pub heard: Heard,
    /// The volume of all together in decibels; 0 is full.
    pub volume_db: i8,
    /// How many milliseconds later than the device says the sound is heard.
    pub offset_ms: i32,
    /// The computer on which the sound plays, where that is not the one that somebody sits at.
    pub remote: Option<String>,
    /// Whether the computer may fall asleep in mid-set.
    pub sleep: Sleep,
    /// One line at the edge.
    pub notice: Option<Notice>,
    /// A session that could be gone on with. It is asked before anything else.
    pub offer: Option<resume::Offer>,
    /// What is remembered.
    pub memory: Memory,
    /// The newest moment.
    pub now: Moment,
    /// The lead-in of what names none.
    pub lead_in: Duration,
    /// What is counted and announced.
    pub calling: Calling,
    /// What the settings file says, where it could not be told what was chosen since.
    unkept: Option<Chosen>,
    /// The day, as whoever runs this says.
    pub today: Date,
    /// The world's time, as whoever runs this says.
    pub wall: Stamp,
    /// The unit of a weight that names none.
    pub unit: Unit,
    /// What was handed to the journal and is not known to be kept.
    pub ledger: Ledger,
    /// What was taken away from the journal since the program began, the latest last.
    removed: Vec<Vec<crate::training::journal::Entry>>,
}

impl App {
    /// The app as it opens: the picker, with the cursor on what was trained last.
    pub fn new(entries: Vec<Entry>, memory: Memory) -> Self {
        let mut picker = Picker::new(entries, &memory);
        if let Some(last) = memory.last() {
            picker.select(last);
        }
        Self {
            screen: Screen::Picker,
            picker,
            overlay: Overlay::None,
            home: Home::Picker,
            view: View::default(),
            light: Light::default(),
            flash: Flash::default(),
            bell: Bell::default(),
            afterglow: None,
            sound: SoundReport::default(),
            muted: memory.mute,
            heard: Heard::default(),
            volume_db: 0,
            offset_ms: 0,
            remote: None,
            sleep: Sleep::default(),
            notice: None,
            offer: None,
            memory,
            now: Moment::default(),
            lead_in: LEAD_IN,
            calling: Calling::default(),
            unkept: None,
            today: Date::default(),
            wall: Stamp::default(),
            unit: Unit::default(),
            ledger: Ledger::default(),
            removed: Vec::new(),
        }
    }

    /// Whether a notice stands at the app's moment.
    pub fn has_notice(&self) -> bool {
        self.notice
            .as_ref()
            .is_some_and(|notice| notice.until > self.now.audible)
    }

    /// Takes what happened and returns what is to be done.
    pub fn update(&mut self, now: Moment, message: Message) -> Vec<Effect> {
        self.now = now;
        let mut effects = self.listen();
        if self
            .notice
            .as_ref()
            .is_some_and(|notice| notice.until <= now.audible)
        {
            self.notice = None;
        }
        effects.extend(match message {
            Message::Tick => self.tick(),
            Message::Do(action) => self.act(action),
            Message::Tap(tap) => self.tap(tap),
            Message::Button(button) => self.press(button),
            Message::Paste(text) => self.paste(&text),
            Message::Sound(report) => self.hear(report),
            Message::Interrupted { since } => self.interrupted(since),
            Message::Failed(text) => self.say(text),
            Message::Library(entries) => self.stock(entries),
            Message::Journal(reply) => self.answered_by_journal(reply),
            Message::Saved => self.saved(),
            Message::SavedBeside(place) => {
                let effects = self.leave_editor();
                self.say(format!("Saved in {place}; your settings file is as it was"));
                effects
            }
            Message::SaveFailed(failure) => self.not_saved(failure),
            Message::NotKept { before, why } => self.not_kept(before, &why),
        });
        effects
    }

    /// A routine as it will be trained today.
    pub fn as_chosen(&self, routine: &Routine) -> Routine {
        self.memory.as_chosen(routine, self.today)
    }

    fn act(&mut self, action: Action) -> Vec<Effect> {
        self.picker.touched = self.now.audible;
        if matches!(self.screen, Screen::Picker) {
            // What was said of the last key is no answer to this one.
            self.notice = None;
        }
        if let Some(effects) = self.act_on_overlay(action) {
            return effects;
        }
        if let Screen::Session(session) = &mut self.screen
            && !matches!(action, Action::Quit | Action::Go)
        {
            session.stay();
        }
        match action {
            Action::Interrupt if self.has_unsaved() => return Vec::new(),
            Action::Interrupt => return self.quit_now(),
            Action::Suspend => return vec![Effect::Suspend],
            Action::Redraw => return vec![Effect::Redraw],
            Action::Tap => return self.tap(Tap::at(self.now)),
            // There is nothing to hear there, and a notice that goes away would be something to count along with.
            Action::Mute | Action::Quieter | Action::Louder | Action::View
                if self.is_felt_blind() => {}
            Action::Help => self.overlay = self.help(),
            Action::Mute => return self.mute(),
            Action::Quieter => return self.change_volume(-VOLUME_STEP_DB),
            Action::Louder => return self.change_volume(VOLUME_STEP_DB),
            Action::View => self.view = self.view.toggled(),
            Action::Night => self.light = self.light.toggled(),
            _ => {}
        }
        match &mut self.screen {
            Screen::Picker if self.offer.is_some() => match action {
                Action::Accept => self.resume(),
                _ => self.forget(),
            },
            Screen::Picker => self.pick(action),
            Screen::Session(_) => self.train(action),
            Screen::Editor(_) => self.in_editor(action),
            Screen::Summary(_) => self.look_back(action),
            Screen::Four(_) => self.in_four(action),
            Screen::Practice(_) => self.in_practice(action),
            Screen::Settings(_) => self.in_settings(action),
            Screen::Journal(_) => self.in_journal(action),
            Screen::Elsewhere(_) => self.in_elsewhere(action),
        }
    }

    pub(super) fn say(&mut self, text: String) -> Vec<Effect> {
        self.notice = Some(Notice {
            text,
            until: self.now.audible + NOTICE,
        });
        Vec::new()
    }
}
