//! `downbeat practise`: a tempo, with cues, with fewer, blind.
//!
//! `--json` prints the timing of the part that counts (see [`timing`](super::timing)) and with it `tempo`, `for_s`, `part` (`blind`, or
//! `cued` where nothing was tapped blind), and `previous`: the result before, `{"on": "2026-11-12", "phases": […]}` with `kind`,
//! `nominal_s`, `mean_s`, `spread_s` and `count` for each phase, or null.

use std::io::{IsTerminal as _, Write};
use std::path::Path;
use std::sync::mpsc::channel;

use anyhow::Result;
use serde::Serialize;

use super::start::{asked, exit_code, furnish, player};
use super::timing::TimingRow;
use super::{WRONG_USAGE, choose, json, show};
use crate::app::{App, Home};
use crate::cli::{Changes, PractiseArgs};
use crate::runtime::shelf::Shelf;
use crate::runtime::{End, Interface, today};
use crate::settings::{Environment, Settings};
use crate::store::config::Config;
use crate::store::paths::Paths;
use crate::store::presets::Wanted;
use crate::store::state;
use crate::training::memory::Memory;
use crate::training::practice::{
    Felt, Ladder, Mean, Part, Plan, Practised, STEP, Span, Subject, Way,
};

/// Goes to the lead-in of the practice, and says on the shell what was felt. Returns the exit code.
///
/// # Errors
/// A sentence that says what to do next.
pub fn run(
    args: &PractiseArgs,
    config: Option<&Path>,
    mute: bool,
    out: &mut impl Write,
    refusals: &mut impl Write,
) -> Result<u8> {
    let paths = Paths::find(config);
    let config = Config::load(paths.config.as_ref())?;
    let (memory, _) = state::load(paths.state.as_deref());
    let plan = plan(args, &config, &memory)?;
    let is_terminal = std::io::stdout().is_terminal() && std::io::stdin().is_terminal();
    if args.look.plain || !is_terminal {
        writeln!(
            refusals,
            "downbeat: practice is seen and tapped at a terminal: run `downbeat practise` without --plain, a pipe or a file"
        )?;
        return Ok(WRONG_USAGE);
    }
    let settings = Settings::settle(
        &config.settings,
        asked(&args.look, mute),
        Environment::read(),
    );
    let mut app = App::new(Vec::new(), memory);
    furnish(&mut app, &settings);
    app.home = Home::Shell;
    let (sender, inbox) = channel();
    let player = player(&settings, app.muted, &sender);
    let shelf = Shelf::new(None, None);
    let interface = Interface::new(app, settings, player, inbox, &paths, shelf);
    let outcome = interface.run(&sender, |app, _| {
        app.open_practice(plan);
        app.begin_practice()
    })?;
    let felt = outcome.felt.filter(|_| outcome.end != End::TerminalGone);
    match felt {
        Some(felt) if args.json => json::print(&FeltRow::from(&felt), out)?,
        Some(felt) => write!(out, "{}", felt.text())?,
        None => {}
    }
    Ok(exit_code(outcome.end))
}

/// What was asked for, planned.
fn plan(args: &PractiseArgs, config: &Config, memory: &Memory) -> Result<Plan> {
    let changes = Changes {
        start: args.start,
        lead_in: args.lead_in,
        ..Changes::default()
    };
    let library = config.library();
    let week_of = |routine: &_| memory.week_of(routine, today());
    let chosen = choose(&args.wanted, &changes, config, &library, &week_of)?;
    let named = matches!(args.wanted, Wanted::Preset(_)) && !chosen.said.start;
    let routine = if named {
        memory.as_chosen(&chosen.routine, today())
    } else {
        chosen.routine
    };
    let way = args.ladder.map_or(Way::Thirds, |target| {
        Way::Ladder(Ladder {
            target: target.duration(),
            step: args.step.map_or(STEP, Span::duration),
            each: args.each.unwrap_or_default(),
        })
    });
    Ok(Plan::new(Subject::of(&routine)?, way, args.length)?)
}

/// What was felt, for programs.
#[derive(Serialize)]
struct FeltRow {
    #[serde(flatten)]
    timing: TimingRow,
    tempo: String,
    for_s: f64,
    part: &'static str,
    previous: Option<BeforeRow>,
}

#[derive(Serialize)]
struct BeforeRow {
    on: String,
    phases: Vec<MeanRow>,
}

#[derive(Serialize)]
struct MeanRow {
    kind: String,
    nominal_s: f64,
    mean_s: f64,
    spread_s: Option<f64>,
    count: u64,
}

impl From<&Felt> for FeltRow {
    fn from(felt: &Felt) -> Self {
        Self {
            timing: (&felt.timing).into(),
            tempo: felt.plan.tempo().to_string(),
            for_s: show::seconds(felt.plan.length().duration()),
            part: match felt.part {
                Part::Blind => "blind",
                Part::Cued => "cued",
            },
            previous: felt.before.as_ref().map(BeforeRow::from),
        }
    }
}

impl From<&Practised> for BeforeRow {
    fn from(before: &Practised) -> Self {
        Self {
            on: before.on.to_string(),
            phases: before.phases.iter().map(MeanRow::from).collect(),
        }
    }
}

impl From<&Mean> for MeanRow {
    fn from(mean: &Mean) -> Self {
        let seconds = |ms| std::time::Duration::from_millis(ms).as_secs_f64();
        Self {
            kind: mean.kind.clone(),
            nominal_s: seconds(mean.nominal_ms),
            mean_s: seconds(mean.mean_ms),
            spread_s: mean.spread_ms.map(seconds),
            count: mean.count,
        }
    }
}
