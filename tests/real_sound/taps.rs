//! A simulated lifter at the real program: what it says of tapped turn-arounds against the instants of the taps.

use std::time::{Duration, Instant};

use downbeat::ui::theme::Tone;

use crate::pty::Show;
use crate::{say, server};

const REPS: u32 = 8;
const LOWER: Duration = Duration::from_secs(2);
const LIFT: Duration = Duration::from_secs(1);
/// How far from the truth the program may be.
const OFF_MS: f64 = 10.0;
/// The lead-in, and what starting may take.
const PATIENCE: Duration = Duration::from_secs(40);

/// By how much the lifter turns round early, and how that is spread, in milliseconds: each lowering is too short by about 300.
const EARLY_MS: u64 = 300;
const SPREAD_MS: [u64; REPS as usize] = [0, 160, 60, 200, 20, 120, 180, 80];
/// How late the lifter is at the end of a rep.
const LATE_MS: u64 = 60;

/// Mean and spread in milliseconds.
#[derive(Debug, Clone, Copy)]
struct Statistics {
    mean: f64,
    spread: f64,
}

impl Statistics {
    fn of(lengths: &[Duration]) -> Self {
        let millis: Vec<f64> = lengths
            .iter()
            .map(|length| length.as_secs_f64() * 1e3)
            .collect();
        let count = f64::from(u32::try_from(millis.len()).expect("few"));
        let mean = millis.iter().sum::<f64>() / count;
        let squares: f64 = millis.iter().map(|length| (length - mean).powi(2)).sum();
        Self {
            mean,
            spread: (squares / (count - 1.0)).sqrt(),
        }
    }

    /// What stands behind the line that begins with a phase's name, in what was left on the shell: it begins with this.
    fn told(text: &str, shell: &str, phase: &str) -> Option<Self> {
        let (_, shell) = text.rsplit_once(shell)?;
        let (_, behind) = shell.split_once(&format!("{phase}: your "))?;
        let (_, mean) = behind.split_once("mean ")?;
        let (mean, rest) = mean.split_once(" s, spread ")?;
        let (spread, rest) = rest.split_once(" s, ")?;
        let millis = |seconds: &str| Some(seconds.parse::<f64>().ok()? * 1e3);
        rest.starts_with(&format!("{REPS} measured"))
            .then_some(())?;
        Some(Self {
            mean: millis(mean)?,
            spread: millis(spread)?,
        })
    }

    fn is_near(self, other: Self) -> bool {
        (self.mean - other.mean).abs() <= OFF_MS && (self.spread - other.spread).abs() <= OFF_MS
    }
}

/// The instants of the taps, turn-around by turn-around from the start of the set.
fn tap(show: &mut Show) -> Vec<Instant> {
    let lowers = |show: &Show| {
        show.shown()
            .iter()
            .any(|shown| shown.phase.tone == Tone::Down)
    };
    show.watch_until(PATIENCE, lowers);
    let first = show
        .shown()
        .iter()
        .find(|shown| shown.phase.tone == Tone::Down);
    let start = first.expect("it was seen").at;
    tap_from(show, start)
}

/// The same from an instant on.
fn tap_from(show: &mut Show, start: Instant) -> Vec<Instant> {
    let mut taps = vec![show.press(b"t")];
    for (rep, spread) in (0..REPS).zip(SPREAD_MS) {
        let turn = start + (LOWER + LIFT) * rep + LOWER;
        let early = Duration::from_millis(EARLY_MS + 100 - spread);
        show.watch_to(turn.checked_sub(early).expect("the set has begun"));
        taps.push(show.press(b"t"));
        show.watch_to(turn + LIFT + Duration::from_millis(LATE_MS));
        taps.push(show.press(b"t"));
    }
    taps
}

/// A machine that gives the program nothing for a while puts every stamp off; then it is tried again.
#[test]
fn a_lifter_with_bias_and_spread_is_told_what_the_taps_were() {
    const ATTEMPTS: usize = 3;
    let reps = REPS.to_string();
    let held = (1..=ATTEMPTS).any(|attempt| {
        let arguments = [
            "start",
            "2-0-1-0",
            "--sets",
            "1",
            "--reps",
            &reps,
            "--lead-in",
            "5s",
        ];
        let mut show = Show::start(&server::of_this_run(), &arguments);
        let taps = tap(&mut show);
        show.watch_until(PATIENCE, |show| show.shows("DONE"));
        let text = show.leave();
        is_told(
            &format!("taps, attempt {attempt}"),
            &taps,
            &text,
            "time under tension",
        )
    });
    assert!(held, "in no attempt was it told to {OFF_MS} ms");
}

/// Whether what was left on the shell is near to what was tapped.
fn is_told(name: &str, taps: &[Instant], text: &str, shell: &str) -> bool {
    let lengths: Vec<Duration> = taps.windows(2).map(|pair| pair[1] - pair[0]).collect();
    let phases = ["lowering", "lifting"].into_iter().enumerate();
    phases.fold(true, |held, (index, phase)| {
        let mine: Vec<Duration> = lengths.iter().skip(index).step_by(2).copied().collect();
        let truth = Statistics::of(&mine);
        let told = Statistics::told(text, shell, phase);
        say(&format!(
            "{name}, {phase}: felt {:.1} ± {:.1} ms, told {}",
            truth.mean,
            truth.spread,
            told.map_or_else(
                || "nothing".to_owned(),
                |told| format!("{:.0} ± {:.0} ms", told.mean, told.spread)
            ),
        ));
        held && told.is_some_and(|told| told.is_near(truth))
    })
}

/// The shortest practice: half a minute of it is blind, and nothing but the lifter's own seconds is there to tap to.
#[test]
fn a_lifter_who_taps_blind_is_told_what_the_taps_were() {
    const ATTEMPTS: usize = 2;
    let held = (1..=ATTEMPTS).any(|attempt| {
        let arguments = ["practise", "2-0-1-0", "--for", "90s", "--lead-in", "2s"];
        let mut show = Show::start(&server::of_this_run(), &arguments);
        show.watch_until(PATIENCE * 3, |show| show.shows("blind: tap at every"));
        show.watch_for(Duration::from_millis(700));
        let taps = tap_from(&mut show, Instant::now());
        show.press(b"q");
        show.watch_until(PATIENCE, |show| show.shows("Practised 2-0-1-0"));
        let text = show.leave();
        is_told(
            &format!("blind, attempt {attempt}"),
            &taps,
            &text,
            "Practised 2-0-1-0",
        )
    });
    assert!(held, "in no attempt was it told to {OFF_MS} ms");
}
