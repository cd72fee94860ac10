//! Where things stand in the text: lines, the blocks that the headers begin, and what belongs to a table.
//!
//! A block is a header with the lines under it. The comment directly above its header belongs to it, and so do the comments
//! directly under its last key, unless they run into the next header: then they are that one's. A comment between blank
//! lines belongs to nobody: it is a heading, and it stays where it is whatever happens around it.

use std::ops::Range;

use toml_edit::{Item, Key, Table};

/// What a line holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Blank,
    Comment,
    /// A header, or a key with its value, or a further line of a value.
    Content,
}

/// One line with its end.
#[derive(Debug, Clone)]
struct Line {
    at: Range<usize>,
    kind: Kind,
}

/// A header with what belongs to it, as numbers of lines.
#[derive(Debug, Clone)]
pub(super) struct Block {
    /// From the first line of the comment above the header to the line behind the last that belongs to it.
    lines: Range<usize>,
    /// The line of the header.
    header: usize,
}

/// The text, taken apart.
#[derive(Debug)]
pub(super) struct Layout<'t> {
    pub(super) text: &'t str,
    lines: Vec<Line>,
    blocks: Vec<Block>,
}

impl<'t> Layout<'t> {
    /// Takes a text apart that ends with a line end; `root` is what was read from it.
    pub(super) fn of(text: &'t str, root: &Table) -> Self {
        let mut start = 0;
        let lines = text.split_inclusive('\n').map(|line| {
            let at = start..start + line.len();
            start = at.end;
            let kind = match line.trim_start() {
                "" => Kind::Blank,
                rest if rest.starts_with('#') => Kind::Comment,
                _ => Kind::Content,
            };
            Line { at, kind }
        });
        let mut layout = Self {
            text,
            lines: lines.collect(),
            blocks: Vec::new(),
        };
        let mut headers = Vec::new();
        layout.take_in(root, &mut headers);
        headers.sort_unstable();
        layout.blocks = layout.blocks_from(&headers);
        layout
    }

    /// Marks what may look like a comment or a blank line and is part of a value, and gathers the lines of the headers.
    fn take_in(&mut self, table: &Table, headers: &mut Vec<usize>) {
        headers.extend(self.header(table));
        for (_, item) in table {
            match item {
                Item::None => {}
                Item::Value(value) => {
                    let lines = self.lines_of(&value.span().unwrap_or_default());
                    for line in self.lines.get_mut(lines).into_iter().flatten() {
                        line.kind = Kind::Content;
                    }
                }
                Item::Table(inner) => self.take_in(inner, headers),
                Item::ArrayOfTables(list) => {
                    for inner in list {
                        self.take_in(inner, headers);
                    }
                }
            }
        }
    }

    fn blocks_from(&self, headers: &[usize]) -> Vec<Block> {
        let above = |line: &usize| {
            let comments = self.run(0..*line, Kind::Comment, Side::End);
            line - comments
        };
        let starts: Vec<usize> = headers.iter().map(above).collect();
        let ends = starts.iter().skip(1).copied().chain([self.lines.len()]);
        let blocks = headers.iter().zip(starts.iter().zip(ends));
        blocks
            .map(|(&header, (&start, end))| {
                let kinds = self.lines.get(header..end).unwrap_or_default();
                let last = kinds.iter().rposition(|line| line.kind == Kind::Content);
                let content = header + last.unwrap_or_default() + 1;
                let comments = self.run(content..end, Kind::Comment, Side::Start);
                Block {
                    lines: start..content + comments,
                    header,
                }
            })
            .collect()
    }

    /// How many lines of that kind stand at one end of `lines`.
    fn run(&self, lines: Range<usize>, kind: Kind, side: Side) -> usize {
        let lines = self.lines.get(lines).unwrap_or_default();
        let fits = |line: &&Line| line.kind == kind;
        match side {
            Side::Start => lines.iter().take_while(fits).count(),
            Side::End => lines.iter().rev().take_while(fits).count(),
        }
    }

    /// The line of a table's own header; `None` for one that has none, as dotted keys make them.
    fn header(&self, table: &Table) -> Option<usize> {
        let start = table.span()?.start;
        let header = self.text.get(start..)?;
        header.starts_with('[').then(|| self.line_at(start))
    }

    /// The number of the line that holds this byte.
    pub(super) fn line_at(&self, byte: usize) -> usize {
        let after = self.lines.partition_point(|line| line.at.start <= byte);
        after.saturating_sub(1)
    }

    fn lines_of(&self, bytes: &Range<usize>) -> Range<usize> {
        let last = bytes.end.saturating_sub(1).max(bytes.start);
        self.line_at(bytes.start)..self.line_at(last) + 1
    }

    /// The bytes of these lines.
    fn bytes(&self, lines: &Range<usize>) -> Range<usize> {
        let start = |line: usize| {
            let line = self.lines.get(line);
            line.map_or(self.text.len(), |line| line.at.start)
        };
        start(lines.start)..start(lines.end)
    }

    /// The lines of a key with its value.
    pub(super) fn entry(&self, key: &Key, item: &Item) -> Range<usize> {
        let (key, value) = (key.span().unwrap_or_default(), item.span());
        let end = value.map_or(key.end, |value| value.end.max(key.end));
        self.bytes(&self.lines_of(&(key.start..end)))
    }

    /// Where the line under a table's own header begins; `None` for a table that has no header.
    pub(super) fn under_header(&self, table: &Table) -> Option<usize> {
        let header = self.header(table)?;
        Some(self.bytes(&(header..header + 1)).end)
    }

    /// The numbers of the blocks of a table and of everything within it, in the order of the text.
    pub(super) fn blocks_of(&self, table: &Table) -> Vec<usize> {
        let mut headers = Vec::new();
        self.headers(table, &mut headers);
        let mut blocks: Vec<usize> = headers
            .iter()
            .filter_map(|line| {
                let found = self.blocks.binary_search_by_key(line, |block| block.header);
                found.ok()
            })
            .collect();
        blocks.sort_unstable();
        blocks
    }

    fn headers(&self, table: &Table, found: &mut Vec<usize>) {
        found.extend(self.header(table));
        for (_, item) in table {
            match item {
                Item::Table(inner) => self.headers(inner, found),
                Item::ArrayOfTables(list) => {
                    for inner in list {
                        self.headers(inner, found);
                    }
                }
                Item::None | Item::Value(_) => {}
            }
        }
    }

    /// The bytes of a table and of everything within it, where they stand in one piece.
    pub(super) fn whole(&self, table: &Table) -> Option<Range<usize>> {
        match self.runs(&self.blocks_of(table)).as_slice() {
            [one] => Some(self.bytes(one)),
            _ => None,
        }
    }

    /// Where a table with everything within it ends.
    pub(super) fn end_of(&self, table: &Table) -> Option<usize> {
        let last = self.blocks_of(table).last().copied()?;
        let block = self.blocks.get(last)?;
        Some(self.bytes(&block.lines).end)
    }

    /// The pieces of text that these blocks make up, for a table whose blocks are strewn over the file.
    pub(super) fn pieces(&self, blocks: &[usize]) -> Vec<Range<usize>> {
        let runs = self.runs(blocks);
        runs.iter().map(|run| self.bytes(run)).collect()
    }

    /// What has to go so that these blocks are gone and no gap is left: the blocks, and the blank lines on one side of them.
    pub(super) fn without(&self, blocks: &[usize]) -> Vec<Range<usize>> {
        let runs = self.runs(blocks).into_iter().map(|run| {
            let behind = self.run(run.end..self.lines.len(), Kind::Blank, Side::Start);
            let before = self.run(0..run.start, Kind::Blank, Side::End);
            if run.end + behind == self.lines.len() {
                self.bytes(&(run.start - before..run.end + behind))
            } else if before > 0 || run.start == 0 {
                self.bytes(&(run.start..run.end + behind))
            } else {
                self.bytes(&run)
            }
        });
        runs.collect()
    }

    /// The lines of these blocks, those taken together that only blank lines part.
    fn runs(&self, blocks: &[usize]) -> Vec<Range<usize>> {
        let mut runs: Vec<Range<usize>> = Vec::new();
        for block in blocks.iter().filter_map(|block| self.blocks.get(*block)) {
            match runs.last_mut() {
                Some(last)
                    if self.run(last.end..block.lines.start, Kind::Blank, Side::Start)
                        == block.lines.start - last.end =>
                {
                    last.end = block.lines.end;
                }
                _ => runs.push(block.lines.clone()),
            }
        }
        runs
    }

    /// Where the first block begins, with the comment above its header; the end of the text where there is none.
    pub(super) fn first_block(&self) -> usize {
        let first = self.blocks.first().map(|block| &block.lines);
        first.map_or(self.text.len(), |lines| self.bytes(lines).start)
    }

    /// The comments on lines of their own that stand before this byte: what they say, and where their line ends.
    pub(super) fn comments_before(&self, byte: usize) -> impl Iterator<Item = (&'t str, usize)> {
        let before = self.lines.iter().filter(move |line| line.at.end <= byte);
        let comments = before.filter(|line| line.kind == Kind::Comment);
        comments.filter_map(|line| Some((self.text.get(line.at.clone())?.trim(), line.at.end)))
    }

    fn line_above(&self, byte: usize) -> Option<&Line> {
        let behind = self.lines.partition_point(|line| line.at.start < byte);
        self.lines.get(behind.checked_sub(1)?)
    }

    /// Whether a blank line stands directly above this byte, or nothing at all.
    pub(super) fn is_apart(&self, byte: usize) -> bool {
        let above = self.line_above(byte);
        above.is_none_or(|line| line.kind == Kind::Blank)
    }

    /// Whether a blank line stands anywhere in these bytes.
    pub(super) fn has_blank(&self, bytes: &Range<usize>) -> bool {
        let inside = |line: &&Line| bytes.start <= line.at.start && line.at.end <= bytes.end;
        let mut inside = self.lines.iter().filter(inside);
        inside.any(|line| line.kind == Kind::Blank)
    }

    /// Whether the line that ends at this byte is a comment.
    pub(super) fn is_under_comment(&self, byte: usize) -> bool {
        let above = self.line_above(byte);
        above.is_some_and(|line| line.kind == Kind::Comment)
    }

    /// Whether a block with comments in it ends at this byte, and the next begins without a blank line between.
    pub(super) fn is_joint(&self, byte: usize) -> bool {
        let mut ending = self.blocks.iter().filter(|block| {
            let lines = self
                .lines
                .get(block.header..block.lines.end)
                .unwrap_or_default();
            self.bytes(&block.lines).end == byte
                && lines.iter().any(|line| line.kind == Kind::Comment)
        });
        ending.next().is_some() && self.is_followed(byte)
    }

    /// Whether a line with something on it begins at this byte.
    pub(super) fn is_followed(&self, byte: usize) -> bool {
        let next = self.lines.partition_point(|line| line.at.start < byte);
        let next = self.lines.get(next);
        next.is_some_and(|line| line.kind != Kind::Blank)
    }

    /// What the line that ends at this byte is indented by.
    pub(super) fn indent_above(&self, byte: usize) -> &'t str {
        let line = self.line_above(byte).map(|line| line.at.clone());
        let line = line.and_then(|at| self.text.get(at)).unwrap_or_default();
        let bare = line.trim_start_matches([' ', '\t']);
        line.get(..line.len() - bare.len()).unwrap_or_default()
    }
}

/// Which end of some lines is looked at.
#[derive(Debug, Clone, Copy)]
enum Side {
    Start,
    End,
}
