//! The five tones in which a pill, an alert or a message may speak.

/// What a message or a state means to the reader; each has its colour, never colour alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// Nothing special.
    #[default]
    Neutral,
    /// Worth knowing.
    Info,
    /// As it should be.
    Good,
    /// Wants attention soon.
    Attention,
    /// Wrong, or about to destroy something.
    Danger,
}

impl Tone {
    /// Every tone.
    pub const ALL: [Tone; 5] = [
        Tone::Neutral,
        Tone::Info,
        Tone::Good,
        Tone::Attention,
        Tone::Danger,
    ];

    /// The value of the `data-tone` attribute that the style sheets know.
    pub const fn slug(self) -> &'static str {
        match self {
            Tone::Neutral => "neutral",
            Tone::Info => "info",
            Tone::Good => "good",
            Tone::Attention => "attention",
            Tone::Danger => "danger",
        }
    }
}
