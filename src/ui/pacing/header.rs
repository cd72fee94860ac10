//! The lines at the top and at the bottom: counters, states, what is lifted and how, hints.

use super::{Motion, Next, content::Pen, counters};
use crate::ui::widgets::{keys, text};
use ratatui::{layout::Rect, style::Modifier};
use std::borrow::Cow;

/// Columns between two things in one line.
const GAP: u16 = 3;

/// Counters at the left, then states; at the right what is lifted and its tempo, as far as there is room.
pub(super) fn draw(pen: &mut Pen<'_>, badges: &[Cow<'static, str>], area: Rect) {
    if !pen.reaches(area) {
        return;
    }
    let margin = u16::from(area.width > 20);
    let left = draw_left(pen, badges, area, margin);
    let mut right = area.right().saturating_sub(margin);
    if let Some(title) = title(pen, right.saturating_sub(left + GAP - 1)) {
        right -= text::width(&title);
        pen.grounds
            .text
            .text(pen.buf, right, area.y, &title, Modifier::empty());
    }
    if let Some(next) = pen
        .picture
        .next
        .filter(|next| next.motion != Motion::Falling)
    {
        let word = next_word(next);
        let middle = area.x + area.width.saturating_sub(text::width(&word)) / 2;
        if left < middle && middle + text::width(&word) + GAP <= right {
            pen.grounds
                .text
                .text(pen.buf, middle, area.y, &word, Modifier::BOLD);
        }
    }
}

/// Counters and states. The counters come first when there is room for one of both. Gives the first free column.
fn draw_left(pen: &mut Pen<'_>, badges: &[Cow<'static, str>], area: Rect, margin: u16) -> u16 {
    let ground = pen.grounds.text;
    let right = area.right().saturating_sub(margin);
    let mut x = area.left().saturating_add(margin);
    let badges: Vec<String> = badges
        .iter()
        .map(|badge| format!(" {} ", text::shown(badge, ground.glyphs())))
        .collect();
    let badges_width = badges
        .iter()
        .map(|badge| text::width(badge) + 1)
        .sum::<u16>();
    let room = right.saturating_sub(x);
    let counters = counters::fitting(pen.picture, room.saturating_sub(badges_width))
        .or_else(|| counters::fitting(pen.picture, room));
    if let Some(counters) = counters.filter(|counters| !counters.is_empty()) {
        ground.text(pen.buf, x, area.y, &counters, Modifier::BOLD);
        x += text::width(&counters) + 1;
    }
    for badge in badges {
        if x + text::width(&badge) <= right {
            ground.text(
                pen.buf,
                x,
                area.y,
                &badge,
                Modifier::BOLD | Modifier::REVERSED,
            );
            x += text::width(&badge) + 1;
        }
    }
    x
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

/// The notice where there is one, else the hints; at the right end, when it is about to begin, the next phase.
pub(super) fn foot(pen: &mut Pen<'_>, area: Rect) {
    if !pen.reaches(area) {
        return;
    }
    let ground = pen.grounds.text;
    let mut x = area.left() + 1;
    let mut room = area.width.saturating_sub(2);
    if let Some(word) = pen.picture.next.map(next_word) {
        let width = text::width(&word);
        if let Some(left) = room.checked_sub(width) {
            ground.text(pen.buf, x + left, area.y, &word, Modifier::BOLD);
            room = left.saturating_sub(GAP);
        }
    }
    let notice = pen.picture.notice.as_deref();
    if let Some(notice) = notice.and_then(|notice| text::shortened(notice, room, ground.glyphs())) {
        ground.text(pen.buf, x, area.y, &notice, Modifier::BOLD);
        return;
    }
    for hint in keys::fitting(&pen.picture.hints, room) {
        ground.text(pen.buf, x, area.y, hint.key, Modifier::BOLD);
        x += text::width(hint.key) + 1;
        ground.text(pen.buf, x, area.y, hint.does, Modifier::empty());
        x += text::width(hint.does) + keys::GAP;
    }
}

fn next_word(next: Next) -> String {
    match next.motion {
        Motion::Falling => format!("▼ {}", next.word),
        Motion::Rising => format!("▲ {}", next.word),
        Motion::Still => next.word.to_owned(),
    }
}
