//! What ten thousand presets cost: reading their file, opening the list, and looking for one.

use divan::{Bencher, black_box};
use downbeat::app::App;
use downbeat::app::action::{Action, Stroke};
use downbeat::app::message::{Message, Moment};
use downbeat::app::picker::Entry;
use downbeat::store::config;
use downbeat::training::memory::Memory;
use downbeat::ui;
use downbeat::ui::theme::{Depth, Glyphs, Light, Theme};
use downbeat::ui::widgets::big::Rasters;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::fmt::Write as _;

/// Presets in the file.
const PRESETS: usize = 10_000;

fn main() {
    divan::main();
}

fn file() -> String {
    (0..PRESETS).fold(String::new(), |mut text, number| {
        let lower = 2 + number % 6;
        let _ = writeln!(
            text,
            "[[preset]]\nid = \"slow-{number}-x\"\nname = \"Preset number {number}\"\nexercise = \"Squat\"\n\
             tempo = \"{lower}-0-1-0\"\nsets = 3\nreps = 8\nrest = \"90s\"\n"
        );
        text
    })
}

fn entries(text: &str) -> Vec<Entry> {
    let library = config::parse(text).0.library();
    let entry = |entry: &downbeat::store::presets::Entry| Entry {
        id: entry.id.clone(),
        origin: entry.origin,
        kind: entry.kind,
        routine: entry.routine.clone().map_err(|_problems| String::new()),
    };
    library.entries().iter().map(entry).collect()
}

fn drawn(app: &App) -> Buffer {
    let area = Rect::new(0, 0, 80, 24);
    let mut buffer = Buffer::empty(area);
    let theme = Theme {
        depth: Depth::TrueColour,
        glyphs: Glyphs::Blocks,
        light: Light::Day,
    };
    ui::draw(app, &theme, &mut Rasters::new(), area, &mut buffer);
    buffer
}

#[divan::bench(sample_count = 10)]
fn read_the_file(bencher: Bencher<'_, '_>) {
    let text = file();
    bencher.bench(|| entries(black_box(&text)));
}

#[divan::bench(sample_count = 20)]
fn open_the_list(bencher: Bencher<'_, '_>) {
    let entries = entries(&file());
    bencher
        .with_inputs(|| entries.clone())
        .bench_values(|entries| drawn(&App::new(entries, Memory::default())));
}

#[divan::bench(sample_count = 20)]
fn look_for_a_letter_more(bencher: Bencher<'_, '_>) {
    let mut app = App::new(entries(&file()), Memory::default());
    let letters = "number 77"
        .chars()
        .map(|c| Action::Write(Stroke::Insert(c)));
    for action in std::iter::once(Action::Search).chain(letters) {
        app.update(Moment::default(), Message::Do(action));
    }
    bencher.with_inputs(|| app.clone()).bench_values(|mut app| {
        let action = Action::Write(Stroke::Insert('7'));
        app.update(Moment::default(), Message::Do(action));
        drawn(&app)
    });
}

#[divan::bench(sample_count = 20)]
fn move_the_cursor(bencher: Bencher<'_, '_>) {
    let app = App::new(entries(&file()), Memory::default());
    bencher.with_inputs(|| app.clone()).bench_values(|mut app| {
        app.update(Moment::default(), Message::Do(Action::Last));
        drawn(&app)
    });
}
