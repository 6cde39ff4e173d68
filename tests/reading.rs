//! Reading a number, as the contract has it: every form that is taken, every one that is refused and
//! the words it is refused with, through the fields that a person types into.

use crossover::scenario::{FieldId, Kind, Scenario};
use crossover::wording::echo;

/// What a field's text is understood as, printed; or the words that it is refused with.
fn read(field: FieldId, text: &str) -> Result<String, String> {
    let mut scenario = Scenario::default();
    let problem = scenario.set(field, text).map_err(|problem| problem.message);
    problem.map(|()| scenario.text(field))
}

#[track_caller]
fn reads(field: FieldId, texts: &[(&str, &str)]) {
    for (text, printed) in texts {
        assert_eq!(read(field, text).as_deref(), Ok(*printed), "{text:?}");
        assert_eq!(
            read(field, printed).as_deref(),
            Ok(*printed),
            "{printed:?} again"
        );
    }
}

#[track_caller]
fn refuses(field: FieldId, texts: &[(&str, &str)]) {
    for (text, words) in texts {
        assert_eq!(read(field, text).err().as_deref(), Some(*words), "{text:?}");
    }
}

/// The contract's table of fields, in order: name, key, default, bounds, and whether it may be a
/// range, unknown (`?`) or free text.
#[rustfmt::skip]
const CONTRACT: [(&str, &str, &str, i64, i64, &str); 56] = [
    ("name", "nm", "", 0, 0, "text"),
    ("volume", "v", "500M", 1, 1_000_000_000_000_000, "range"),
    ("input_share", "in", "75", 0, 100, ""),
    ("growth", "g", "0", -50, 100, ""),
    ("tokens_per_request", "rq", "2000", 1, 10_000_000, ""),
    ("peak_ratio", "pk", "1", 1, 1_000, ""),
    ("teacher_model", "tm", "", 0, 0, "text"),
    ("teacher_rate", "t", "10", 0, 1_000_000, "range"),
    ("baseline", "bl", "on_demand", 0, 0, ""),
    ("student_model", "sm", "", 0, 0, "text"),
    ("student_rate", "s", "1", 0, 1_000_000, "range"),
    ("generation", "gen", "200..1000", 0, 1_000_000_000, "range"),
    ("training", "ft", "70..270", 0, 1_000_000_000, "range ?"),
    ("evaluation", "ev", "0", 0, 1_000_000_000, "range"),
    ("effort", "eng", "0", 0, 1_000_000_000, "range"),
    ("pairs", "np", "", 1, 1_000_000_000, ""),
    ("pair_input", "ni", "1000", 0, 10_000_000, ""),
    ("pair_output", "no", "300", 0, 10_000_000, ""),
    ("from_logs", "lg", "no", 0, 0, ""),
    ("epochs", "ep", "2", 1, 100, ""),
    ("training_rate", "tr", "0", 0, 1_000_000, "?"),
    ("hosting", "h", "both", 0, 0, ""),
    ("term", "c", "none", 0, 0, ""),
    ("hourly_none", "p0", "1", 0, 1_000_000, "range ?"),
    ("hourly_1mo", "p1", "0.90", 0, 1_000_000, "range ?"),
    ("hourly_6mo", "p6", "0.50", 0, 1_000_000, "range ?"),
    ("units", "mu", "1", 1, 100_000, ""),
    ("unit_capacity", "cap", "", 1, 1_000_000_000_000, ""),
    ("hours_per_month", "hr", "730", 1, 744, ""),
    ("storage", "st", "0", 0, 1_000_000, "range ?"),
    ("build_months", "bm", "0", 0, 24, ""),
    ("teacher_share", "ts", "0", 0, 100, "range"),
    ("redistil_every", "re", "0", 0, 60, ""),
    ("horizon", "n", "12", 1, 60, ""),
    ("credits", "cr", "", 0, 0, ""),
    ("discount", "dc", "0", 0, 100, ""),
    ("currency", "cu", "", 0, 0, ""),
    ("cached_share", "cs", "50", 0, 100, ""),
    ("cache_hit", "ch", "90", 0, 100, ""),
    ("cache_read", "cpr", "10", 0, 1_000, "?"),
    ("cache_write", "cpw", "125", 0, 1_000, "?"),
    ("retrieved_tokens", "rt", "1500", 0, 10_000_000, ""),
    ("vector_store", "vs", "350", 0, 1_000_000, ""),
    ("corpus_tokens", "ct", "50M", 0, 1_000_000_000_000, ""),
    ("embedding_rate", "er", "0.02", 0, 1_000_000, ""),
    ("labelling", "lab", "5000", 0, 1_000_000_000, ""),
    ("batch_share", "bs", "100", 0, 100, ""),
    ("batch_price", "bp", "50", 0, 100, "?"),
    ("answers", "dx", "", 0, 0, ""),
    ("metric", "qm", "accuracy", 0, 0, ""),
    ("score_teacher", "qt", "", 0, 100, ""),
    ("score_student", "qs", "", 0, 100, ""),
    ("score_plain", "qb", "", 0, 100, ""),
    ("examples", "qn", "", 1, 10_000_000, ""),
    ("max_loss", "ql", "2", 0, 100, ""),
    ("error_cost", "qe", "0", 0, 1_000_000, ""),
];

#[test]
fn the_fields_are_those_of_the_contract() {
    let example = Scenario::default();
    for (id, (name, key, default, min, max, may_be)) in FieldId::ALL.iter().zip(CONTRACT) {
        let field = id.field();
        assert_eq!((field.name, field.key), (name, key));
        assert_eq!((field.min, field.max), (min, max), "{name}");
        assert_eq!(read(*id, default).unwrap(), example.text(*id), "{name}");
        let (range, unknown) = match field.kind {
            Kind::Number { range, unknown, .. } => (range, unknown),
            Kind::Rate => (true, false),
            _ => (false, false),
        };
        assert_eq!(range, may_be.contains("range"), "{name}");
        assert_eq!(unknown, may_be.contains('?'), "{name}");
        let is_text = field.kind == Kind::Label;
        assert_eq!(is_text, may_be == "text", "{name}");
        assert_eq!(id.check("?").is_ok(), unknown || is_text, "{name}");
    }
    assert_eq!(FieldId::ALL.len(), CONTRACT.len());
}

/// One number, 500,000,000.
#[rustfmt::skip]
const SPELLINGS: [&str; 24] = [
    "500000000", "500,000,000", "500 000 000", "500_000_000", "500M", "0.5B", "500 million", "5e8",
    "500m", "0.5b", ".5B", "500 M", "500,000 K", "0.0005T", "500 Million", "0.5 billion",
    "500000 thousand", "5E8", "5e+8", "+500M", " 500M ", "500\u{a0}000\u{202f}000", "500000000.00",
    "500.000M",
];

/// One range, 200 to 1,000 dollars.
#[rustfmt::skip]
const RANGES: [&str; 13] = [
    "200..1000", "200-1000", "200–1,000", "200 to 1000", "$200–$1,000", "$200 - $1,000", "200 — 1000",
    "200 .. 1K", "2e2-1e3", "0.2K–1K", "200 TO 1000", "$200 to $1 000", "200−1000",
];

#[test]
fn every_spelling_is_read() {
    for text in SPELLINGS {
        assert_eq!(
            read(FieldId::volume, text).as_deref(),
            Ok("500M"),
            "{text:?}"
        );
        let echo = echo(FieldId::volume, text);
        assert_eq!(
            echo.as_deref(),
            Some("= 500,000,000 tokens per month"),
            "{text:?}"
        );
    }
    for text in RANGES {
        assert_eq!(
            read(FieldId::generation, text).as_deref(),
            Ok("200..1000"),
            "{text:?}"
        );
    }
}

#[rustfmt::skip]
#[test]
fn signs_grouping_exponents_and_ends_are_read() {
    reads(FieldId::student_rate, &[
        ("1e-3", "0.001"), ("$10", "10"), ("$ 10", "10"), ("0.035", "0.035"), ("0", "0"), ("-0", "0"),
    ]);
    reads(FieldId::input_share, &[("75%", "75"), ("75 %", "75"), ("33.3333333", "33.3333333"), ("1e2", "100")]);
    reads(FieldId::generation, &[
        ("1,234", "1234"), ("$1,234.50", "1234.5"), ("1 234.5", "1234.5"), ("1_234", "1234"), ("1.2K", "1200"),
    ]);
    reads(FieldId::hours_per_month, &[("744", "744"), ("730.5", "730.5")]);
    reads(FieldId::hourly_none, &[("39.60", "39.6"), ("$.9", "0.9"), ("?", "?"), (" ? ", "?")]);
    reads(FieldId::storage, &[("1e-3-2e-3", "0.001..0.002"), ("5..5", "5"), ("1e-3", "0.001")]);
    reads(FieldId::volume, &[("300M..2.5B", "300M..2.5B"), ("1K – 2K", "1000..2000")]);
}

#[rustfmt::skip]
#[test]
fn every_spelling_of_a_rate_is_read() {
    reads(FieldId::teacher_rate, &[
        ("10", "10"), ("2.5/12.5", "2.5/12.5"), ("$2.50 / $12.50", "2.5/12.5"), ("10/10", "10/10"),
        ("2..3/10..15", "2..3/10..15"), ("2-3/10–15", "2..3/10..15"), ("2 to 3/10", "2..3/10"),
        ("0.01 per 1K", "10"), ("$0.01 per 1k", "10"), ("10 per 1M", "10"), ("0.0025/0.0125 per 1K", "2.5/12.5"),
        ("0.0025 per 1K/12.5", "2.5/12.5"), ("0.002..0.003 per 1K", "2..3"), ("1000 per 1K", "1000000"),
    ]);
    let echo = echo(FieldId::teacher_rate, "0.0025/0.0125 per 1K");
    assert_eq!(echo.as_deref(), Some("= $2.50 input, $12.50 output"));
}

/// What stands around the digits is part of the advice: 1.5 is not what 1,5M was to be. And 1 234,56
/// is no 123456, which would be a hundred times what was meant.
#[rustfmt::skip]
const COMMAS: [(&str, &str); 13] = [
    ("1,5", "1.5"), ("1.234,56", "1,234.56 or 1234.56"), ("1.234.567", "1,234,567 or 1234567"),
    ("0,123", "0.123"), ("12,34", "12.34"), ("1,5M", "1.5M"), ("$1,5", "$1.5"),
    ("1,5 thousand", "1.5 thousand"), ("1.234,56 K", "1,234.56 K or 1234.56 K"), ("1,5e3", "1.5e3"),
    ("1 234,56", "1234.56"), ("1_234,5", "1234.5"), ("1 234,567", "1234.567 or 1234567"),
];

#[test]
fn a_comma_groups_thousands_and_does_nothing_else() {
    let not_clear = "is not clear: a comma only groups thousands and a point is the decimal sign.";
    for (text, instead) in COMMAS {
        let words = format!("“{text}” {not_clear} Write {instead}.");
        refuses(FieldId::generation, &[(text, &words)]);
        for advice in instead.split(" or ") {
            assert!(read(FieldId::generation, advice).is_ok(), "{advice}");
        }
    }
    for (text, part, instead) in [
        ("0,01 per 1K", "0,01 per 1K", "0.01 per 1K"),
        ("2,5/12,5", "2,5", "2.5"),
    ] {
        let words = format!("“{part}” {not_clear} Write {instead}.");
        refuses(FieldId::student_rate, &[(text, &words)]);
    }
}

#[test]
fn digits_are_grouped_by_threes_with_one_mark() {
    for (text, instead) in [
        ("12,34,567", "1234567"),
        ("1,234 567", "1234567"),
        ("1_000_00", "100000"),
        ("5 00M", "500M"),
    ] {
        let words = "is not grouped by three digits with one kind of mark. Write";
        refuses(
            FieldId::volume,
            &[(text, &format!("“{text}” {words} {instead}."))],
        );
    }
}

#[rustfmt::skip]
#[test]
fn what_could_be_meant_in_two_ways_is_refused() {
    refuses(FieldId::volume, &[
        ("1-2M", "“1-2M” can be read in two ways. Write 1M..2M or 1..2000000."),
        ("1 to 2 million", "“1 to 2 million” can be read in two ways. Write 1 million..2 million or 1..2000000."),
        ("2M..1M", "The low end of a range comes first. Write 1M..2M."),
    ]);
    refuses(FieldId::teacher_rate, &[
        ("0.01/1K", "“0.01/1K” can be read in two ways. Write 0.01 per 1K or 0.01/1000."),
        ("$10/1M", "“$10/1M” can be read in two ways. Write $10 per 1M or $10/1000000."),
        ("0.003..0.002 per 1K", "The low end of a range comes first. Write 0.002..0.003 per 1K."),
    ]);
}

#[rustfmt::skip]
#[test]
fn everything_else_is_refused_with_what_would_be_right() {
    let multiples = "is not a multiple that is read here. Write K, M, B or T, for example 500M, or all the digits.";
    refuses(FieldId::volume, &[
        ("", "Write a number here, for example 500M."),
        ("   ", "Write a number here, for example 500M."),
        ("1M..", "Write a number here, for example 500M."),
        ("lots", "“lots” is not a number. Write it like 500M."),
        ("1.2.3", "“1.2.3” is not a number. Write it like 500M."),
        ("1..2..3", "“2..3” is not a number. Write it like 500M."),
        ("1.2345,6", "“1.2345,6” is not a number. Write it like 500M."),
        ("1.234,5_6", "“1.234,5_6” is not a number. Write it like 500M."),
        ("1 2.345,6", "“1 2.345,6” is not a number. Write it like 500M."),
        ("1.234.5_6", "“1.234.5_6” is not a number. Write it like 500M."),
        ("٣", "“٣” is not a number. Write it like 500M."),
        ("5\u{202e}0", "“5\u{fffd}0” is not a number. Write it like 500M."),
        ("500G", &format!("“G” {multiples}")),
        ("500 tokens", &format!("“tokens” {multiples}")),
        ("500 thousand thousand", "“500 thousand thousand” is not a number. Write it like 500M."),
        ("$5", "This is in tokens: write the number without “$”."),
        ("5%", "This is in tokens: write the number without “%”."),
        ("1.5", "“1.5” is not whole: tokens come whole, for example 2."),
        ("1e-3", "“1e-3” is not whole: tokens come whole, for example 2."),
        ("?", "“?” cannot stand here. Write a value, for example 500M."),
        ("1e99", "“1e99” has more digits than are kept exactly (28). Write fewer."),
    ]);
    refuses(FieldId::teacher_rate, &[
        ("1/2/3", "“1/2/3” has more than one slash. Write one rate (10), or input/output (2.5/12.5)."),
        ("10/", "Write a number here, for example 2.5."),
        ("75%", "This is in US dollars per million tokens: write the number without “%”."),
        ("1e-29", "“1e-29” has more digits than are kept exactly (28). Write fewer."),
        ("1001 per 1K", "“1001” is out of bounds. Write a number from 0 to 1,000 (US dollars per thousand tokens)."),
        ("1000001 per 1K", "“1000001” is out of bounds. Write a number from 0 to 1,000 (US dollars per thousand tokens)."),
    ]);
    refuses(FieldId::horizon, &[("6..12", "“6..12” is a range. Write one value here.")]);
    refuses(FieldId::hosting, &[("tokens", "“tokens” is not a choice here. Write both, provisioned, on_demand.")]);
    refuses(FieldId::term, &[("", "“” is not a choice here. Write none, 1mo, 6mo.")]);
    refuses(FieldId::teacher_model, &[
        (&"x".repeat(81), "This has 81 characters and may have 80. Write a shorter one."),
        ("a\0b", "This holds characters that cannot be seen or that change the direction of writing. Write it without them."),
    ]);
}

/// Each number at its bounds, and just beyond them: the words have the field's own bounds, however
/// far beyond it is.
#[test]
fn a_number_lies_within_its_fields_bounds() {
    for id in FieldId::ALL {
        let field = id.field();
        if !matches!(field.kind, Kind::Number { .. } | Kind::Rate) {
            continue;
        }
        let (min, max) = (field.min, field.max);
        for inside in [min.to_string(), max.to_string(), format!("{max}.000")] {
            assert!(id.check(&inside).is_ok(), "{}: {inside}", field.name);
        }
        for outside in [min - 1, max + 1, max * 3, -1_000_000, i64::MAX] {
            let words = read(*id, &outside.to_string())
                .unwrap_err()
                .replace(',', "");
            let bounds =
                format!("“{outside}” is out of bounds. Write a number from {min} to {max} (");
            let bounds = bounds.replace("from -", "from −");
            assert!(words.starts_with(&bounds), "{}: {words}", field.name);
        }
    }
    let months = "is out of bounds. Write a number from 1 to 60 (months).";
    for text in ["0", "61", "1001"] {
        refuses(FieldId::horizon, &[(text, &format!("“{text}” {months}"))]);
    }
    let tokens =
        "“-5” is out of bounds. Write a number from 1 to 1,000,000,000,000,000 (tokens per month).";
    refuses(FieldId::volume, &[("-5", tokens)]);
}
