//! How long each word takes to say, in whole milliseconds, rounded up. `assets/voice/make` prints this file.

use super::Word;

/// In the order of [`Word::index`].
pub(super) const MILLIS: [u16; Word::COUNT] = [
    433, // down
    261, // up
    476, // hold
    399, // push
    449, // pull
    404, // return
    389, // drive
    337, // reset
    467, // switch
    316, // left
    254, // right
    341, // rest
    681, // last one
    644, // half way
    543, // set done
    295, // ready
    761, // ten seconds
    815, // thirty seconds
    341, // next
    367, // break
    350, // drop
    566, // your pace
    337, // one
    394, // two
    467, // three
    341, // four
    374, // five
    472, // six
    428, // seven
    241, // eight
    345, // nine
    317, // ten
    533, // eleven
    521, // twelve
    492, // thirteen
    519, // fourteen
    530, // fifteen
    566, // sixteen
    646, // seventeen
    470, // eighteen
    557, // nineteen
    438, // twenty
    597, // twenty one
    740, // twenty two
    741, // twenty three
    644, // twenty four
    709, // twenty five
    673, // twenty six
    748, // twenty seven
    594, // twenty eight
    726, // twenty nine
    330, // thirty
];
