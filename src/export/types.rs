//! The TypeScript types of the JavaScript API. Those of a scenario are written from the registry,
//! those of a report stand in `src/npm/report.d.ts`.

use crate::scenario::{Alternative, Field, FieldId, Kind, Pools, Scenario};
use std::fmt::{self, Write};

const REPORT: &str = include_str!("../npm/report.d.ts");

/// The whole of `crossover.d.ts`.
#[must_use]
pub fn declarations() -> String {
    let mut text = String::from(
        "// Written by `cargo xtask package`. Names, units and bounds are the registry's.\n\n",
    );
    // Writing to a text does not fail.
    let _ = scenario(&mut text).and_then(|()| canonical(&mut text));
    text + REPORT
}

/// What may be asked, with everything that a reader has to know of each field.
fn scenario(text: &mut String) -> fmt::Result {
    text.push_str(
        "/**\n * What is asked. Every field may be left out, or be null: it then has its default, and the defaults\n \
         * together are the worked example.\n */\nexport interface Scenario {\n",
    );
    for id in FieldId::ALL {
        let field = id.field();
        documentation(*id, text)?;
        writeln!(text, "  {}?: {} | null;", field.name, asked(field.kind))?;
    }
    text.push_str("}\n\n");
    Ok(())
}

/// A whole scenario as the calculator writes it.
fn canonical(text: &mut String) -> fmt::Result {
    text.push_str(
        "/** A whole scenario as the calculator writes it: every field as a text, null where nothing stands in it. */\n\
         export interface CanonicalScenario {\n",
    );
    for id in FieldId::ALL {
        let field = id.field();
        writeln!(text, "  {}: {};", field.name, written(field.kind))?;
    }
    text.push_str(
        "}\n\n/** The name of a field. */\nexport type FieldName = keyof CanonicalScenario;\n\n",
    );
    Ok(())
}

fn documentation(id: FieldId, text: &mut String) -> fmt::Result {
    let field = id.field();
    let unit = if field.unit.is_empty() {
        String::new()
    } else {
        format!(", {}", field.unit)
    };
    writeln!(text, "  /**\n   * {}{unit}.", field.label)?;
    let hint = id.hint();
    if !hint.is_empty() {
        writeln!(text, "   * {hint}")?;
    }
    let default = default(id).map(|text| format!("@defaultValue `{text}`"));
    for line in [Some(form(field)), default].into_iter().flatten() {
        writeln!(text, "   * {line}")?;
    }
    text.push_str("   */\n");
    Ok(())
}

/// What may be written into a field.
pub(super) fn form(field: &Field) -> String {
    let bounds = format!("From {} to {}", grouped(field.min), grouped(field.max));
    match field.kind {
        Kind::Number { range, unknown, .. } => {
            let range = if range { ", or a range" } else { "" };
            let unknown = if unknown {
                ", or \"?\" where it is not known"
            } else {
                ""
            };
            format!("{bounds}{range}{unknown}.")
        }
        Kind::Rate => format!("{bounds}, or a range; blended, or apart for input and output."),
        Kind::Choice(options) => format!("{}.", explained(options)),
        Kind::Letters(options) => format!("Any of the letters: {}.", explained(options)),
        Kind::Label => "At most 80 characters.".to_owned(),
        Kind::Pools => format!(
            "At most {} pools of $0 to $1,000,000,000 that expire after month 1 to 60, joined by `+`.",
            Pools::MOST
        ),
        Kind::Currency => {
            "A code of three letters, `@` and how many of it one dollar buys.".to_owned()
        }
    }
}

fn explained(options: &[Alternative]) -> String {
    let option = |Alternative { code, label, .. }: &Alternative| format!("`{code}`: {label}");
    options.iter().map(option).collect::<Vec<_>>().join("; ")
}

/// What stands in a field at first, if anything does.
pub(super) fn default(id: FieldId) -> Option<String> {
    Some(Scenario::default().text(id)).filter(|text| !text.is_empty())
}

fn grouped(bound: i64) -> String {
    crate::quantity::group_digits(bound.into())
}

/// The type of what may be asked.
fn asked(kind: Kind) -> String {
    match kind {
        Kind::Number { range: true, .. } => "Ranged".to_owned(),
        Kind::Number { range: false, .. } => "Numeric".to_owned(),
        Kind::Rate => "RateInput".to_owned(),
        Kind::Choice(options) => {
            let is_yes_no = options.iter().any(|option| option.code == "yes");
            let boolean = if is_yes_no { "boolean | " } else { "" };
            format!("{boolean}{}", codes(options))
        }
        Kind::Letters(_) | Kind::Pools | Kind::Currency | Kind::Label => "string".to_owned(),
    }
}

/// The type of what the calculator writes.
fn written(kind: Kind) -> String {
    match kind {
        Kind::Number {
            optional: false, ..
        }
        | Kind::Rate => "string".to_owned(),
        Kind::Choice(options) => codes(options),
        Kind::Number { .. } | Kind::Letters(_) | Kind::Pools | Kind::Currency | Kind::Label => {
            "string | null".to_owned()
        }
    }
}

fn codes(options: &[Alternative]) -> String {
    let codes = options.iter().map(|option| format!("\"{}\"", option.code));
    codes.collect::<Vec<_>>().join(" | ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_is_explained() {
        let text = declarations();
        for expected in [
            "   * Fine-tuning, $ once.\n   * The training job. ? when it is not known.\n   * From 0 to 1,000,000,000, or a range, or \"?\" where it is not known.\n   * @defaultValue `70..270`\n   */\n  training?: Ranged | null;",
            "  from_logs?: boolean | \"no\" | \"yes\" | null;",
            "  teacher_rate?: RateInput | null;",
            "  unit_capacity: string | null;",
            "  term: \"none\" | \"1mo\" | \"6mo\";",
        ] {
            assert!(text.contains(expected), "{expected}");
        }
    }

    #[test]
    fn a_comment_ends_where_it_should() {
        let text = declarations();
        assert_eq!(text.matches("/**").count(), text.matches("*/").count());
    }
}
