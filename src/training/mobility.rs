//! Which routines are mobility: warming up, rolling and stretching around the training. They are paced and logged like
//! everything else, but nobody is asked how hard they were, and they are no training that a load, a trend or the advice of a day
//! could rest on.

/// The warm-up, by its id.
pub const WARM_UP: &str = "warmup-dynamic";
/// The roller.
pub const ROLLING: &str = "foam-roll-lower";
/// All of them.
pub const ALL: [&str; 3] = [WARM_UP, ROLLING, "ankle-hip-static"];

/// Whether the routine of an id is mobility.
pub fn is_mobility(id: &str) -> bool {
    ALL.contains(&id)
}
