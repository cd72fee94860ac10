//! A request to stop, for work that looks at it between two pieces and then tidies up by itself.
//!
//! Nothing ends such work by force, as the watchdog of [`signals`](super::signals) would: what it has begun would lie
//! around. SIGQUIT stays what it is, for whoever cannot wait.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Remembers the signal that asked the program to stop.
#[derive(Debug, Clone, Default)]
pub struct StopRequest {
    /// Zero before there is one.
    signal: Arc<AtomicUsize>,
}

impl StopRequest {
    /// Listens from now on. A file that grows beyond the user's limit is no longer the end of the program either, but an
    /// error of the write, which can be told.
    ///
    /// # Errors
    /// When a handler cannot be installed.
    #[cfg(unix)]
    pub fn listen() -> io::Result<Self> {
        use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
        let request = Self::default();
        for signal in [SIGINT, SIGTERM, SIGHUP] {
            let number = usize::try_from(signal).map_err(io::Error::other)?;
            signal_hook::flag::register_usize(signal, Arc::clone(&request.signal), number)?;
        }
        let too_large = rustix::process::Signal::XFSZ.as_raw();
        signal_hook::flag::register(too_large, Arc::default())?;
        Ok(request)
    }

    /// There are no such signals here.
    ///
    /// # Errors
    /// Never.
    #[cfg(not(unix))]
    pub fn listen() -> io::Result<Self> {
        Ok(Self::default())
    }

    /// The number of the signal, once there was one.
    pub fn signal(&self) -> Option<i32> {
        match self.signal.load(Ordering::Relaxed) {
            0 => None,
            signal => i32::try_from(signal).ok(),
        }
    }
}
