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
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::JoinHandle;

/// How many sessions a page of the log has.
const PAGE: usize = 50;

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

/// The journal, or why there is none.
enum Desk {
    Open(Journal),
    Closed(String),
}

fn work(path: Option<PathBuf>, inbox: &Receiver<Request>, answers: &Sender<Incoming>) {
    let tell = |reply: Reply| {
        // Nobody listens any more once the interface has ended; what was asked for is done all the same.
        let _ = answers.send(Incoming::Journal(reply));
    };
    let mut desk = open(path, &tell);
    for request in inbox {
        let reply = match &mut desk {
            Desk::Open(journal) => {
                let reply = answer(journal, request);
                if let Some(notice) = journal.take_notice() {
                    tell(Reply::Notice(notice));
                }
                reply
            }
            Desk::Closed(why) => refusal(&request, why.clone()),
        };
        tell(reply);
    }
}

fn open(path: Option<PathBuf>, tell: &impl Fn(Reply)) -> Desk {
    let Some(path) = path else {
        return Desk::Closed(
            "There is no folder for the journal on this computer: set HOME, and sets are logged"
                .to_owned(),
        );
    };
    match Journal::open(&path) {
        Ok(opened) => {
            if let Some(notice) = opened.notice {
                tell(Reply::Notice(notice));
            }
            Desk::Open(opened.journal)
        }
        Err(error) => Desk::Closed(error.to_string()),
    }
}

fn refusal(request: &Request, why: String) -> Reply {
    let unkept = match request {
        Request::Keep(entries) => entries.iter().map(Entry::key).collect(),
        _ => Vec::new(),
    };
    Reply::Failed { unkept, why }
}

fn answer(journal: &mut Journal, request: Request) -> Reply {
    let done = match &request {
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
    done.unwrap_or_else(|error| refusal(&request, error.to_string()))
}
