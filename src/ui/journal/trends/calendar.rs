//! The days of training: a column for each week, a row for each day of it, and in each the number of sets.

use super::Pen;
use crate::training::trend::{Calendar, Slots};
use crate::ui::theme::{Role, Tone};
use crate::ui::widgets::text::width;
use jiff::ToSpan as _;
use jiff::civil::Date;
use ratatui::layout::Rect;

/// The rows.
const DAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
/// Columns of their names.
const LABEL: u16 = 4;
/// The widest column of a week: two digits and a gap, with some air.
const WIDEST: u16 = 5;
/// From this width on a column holds two digits.
const TWO_DIGITS: u16 = 3;

pub(super) fn draw(calendar: &Calendar, slots: &Slots, pen: &mut Pen<'_>, area: Rect) {
    let Some(room) = area.width.checked_sub(LABEL).filter(|room| *room > 0) else {
        return;
    };
    let first = slots.first();
    let monday = back(first, i64::from(first.weekday().to_monday_zero_offset()));
    let weeks = u16::try_from(days_between(monday, slots.today()) / 7 + 1).unwrap_or(u16::MAX);
    let cell = (room / weeks.max(1)).clamp(1, WIDEST);
    // Where not all of them fit, the latest do.
    let shown = weeks.min(room / cell);
    let monday = forward(monday, i64::from(weeks - shown) * 7);
    let head = u16::from(area.height > 7);
    for (name, row) in (0_i64..).zip(DAYS).map(|(day, name)| ((day, name), day)) {
        let y = area.y + head + u16::try_from(row).unwrap_or(0);
        if y >= area.bottom() {
            return;
        }
        pen.put((area.x, y), name.1, Role::Quiet);
        for (week, x) in (0..i64::from(shown)).zip((area.x + LABEL..).step_by(usize::from(cell))) {
            let day = forward(monday, week * 7 + name.0);
            mark(calendar, slots, day, cell, pen, (x, y));
        }
    }
    if head > 0 {
        months(
            monday,
            shown,
            cell,
            pen,
            Rect {
                x: area.x + LABEL,
                width: room,
                height: 1,
                ..area
            },
        );
    }
}

/// The number of sets of a day; a dot where there was none.
fn mark(
    calendar: &Calendar,
    slots: &Slots,
    day: Date,
    cell: u16,
    pen: &mut Pen<'_>,
    place: (u16, u16),
) {
    if day < slots.first() || day > slots.today() {
        return;
    }
    let Some(sets) = calendar.sets.get(&day) else {
        pen.put(place, "·", Role::Border);
        return;
    };
    let (most, more) = if cell >= TWO_DIGITS {
        (99, "99")
    } else {
        (9, "+")
    };
    let words = if *sets > most {
        more.to_owned()
    } else {
        sets.to_string()
    };
    pen.put(place, &words, Role::Phase(Tone::Down));
}

/// The names of the months, above the weeks in which they begin.
fn months(monday: Date, weeks: u16, cell: u16, pen: &mut Pen<'_>, area: Rect) {
    let mut free = area.x;
    let mut before = None;
    for (week, x) in (0..i64::from(weeks)).zip((area.x..).step_by(usize::from(cell))) {
        let month = forward(monday, week * 7 + 6).strftime("%b").to_string();
        if before.as_ref() == Some(&month) {
            continue;
        }
        if x >= free && x + width(&month) <= area.right() {
            pen.put((x, area.y), &month, Role::Quiet);
            free = x + width(&month) + 1;
        }
        before = Some(month);
    }
}

fn back(day: Date, days: i64) -> Date {
    day.saturating_sub(days.days())
}

fn forward(day: Date, days: i64) -> Date {
    day.saturating_add(days.days())
}

fn days_between(from: Date, to: Date) -> i64 {
    to.duration_since(from).as_hours() / 24
}
