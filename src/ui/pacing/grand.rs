//! Reps and sets in big digits to both sides of the countdown, on screens that have the room.

use super::{content::Pen, counters};
use crate::ui::widgets::text;
use ratatui::{
    layout::{Constraint, Layout, Rect},
    style::Modifier,
};

/// Draws both counters beside what the countdown has taken of an area. Both have the same size, or neither is drawn.
pub(super) fn draw(pen: &mut Pen<'_>, area: Rect, taken: Rect) {
    let room = taken
        .x
        .saturating_sub(area.x)
        .min(area.right().saturating_sub(taken.right()))
        .saturating_sub(4);
    let sides = [
        (area.x + 1, "REP", pen.picture.reps),
        (
            area.right().saturating_sub(room + 1),
            "SET",
            pen.picture.sets,
        ),
    ];
    let counters: Vec<(u16, &str, String)> = sides
        .into_iter()
        .filter_map(|(x, label, tally)| Some((x, label, counters::fraction(tally?))))
        .collect();
    let both = counters
        .iter()
        .map(|(_, _, number)| pen.fitting(number, room, area.height / 3));
    let Some(size) = both
        .min_by_key(|size| size.map(|size| size.height))
        .flatten()
    else {
        return;
    };
    for (x, label, number) in counters {
        let column = Rect {
            x,
            width: room,
            ..area
        };
        let label_height = (size.height * 5 / 8).max(3);
        let [_, top, _, bottom, _] = Layout::vertical([
            Constraint::Fill(1),
            Constraint::Length(label_height),
            Constraint::Length(1),
            Constraint::Length(size.height),
            Constraint::Fill(1),
        ])
        .areas(column);
        let ground = pen.grounds.text;
        match pen.fitting(label, room, label_height) {
            Some(size) => {
                pen.big(ground, label, size, top);
            }
            None => pen.centred(ground, label, Rect { height: 1, ..top }, Modifier::BOLD),
        }
        debug_assert!(
            text::width(&number) <= room,
            "it fits in big digits, so it fits in small ones"
        );
        pen.big(ground, &number, size, bottom);
    }
}
