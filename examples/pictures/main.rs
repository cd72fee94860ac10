//! Pictures of the real program: it runs in a pseudo-terminal, keys are pressed, and what stands on the screen is drawn.
//!
//! `cargo run --release --example pictures` makes those of the README, in `assets/pictures`.
//! `cargo run --release --example pictures -- gallery FOLDER` draws the pacing screen in every phase, look and size.
//! `cargo run --release --example pictures -- FILE.png 80x24 "ARGUMENTS" "KEYS"` makes one; a key `@2.5` waits so many seconds,
//! and `paste:3x8_@4010` pastes, with blanks in the place of underscores.

mod gallery;
mod history;
mod picture;

use anyhow::{Context as _, Result, bail};
use portable_pty::{CommandBuilder, PtySize, native_pty_system};
use ratatui::buffer::Buffer;
use std::io::{Read as _, Write};
use std::num::NonZeroU16;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

/// Time between two pictures of an animation.
const FRAME: Duration = Duration::from_millis(50);

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.as_slice() {
        [] => readme(Path::new("assets/pictures")),
        [gallery, folder] if gallery == "gallery" => Ok(gallery::draw(Path::new(folder))?),
        [file, size, line, keys] => {
            let mut stage = Stage::open(size, line)?;
            stage.play(keys)?;
            Ok(picture::png(&stage.screen(), Path::new(file))?)
        }
        _ => bail!("nothing, or a file, a size, arguments and keys"),
    }
}

/// The pictures of the README.
fn readme(folder: &Path) -> Result<()> {
    std::fs::create_dir_all(folder)?;
    let mut stage = Stage::open("80x24", "start 4-0-1-0 --sets 1 --reps 3 --lead-in 3s")?;
    stage.play("@4.2")?;
    picture::png(&stage.screen(), &folder.join("set.png"))?;
    let mut stage = Stage::open("80x24", "")?;
    stage.play("@2.2")?;
    picture::png(&stage.screen(), &folder.join("picker.png"))?;
    let mut stage = Stage::open("80x24", "")?;
    stage.play("@1 e Down Down 3x8/side Space @4110>3110>2110 Space rest Space 90s @0.5")?;
    picture::png(&stage.screen(), &folder.join("editor.png"))?;
    let mut stage = Stage::open("80x24", "")?;
    stage.play("@1 paste:A1_DB_RDL_3x10_@4010_r60,_A2_row_3x10/side_@3011_r90_please @1.7")?;
    picture::png(&stage.screen(), &folder.join("message.png"))?;
    journal(folder)?;
    let mut stage = Stage::open("60x20", "start 3-1-1-0 --sets 1 --reps 2 --lead-in 3s")?;
    let frames = stage.film(Duration::from_millis(13_500))?;
    picture::gif(&frames, &folder.join("set.gif"))?;
    Ok(())
}

/// Those of the journal: a home with a history.
fn journal(folder: &Path) -> Result<()> {
    let home = tempfile::tempdir()?;
    history::log(&program()?, home.path(), jiff::Zoned::now().date())?;
    let shots = [
        ("today.png", "", "@1 Down t @0.5 2 2 0 0 0 7 7 0 @1"),
        ("trends.png", "", "@1 r @1.5"),
        (
            "rest.png",
            "start eccentric-4-2 --sets 3 --reps 2 --lead-in 3s --rest 2m",
            "@19.5 Down 2 @0.5",
        ),
    ];
    for (file, line, keys) in shots {
        let mut stage = Stage::within(home.path(), "80x24", line)?;
        stage.play(keys)?;
        picture::png(&stage.screen(), &folder.join(file))?;
    }
    Ok(())
}

/// The program in a terminal.
struct Stage {
    parser: vt100::Parser,
    output: Receiver<Vec<u8>>,
    keys: Box<dyn Write + Send>,
    child: Box<dyn portable_pty::Child + Send + Sync>,
    /// Its files, where they go with it.
    home: Option<tempfile::TempDir>,
    _master: Box<dyn portable_pty::MasterPty + Send>,
}

impl Drop for Stage {
    fn drop(&mut self) {
        // A program that has ended already cannot be ended again.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Stage {
    fn open(size: &str, line: &str) -> Result<Self> {
        let home = tempfile::tempdir()?;
        let mut stage = Self::within(home.path(), size, line)?;
        stage.home = Some(home);
        Ok(stage)
    }

    /// The same for somebody whose files are in this folder.
    fn within(home: &Path, size: &str, line: &str) -> Result<Self> {
        let (columns, rows) = size.split_once('x').context("a size is written 80x24")?;
        let (columns, rows) = (columns.parse::<u16>()?, rows.parse::<u16>()?);
        let pair = native_pty_system().openpty(PtySize {
            rows,
            cols: columns,
            pixel_width: 0,
            pixel_height: 0,
        })?;
        let mut command = CommandBuilder::new(program()?);
        command.args(line.split_whitespace());
        command.env_clear();
        command.env("TERM", "xterm-256color");
        command.env("COLORTERM", "truecolor");
        command.env("HOME", home);
        if let Some(server) = std::env::var_os("PULSE_SERVER") {
            command.env("PULSE_SERVER", server);
        }
        if let Some(depth) = std::env::var_os("NO_COLOR") {
            command.env("NO_COLOR", depth);
        }
        let child = pair.slave.spawn_command(command)?;
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader()?;
        let keys = pair.master.take_writer()?;
        let (sender, output) = channel();
        std::thread::spawn(move || {
            let mut bytes = vec![0; 65_536];
            while let Ok(count) = reader.read(&mut bytes) {
                let Some(read) = bytes.get(..count).filter(|read| !read.is_empty()) else {
                    return;
                };
                if sender.send(read.to_vec()).is_err() {
                    return;
                }
            }
        });
        let nonzero = |cells| NonZeroU16::new(cells).context("a screen has cells");
        let parser = vt100::Parser::new(nonzero(rows)?, nonzero(columns)?, 0);
        Ok(Self {
            parser,
            output,
            keys,
            child,
            home: None,
            _master: pair.master,
        })
    }

    /// Presses keys, separated by blanks.
    fn play(&mut self, keys: &str) -> Result<()> {
        for key in keys.split_whitespace() {
            if let Some(Ok(seconds)) = key.strip_prefix('@').map(str::parse) {
                self.watch(Duration::from_secs_f64(seconds));
                continue;
            }
            if let Some(text) = key.strip_prefix("paste:") {
                let text = text.replace('_', " ");
                write!(self.keys, "\x1b[200~{text}\x1b[201~")?;
                self.watch(Duration::from_millis(300));
                continue;
            }
            let bytes = match key {
                "Space" => " ",
                "Enter" => "\r",
                "Esc" => "\x1b",
                "Tab" => "\t",
                "Up" => "\x1b[A",
                "Down" => "\x1b[B",
                "Right" => "\x1b[C",
                "Left" => "\x1b[D",
                "End" => "\x1b[F",
                other => other,
            };
            self.keys.write_all(bytes.as_bytes())?;
            self.watch(Duration::from_millis(300));
        }
        Ok(())
    }

    fn watch(&mut self, length: Duration) {
        let end = Instant::now() + length;
        while let Some(left) = end.checked_duration_since(Instant::now()) {
            if let Ok(bytes) = self.output.recv_timeout(left) {
                self.parser.process(&bytes);
            }
        }
    }

    fn screen(&self) -> Buffer {
        picture::of_screen(self.parser.screen())
    }

    /// Everything that is seen for some time.
    fn film(&mut self, length: Duration) -> Result<Vec<(Buffer, u16)>> {
        let frames = length.as_millis() / FRAME.as_millis();
        let hundredths = u16::try_from(FRAME.as_millis() / 10)?;
        Ok((0..frames)
            .map(|_| {
                self.watch(FRAME);
                (self.screen(), hundredths)
            })
            .collect())
    }
}

/// The program, built beside this example.
fn program() -> Result<PathBuf> {
    let example = std::env::current_exe()?;
    let folder = example
        .parent()
        .and_then(Path::parent)
        .context("an example lies in a folder")?;
    let program = folder.join("downbeat");
    if program.exists() {
        Ok(program)
    } else {
        bail!("build the program first: cargo build --release")
    }
}
