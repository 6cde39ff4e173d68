//! Why a text was not taken, in words that say what would be.

use std::fmt;

/// Why a text is not a value of its kind. `Display` is the sentence a person reads: it quotes the
/// input and shows what would be right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Nothing was written.
    Empty {
        /// A text that would be taken.
        example: &'static str,
    },
    /// Not the form of a number at all.
    NotANumber {
        /// The text, as [`quote`] shows it.
        input: String,
        /// A text that would be taken.
        example: &'static str,
    },
    /// A comma stands where only a decimal sign could, or points group thousands.
    DecimalComma {
        /// The text, as [`quote`] shows it.
        input: String,
        /// The spellings that would be taken, one of which was meant.
        instead: String,
    },
    /// The digits are not grouped by threes, or by more than one mark.
    Grouping {
        /// The text, as [`quote`] shows it.
        input: String,
        /// The same digits without marks.
        instead: String,
    },
    /// Letters behind the number that are no known multiple.
    Suffix {
        /// The letters, as [`quote`] shows them.
        suffix: String,
    },
    /// A dollar or percent sign on a quantity of another unit.
    Sign {
        /// The sign.
        sign: char,
        /// The unit that the field is in.
        unit: &'static str,
    },
    /// More digits than an exact decimal holds.
    Digits {
        /// The text, as [`quote`] shows it.
        input: String,
    },
    /// A fraction of something that comes whole.
    NotWhole {
        /// The text, as [`quote`] shows it.
        input: String,
        /// The unit that comes whole.
        unit: &'static str,
    },
    /// Outside the bounds.
    OutOfBounds {
        /// The value, as it was understood.
        value: String,
        /// The lowest value taken.
        min: String,
        /// The highest value taken.
        max: String,
        /// The unit of all three.
        unit: &'static str,
    },
    /// A range whose low end stands last.
    Reversed {
        /// The range, the right way round.
        instead: String,
    },
    /// `1-2M`: one multiple behind a range, which may be meant for one end or for both.
    OneSuffix {
        /// The text, as [`quote`] shows it.
        input: String,
        /// The two things it could mean.
        instead: String,
    },
    /// A range where one value is needed.
    NoRange {
        /// The text, as [`quote`] shows it.
        input: String,
    },
    /// More than one slash in a rate.
    Slashes {
        /// The text, as [`quote`] shows it.
        input: String,
    },
    /// `?` on a field whose value cannot be unknown.
    NoUnknown {
        /// A text that would be taken.
        example: &'static str,
    },
    /// Not one of the field's choices.
    NotAChoice {
        /// The text, as [`quote`] shows it.
        input: String,
        /// The choices.
        choices: String,
    },
    /// A label that is too long.
    TooLong {
        /// How many characters it has.
        characters: usize,
        /// How many it may have.
        most: usize,
    },
    /// A label with characters that cannot be seen or that turn the direction of writing.
    Invisible,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty { example } => write!(f, "Write a number here, for example {example}."),
            Self::NotANumber { input, example } => {
                write!(f, "{input} is not a number. Write it like {example}.")
            }
            Self::DecimalComma { input, instead } => write!(
                f,
                "{input} is not clear: a comma only groups thousands and a point is the decimal sign. Write {instead}."
            ),
            Self::Grouping { input, instead } => write!(
                f,
                "{input} is not grouped by three digits with one kind of mark. Write {instead}."
            ),
            Self::Suffix { suffix } => write!(
                f,
                "{suffix} is not a multiple that is read here. Write K, M, B or T, for example 500M, or all the digits."
            ),
            Self::Sign { sign, unit } => {
                write!(f, "This is in {unit}: write the number without “{sign}”.")
            }
            Self::Digits { input } => write!(
                f,
                "{input} has more digits than are kept exactly (28). Write fewer."
            ),
            Self::NotWhole { input, unit } => {
                write!(f, "{input} is not whole: {unit} come whole, for example 2.")
            }
            Self::OutOfBounds {
                value,
                min,
                max,
                unit,
            } => write!(
                f,
                "{value} is out of bounds. Write a number from {min} to {max} ({unit})."
            ),
            Self::Reversed { instead } => {
                write!(f, "The low end of a range comes first: write {instead}.")
            }
            Self::OneSuffix { input, instead } => {
                write!(f, "{input} can be read in two ways. Write {instead}.")
            }
            Self::NoRange { input } => {
                write!(f, "{input} is a range. Write one value here.")
            }
            Self::Slashes { input } => write!(
                f,
                "{input} has more than one slash. Write one rate (10), or input/output (2.5/12.5)."
            ),
            Self::NoUnknown { example } => {
                write!(f, "“?” cannot stand here. Write a value, for example {example}.")
            }
            Self::NotAChoice { input, choices } => {
                write!(f, "{input} is not a choice here. Write {choices}.")
            }
            Self::TooLong { characters, most } => write!(
                f,
                "This has {characters} characters and may have {most}. Write a shorter one."
            ),
            Self::Invisible => f.write_str(
                "This holds characters that cannot be seen or that change the direction of writing. Write it without them.",
            ),
        }
    }
}

impl std::error::Error for Refusal {}

/// The text in quotation marks, short enough to read and with nothing in it that cannot be seen.
///
/// ```
/// # use crossover::quantity::quote;
/// assert_eq!(quote("1,5"), "“1,5”");
/// assert_eq!(quote("a\u{0}b\u{202e}"), "“a\u{fffd}b\u{fffd}”");
/// assert_eq!(quote(&"9".repeat(99)).chars().count(), 43);
/// ```
#[must_use]
pub fn quote(text: &str) -> String {
    const MOST: usize = 40;
    let mut quoted = String::from('“');
    let mut rest = text.trim().chars();
    quoted.extend(
        rest.by_ref()
            .take(MOST)
            .map(|c| if invisible(c) { '\u{fffd}' } else { c }),
    );
    if rest.next().is_some() {
        quoted.push('…');
    }
    quoted.push('”');
    quoted
}

/// Whether a character cannot be seen, or turns the direction of the text around it.
pub(crate) fn invisible(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}
