//! The cursor, the field under it, and what is written there. Every change is noted, so that it can be taken back.

use super::row::{Class, Row};
use super::step::By;
use super::{Asking, Body, Editor, Open};
use crate::app::action::Stroke;
use crate::app::field::Field;
use crate::training::text::is_unfit;

impl Editor {
    /// Pasted text goes into the field of the row, as far as it can be read.
    pub(in crate::app) fn paste(&mut self, text: &str) {
        if self.asking != Asking::Nothing || !self.row().takes_text() {
            return;
        }
        if self.open.is_none() {
            self.open_with("");
        }
        self.replace_proposed(true);
        let printable: String = text
            .chars()
            .filter(|letter| letter.is_whitespace() || !is_unfit(*letter))
            .collect();
        self.change_text(|field| {
            field.paste(&printable);
            true
        });
    }

    pub(super) fn walk(&mut self, by: isize) {
        self.close();
        let last = self.rows().len().saturating_sub(1);
        self.cursor = self.cursor.saturating_add_signed(by).min(last);
        self.arrive();
    }

    /// Puts the cursor on a row, if it is there.
    pub(super) fn go_to(&mut self, row: Row) {
        self.close();
        let rows = self.rows();
        self.cursor = rows.iter().position(|one| *one == row).unwrap_or(0);
        self.arrive();
    }

    pub(super) fn arrive(&mut self) {
        self.open_text();
        if matches!(self.body, Body::Routine(_)) {
            self.show_rep();
        }
    }

    /// Opens the field where words are written; a number's opens with its first digit.
    pub(super) fn open_text(&mut self) {
        if self.row().class() == Class::Text {
            let text = self.text(self.row()).unwrap_or_default();
            self.open_with(&text);
            if let (Row::Line, Body::Preset(form), Some(open)) =
                (self.row(), &self.body, &mut self.open)
            {
                open.is_proposed = form.is_in_rows();
            }
        }
    }

    pub(super) fn open_with(&mut self, text: &str) {
        self.open = Some(Open {
            field: Field::new(text),
            was_changed: false,
            is_proposed: false,
        });
    }

    pub(super) fn close(&mut self) {
        let closed = self.open.take();
        let line_was_typed = closed.is_some_and(|open| open.was_changed) && self.row() == Row::Line;
        if let (true, Body::Preset(form)) = (line_was_typed, &mut self.body) {
            form.settle();
            self.reread(Row::Line);
        }
    }

    /// Reads the form anew after a change, with the cursor on the same row, or where that was.
    pub(super) fn reread(&mut self, row: Row) {
        let rows = self.rows();
        let place = rows.iter().position(|one| *one == row);
        let last = rows.len().saturating_sub(1);
        self.cursor = place.unwrap_or(self.cursor).min(last);
        self.refresh();
    }

    pub(super) fn step(&mut self, by: By) {
        let row = self.row();
        let before = self.body.clone();
        match &mut self.body {
            Body::Preset(form) => form.step(row, by),
            Body::Routine(list) => list.step(row, by),
        }
        self.note(before, row);
    }

    /// Notes the state before a change, if there was one.
    pub(super) fn note(&mut self, before: Body, row: Row) {
        if before != self.body {
            self.history.changing(before);
            self.reread(row);
        }
    }

    pub(super) fn shift(&mut self, by: By) {
        let Row::Step(place) = self.row() else {
            return;
        };
        let before = self.body.clone();
        if let Body::Routine(list) = &mut self.body {
            let to = list.shift(place, by);
            self.note(before, Row::Step(to));
        }
    }

    pub(super) fn take_out(&mut self) {
        let Row::Step(place) = self.row() else {
            return;
        };
        let before = self.body.clone();
        if let Body::Routine(list) = &mut self.body {
            list.remove(place);
            self.note(before, Row::Step(place));
            self.arrive();
        }
    }

    /// Adds the preset that is named in the row, and leaves the row open for the next.
    pub(super) fn add(&mut self) -> bool {
        let before = self.body.clone();
        let Body::Routine(list) = &mut self.body else {
            return false;
        };
        if !list.add(&self.stock) {
            return false;
        }
        self.open = None;
        self.note(before, Row::Add);
        self.open_text();
        true
    }

    pub(super) fn type_in(&mut self, stroke: Stroke) {
        let row = self.row();
        match (&self.open, stroke) {
            (Some(_), _) => {}
            // A digit replaces a number that is not open.
            (None, Stroke::Insert(_)) if row.takes_text() => self.open_with(""),
            (None, _) => return,
        }
        if stroke == Stroke::Right && self.take_suggestion() {
            return;
        }
        self.replace_proposed(matches!(stroke, Stroke::Insert(_)));
        self.change_text(|field| field.write(stroke));
    }

    /// A text that was only proposed gives way to what is written; any other key takes it for one's own.
    pub(super) fn replace_proposed(&mut self, is_written: bool) {
        if let Some(open) = &mut self.open
            && std::mem::take(&mut open.is_proposed)
            && is_written
        {
            open.field = Field::default();
        }
    }

    /// At the end of the text the right arrow takes what it may become.
    pub(super) fn take_suggestion(&mut self) -> bool {
        let at_end = self
            .open
            .as_ref()
            .is_some_and(|open| open.field.cursor() == open.field.text().chars().count());
        let Some(name) = self.suggestions().into_iter().next().filter(|_| at_end) else {
            return false;
        };
        self.change_text(|field| {
            *field = Field::new(&name);
            true
        });
        true
    }

    /// Changes the text of the open field. All that is typed until it closes is taken back at once.
    pub(super) fn change_text(&mut self, change: impl FnOnce(&mut Field) -> bool) {
        let row = self.row();
        let Some(open) = &mut self.open else {
            return;
        };
        if !change(&mut open.field) {
            return;
        }
        let first = !std::mem::replace(&mut open.was_changed, true);
        let text = open.field.text().to_owned();
        if first {
            self.history.changing(self.body.clone());
        }
        match &mut self.body {
            Body::Preset(form) => form.set_text(row, &text),
            Body::Routine(list) => list.set_text(row, &text),
        }
        self.reread(row);
    }
}
