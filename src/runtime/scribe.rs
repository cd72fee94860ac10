//! The scribe: the thread that owns the journal's file. What the app asks for is done here in its order, and answered on
//! the one channel that everything arrives on; a disk that is slow or hangs holds up no picture.
//!
//! The file is opened when the thread begins, after the first frame. Where it cannot be, every request to keep something is
//! answered with the reason, so that the app knows what is in no file.

use super::{Incoming, today};
use crate::app::journal::{Reply, Request};
use crate::store::journal::Journal;
use crate::training::history;
use crate::training::journal::Entry;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::JoinHandle;
use std::time::Duration;

/// How many sessions a page of the log has.
const PAGE: usize = 50;
/// How long nobody asks for anything before a large file is looked over.
const QUIET: Duration = Duration::from_secs(5);

/// The thread, and the way to it.
pub struct Scribe {
    requests: Option<Sender<Request>>,
    thread: Option<JoinHandle<()>>,
}

impl Scribe {
    /// Begins, with the journal in this file, or with none.
    pub fn begin(path: Option<PathBuf>, answers: Sender<Incoming>) -> Self {
        let (requests, inbox) = channel();
        let thread = std::thread::Builder::new()
            .name("journal".to_owned())
            .spawn(move || work(path, &inbox, &answers));
        Self {
            requests: Some(requests),
            thread: thread.ok(),
        }
    }

    /// Asks for something.
    pub fn ask(&self, request: Request) {
        if let Some(requests) = &self.requests {
            // A thread that is gone has said so.
            let _ = requests.send(request);
        }
    }

    /// Waits until everything that was asked for is done.
    pub fn finish(&mut self) {
        self.requests = None;
        if let Some(thread) = self.thread.take() {
            // A panic there has been shown, and nothing is left to be done about it.
            let _ = thread.join();
        }
    }
}

/// Whichever way its owner goes, a panic or an error among them, what was asked for is done.
impl Drop for Scribe {
    fn drop(&mut self) {
        self.finish();
    }
}

/// What the thread works with.
struct Desk {
    path: Option<PathBuf>,
    /// The journal; nothing while it cannot be opened.
    journal: Option<Journal>,
    answers: Sender<Incoming>,
}

fn work(path: Option<PathBuf>, inbox: &Receiver<Request>, answers: &Sender<Incoming>) {
    let mut desk = Desk {
        path,
        journal: None,
        answers: answers.clone(),
    };
    // Opened before anybody asks, so that nobody waits for it; why it cannot be is said to whoever asks.
    let _ = desk.open();
    while let Some(request) = desk.next(inbox) {
        // What was in the way may be gone by now.
        let reply = match desk.open() {
            Ok(journal) => answer(journal, &request),
            Err(why) => refusal(&request, why),
        };
        if let Some(notice) = desk.journal.as_mut().and_then(Journal::take_notice) {
            desk.tell(Reply::Notice(notice));
        }
        // A file that could only be read may be writable by the next request, which then opens it anew.
        let failed = matches!(reply, Reply::Failed { .. });
        desk.journal = desk.journal.filter(|open| !(failed && open.is_read_only()));
        desk.tell(reply);
    }
}

impl Desk {
    fn tell(&self, reply: Reply) {
        // Nobody listens any more once the interface has ended; what was asked for is done all the same.
        let _ = self.answers.send(Incoming::Journal(reply));
    }

    fn open(&mut self) -> Result<&mut Journal, String> {
        if self.journal.is_none() {
            let Some(path) = &self.path else {
                return Err(
                    "There is no folder for the journal on this computer: set HOME, and sets are logged"
                        .to_owned(),
                );
            };
            let opened = Journal::open(path).map_err(|error| error.to_string())?;
            if let Some(notice) = opened.notice {
                self.tell(Reply::Notice(notice));
            }
            self.journal = Some(opened.journal);
        }
        self.journal.as_mut().ok_or_else(String::new)
    }

    /// The next request. A large file is looked over the first time that nobody asks for anything for a while.
    fn next(&mut self, inbox: &Receiver<Request>) -> Option<Request> {
        let unseen = self.journal.as_mut();
        if let Some(journal) = unseen.filter(|journal| !journal.is_looked_over()) {
            match inbox.recv_timeout(QUIET) {
                Ok(request) => return Some(request),
                Err(RecvTimeoutError::Disconnected) => return None,
                Err(RecvTimeoutError::Timeout) => {}
            }
            let failed = journal.look_over().err().map(|error| error.to_string());
            if let Some(notice) = journal.take_notice().or(failed) {
                self.tell(Reply::Notice(notice));
            }
        }
        inbox.recv().ok()
    }
}

fn refusal(request: &Request, why: String) -> Reply {
    let unkept = match request {
        Request::Keep(entries) => entries.iter().map(Entry::key).collect(),
        _ => Vec::new(),
    };
    Reply::Failed { unkept, why }
}

fn answer(journal: &mut Journal, request: &Request) -> Reply {
    let done = match request {
        Request::Keep(entries) => {
            let keys = entries.iter().map(Entry::key).collect();
            journal.put(entries).map(|()| Reply::Kept(keys))
        }
        Request::Remove(keys) => journal.remove(keys).map(Reply::Removed),
        Request::Past(names) => journal
            .of_exercises(names, history::ENOUGH)
            .map(Reply::Past),
        Request::Diary => journal
            .diary(today())
            .map(|diary| Reply::Diary(Box::new(diary))),
        Request::Page(before) => {
            let before = *before;
            let page = journal.sessions_before(before, PAGE);
            page.map(|sessions| Reply::Page { before, sessions })
        }
        Request::Trends(wanted) => journal
            .trends(wanted.exercise.as_deref(), wanted.window, today())
            .map(|trends| Reply::Trends(Box::new(trends))),
    };
    done.unwrap_or_else(|error| refusal(request, error.to_string()))
}
