//! Cues that fade and are gone: practice leads from following them to knowing the tempo by oneself.

use super::{Plan, Timeline};
use std::sync::Arc;
use std::time::Duration;

/// Where cues fade.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fade {
    /// Up to here they are as ever.
    pub from: Duration,
    /// From here on there are none.
    pub to: Duration,
}

impl Fade {
    /// How much of the cues is there at a position: 1 is all of it, 0 nothing.
    fn presence(self, at: Duration) -> f32 {
        if at >= self.to {
            return 0.0;
        }
        let over = at.saturating_sub(self.from);
        1.0 - over.div_duration_f32(self.to.saturating_sub(self.from))
    }
}

impl Timeline {
    /// The same with cues that fade.
    #[must_use]
    pub fn fading(&self, fade: Fade) -> Self {
        let plan = Plan {
            fade: Some(fade),
            ..Plan::clone(&self.plan)
        };
        Self {
            plan: Arc::new(plan),
            ..self.clone()
        }
    }

    /// How much of the cues is there at a position: 1 is all of it, 0 nothing. That it is over is always told: nobody who
    /// has nothing to follow knows.
    pub fn presence(&self, at: Duration) -> f32 {
        let fade = self.plan.fade.filter(|_| at < self.total());
        fade.map_or(1.0, |fade| fade.presence(at))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cues_are_there_then_fade_and_are_gone() {
        let fade = Fade {
            from: Duration::from_secs(60),
            to: Duration::from_secs(120),
        };
        let presence = |seconds| fade.presence(Duration::from_secs(seconds));
        let tenths = [0, 60, 90, 120, 500].map(|at| (presence(at) * 10.0).round().to_bits());
        assert_eq!(tenths, [10f32, 10.0, 5.0, 0.0, 0.0].map(f32::to_bits));
    }
}
