//! The settings file: what may be written in it, and what is wrong with what was.
//!
//! A file that a person wrote is only read here. Every key is read on its own, so that `downbeat config check` names every
//! mistake at once; but a mistake in a setting is an error all the same, because a set that is paced otherwise than the file
//! says would be worse than none. A mistake in a preset stays with that preset.

use std::path::{Path, PathBuf};
use std::{fs, io};

use serde::{Deserialize, Serialize};
use toml::de::DeTable;

use super::edit::Setting;
use super::keys;
use super::paths::ConfigPath;
use super::presets::{self, Library, Origin};
use super::problem::{Problem, line_of_no_text};
use super::values::{
    Bell, Counted, CountedAt, Cues, Flash, FrameRate, LeadIn, Level, NoticeList, Offset, Theme,
    View, Volume,
};
use crate::training::call::Calling;
use crate::training::journal::Unit;

/// An example of the file: every setting at its default, explained.
pub const EXAMPLE: &str = include_str!("../../config.example.toml");

/// The settings, apart from presets. They are written one by one, and only those that can be changed while it runs.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct ConfigFile {
    /// Which cues are heard.
    pub cues: Cues,
    /// How loud they are at the start.
    pub volume_db: Volume,
    /// How loud ticks, counts and notices are.
    pub ticks_db: Level,
    /// How loud the accents at beginnings and ends are.
    pub accents_db: Level,
    /// How loud the tone is that follows the handle.
    pub guide_db: Level,
    /// How loud the voice is.
    pub voice_db: Level,
    /// How reps are counted aloud.
    pub count_reps: Counted,
    /// When a rep is counted.
    pub count_at: CountedAt,
    /// How the seconds of a phase are counted aloud.
    pub count_seconds: Counted,
    /// What is announced.
    pub notices: NoticeList,
    /// Which colours are shown.
    pub theme: Theme,
    /// How the pacing screen is drawn.
    pub view: View,
    /// Whether it is drawn with ASCII characters only.
    #[serde(skip_serializing)]
    pub ascii: bool,
    /// How many pictures a second are drawn at most.
    #[serde(skip_serializing)]
    pub fps: FrameRate,
    /// Time before the first set of a preset that names none.
    #[serde(skip_serializing)]
    pub lead_in: LeadIn,
    /// Whether outputs that play more than 250 ms late are taken, as Bluetooth speakers can be.
    #[serde(skip_serializing)]
    pub late_sound: bool,
    /// How much later than the device says its sound is heard.
    pub offset_ms: Offset,
    /// When the whole screen flashes.
    pub flash: Flash,
    /// Whether the terminal's bell counts where there is no sound.
    pub bell: Bell,
    /// The unit of a load or a body weight that names none.
    #[serde(skip_serializing)]
    pub unit: Unit,
}

impl ConfigFile {
    /// What is counted and announced.
    pub fn calling(&self) -> Calling {
        Calling {
            reps: self.count_reps.into(),
            turn: self.count_at.into(),
            seconds: self.count_seconds.into(),
            notices: self.notices.notices(),
        }
    }

    /// What has to be written so that a file which says `before` says this: the settings that differ, in their order.
    pub fn differing(&self, before: &Self) -> Vec<Setting> {
        let defaults = Self::default().values();
        let pairs = self.values().into_iter().zip(before.values());
        let differing = pairs.zip(defaults).filter(|((new, old), _)| new != old);
        let setting =
            |(((key, value), _), (_, default))| Setting::new(key, &value, value == default);
        differing.map(setting).collect()
    }

    /// Every key that can be changed while it runs, as it is spelled in the file, with its value.
    fn values(&self) -> Vec<(String, serde_json::Value)> {
        match serde_json::to_value(self) {
            Ok(serde_json::Value::Object(keys)) => keys.into_iter().collect(),
            // A struct with names for keys is nothing else.
            Ok(_) | Err(_) => Vec::new(),
        }
    }
}

impl Default for ConfigFile {
    fn default() -> Self {
        Self {
            cues: Cues::default(),
            volume_db: Volume::default(),
            ticks_db: Level::default(),
            accents_db: Level::default(),
            guide_db: Level::default(),
            voice_db: Level::default(),
            count_reps: Counted::Up,
            count_at: CountedAt::default(),
            count_seconds: Counted::Silent,
            notices: NoticeList::default(),
            theme: Theme::default(),
            view: View::default(),
            ascii: false,
            fps: FrameRate::default(),
            lead_in: LeadIn::of_seconds(10),
            late_sound: false,
            offset_ms: Offset::default(),
            flash: Flash::default(),
            bell: Bell::default(),
            unit: Unit::default(),
        }
    }
}

/// What the file says: settings, and presets with their mistakes.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Config {
    /// The settings.
    pub settings: ConfigFile,
    /// The person's own presets and routines.
    pub own: presets::Written,
}

impl Config {
    /// Reads the file. One in its usual place may be missing: then everything is at its default.
    ///
    /// # Errors
    /// The file cannot be read, is not TOML, or a setting in it is wrong. A faulty preset is no error.
    pub fn load(at: Option<&ConfigPath>) -> Result<Self, ConfigError> {
        Self::load_with_text(at).map(|(config, _)| config)
    }

    /// The same, and the text that it was read from: what is changed later is changed in this text and no other.
    ///
    /// # Errors
    /// As for [`Config::load`].
    pub fn load_with_text(at: Option<&ConfigPath>) -> Result<(Self, Option<String>), ConfigError> {
        let Some(at) = at else {
            return Ok((Self::default(), None));
        };
        let Some(text) = text_of(at)? else {
            return Ok((Self::default(), None));
        };
        let (config, problems) = parse(&text);
        if problems.is_empty() {
            Ok((config, Some(text)))
        } else {
            Err(ConfigError::Mistakes {
                path: at.path().to_owned(),
                problems,
            })
        }
    }

    /// The presets together with the built-in ones.
    pub fn library(&self) -> Library {
        Library::new(self.own.clone(), self.settings.lead_in.duration())
    }
}

/// The file's text; `None` where a file in its usual place is missing.
///
/// # Errors
/// The file cannot be read, or one that was asked for does not exist.
pub fn text_of(at: &ConfigPath) -> Result<Option<String>, ConfigError> {
    let path = || at.path().to_owned();
    match (fs::read(at.path()), at) {
        (Ok(bytes), _) => {
            String::from_utf8(bytes)
                .map(Some)
                .map_err(|error| ConfigError::NotText {
                    path: path(),
                    line: line_of_no_text(&error),
                })
        }
        (Err(error), ConfigPath::Usual(_)) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        (Err(error), _) => Err(ConfigError::Unreadable {
            path: path(),
            error,
        }),
    }
}

/// Reads the text of a settings file: what can be used, and the problems outside the presets.
pub fn parse(text: &str) -> (Config, Vec<Problem>) {
    // Some editors begin a file with a mark that nobody sees; it would only move the columns.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let (table, errors) = DeTable::parse_recoverable(text);
    if !errors.is_empty() {
        let mut problems: Vec<Problem> = errors
            .iter()
            .map(|error| Problem::at(text, error.span().as_ref(), keys::syntax(text, error)))
            .collect();
        problems.sort_by_key(|problem| (problem.line, problem.column));
        problems.dedup_by_key(|problem| problem.line);
        return (Config::default(), problems);
    }
    let mut table = table;
    let arrays = keys::take(&mut table, &["preset", "routine"]).into_inner();
    let (settings, mut problems): (ConfigFile, _) = keys::read(text, table);
    let lead_in = settings.lead_in.duration();
    let (own, wrong) = presets::read(text, arrays, Origin::Own, lead_in);
    problems.extend(wrong);
    let config = Config { settings, own };
    (config, problems)
}

/// Why the settings file cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// The system does not give it.
    #[error("the settings file {} cannot be read ({error}): check the path, or go on without it: add --config /dev/null", .path.display())]
    Unreadable {
        /// Which file.
        path: PathBuf,
        /// What the system says.
        error: io::Error,
    },
    /// It is not UTF-8.
    #[error("the settings file {} is not UTF-8 text (line {line}): save it as UTF-8, or go on without it: add --config /dev/null", .path.display())]
    NotText {
        /// Which file.
        path: PathBuf,
        /// The line of the first byte that is none.
        line: usize,
    },
    /// It does not parse, or a setting is wrong.
    #[error("{}", mistakes(.path, .problems))]
    Mistakes {
        /// Which file.
        path: PathBuf,
        /// Every mistake outside the presets.
        problems: Vec<Problem>,
    },
}

fn mistakes(path: &Path, problems: &[Problem]) -> String {
    let first = problems
        .first()
        .map(ToString::to_string)
        .unwrap_or_default();
    let more = match problems.len().saturating_sub(1) {
        0 => String::new(),
        more => format!("\n({more} more: `downbeat config check` names them all)"),
    };
    let without = "Mend it, or go on without it: add --config /dev/null";
    format!(
        "the settings file {}, {first}{more}\n{without}",
        path.display()
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_example_is_the_defaults() {
        let (config, problems) = parse(EXAMPLE);
        assert_eq!((config, problems), (Config::default(), Vec::new()));
    }

    #[test]
    fn the_example_with_every_line_taken_out_of_its_comment_is_the_defaults_and_a_preset() {
        let lines: Vec<&str> = EXAMPLE
            .lines()
            .map(|line| line.strip_prefix("#: ").unwrap_or(line))
            .collect();
        assert!(
            EXAMPLE
                .lines()
                .filter(|line| line.starts_with("#: "))
                .count()
                > 10
        );
        let (config, problems) = parse(&lines.join("\n"));
        assert_eq!(
            (&config.settings, problems),
            (&ConfigFile::default(), Vec::new())
        );
        let own = own(&config);
        assert!(own.len() > 1 && own.iter().all(|entry| entry.routine.is_ok()));
    }

    fn own(config: &Config) -> Vec<presets::Entry> {
        let mut entries = config.library().entries().to_vec();
        entries.retain(|entry| entry.origin == Origin::Own);
        entries
    }

    #[test]
    fn one_bad_preset_leaves_the_others_alone() {
        let (config, problems) =
            parse("[[preset]]\nid = 'bad'\ntempo = '4'\n[[preset]]\nid = 'good'\ntempo = '4010'\n");
        assert!(problems.is_empty());
        assert!(own(&config)[0].routine.is_err() && own(&config)[1].routine.is_ok());
        let library = config.library();
        assert!(library.find("good").is_ok());
        let error = library.find("bad").unwrap_err().to_string();
        assert!(
            error.contains("line 3, column 9") && error.contains("tempo = '4'"),
            "{error}"
        );
    }

    #[test]
    fn an_own_preset_shadows_a_built_in_of_the_same_id() {
        let (config, _) = parse("[[preset]]\nid = 'eccentric-4-1'\ntempo = '5010'\n");
        let library = config.library();
        assert_eq!(library.find("eccentric-4-1").unwrap().pace(), "5-0-1-0");
        assert_eq!(
            library
                .entries()
                .iter()
                .filter(|entry| entry.id == "eccentric-4-1")
                .count(),
            1
        );
    }

    #[test]
    fn an_id_that_is_used_twice_is_a_problem_of_the_second() {
        let (config, _) =
            parse("[[preset]]\nid = 'a'\ntempo = '5010'\n[[preset]]\nid = 'a'\ntempo = '4010'\n");
        assert!(own(&config)[0].routine.is_ok() && own(&config)[1].routine.is_err());
    }

    #[test]
    fn mistakes_are_shown_with_their_line_and_a_fix() {
        let texts = [
            "cues = \"loud\"\nthene = \"day\"\nvolume_db = 3\nfps = 0\nlead_in = \"11m\"\nascii = \"yes\"\n",
            "theme = night\n",
            "theme = \"night\nview = \"bar\"\n",
            "theme \"night\"\n",
            "theme = \"day\"\ntheme = \"night\"\n",
            "[preset]\nid = \"a\"\n",
            "preset = [1]\n",
            "theme =\n",
            "[[preset\nid = \"a\"\n",
            "\u{feff}theme = 7\n",
        ];
        let shown: Vec<String> = texts
            .iter()
            .map(|text| {
                let (config, problems) = parse(text);
                let own = own(&config);
                let of_presets = own
                    .iter()
                    .filter_map(|entry| entry.routine.as_ref().err())
                    .flatten();
                problems
                    .iter()
                    .chain(of_presets)
                    .map(ToString::to_string)
                    .collect::<Vec<_>>()
                    .join(
                        "
",
                    )
            })
            .collect();
        insta::assert_snapshot!(shown.join("\n---\n"));
    }

    #[test]
    fn a_missing_file_is_fine_in_its_usual_place_and_an_error_where_it_was_asked_for() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("config.toml");
        assert_eq!(
            Config::load(Some(&ConfigPath::Usual(path.clone()))).unwrap(),
            Config::default()
        );
        assert!(Config::load(Some(&ConfigPath::Given(path.clone()))).is_err());
        fs::write(&path, b"theme = \"day\"\n# \xff").unwrap();
        assert!(
            Config::load(Some(&ConfigPath::Usual(path)))
                .unwrap_err()
                .to_string()
                .contains("line 2")
        );
    }
}
