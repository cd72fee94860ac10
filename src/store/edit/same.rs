//! Whether two pieces of TOML say the same, however they are written: quotes, spaces, comments and the order of keys do not
//! count, and a list of blocks is a list of inline tables. `4`, `4.0` and `"4"` are three different values.

use toml_edit::{Item, Table, TableLike, Value};

/// The same keys with the same values.
pub(super) fn tables(one: &dyn TableLike, other: &dyn TableLike) -> bool {
    agree(one, other, None)
}

/// The same keys with the same values, whatever stands under this one.
pub(super) fn tables_but(key: &str, one: &Table, other: &Table) -> bool {
    agree(one, other, Some(key))
}

fn agree(one: &dyn TableLike, other: &dyn TableLike, but: Option<&str>) -> bool {
    let counts = |(key, item): &(&str, &Item)| Some(*key) != but && !is_nothing(item);
    let mut keys = one.iter().filter(counts);
    one.iter().filter(counts).count() == other.iter().filter(counts).count()
        && keys.all(|(key, item)| other.get(key).is_some_and(|other| items(item, other)))
}

/// The same content.
pub(super) fn items(one: &Item, other: &Item) -> bool {
    if let (Some(one), Some(other)) = (one.as_table_like(), other.as_table_like()) {
        return tables(one, other);
    }
    match (one, other) {
        (Item::Value(one), Item::Value(other)) => values(one, other),
        _ => match (blocks(one), blocks(other)) {
            (Some(one), Some(other)) => {
                one.len() == other.len()
                    && one
                        .iter()
                        .zip(other)
                        .all(|(one, other)| tables(*one, other))
            }
            _ => is_nothing(one) && is_nothing(other),
        },
    }
}

/// The same value.
pub(super) fn values(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::String(one), Value::String(other)) => one.value() == other.value(),
        (Value::Integer(one), Value::Integer(other)) => one.value() == other.value(),
        (Value::Float(one), Value::Float(other)) => one.value().total_cmp(other.value()).is_eq(),
        (Value::Boolean(one), Value::Boolean(other)) => one.value() == other.value(),
        (Value::Datetime(one), Value::Datetime(other)) => one.value() == other.value(),
        (Value::Array(one), Value::Array(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| values(one, other))
        }
        (Value::InlineTable(one), Value::InlineTable(other)) => tables(one, other),
        _ => false,
    }
}

/// How many keys of the two have the same value.
pub(super) fn likeness(one: &dyn TableLike, other: &dyn TableLike) -> usize {
    let agrees =
        |(key, item): &(&str, &Item)| other.get(key).is_some_and(|other| items(item, other));
    one.iter().filter(agrees).count()
}

/// Whether one is likely to have been made from the other.
pub(super) fn are_alike(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::InlineTable(one), Value::InlineTable(other)) => likeness(one, other) > 0,
        _ => values(one, other),
    }
}

/// A list of tables, written in either way.
pub(super) fn blocks(item: &Item) -> Option<Vec<&dyn TableLike>> {
    match item {
        Item::ArrayOfTables(list) => {
            Some(list.iter().map(|table| table as &dyn TableLike).collect())
        }
        Item::Value(Value::Array(list)) => {
            let tables = list.iter().map(Value::as_inline_table);
            tables
                .map(|table| table.map(|table| table as &dyn TableLike))
                .collect()
        }
        _ => None,
    }
}

/// What leaves no trace in a file: no blocks.
pub(super) fn is_nothing(item: &Item) -> bool {
    match item {
        Item::None => true,
        Item::ArrayOfTables(list) => list.is_empty(),
        Item::Value(_) | Item::Table(_) => false,
    }
}
