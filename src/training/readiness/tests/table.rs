//! The rule as a table: a day in one line (see `case`), what it leads to, and the clauses that hit.

use super::case::Case;
use crate::training::readiness::{Baseline, Clause, Verdict};

use Clause::{
    CutShort, FewUnusual, Intro, LittlePain, LittleSore, Nothing, PainAboveCeiling,
    PainNextMorning, PainNow, PainRising, Recent, RepsLeft, Sign, Sore, SpareTwice, Unusual,
    UnusualAndBad, VerySore,
};
use Verdict::{BackOff, Hold, Progress, Stop};

/// Everything that PROGRESS asks for, without a baseline and with one.
const NEW: &[Clause] = &[SpareTwice, RepsLeft, LittleSore, LittlePain];
const ALL: &[Clause] = &[SpareTwice, RepsLeft, LittleSore, LittlePain, FewUnusual];

const TABLE: &[(&str, Verdict, &[Clause])] = &[
    // Nothing was answered.
    ("base=20", Verdict::None, &[]),
    ("base=20 protein=y", Verdict::None, &[]),
    ("s1=8/8_w9_p", Verdict::None, &[]),
    // STOP: signs, and pain from 6.
    ("all sign=sharp", Stop, &[Sign]),
    ("all sign=swelling", Stop, &[Sign]),
    ("all sign=numbness", Stop, &[Sign]),
    ("all sign=urine", Stop, &[Sign]),
    ("all sign=chest", Stop, &[Sign]),
    ("all sign=dizziness", Stop, &[Sign]),
    ("sign=fever", Stop, &[Sign]),
    ("all sign=-", Hold, &[Nothing]),
    ("all pain=6", Stop, &[PainNow]),
    ("all pain=6 tier=published", Stop, &[PainNow]),
    ("all s0=8/8_a6_p tier=published", Stop, &[PainNow]),
    (
        "all s1=8/8_a6_p tier=published",
        BackOff,
        &[PainAboveCeiling],
    ),
    ("all pain=7 sign=fever sore=9", Stop, &[Sign, PainNow]),
    // BACK OFF: the ceiling is 3, in published programmes 5.
    ("all pain=5", BackOff, &[PainAboveCeiling]),
    ("all pain=4", BackOff, &[PainAboveCeiling]),
    ("all pain=3", Hold, &[Nothing]),
    ("all pain=4 tier=expert", BackOff, &[PainAboveCeiling]),
    ("all pain=5 tier=published", Hold, &[Nothing]),
    ("all s3=8/8_w4_p", BackOff, &[PainAboveCeiling]),
    ("all s3=8/8_w3_p", Hold, &[Nothing]),
    (
        "all s3=8/8_w6_p tier=published",
        BackOff,
        &[PainAboveCeiling],
    ),
    ("all s3=8/8_w5_p tier=published", Hold, &[Nothing]),
    ("all s3=8/8_w2_a4_p", BackOff, &[PainAboveCeiling]),
    ("all s3=8/8_w9_p s2=8/8_w0_p_t2-0-2-0", Hold, &[Nothing]),
    ("all s2=8/8_w9_xHeel.drop_p s3=8/8", Hold, &[Nothing]),
    (
        "all s2=8/8_w9_xMachine_p s3=8/8",
        BackOff,
        &[PainAboveCeiling],
    ),
    // BACK OFF: the next morning. Usual is 0 here, and a point more is still usual.
    ("all base=12 s3=8/8 d2.pain=2", BackOff, &[PainNextMorning]),
    ("all base=12 s3=8/8 d2.pain=1", Hold, &[Nothing]),
    ("all base=12 s3=8/8 d2.pain=-", Hold, &[Nothing]),
    (
        "all d2.pain=3 d4.pain=1 d5.pain=1 d6.pain=1 s3=8/8",
        BackOff,
        &[PainNextMorning],
    ),
    ("all d2.pain=3 d4.pain=1 d5.pain=1 s3=8/8", Hold, &[Nothing]),
    (
        "all base=12 s3=8/8 d2.pain=2 tier=published",
        BackOff,
        &[PainNextMorning],
    ),
    // BACK OFF: a rise from week to week.
    (
        "all pain=2 w0.pain=2 w1.pain=0 w2.pain=0",
        BackOff,
        &[PainRising],
    ),
    (
        "w0.pain=2 w1.pain=1 w2.pain=0 all pain=2",
        BackOff,
        &[PainRising],
    ),
    ("w0.pain=2 w1.pain=1 w2.pain=1 all pain=2", Hold, &[Nothing]),
    ("w0.pain=2 w1.pain=1 w2.pain=- all pain=2", Hold, &[Nothing]),
    (
        "w0.pain=1 w1.pain=1 w2.pain=0 w3.pain=0 d0.pain=2 d1.pain=2 d2.pain=2 d3.pain=2 d14.pain=1 d15.pain=1 d16.pain=1 d17.pain=1 all pain=2",
        BackOff,
        &[PainRising],
    ),
    (
        "w0.pain=1 w1.pain=1 w2.pain=0 w3.pain=0 d0.pain=2 d1.pain=2 d2.pain=2 d14.pain=1 d15.pain=1 d16.pain=1 d17.pain=1 all pain=2",
        Hold,
        &[Nothing],
    ),
    (
        "w0.pain=5 w1.pain=3 w2.pain=3 all pain=5 tier=published",
        BackOff,
        &[PainRising],
    ),
    (
        "all tier=published s16=8/8_w1_p s15=8/8_w1_p s9=8/8_w2_p s8=8/8_w2_p s3=8/8_w3_p s4=8/8_w3_p",
        BackOff,
        &[PainRising],
    ),
    (
        "all tier=published s16=8/8_w2_p s15=8/8_w2_p s9=8/8_w2_p s8=8/8_w2_p s3=8/8_w3_p s4=8/8_w3_p",
        Hold,
        &[Nothing],
    ),
    // Soreness of what is about to be trained.
    ("all sore=7", BackOff, &[VerySore]),
    ("all glutes=7", BackOff, &[VerySore]),
    ("all sore=6", Hold, &[Sore]),
    ("all sore=4", Hold, &[Sore]),
    ("all sore=3", Hold, &[Nothing]),
    ("all calves=9", Hold, &[Nothing]),
    ("all sore=- glutes=- calves=9", Hold, &[Nothing]),
    ("all calves=9 lift=Machine", BackOff, &[VerySore]),
    ("all sore=7 tier=published", BackOff, &[VerySore]),
    // Unusual: with a spread of a point, sleep and recovery from 5 down and soreness from 4 up.
    ("all base=10 sleep=5 rec=5", Hold, &[Unusual]),
    ("all base=10 sleep=6 rec=5", Hold, &[Nothing]),
    ("all base=10 sleep=5 rec=6", Hold, &[Nothing]),
    ("all base=9 sleep=0 rec=0", Hold, &[Nothing]),
    ("all base=10 sleep=5 rec=4", BackOff, &[UnusualAndBad]),
    ("all base=10 sleep=5 sore=4", BackOff, &[UnusualAndBad]),
    ("all base=10 sleep=5 sore=3 pain=2", Hold, &[Unusual]),
    ("all base=10 sleep=5 pain=1", Hold, &[Nothing]),
    ("all base=10 rec=0", Hold, &[Nothing]),
    ("all base=10 sleep=5 rec=-", Hold, &[Nothing]),
    ("all base=10 old=12 sleep=5 rec=5", Hold, &[Unusual]),
    ("all old=20 base=9 sleep=0 rec=0", Hold, &[Nothing]),
    // HOLD: the last session, the 48 hours, the first weeks.
    ("all s3=7/8+0", Hold, &[CutShort]),
    ("all s3=8/8+0", Hold, &[Nothing]),
    ("all s3=6/6-8+0", Hold, &[Nothing]),
    ("all s3=5/6-8+0", Hold, &[CutShort]),
    ("all s3=3/AMRAP+0", Hold, &[Nothing]),
    ("all s4=7/8 s3=8/8", Hold, &[Nothing]),
    ("all s3=-2/8", Hold, &[Nothing]),
    ("all s3=7/8 tier=published", Hold, &[CutShort]),
    // Sets that were never begun: against what the same preset plans, over a whole day.
    ("all s3=8/8 sets=3", Hold, &[CutShort]),
    ("all s3=3*8/8 sets=3", Hold, &[Nothing]),
    ("all s3=4*8/8 sets=3", Hold, &[Nothing]),
    ("all s3=8/8 s3=3*8/8 sets=3", Hold, &[Nothing]),
    ("all s3=3*8/8 s3=8/8 sets=3", Hold, &[Nothing]),
    ("all s3=8/8 sets=3 tier=published", Hold, &[Nothing]),
    ("all s5=8/8+3 s3=8/8+3 sets=3", Hold, &[CutShort]),
    // Another preset, what was logged as a whole, and an easy dose: what was done is what was planned.
    ("all s3=8/8_oother sets=3", Hold, &[Nothing]),
    ("all s3=7/8_oother sets=3", Hold, &[CutShort]),
    ("all s3=8/8_e sets=3", Hold, &[Nothing]),
    ("all s3=7/8_e sets=3", Hold, &[CutShort]),
    ("all s3=2*6/6 sets=4", Hold, &[Nothing]),
    ("all s9=2*6/6 s3=2*6/6 sets=4", Hold, &[Nothing]),
    ("all s3=2*7/7 sets=4", Hold, &[CutShort]),
    ("all s3=6/6,5/6 sets=4", Hold, &[CutShort]),
    ("all s17=2*6/6 s3=3*8/8 sets=4", Hold, &[Nothing]),
    ("all s23=2*6/6 s17=3*8/8 s3=3*8/8 sets=4", Hold, &[Nothing]),
    ("all s24=2*6/6 s17=3*8/8 s3=3*8/8 sets=4", Hold, &[CutShort]),
    ("all s3=8/8 lift=Squat,Lunge", Hold, &[Nothing]),
    ("all s3=8/8_ileg-day lift=Squat,Lunge", Hold, &[CutShort]),
    (
        "all s3=8/8_ileg-day s3=8/8_xLunge_ileg-day lift=Squat,Lunge",
        Hold,
        &[Nothing],
    ),
    // One workout that was left and gone on with is one.
    ("all s3=8/8+2 s3=8/8+2", Hold, &[Nothing]),
    // Mobility is no training: neither its pain nor its sets, nor its slow lowering.
    ("all s3=8/8_w9_p_iwarmup-dynamic", Hold, &[Nothing]),
    ("all s3=7/8_ifoam-roll-lower", Hold, &[Nothing]),
    ("all s1=8/8_iankle-hip-static", Hold, &[Nothing]),
    (
        "all base=12 s3=8/8_iwarmup-dynamic d2.pain=2",
        Hold,
        &[Nothing],
    ),
    (
        "all s5=8/8+2 s3=8/8+2 s2=8/8+0_iwarmup-dynamic",
        Progress,
        NEW,
    ),
    ("all s2=8/8_h47", Hold, &[Recent]),
    ("all s2=8/8_m2879", Hold, &[Recent]),
    ("all s2=8/8_h48", Hold, &[Nothing]),
    ("all s1=8/8_h24_t3-0-1-0", Hold, &[Recent]),
    ("all s1=8/8_h24_t2.9-0-1-0", Hold, &[Nothing]),
    ("all s1=8/8_h24_t2-0-1-0>3-0-1-0", Hold, &[Recent]),
    ("all s1=8/8_h24_xLeg.press", Hold, &[Recent]),
    ("all s1=8/8_h24_xHeel.drop", Hold, &[Nothing]),
    ("all s1=8/8_h24_xMachine", Hold, &[Nothing]),
    ("all s1=-8/8_h24", Hold, &[Nothing]),
    ("all s1=8/8_h24 tier=published", Hold, &[Nothing]),
    ("all intro", Hold, &[Intro]),
    ("all intro tier=expert", Hold, &[Intro]),
    ("all intro tier=published", Hold, &[Nothing]),
    (
        "all intro sore=5 s1=7/8_h24",
        Hold,
        &[Sore, CutShort, Recent, Intro],
    ),
    // PROGRESS, and each of its clauses from the other side.
    ("all s5=8/8+2 s3=8/8+2", Progress, NEW),
    ("all base=20 s5=8/8+2 s3=8/8+2", Progress, ALL),
    ("all base=20 s5=8/8+2 s3=8/8+2 sleep=2", Progress, ALL),
    ("all s5=8/8+1 s3=8/8+2", Hold, &[Nothing]),
    ("all s5=8/8+2 s3=8/8+1", Hold, &[Nothing]),
    ("all s3=8/8+2", Hold, &[Nothing]),
    ("all s5=8/8+2 s3=8/8+2_@62", Hold, &[Nothing]),
    ("all s5=8/8+2 s3=8/8+2_t4-0-2-0", Hold, &[Nothing]),
    ("all s5=8/8+2 s3=8/8+~2", Hold, &[Nothing]),
    ("all s5=8/8+2 s3=8/8+?", Hold, &[Nothing]),
    ("all s5=8/6-8+2 s3=8/6-8+2", Progress, NEW),
    ("all s5=8/6-8+1 s3=8/6-8+1", Hold, &[Nothing]),
    ("all s5=8/8+2 s3=8/8+2 sore=3 glutes=3", Progress, NEW),
    ("all s5=8/8+2 s3=8/8+2 sore=4", Hold, &[Sore]),
    ("all s5=8/8+2 s3=8/8+2 pain=2", Progress, NEW),
    ("all s5=8/8+2 s3=8/8+2 pain=3", Hold, &[Nothing]),
    ("all s5=8/8+2 s3=8/8+2 pain=-", Hold, &[Nothing]),
    ("all s5=8/8+2 s3=8/8+2 glutes=-", Hold, &[Nothing]),
    ("all s5=8/8+2 s3=8/8+2 sleep=-", Hold, &[Nothing]),
    ("all s5=8/8+2 s3=8/8+2 rec=-", Hold, &[Nothing]),
    ("all s5=8/8+2 s3=8/8+2 sign=-", Progress, NEW),
    ("all s5=8/8+2 s2=8/8+2_h47", Hold, &[Recent]),
    ("all s5=8/8+2 s3=8/8+2 intro", Hold, &[Intro]),
    // The first level that hits wins.
    (
        "all sore=7 sleep=1 rec=1 base=20 s1=7/8_h24 intro",
        BackOff,
        &[VerySore, UnusualAndBad],
    ),
    ("all s5=8/8+2 s3=8/8+2 sore=8", BackOff, &[VerySore]),
];

#[test]
fn every_case_leads_where_the_rule_says() {
    assert!(TABLE.len() >= 40);
    let mut wrong = Vec::new();
    for (line, verdict, clauses) in TABLE {
        let advice = Case::read(line).advice();
        let hit: Vec<Clause> = advice.reasons.iter().map(|reason| reason.clause).collect();
        if (advice.verdict, hit.as_slice()) != (*verdict, *clauses) {
            wrong.push(format!("{line}: {:?} {hit:?}", advice.verdict));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_clause_is_in_the_table() {
    for clause in [
        Sign,
        PainNow,
        PainAboveCeiling,
        PainNextMorning,
        PainRising,
        VerySore,
        UnusualAndBad,
        Sore,
        Unusual,
        CutShort,
        Recent,
        Intro,
        Nothing,
        SpareTwice,
        RepsLeft,
        LittleSore,
        LittlePain,
        FewUnusual,
    ] {
        let mut rows = TABLE.iter();
        assert!(
            rows.any(|(_, _, clauses)| clauses.contains(&clause)),
            "{clause:?}"
        );
    }
}

#[test]
fn a_number_is_unusual_from_one_and_a_half_spreads_on() {
    // Ten answers with a mean of 6 and a sample spread of exactly 2; then one with a spread a little above.
    let spread = |high: &str| {
        format!(
            "all pain=2 base=10 d1.sleep=3 d2.sleep=3 d3.sleep={high} d4.sleep=9 d5.sleep=6 d6.sleep=6 d7.sleep=6 \
             d8.sleep=6 d9.sleep=6 d10.sleep=6"
        )
    };
    let unusual = |line: &str| Case::read(line).advice().reasons[0].clause == Unusual;
    assert!(unusual(&format!("{} sleep=3", spread("9"))));
    assert!(!unusual(&format!("{} sleep=4", spread("9"))));
    assert!(!unusual(&format!("{} sleep=3", spread("10"))));
}

#[test]
fn one_unusual_number_is_shown_and_not_acted_on() {
    let advice = Case::read("all base=10 sleep=5").advice();
    assert_eq!(advice.verdict, Hold);
    let [one] = advice.shown.as_slice() else {
        panic!("{:?}", advice.shown);
    };
    assert_eq!(one.to_string(), "sleep quality 5 (usually 7.0)");
    assert!(
        Case::read("all base=10 sleep=5 rec=5")
            .advice()
            .shown
            .is_empty()
    );
}

#[test]
fn the_baseline_is_the_last_28_days_without_today() {
    let of = |line: &str| Case::read(line).advice().baseline;
    assert_eq!(of("all"), Baseline::New(0));
    assert_eq!(of("all base=9"), Baseline::New(9));
    assert_eq!(of("all base=10"), Baseline::Ready(10));
    assert_eq!(of("all base=40"), Baseline::Ready(28));
    assert_eq!(of("all old=10 base=4"), Baseline::Rebuilding(4));
    assert_eq!(of("all old=9 base=0"), Baseline::New(0));
    assert_eq!(of("all earlier=10 base=4"), Baseline::Rebuilding(4));
    assert_eq!(of("all earlier=9 base=4"), Baseline::New(4));
    assert_eq!(of("all earlier=99 base=10"), Baseline::Ready(10));
    assert_eq!(of("base=6"), Baseline::New(6));
}
