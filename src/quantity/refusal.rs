//! Why a text was not taken, in words that say what would be.

use std::fmt;

/// In which respect a text is unclear.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unclear {
    /// A comma stands where only a decimal sign could, or points group thousands.
    DecimalComma,
    /// The digits are not grouped by threes, or by more than one mark.
    Grouping,
    /// `1-2M`: one multiple behind a range, which may be meant for one end or for both.
    OneSuffix,
    /// A range whose low end stands last.
    Reversed,
}

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
    /// It can be read in more than one way, or in none that is meant.
    Unclear {
        /// In which respect.
        why: Unclear,
        /// The text.
        input: String,
        /// The spellings that would be taken, one of which was meant.
        instead: Vec<String>,
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
    /// Not of the form that the field has.
    Form {
        /// The text, as [`quote`] shows it.
        input: String,
        /// The form.
        form: &'static str,
        /// A text that would be taken.
        example: &'static str,
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

impl Refusal {
    /// The same refusal of a longer text: what stood around is quoted, and stands around its advice.
    pub(super) fn around(mut self, before: &str, after: &str) -> Self {
        if let Self::Unclear { input, instead, .. } = &mut self {
            for part in instead.iter_mut().chain([input]) {
                *part = format!("{before}{part}{after}");
            }
        }
        self
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty { example } => write!(f, "Write a number here, for example {example}."),
            Self::NotANumber { input, example } => {
                write!(f, "{input} is not a number. Write it like {example}.")
            }
            Self::Unclear {
                why,
                input,
                instead,
            } => {
                let input = quote(input);
                match why {
                    Unclear::DecimalComma => write!(f, "{input} is not clear: a comma only groups thousands and a point is the decimal sign.")?,
                    Unclear::Grouping => write!(f, "{input} is not grouped by three digits with one kind of mark.")?,
                    Unclear::OneSuffix => write!(f, "{input} can be read in two ways.")?,
                    Unclear::Reversed => f.write_str("The low end of a range comes first.")?,
                }
                for (place, text) in instead.iter().enumerate() {
                    write!(f, "{}{text}", if place == 0 { " Write " } else { " or " })?;
                }
                f.write_str(".")
            }
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
            Self::Form {
                input,
                form,
                example,
            } => write!(f, "{input} is not {form}. Write it like {example}."),
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
            | '\u{fffd}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}
