//! Killed at any moment of saving, the program leaves the old text or the new one, whole.

use std::fs;
use std::hash::{BuildHasher as _, RandomState};
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::path::Path;
use std::process::Stdio;
use std::thread;
use std::time::{Duration, Instant};

use downbeat::store::edit::{Document, File};

use super::{names, other};

const NAME: &str = "saving::crash::a_kill_in_mid_save_leaves_the_old_text_or_the_new_one_whole";
const KILLS: usize = 250;
/// So many saves are seen before a kill, at most.
const MOST_SAVES: usize = 4;
const SAVED: &str = "SAVED ";

/// The text of the save of that number, long enough to be written in several goes.
fn text(number: usize) -> String {
    let line = format!("# This is save {number}, and nothing else.\n");
    format!("{}fps = 30\n", line.repeat(8000))
}

fn random(below: usize) -> usize {
    let number = RandomState::new().hash_one(0);
    usize::try_from(number % u64::try_from(below).unwrap()).unwrap()
}

#[test]
fn a_kill_in_mid_save_leaves_the_old_text_or_the_new_one_whole() {
    if let Some(folder) = other::place() {
        return saves(&folder);
    }
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("config.toml");
    fs::write(&path, text(0)).unwrap();
    let (mut last, mut in_the_middle) = (0, 0);
    for kill in 0..KILLS {
        last = killed(folder.path(), last);
        let now = fs::read_to_string(&path).unwrap();
        if now == text(last + 1) {
            last += 1;
        }
        assert!(
            now == text(last),
            "kill {kill}: neither save {last} nor the next:\n{now:.200}"
        );
        // What the killed one was about to write. The next save takes it away, so there is never more than one.
        let leftovers = names(folder.path()).len() - 1;
        assert!(leftovers <= 1, "kill {kill}: {:?}", names(folder.path()));
        in_the_middle += leftovers;
    }
    assert!(in_the_middle > 0, "no kill came in the middle of a save");
    let file = File::open(&path).unwrap();
    file.save(&Document::new("fps = 60\n").unwrap()).unwrap();
    assert_eq!(names(folder.path()), ["config.toml"]);
}

/// Starts a process that saves, kills it, and gives the number of the last save that it told of.
fn killed(folder: &Path, mut last: usize) -> usize {
    let mut command = other::process(NAME, folder);
    let mut child = command.stdout(Stdio::piped()).spawn().unwrap();
    let mut told = BufReader::new(child.stdout.take().unwrap());
    let mut line = String::new();
    let (mut seen, mut took, mut since) = (0, Duration::from_millis(10), Instant::now());
    let wanted = random(MOST_SAVES + 1);
    while seen < wanted {
        line.clear();
        assert!(told.read_line(&mut line).unwrap() > 0, "it ended by itself");
        if let Some(number) = number(&line) {
            last = number;
            seen += 1;
            took = since.elapsed();
            since = Instant::now();
        }
    }
    // Anywhere in the save that is under way now, which takes about as long as the last one.
    thread::sleep(took / 1000 * u32::try_from(random(1000)).unwrap());
    child.kill().unwrap();
    child.wait().unwrap();
    let mut rest = String::new();
    told.read_to_string(&mut rest).unwrap();
    rest.lines().filter_map(number).next_back().unwrap_or(last)
}

fn number(line: &str) -> Option<usize> {
    line.trim_end().strip_prefix(SAVED)?.parse().ok()
}

/// The other side: saves and tells of it until it is killed.
fn saves(folder: &Path) {
    let mut file = File::open(&folder.join("config.toml")).unwrap();
    let document = file.document();
    let line = document.text().lines().next().unwrap();
    let number = line.split([' ', ',']).nth(4).unwrap();
    let mut number: usize = number.parse().unwrap();
    // Whoever is not killed has been forgotten.
    for _ in 0..1000 {
        number += 1;
        file = file.save(&Document::new(text(number)).unwrap()).unwrap();
        let mut out = std::io::stdout();
        writeln!(out, "{SAVED}{number}").unwrap();
        out.flush().unwrap();
    }
}
