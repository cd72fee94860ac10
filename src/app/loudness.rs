//! What the app does about sound: how loud it is, and what to say when it is lost and found.

use super::message::{Effect, SoundReport};
use super::{App, SOFTEST_DB, Screen};

impl App {
    pub(super) fn hear(&mut self, report: SoundReport) -> Vec<Effect> {
        let notice = match (&self.sound, &report) {
            (_, SoundReport::Lost(why)) => Some(format!(
                "Sound lost, the set goes on: watch the screen ({why})"
            )),
            (SoundReport::Lost(_), SoundReport::On(name)) => Some(format!("Sound is back: {name}")),
            _ => None,
        };
        self.sound = report;
        if let (Some(text), Screen::Session(_)) = (notice, &self.screen) {
            self.say(text);
        }
        Vec::new()
    }

    pub(super) fn mute(&mut self) -> Vec<Effect> {
        self.muted = !self.muted;
        self.memory.mute = self.muted;
        vec![
            Effect::Mute(self.muted),
            Effect::Remember(self.memory.clone()),
        ]
    }

    pub(super) fn change_volume(&mut self, step_db: i8) -> Vec<Effect> {
        self.volume_db = self.volume_db.saturating_add(step_db).clamp(SOFTEST_DB, 0);
        let text = match self.volume_db {
            0 => "Volume full".to_owned(),
            below => format!("Volume −{} dB", below.unsigned_abs()),
        };
        self.say(text);
        vec![Effect::Volume(self.volume_db)]
    }
}
