//! Changing a settings file, its presets, its routines and single settings: the text is the person's, and only what changes is touched.
//!
//! A [`Document`] is a text that parses. Each operation gives a new one and leaves the old as it was, so that undoing is
//! going back to the document before, byte for byte. Nothing is written out anew from what was read: an operation finds the
//! bytes that have to change and replaces those, so that comments, order, spaces, line ends and the lines of everybody
//! else stay by construction. What comes out is read once more and compared with what was asked for before anybody gets it;
//! where the two differ, which takes a file written against the grain, the operation is refused rather than guessed.
//!
//! A [`File`] is a document with its place on the disk; `file.rs` says what saving promises.

mod error;
mod file;
mod frame;
mod fresh;
mod layout;
mod merge;
mod patch;
mod same;
mod setting;
mod value;

#[cfg(test)]
mod tests;

use toml_edit::{Table, TableLike};

pub use error::{EditError, Obstacle, OpenError, SaveError};
pub use file::File;
pub use setting::Setting;

use self::frame::Frame;
use self::layout::Layout;
use self::merge::{Merge, Tangled};
use self::patch::Patch;
use self::value::LineEnd;
use super::problem::Problem;
use crate::training::routine::Kind;

/// The text of a settings file, known to parse.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Document {
    text: String,
}

impl Document {
    /// Takes a text that parses.
    ///
    /// # Errors
    /// It is not TOML: where, and what to write instead.
    pub fn new(text: impl Into<String>) -> Result<Self, Problem> {
        let text = text.into();
        Frame::of(&text).root()?;
        Ok(Self { text })
    }

    /// The text, as it stands in the file.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The ids of the entries of that kind, in the order of the file. One without an id is left out.
    ///
    /// # Errors
    /// The entries are not written as blocks.
    pub fn ids(&self, kind: Kind) -> Result<Vec<String>, EditError> {
        let frame = Frame::of(&self.text);
        let root = frame.root()?;
        let entries = frame.entries(&root, kind)?;
        Ok(entries
            .into_iter()
            .filter_map(id_of)
            .map(str::to_owned)
            .collect())
    }

    /// Puts `new` in the place of the entry with the id `old`, which may have another id than before. Without such an entry,
    /// and without an `old` id, it goes to the end. Its keys are in the order in which they are to be written.
    ///
    /// # Errors
    /// `new` has no id, or the id of another entry; or the file is written in a way that cannot be changed.
    pub fn put(&self, kind: Kind, old: Option<&str>, new: &Table) -> Result<Self, EditError> {
        let id = id_of(new).ok_or(EditError::Nameless { kind })?;
        let frame = Frame::of(&self.text);
        let root = frame.root()?;
        let entries = frame.entries(&root, kind)?;
        let at = |id: &str| entries.iter().position(|entry| id_of(entry) == Some(id));
        let place = old.and_then(at);
        if old != Some(id) && at(id).is_some() {
            return Err(EditError::taken(kind, id));
        }
        let mut wanted = dynamic(&entries);
        let there = place.and_then(|place| Some((entries.get(place)?, wanted.get_mut(place)?)));
        let path = [kind.as_str()];
        let text = if let Some((entry, wanted)) = there {
            *wanted = new;
            let layout = Layout::of(&frame.body, &root);
            Merge::of((&layout, frame.end), &path, entry, new)
                .map(|patch| patch.apply(&frame.body, 0..frame.body.len()))
        } else {
            wanted.push(new);
            Ok(frame.with_at_end(&fresh::block(&path, true, new, frame.end)))
        };
        frame.checked(kind, old.unwrap_or(id), &wanted, &root, text)
    }

    /// Takes the entry of that id away, with the comment directly above it. A heading that a blank line parts from it stays.
    ///
    /// # Errors
    /// There is none, or the file is written in a way that cannot be changed.
    pub fn remove(&self, kind: Kind, id: &str) -> Result<Self, EditError> {
        let frame = Frame::of(&self.text);
        let root = frame.root()?;
        let entries = frame.entries(&root, kind)?;
        let (place, entry) = find(kind, &entries, id)?;
        let layout = Layout::of(&frame.body, &root);
        let mut patch = Patch::default();
        for piece in layout.without(&layout.blocks_of(entry)) {
            patch.cut(piece);
        }
        let mut wanted = dynamic(&entries);
        wanted.remove(place);
        let text = patch.apply(&frame.body, 0..frame.body.len());
        frame.checked(kind, id, &wanted, &root, Ok(text))
    }

    /// Moves the entry of that id by so many places among those of its kind, up where `by` is negative, and to the end of
    /// the list where there are fewer. Comments directly above it come along. Everything else stays where it is, headings too.
    ///
    /// # Errors
    /// There is none, or the file is written in a way that cannot be changed.
    pub fn move_by(&self, kind: Kind, id: &str, by: isize) -> Result<Self, EditError> {
        let frame = Frame::of(&self.text);
        let root = frame.root()?;
        let entries = frame.entries(&root, kind)?;
        let (from, entry) = find(kind, &entries, id)?;
        let to = from.saturating_add_signed(by).min(entries.len() - 1);
        let Some(neighbour) = entries.get(to).filter(|_| to != from) else {
            return Ok(self.clone());
        };
        let layout = Layout::of(&frame.body, &root);
        let patch = moved(&layout, frame.end, entry, neighbour, to < from);
        let mut wanted = dynamic(&entries);
        let entry = wanted.remove(from);
        wanted.insert(to, entry);
        let text = patch.map(|patch| patch.apply(&frame.body, 0..frame.body.len()));
        frame.checked(kind, id, &wanted, &root, text.ok_or(Tangled))
    }
}

/// Cuts an entry out and puts it before or behind another.
fn moved(
    layout: &Layout<'_>,
    end: LineEnd,
    entry: &Table,
    neighbour: &Table,
    is_upwards: bool,
) -> Option<Patch> {
    let (blocks, others) = (layout.blocks_of(entry), layout.blocks_of(neighbour));
    let pieces = layout.pieces(&blocks);
    let texts: Option<Vec<&str>> = pieces
        .iter()
        .map(|piece| layout.text.get(piece.clone()))
        .collect();
    let text = texts?.join(end.text());
    let (own, other) = (layout.pieces(&blocks), layout.pieces(&others));
    let (first, last) = (own.first()?.start, own.last()?.end);
    let mut patch = Patch::default();
    for piece in layout.without(&blocks) {
        patch.cut(piece);
    }
    let gap = |is_needed: bool| if is_needed { end.text() } else { "" };
    if is_upwards {
        let at = other.first()?.start;
        let is_apart =
            layout.has_blank(&(other.last()?.end..first)) || layout.is_under_comment(last);
        patch.insert(at, patch::Rank::Block, format!("{text}{}", gap(is_apart)));
    } else {
        let at = other.last()?.end;
        let is_apart =
            layout.has_blank(&(last..other.first()?.start)) || layout.is_under_comment(at);
        let is_joined = layout.is_followed(at) && (is_apart || layout.is_under_comment(last));
        let text = format!("{}{text}{}", gap(is_apart), gap(is_joined));
        patch.insert(at, patch::Rank::Block, text);
    }
    Some(patch)
}

fn dynamic<'t>(tables: &[&'t Table]) -> Vec<&'t dyn TableLike> {
    tables
        .iter()
        .map(|table| *table as &dyn TableLike)
        .collect()
}

fn find<'t>(kind: Kind, entries: &[&'t Table], id: &str) -> Result<(usize, &'t Table), EditError> {
    let mut places = entries.iter().copied().enumerate();
    let found = places.find(|(_, entry)| id_of(entry) == Some(id));
    found.ok_or_else(|| EditError::unknown(kind, id))
}

fn id_of(entry: &Table) -> Option<&str> {
    entry.get("id")?.as_str()
}
