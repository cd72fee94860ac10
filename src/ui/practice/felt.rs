//! What was felt: the lowering from afar, each phase in a sentence with its strip, and the time before beside it.

use crate::training::practice::Felt;
use crate::training::tap::PhaseTiming;
use crate::training::timeline::SegmentKind;
use crate::ui::sheet::{Page, Sheet};
use crate::ui::taps;
use crate::ui::theme::Role;
use crate::ui::widgets::text;
use ratatui::layout::{Constraint, Layout, Rect};

/// Below this there are only lines of text.
const ROOMY: (u16, u16) = (38, 10);

impl Sheet<'_> {
    /// Draws it.
    pub(super) fn felt(&mut self, felt: &Felt, area: Rect) {
        let title = format!("Practised {}", felt.title());
        if let Some(advice) = felt.advice() {
            return self.words(&advised(advice, title), area);
        }
        if area.width < ROOMY.0 || area.height < ROOMY.1 {
            return self.lines(felt, area);
        }
        let before = felt.before();
        let rows = u16::try_from(before.len()).unwrap_or(u16::MAX);
        let air = Constraint::Length(u16::from(area.height > 2 * ROOMY.1));
        let [head, _, main, _, phases, past] = Layout::vertical([
            Constraint::Length(1),
            air,
            Constraint::Fill(1),
            air,
            Constraint::Length(taps::height(&felt.timing, area)),
            Constraint::Length(rows.min(area.height / 4)),
        ])
        .areas(area);
        let title = text::shortened(&title, head.width, self.theme.glyphs).unwrap_or_default();
        let style = self.theme.style(Role::Heading);
        self.buf.set_string(head.x, head.y, title, style);
        self.headline(&figure(felt), main);
        self.taps(&felt.timing, phases);
        for (row, line) in past.rows().zip(&before) {
            self.centred(line, Role::Text, row);
        }
    }

    /// As many lines as there is room for, the most important first.
    fn lines(&mut self, felt: &Felt, area: Rect) {
        let sentences = felt.timing.phases.iter().map(PhaseTiming::sentence);
        let page = Page {
            big: Vec::new(),
            plain: String::new(),
            below: sentences.chain(felt.before()).collect(),
        };
        self.words(&page, area);
    }
}

/// The mean of the lowering, or of whatever was measured first.
fn figure(felt: &Felt) -> Page {
    let phases = || felt.timing.phases.iter();
    let lowering = phases().find(|phase| phase.kind == SegmentKind::Lower);
    let mean = lowering
        .or_else(|| phases().next())
        .and_then(|phase| phase.lengths.mean_s());
    Page {
        big: mean
            .map(|mean| format!("{mean:.1} S"))
            .into_iter()
            .collect(),
        plain: String::new(),
        below: Vec::new(),
    }
}

fn advised(advice: &str, title: String) -> Page {
    Page {
        big: Vec::new(),
        plain: advice.to_owned(),
        below: vec![title],
    }
}
