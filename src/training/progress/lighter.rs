//! Less load for a slower lowering.

use super::plates::lighter;
use super::{Change, Choice, Kind, Offer};
use crate::training::history::{Cited, LastSet, Lifted, slowest_of};
use crate::training::journal::PastSession;
use crate::training::length::seconds;
use crate::training::text::visible;
use std::time::Duration;

/// By how much the lowering grows before less load is offered (domain: load strategy, 2). Our own choice.
const GROWN: Duration = Duration::from_secs(2);

/// The offer where the lowering grows against the last time.
pub(super) fn offer(lifted: &Lifted, past: &[PastSession], lowering: Duration) -> Option<Offer> {
    let (session, last) = past
        .iter()
        .find_map(|session| Some((session, LastSet::of(session, lifted)?)))?;
    let mut sets = session
        .sets
        .iter()
        .filter(|set| lifted.did(set))
        .collect::<Vec<_>>();
    let before = sets.iter().filter_map(|set| slowest_of(set)).max()?;
    if lowering.checked_sub(before)? < GROWN {
        return None;
    }
    sets.retain(|set| slowest_of(set) == Some(before));
    let tempo = sets.first().map(|set| visible(&set.tempo).into_owned())?;
    let less = last.load.as_ref().and_then(lighter);
    let words = match (&less, &last.load) {
        (Some(less), Some(load)) => format!("{less} in place of {load}"),
        _ => "10 to 20 % less load".to_owned(),
    };
    let grows = format!("from {} to {} s", seconds(before), seconds(lowering));
    let short = match &less {
        Some(less) => format!("Slower: {less}"),
        None => "Slower: a lighter load".to_owned(),
    };
    Some(Offer {
        kind: Kind::Lighter,
        sentence: format!("The lowering grows {grows}. Lighter: {words}"),
        short,
        entries: vec![Cited::new(
            last.day,
            format!("{} at {tempo}", lifted.name()),
        )],
        choices: vec![Choice {
            change: Change::Load,
            load: less,
            words,
        }],
    })
}
