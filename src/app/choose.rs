//! Keys in the picker.

use super::action::{Action, Stroke};
use super::editor::change::{Change, Item};
use super::message::Effect;
use super::picker::follow::Following;
use super::picker::lifting::Lifting;
use super::picker::pasted::Pasted;
use super::picker::{Entry, Experts, Open};
use super::{App, Dose, Overlay, Screen, Then, session};
use crate::training::exercise::Exercise;
use crate::training::preset::{PresetId, Tier};
use crate::training::routine::Kind;

impl App {
    pub(super) fn pick(&mut self, action: Action) -> Vec<Effect> {
        let clock = self.now.audible;
        let everything = isize::MAX;
        match action {
            Action::Up => self.step(-1),
            Action::Down => self.step(1),
            Action::First => self.picker.step(-everything, clock),
            Action::Last => self.picker.step(everything, clock),
            Action::Write(stroke) => self.write(stroke),
            Action::Accept => return self.answered(),
            Action::Leave => self.close(),
            Action::Search => self.picker.open = Open::Search(super::field::Field::default()),
            Action::Exercise => return self.ask_exercise(),
            Action::Follow => return self.ask_to_follow(),
            Action::Favourite => return self.toggle_favourite(),
            Action::Save => return self.save_pasted(),
            Action::Hear => return self.hear_one(),
            Action::About if self.picker.previewed().is_some() => {
                let (page, then) = (0, Then::Back);
                self.overlay = Overlay::About { page, then };
            }
            Action::Experts => self.toggle_experts(),
            Action::OtherStart => return self.start_of_selected(),
            Action::Edit => return self.edit_selected(),
            Action::Duplicate => return self.copy_selected(),
            Action::New => return self.make_new(Kind::Preset),
            Action::NewRoutine => return self.make_new(Kind::Routine),
            Action::Earlier => return self.move_selected(-1),
            Action::Later => return self.move_selected(1),
            Action::Undo => return vec![Effect::Edit(Change::Undo)],
            Action::Four => self.screen = Screen::Four(Box::default()),
            Action::Practise => return self.practise_selected(),
            Action::Settings => return self.open_settings(),
            Action::Journal(tab) => return self.open_journal(tab),
            Action::Elsewhere => return self.log_elsewhere(),
            Action::Quit => return vec![Effect::Quit],
            Action::Go => return self.go(),
            _ => {}
        }
        Vec::new()
    }

    /// Takes pasted text: where no field is open for it, it is read as a message.
    pub(super) fn paste(&mut self, text: &str) -> Vec<Effect> {
        if self.overlay != Overlay::None {
            return Vec::new();
        }
        match &mut self.screen {
            Screen::Picker => {}
            Screen::Editor(editor) => {
                editor.paste(text);
                return Vec::new();
            }
            // What is written there may be pasted, too.
            Screen::Session(_) | Screen::Summary(_) | Screen::Journal(_) | Screen::Elsewhere(_) => {
                if let Some(questions) = self.questions() {
                    questions.paste(text);
                }
                return Vec::new();
            }
            Screen::Four(_) | Screen::Practice(_) | Screen::Settings(_) => {
                return Vec::new();
            }
        }
        self.notice = None;
        let mut effects = Vec::new();
        if self.offer.is_some() {
            // Whoever pastes does not want to go on with what was left.
            effects.extend(self.forget());
        }
        match &mut self.picker.open {
            Open::Nothing | Open::Pasted(_) if text.trim().is_empty() => {}
            Open::Nothing | Open::Pasted(_) => {
                let entries = &self.picker.entries;
                let is_taken = |id: &str| entries.iter().any(|entry| entry.id == id);
                let pasted = Pasted::read(text, self.lead_in, &is_taken);
                self.picker.open = Open::Pasted(Box::new(pasted));
                self.picker.since = self.now.audible;
                self.picker.touched = self.now.audible;
                return effects;
            }
            Open::Search(field) => field.paste(text),
            Open::Lifting(lifting) => lifting.paste(text),
            Open::Following(following) => following.paste(text),
        }
        self.picker.list(&self.memory);
        effects
    }

    fn go(&mut self) -> Vec<Effect> {
        if let Open::Pasted(pasted) = &self.picker.open {
            return match pasted.routine.clone() {
                // What is not saved has no name to be asked for by.
                Ok(routine) => {
                    self.picker.open = Open::Nothing;
                    self.begin(&routine, None, Dose::AsGiven)
                }
                Err(error) => self.say(error),
            };
        }
        match self.picker.current().cloned() {
            Some(Entry {
                routine: Ok(routine),
                id,
                ..
            }) => {
                if routine.about.tier != Tier::General && !self.memory.shown.contains(&id) {
                    let (page, then) = (0, Then::Start);
                    self.overlay = Overlay::About { page, then };
                    return Vec::new();
                }
                let chosen = self.as_chosen(&routine);
                self.begin(&chosen, Some(&id), Dose::Offered)
            }
            Some(Entry {
                routine: Err(error),
                ..
            }) => self.say(error),
            None => self.say("Nothing like that: Esc shows the whole list".to_owned()),
        }
    }

    /// Begins what was shown before its first start.
    pub(super) fn begin_shown(&mut self) -> Vec<Effect> {
        self.overlay = Overlay::None;
        let shown = self.picker.current().map(|entry| entry.id.clone());
        self.memory.shown.extend(shown);
        self.go()
    }

    /// Keeps what was pasted as one of the person's own.
    fn save_pasted(&mut self) -> Vec<Effect> {
        let Open::Pasted(pasted) = &self.picker.open else {
            return Vec::new();
        };
        match pasted.routine.clone() {
            Ok(routine) => {
                let item = Item::of(routine);
                vec![Effect::Edit(Change::Put { old: None, item })]
            }
            Err(error) => self.say(error),
        }
    }

    /// It stands in the file now.
    pub(super) fn pasted_is_saved(&mut self, id: Option<PresetId>) -> Vec<Effect> {
        self.close();
        if let Some(id) = id {
            self.picker.select(id.as_str());
            self.say(format!("Saved as {id}: Space trains it, e changes it"));
        }
        Vec::new()
    }

    fn step(&mut self, by: isize) {
        match &mut self.picker.open {
            Open::Lifting(lifting) => lifting.step(by),
            Open::Following(_) => {}
            Open::Pasted(pasted) => {
                pasted.step(by);
                self.picker.since = self.now.audible;
            }
            Open::Nothing | Open::Search(_) => self.picker.step(by, self.now.audible),
        }
    }

    fn write(&mut self, stroke: Stroke) {
        match &mut self.picker.open {
            Open::Nothing | Open::Pasted(_) => {}
            Open::Search(field) => {
                field.write(stroke);
                self.picker.list(&self.memory);
                self.picker.selected = 0;
                self.picker.since = self.now.audible;
            }
            Open::Lifting(lifting) => lifting.write(stroke),
            Open::Following(following) => following.write(stroke),
        }
    }

    /// Leaves the field that is open; the cursor stays on its entry.
    fn close(&mut self) {
        self.picker.open = Open::Nothing;
        self.picker.list(&self.memory);
    }

    fn answered(&mut self) -> Vec<Effect> {
        match &mut self.picker.open {
            Open::Nothing | Open::Pasted(_) => return Vec::new(),
            Open::Search(_) => {
                let found = self.picker.current().map(|entry| entry.id.clone());
                // What is for experts was asked for by its name.
                if let Some(id) = found {
                    self.close();
                    self.picker.select(&id);
                    if self.picker.current().is_none_or(|entry| entry.id != id) {
                        self.toggle_experts();
                        self.picker.select(&id);
                    }
                }
                return Vec::new();
            }
            Open::Lifting(lifting) => {
                let (id, exercise) = (lifting.id.clone(), lifting.answer().to_owned());
                let name = Exercise::named(&exercise).name;
                self.memory.set_lift(&id, &name);
            }
            Open::Following(following) => {
                let Some(follow) = following.accept() else {
                    return Vec::new();
                };
                self.memory.following.push(follow);
            }
        }
        self.close();
        vec![Effect::Remember(self.memory.clone())]
    }

    fn ask_exercise(&mut self) -> Vec<Effect> {
        let Some(entry) = self.picker.current() else {
            return Vec::new();
        };
        if entry
            .routine()
            .is_none_or(|routine| routine.as_solo().is_none())
        {
            return self.say("Each exercise of a routine has its own name".to_owned());
        }
        self.picker.open = Open::Lifting(Lifting::new(&entry.id));
        Vec::new()
    }

    fn ask_to_follow(&mut self) -> Vec<Effect> {
        let Some(entry) = self.picker.current() else {
            return Vec::new();
        };
        let id = entry.id.clone();
        if self.memory.followed(&id).is_some() {
            self.memory.following.retain(|follow| follow.id != id);
            self.picker.list(&self.memory);
            self.say("No longer followed: f follows it again".to_owned());
            return vec![Effect::Remember(self.memory.clone())];
        }
        match entry.routine().and_then(|routine| routine.programme) {
            Some(programme) => {
                let following = Following::new(&id, programme, self.today);
                self.picker.open = Open::Following(following);
                Vec::new()
            }
            None => self.say("Only programmes with a number of weeks can be followed".to_owned()),
        }
    }

    fn toggle_favourite(&mut self) -> Vec<Effect> {
        let Some(id) = self.picker.current().map(|entry| entry.id.clone()) else {
            return Vec::new();
        };
        let words = if self.memory.toggle_favourite(&id) {
            "A favourite now: it stands at the top"
        } else {
            "No favourite any more"
        };
        self.picker.list(&self.memory);
        self.say(words.to_owned());
        vec![Effect::Remember(self.memory.clone())]
    }

    fn toggle_experts(&mut self) {
        self.picker.experts = match self.picker.experts {
            Experts::Hidden => Experts::Shown,
            Experts::Shown => Experts::Hidden,
        };
        self.picker.list(&self.memory);
    }

    fn start_of_selected(&mut self) -> Vec<Effect> {
        let clock = self.now.audible;
        let routine = self.picker.current().and_then(Entry::routine);
        let chosen = routine.map(|routine| self.as_chosen(routine));
        let Some(preset) = chosen.as_ref().and_then(|routine| routine.presets().next()) else {
            return Vec::new();
        };
        let exercise = &preset.exercise;
        if exercise.name.is_empty() {
            return self.say(
                "No exercise is named here to remember it for: s in the lead-in changes it, x names one"
                    .to_owned(),
            );
        }
        let start = session::other(exercise.start);
        self.memory.set_start(exercise, start);
        self.picker.since = clock;
        vec![Effect::Remember(self.memory.clone())]
    }
}
