//! Everything that is known of what is under the cursor: what it is for, what is done, and where its numbers come from.

use crate::app::App;
use crate::training::advice;
use crate::training::facts;
use crate::training::preset::Tier;
use crate::training::routine::Routine;
use crate::training::text::visible;
use crate::training::timeline::Timeline;

/// Its name, and what there is to say, each under its heading; `None` where nothing is under the cursor.
pub(super) fn said(app: &App) -> Option<(String, Vec<(&'static str, String)>)> {
    let routine = app.as_chosen(&app.picker.previewed()?);
    Some((visible(&routine.name).into_owned(), facts(&routine)))
}

fn facts(routine: &Routine) -> Vec<(&'static str, String)> {
    let timeline = Timeline::of(routine);
    let mut said = facts::of(routine, &timeline);
    if routine.about.tier != Tier::General {
        let words = "Published for people in whom this was diagnosed. It is shown for information: \
                     train it under a clinician's plan.";
        said.insert(0, ("Read first", words.to_owned()));
    }
    let mut notes: Vec<String> = routine.presets().flat_map(advice::notes).collect();
    notes.dedup();
    said.extend(notes.into_iter().map(|note| ("Note", note)));
    said
}
