//! One value behind its equals sign: how a new one is written, and how an old one becomes another with as little change as
//! can be. The quotes, spaces and comments of what stays the same inside a list or an inline table stay too.

use toml_edit::{Array, Formatted, InlineTable, Item, Key, Value};

use super::same;
use crate::training::text::is_unfit;

/// How the lines of the file end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum LineEnd {
    /// As everywhere but on Windows.
    Lf,
    /// As on Windows.
    CrLf,
}

impl LineEnd {
    /// That of the first line.
    pub(super) fn of(text: &str) -> Self {
        match text.split_once('\n') {
            Some((line, _)) if line.ends_with('\r') => Self::CrLf,
            _ => Self::Lf,
        }
    }

    /// As it is written.
    pub(super) fn text(self) -> &'static str {
        match self {
            Self::Lf => "\n",
            Self::CrLf => "\r\n",
        }
    }

    /// A text of lines that end in `\n`, as the file has them.
    fn written(self, text: &str) -> String {
        match self {
            Self::Lf => text.to_owned(),
            Self::CrLf => text.replace('\n', "\r\n"),
        }
    }
}

/// The text of a new value.
pub(super) fn fresh(value: &Value, end: LineEnd) -> String {
    end.written(&plain(value, end).to_string())
}

/// The old text with what differs changed.
pub(super) fn changed(old: &str, new: &Value, end: LineEnd) -> String {
    let Ok(mut value) = old.parse::<Value>() else {
        return fresh(new, end);
    };
    reconcile(&mut value, new, end);
    value.decor_mut().clear();
    end.written(&value.to_string())
}

/// A key as it is written.
pub(super) fn key(name: &str) -> String {
    Key::new(name).display_repr().into_owned()
}

/// A value without what surrounded it elsewhere.
fn plain(value: &Value, end: LineEnd) -> Value {
    let mut value = value.clone();
    value.decor_mut().clear();
    match &mut value {
        // A text of several lines would be read back with other line ends.
        Value::String(text) if end == LineEnd::CrLf && text.value().contains('\n') => {
            return escaped(text).parse().unwrap_or(value);
        }
        // Whoever prints the file on a terminal is not to obey it. TOML lets some such characters stand as they are.
        Value::String(text) if text.value().contains(|c| is_unfit(c) && c != '\n') => {
            return escaped(text).parse().unwrap_or(value);
        }
        Value::String(text) => text.fmt(),
        Value::Integer(number) => number.fmt(),
        Value::Float(number) => number.fmt(),
        Value::Boolean(choice) => choice.fmt(),
        Value::Datetime(time) => time.fmt(),
        Value::Array(list) => {
            for inner in list.iter_mut() {
                *inner = plain(inner, end);
            }
            list.fmt();
        }
        Value::InlineTable(table) => {
            for (_, inner) in table.iter_mut() {
                *inner = plain(inner, end);
            }
            table.fmt();
        }
    }
    value
}

fn escaped(text: &Formatted<String>) -> String {
    let written: String = text
        .value()
        .chars()
        .map(|character| match character {
            '"' | '\\' => format!("\\{character}"),
            control if is_unfit(control) => format!("\\U{:08X}", u32::from(control)),
            other => other.to_string(),
        })
        .collect();
    format!("\"{written}\"")
}

fn reconcile(old: &mut Value, new: &Value, end: LineEnd) {
    if same::values(old, new) {
        return;
    }
    match (old, new) {
        (Value::InlineTable(old), Value::InlineTable(new)) => table(old, new, end),
        (Value::Array(old), Value::Array(new)) => list(old, new, end),
        (old, new) => {
            let decor = old.decor().clone();
            *old = plain(new, end);
            *old.decor_mut() = decor;
        }
    }
}

fn table(old: &mut InlineTable, new: &InlineTable, end: LineEnd) {
    let has_comments = old.to_string().contains('#');
    let gone: Vec<String> = old
        .iter()
        .filter(|(key, _)| !new.contains_key(key))
        .map(|(key, _)| key.to_owned())
        .collect();
    let mut is_rebuilt = !gone.is_empty();
    for key in &gone {
        old.remove(key);
    }
    for (key, value) in new {
        if let Some(there) = old.get_mut(key) {
            reconcile(there, value, end);
        } else {
            old.insert(key, plain(value, end));
            is_rebuilt = true;
        }
    }
    if is_rebuilt && !has_comments {
        let order: Vec<&str> = new.iter().map(|(key, _)| key).collect();
        let place = |key: &Key| order.iter().position(|name| *name == key.get());
        old.sort_values_by(|one, _, other, _| place(one).cmp(&place(other)));
        old.fmt();
    }
}

/// What both begin with and what both end with stays. Between, a value takes the place of the next one that is like it, as far
/// as the lengths allow.
fn list(old: &mut Array, new: &Array, end: LineEnd) {
    let is_plain = !old.to_string().contains(['\n', '#']);
    let alike = |(one, other): &(&Value, &Value)| same::values(one, other);
    let head = old.iter().zip(new).take_while(alike).count();
    let (mine, theirs): (Vec<&Value>, Vec<&Value>) = (old.iter().collect(), new.iter().collect());
    let backwards = mine.into_iter().rev().zip(theirs.into_iter().rev());
    // Counted from behind, so that it stands while the list grows or shrinks.
    let tail = backwards
        .take_while(alike)
        .count()
        .min(old.len().min(new.len()) - head);
    let mut at = head;
    while let Some(wanted) = new.get(at).filter(|_| new.len() - at > tail) {
        let wants = new.len() - at;
        let has = old.len() - at;
        let is_like = old
            .get(at)
            .is_some_and(|there| same::are_alike(there, wanted));
        if has > tail && (is_like || has == wants) {
            if let Some(there) = old.get_mut(at) {
                reconcile(there, wanted, end);
            }
            at += 1;
        } else if has > wants {
            remove(old, at);
        } else {
            insert(old, at, plain(wanted, end));
            at += 1;
        }
    }
    while old.len() > new.len() {
        remove(old, at);
    }
    if is_plain {
        old.fmt();
    }
}

/// Puts a value on a line like those of its neighbours. A comment behind the value before stays with that one.
fn insert(list: &mut Array, at: usize, mut value: Value) {
    let first = list.get(0).map(prefix).unwrap_or_default();
    let indent = first.rfind('\n').and_then(|line| first.get(line..));
    let behind = list.get(at).map_or_else(|| trailing(list), prefix);
    let is_comment = behind.trim_start_matches([' ', '\t']).starts_with('#');
    let (comment, rest) = match behind.split_once('\n') {
        Some((comment, rest)) if is_comment => (comment, format!("\n{rest}")),
        _ => ("", behind.clone()),
    };
    let prefix = format!(
        "{comment}{}",
        indent.unwrap_or(if comment.is_empty() { " " } else { "\n" })
    );
    value.decor_mut().set_prefix(prefix);
    match list.get_mut(at) {
        Some(next) => next.decor_mut().set_prefix(rest),
        None => list.set_trailing(rest),
    }
    list.insert_formatted(at, value);
}

/// Takes a value out of a list, not the comments around it: they go to what follows.
fn remove(list: &mut Array, at: usize) {
    let gone = list.remove(at);
    let suffix = gone.decor().suffix().and_then(|suffix| suffix.as_str());
    let around = format!("{}{}", prefix(&gone), suffix.unwrap_or_default());
    let behind = list.get(at).map_or_else(|| trailing(list), prefix);
    let comment = behind.trim_start_matches([' ', '\t']);
    let joined = if comment.starts_with('#') && around.contains('\n') {
        format!("{around}{comment}")
    } else if around.contains('#') {
        let line_end = if behind.contains('\n') { "" } else { "\n" };
        format!("{}{line_end}{behind}", around.trim_end())
    } else {
        behind
    };
    match list.get_mut(at) {
        Some(next) => next.decor_mut().set_prefix(joined),
        None => list.set_trailing(joined),
    }
}

fn trailing(list: &Array) -> String {
    list.trailing().as_str().unwrap_or_default().to_owned()
}

fn prefix(value: &Value) -> String {
    let prefix = value.decor().prefix().and_then(|prefix| prefix.as_str());
    prefix.unwrap_or_default().to_owned()
}

/// An item as a value: blocks become inline tables.
pub(super) fn of(item: &Item) -> Option<Value> {
    item.clone().into_value().ok()
}
