//! Where the files are. The only reader of `HOME` and the `XDG_*` variables, so that a test, or a person, who moves the
//! folders moves all of them.

use std::path::{Path, PathBuf};

use etcetera::BaseStrategy;

const FOLDER: &str = "downbeat";

/// The files that the program reads and writes. A path is missing where no home folder can be found: the program then works
/// with its defaults and remembers nothing, because pacing a set needs no file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Paths {
    /// The person's own settings and presets.
    pub config: Option<ConfigPath>,
    /// What was last used; losing it loses nothing.
    pub state: Option<PathBuf>,
    /// What was trained and how somebody felt.
    pub journal: Option<PathBuf>,
}

/// The settings file, and who chose it. A file in its usual place may be missing; one that was asked for may not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ConfigPath {
    /// In the platform's configuration folder.
    Usual(PathBuf),
    /// Given with `--config`.
    Given(PathBuf),
}

impl ConfigPath {
    /// Where the file is, or would be.
    pub fn path(&self) -> &Path {
        match self {
            Self::Usual(path) | Self::Given(path) => path,
        }
    }
}

impl Paths {
    /// Finds the folders of this platform; `config` is what `--config` named.
    pub fn find(config: Option<&Path>) -> Self {
        // The base strategy keeps to the XDG folders on macOS too, where people look for the files of terminal programs.
        let strategy = etcetera::choose_base_strategy().ok();
        let folders = strategy.as_ref().map(|found| {
            // Not every platform has a folder for state.
            let state = found.state_dir().unwrap_or_else(|| found.data_dir());
            [found.config_dir(), state, found.data_dir()].map(|folder| folder.join(FOLDER))
        });
        Self::within(config, folders)
    }

    fn within(config: Option<&Path>, folders: Option<[PathBuf; 3]>) -> Self {
        let given = config.map(|path| ConfigPath::Given(path.to_owned()));
        let Some([usual, state, data]) = folders else {
            return Self {
                config: given,
                ..Self::default()
            };
        };
        Self {
            config: given.or_else(|| Some(ConfigPath::Usual(usual.join("config.toml")))),
            state: Some(state.join("state.toml")),
            journal: Some(data.join("journal.db")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folders() -> [PathBuf; 3] {
        ["/c", "/s", "/d"].map(|folder| Path::new(folder).join(FOLDER))
    }

    #[test]
    fn each_file_has_its_own_folder() {
        let paths = Paths::within(None, Some(folders()));
        assert_eq!(
            paths.config,
            Some(ConfigPath::Usual("/c/downbeat/config.toml".into()))
        );
        assert_eq!(paths.state, Some("/s/downbeat/state.toml".into()));
        assert_eq!(paths.journal, Some("/d/downbeat/journal.db".into()));
    }

    #[test]
    fn a_named_file_wins_over_the_usual_place() {
        let paths = Paths::within(Some(Path::new("gym.toml")), Some(folders()));
        assert_eq!(paths.config, Some(ConfigPath::Given("gym.toml".into())));
    }

    #[test]
    fn without_a_home_only_the_named_file_is_left() {
        assert_eq!(Paths::within(None, None), Paths::default());
        assert!(
            Paths::within(Some(Path::new("gym.toml")), None)
                .config
                .is_some()
        );
    }
}
