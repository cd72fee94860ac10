//! Where a number, a rule or a suggestion comes from: what is claimed, on what that rests, and what is not claimed.

use crate::training::evidence::Topic;

/// A title, and what there is to say, each under its heading.
pub(super) fn said(topic: Topic) -> (String, Vec<(&'static str, String)>) {
    let name = topic.about().name.replace('-', " ");
    (format!("Where it comes from: {name}"), topic.facts())
}
