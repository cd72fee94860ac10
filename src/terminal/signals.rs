//! Signals, turned into events by a thread of their own, and the watchdog behind them.
//!
//! A signal that asks the program to stop is a request: the interface ends the set, keeps what was done and
//! leaves. If it has not left after [`GRACE`], or if a second signal says that somebody is impatient, the terminal
//! is given back from here and the program ends: nothing that hangs can hold a terminal hostage.

use std::io;
use std::time::Duration;

use super::Sink;

/// How long the interface has to leave by itself after a signal.
pub const GRACE: Duration = Duration::from_millis(800);

#[cfg(unix)]
pub use unix::{raise, stop_job, watch, watch_stops};

#[cfg(unix)]
mod unix {
    use std::sync::{Condvar, Mutex, MutexGuard, PoisonError, mpsc};
    use std::thread;

    use rustix::process::{Signal, kill_current_process_group};
    use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};
    use signal_hook::iterator::Signals;

    use super::{Duration, GRACE, Sink, io};
    use crate::terminal::{Event, restore};

    const STOPS: [i32; 4] = [SIGTERM, SIGHUP, SIGINT, SIGQUIT];
    /// How long giving the terminal back may take before the program ends without: a terminal that takes no
    /// bytes would block it.
    const FAREWELL: Duration = Duration::from_millis(400);

    /// How long a stop may take to reach this program. Where the kernel does not stop it, this is how long the
    /// shell's screen is seen.
    const STOP_REACHES: Duration = Duration::from_millis(100);

    /// Whether a stop that we asked for is under way: the continuation after it is no news.
    #[derive(Clone, Copy, PartialEq)]
    enum Job {
        Runs,
        Stops,
        Continued,
    }

    static JOB: Mutex<Job> = Mutex::new(Job::Runs);
    static JOB_CHANGED: Condvar = Condvar::new();

    fn job() -> MutexGuard<'static, Job> {
        JOB.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Reports every signal that concerns an interface: those that stop the program, job control, resizing.
    ///
    /// # Errors
    /// When a handler cannot be installed or the thread not started.
    pub fn watch(sink: impl Sink) -> io::Result<()> {
        listen(&[&STOPS[..], &[SIGTSTP, SIGCONT, SIGWINCH]].concat(), sink)
    }

    /// Reports only the signals that ask the program to stop, with the same watchdog: for output in plain lines,
    /// where the system's own job control is right.
    ///
    /// # Errors
    /// When a handler cannot be installed or the thread not started.
    pub fn watch_stops(sink: impl Sink) -> io::Result<()> {
        listen(&STOPS, sink)
    }

    fn listen(wanted: &[i32], sink: impl Sink) -> io::Result<()> {
        let mut signals = Signals::new(wanted)?;
        let work = move || {
            let mut asked_before = false;
            for signal in &mut signals {
                match signal {
                    SIGTSTP => drop(sink(Event::Suspend)),
                    SIGCONT if ends_our_stop() => {}
                    SIGCONT => drop(sink(Event::Resume)),
                    SIGWINCH => drop(sink(Event::Resize)),
                    stop if asked_before || !sink(Event::Stop(stop)) => end(stop),
                    stop => guard_against_hanging(stop),
                }
                asked_before |= STOPS.contains(&signal);
            }
        };
        thread::Builder::new()
            .name("signals".to_owned())
            .spawn(work)
            .map(drop)
    }

    fn ends_our_stop() -> bool {
        let mut job = job();
        let is_ours = *job == Job::Stops;
        if is_ours {
            *job = Job::Continued;
            JOB_CHANGED.notify_all();
        }
        is_ours
    }

    fn guard_against_hanging(signal: i32) {
        let watchdog = move || {
            thread::sleep(GRACE);
            end(signal);
        };
        if thread::Builder::new()
            .name("watchdog".to_owned())
            .spawn(watchdog)
            .is_err()
        {
            end(signal);
        }
    }

    /// Gives the terminal back and ends the program here and now, with the exit code of the signal.
    fn end(signal: i32) -> ! {
        let (done, finished) = mpsc::channel();
        let farewell = move || {
            restore();
            let _ = done.send(());
        };
        if thread::Builder::new()
            .name("farewell".to_owned())
            .spawn(farewell)
            .is_ok()
        {
            let _ = finished.recv_timeout(FAREWELL);
        }
        signal_hook::low_level::exit(128 + signal)
    }

    /// Sends this program a signal, so that a key which means one takes the same way as the signal itself.
    ///
    /// # Errors
    /// When the system has no such signal.
    pub fn raise(signal: i32) -> io::Result<()> {
        signal_hook::low_level::raise(signal)
    }

    /// Stops the whole job and returns when it goes on.
    ///
    /// The kernel's rule for job control must hold: a program that nobody could bring back, because it is alone
    /// in its terminal, is not stopped. SIGSTOP knows no such rule, and SIGTSTP is ours by now and cannot be
    /// handed back in safe code. SIGTTOU has the same rule and effect and was never taken: a shell reports the job
    /// as stopped by it.
    ///
    /// # Errors
    /// When the signal cannot be sent.
    pub fn stop_job() -> io::Result<()> {
        let mut job = job();
        *job = Job::Stops;
        kill_current_process_group(Signal::TTOU)?;
        // Any thread may be the one that the stop reaches first. Going on before it has reached this one would
        // take the terminal from the shell again.
        let stopped = JOB_CHANGED.wait_timeout_while(job, STOP_REACHES, |job| *job == Job::Stops);
        let (mut job, _) = stopped.unwrap_or_else(PoisonError::into_inner);
        *job = Job::Runs;
        Ok(())
    }
}

/// There are no such signals here; keys and sizes come with the input.
///
/// # Errors
/// Never.
#[cfg(not(unix))]
pub fn watch(_sink: impl Sink) -> io::Result<()> {
    Ok(())
}

/// There are no such signals here.
///
/// # Errors
/// Never.
#[cfg(not(unix))]
pub fn watch_stops(_sink: impl Sink) -> io::Result<()> {
    Ok(())
}

/// There is no job control here.
///
/// # Errors
/// Never.
#[cfg(not(unix))]
pub fn stop_job() -> io::Result<()> {
    Ok(())
}
