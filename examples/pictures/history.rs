//! Twelve weeks of somebody's training, logged through the program's own commands, so that pictures of the journal show one.

use anyhow::{Result, ensure};
use jiff::ToSpan as _;
use jiff::civil::Date;
use std::path::Path;
use std::process::{Command, Stdio};

/// Days of it.
const DAYS: i32 = 84;

/// Logs them in a home folder, the last on the day before `today`, with the program at this path.
pub(super) fn log(program: &Path, home: &Path, today: Date) -> Result<()> {
    let downbeat = |arguments: &[&str]| -> Result<()> {
        let mut command = Command::new(program);
        command.args(["journal", "add"]).args(arguments);
        command.env_clear().env("HOME", home).stdout(Stdio::null());
        ensure!(command.status()?.success(), "{arguments:?} was refused");
        Ok(())
    };
    for ago in (1..=DAYS).rev() {
        let day = (today - ago.days()).to_string();
        let week = 12 - ago / 7;
        if ago % 3 == 0 {
            let load = format!("{} kg", 57.5 + 1.25 * f64::from((week / 2).min(5)));
            let tempo = if week < 8 { "3010" } else { "4010" };
            let line = format!("squat 3x8 @{tempo} rest 2m");
            let done = if ago % 9 == 0 { "8,8,7" } else { "8,8,8" };
            let left = if ago % 9 == 0 { "1" } else { "2" };
            let effort = (5 + ago % 3).to_string();
            downbeat(&[
                &line, "--day", &day, "--load", &load, "--done", done, "--left", left, "--effort",
                &effort,
            ])?;
        }
        if ago % 4 == 1 {
            downbeat(&[
                "row 3x10/side @3011 rest 90s",
                "--day",
                &day,
                "--load",
                "24 kg",
            ])?;
        }
        if ago % 6 != 2 {
            // Soreness is most on the second day.
            let sore = [2, 3, 1][usize::try_from(ago % 3)?];
            let soreness = format!("front-thighs={sore}");
            let (sleep, recovery) = (6 + ago % 3, 6 + ago % 4 / 2);
            downbeat(&[
                "--morning",
                "--day",
                &day,
                "--soreness",
                &soreness,
                "--soreness",
                "glutes=1",
                "--pain",
                "0",
                "--sleep",
                &sleep.to_string(),
                "--slept",
                "7h30m",
                "--recovery",
                &recovery.to_string(),
            ])?;
        }
    }
    Ok(())
}
