//! What stands in a row, in words.

use crate::app::editor::{Body, Class, Editor, Row, Task};
use crate::training::text::visible;
use crate::training::{length, line};

/// The value of a row that is not open: what stands there, and what may be overlooked beside it.
pub(super) fn value(editor: &Editor, row: Row) -> (String, String) {
    if let Some(words) = editor.words(row) {
        return (visible(&words).into_owned(), String::new());
    }
    let Some(text) = editor.text(row) else {
        return (press(editor, row), String::new());
    };
    let shown = visible(&text).into_owned();
    match row {
        Row::Phase(_) => phase(shown),
        Row::Id if text.is_empty() => {
            let id = editor.id().map(ToString::to_string).unwrap_or_default();
            (id, "follows the name".to_owned())
        }
        _ if text.is_empty() => (String::new(), empty(row).to_owned()),
        Row::Rest | Row::LeadIn | Row::Hold | Row::Stroke | Row::Change => {
            let read = length::read(&text).map(length::short).unwrap_or_default();
            let beside = if read == text { String::new() } else { read };
            (shown, beside)
        }
        _ => (shown, String::new()),
    }
}

/// What a row says that does something.
fn press(editor: &Editor, row: Row) -> String {
    match (row, editor.reading.faults.first()) {
        (Row::Save, Some(fault)) => format!("not yet: see {}", editor.label(fault.row)),
        (Row::Save, None) if !editor.is_changed() && matches!(editor.task, Task::Own(_)) => {
            "nothing has changed".to_owned()
        }
        _ => String::new(),
    }
}

fn phase(text: String) -> (String, String) {
    match text.as_str() {
        "X" | "x" => (text, "explosive".to_owned()),
        "A" | "a" => (text, "assisted".to_owned()),
        "0" => (text, String::new()),
        _ => (format!("{text} s"), String::new()),
    }
}

/// What stands in the place of nothing.
fn empty(row: Row) -> &'static str {
    match row {
        Row::Exercise => "not said",
        Row::Line => "3x8 @4010 rest 2m",
        Row::Load | Row::Cue => "none",
        Row::Add => "a preset's name",
        _ => "",
    }
}

/// What stands round a value that − and + change.
pub(super) fn handles(row: Row) -> (&'static str, &'static str) {
    match row.class() {
        Class::Number => ("- ", " +"),
        Class::Choice | Class::Step => ("‹ ", " ›"),
        Class::Text | Class::Press => ("", ""),
    }
}

/// What was understood of the line.
pub(super) fn read_back(editor: &Editor) -> Option<String> {
    match &editor.body {
        Body::Preset(form) if !form.is_in_rows() => {
            let message = line::read(&editor.text(Row::Line)?);
            message.understood().ok().map(|_| message.read_back())
        }
        _ => None,
    }
}
