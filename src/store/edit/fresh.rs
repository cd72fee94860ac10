//! Blocks that were not there before: a header, the keys in their order, and the blocks within.

use toml_edit::{Item, TableLike};

use super::value::{self, LineEnd};

/// The text of a table under its own header; `is_one_of_many` for `[[path]]`.
pub(super) fn block(
    path: &[&str],
    is_one_of_many: bool,
    table: &dyn TableLike,
    end: LineEnd,
) -> String {
    let names: Vec<String> = path.iter().map(|name| value::key(name)).collect();
    let names = names.join(".");
    let mut text = if is_one_of_many {
        format!("[[{names}]]{}", end.text())
    } else {
        format!("[{names}]{}", end.text())
    };
    let mut within = String::new();
    for (name, item) in table.iter() {
        let path = [path, &[name]].concat();
        if let Some(block) = blocks(&path, item, end) {
            within.push_str(end.text());
            within.push_str(&block);
        } else if let Some(value) = value::of(item) {
            let value = value::fresh(&value, end);
            text.extend([&value::key(name), " = ", &value, end.text()]);
        }
    }
    text + &within
}

/// The blocks that an item is written as; `None` for one that is a value, or nothing.
pub(super) fn blocks(path: &[&str], item: &Item, end: LineEnd) -> Option<String> {
    match item {
        Item::Table(table) => Some(block(path, false, table, end)),
        Item::ArrayOfTables(list) if !list.is_empty() => {
            let blocks: Vec<String> = list
                .iter()
                .map(|table| block(path, true, table, end))
                .collect();
            Some(blocks.join(end.text()))
        }
        _ => None,
    }
}
