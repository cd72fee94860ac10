//! What goes over the wire, to the byte.

use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier, Style};
use ratatui::{Frame, Terminal, TerminalOptions, Viewport};

use super::*;

struct Wire(Terminal<Lean<Vec<u8>>>);

impl Wire {
    fn new(colours: Colours) -> Self {
        let area = Rect::new(0, 0, 80, 24);
        let lean = Lean::new(Vec::new(), area.as_size(), colours, Repeat::Spaces);
        let options = TerminalOptions {
            viewport: Viewport::Fixed(area),
        };
        Self(Terminal::with_options(lean, options).unwrap())
    }

    fn draw(&mut self, render: impl FnOnce(&mut Frame<'_>)) -> String {
        self.0.draw(render).unwrap();
        String::from_utf8(std::mem::take(&mut self.0.backend_mut().writer)).unwrap()
    }
}

fn text(frame: &mut Frame<'_>, text: &str, style: Style) {
    frame.buffer_mut().set_string(0, 0, text, style);
}

#[test]
fn an_unchanged_frame_writes_nothing_and_is_not_counted() {
    let mut wire = Wire::new(Colours::Sent);
    assert!(
        !wire
            .draw(|frame| text(frame, "DOWN", Style::new().bold()))
            .is_empty()
    );
    let before = wire.0.backend().traffic();
    assert_eq!(
        wire.draw(|frame| text(frame, "DOWN", Style::new().bold())),
        ""
    );
    assert_eq!(wire.0.backend().traffic(), before);
}

#[test]
fn the_style_is_kept_from_one_frame_to_the_next() {
    let mut wire = Wire::new(Colours::Sent);
    let style = Style::new().fg(Color::Cyan).bg(Color::DarkGray);
    assert_eq!(
        wire.draw(|frame| text(frame, "4", style)),
        "\x1b[H\x1b[0;36;100m4"
    );
    assert_eq!(wire.draw(|frame| text(frame, "3", style)), "\r3");
}

#[test]
fn a_modifier_is_ended_without_repeating_the_colours() {
    let mut wire = Wire::new(Colours::Sent);
    let style = Style::new().fg(Color::Cyan);
    wire.draw(|frame| {
        text(
            frame,
            "x",
            style.add_modifier(Modifier::BOLD | Modifier::DIM),
        );
    });
    assert_eq!(
        wire.draw(|frame| text(frame, "x", style.bold())),
        "\r\x1b[22;1mx"
    );
}

#[test]
fn without_colours_a_flooded_row_is_reversed_spaces() {
    let mut wire = Wire::new(Colours::Withheld);
    let style = Style::new()
        .fg(Color::Cyan)
        .bg(Color::Rgb(1, 2, 3))
        .reversed();
    assert_eq!(
        wire.draw(|frame| text(frame, &" ".repeat(40), style)),
        "\x1b[H\x1b[0;7m \x1b[39b"
    );
}

#[test]
fn only_long_frames_are_synchronized() {
    let mut wire = Wire::new(Colours::Sent);
    let page: String = ('a'..='z').cycle().take(600).collect();
    let long = wire.draw(|frame| {
        for (y, line) in (0..).zip(page.as_bytes().chunks(80)) {
            let line = str::from_utf8(line).unwrap();
            frame.buffer_mut().set_string(0, y, line, Style::new());
        }
    });
    assert!(
        long.starts_with("\x1b[?2026h") && long.ends_with("\x1b[?2026l"),
        "{long:?}"
    );
    let short = wire.draw(|frame| text(frame, "short", Style::new()));
    assert!(!short.contains("2026"), "{short:?}");
}

#[test]
fn a_terminal_that_lacks_the_repeat_sequence_is_not_asked_for_it() {
    let term =
        |name: &'static str| move |variable: &str| (variable == "TERM").then(|| name.to_owned());
    assert_eq!(Repeat::known_to(term("xterm-256color")), Repeat::Spaces);
    assert_eq!(Repeat::known_to(term("tmux-256color")), Repeat::Spaces);
    assert_eq!(Repeat::known_to(term("screen-256color")), Repeat::Never);
    assert_eq!(Repeat::known_to(term("linux")), Repeat::Never);
    assert_eq!(Repeat::known_to(|_| None), Repeat::Never);
    assert_eq!(
        Repeat::known_to(|_| Some("JetBrains-JediTerm".to_owned())),
        Repeat::Never
    );
}

#[test]
fn a_terminal_that_is_gone_is_an_error() {
    struct Gone;
    impl Write for Gone {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(io::ErrorKind::BrokenPipe.into())
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }
    let mut lean = Lean::new(Gone, Size::new(20, 6), Colours::Sent, Repeat::Never);
    lean.pass(b"x");
    assert!(lean.flush().is_err());
}

#[test]
fn where_styles_alternate_in_a_row_the_pen_turns_once_for_each() {
    let mut wire = Wire::new(Colours::Sent);
    let sent = wire.draw(|frame| {
        for x in 0..20 {
            let colour = if x % 2 == 0 { Color::Cyan } else { Color::Red };
            let cell = &mut frame.buffer_mut()[(x, 0)];
            cell.set_symbol("x").set_fg(colour);
        }
    });
    assert_eq!(sent.matches('m').count(), 2, "{sent:?}");
}
