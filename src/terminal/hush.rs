//! Standard error while the interface is up. Libraries beneath the sound print there and would write over the picture, so
//! as long as it leads to the terminal it leads nowhere; a file or a pipe that somebody chose keeps it.

#[cfg(unix)]
mod unix {
    use rustix::fd::OwnedFd;
    use std::fs::OpenOptions;
    use std::io::{self, IsTerminal};
    use std::sync::{Mutex, PoisonError};

    /// Where standard error led before.
    static BEFORE: Mutex<Option<OwnedFd>> = Mutex::new(None);

    /// Silences standard error, if it leads to a terminal. Where that cannot be done, it stays as it is.
    pub(in crate::terminal) fn hush() {
        let mut before = BEFORE.lock().unwrap_or_else(PoisonError::into_inner);
        if before.is_some() || !io::stderr().is_terminal() {
            return;
        }
        let nowhere = OpenOptions::new().write(true).open("/dev/null");
        let (Ok(nowhere), Ok(terminal)) = (nowhere, rustix::io::dup(io::stderr())) else {
            return;
        };
        if rustix::stdio::dup2_stderr(&nowhere).is_ok() {
            *before = Some(terminal);
        }
    }

    /// Gives standard error back.
    pub(in crate::terminal) fn speak() {
        let before = BEFORE.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(terminal) = before {
            // There is nobody to tell if this fails: it is the very thing that one would tell it through.
            let _ = rustix::stdio::dup2_stderr(&terminal);
        }
    }
}

#[cfg(not(unix))]
mod elsewhere {
    /// Nothing is known to print there.
    pub(in crate::terminal) fn hush() {}

    /// Nothing was silenced.
    pub(in crate::terminal) fn speak() {}
}

#[cfg(not(unix))]
pub(super) use elsewhere::{hush, speak};
#[cfg(unix)]
pub(super) use unix::{hush, speak};
