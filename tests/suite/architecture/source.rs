//! Reads one source file as tokens and says which paths it names, on which lines, tests left out.
//!
//! Tokens rather than lines: comments and strings are no code, and `use a::{b, c::d}` names two paths.

use std::ops::RangeInclusive;

use super::tokens::{Kind, Token, tokens};

/// A path as the file names it, for example `std::fs`, or from the root of the program where it is ours.
#[derive(Debug)]
pub(super) struct Named {
    pub line: usize,
    pub path: Vec<String>,
    /// Whether it is a path inside the program, from its root.
    pub ours: bool,
}

#[derive(Debug)]
pub(super) struct Source {
    /// From the project's root.
    pub path: String,
    /// For example `["training", "plan"]`; empty for the two roots.
    pub module: Vec<String>,
    pub named: Vec<Named>,
    /// Modules that are compiled for tests alone and lie in files of their own.
    pub test_modules: Vec<Vec<String>>,
    pub opens_with_purpose: bool,
    /// Lines of code, comments included, tests not.
    pub lines: usize,
}

impl Source {
    pub(super) fn read(path: &str, text: &str) -> Self {
        let module = module_of(path);
        let mut reader = Reader::default();
        reader.walk(&tokens(text), &module);
        let tests: usize = reader.tests.iter().map(|lines| lines.clone().count()).sum();
        Self {
            path: path.to_owned(),
            module,
            named: reader.named,
            test_modules: reader.test_modules,
            opens_with_purpose: text.starts_with("//!"),
            lines: text.lines().count() - tests,
        }
    }
}

/// Drops the files that only tests are compiled from.
pub(super) fn without_test_files(mut sources: Vec<Source>) -> Vec<Source> {
    let tests: Vec<Vec<String>> = sources
        .iter()
        .flat_map(|source| source.test_modules.clone())
        .collect();
    sources.retain(|source| !tests.iter().any(|test| source.module.starts_with(test)));
    sources
}

/// `src/training/plan.rs` → `training::plan`.
fn module_of(path: &str) -> Vec<String> {
    let inner = path.strip_prefix("src/").unwrap_or(path);
    let inner = inner.strip_suffix(".rs").unwrap_or(inner);
    match inner {
        "main" | "lib" => Vec::new(),
        _ => inner.split('/').map(str::to_owned).collect(),
    }
}

#[derive(Default)]
struct Reader {
    named: Vec<Named>,
    tests: Vec<RangeInclusive<usize>>,
    test_modules: Vec<Vec<String>>,
}

impl Reader {
    fn walk(&mut self, mut tokens: &[Token], module: &[String]) {
        while let Some((token, mut rest)) = tokens.split_first() {
            if token.is_mark('#') {
                rest = self.attribute(token.line, rest, module);
            } else if token.word() == Some("mod") {
                rest = self.child(rest, module);
            } else if let Some(word) = token.word() {
                rest = self.path(vec![word.to_owned()], token.line, rest, module);
            } else if let Kind::Group(_, inner) = &token.kind {
                self.walk(inner, module);
            }
            tokens = rest;
        }
    }

    /// `mod name { … }`: what is inside counts from there.
    fn child<'a>(&mut self, tokens: &'a [Token], module: &[String]) -> &'a [Token] {
        if let [name, body, rest @ ..] = tokens
            && let (Some(name), Some(inner)) = (name.word(), body.group('{'))
        {
            self.walk(inner, &[module, &[name.to_owned()]].concat());
            return rest;
        }
        tokens
    }

    /// `#[…]`: behind `#[cfg(test)]` the item is left out.
    fn attribute<'a>(
        &mut self,
        line: usize,
        tokens: &'a [Token],
        module: &[String],
    ) -> &'a [Token] {
        if let [attribute, rest @ ..] = tokens
            && attribute.group('[').is_some_and(is_for_tests)
        {
            return self.skip_item(line, rest, module);
        }
        tokens
    }

    fn skip_item<'a>(
        &mut self,
        line: usize,
        tokens: &'a [Token],
        module: &[String],
    ) -> &'a [Token] {
        let import = tokens
            .iter()
            .map_while(Token::word)
            .any(|word| word == "use");
        let ends = |token: &Token| token.is_mark(';') || (!import && token.group('{').is_some());
        let end = tokens.iter().position(ends).unwrap_or(tokens.len());
        let (item, rest) = tokens.split_at((end + 1).min(tokens.len()));
        let last = item.last().map_or(line, |token| token.last_line);
        self.tests.push(line..=last);
        let mut words = item.iter().filter_map(Token::word);
        if words.any(|word| word == "mod") {
            let name = words.next().map(str::to_owned);
            let child = module.iter().cloned().chain(name);
            self.test_modules.push(child.collect());
        }
        rest
    }

    /// Follows a path from its first word on, through every branch of its braces.
    fn path<'a>(
        &mut self,
        mut path: Vec<String>,
        line: usize,
        mut tokens: &'a [Token],
        module: &[String],
    ) -> &'a [Token] {
        while let [one, two, next, rest @ ..] = tokens
            && one.is_mark(':')
            && two.is_mark(':')
        {
            if let Some(branches) = next.group('{') {
                self.branches(&path, branches, module);
                return rest;
            }
            let Some(word) = next.word() else { break };
            path.push(word.to_owned());
            tokens = rest;
        }
        self.add(path, line, module);
        tokens
    }

    fn branches(&mut self, path: &[String], mut tokens: &[Token], module: &[String]) {
        while let Some((token, mut rest)) = tokens.split_first() {
            match token.word() {
                Some("self") => self.add(path.to_vec(), token.line, module),
                Some("as") => rest = rest.get(1..).unwrap_or_default(),
                Some(word) => {
                    let longer = [path, &[word.to_owned()]].concat();
                    rest = self.path(longer, token.line, rest, module);
                }
                None if token.is_mark('*') => self.add(path.to_vec(), token.line, module),
                None => {}
            }
            tokens = rest;
        }
    }

    fn add(&mut self, path: Vec<String>, line: usize, module: &[String]) {
        let relative = matches!(
            path.first().map(String::as_str),
            Some("crate" | "super" | "self" | "downbeat")
        );
        let ours = relative && path.len() > 1;
        let path = if ours { absolute(&path, module) } else { path };
        self.named.push(Named { line, path, ours });
    }
}

/// Whether an attribute says `cfg(test)`, alone or with more conditions.
fn is_for_tests(attribute: &[Token]) -> bool {
    let [cfg, conditions] = attribute else {
        return false;
    };
    let Some(conditions) = conditions.group('(') else {
        return false;
    };
    let alone = matches!(conditions, [only] if only.word() == Some("test"));
    let among = matches!(conditions, [all, more] if all.word() == Some("all")
        && more.group('(').is_some_and(|more| more.iter().any(|one| one.word() == Some("test"))));
    cfg.word() == Some("cfg") && (alone || among)
}

/// The path from the program's root.
fn absolute(path: &[String], module: &[String]) -> Vec<String> {
    let mut whole = module.to_vec();
    for word in path {
        match word.as_str() {
            "crate" | "downbeat" => whole.clear(),
            "super" => {
                whole.pop();
            }
            "self" => {}
            _ => whole.push(word.clone()),
        }
    }
    whole
}
