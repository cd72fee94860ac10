//! Which figure is drawn how: loads and practised seconds as points in time, sums and scores as rows of bars.

use super::plot::{Plot, Series, Shape};
use super::strips::{Bar, Strip, Strips};
use super::{Pen, bests, calendar};
use crate::app::journal::trends::Figures;
use crate::training::journal::{Score, TensionMs};
use crate::training::trend::{Effort, Figure, Middle, Night, Slots, Worst, seconds, tenths};
use crate::ui::theme::{Role, Tone};
use ratatui::layout::Rect;
use std::collections::BTreeMap;

/// Scores go up to 10, which is 20 halves.
const SCORE: u64 = 20;
/// The longest night that a bar shows, in half minutes: twelve hours.
const NIGHT: u64 = 12 * 60 * 2;
/// How many steps of soreness there are at most.
const STEPS: usize = 10;

/// Draws one.
pub(super) fn draw(figures: &Figures, figure: Figure, pen: &mut Pen<'_>, area: Rect) {
    match figure {
        Figure::Load => load(figures).draw(pen, area),
        Figure::Accuracy => accuracy(figures).draw(pen, area),
        Figure::Bests => bests::draw(&figures.bests, pen, area),
        Figure::Calendar => calendar::draw(&figures.calendar, &figures.slots, pen, area),
        Figure::Tension => tension(figures).draw(pen, area),
        Figure::Effort => effort(figures).draw(pen, area),
        Figure::Soreness => soreness(figures).draw(pen, area),
        Figure::Pain => pain(figures).draw(pen, area),
        Figure::Sleep => sleep(figures).draw(pen, area),
    }
}

fn labels(slots: &Slots) -> Vec<String> {
    (0..slots.count()).map(|slot| slots.label(slot)).collect()
}

fn load(figures: &Figures) -> Plot {
    let loads = &figures.loads;
    let mut series: Vec<Series> = loads
        .tempos
        .iter()
        .enumerate()
        .map(|(tempo, _)| Series::new(loads.tempo_words(tempo), tempo, Shape::Joined))
        .collect();
    for (tempo, line) in loads.segments() {
        if let Some(series) = series.get_mut(tempo) {
            let place = |(day, tenths): &(_, i32)| (figures.slots.at(*day), *tenths);
            series.lines.push(line.iter().map(place).collect());
        }
    }
    series.retain(|series| !series.lines.is_empty());
    let measure = loads.measure();
    Plot {
        slots: figures.slots,
        series,
        unit: measure.map_or_else(String::new, |(measure, unit)| measure.axis(unit)),
        label: tenths,
        line_at: None,
        nothing: "Bands have names and no numbers: y copies them as text.",
    }
}

fn accuracy(figures: &Figures) -> Plot {
    let mut kinds: BTreeMap<usize, Series> = BTreeMap::new();
    for felt in &figures.accuracy.felt {
        let index = match felt.kind.as_str() {
            "lower" => 0,
            "lift" => 1,
            "hold" => 2,
            "pause-stretched" => 3,
            "pause-contracted" => 4,
            _ => 5,
        };
        let series = kinds
            .entry(index)
            .or_insert_with(|| Series::new(felt.phase().to_owned(), index, Shape::Loose));
        let off = i32::try_from(felt.off_ms() / 10).unwrap_or(i32::MAX);
        series.lines.push(vec![(figures.slots.at(felt.day), off)]);
    }
    Plot {
        slots: figures.slots,
        series: kinds.into_values().collect(),
        unit: "s too long or, with a minus, too short".to_owned(),
        label: |hundredths| {
            let sign = if hundredths < 0 { "-" } else { "" };
            let by = hundredths.unsigned_abs();
            format!("{sign}{}.{:02}", by / 100, by % 100)
        },
        line_at: Some(0),
        nothing: "",
    }
}

fn tension(figures: &Figures) -> Strips {
    let slots = &figures.tension.slots;
    let strip = |label, tone, of: fn(&TensionMs) -> u64| {
        let bar = |tension| Bar::new(Some(seconds(of(tension))), seconds(of(tension)).to_string());
        Strip::new(label, Role::Phase(tone), slots.iter().map(bar).collect())
    };
    let strips = vec![
        strip("eccentric", Tone::Down, |tension| tension.eccentric_ms),
        strip("concentric", Tone::Up, |tension| tension.concentric_ms),
        strip("isometric", Tone::Hold, |tension| tension.isometric_ms),
    ];
    Strips {
        labels: labels(&figures.slots),
        rows: strips,
        unit: "s",
    }
    .on_one_scale()
}

fn effort(figures: &Figures) -> Strips {
    let bar = |effort: &Effort| {
        let partial = if effort.is_partial() { "+" } else { "" };
        match (effort.known, effort.sessions) {
            (_, 0) => Bar::new(Some(0), "0"),
            (0, _) => Bar::missing(),
            _ => Bar::new(
                Some(u64::from(effort.load)),
                format!("{}{partial}", effort.load),
            ),
        }
    };
    let bars = figures.efforts.slots.iter().map(bar).collect();
    Strips {
        labels: labels(&figures.slots),
        rows: vec![Strip::new("load", Role::Phase(Tone::Down), bars)],
        unit: "",
    }
}

fn middle(middle: Option<Middle>) -> Bar {
    middle.map_or_else(Bar::missing, |middle| {
        Bar::new(Some(u64::from(middle.halves())), middle.to_string())
    })
}

fn score(score: Option<Score>) -> Bar {
    score.map_or_else(Bar::missing, |score| {
        Bar::new(Some(2 * u64::from(score.get())), score.to_string())
    })
}

fn soreness(figures: &Figures) -> Strips {
    let steps = figures.soreness.steps(STEPS);
    let tones = [Tone::Down, Tone::Up, Tone::Hold];
    let mornings = ["24 h", "48 h", "72 h"].into_iter().zip(tones).enumerate();
    let strips = mornings.map(|(morning, (label, tone))| {
        let bars = steps
            .iter()
            .map(|(_, after)| middle(after.get(morning).copied().flatten()));
        Strip::new(label, Role::Phase(tone), bars.collect()).up_to(SCORE, "10")
    });
    Strips {
        rows: strips.collect(),
        labels: steps.iter().map(|(from, _)| format!("{from} s")).collect(),
        unit: "",
    }
}

fn pain(figures: &Figures) -> Strips {
    let slots = &figures.pain.slots;
    let strip = |label, tone, of: fn(&Worst) -> Option<Score>| {
        let bars = slots.iter().map(|worst| score(of(worst)));
        Strip::new(label, Role::Phase(tone), bars.collect()).up_to(SCORE, "10")
    };
    let strips = vec![
        strip("during", Tone::Down, |worst| worst.during),
        strip("after", Tone::Up, |worst| worst.after),
        strip("morning", Tone::Hold, |worst| worst.morning),
    ];
    Strips {
        labels: labels(&figures.slots),
        rows: strips,
        unit: "",
    }
}

fn sleep(figures: &Figures) -> Strips {
    let slots = &figures.sleep.slots;
    let hours = |night: &Night| {
        let minutes = night.minutes();
        minutes.map_or_else(Bar::missing, |minutes| {
            let tenth = i32::try_from(minutes.rounded() / 6).unwrap_or(i32::MAX);
            Bar::new(Some(u64::from(minutes.halves())), tenths(tenth))
        })
    };
    let quality = slots.iter().map(|night| middle(night.quality())).collect();
    let hours = slots.iter().map(hours).collect();
    Strips {
        labels: labels(&figures.slots),
        rows: vec![
            Strip::new("quality", Role::Phase(Tone::Down), quality).up_to(SCORE, "10"),
            Strip::new("hours", Role::Phase(Tone::Up), hours).up_to(NIGHT, "12"),
        ],
        unit: "",
    }
}
