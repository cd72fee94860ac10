//! A text while it is being changed: what is set aside meanwhile, how it is read, and the proof that the change is the right one.

use toml_edit::{Item, Table, TableLike};

use super::error::EditError;
use super::merge::Tangled;
use super::value::LineEnd;
use super::{Document, same};
use crate::store::keys;
use crate::store::problem::Problem;
use crate::training::routine::Kind;
use crate::training::text::visible;

/// A text, and what is set aside while it is changed: the mark that some editors begin a file with, and a last line without
/// an end.
pub(super) struct Frame {
    mark: &'static str,
    pub(super) body: String,
    is_open: bool,
    pub(super) end: LineEnd,
}

const MARK: &str = "\u{feff}";

impl Frame {
    pub(super) fn of(text: &str) -> Self {
        let (mark, body) = text
            .strip_prefix(MARK)
            .map_or(("", text), |body| (MARK, body));
        let end = LineEnd::of(body);
        let is_open = !body.is_empty() && !body.ends_with('\n');
        let body = format!("{body}{}", if is_open { end.text() } else { "" });
        Self {
            mark,
            body,
            is_open,
            end,
        }
    }

    pub(super) fn root(&self) -> Result<Table, Problem> {
        let error = match toml_edit::Document::parse(self.body.as_str()) {
            Ok(document) => return Ok(document.into_table()),
            Err(error) => error,
        };
        // Two readers of one grammar: the other's errors have sentences of their own already.
        Err(match toml::de::DeTable::parse(&self.body) {
            Err(error) => Problem::at(
                &self.body,
                error.span().as_ref(),
                keys::syntax(&self.body, &error),
            ),
            Ok(_) => Problem::at(&self.body, error.span().as_ref(), error.message()),
        })
    }

    pub(super) fn entries<'r>(
        &self,
        root: &'r Table,
        kind: Kind,
    ) -> Result<Vec<&'r Table>, EditError> {
        match root.get_key_value(kind.as_str()) {
            None => Ok(Vec::new()),
            Some((_, Item::ArrayOfTables(list))) => Ok(list.iter().collect()),
            Some((key, _)) => Err(EditError::NotBlocks {
                kind,
                line: self.line(key.span().unwrap_or_default().start),
            }),
        }
    }

    fn line(&self, byte: usize) -> usize {
        let before = self.body.get(..byte).unwrap_or_default();
        1 + before.matches('\n').count()
    }

    pub(super) fn with_at_end(&self, block: &str) -> String {
        let last = self.body.lines().next_back();
        let gap = match last.map(str::trim) {
            None | Some("") => "",
            Some(_) => self.end.text(),
        };
        format!("{}{gap}{block}", self.body)
    }

    /// The document of the changed text, where it says what it should: these entries, and all else as before.
    pub(super) fn checked(
        &self,
        kind: Kind,
        id: &str,
        wanted: &[&dyn TableLike],
        before: &Table,
        text: Result<String, Tangled>,
    ) -> Result<Document, EditError> {
        let tangled = || EditError::Tangled {
            kind,
            id: visible(id).into_owned(),
        };
        let document = self.framed(text.map_err(|Tangled| tangled())?);
        let after = Self::of(&document.text);
        let root = after.root().map_err(|_problem| tangled())?;
        let entries = after.entries(&root, kind)?;
        let is_right = entries.len() == wanted.len()
            && entries
                .iter()
                .zip(wanted)
                .all(|(one, other)| same::tables(*one, *other))
            && same::tables_but(kind.as_str(), &root, before);
        is_right.then_some(document).ok_or_else(tangled)
    }

    /// A changed text with what was set aside.
    pub(super) fn framed(&self, mut text: String) -> Document {
        if self.is_open && text.ends_with(self.end.text()) {
            text.truncate(text.len() - self.end.text().len());
        }
        let text = format!("{}{text}", self.mark);
        Document { text }
    }
}
