//! What was felt, for programs.
//!
//! A timing is one object, `{"phases": […], "taps": 17}`; keys may be added. Each phase has `kind` (as in `show --json`), `nominal_s`,
//! `measured_s` (in order), `mean_s`, `spread_s` (the sample standard deviation; null for fewer than two) and `count`. Lengths that
//! were felt outside a tempo are the same without `kind`.

use serde::Serialize;

use super::show::seconds;
use crate::training::tap::{Lengths, PhaseTiming, Timing};

/// A timing.
#[derive(Serialize)]
pub struct TimingRow {
    phases: Vec<PhaseRow>,
    taps: usize,
}

#[derive(Serialize)]
struct PhaseRow {
    kind: &'static str,
    #[serde(flatten)]
    lengths: LengthsRow,
}

/// Lengths against the one that was meant.
#[derive(Serialize)]
pub struct LengthsRow {
    nominal_s: f64,
    measured_s: Vec<f64>,
    mean_s: Option<f64>,
    spread_s: Option<f64>,
    count: usize,
}

impl From<&Timing> for TimingRow {
    fn from(timing: &Timing) -> Self {
        let phase = |phase: &PhaseTiming| PhaseRow {
            kind: phase.kind.as_str(),
            lengths: (&phase.lengths).into(),
        };
        Self {
            phases: timing.phases.iter().map(phase).collect(),
            taps: timing.taps,
        }
    }
}

impl From<&Lengths> for LengthsRow {
    fn from(lengths: &Lengths) -> Self {
        Self {
            nominal_s: seconds(lengths.nominal),
            measured_s: lengths.measured.iter().copied().map(seconds).collect(),
            mean_s: lengths.mean_s(),
            spread_s: lengths.spread_s(),
            count: lengths.measured.len(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::commands::json;
    use crate::training::timeline::SegmentKind;
    use std::time::Duration;

    #[test]
    fn a_timing_is_one_object_whose_keys_keep_their_order() {
        let lengths = |measured: &[u64]| Lengths {
            nominal: Duration::from_secs(4),
            measured: measured
                .iter()
                .copied()
                .map(Duration::from_millis)
                .collect(),
        };
        let phase = |kind, measured: &[u64]| PhaseTiming {
            kind,
            lengths: lengths(measured),
        };
        let timing = Timing {
            taps: 4,
            phases: vec![
                phase(SegmentKind::Lower, &[3_500, 4_500]),
                phase(SegmentKind::PauseStretched, &[4_250]),
            ],
            turns: Vec::new(),
        };
        let mut out = Vec::new();
        json::print(&TimingRow::from(&timing), &mut out).unwrap();
        assert_eq!(
            String::from_utf8(out).unwrap(),
            "{\"phases\":[{\"kind\":\"lower\",\"nominal_s\":4.0,\"measured_s\":[3.5,4.5],\"mean_s\":4.0,\
             \"spread_s\":0.7071067811865476,\"count\":2},{\"kind\":\"pause-stretched\",\"nominal_s\":4.0,\
             \"measured_s\":[4.25],\"mean_s\":4.25,\"spread_s\":null,\"count\":1}],\"taps\":4}\n"
        );
    }
}
