//! Trends: how it went over the weeks. One figure is looked at, of one exercise, over one span of time.

use super::Request;
use crate::app::App;
use crate::app::action::Action;
use crate::app::message::Effect;
use crate::training::trend::{Figure, Window};

/// What the journal answers.
pub use crate::training::trend::Trends as Figures;

/// Which figures are wanted.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Wanted {
    /// The exercise; nothing for the one that was trained most.
    pub exercise: Option<String>,
    /// How much of the past.
    pub window: Window,
}

/// The tab.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Trends {
    /// The figure that is looked at.
    pub figure: Figure,
    /// What was asked for last.
    pub wanted: Wanted,
    /// What the journal answered last; nothing before it has.
    pub figures: Option<Box<Figures>>,
}

impl Trends {
    /// Another figure, so many further.
    fn turn(&mut self, by: usize) {
        let all = Figure::ALL;
        let here = all.iter().position(|figure| *figure == self.figure);
        let there = (here.unwrap_or(0) + by) % all.len();
        self.figure = all.get(there).copied().unwrap_or_default();
    }

    /// The next exercise that has a history.
    fn next_exercise(&self) -> Option<String> {
        let figures = self.figures.as_ref()?;
        let all = &figures.exercises;
        let here = all
            .iter()
            .position(|trained| trained.name == figures.loads.exercise);
        let next = here.map_or(0, |here| (here + 1) % all.len());
        all.get(next).map(|trained| trained.name.clone())
    }

    fn ask(&self) -> Vec<Effect> {
        vec![Effect::Journal(Request::Trends(self.wanted.clone()))]
    }

    /// A key's verb; `None` where it is for all tabs.
    fn act(&mut self, action: Action) -> Option<Vec<Effect>> {
        let last = Figure::ALL.len() - 1;
        match action {
            Action::Down => self.turn(1),
            Action::Up => self.turn(last),
            Action::Span => {
                self.wanted.window = self.wanted.window.next();
                return Some(self.ask());
            }
            Action::Exercise => {
                let Some(next) = self.next_exercise() else {
                    return Some(Vec::new());
                };
                self.wanted.exercise = Some(next);
                return Some(self.ask());
            }
            Action::Copy => {
                let text = self
                    .figures
                    .as_ref()
                    .map(|figures| figures.text(self.figure).join("\n"));
                return Some(text.map(Effect::Copy).into_iter().collect());
            }
            _ => return None,
        }
        Some(Vec::new())
    }
}

impl App {
    pub(super) fn open_trends(&mut self) -> Vec<Effect> {
        self.journal()
            .map_or_else(Vec::new, |journal| journal.trends.ask())
    }

    /// A key's verb on this tab; `None` where it is for all tabs.
    pub(super) fn in_trends(&mut self, action: Action) -> Option<Vec<Effect>> {
        let effects = self.journal()?.trends.act(action)?;
        if effects
            .iter()
            .any(|effect| matches!(effect, Effect::Copy(_)))
        {
            self.say("Copied, if this terminal lets programs copy".to_owned());
        }
        Some(effects)
    }

    pub(super) fn trends_are_known(&mut self, figures: Figures) -> Vec<Effect> {
        if let Some(journal) = self.journal()
            && journal.trends.wanted.window == figures.window
        {
            journal.trends.figures = Some(Box::new(figures));
        }
        Vec::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::training::trend::Gather;
    use jiff::civil::date;

    fn known(wanted: &Wanted) -> Trends {
        let mut gather = Gather::new(wanted.window, date(2026, 11, 27), None);
        let names = ["Squat", "Row"].map(str::to_owned);
        gather.trained(date(2026, 11, 26), "Squat");
        gather.choose(wanted.exercise.as_deref(), &names);
        Trends {
            wanted: wanted.clone(),
            figures: Some(Box::new(gather.finish())),
            ..Trends::default()
        }
    }

    #[test]
    fn the_figures_follow_each_other_in_a_ring() {
        let mut trends = Trends::default();
        trends.act(Action::Up);
        assert_eq!(trends.figure, Figure::Accuracy);
        for _ in Figure::ALL {
            trends.act(Action::Down);
        }
        assert_eq!(trends.figure, Figure::Accuracy);
    }

    #[test]
    fn exercises_follow_each_other_from_the_one_that_is_shown() {
        let mut trends = known(&Wanted::default());
        trends.act(Action::Exercise);
        assert_eq!(
            trends.wanted.exercise.as_deref(),
            Some("Row"),
            "Squat was shown"
        );
        let mut trends = known(&trends.wanted);
        trends.act(Action::Exercise);
        assert_eq!(trends.wanted.exercise.as_deref(), Some("Squat"));
    }

    #[test]
    fn before_the_journal_has_answered_there_is_nothing_to_choose_or_copy() {
        let mut trends = Trends::default();
        assert_eq!(trends.act(Action::Exercise), Some(Vec::new()));
        assert_eq!(trends.act(Action::Copy), Some(Vec::new()));
        let asked = trends.act(Action::Span);
        let year = Wanted {
            window: Window::YEAR,
            ..Wanted::default()
        };
        assert_eq!(asked, Some(vec![Effect::Journal(Request::Trends(year))]));
    }

    #[test]
    fn the_text_of_the_figure_is_copied() {
        let mut trends = known(&Wanted::default());
        let copied = trends.act(Action::Copy);
        let Some([Effect::Copy(text)]) = copied.as_deref() else {
            panic!("nothing is copied");
        };
        assert!(text.starts_with("Load. "), "{text}");
    }
}
