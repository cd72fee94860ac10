//! Buffers as pictures: PNG and GIF without a terminal and without the fonts of any machine, so that the same screen gives
//! the same file everywhere. For eyes, for the README, and for comparing.

use font8x8::UnicodeFonts;
use ratatui::{
    buffer::{Buffer, Cell},
    layout::Rect,
    style::{Color, Modifier},
};
use std::{fs::File, io, io::BufWriter, path::Path};

/// Pixels of a cell.
pub(crate) const CELL: (usize, usize) = (8, 16);

/// One picture, three bytes for each pixel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Pixels {
    pub(crate) width: usize,
    pub(crate) height: usize,
    pub(crate) rgb: Vec<u8>,
}

type Rgb = [u8; 3];

const PAPER: Rgb = [0, 0, 0];
const PEN: Rgb = [0xe5, 0xe5, 0xe5];

/// Draws a buffer.
pub(crate) fn pixels(buffer: &Buffer) -> Pixels {
    let (columns, rows) = (
        usize::from(buffer.area.width),
        usize::from(buffer.area.height),
    );
    let (width, height) = (columns * CELL.0, rows * CELL.1);
    let mut rgb = Vec::with_capacity(width * height * 3);
    for y in 0..height {
        for cell in &buffer.content()[y / CELL.1 * columns..][..columns] {
            let (ink, ground) = colours(cell);
            let symbol = cell.symbol().chars().next().unwrap_or(' ');
            for x in 0..CELL.0 {
                let underlined =
                    cell.modifier.contains(Modifier::UNDERLINED) && y % CELL.1 == CELL.1 - 1;
                let inked = underlined || is_inked(symbol, x, y % CELL.1);
                rgb.extend(if inked { ink } else { ground });
            }
        }
    }
    Pixels { width, height, rgb }
}

/// What a terminal emulator shows, as a buffer.
pub(crate) fn of_screen(screen: &vt100::Screen) -> Buffer {
    let (rows, columns) = screen.size();
    let (rows, columns) = (rows.get(), columns.get());
    let mut buffer = Buffer::empty(Rect::new(0, 0, columns, rows));
    for y in 0..rows {
        for x in 0..columns {
            let (Some(from), Some(to)) = (screen.cell(y, x), buffer.cell_mut((x, y))) else {
                continue;
            };
            to.set_symbol(if from.has_contents() {
                from.contents()
            } else {
                " "
            });
            (to.fg, to.bg) = (colour(from.fgcolor()), colour(from.bgcolor()));
            for (is_set, modifier) in [
                (from.bold(), Modifier::BOLD),
                (from.inverse(), Modifier::REVERSED),
                (from.underline(), Modifier::UNDERLINED),
            ] {
                to.modifier.set(modifier, is_set);
            }
        }
    }
    buffer
}

fn colour(of_terminal: vt100::Color) -> Color {
    match of_terminal {
        vt100::Color::Default => Color::Reset,
        vt100::Color::Idx(index) => Color::Indexed(index),
        vt100::Color::Rgb(red, green, blue) => Color::Rgb(red, green, blue),
    }
}

/// Writes a buffer as PNG.
pub(crate) fn png(buffer: &Buffer, path: &Path) -> io::Result<()> {
    let picture = pixels(buffer);
    let (width, height) = (small(picture.width).into(), small(picture.height).into());
    let mut encoder = png::Encoder::new(BufWriter::new(File::create(path)?), width, height);
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.write_header()?.write_image_data(&picture.rgb)?;
    Ok(())
}

/// Writes frames, each with how long it is shown in hundredths of a second, as a GIF that starts again at its end.
pub(crate) fn gif(frames: &[(Buffer, u16)], path: &Path) -> io::Result<()> {
    let Some((first, _)) = frames.first() else {
        return Ok(());
    };
    let (width, height) = (pixels(first).width, pixels(first).height);
    let mut palette = Vec::new();
    let indexed: Vec<(Vec<u8>, u16)> = frames
        .iter()
        .map(|(buffer, delay)| {
            (
                pixels(buffer)
                    .rgb
                    .chunks(3)
                    .map(|rgb| index(&mut palette, [rgb[0], rgb[1], rgb[2]]))
                    .collect(),
                *delay,
            )
        })
        .collect();
    let file = BufWriter::new(File::create(path)?);
    let mut encoder = gif::Encoder::new(file, small(width), small(height), palette.as_flattened())
        .map_err(io::Error::other)?;
    encoder
        .set_repeat(gif::Repeat::Infinite)
        .map_err(io::Error::other)?;
    let mut before: &[u8] = &[];
    for (frame, delay) in &indexed {
        let (top, bottom) = changed_rows(before, frame, width);
        let frame_of_changes = gif::Frame {
            top: small(top),
            width: small(width),
            height: small(bottom - top),
            delay: *delay,
            dispose: gif::DisposalMethod::Keep,
            buffer: frame[top * width..bottom * width].into(),
            ..Default::default()
        };
        encoder
            .write_frame(&frame_of_changes)
            .map_err(io::Error::other)?;
        before = frame;
    }
    Ok(())
}

/// The first row of pixels that differs and the one behind the last; one row where none does.
fn changed_rows(before: &[u8], after: &[u8], width: usize) -> (usize, usize) {
    let differs = |row: &usize| {
        before.get(row * width..(row + 1) * width) != after.get(row * width..(row + 1) * width)
    };
    let height = after.len() / width;
    let first = (0..height).find(differs).unwrap_or(0);
    let last = (0..height).rfind(differs).unwrap_or(0);
    (first, last + 1)
}

/// The index of a colour, which is added where it is new. A full palette gives its nearest.
fn index(palette: &mut Vec<Rgb>, rgb: Rgb) -> u8 {
    let known = palette.iter().position(|other| *other == rgb);
    let index = known.unwrap_or_else(|| {
        if palette.len() < 256 {
            palette.push(rgb);
            return palette.len() - 1;
        }
        let distance = |other: &Rgb| {
            other
                .iter()
                .zip(rgb)
                .map(|(a, b)| u32::from(a.abs_diff(b)).pow(2))
                .sum::<u32>()
        };
        (0..palette.len())
            .min_by_key(|index| distance(&palette[*index]))
            .unwrap_or(0)
    });
    u8::try_from(index).unwrap_or(u8::MAX)
}

fn small(pixels: usize) -> u16 {
    u16::try_from(pixels).unwrap_or(u16::MAX)
}

fn colours(cell: &Cell) -> (Rgb, Rgb) {
    let (ink, ground) = (rgb(cell.fg, PEN), rgb(cell.bg, PAPER));
    if cell.modifier.contains(Modifier::REVERSED) {
        (ground, ink)
    } else {
        (ink, ground)
    }
}

fn rgb(colour: Color, default: Rgb) -> Rgb {
    let index = match colour {
        Color::Reset => return default,
        Color::Rgb(red, green, blue) => return [red, green, blue],
        Color::Indexed(index) => index,
        Color::Black => 0,
        Color::Red => 1,
        Color::Green => 2,
        Color::Yellow => 3,
        Color::Blue => 4,
        Color::Magenta => 5,
        Color::Cyan => 6,
        Color::Gray => 7,
        Color::DarkGray => 8,
        Color::LightRed => 9,
        Color::LightGreen => 10,
        Color::LightYellow => 11,
        Color::LightBlue => 12,
        Color::LightMagenta => 13,
        Color::LightCyan => 14,
        Color::White => 15,
    };
    indexed(index)
}

/// The colours of xterm.
fn indexed(index: u8) -> Rgb {
    const NAMED: [u32; 16] = [
        0x00_0000, 0xcd_0000, 0x00_cd00, 0xcd_cd00, 0x1e_50dc, 0xcd_00cd, 0x00_cdcd, 0xe5_e5e5,
        0x7f_7f7f, 0xff_0000, 0x00_ff00, 0xff_ff00, 0x5c_5cff, 0xff_00ff, 0x00_ffff, 0xff_ffff,
    ];
    let cube = |step: u8| if step == 0 { 0 } else { 55 + 40 * step };
    match index {
        0..=15 => {
            let [_, red, green, blue] = NAMED[usize::from(index)].to_be_bytes();
            [red, green, blue]
        }
        16..=231 => [
            cube((index - 16) / 36),
            cube((index - 16) / 6 % 6),
            cube((index - 16) % 6),
        ],
        _ => [8 + 10 * (index - 232); 3],
    }
}

/// Whether a pixel of a cell is inked: block elements exactly, everything else from a bitmap font of 8 by 8.
fn is_inked(symbol: char, x: usize, y: usize) -> bool {
    let code = symbol as usize;
    match symbol {
        ' ' => false,
        '█' => true,
        '▀' => y < 8,
        '▁'..='▇' => y >= 16 - 2 * (code - 0x2580),
        '▉'..='▏' => x < 0x2590 - code,
        '▐' => x >= 4,
        '░' | '▒' | '▓' => (x * 2 + y * 3) % 4 < code - 0x2590,
        '\u{2800}'..='\u{28ff}' => is_dot(code - 0x2800, x, y),
        _ => glyph(symbol)[y / 2] >> x & 1 == 1,
    }
}

/// Whether a pixel lies on a dot of a Braille cell, which has two columns of four.
fn is_dot(dots: usize, x: usize, y: usize) -> bool {
    const BITS: [[usize; 2]; 4] = [[0, 3], [1, 4], [2, 5], [6, 7]];
    let inside = (1..3).contains(&(x % 4)) && (1..3).contains(&(y % 4));
    inside && dots >> BITS[y / 4][x / 4] & 1 == 1
}

fn glyph(symbol: char) -> [u8; 8] {
    let known = font8x8::BASIC_FONTS
        .get(symbol)
        .or_else(|| font8x8::BOX_FONTS.get(symbol))
        .or_else(|| font8x8::LATIN_FONTS.get(symbol))
        .or_else(|| font8x8::MISC_FONTS.get(symbol));
    known.unwrap_or(match symbol {
        '▼' => [0, 0, 0x7f, 0x3e, 0x1c, 0x08, 0, 0],
        '▲' => [0, 0, 0x08, 0x1c, 0x3e, 0x7f, 0, 0],
        '●' => [0, 0x1c, 0x3e, 0x3e, 0x3e, 0x1c, 0, 0],
        '…' => [0, 0, 0, 0, 0, 0, 0x49, 0],
        '–' | '—' => [0, 0, 0, 0x7e, 0, 0, 0, 0],
        '’' => [0x0c, 0x0c, 0x06, 0, 0, 0, 0, 0],
        '■' => [0, 0x3e, 0x3e, 0x3e, 0x3e, 0x3e, 0, 0],
        '→' => [0, 0x10, 0x30, 0x7f, 0x30, 0x10, 0, 0],
        '›' => [0, 0x08, 0x10, 0x20, 0x10, 0x08, 0, 0],
        '‹' => [0, 0x20, 0x10, 0x08, 0x10, 0x20, 0, 0],
        // A chequered cell says that a sign is missing here, which a blank would hide.
        _ => [0x55, 0xaa, 0x55, 0xaa, 0x55, 0xaa, 0x55, 0xaa],
    })
}
