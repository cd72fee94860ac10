//! What the passing of time alone does: sessions end, questions are answered by going on, and what was heard is over.

use super::message::Effect;
use super::session::Asking;
use super::{App, Screen};
use crate::training::performed::BoutId;

impl App {
    pub(super) fn tick(&mut self) -> Vec<Effect> {
        let clock = self.now.audible;
        if let Screen::Editor(editor) = &mut self.screen {
            return editor.hearing.listen(clock);
        }
        if matches!(self.screen, Screen::Settings(_)) {
            return self.tick_settings();
        }
        let mut effects = self.note_progress();
        effects.extend(self.write_log(false));
        effects.extend(self.picker.hearing.listen(clock));
        effects.extend(self.practice_over());
        let Screen::Session(session) = &mut self.screen else {
            return effects;
        };
        if session.is_over(clock) {
            self.afterglow = self.glow_at_the_end();
            effects.extend(self.finish());
            return effects;
        }
        // A question that nobody answered is answered by going on.
        let at_work = session
            .segment(clock)
            .filter(|segment| segment.kind.is_work())
            .map(BoutId::of);
        if let (Asking::Reps(question), Some(bout)) = (session.asking, at_work)
            && question.bout != bout
        {
            session.accept();
        }
        effects
    }
}
