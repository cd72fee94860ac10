//! The lines at the top and at the bottom: counters, states, what is lifted and how, hints.

use super::{Motion, Next, content::Pen, counters};
use crate::ui::widgets::{keys, text};
use ratatui::{layout::Rect, style::Modifier};

/// Columns between two things in one line.
const GAP: u16 = 3;

/// Counters at the left, then states; at the right what is lifted and its tempo, as far as there is room.
pub(super) fn draw(pen: &mut Pen<'_>, area: Rect) {
    let (ground, glyphs) = (pen.grounds.text, pen.grounds.text.glyphs());
    let margin = u16::from(area.width > 20);
    let (mut left, mut right) = (area.left() + margin, area.right().saturating_sub(margin));
    let badges: Vec<String> = pen
        .picture
        .badges
        .iter()
        .map(|badge| format!(" {} ", text::shown(badge, glyphs)))
        .collect();
    let badges_width = badges
        .iter()
        .map(|badge| text::width(badge) + 1)
        .sum::<u16>();
    let room = right.saturating_sub(left);
    let counters = counters::fitting(pen.picture, room.saturating_sub(badges_width))
        .or_else(|| counters::fitting(pen.picture, room));
    if let Some(counters) = counters {
        ground.text(pen.buf, left, area.y, &counters, Modifier::BOLD);
        left += text::width(&counters) + 1;
    }
    for badge in badges {
        if left + text::width(&badge) <= right {
            ground.text(
                pen.buf,
                left,
                area.y,
                &badge,
                Modifier::BOLD | Modifier::REVERSED,
            );
            left += text::width(&badge) + 1;
        }
    }
    if let Some(title) = title(pen, right.saturating_sub(left + GAP - 1)) {
        right -= text::width(&title);
        ground.text(pen.buf, right, area.y, &title, Modifier::empty());
    }
    if pen
        .picture
        .next
        .is_some_and(|next| next.motion != Motion::Falling)
    {
        announce(
            pen,
            Rect {
                x: left,
                width: right.saturating_sub(left),
                ..area
            },
            area,
        );
    }
}

/// `Back squat · 4-0-1-0`; the name is shortened first, then left out.
fn title(pen: &Pen<'_>, room: u16) -> Option<String> {
    let glyphs = pen.grounds.text.glyphs();
    let (exercise, tempo) = (
        &pen.picture.exercise,
        text::shown(&pen.picture.tempo, glyphs),
    );
    let between = if exercise.is_empty() || tempo.is_empty() {
        ""
    } else {
        " · "
    };
    let beside = text::width(&tempo) + text::width(between);
    // A name of which less than this is left says nothing.
    let least = text::width(exercise).min(8);
    let name = room
        .checked_sub(beside)
        .filter(|left| *left >= least)
        .and_then(|left| text::shortened(exercise, left, glyphs));
    match name {
        Some(name) => Some(format!("{name}{between}{tempo}")),
        None => (text::width(&tempo) <= room).then(|| tempo.into_owned()),
    }
    .filter(|title| !title.is_empty())
}

/// The notice where there is one, else the hints.
pub(super) fn foot(pen: &mut Pen<'_>, area: Rect) {
    let ground = pen.grounds.text;
    let mut x = area.left() + 1;
    let room = area.width.saturating_sub(2);
    if let Some(notice) = pen
        .picture
        .notice
        .as_deref()
        .and_then(|notice| text::shortened(notice, room, ground.glyphs()))
    {
        ground.text(pen.buf, x, area.y, &notice, Modifier::BOLD);
        x += text::width(&notice);
    } else {
        for hint in keys::fitting(&pen.picture.hints, room) {
            ground.text(pen.buf, x, area.y, hint.key, Modifier::BOLD);
            x += text::width(hint.key) + 1;
            ground.text(pen.buf, x, area.y, hint.does, Modifier::empty());
            x += text::width(hint.does) + keys::GAP;
        }
    }
    if pen
        .picture
        .next
        .is_some_and(|next| next.motion != Motion::Rising)
    {
        announce(
            pen,
            Rect {
                x,
                width: area.right().saturating_sub(x),
                ..area
            },
            area,
        );
    }
}

/// The next phase's word on its strip: in the middle of the line where nothing stands there, else where there is room.
fn announce(pen: &mut Pen<'_>, free: Rect, line: Rect) {
    let Some(next) = pen.picture.next else { return };
    let word = next_word(next);
    let width = text::width(&word);
    let middle = line.x + line.width.saturating_sub(width) / 2;
    let place = Rect {
        x: middle,
        width,
        ..line
    };
    let is_free = free.x < middle && place.right() < free.right();
    pen.centred(
        pen.grounds.text,
        &word,
        if is_free { place } else { free },
        Modifier::BOLD,
    );
}

fn next_word(next: Next) -> String {
    match next.motion {
        Motion::Falling => format!("▼ {}", next.word),
        Motion::Rising => format!("▲ {}", next.word),
        Motion::Still => next.word.to_owned(),
    }
}
