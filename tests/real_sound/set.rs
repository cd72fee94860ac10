//! Sets for these tests, and what they ought to sound like.

use std::time::Duration;

use downbeat::sound::CueSet;
use downbeat::sound::rate::Rate;
use downbeat::sound::score::Score;
use downbeat::training::exercise::Exercise;
use downbeat::training::preset::{Draft, Preset};
use downbeat::training::timeline::Timeline;

/// Sets of equal reps at one tempo.
pub(crate) fn straight(tempo: &str, sets: u32, reps: u32, lead_in: Duration) -> Timeline {
    let mut draft = Draft::straight(
        "set".parse().expect("a slug"),
        Exercise::unnamed(),
        tempo.parse().expect("a tempo"),
        sets,
        reps,
        Duration::from_secs(60),
    );
    draft.lead_in = lead_in;
    Timeline::plan(&Preset::new(draft).expect("within the limits"))
}

/// All of it rendered at once, to where the last sound has ended.
pub(crate) fn rendered(timeline: &Timeline, cues: CueSet) -> Vec<f32> {
    let score = Score::new(Rate::COMMON, cues);
    let frames = Rate::COMMON.frames_in(timeline.total() + score.tail());
    let mut samples = vec![0.0; frames];
    score.render_timeline(timeline, 0, &mut samples);
    samples
}
