//! The tab "Today": the questions of the morning, and beneath or beside them what today calls for. Whatever has no room there
//! stands in full on the pages behind; the verdict is never out of sight.

mod advice;

use crate::app::App;
use crate::app::ask::Questions;
use crate::app::journal::today::Today;
use crate::training::readiness::Verdict;
use crate::ui::sheet::inset;
use crate::ui::theme::{Glyphs, Role, Theme};
use crate::ui::widgets::{questions, text};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// From this width on the advice stands beside the questions.
const WIDE: u16 = 130;
/// Columns of the questions there.
const QUESTIONS: u16 = 78;
/// Columns of the widest line of advice: longer ones are hard to read.
const LONGEST: u16 = 96;

/// Where everything stands on the first page.
struct Places {
    day: Rect,
    questions: Rect,
    advice: Rect,
}

impl Places {
    fn of(asked: &Questions, shown: &Today, glyphs: Glyphs, area: Rect) -> Self {
        let [day, below] = split_top(area, 1);
        if area.width >= WIDE {
            let questions = Rect {
                width: QUESTIONS,
                ..below
            };
            let x = area.x + QUESTIONS + 3;
            let advice = Rect {
                x,
                width: (area.right() - x).min(LONGEST),
                ..area
            };
            return Self {
                day,
                questions,
                advice,
            };
        }
        let wanted = questions::full_height(asked, glyphs, below.width);
        let room = match shown.advice.verdict {
            // When to see a doctor is worth more room than questions that were answered.
            Some(Verdict::Stop) if below.height > 6 => below.height / 3,
            // The verdict has a row of its own at the least.
            _ => below.height.saturating_sub(1),
        };
        let [questions, rest] = split_top(below, wanted.min(room.max(1)));
        // A row of air, where there is more than the verdict to be told.
        let needed = advice::lines(shown, glyphs, area.width).len();
        let air = u16::from(rest.height > 2 && needed > 1);
        let [_, advice] = split_top(rest, air);
        Self {
            day,
            questions,
            advice,
        }
    }
}

fn split_top(area: Rect, rows: u16) -> [Rect; 2] {
    let height = rows.min(area.height);
    let top = Rect { height, ..area };
    let below = Rect {
        y: area.y + height,
        height: area.height - height,
        ..area
    };
    [top, below]
}

/// Draws it.
pub(super) fn draw(app: &App, shown: &Today, theme: Theme, area: Rect, buf: &mut Buffer) {
    let area = inset(area);
    let Some(asked) = &shown.questions else {
        return draw_without(shown, theme, area, buf);
    };
    let places = Places::of(asked, shown, theme.glyphs, area);
    let pages = pages_in(asked, shown, theme.glyphs, area);
    match shown.page.min(pages - 1).checked_sub(1) {
        None => {
            draw_day(app, shown, theme, places.day, buf);
            questions::draw(asked, theme, places.questions, buf);
            advice::draw_beginning(shown, theme, places.advice, buf);
        }
        Some(page) => advice::draw_page(shown, (page, pages - 1), theme, narrowed(area), buf),
    }
}

/// How many pages there are in the tab's area.
pub(super) fn pages(shown: &Today, area: Rect) -> usize {
    let asked = shown.questions.as_ref();
    asked.map_or(1, |asked| {
        pages_in(asked, shown, Glyphs::Blocks, inset(area))
    })
}

fn pages_in(asked: &Questions, shown: &Today, glyphs: Glyphs, area: Rect) -> usize {
    let places = Places::of(asked, shown, glyphs, area);
    if advice::fits(shown, glyphs, places.advice) {
        1
    } else {
        1 + advice::pages(shown, glyphs, narrowed(area))
    }
}

fn narrowed(area: Rect) -> Rect {
    Rect {
        width: area.width.min(LONGEST),
        ..area
    }
}

/// While there is nothing to ask.
fn draw_without(shown: &Today, theme: Theme, area: Rect, buf: &mut Buffer) {
    let (words, role) = match &shown.trouble {
        Some(why) => (why.as_str(), Role::Fault),
        None => ("The journal is being read.", Role::Quiet),
    };
    let lines = text::wrapped(words, area.width, theme.glyphs);
    for (row, line) in area.rows().zip(lines) {
        buf.set_stringn(
            row.x,
            row.y,
            line,
            usize::from(row.width),
            theme.style(role),
        );
    }
}

/// Which day is asked about; a day that is not today says so in words.
fn draw_day(app: &App, shown: &Today, theme: Theme, area: Rect, buf: &mut Buffer) {
    if area.is_empty() {
        return;
    }
    let ago = (app.today - shown.day).get_days();
    let day = shown.day.strftime("%a %-d %b");
    let wordings = match ago {
        0 => vec![format!("This morning, {day}"), format!("Today, {day}")],
        1 => vec![
            format!("Yesterday morning, {day}: added late"),
            format!("Yesterday, {day}: late"),
            format!("Yesterday, {day}"),
            "Yesterday".to_owned(),
        ],
        _ => vec![
            format!("The morning of {day}, {ago} days ago: added late"),
            format!("{day}, {ago} days ago: added late"),
            format!("{day}, {ago} days ago"),
            format!("{ago} days ago"),
        ],
    };
    let words = text::first_fitting(wordings, area.width).unwrap_or_default();
    let room = usize::from(area.width);
    buf.set_stringn(area.x, area.y, words, room, theme.style(Role::Heading));
}
