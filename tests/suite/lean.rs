//! The lean backend against two independent terminal emulators: after every frame both must show what ratatui's
//! buffer holds.

mod paint;

use std::cell::RefCell;
use std::io::{self, Write};
use std::num::NonZeroU16;
use std::rc::Rc;

use downbeat::terminal::lean::{Colours, Lean, Repeat};
use downbeat::terminal::sheet::Sheet;
use paint::{Depth, Dice, NAMED, modifiers, paint};
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier};

const SIZES: [(u16, u16); 4] = [(1, 1), (20, 6), (80, 24), (200, 60)];
const DEPTHS: [Depth; 4] = [
    Depth::TrueColour,
    Depth::Ansi256,
    Depth::Ansi16,
    Depth::None,
];
const FRAMES: u32 = 15;

#[test]
fn both_emulators_show_what_was_drawn_in_every_size_and_depth() {
    for repeat in [Repeat::Spaces, Repeat::Never] {
        for (width, height) in SIZES {
            for depth in DEPTHS {
                let mut bench = Bench::new(width, height, depth, repeat);
                let mut dice = Dice(u64::from(width) * 31 + u64::from(height));
                let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
                for number in 0..FRAMES {
                    paint(&mut buffer, &mut dice, depth, number);
                    bench.show(
                        &buffer,
                        &format!("{width}x{height} {depth:?} {repeat:?} frame {number}"),
                    );
                }
            }
        }
    }
}

#[test]
fn a_second_identical_frame_writes_no_byte() {
    for depth in DEPTHS {
        let mut bench = Bench::new(80, 24, depth, Repeat::Spaces);
        let mut dice = Dice(7);
        let mut buffer = Buffer::empty(Rect::new(0, 0, 80, 24));
        for number in 0..FRAMES {
            paint(&mut buffer, &mut dice, depth, number);
            bench.show(&buffer, "first");
            assert_eq!(bench.show(&buffer, "second"), 0);
        }
    }
}

#[test]
fn without_colours_no_colour_is_ever_sent() {
    let mut bench = Bench::new(80, 24, Depth::None, Repeat::Spaces);
    let mut dice = Dice(3);
    let mut buffer = Buffer::empty(Rect::new(0, 0, 80, 24));
    for number in 0..FRAMES {
        paint(&mut buffer, &mut dice, Depth::None, number);
        bench.show(&buffer, "plain");
    }
    assert_eq!(colour_in(&bench.log), None);
}

/// The parameters of the first sequence that asks for a colour.
pub(crate) fn colour_in(log: &str) -> Option<&str> {
    let styles = log.split("\x1b[").filter_map(|rest| rest.split_once('m'));
    let mut parameters = styles
        .map(|(parameters, _)| parameters)
        .filter(|parameters| {
            parameters
                .chars()
                .all(|letter| letter.is_ascii_digit() || letter == ';')
        });
    parameters.find(|parameters| {
        let numbers = parameters
            .split(';')
            .filter_map(|number| number.parse::<u16>().ok());
        numbers.into_iter().any(|number| number >= 30)
    })
}

#[test]
fn after_the_terminal_was_used_by_others_everything_is_drawn_anew() {
    let mut bench = Bench::new(80, 24, Depth::TrueColour, Repeat::Spaces);
    let mut dice = Dice(11);
    let mut buffer = Buffer::empty(Rect::new(0, 0, 80, 24));
    paint(&mut buffer, &mut dice, Depth::TrueColour, 0);
    bench.show(&buffer, "before");
    bench.feed("\x1b[m\x1b[31;45;1m\x1b[5;5Hsomebody else was here");
    bench.sheet.backend_mut().forget();
    bench.sheet.clear().unwrap();
    bench.show(&buffer, "after");
}

#[test]
fn a_resized_screen_is_drawn_anew() {
    let mut bench = Bench::new(80, 24, Depth::TrueColour, Repeat::Spaces);
    let mut dice = Dice(13);
    for (width, height) in [(80, 24), (200, 60), (1, 1), (20, 6), (80, 24)] {
        let area = Rect::new(0, 0, width, height);
        let mut buffer = Buffer::empty(area);
        paint(&mut buffer, &mut dice, Depth::TrueColour, 0);
        bench
            .vt100
            .screen_mut()
            .set_size(nonzero(height), nonzero(width));
        bench.avt.resize(width.into(), height.into());
        bench.sheet.backend_mut().set_size(area.as_size());
        bench.sheet.resize(area).unwrap();
        bench.show(&buffer, &format!("{width}x{height}"));
    }
}

/// A backend whose bytes go to both emulators.
struct Bench {
    sheet: Sheet<Lean<Wire>>,
    wire: Wire,
    vt100: vt100::Parser,
    avt: avt::Terminal,
    depth: Depth,
    log: String,
}

impl Bench {
    fn new(width: u16, height: u16, depth: Depth, repeat: Repeat) -> Self {
        let area = Rect::new(0, 0, width, height);
        let wire = Wire::default();
        let colours = if depth == Depth::None {
            Colours::Withheld
        } else {
            Colours::Sent
        };
        let lean = Lean::new(wire.clone(), area.as_size(), colours, repeat);
        let mut bench = Self {
            sheet: Sheet::new(lean, area),
            wire,
            vt100: vt100::Parser::new(nonzero(height), nonzero(width), 0),
            avt: avt::Terminal::new(width.into(), height.into()).unwrap(),
            depth,
            log: String::new(),
        };
        // As the guard leaves it: no wrap at the last column.
        bench.feed("\x1b[?7l");
        bench
    }

    fn feed(&mut self, bytes: &str) {
        self.vt100.process(bytes.as_bytes());
        self.avt.feed(bytes);
        self.log.push_str(bytes);
    }

    /// Draws the buffer, compares, and says how many bytes it took.
    fn show(&mut self, wanted: &Buffer, name: &str) -> usize {
        self.sheet
            .draw(0..wanted.area.height, |buf| buf.clone_from(wanted))
            .unwrap();
        let bytes = String::from_utf8(std::mem::take(&mut *self.wire.0.borrow_mut())).unwrap();
        self.feed(&bytes);
        for y in 0..wanted.area.height {
            let mut x = 0;
            while x < wanted.area.width {
                let cell = &wanted[(x, y)];
                let expected = self.expected(cell);
                assert_eq!(
                    self.seen_by_vt100(x, y),
                    expected,
                    "vt100, {name}, at {x},{y}"
                );
                assert_eq!(self.seen_by_avt(x, y), expected, "avt, {name}, at {x},{y}");
                x += if expected.is_wide { 2 } else { 1 };
            }
        }
        bytes.len()
    }

    fn expected(&self, cell: &Cell) -> Seen {
        let colour = |colour| {
            if self.depth == Depth::None {
                Color::Reset
            } else {
                numbered(colour)
            }
        };
        Seen {
            symbol: cell.symbol().to_owned(),
            is_wide: unicode_width::UnicodeWidthStr::width(cell.symbol()) == 2,
            fg: colour(cell.fg),
            bg: colour(cell.bg),
            modifier: cell.modifier,
        }
        .visible()
    }

    fn seen_by_vt100(&self, x: u16, y: u16) -> Seen {
        let cell = self.vt100.screen().cell(y, x).unwrap();
        let colour = |colour| match colour {
            vt100::Color::Default => Color::Reset,
            vt100::Color::Idx(index) => Color::Indexed(index),
            vt100::Color::Rgb(red, green, blue) => Color::Rgb(red, green, blue),
        };
        Seen {
            symbol: if cell.has_contents() {
                cell.contents()
            } else {
                " "
            }
            .to_owned(),
            is_wide: cell.is_wide(),
            fg: colour(cell.fgcolor()),
            bg: colour(cell.bgcolor()),
            modifier: modifiers([cell.bold(), cell.dim(), cell.underline(), cell.inverse()]),
        }
        .visible()
    }

    fn seen_by_avt(&self, x: u16, y: u16) -> Seen {
        let cell = &self.avt.screen().line(y.into()).unwrap().cells()[usize::from(x)];
        let colour = |colour: Option<avt::Color>| match colour {
            None => Color::Reset,
            Some(avt::Color::Indexed(index)) => Color::Indexed(index),
            Some(avt::Color::RGB(rgb)) => Color::Rgb(rgb.r, rgb.g, rgb.b),
        };
        let pen = cell.pen();
        Seen {
            symbol: cell.char().to_string(),
            is_wide: cell.width() == 2,
            fg: colour(pen.foreground()),
            bg: colour(pen.background()),
            modifier: modifiers([
                pen.is_bold(),
                pen.is_faint(),
                pen.is_underline(),
                pen.is_inverse(),
            ]),
        }
        .visible()
    }
}

/// What a person can tell of a cell.
#[derive(Debug, PartialEq)]
struct Seen {
    symbol: String,
    is_wide: bool,
    fg: Color,
    bg: Color,
    modifier: Modifier,
}

impl Seen {
    /// On a space the ink is not seen unless it is reversed or underlined.
    fn visible(mut self) -> Self {
        if self.symbol == " "
            && !self
                .modifier
                .intersects(Modifier::REVERSED | Modifier::UNDERLINED)
        {
            self.fg = Color::Reset;
            self.modifier = Modifier::empty();
        }
        self
    }
}

/// Colours as a terminal knows them: the named ones and the corners of its cube by their index.
fn numbered(colour: Color) -> Color {
    match colour {
        Color::Rgb(0, 0, 0) => return Color::Indexed(16),
        Color::Rgb(255, 255, 255) => return Color::Indexed(231),
        _ => {}
    }
    NAMED
        .iter()
        .position(|named| *named == colour)
        .map_or(colour, |index| Color::Indexed(u8::try_from(index).unwrap()))
}

fn nonzero(value: u16) -> NonZeroU16 {
    NonZeroU16::new(value).unwrap()
}

#[derive(Clone, Default)]
struct Wire(Rc<RefCell<Vec<u8>>>);

impl Write for Wire {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
