//! How many colours a terminal shows, told from what it says about itself.

/// How many colours may be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Depth {
    /// 24 bits for each colour.
    TrueColour,
    /// The 256 indexed colours of xterm.
    Ansi256,
    /// The eight named colours and their bright twins.
    Ansi16,
    /// None: reverse and bold only.
    None,
}

impl Depth {
    /// Tells the depth from the values of `NO_COLOR`, `COLORTERM` and `TERM`, in this order of precedence.
    ///
    /// `NO_COLOR` counts when it is not empty, as <https://no-color.org> asks. GNU screen passes on the outer terminal's
    /// `COLORTERM` and garbles 24-bit colours, so it gets 256; tmux does not mind either way.
    pub fn detect(no_color: Option<&str>, colorterm: Option<&str>, term: Option<&str>) -> Self {
        if no_color.is_some_and(|value| !value.is_empty()) {
            return Self::None;
        }
        let term = term.unwrap_or_default();
        let named = |names: &[&str]| names.iter().any(|name| term.contains(name));
        if term == "dumb" || term.starts_with("vt") {
            Self::None
        } else if term.starts_with("screen") {
            if named(&["256color"]) {
                Self::Ansi256
            } else {
                Self::Ansi16
            }
        } else if matches!(colorterm, Some("truecolor" | "24bit"))
            || named(&["direct", "kitty", "alacritty", "foot", "wezterm", "ghostty"])
        {
            Self::TrueColour
        } else if named(&["256color"]) {
            Self::Ansi256
        } else {
            Self::Ansi16
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Depth;

    #[test]
    fn the_depth_follows_what_the_terminal_says() {
        let table = [
            (
                None,
                Some("truecolor"),
                Some("xterm-256color"),
                Depth::TrueColour,
            ),
            (None, Some("24bit"), Some("xterm"), Depth::TrueColour),
            (None, None, Some("xterm-kitty"), Depth::TrueColour),
            (None, None, Some("xterm-direct"), Depth::TrueColour),
            (None, None, Some("xterm-256color"), Depth::Ansi256),
            (
                None,
                Some("truecolor"),
                Some("screen-256color"),
                Depth::Ansi256,
            ),
            (None, Some("truecolor"), Some("screen"), Depth::Ansi16),
            (
                None,
                Some("truecolor"),
                Some("tmux-256color"),
                Depth::TrueColour,
            ),
            (None, None, Some("linux"), Depth::Ansi16),
            (None, None, None, Depth::Ansi16),
            (None, Some("truecolor"), Some("dumb"), Depth::None),
            (None, None, Some("vt100"), Depth::None),
            (
                Some("1"),
                Some("truecolor"),
                Some("xterm-256color"),
                Depth::None,
            ),
            (
                Some(""),
                Some("truecolor"),
                Some("xterm-256color"),
                Depth::TrueColour,
            ),
        ];
        for (no_color, colorterm, term, depth) in table {
            assert_eq!(
                Depth::detect(no_color, colorterm, term),
                depth,
                "{no_color:?} {colorterm:?} {term:?}"
            );
        }
    }
}
