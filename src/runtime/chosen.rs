//! The settings of the app in the words of the file and of the sound, and back: the app knows neither.

use crate::app::heard::{Cues, Heard, Layer};
use crate::app::settings::Chosen;
use crate::app::{Bell, Flash, Light, View};
use crate::settings::{Settings, mix};
use crate::sound::Mix;
use crate::store::config::ConfigFile;
use crate::store::values::{self, Level, Offset, Volume};

/// What holds when the program begins.
pub fn chosen(settings: &Settings) -> Chosen {
    Chosen {
        heard: heard(settings),
        volume_db: settings.volume.get(),
        calling: settings.calling,
        light: match settings.theme {
            values::Theme::Day => Light::Day,
            values::Theme::Night => Light::Night,
        },
        view: match settings.view {
            values::View::Flood => View::Flood,
            values::View::Bar => View::Bar,
        },
        flash: match settings.flash {
            values::Flash::Auto => Flash::Auto,
            values::Flash::On => Flash::On,
            values::Flash::Off => Flash::Off,
        },
        bell: match settings.bell {
            values::Bell::Auto => Bell::Auto,
            values::Bell::Off => Bell::Off,
        },
        offset_ms: settings.offset.millis().into(),
    }
}

fn heard(settings: &Settings) -> Heard {
    let cues = match settings.cues {
        values::Cues::Classic => Cues::Classic,
        values::Cues::Guide => Cues::Guide,
        values::Cues::Voice => Cues::Voice,
        values::Cues::Full => Cues::Full,
    };
    let [ticks, accents, tone, voice] = settings.levels.map(Level::decibels);
    Heard::full(cues)
        .with(Layer::Ticks, ticks)
        .with(Layer::Accents, accents)
        .with(Layer::Tone, tone)
        .with(Layer::Voice, voice)
}

/// What a file says that says what was chosen, and nothing else.
pub fn file(chosen: &Chosen) -> ConfigFile {
    let level = |layer| Level::nearest(chosen.heard.level_db(layer));
    let calling = chosen.calling;
    ConfigFile {
        cues: match chosen.heard.cues {
            Cues::Classic => values::Cues::Classic,
            Cues::Guide => values::Cues::Guide,
            Cues::Voice => values::Cues::Voice,
            Cues::Full => values::Cues::Full,
        },
        volume_db: Volume::nearest(chosen.volume_db),
        ticks_db: level(Layer::Ticks),
        accents_db: level(Layer::Accents),
        guide_db: level(Layer::Tone),
        voice_db: level(Layer::Voice),
        count_reps: calling.reps.into(),
        count_at: calling.turn.into(),
        count_seconds: calling.seconds.into(),
        notices: calling.notices.into(),
        theme: match chosen.light {
            Light::Day => values::Theme::Day,
            Light::Night => values::Theme::Night,
        },
        view: match chosen.view {
            View::Flood => values::View::Flood,
            View::Bar => values::View::Bar,
        },
        offset_ms: Offset::nearest(chosen.offset_ms),
        flash: match chosen.flash {
            Flash::Auto => values::Flash::Auto,
            Flash::On => values::Flash::On,
            Flash::Off => values::Flash::Off,
        },
        bell: match chosen.bell {
            Bell::Auto => values::Bell::Auto,
            Bell::Off => values::Bell::Off,
        },
        ..ConfigFile::default()
    }
}

/// The layers as the sound knows them.
pub(super) fn mix_of(heard: Heard) -> Mix {
    let chosen = Chosen {
        heard,
        ..Chosen::default()
    };
    mix(&file(&chosen), None)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::settings::ROWS;
    use crate::settings::{Asked, Environment};

    #[test]
    fn what_is_chosen_is_what_a_file_of_it_says() {
        for row in ROWS {
            for by in [-1, 1] {
                let once = row.stepped(Chosen::default(), by);
                for chosen in [once, row.stepped(once, by)] {
                    let settings =
                        Settings::settle(&file(&chosen), Asked::default(), Environment::default());
                    assert_eq!(super::chosen(&settings), chosen, "{row:?}");
                }
            }
        }
    }
}
