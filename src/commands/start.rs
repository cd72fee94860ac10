//! `downbeat start`, and `downbeat` alone: the interface, or plain lines where there is no screen for it.

use super::{Chosen, choose, plain};
use crate::app::{App, Dose, Home, Notice, Sleep};
use crate::cli::{Changes, Look, StartArgs};
use crate::runtime::chosen::chosen;
use crate::runtime::shelf::{Shelf, entries};
use crate::runtime::{End, Incoming, Interface, Outcome, today, unix_seconds};
use crate::settings::{Asked, Environment, Settings};
use crate::sound::Player;
use crate::store::config::Config;
use crate::store::paths::Paths;
use crate::store::presets::{self, Library, Wanted};
use crate::store::state;
use crate::training::memory::Memory;
use crate::training::routine::Routine;
use crate::training::text::visible;
use anyhow::Result;
use std::io::{IsTerminal as _, Write};
use std::path::Path;
use std::sync::mpsc::{Sender, channel};
use std::time::Duration;

/// How long what could not be read at the start stands on the screen.
const STANDS: Duration = Duration::from_secs(15);

/// Opens the interface: on the picker, or with `start` on the lead-in of a session. Returns the exit code.
///
/// # Errors
/// A sentence that says what to do next.
pub fn run(
    start: Option<&StartArgs>,
    config: Option<&Path>,
    mute: bool,
    out: &mut impl Write,
) -> Result<u8> {
    let paths = Paths::find(config);
    let (config, text) = Config::load_with_text(paths.config.as_ref())?;
    let library = config.library();
    let (memory, forgotten) = state::load(paths.state.as_deref());
    let look = start.map(|start| start.look.clone()).unwrap_or_default();
    let settings = Settings::settle(&config.settings, asked(&look, mute), Environment::read());
    let lines = look.plain || !std::io::stdout().is_terminal();
    let mut wanted = match start {
        Some(start) => Some(find(start, &memory, &config, &library)?),
        None if lines => Some(find(&StartArgs::default(), &memory, &config, &library)?),
        None => None,
    };
    let mut app = App::new(entries(&library), memory);
    furnish(&mut app, &settings);
    app.lead_in = config.settings.lead_in.duration();
    app.unit = config.settings.unit;
    let (sender, inbox) = channel();
    let player = player(&settings, app.muted, &sender);
    if let Some(wanted) = wanted.as_mut().filter(|_| lines) {
        let mut memory = app.memory;
        if !wanted.start_given {
            wanted.chosen.routine = memory.as_chosen(&wanted.chosen.routine, app.today);
        }
        let id = wanted.chosen.routine.id.to_string();
        memory.begun(&id, Some(&wanted.word), app.today);
        // That it is not remembered is no reason not to train; the interface says so when it happens there.
        let state = paths.state.as_deref();
        let _ = state.map(|path| state::save(path, &memory));
        return plain::run(
            &wanted.chosen,
            (settings.calling, settings.offset),
            player,
            (&sender, &inbox),
            plain::Kept {
                journal: paths.journal,
                unit: config.settings.unit,
            },
            out,
        );
    }
    if wanted.is_some() {
        app.home = Home::Shell;
    } else {
        let left = left(&app.memory, &config, &library);
        app.offer_to_resume(left.as_ref(), unix_seconds());
    }
    app.notice = forgotten.map(|text| Notice {
        text,
        until: STANDS,
    });
    let shelf = Shelf::new(paths.config.as_ref(), text);
    let interface = Interface::new(app, settings, player, inbox, &paths, shelf);
    let outcome = interface.run(&sender, |app, _| begin(app, wanted))?;
    report(&outcome, out)
}

/// Gives an app the settings that it begins with. Over SSH the sound would play on the far machine, so it begins muted.
pub(super) fn furnish(app: &mut App, settings: &Settings) {
    // The player and the screen were begun with the same settings.
    let _ = app.choose(chosen(settings));
    app.remote.clone_from(&settings.remote);
    app.today = today();
    if cfg!(feature = "keep-awake") {
        app.sleep = Sleep::Prevented;
    }
    app.muted = settings.mute || app.memory.mute || settings.remote.is_some();
}

/// What `start` begins with.
struct Begin {
    chosen: Chosen,
    /// The word it was asked for by.
    word: String,
    dose: Dose,
    /// Whether the start was given, so that what is remembered does not matter.
    start_given: bool,
}

fn begin(app: &mut App, wanted: Option<Begin>) -> Vec<crate::app::message::Effect> {
    let Some(Begin {
        chosen,
        word,
        dose,
        start_given,
    }) = wanted
    else {
        return Vec::new();
    };
    let routine = if start_given {
        chosen.routine
    } else {
        app.as_chosen(&chosen.routine)
    };
    if !chosen.notes.is_empty() {
        app.notice = Some(Notice {
            text: chosen.notes.join(" "),
            until: app.now.audible + STANDS,
        });
    }
    app.begin(&routine, Some(&word), dose)
}

/// What was asked for: named, or what was done last, or else the default.
fn find(start: &StartArgs, memory: &Memory, config: &Config, library: &Library) -> Result<Begin> {
    let last = || memory.last().and_then(|last| last.parse::<Wanted>().ok());
    let default = || Wanted::Preset(presets::DEFAULT.to_owned());
    let week_of = |routine: &Routine| memory.week_of(routine, today());
    let look_up = |wanted: &Wanted| choose(wanted, &start.changes, config, library, &week_of);
    // What was done last may have been taken out of the file since.
    let usable = |wanted: &Wanted| look_up(wanted).is_ok();
    let wanted = start
        .wanted
        .clone()
        .or_else(|| last().filter(usable))
        .unwrap_or_else(default);
    let chosen = look_up(&wanted)?;
    let word = match wanted {
        Wanted::Preset(_) => chosen.routine.id.to_string(),
        Wanted::Tempo(reading) => reading.tempo.to_string(),
        Wanted::Line(line) => line.text,
    };
    Ok(Begin {
        word,
        // Nobody is asked about the dose who gave it.
        dose: if chosen.said.dose {
            Dose::AsGiven
        } else {
            Dose::Offered
        },
        start_given: chosen.said.start,
        chosen,
    })
}

/// What the session that was left in the middle would be today.
fn left(memory: &Memory, config: &Config, library: &Library) -> Option<Routine> {
    let word = &memory.interrupted.as_ref()?.word;
    let wanted = word.parse::<Wanted>().ok()?;
    let week_of = |routine: &Routine| memory.week_of(routine, today());
    let chosen = choose(&wanted, &Changes::default(), config, library, &week_of).ok()?;
    Some(chosen.routine)
}

pub(super) fn asked(look: &Look, mute: bool) -> Asked {
    Asked {
        cues: look.cues,
        theme: look.theme,
        view: look.view,
        fps: look.fps,
        ascii: look.ascii,
        mute,
    }
}

/// The player that makes the sound, or one that only keeps time where the program was built without.
#[cfg(feature = "sound")]
pub(super) fn player(
    settings: &Settings,
    muted: bool,
    sender: &Sender<Incoming>,
) -> Box<dyn Player> {
    use crate::sound::device::{Card, Demand, Settings as Begin};
    let sender = sender.clone();
    let demand = if settings.late_sound {
        Demand::AnyLatency
    } else {
        Demand::Prompt
    };
    let begin = Begin {
        mix: settings.mix,
        volume: settings.volume,
        muted,
        demand,
    };
    // Nobody listens any more once the interface has ended.
    Box::new(Card::new(
        begin,
        Box::new(move |status| drop(sender.send(Incoming::Sound(status)))),
    ))
}

/// The player that only keeps time: the program was built without sound.
#[cfg(not(feature = "sound"))]
pub(super) fn player(_: &Settings, _: bool, sender: &Sender<Incoming>) -> Box<dyn Player> {
    let _ = sender.send(Incoming::Sound(crate::sound::SoundStatus::Without));
    Box::new(crate::sound::silent::Silent::new())
}

/// Says on the shell what was done, and turns the end into an exit code.
fn report(outcome: &Outcome, out: &mut impl Write) -> Result<u8> {
    if let Some(summary) = outcome
        .summary
        .as_ref()
        .filter(|_| outcome.end != End::TerminalGone)
    {
        write!(out, "{}", summary.text())?;
    }
    if let Some(felt) = outcome
        .felt
        .as_ref()
        .filter(|_| outcome.end != End::TerminalGone)
    {
        write!(out, "{}", felt.text())?;
    }
    if let Some(why) = &outcome.unlogged {
        // Whatever the end was: somebody should know what is in no file.
        let _ = writeln!(std::io::stderr(), "downbeat: not logged: {}", visible(why));
    }
    Ok(exit_code(outcome.end))
}

/// What the shell is told of an end.
pub(super) fn exit_code(end: End) -> u8 {
    match end {
        End::Left => 0,
        End::Signal(signal) => u8::try_from(128 + signal).unwrap_or(1),
        End::TerminalGone | End::Panicked => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::report;
    use crate::runtime::{End, Outcome};
    use crate::store::{config, presets};
    use crate::training::call::Calling;
    use crate::training::practice::{Felt, Plan, Subject, Way};
    use crate::training::tap::Taps;

    #[test]
    fn what_was_felt_in_a_practice_from_the_list_is_said_where_there_is_a_terminal() {
        let library = config::parse("").0.library();
        let subject = Subject::of(library.find(presets::DEFAULT).unwrap()).unwrap();
        let plan = Plan::new(subject, Way::Thirds, None).unwrap();
        let timeline = plan.timeline(Calling::default());
        let felt = Felt::of(&plan, &timeline, &Taps::default(), None);
        let told = |end: End| {
            let outcome = Outcome {
                summary: None,
                four: None,
                felt: Some(felt.clone()),
                unlogged: None,
                end,
            };
            let mut out = Vec::new();
            let code = report(&outcome, &mut out).unwrap();
            (code, String::from_utf8(out).unwrap())
        };
        assert_eq!(told(End::Left), (0, felt.text()));
        assert_eq!(told(End::Signal(15)), (143, felt.text()));
        assert_eq!(told(End::TerminalGone), (1, String::new()));
    }
}
