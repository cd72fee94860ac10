//! Single settings: the keys in front of the first header.
//!
//! A key that is there keeps its line, and its value becomes another. One that is not goes under the line in which the
//! example shows it (`#: cues = "full"`), because what it means is explained there; else under the last of the other keys;
//! else in front of the first block.

use toml_edit::{Item, Table, Value};

use super::error::EditError;
use super::frame::Frame;
use super::layout::Layout;
use super::patch::{Patch, Rank};
use super::{Document, same, value};

/// A setting, as it is to stand in the file.
#[derive(Debug, Clone)]
pub struct Setting {
    key: String,
    value: Value,
    /// Whether it says what holds without it: then it is not written where it is not there already.
    is_default: bool,
}

impl Setting {
    /// A key with its value. Settings are texts, whole numbers, and lists of these.
    pub fn new(key: String, value: &serde_json::Value, is_default: bool) -> Self {
        let value = written(value);
        Self {
            key,
            value,
            is_default,
        }
    }
}

fn written(value: &serde_json::Value) -> Value {
    match value {
        serde_json::Value::Array(list) => list.iter().map(written).collect(),
        serde_json::Value::Bool(choice) => Value::from(*choice),
        serde_json::Value::Number(number) => Value::from(number.as_i64().unwrap_or_default()),
        other => Value::from(other.as_str().unwrap_or_default()),
    }
}

impl Document {
    /// The text with these settings in it.
    ///
    /// # Errors
    /// One of them stands there as something else, such as a table.
    pub fn set(&self, settings: &[Setting]) -> Result<Self, EditError> {
        let frame = Frame::of(&self.text);
        let root = frame.root()?;
        let layout = Layout::of(&frame.body, &root);
        let mut places = Places::of(&layout, &root);
        let mut patch = Patch::default();
        let mut set = Vec::new();
        for setting in settings {
            match root.get(&setting.key) {
                None if setting.is_default => continue,
                None => places.add(setting, &frame, &mut patch),
                Some(Item::Value(old)) if same::values(old, &setting.value) => {}
                Some(Item::Value(old)) => {
                    let at = old.span().ok_or_else(|| unsettable(setting))?;
                    let text = frame.body.get(at.clone()).unwrap_or_default();
                    patch.replace(at, value::changed(text, &setting.value, frame.end));
                }
                Some(_) => return Err(unsettable(setting)),
            }
            set.push(setting);
        }
        places.finish(&frame, &mut patch);
        let document = frame.framed(patch.apply(&frame.body, 0..frame.body.len()));
        match set.first() {
            Some(first) if !says(&document, &set, &root) => Err(unsettable(first)),
            _ => Ok(document),
        }
    }
}

/// Where settings go that are not there yet.
struct Places<'l, 't> {
    layout: &'l Layout<'t>,
    /// Where the last key ends that stands in front of all headers.
    last: Option<usize>,
    /// The lines that have no place of their own.
    lines: String,
}

impl<'l, 't> Places<'l, 't> {
    fn of(layout: &'l Layout<'t>, root: &Table) -> Self {
        let keys = root.iter().filter(|(_, item)| item.is_value());
        let keys = keys.filter_map(|(name, item)| Some((root.key(name)?, item)));
        let last = keys.map(|(key, item)| layout.entry(key, item).end).max();
        Self {
            layout,
            last,
            lines: String::new(),
        }
    }

    fn add(&mut self, setting: &Setting, frame: &Frame, patch: &mut Patch) {
        let value = value::fresh(&setting.value, frame.end);
        let line = format!("{} = {value}{}", setting.key, frame.end.text());
        let mut comments = self.layout.comments_before(self.layout.first_block());
        match comments.find(|(comment, _)| shows(comment, &setting.key)) {
            Some((_, end)) => patch.insert(end, Rank::Key, line),
            None => self.lines.push_str(&line),
        }
    }

    fn finish(self, frame: &Frame, patch: &mut Patch) {
        if self.lines.is_empty() {
            return;
        }
        let gap = |is_needed: bool| if is_needed { frame.end.text() } else { "" };
        let at = self.last.unwrap_or_else(|| self.layout.first_block());
        let (before, behind) = match self.last {
            Some(_) => ("", ""),
            None => (
                gap(!self.layout.is_apart(at)),
                gap(self.layout.is_followed(at)),
            ),
        };
        let text = format!("{before}{}{behind}", self.lines);
        patch.insert(at, Rank::Key, text);
    }
}

/// Whether a comment is the line of a key that was taken out, or is only shown: `#: cues = "full"`.
fn shows(comment: &str, key: &str) -> bool {
    let line = comment.trim_start_matches(['#', ':', ' ', '\t']);
    let rest = line.strip_prefix(key).map(str::trim_start);
    rest.is_some_and(|rest| rest.starts_with('='))
}

/// Whether a document says these settings, and all else as before.
fn says(document: &Document, settings: &[&Setting], before: &Table) -> bool {
    let Ok(mut after) = Frame::of(&document.text).root() else {
        return false;
    };
    let mut before = before.clone();
    let is_set = |after: &mut Table, setting: &Setting| {
        let value = after.remove(&setting.key);
        let value = value.as_ref().and_then(Item::as_value);
        value.is_some_and(|value| same::values(value, &setting.value))
    };
    let all = settings.iter().all(|setting| {
        before.remove(&setting.key);
        is_set(&mut after, setting)
    });
    all && same::tables(&before, &after)
}

fn unsettable(setting: &Setting) -> EditError {
    let key = setting.key.clone();
    EditError::NoSetting { key }
}
