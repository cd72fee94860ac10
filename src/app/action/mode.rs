//! Who gets the keys: a mode for each set of them, and how the help names it.

/// Who gets the keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Mode {
    /// The list of presets.
    Picker,
    /// The text field that looks for an entry.
    Search,
    /// A question that is answered by writing.
    Answer,
    /// The rows of an entry that is being edited.
    Form,
    /// A text field of such a row, open.
    Line,
    /// The question whether changes are to be kept.
    Leaving,
    /// The question what to do, as the file could not be written.
    Conflict,
    /// What was pasted and read as a message.
    Pasted,
    /// A session, running or paused.
    Session,
    /// The question before somebody's very first session.
    Intro,
    /// The question how many reps were done.
    Question,
    /// The question whether to go on with a session that was left.
    Resume,
    /// What was done.
    Summary,
    /// Feeling four seconds.
    Four,
    /// A practice that has not begun.
    Door,
    /// A practice with cues to follow, or paused.
    Practice,
    /// A practice without cues.
    Blind,
    /// How a practice was felt.
    Felt,
    /// A session in which something is asked beside the clock.
    Resting,
    /// A session in whose lead-in something is offered.
    Offered,
    /// The tabs of the journal.
    Today,
    /// What was done.
    Log,
    /// An entry of it, being corrected.
    Correct,
    /// What was done elsewhere, about to be logged.
    Elsewhere,
    /// How it went over the weeks.
    Trends,
    /// Protein.
    Fuel,
    /// The rows of the settings.
    Settings,
    /// The offset between sound and screen, being found.
    Late,
    /// Everything that is known of an entry.
    About,
    /// The help is open: any key turns its page, and the last one closes it.
    Help,
}

impl Mode {
    /// Whether letters are text: then no letter is a verb.
    pub fn takes_text(self) -> bool {
        matches!(self, Self::Search | Self::Answer | Self::Line)
    }

    /// Whether digits are an answer: then none of them is a verb.
    pub fn takes_digits(self) -> bool {
        matches!(
            self,
            Self::Offered
                | Self::Resting
                | Self::Summary
                | Self::Today
                | Self::Correct
                | Self::Elsewhere
                | Self::Fuel
        )
    }

    /// The modes that the help explains, with their headings.
    pub const EXPLAINED: [(Self, &'static str); 23] = [
        (Self::Picker, "Choosing"),
        (Self::Search, "Looking for something"),
        (Self::Pasted, "New from text"),
        (Self::Form, "Editing"),
        (Self::Line, "In a text field"),
        (Self::Session, "Training"),
        (Self::Offered, "When something is offered"),
        (Self::Resting, "Between sets"),
        (Self::Question, "When a set ended early"),
        (Self::Summary, "Afterwards"),
        (Self::Today, "Journal: today"),
        (Self::Log, "Journal: the log"),
        (Self::Correct, "Correcting an entry"),
        (Self::Elsewhere, "Done elsewhere"),
        (Self::Trends, "Journal: trends"),
        (Self::Fuel, "Journal: fuel"),
        (Self::Four, "Feeling four seconds"),
        (Self::Door, "Before a practice"),
        (Self::Practice, "Practising"),
        (Self::Blind, "Practising blind"),
        (Self::Felt, "After a practice"),
        (Self::Settings, "Settings"),
        (Self::Late, "Sound and screen together"),
    ];
}
