//! The words that a voice can say: each has a recording of its own.

mod lengths;

use std::time::Duration;

/// Something that a voice says in one breath.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Word {
    /// The handle goes down.
    Down,
    /// The handle goes up.
    Up,
    /// Nothing moves, under load.
    Hold,
    /// An inverted path is pushed.
    Push,
    /// An inverted path is pulled.
    Pull,
    /// An inverted path goes back.
    Return,
    /// As fast as possible.
    Drive,
    /// The other limb, or a partner, brings the load back.
    Reset,
    /// The other side.
    Switch,
    /// The left side.
    Left,
    /// The right side.
    Right,
    /// The rest begins.
    Rest,
    /// One more rep, and the set is over.
    LastOne,
    /// Half of a hold is over.
    HalfWay,
    /// The set is over.
    SetDone,
    /// Get ready.
    Ready,
    /// Ten seconds left.
    TenSeconds,
    /// Half a minute left.
    ThirtySeconds,
    /// The next exercise.
    Next,
    /// Nothing moves, without load.
    Break,
    /// Weight comes off.
    Drop,
    /// A rep that nobody paces.
    OwnPace,
    /// A number, from 1 to [`Word::HIGHEST`].
    Number(Number),
}

/// A number that there is a word for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Number(u8);

impl Number {
    /// The number itself.
    pub const fn get(self) -> u8 {
        self.0
    }
}

impl Word {
    /// The highest number that has a word of its own.
    pub const HIGHEST: u8 = 30;

    /// The words that are no numbers.
    const NAMED: [Self; 22] = [
        Self::Down,
        Self::Up,
        Self::Hold,
        Self::Push,
        Self::Pull,
        Self::Return,
        Self::Drive,
        Self::Reset,
        Self::Switch,
        Self::Left,
        Self::Right,
        Self::Rest,
        Self::LastOne,
        Self::HalfWay,
        Self::SetDone,
        Self::Ready,
        Self::TenSeconds,
        Self::ThirtySeconds,
        Self::Next,
        Self::Break,
        Self::Drop,
        Self::OwnPace,
    ];

    /// How many words there are.
    pub const COUNT: usize = Self::NAMED.len() + Self::HIGHEST as usize;

    /// Every word, in the order of [`index`](Self::index).
    pub fn all() -> impl Iterator<Item = Self> {
        let numbers = (1..=Self::HIGHEST).map(|number| Self::Number(Number(number)));
        Self::NAMED.into_iter().chain(numbers)
    }

    /// The word for a number; `None` for 0 and above [`Word::HIGHEST`].
    pub fn number(number: u32) -> Option<Self> {
        let number = u8::try_from(number).ok()?;
        (1..=Self::HIGHEST)
            .contains(&number)
            .then_some(Self::Number(Number(number)))
    }

    /// Its place among all words.
    pub fn index(self) -> usize {
        match self {
            Self::Number(number) => Self::NAMED.len() + usize::from(number.0) - 1,
            named => Self::NAMED
                .iter()
                .position(|word| *word == named)
                .unwrap_or_default(),
        }
    }

    /// What is said, in lower case; numbers in digits.
    pub fn text(self) -> String {
        match self {
            Self::Number(number) => number.0.to_string(),
            named => named.phrase().to_owned(),
        }
    }

    fn phrase(self) -> &'static str {
        match self {
            Self::Down => "down",
            Self::Up => "up",
            Self::Hold => "hold",
            Self::Push => "push",
            Self::Pull => "pull",
            Self::Return => "return",
            Self::Drive => "drive",
            Self::Reset => "reset",
            Self::Switch => "switch",
            Self::Left => "left",
            Self::Right => "right",
            Self::Rest => "rest",
            Self::LastOne => "last one",
            Self::HalfWay => "half way",
            Self::SetDone => "set done",
            Self::Ready => "ready",
            Self::TenSeconds => "ten seconds",
            Self::ThirtySeconds => "thirty seconds",
            Self::Next => "next",
            Self::Break => "break",
            Self::Drop => "drop",
            Self::OwnPace => "your pace",
            Self::Number(_) => "",
        }
    }

    /// How long it takes to say, in whole milliseconds, rounded up: nothing of it is heard later than that.
    pub fn length(self) -> Duration {
        let millis = lengths::MILLIS.get(self.index()).copied();
        Duration::from_millis(millis.unwrap_or_default().into())
    }

    /// The name of its recording: the words with hyphens, numbers in two digits.
    pub fn slug(self) -> String {
        match self {
            Self::Number(number) => format!("{:02}", number.0),
            named => named.phrase().replace(' ', "-"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_stands_where_its_index_says() {
        let all: Vec<Word> = Word::all().collect();
        assert_eq!(all.len(), Word::COUNT);
        for (index, word) in all.iter().enumerate() {
            assert_eq!(word.index(), index, "{word:?}");
        }
    }

    #[test]
    fn numbers_have_words_from_one_to_thirty() {
        assert_eq!(Word::number(0), None);
        assert_eq!(Word::number(31), None);
        assert_eq!(Word::number(7).map(Word::slug).as_deref(), Some("07"));
        assert_eq!(Word::number(30).map(Word::text).as_deref(), Some("30"));
        assert_eq!(Word::LastOne.slug(), "last-one");
    }
}
