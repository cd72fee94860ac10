//! The door: what will be done, before it is begun.

use crate::app::practice::Practice;
use crate::training::length::{seconds, short};
use crate::training::practice::{Each, Way};
use crate::ui::sheet::Page;
use std::time::Duration;

/// What will be done, how it was the last time, and what there is to know.
pub(super) fn page(practice: &Practice) -> Page {
    let (plan, tempo) = (&practice.plan, practice.plan.tempo());
    let below = match plan.way() {
        Way::Thirds => {
            let third = short(plan.length().duration() / 3);
            let mut lines = vec![
                format!(
                    "{}: {third} with cues, {third} in which they fade, {third} blind.",
                    plan.length()
                ),
                "Blind, tap Space at every turn-around: the end says what your seconds were."
                    .to_owned(),
            ];
            lines.extend(before(practice));
            lines.push("An empty hand will do; it is no training and counts as none.".to_owned());
            lines
        }
        Way::Ladder(ladder) => {
            let each = match ladder.each {
                Each::Rep => "each rep",
                Each::Set => "each set of five",
            };
            vec![
                format!(
                    "{}, a ladder: the lowering grows by {} s with {each}, up to {} s.",
                    plan.length(),
                    seconds(ladder.step),
                    seconds(ladder.target),
                ),
                "All cues stay. It is no training and counts as none.".to_owned(),
            ]
        }
    };
    Page {
        // The minus has a shape among the large letters.
        big: vec![tempo.to_string().replace('-', "−")],
        plain: format!("Practise {tempo}"),
        below,
    }
}

/// How each phase was felt the last time.
fn before(practice: &Practice) -> Option<String> {
    let before = practice.before.as_ref()?;
    let means = practice.plan.phases().into_iter().filter_map(|phase| {
        let mean = before.of_phase(phase.kind, phase.nominal)?;
        let verb = if phase.nominal == Duration::from_secs(1) {
            "was"
        } else {
            "were"
        };
        Some(format!("{} s {verb} {mean}", seconds(phase.nominal)))
    });
    let means: Vec<String> = means.collect();
    (!means.is_empty()).then(|| format!("On {}: {}.", before.day(), means.join(", ")))
}
