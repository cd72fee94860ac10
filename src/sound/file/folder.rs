//! Several files in a folder: all of them come, or none; where they replace others, a rename that fails leaves some.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::{
    Existing, FileError, Prepared, Track, Watch, check_place, folder_of, prepare, unnamed_in,
};

/// A text among the tracks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// The file's name.
    pub name: String,
    /// What it says.
    pub text: String,
}

/// Writes a page and tracks, each with its file's name, into `folder`, which is made if it does not exist. Nothing gets
/// its name before everything is complete on the disk.
///
/// # Errors
/// A place is taken, a track is too long, `watch` stopped it, or the system refuses. Then nothing has changed, but for one
/// case: with [`Existing::Replace`] in a folder that was there, a file that cannot get its name leaves those before it new
/// and those behind it as they were. What the new ones replaced is gone, and each of them is complete.
pub fn write_folder(
    folder: &Path,
    page: &Page,
    tracks: &[(String, Track<'_>)],
    existing: Existing,
    watch: &mut Watch<'_>,
) -> Result<(), FileError> {
    let house = House::open(folder)?;
    let names = || tracks.iter().map(|(name, _)| name).chain([&page.name]);
    for name in names() {
        check_place(&folder.join(name), existing)?;
    }
    let mut files = Vec::new();
    for (name, track) in tracks {
        files.push(prepare(&folder.join(name), house.place(), track, watch)?);
    }
    let text = written(page, house.place());
    files.push(text.map_err(|error| FileError::refused(&folder.join(&page.name), error))?);
    let mut placed = Vec::new();
    for (name, file) in names().zip(files) {
        let place = house.place().join(name);
        if let Err(error) = file.place(&place, existing) {
            take_back(&placed, existing);
            return Err(error);
        }
        placed.push(place);
    }
    house.settle(folder)
}

/// Where the files are made: in the folder, or in a new one that gets the folder's name at the end.
enum House {
    There(PathBuf),
    New(TempDir),
}

impl House {
    fn open(folder: &Path) -> Result<Self, FileError> {
        let refused = |error| FileError::refused(folder, error);
        match fs::metadata(folder) {
            Ok(there) if there.is_dir() => Ok(Self::There(folder.to_owned())),
            Ok(_) => Err(FileError::NotAFolder(folder.to_owned())),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                new_beside(folder).map(Self::New).map_err(refused)
            }
            Err(error) => Err(refused(error)),
        }
    }

    fn place(&self) -> &Path {
        match self {
            Self::There(folder) => folder,
            Self::New(new) => new.path(),
        }
    }

    fn settle(self, folder: &Path) -> Result<(), FileError> {
        if let Self::New(new) = self {
            fs::rename(new.path(), folder).map_err(|error| FileError::refused(folder, error))?;
            // It is not there any more under the name that would be taken away.
            let _ = new.keep();
        }
        Ok(())
    }
}

/// A folder that is as open as the user's others.
fn new_beside(folder: &Path) -> io::Result<TempDir> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".downbeat-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        // The umask takes its bits from this.
        builder.permissions(fs::Permissions::from_mode(0o777));
    }
    builder.tempdir_in(folder_of(folder))
}

fn written(page: &Page, folder: &Path) -> io::Result<Prepared> {
    let mut file = unnamed_in(folder)?;
    file.write_all(page.text.as_bytes())?;
    file.as_file().sync_all()?;
    Ok(Prepared(file))
}

/// Takes the new files away again. Where they may have taken another's place they stay: what was there is gone already.
fn take_back(placed: &[PathBuf], existing: Existing) {
    if existing == Existing::Keep {
        for place in placed {
            // The error that led here is the one that is told.
            let _ = fs::remove_file(place);
        }
    }
}
