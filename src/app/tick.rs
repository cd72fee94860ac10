//! What the passing of time alone does: sessions end, questions are answered by going on, and what was heard is over.

use super::message::Effect;
use super::session::Asking;
use super::{App, Screen};
use crate::training::performed::BoutId;

impl App {
    pub(super) fn tick(&mut self) -> Vec<Effect> {
        let clock = self.now.audible;
        let mut effects = self.tick_settings();
        effects.extend(self.note_progress());
        effects.extend(self.write_log(false));
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

    /// What was heard to its end is over, whatever it is that happens now. So nobody waits for a moment that has passed.
    pub(super) fn listen(&mut self) -> Vec<Effect> {
        let hearing = match &mut self.screen {
            Screen::Editor(editor) => &mut editor.hearing,
            Screen::Settings(settings) => &mut settings.hearing,
            _ => &mut self.picker.hearing,
        };
        hearing.listen(self.now.audible)
    }
}
