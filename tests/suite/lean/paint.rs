//! Frames for the emulators: drawn ones and noise, the same in every run.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier, Style};

#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Depth {
    TrueColour,
    Ansi256,
    Ansi16,
    None,
}

pub(crate) const NAMED: [Color; 16] = [
    Color::Black,
    Color::Red,
    Color::Green,
    Color::Yellow,
    Color::Blue,
    Color::Magenta,
    Color::Cyan,
    Color::Gray,
    Color::DarkGray,
    Color::LightRed,
    Color::LightGreen,
    Color::LightYellow,
    Color::LightBlue,
    Color::LightMagenta,
    Color::LightCyan,
    Color::White,
];

/// Changes a frame as the program does (a level that moves, big areas) and as it does not (noise).
///
/// Everything begins and ends in even columns, so that a wide character changes as a whole: where only its first
/// half changes, ratatui's comparison of frames may overlook the other, and terminals differ in what they leave.
pub(crate) fn paint(buffer: &mut Buffer, dice: &mut Dice, depth: Depth, number: u32) {
    let area = buffer.area;
    match number % 5 {
        0 => buffer.set_style(area, dice.style(depth)),
        1 => {
            let flood = dice.rect(area);
            for position in flood.positions() {
                buffer[position].reset();
            }
            buffer.set_style(flood, dice.style(depth));
        }
        2 => {
            let row = dice.rect(area);
            for position in row.positions() {
                buffer[position]
                    .set_symbol("▄")
                    .set_style(dice.style(depth));
            }
        }
        _ => {}
    }
    for _ in 0..dice.below(1 + area.height) {
        let texts = [
            "DOWN",
            "4 ",
            "▲ UP",
            "REP 1/8 ",
            "蹲举 8",
            "深蹲",
            "é ▀█",
            "          ",
            "a b  c",
        ];
        let text = texts[usize::from(dice.below(9))];
        let (x, y) = (dice.below(area.width) & !1, dice.below(area.height));
        buffer.set_string(x, y, text, dice.style(depth));
    }
}

/// Numbers that look random and are the same in every run.
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    fn below(&mut self, limit: u16) -> u16 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        u16::try_from((self.0 >> 33) % u64::from(limit.max(1))).unwrap()
    }

    fn byte(&mut self) -> u8 {
        u8::try_from(self.below(256)).unwrap()
    }

    fn rect(&mut self, area: Rect) -> Rect {
        let (x, y) = (self.below(area.width) & !1, self.below(area.height));
        let room = area.width - x;
        let width = (2 + (self.below(room) & !1)).min(room);
        Rect::new(x, y, width, 1 + self.below(area.height - y))
    }

    fn colour(&mut self, depth: Depth) -> Color {
        if self.below(4) == 0 {
            return Color::Reset;
        }
        match depth {
            Depth::TrueColour => Color::Rgb(self.byte(), self.byte(), self.byte()),
            Depth::Ansi256 => Color::Indexed(self.byte()),
            // Without colours they may stand in the cells; they must not be sent.
            Depth::Ansi16 | Depth::None => NAMED[usize::from(self.below(16))],
        }
    }

    fn style(&mut self, depth: Depth) -> Style {
        let [bold, dim, underline, reversed] = [(); 4].map(|()| self.below(3) == 0);
        // Both emulators know one intensity at a time.
        let chosen = modifiers([bold && !dim, dim, underline, reversed]);
        Style::new()
            .fg(self.colour(depth))
            .bg(self.colour(depth))
            .remove_modifier(Modifier::all())
            .add_modifier(chosen)
    }
}

pub(crate) fn modifiers(flags: [bool; 4]) -> Modifier {
    let all = [
        Modifier::BOLD,
        Modifier::DIM,
        Modifier::UNDERLINED,
        Modifier::REVERSED,
    ];
    all.into_iter()
        .zip(flags)
        .filter(|(_, set)| *set)
        .map(|(modifier, _)| modifier)
        .collect()
}
