//! What a person types, as bytes and as keys.

use proptest::prelude::*;

use super::*;

fn key(code: KeyCode, modifiers: KeyModifiers) -> Typed {
    Typed::Key(KeyEvent::new(code, modifiers))
}

fn plain(code: KeyCode) -> Typed {
    key(code, KeyModifiers::NONE)
}

fn decoded(bytes: impl AsRef<[u8]>) -> Vec<Typed> {
    Decoder::default().feed(bytes.as_ref())
}

#[test]
fn keys_are_known_by_what_terminals_send_for_them() {
    let control = KeyModifiers::CONTROL;
    let table: [(&str, Typed); 32] = [
        ("q", plain(KeyCode::Char('q'))),
        (" ", plain(KeyCode::Char(' '))),
        ("Q", key(KeyCode::Char('Q'), KeyModifiers::SHIFT)),
        ("é", plain(KeyCode::Char('é'))),
        ("蹲", plain(KeyCode::Char('蹲'))),
        ("😀", plain(KeyCode::Char('😀'))),
        ("\r", plain(KeyCode::Enter)),
        ("\t", plain(KeyCode::Tab)),
        ("\x7f", plain(KeyCode::Backspace)),
        ("\x08", plain(KeyCode::Backspace)),
        ("\x03", key(KeyCode::Char('c'), control)),
        ("\x1a", key(KeyCode::Char('z'), control)),
        ("\x1c", key(KeyCode::Char('\\'), control)),
        ("\0", key(KeyCode::Char(' '), control)),
        ("\x1b[A", plain(KeyCode::Up)),
        ("\x1bOB", plain(KeyCode::Down)),
        ("\x1b[1;5C", key(KeyCode::Right, control)),
        ("\x1b[H", plain(KeyCode::Home)),
        ("\x1b[4~", plain(KeyCode::End)),
        ("\x1b[5~", plain(KeyCode::PageUp)),
        ("\x1b[6~", plain(KeyCode::PageDown)),
        ("\x1b[3;2~", key(KeyCode::Delete, KeyModifiers::SHIFT)),
        ("\x1b[Z", key(KeyCode::BackTab, KeyModifiers::SHIFT)),
        ("\x1bOP", plain(KeyCode::F(1))),
        ("\x1b[[E", plain(KeyCode::F(5))),
        ("\x1b[15~", plain(KeyCode::F(5))),
        ("\x1b[17~", plain(KeyCode::F(6))),
        ("\x1b[24~", plain(KeyCode::F(12))),
        ("\x1bx", key(KeyCode::Char('x'), KeyModifiers::ALT)),
        ("\x1bé", key(KeyCode::Char('é'), KeyModifiers::ALT)),
        ("\x1b[99;5u", key(KeyCode::Char('c'), control)),
        (
            "\x1b[200~pasted q\x1b[201~",
            Typed::Paste("pasted q".to_owned()),
        ),
    ];
    for (bytes, event) in table {
        assert_eq!(decoded(bytes), [event], "{bytes:?}");
    }
}

#[test]
fn unknown_sequences_are_dropped_whole() {
    let unknown = [
        "\x1b[<0;10;10M",
        "\x1b[M !!",
        "\x1b[I",
        "\x1b[?62;4c",
        "\x1b]11;rgb:0000/0000/0000\x07",
        "\x1b]52;c;cQ==\x1b\\",
        "\x1bP1+r\x1b\\",
        "\x1b[97;1:3u",
        "\x1bOz",
        "\x1b[12;40R",
    ];
    for bytes in unknown {
        assert_eq!(decoded(bytes), [], "{bytes:?}");
        assert_eq!(
            decoded(format!("{bytes}n")),
            [plain(KeyCode::Char('n'))],
            "{bytes:?}"
        );
    }
}

#[test]
fn half_a_key_waits_and_then_means_what_it_is_by_itself() {
    let table: [(&[u8], &[Typed]); 7] = [
        (b"\x1b", &[plain(KeyCode::Esc)]),
        (b"\x1b[", &[key(KeyCode::Char('['), KeyModifiers::ALT)]),
        (
            b"\x1bO",
            &[key(
                KeyCode::Char('O'),
                KeyModifiers::ALT | KeyModifiers::SHIFT,
            )],
        ),
        (b"\x1b]", &[key(KeyCode::Char(']'), KeyModifiers::ALT)]),
        (b"\x1b[1;5", &[]),
        (b"\x1b[M!", &[]),
        ("蹲".as_bytes().split_last().unwrap().1, &[]),
    ];
    for (bytes, events) in table {
        let mut decoder = Decoder::default();
        assert_eq!(decoder.feed(bytes), [], "{bytes:?}");
        assert_eq!(decoder.unfinished(), Some(Unfinished::Key), "{bytes:?}");
        assert_eq!(decoder.give_up(), events, "{bytes:?}");
        assert_eq!(decoder.unfinished(), None, "{bytes:?}");
        assert_eq!(decoder.feed(b"n"), [plain(KeyCode::Char('n'))], "{bytes:?}");
    }
}

#[test]
fn a_paste_without_an_end_is_over_after_a_while() {
    let mut decoder = Decoder::default();
    assert_eq!(decoder.feed(b"\x1b[200~half a pas"), []);
    assert_eq!(decoder.unfinished(), Some(Unfinished::Paste));
    assert_eq!(decoder.give_up(), [Typed::Paste("half a pas".to_owned())]);
    assert_eq!(decoder.feed(b"n"), [plain(KeyCode::Char('n'))]);
}

#[test]
fn a_huge_paste_is_cut() {
    let mut decoder = Decoder::default();
    decoder.feed(b"\x1b[200~");
    for _ in 0..100 {
        assert_eq!(decoder.feed(&[b'x'; 4096]), []);
    }
    assert_eq!(
        decoder.feed(PASTE_END),
        [Typed::Paste("x".repeat(PASTE_LIMIT))]
    );
}

#[test]
fn a_broken_sequence_does_not_swallow_the_next_one() {
    assert_eq!(decoded("\x1b[1;\x1b[A"), [plain(KeyCode::Up)]);
    assert_eq!(decoded(b"\xe8\xb9q"), [plain(KeyCode::Char('q'))]);
    assert_eq!(decoded(b"\xffq"), [plain(KeyCode::Char('q'))]);
    assert_eq!(
        decoded("\x1b\x1b[A"),
        [plain(KeyCode::Esc), plain(KeyCode::Up)]
    );
}

proptest! {
    #[test]
    fn any_bytes_in_any_pieces_are_decoded_alike(bytes: Vec<u8>, cut in 0_usize..64) {
        let whole = decoded(&bytes);
        let (head, tail) = bytes.split_at(cut.min(bytes.len()));
        let mut decoder = Decoder::default();
        let mut pieces = decoder.feed(head);
        pieces.extend(decoder.feed(tail));
        prop_assert_eq!(pieces, whole);
    }

    #[test]
    fn typed_text_arrives_as_it_was_typed(text in "[a-z0-9 é蹲]{0,40}") {
        let typed: Vec<_> = text.chars().map(|letter| plain(KeyCode::Char(letter))).collect();
        prop_assert_eq!(decoded(text), typed);
    }
}

#[test]
fn an_answer_without_an_end_is_let_go_and_does_not_pile_up() {
    let mut decoder = Decoder::default();
    for begin in ["\x1b]", "\x1b[", "\x1bP"] {
        decoder.feed(begin.as_bytes());
        decoder.feed(&[b'0'; SEQUENCE_LIMIT]);
        assert_eq!(decoder.feed(b"q"), [plain(KeyCode::Char('q'))], "{begin:?}");
    }
}
