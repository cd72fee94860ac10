//! Thrift: how many bytes and frames a set costs, counted in virtual time. The loop here is the runtime's: draw, ask when
//! the picture next differs, wait.

#![expect(clippy::print_stdout, reason = "the counts are there to be quoted")]

use downbeat::app::action::Action;
use downbeat::app::message::{Message, Moment};
use downbeat::app::{App, Flash, View};
use downbeat::terminal::lean::{Colours, Lean, Repeat};
use downbeat::terminal::sheet::Sheet;
use downbeat::training::exercise::Exercise;
use downbeat::training::memory::Memory;
use downbeat::training::preset::{Draft, Preset};
use downbeat::ui;
use downbeat::ui::theme::{Depth, Glyphs, Light, Theme};
use downbeat::ui::widgets::big::Rasters;
use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};
use std::time::Duration;

/// A set being watched on a screen.
struct Watched {
    app: App,
    clock: Duration,
    area: Rect,
    theme: Theme,
    rasters: Rasters,
    sheet: Sheet<Lean<Vec<u8>>>,
    shown: Option<ui::Seen>,
    frames: u32,
}

impl Watched {
    /// In the middle of a set at 4-0-1-0, ten seconds in.
    fn in_mid_set(size: Size, depth: Depth, view: View) -> Self {
        Self::at(size, depth, view, "4-0-1-0")
    }

    /// In the middle of a set at a tempo.
    fn at(size: Size, depth: Depth, view: View, tempo: &str) -> Self {
        let tempo = tempo.parse().unwrap();
        let draft = Draft::straight(
            "set".parse().unwrap(),
            Exercise::named("Squat"),
            tempo,
            1,
            20,
            Duration::ZERO,
        );
        let preset = Preset::new(draft).unwrap();
        let memory = Memory {
            introduced: true,
            ..Memory::default()
        };
        let mut app = App::new(vec![preset.into()], memory);
        app.view = view;
        let area = Rect::new(0, 0, size.width, size.height);
        let backend = Lean::new(Vec::new(), size, Colours::Sent, Repeat::Spaces);
        let mut watched = Self {
            app,
            clock: Duration::from_secs(1),
            area,
            theme: Theme {
                light: Light::Day,
                depth,
                glyphs: Glyphs::Blocks,
            },
            rasters: Rasters::new(),
            sheet: Sheet::new(backend, area),
            shown: None,
            frames: 0,
        };
        watched.send(Message::Do(Action::Go));
        watched.clock += Duration::from_secs(20);
        watched.send(Message::Tick);
        watched.draw();
        watched
    }

    fn send(&mut self, message: Message) {
        if message != Message::Tick {
            self.shown = None;
        }
        let _ = self.app.update(
            Moment {
                audible: self.clock,
                frontier: self.clock,
            },
            message,
        );
    }

    fn draw(&mut self) {
        let (area, seen) = (self.area, ui::seen(&self.app, self.area));
        let rows = self
            .shown
            .replace(seen)
            .map_or(0..area.height, |shown| ui::rows_between(shown, seen, area));
        let (app, theme, rasters) = (&self.app, &self.theme, &mut self.rasters);
        self.sheet
            .draw(rows, |buf| ui::draw(app, theme, rasters, area, buf))
            .unwrap();
        self.frames += 1;
        let mut whole = Buffer::empty(area);
        ui::draw(app, theme, rasters, area, &mut whole);
        assert_eq!(self.sheet.standing(), &whole, "rows are left as they were");
    }

    /// Watches for some time and gives bytes and frames a second.
    fn watch(&mut self, length: Duration, per_second: u8) -> (u64, u32) {
        let (bytes, frames, end) = (
            self.sheet.backend().traffic().bytes,
            self.frames,
            self.clock + length,
        );
        while let Some(next) =
            ui::next_change(&self.app, self.area, per_second).filter(|next| *next < end)
        {
            assert!(next > self.clock, "the loop would spin");
            let before = ui::seen(&self.app, self.area);
            self.clock = next;
            self.send(Message::Tick);
            if ui::seen(&self.app, self.area) != before {
                self.draw();
            }
        }
        self.clock = end;
        let seconds = u32::try_from(length.as_secs()).unwrap();
        let bytes = self.sheet.backend().traffic().bytes - bytes;
        (bytes / u64::from(seconds), (self.frames - frames) / seconds)
    }
}

const USUAL: Size = Size {
    width: 80,
    height: 24,
};
const TWO_REPS: Duration = Duration::from_secs(10);

#[test]
fn the_flood_at_80x24_in_true_colour_costs_at_most_16_kilobytes_a_second() {
    let (bytes, frames) =
        Watched::in_mid_set(USUAL, Depth::TrueColour, View::Flood).watch(TWO_REPS, 60);
    println!("60 steps: {bytes} bytes and {frames} frames a second");
    assert!(
        bytes <= 16_000 && frames > 40,
        "{bytes} bytes and {frames} frames a second"
    );
}

#[test]
fn at_30_steps_it_costs_at_most_10_kilobytes_a_second() {
    let (bytes, frames) =
        Watched::in_mid_set(USUAL, Depth::TrueColour, View::Flood).watch(TWO_REPS, 30);
    println!("30 steps: {bytes} bytes and {frames} frames a second");
    assert!(
        bytes <= 10_000 && frames > 20,
        "{bytes} bytes and {frames} frames a second"
    );
}

#[test]
fn the_bar_at_15_steps_leaves_room_on_a_line_of_2_kilobytes_a_second() {
    let (bytes, frames) = Watched::in_mid_set(USUAL, Depth::Ansi256, View::Bar).watch(TWO_REPS, 15);
    println!("bar, 15 steps: {bytes} bytes and {frames} frames a second");
    assert!(
        bytes <= 1_800 && frames > 10,
        "{bytes} bytes and {frames} frames a second"
    );
}

#[test]
fn only_rows_that_are_drawn_anew_differ_in_every_view_and_light() {
    for (light, view) in [
        (Light::Day, View::Flood),
        (Light::Night, View::Flood),
        (Light::Night, View::Bar),
    ] {
        for depth in [Depth::TrueColour, Depth::Ansi16, Depth::None] {
            for size in [USUAL, Size::new(60, 9), Size::new(12, 3)] {
                let mut watched = Watched::at(size, depth, view, "2-1-1-1");
                watched.theme.light = light;
                watched.shown = None;
                watched.watch(TWO_REPS, 60);
            }
        }
    }
}

#[test]
fn a_flash_costs_a_frame_where_it_begins_and_one_where_it_ends() {
    let watch = |flash| {
        let mut watched = Watched::in_mid_set(USUAL, Depth::TrueColour, View::Flood);
        watched.app.flash = flash;
        watched.watch(TWO_REPS, 60)
    };
    let ((dark_bytes, dark), (bytes, frames)) = (watch(Flash::Off), watch(Flash::On));
    println!("{dark_bytes} bytes and {dark} frames a second, with flashes {bytes} and {frames}");
    assert!(
        frames <= dark && bytes <= dark_bytes + 6_000,
        "{bytes} bytes and {frames} frames a second instead of {dark_bytes} and {dark}"
    );
}

#[test]
fn a_paused_set_and_an_idle_list_cost_nothing_at_all() {
    let mut watched = Watched::in_mid_set(USUAL, Depth::TrueColour, View::Flood);
    watched.send(Message::Do(Action::Go));
    watched.draw();
    assert_eq!(watched.watch(Duration::from_secs(3600), 60), (0, 0));
    assert_eq!(
        ui::next_change(&watched.app, watched.area, 60),
        None,
        "nobody wakes the loop"
    );
    watched.send(Message::Do(Action::Quit));
    watched.send(Message::Do(Action::Quit));
    watched.send(Message::Do(Action::Go));
    watched.draw();
    watched.watch(Duration::from_secs(21), 60);
    assert_eq!(
        ui::next_change(&watched.app, watched.area, 60),
        None,
        "the preview comes to rest"
    );
}
