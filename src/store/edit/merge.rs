//! How the text of one entry becomes that of another: the lines whose value differs change, and no others.
//!
//! - A value that changes keeps its line: the comments above, the spaces around the equals sign, the comment behind.
//! - A key that is new goes under the key that is before it in the order of the new table.
//! - A key that is gone takes its line along, with the comment behind it. Comments on lines of their own stay: they may be about
//!   more than that key, and nobody but their author knows.
//! - Blocks within (`[[preset.week]]`) are matched with the new ones by what they say, so that one that moves or is taken out
//!   keeps its comments, and so do the others.

use std::ops::Range;

use toml_edit::{ArrayOfTables, Item, Key, Table, TableLike};

use super::fresh;
use super::layout::Layout;
use super::patch::{Patch, Rank};
use super::same;
use super::value::{self, LineEnd};

/// The entry is written in a way that cannot be changed piece by piece.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Tangled;

/// Which table is being changed.
struct Scope<'s> {
    /// The names in its header.
    path: &'s [&'s str],
    /// What stands before each of its keys, where dotted keys make it: `exercise.`.
    dotted: String,
    /// Where a key goes that has none before it.
    top: Option<usize>,
}

/// Gathers what changes in the text.
pub(super) struct Merge<'l, 't> {
    layout: &'l Layout<'t>,
    end: LineEnd,
    patch: Patch,
}

impl<'l, 't> Merge<'l, 't> {
    /// The changes that make `old`, whose header names `path`, say what `new` says.
    pub(super) fn of(
        (layout, end): (&'l Layout<'t>, LineEnd),
        path: &[&str],
        old: &Table,
        new: &dyn TableLike,
    ) -> Result<Patch, Tangled> {
        let mut merge = Self {
            layout,
            end,
            patch: Patch::default(),
        };
        let scope = Scope {
            path,
            dotted: String::new(),
            top: layout.under_header(old),
        };
        merge.table(&scope, old, new)?;
        Ok(merge.patch)
    }

    fn table(
        &mut self,
        scope: &Scope<'_>,
        old: &Table,
        new: &dyn TableLike,
    ) -> Result<(), Tangled> {
        let mut kept = Vec::new();
        for (name, item) in old {
            let key = old.key(name).ok_or(Tangled)?;
            let wanted = new.get(name).filter(|wanted| !same::is_nothing(wanted));
            let is_right = match wanted {
                Some(wanted) => {
                    same::items(item, wanted) || self.change(scope, key, item, wanted)?
                }
                None => false,
            };
            if is_right {
                kept.push(name);
            } else {
                self.remove(key, item);
            }
        }
        let mut under = scope.top;
        for (name, item) in new.iter() {
            if let Some((key, there)) = old.get_key_value(name) {
                under = self.last_line(key, there).or(under);
            }
            if !kept.contains(&name) && !same::is_nothing(item) {
                self.add(scope, old, (name, item), under)?;
            }
        }
        Ok(())
    }

    /// Turns one item into another where it stands. `false` where the two are written too differently for that.
    fn change(
        &mut self,
        scope: &Scope<'_>,
        key: &Key,
        old: &Item,
        new: &Item,
    ) -> Result<bool, Tangled> {
        match (old, new.as_table_like(), same::blocks(new)) {
            (Item::Value(old), ..) => {
                let at = old.span().ok_or(Tangled)?;
                let text = self.layout.text.get(at.clone()).ok_or(Tangled)?;
                let new = value::of(new).ok_or(Tangled)?;
                self.patch.replace(at, value::changed(text, &new, self.end));
            }
            (Item::Table(table), Some(new), _) if table.is_dotted() => {
                let scope = Scope {
                    path: scope.path,
                    dotted: format!("{}{}.", scope.dotted, value::key(key.get())),
                    top: self.last_line(key, old),
                };
                self.table(&scope, table, new)?;
            }
            (Item::Table(table), Some(new), _) => {
                let scope = Scope {
                    path: &[scope.path, &[key.get()]].concat(),
                    dotted: String::new(),
                    top: self.layout.under_header(table),
                };
                self.table(&scope, table, new)?;
            }
            (Item::ArrayOfTables(list), _, Some(new)) => {
                let path = [scope.path, &[key.get()]].concat();
                self.list(&path, list, &new)?;
            }
            _ => return Ok(false),
        }
        Ok(true)
    }

    fn remove(&mut self, key: &Key, item: &Item) {
        match item {
            Item::None => {}
            Item::Value(_) => {
                let at = self.layout.entry(key, item);
                // A comment above would run into the next header, and be taken for that one's.
                let is_needed = self.layout.is_joint(at.end);
                let gap = if is_needed { self.end.text() } else { "" };
                self.patch.replace(at, gap.to_owned());
            }
            Item::Table(table) if table.is_dotted() => {
                for (name, inner) in table {
                    if let Some(key) = table.key(name) {
                        self.remove(key, inner);
                    }
                }
            }
            Item::Table(table) => self.cut_blocks(&self.layout.blocks_of(table)),
            Item::ArrayOfTables(list) => {
                let blocks = list.iter().flat_map(|table| self.layout.blocks_of(table));
                self.cut_blocks(&blocks.collect::<Vec<_>>());
            }
        }
    }

    fn cut_blocks(&mut self, blocks: &[usize]) {
        for piece in self.layout.without(blocks) {
            self.patch.cut(piece);
        }
    }

    /// Where the lines of a key end; `None` for a block, which has lines elsewhere.
    fn last_line(&self, key: &Key, item: &Item) -> Option<usize> {
        match item {
            Item::Value(_) => Some(self.layout.entry(key, item).end),
            Item::Table(table) if table.is_dotted() => {
                let keys = table
                    .iter()
                    .filter_map(|(name, inner)| Some((table.key(name)?, inner)));
                keys.filter_map(|(key, inner)| self.last_line(key, inner))
                    .max()
            }
            _ => None,
        }
    }

    fn add(
        &mut self,
        scope: &Scope<'_>,
        old: &Table,
        (name, item): (&str, &Item),
        under: Option<usize>,
    ) -> Result<(), Tangled> {
        let path = [scope.path, &[name]].concat();
        // Blocks within dotted keys cannot be written.
        if scope.dotted.is_empty()
            && let Some(text) = fresh::blocks(&path, item, self.end)
        {
            let at = self.layout.end_of(old).ok_or(Tangled)?;
            self.add_block(at, true, &text);
            return Ok(());
        }
        let (at, value) = (under.ok_or(Tangled)?, value::of(item).ok_or(Tangled)?);
        let line = format!(
            "{}{}{} = {}{}",
            self.layout.indent_above(at),
            scope.dotted,
            value::key(name),
            value::fresh(&value, self.end),
            self.end.text()
        );
        self.patch.insert(at, Rank::Key, line);
        Ok(())
    }

    /// Puts a block behind another that ends at this byte.
    fn add_block(&mut self, at: usize, is_apart: bool, text: &str) {
        let gap = |is_needed: bool| if is_needed { self.end.text() } else { "" };
        let before = gap(is_apart || self.layout.is_under_comment(at));
        let behind = gap(is_apart && self.layout.is_followed(at));
        self.patch
            .insert(at, Rank::Block, format!("{before}{text}{behind}"));
    }

    /// The text of a block, made from the old one and its place, if there is one.
    fn text_of(
        &self,
        path: &[&str],
        from: Option<(&Table, &Range<usize>)>,
        wanted: &dyn TableLike,
    ) -> Result<String, Tangled> {
        let Some((table, place)) = from else {
            return Ok(fresh::block(path, true, wanted, self.end));
        };
        let changes = Self::of((self.layout, self.end), path, table, wanted)?;
        Ok(changes.apply(self.layout.text, place.clone()))
    }

    /// Fills the places of the old blocks with the new ones, each made from the old one that it is most like.
    fn list(
        &mut self,
        path: &[&str],
        old: &ArrayOfTables,
        new: &[&dyn TableLike],
    ) -> Result<(), Tangled> {
        let places: Option<Vec<Range<usize>>> =
            old.iter().map(|table| self.layout.whole(table)).collect();
        let places = places.ok_or(Tangled)?;
        let texts = sources(old, new)
            .into_iter()
            .zip(new)
            .map(|(source, wanted)| {
                let from = source.and_then(|source| Some((old.get(source)?, places.get(source)?)));
                self.text_of(path, from, *wanted)
            });
        let texts: Vec<String> = texts.collect::<Result<_, _>>()?;
        let last = places.last().cloned().ok_or(Tangled)?;
        let is_apart = self.layout.is_apart(last.start);
        let mut places = places.into_iter();
        let mut is_under_comment = false;
        for text in texts {
            let Some(place) = places.next() else {
                self.add_block(last.end, is_apart || is_under_comment, &text);
                continue;
            };
            if self.layout.text.get(place.clone()) == Some(&text) {
                continue;
            }
            let end = text.lines().next_back().unwrap_or_default();
            is_under_comment = end.trim_start().starts_with('#');
            let is_joint = is_under_comment && self.layout.is_followed(place.end);
            let gap = if is_joint { self.end.text() } else { "" };
            self.patch.replace(place, text + gap);
        }
        let surplus = old.iter().skip(new.len());
        let blocks: Vec<usize> = surplus
            .flat_map(|table| self.layout.blocks_of(table))
            .collect();
        self.cut_blocks(&blocks);
        Ok(())
    }
}

/// Picks, of the old blocks that are left, one for the new block at a place.
type Choice<'c> = &'c dyn Fn(&[usize], usize, &dyn TableLike) -> Option<usize>;

/// For each new block the old one that it comes from: the same, else the one with most in common, else the next that is left.
fn sources(old: &ArrayOfTables, new: &[&dyn TableLike]) -> Vec<Option<usize>> {
    let mut left: Vec<usize> = (0..old.len()).collect();
    let mut sources: Vec<Option<usize>> = vec![None; new.len()];
    let is_same = |at: usize, wanted: &dyn TableLike| {
        old.get(at).is_some_and(|old| same::tables(old, wanted))
    };
    let like = |at: usize, wanted: &dyn TableLike| {
        old.get(at).map_or(0, |old| same::likeness(old, wanted))
    };
    let in_place: Choice<'_> =
        &|left, at, wanted| (left.contains(&at) && is_same(at, wanted)).then_some(at);
    let equal: Choice<'_> =
        &|left, _, wanted| left.iter().copied().find(|old| is_same(*old, wanted));
    let nearest: Choice<'_> = &|left, at, wanted| {
        let like = left
            .iter()
            .map(|old| (like(*old, wanted), *old))
            .filter(|(like, _)| *like > 0);
        like.max_by_key(|(like, old)| (*like, std::cmp::Reverse(old.abs_diff(at))))
            .map(|(_, old)| old)
    };
    let next: Choice<'_> = &|left, _, _| left.first().copied();
    for choice in [in_place, equal, nearest, next] {
        for (at, (source, wanted)) in sources.iter_mut().zip(new).enumerate() {
            if source.is_none() {
                *source = choice(&left, at, *wanted);
                left.retain(|old| Some(*old) != *source);
            }
        }
    }
    sources
}
