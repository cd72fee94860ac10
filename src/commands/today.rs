//! `downbeat today`: what the entries of the journal suggest for today, with the rule and the entries behind it. The text is
//! the one that the screen shows.

mod json;

use std::io::Write;
use std::time::Duration;

use anyhow::Result;
use jiff::Zoned;
use jiff::civil::Date;

use super::{choose_for, json as print};
use crate::cli::TodayArgs;
use crate::store::config::Config;
use crate::store::journal::{Journal, Opened};
use crate::store::paths::Paths;
use crate::store::presets::{self, Wanted};
use crate::store::state;
use crate::training::exercise::Exercise;
use crate::training::history::{ENOUGH, Lifted};
use crate::training::journal::{Diary, PastSession, SetRecord, Stamp};
use crate::training::memory::Memory;
use crate::training::preset::{About, Draft, Preset, PresetId};
use crate::training::progress::{Offer, offer};
use crate::training::readiness::{Advice, Subject, advise, heading, lines};
use crate::training::routine::{Change, Routine, RoutineDraft, Step};
use crate::training::text::visible;

/// The rest of what is known by its sets alone; nothing that is said depends on it.
const REST: Duration = Duration::from_secs(120);

/// Everything that is said.
struct Told {
    today: Date,
    routine: Routine,
    subject: Subject,
    advice: Advice,
    offers: Vec<(Preset, Offer)>,
    /// What has to be said about the journal's file.
    notice: Option<String>,
}

/// Prints it.
pub(super) fn run(args: &TodayArgs, paths: &Paths, out: &mut impl Write) -> Result<()> {
    let told = tell(args, paths, &Zoned::now())?;
    if args.json {
        print::print(&json::Row::of(&told), out)
    } else {
        text(&told, out)
    }
}

fn tell(args: &TodayArgs, paths: &Paths, now: &Zoned) -> Result<Told> {
    let today = now.date();
    let config = Config::load(paths.config.as_ref())?;
    let (memory, _) = state::load(paths.state.as_deref());
    let opened = open(paths)?;
    let (journal, notice) =
        opened.map_or((None, None), |opened| (Some(opened.journal), opened.notice));
    let diary = journal.as_ref().map(|journal| journal.diary(today));
    let diary = diary.transpose()?.unwrap_or_default();
    let routine = find(args.wanted.as_ref(), &config, &memory, &diary, today)?;
    let subject = Subject::of(&routine, &diary, today);
    let at = Stamp::from_millis(now.timestamp().as_millisecond());
    let advice = advise(&diary, today, at, &subject);
    let past = past(journal.as_ref(), &routine)?;
    let offered = |preset: &Preset| {
        let past = past.iter().find(|(name, _)| *name == preset.exercise.name);
        let past = past.map_or(&[][..], |(_, past)| past);
        let offer = offer(preset, routine.about.tier, past, today, advice.verdict)?;
        Some((preset.clone(), offer))
    };
    let offers = routine.presets().filter_map(offered).collect();
    Ok(Told {
        today,
        routine,
        subject,
        advice,
        offers,
        notice,
    })
}

/// The journal, where there is one: asking makes none.
fn open(paths: &Paths) -> Result<Option<Opened>> {
    let path = paths.journal.as_deref().filter(|path| path.exists());
    Ok(path.map(Journal::open).transpose()?)
}

/// The latest sessions of each exercise.
fn past(journal: Option<&Journal>, routine: &Routine) -> Result<Vec<(String, Vec<PastSession>)>> {
    let names = routine.exercises();
    let past = journal.map(|journal| journal.of_exercises(&names, ENOUGH));
    Ok(past.transpose()?.unwrap_or_default())
}

/// What was named, as it would be trained today; or else what was trained last, or what `start` would begin.
fn find(
    named: Option<&Wanted>,
    config: &Config,
    memory: &Memory,
    diary: &Diary,
    today: Date,
) -> Result<Routine> {
    let library = config.library();
    let look_up = |wanted: &Wanted| -> Result<Routine> {
        Ok(choose_for(today, wanted, config, &library, memory)?.routine)
    };
    if let Some(named) = named {
        return look_up(named);
    }
    let by_word = |word: &str| look_up(&word.parse().ok()?).ok();
    let found = diary.trainings().next_back().and_then(|past| {
        let known = Some(past.session.id.as_str()).filter(|id| !id.is_empty());
        known.and_then(by_word).or_else(|| as_done(past))
    });
    match found.or_else(|| memory.last().and_then(by_word)) {
        Some(routine) => Ok(routine),
        None => look_up(&Wanted::Preset(presets::DEFAULT.to_owned())),
    }
}

/// The exercises of a session that is in no file, each as its last set was done; nothing where one cannot be planned, or has
/// no name.
fn as_done(past: &PastSession) -> Option<Routine> {
    let mut lasts: Vec<&SetRecord> = Vec::new();
    for set in past.kept() {
        match lasts.iter_mut().find(|last| last.exercise == set.exercise) {
            Some(last) => *last = set,
            None => lasts.push(set),
        }
    }
    let steps = (1..).zip(lasts).map(|(number, last)| {
        let exercise = Some(&last.exercise).filter(|name| !name.is_empty())?;
        let draft = Draft::straight(
            format!("{}-{number}", PresetId::BY_LINE).parse().ok()?,
            Exercise::named(exercise),
            last.tempo.split('>').next()?.parse().ok()?,
            last.set,
            last.planned,
            REST,
        );
        Preset::new(draft).ok().map(Step::new)
    });
    Routine::new(RoutineDraft {
        id: PresetId::BY_LINE.parse().ok()?,
        name: past.session.name.clone(),
        steps: steps.collect::<Option<_>>()?,
        change: Change::default(),
        programme: None,
        about: About::default(),
    })
    .ok()
}

fn text(told: &Told, out: &mut impl Write) -> Result<()> {
    if let Some(notice) = &told.notice {
        writeln!(out, "{}", visible(notice))?;
    }
    writeln!(out, "{}:", heading(&told.routine.name, told.today))?;
    for line in lines(&told.advice, &told.subject, told.today) {
        writeln!(out, "{line}")?;
    }
    for (preset, offer) in &told.offers {
        writeln!(out, "\n{}", Lifted::of(preset).name())?;
        for line in offer.lines() {
            writeln!(out, "{line}")?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests;
