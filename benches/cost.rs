//! What the running program costs: processor, bytes to the terminal, wake-ups of the drawing thread, memory, the time to the
//! first frame, and the answer to a key on a slow line. `cargo bench --bench cost`; it takes about three minutes.
//!
//! It runs the real program in a pseudo-terminal and asks the kernel (Linux only). With a sound server at `PULSE_SERVER` the
//! rows with sound have sound. It prints and judges nothing: the machine's mood is in the numbers.
#![expect(clippy::print_stdout, reason = "printing is what it is for")]

#[cfg(target_os = "linux")]
#[path = "made/years.rs"]
mod made;

#[cfg(target_os = "linux")]
fn main() -> anyhow::Result<()> {
    linux::main()
}

#[cfg(not(target_os = "linux"))]
fn main() {
    println!("the numbers come from /proc, which only Linux has");
}

#[cfg(target_os = "linux")]
mod linux {
    use anyhow::{Context as _, Result};
    use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
    use std::fs;
    use std::io::{Read as _, Write};
    use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
    use std::time::{Duration, Instant};

    const SET: &str = "start 4-0-1-0 --sets 1 --reps 30 --lead-in 1s";
    const WARM_UP: Duration = Duration::from_secs(4);
    const WATCHED: Duration = Duration::from_secs(15);

    pub(super) fn main() -> Result<()> {
        println!(
            "{:<34} {:>7} {:>9} {:>8} {:>9} {:>9}",
            "", "% core", "bytes/s", "wakes/s", "peak MB", "first ms"
        );
        let rows = [
            ("flood 80x24, silent", (80, 24), format!("{SET} --mute"), ""),
            ("flood 80x24, sound", (80, 24), SET.to_owned(), ""),
            (
                "flood 80x24, silent, 30 steps",
                (80, 24),
                format!("{SET} --mute --fps 30"),
                "",
            ),
            (
                "flood 200x60, silent",
                (200, 60),
                format!("{SET} --mute"),
                "",
            ),
            ("paused", (80, 24), format!("{SET} --mute"), " "),
        ];
        for (name, size, line, keys) in rows {
            watch(name, size, &line, keys)?;
        }
        slow_line()?;
        ten_years()
    }

    /// Runs the program for a while and prints what it cost.
    fn watch(name: &str, size: (u16, u16), line: &str, keys: &str) -> Result<()> {
        let mut stage = Stage::open(size, line)?;
        let first = stage.first_frame()?;
        stage.look(WARM_UP)?;
        stage.keys.write_all(keys.as_bytes())?;
        stage.look(Duration::from_secs(1))?;
        let (busy, woken, bytes, begun) = (
            stage.busy()?,
            stage.wake_ups()?,
            stage.bytes,
            Instant::now(),
        );
        stage.look(WATCHED)?;
        let seconds = begun.elapsed().as_secs_f64();
        println!(
            "{name:<34} {:>7.2} {:>9.0} {:>8.1} {:>9.1} {:>9.1}",
            100.0 * stage.busy()?.saturating_sub(busy).as_secs_f64() / seconds,
            f64::from(u32::try_from(stage.bytes - bytes)?) / seconds,
            f64::from(u32::try_from(stage.wake_ups()? - woken)?) / seconds,
            stage.peak_megabytes()?,
            first.as_secs_f64() * 1000.0,
        );
        Ok(())
    }

    /// How long a key waits for its answer where the line takes two kilobytes a second.
    fn slow_line() -> Result<()> {
        let line = format!("{SET} --view bar --fps 15");
        let mut stage = Stage::slow((80, 24), &line, 2_000)?;
        stage.look(Duration::from_secs(6))?;
        for _ in 0..3 {
            let pressed = Instant::now();
            stage.keys.write_all(b"m")?;
            let before = stage.shows("MUTED");
            while stage.shows("MUTED") == before && pressed.elapsed() < Duration::from_secs(20) {
                stage.look(Duration::from_millis(10))?;
            }
            println!(
                "bar, 15 steps, 2 kB/s: m answered after {:.2} s",
                pressed.elapsed().as_secs_f64()
            );
            stage.look(Duration::from_secs(2))?;
        }
        Ok(())
    }

    /// Memory where the journal has ten years of daily training, once each of its screens was shown.
    fn ten_years() -> Result<()> {
        let home = tempfile::tempdir()?;
        let folder = home.path().join(".local/share/downbeat");
        fs::create_dir_all(&folder)?;
        crate::made::make(&folder.join("journal.db"), 10);
        let mut stage = Stage::at(home, (80, 24), "--mute", u32::MAX)?;
        for (screen, key) in [("list", ""), ("today", "t"), ("log", "l"), ("trends", "r")] {
            stage.keys.write_all(key.as_bytes())?;
            stage.look(Duration::from_secs(2))?;
            println!(
                "ten years in the journal, {screen}: {:.1} MB at most",
                stage.peak_megabytes()?
            );
        }
        // The log again, to the end of many pages; and, when nobody presses anything, the file is looked over.
        stage.keys.write_all(b"l")?;
        for _ in 0..200 {
            stage.keys.write_all(b"\x1b[F")?;
            stage.look(Duration::from_millis(20))?;
        }
        println!(
            "ten years in the journal, 200 pages of the log: {:.1} MB at most",
            stage.peak_megabytes()?
        );
        stage.look(Duration::from_secs(8))?;
        println!(
            "ten years in the journal, looked over: {:.1} MB at most",
            stage.peak_megabytes()?
        );
        Ok(())
    }

    struct Stage {
        parser: vt100::Parser,
        output: Receiver<Vec<u8>>,
        keys: Box<dyn Write + Send>,
        child: Box<dyn Child + Send + Sync>,
        pid: u32,
        bytes: u64,
        begun: Instant,
        _home: tempfile::TempDir,
        _master: Box<dyn MasterPty + Send>,
    }

    impl Drop for Stage {
        fn drop(&mut self) {
            let _ = self.child.kill();
            let _ = self.child.wait();
        }
    }

    impl Stage {
        fn open(size: (u16, u16), line: &str) -> Result<Self> {
            Self::slow(size, line, u32::MAX)
        }

        /// The program on a line that takes so many bytes a second.
        fn slow(size: (u16, u16), line: &str, rate: u32) -> Result<Self> {
            Self::at(tempfile::tempdir()?, size, line, rate)
        }

        /// The same in a home where something may be.
        fn at(
            home: tempfile::TempDir,
            (cols, rows): (u16, u16),
            line: &str,
            rate: u32,
        ) -> Result<Self> {
            let pair = native_pty_system().openpty(PtySize {
                rows,
                cols,
                pixel_width: 0,
                pixel_height: 0,
            })?;
            let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_downbeat"));
            command.args(line.split_whitespace());
            command.env_clear();
            command.env("TERM", "xterm-256color");
            command.env("COLORTERM", "truecolor");
            command.env("HOME", home.path());
            if let Some(server) = std::env::var_os("PULSE_SERVER") {
                command.env("PULSE_SERVER", server);
            }
            let begun = Instant::now();
            let child = pair.slave.spawn_command(command)?;
            drop(pair.slave);
            let pid = child.process_id().context("a child has an id")?;
            let mut reader = pair.master.try_clone_reader()?;
            let keys = pair.master.take_writer()?;
            let (sender, output) = channel();
            std::thread::spawn(move || {
                let mut bytes = vec![0; if rate == u32::MAX { 65_536 } else { 64 }];
                while let Ok(count) = reader.read(&mut bytes) {
                    let Some(read) = bytes.get(..count).filter(|read| !read.is_empty()) else {
                        return;
                    };
                    if sender.send(read.to_vec()).is_err() {
                        return;
                    }
                    if rate != u32::MAX {
                        let count = u32::try_from(count).unwrap_or(u32::MAX);
                        std::thread::sleep(Duration::from_secs(1) * count / rate);
                    }
                }
            });
            let nonzero = |cells| std::num::NonZeroU16::new(cells).context("a screen has cells");
            let parser = vt100::Parser::new(nonzero(rows)?, nonzero(cols)?, 0);
            Ok(Self {
                parser,
                output,
                keys,
                child,
                pid,
                bytes: 0,
                begun,
                _home: home,
                _master: pair.master,
            })
        }

        fn first_frame(&mut self) -> Result<Duration> {
            while !self.shows("REP") {
                self.look(Duration::from_millis(1))?;
            }
            Ok(self.begun.elapsed())
        }

        fn shows(&self, text: &str) -> bool {
            self.parser.screen().contents().contains(text)
        }

        fn look(&mut self, length: Duration) -> Result<()> {
            let end = Instant::now() + length;
            while let Some(left) = end.checked_duration_since(Instant::now()) {
                match self.output.recv_timeout(left) {
                    Ok(bytes) => {
                        self.bytes += bytes.len() as u64;
                        self.parser.process(&bytes);
                    }
                    Err(RecvTimeoutError::Timeout) => return Ok(()),
                    Err(RecvTimeoutError::Disconnected) => anyhow::bail!("the program ended"),
                }
            }
            Ok(())
        }

        /// Processor time of all threads.
        fn busy(&self) -> Result<Duration> {
            let mut nanos = 0;
            for task in fs::read_dir(format!("/proc/{}/task", self.pid))? {
                let stat = fs::read_to_string(task?.path().join("schedstat"))?;
                nanos += stat
                    .split_whitespace()
                    .next()
                    .context("a number")?
                    .parse::<u64>()?;
            }
            Ok(Duration::from_nanos(nanos))
        }

        /// How often the drawing thread, which is the main thread, has waited for something.
        fn wake_ups(&self) -> Result<u64> {
            Self::status(
                &format!("/proc/{0}/task/{0}/status", self.pid),
                "voluntary_ctxt_switches:",
            )
        }

        fn peak_megabytes(&self) -> Result<f64> {
            let kilobytes = Self::status(&format!("/proc/{}/status", self.pid), "VmHWM:")?;
            Ok(f64::from(u32::try_from(kilobytes)?) / 1024.0)
        }

        fn status(path: &str, key: &str) -> Result<u64> {
            let status = fs::read_to_string(path)?;
            let line = status
                .lines()
                .find_map(|line| line.strip_prefix(key))
                .context("a known key")?;
            Ok(line
                .split_whitespace()
                .next()
                .context("a number")?
                .parse()?)
        }
    }
}
