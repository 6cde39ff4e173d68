//! The words by which the tests find fields and choices: those a reader sees.

/// The volume.
pub const VOLUME: &str = "Volume";
/// The share of tokens that are input.
pub const INPUT_SHARE: &str = "Input share";
/// What the teacher's tokens cost.
pub const TEACHER_RATE: &str = "Teacher rate";
/// What the student's tokens cost.
pub const STUDENT_RATE: &str = "Student rate";
/// What the training data cost.
pub const GENERATION: &str = "Data generation";
/// What keeping the model costs.
pub const STORAGE: &str = "Model storage";
/// How many months are compared.
pub const HORIZON: &str = "Horizon";
/// How many model units serve the student.
pub const UNITS: &str = "Model units";
/// The hourly price without commitment.
pub const HOURLY_NONE: &str = "Hourly price, no commitment";

/// The choice of what hosting bills.
pub const HOSTING: &str = "What hosting bills";
/// Tokens and hours.
pub const BOTH: &str = "Tokens and model-unit hours";
/// Hours only.
pub const PROVISIONED: &str = "Model-unit hours only";
/// Tokens only.
pub const ON_DEMAND: &str = "Tokens only";

/// The choice of the commitment term.
pub const TERM: &str = "Commitment";
/// A commitment of six months.
pub const SIX_MONTHS: &str = "6 months";
