//! The recordings themselves, as part of the program.

use crate::training::word::Word;

macro_rules! recordings {
    ($($slug:literal)*) => {
        [$((
            $slug,
            include_bytes!(concat!("../../../assets/voice/", $slug, ".flac")).as_slice(),
        )),*]
    };
}

/// The slug and the FLAC of each word, in the order of [`Word::index`].
#[rustfmt::skip]
pub(super) static RECORDINGS: [(&str, &[u8]); Word::COUNT] = recordings![
    "down" "up" "hold" "push" "pull" "return" "drive" "reset" "switch"
    "left" "right" "rest" "last-one" "half-way" "set-done" "ready" "ten-seconds"
    "thirty-seconds" "next" "break" "drop" "your-pace"
    "01" "02" "03" "04" "05" "06" "07" "08" "09" "10"
    "11" "12" "13" "14" "15" "16" "17" "18" "19" "20"
    "21" "22" "23" "24" "25" "26" "27" "28" "29" "30"
];
