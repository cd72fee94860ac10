//! The words of the settings: names, values, and a sentence about each.

use crate::app::heard::{Cues, Layer};
use crate::app::settings::{Chosen, Group, Row};
use crate::app::{App, Bell, Flash, Light, View};
use crate::training::call::{Counting, Notice, Turn};

/// The heading of a group.
pub(super) fn heading(group: Group) -> &'static str {
    match group {
        Group::Heard => "What you hear",
        Group::Counted => "What is counted",
        Group::Seen => "What you see",
    }
}

/// The name of a row.
pub(super) fn title(row: Row) -> &'static str {
    match row {
        Row::Cues => "Cues",
        Row::Level(Layer::Ticks) => "Ticks",
        Row::Level(Layer::Accents) => "Accents",
        Row::Level(Layer::Tone) => "Tone",
        Row::Level(Layer::Voice) => "Voice",
        Row::Volume => "Volume",
        Row::Reps => "Reps",
        Row::Counted => "Counted",
        Row::Seconds => "Seconds",
        Row::Notice(Notice::LastRep) => "Last rep",
        Row::Notice(Notice::HalfWay) => "Half way",
        Row::Notice(Notice::ThirtySeconds) => "30 seconds",
        Row::Notice(Notice::TenSeconds) => "10 seconds",
        Row::Notice(Notice::ThreeTwoOne) => "3-2-1",
        Row::Theme => "Theme",
        Row::View => "View",
        Row::Flash => "Flash",
        Row::Bell => "Bell",
        Row::Late => "Sound is late",
    }
}

/// Its value.
pub(super) fn value(row: Row, chosen: &Chosen) -> String {
    let calling = chosen.calling;
    let word = match row {
        Row::Cues => cues(chosen.heard.cues),
        Row::Level(layer) => return decibels(chosen.heard.level_db(layer)),
        Row::Volume => return decibels(Some(chosen.volume_db)),
        Row::Reps => counting(calling.reps),
        Row::Seconds => counting(calling.seconds),
        Row::Counted => match calling.turn {
            Turn::End => "when done",
            Turn::Start => "when it begins",
        },
        Row::Notice(notice) if calling.notices.has(notice) => "on",
        Row::Notice(_) => "off",
        Row::Theme => match chosen.light {
            Light::Day => "day",
            Light::Night => "night",
        },
        Row::View => match chosen.view {
            View::Flood => "flood",
            View::Bar => "bar",
        },
        Row::Flash => match chosen.flash {
            Flash::Auto => "auto",
            Flash::On => "on",
            Flash::Off => "off",
        },
        Row::Bell => match chosen.bell {
            Bell::Auto => "auto",
            Bell::Off => "off",
        },
        Row::Late => return millis(chosen.offset_ms),
    };
    word.to_owned()
}

/// `−6 dB`, or `off`.
fn decibels(level_db: Option<i8>) -> String {
    match level_db {
        None => "off".to_owned(),
        Some(0) => "0 dB".to_owned(),
        Some(below) => format!("−{} dB", below.unsigned_abs()),
    }
}

/// How loud something is, as a line that is the longer the louder.
pub(super) fn meter(row: Row, chosen: &Chosen) -> Option<String> {
    /// Cells of the whole line.
    const CELLS: u8 = 8;
    let (level_db, step_db) = match row {
        Row::Level(layer) => (chosen.heard.level_db(layer)?, 3),
        Row::Volume => (chosen.volume_db, 6),
        _ => return None,
    };
    let softer = level_db.unsigned_abs().div_ceil(step_db).min(CELLS);
    let line = |symbol: &str, cells: u8| symbol.repeat(usize::from(cells));
    Some(line("━", CELLS - softer) + &line("·", softer))
}

/// `120 ms`, `−20 ms`.
pub(super) fn millis(offset_ms: i32) -> String {
    let sign = if offset_ms < 0 { "−" } else { "" };
    format!("{sign}{} ms", offset_ms.unsigned_abs())
}

fn cues(cues: Cues) -> &'static str {
    match cues {
        Cues::Classic => "classic",
        Cues::Guide => "guide",
        Cues::Voice => "voice",
        Cues::Full => "full",
    }
}

fn counting(counting: Counting) -> &'static str {
    match counting {
        Counting::Up => "up",
        Counting::Down => "down",
        Counting::Silent => "silent",
    }
}

/// Why a setting changes nothing for now.
pub(super) fn note(row: Row, chosen: &Chosen) -> Option<String> {
    let heard = chosen.heard;
    let layer = match row {
        Row::Level(layer) => layer,
        Row::Reps | Row::Counted | Row::Seconds => Layer::Voice,
        _ => return None,
    };
    if !heard.cues.has(layer) {
        return Some(format!("not in {}", cues(heard.cues)));
    }
    let is_voiceless = layer == Layer::Voice && heard.level_db(layer).is_none();
    match row {
        Row::Level(_) => None,
        _ if is_voiceless => Some("the voice is off".to_owned()),
        Row::Counted if chosen.calling.reps == Counting::Silent => {
            Some("reps are not counted".to_owned())
        }
        _ => None,
    }
}

/// Whether the row is about something that is heard.
pub(super) fn is_heard(row: Row) -> bool {
    !matches!(row.group(), Group::Seen)
}

/// Why nothing can be heard.
pub(super) fn silence(app: &App) -> Option<&'static str> {
    if app.muted {
        return Some("muted: m");
    }
    app.sound.is_missing().then_some("no sound here")
}

/// What a row is about, in wordings from the longest to the shortest.
pub(super) fn about(row: Row) -> [&'static str; 2] {
    match row {
        Row::Cues => [
            "classic: ticks; guide: and a tone; voice: and a voice; full: all.",
            "Ticks, a tone, a voice, or all.",
        ],
        Row::Level(Layer::Ticks) => ["Each second, counts and notices.", "Each second."],
        Row::Level(Layer::Accents) => [
            "Where a phase begins, and where a set ends.",
            "Where a phase begins.",
        ],
        Row::Level(Layer::Tone) => [
            "It falls while the handle goes down, and rises while it goes up.",
            "It follows the handle.",
        ],
        Row::Level(Layer::Voice) => [
            "It says what comes next, and counts.",
            "It says what comes next.",
        ],
        Row::Volume => [
            "Of everything together; 9 and 0 change it on every screen.",
            "Of everything together.",
        ],
        Row::Reps => [
            "How the voice counts reps: up, down, or not at all.",
            "How reps are counted.",
        ],
        Row::Counted => [
            "Whether the number is that of the rep that is over, or begins.",
            "When a rep is counted.",
        ],
        Row::Seconds => [
            "How the voice counts the seconds of a phase.",
            "The seconds of a phase.",
        ],
        Row::Notice(notice) => about_notice(notice),
        Row::Theme => [
            "night: dark red and amber, for a room with the lights off.",
            "night is dark red and amber.",
        ],
        Row::View => [
            "flood: the whole terminal is the bar; bar: one beside the digits.",
            "The whole screen, or a bar.",
        ],
        Row::Flash => [
            "auto: where nothing is heard; on: wherever a phase begins.",
            "auto: where nothing is heard.",
        ],
        Row::Bell => [
            "auto: the terminal's bell counts where there is no sound.",
            "It counts where no sound is.",
        ],
        Row::Late => [
            "For Bluetooth: Enter shows a click that can be moved to its flash.",
            "For Bluetooth: Enter.",
        ],
    }
}

fn about_notice(notice: Notice) -> [&'static str; 2] {
    match notice {
        Notice::LastRep => [
            "Said at the turn into the last rep of a set.",
            "At the turn into the last rep.",
        ],
        Notice::HalfWay => [
            "Said where half of a hold of ten seconds or more is over.",
            "Where half of a hold is over.",
        ],
        Notice::ThirtySeconds => [
            "Said where thirty seconds of a rest are left.",
            "Thirty seconds of a rest left.",
        ],
        Notice::TenSeconds => [
            "Said where ten seconds of a rest or a long hold are left.",
            "Ten seconds of a rest left.",
        ],
        Notice::ThreeTwoOne => [
            "Counted before a set begins and before a long hold ends.",
            "Counted before a set begins.",
        ],
    }
}
