//! Any text is read or refused, never guessed at and never a panic; what is printed reads as the
//! same value; a refusal's advice can be followed.

use crate::cases;
use crate::scenarios::{ALL, Asked, Size, scenarios, text};
use crossover::link::{decode, encode};
use crossover::scenario::{FieldId, Scenario};
use crossover::wording::echo;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

/// Texts that look like numbers, and break in every way that numbers do.
fn nearly_numbers() -> impl Strategy<Value = String> {
    let pieces = [
        "0", "1", "5", "12", "75", "200", "999", "1000", "000", ",", ".", "..", "-", "−", "–", "—",
        " ", "\u{a0}", "\u{202f}", "_", "$", "%", "e", "E", "e8", "e-3", "K", "M", "B", "T", "m",
        " million", "thousand", " to ", "/", "?", "+", " per 1K", " per 1M", "x", "٣", "\0",
        "\u{202e}",
    ];
    vec(select(pieces.to_vec()), 0..7).prop_map(|pieces| pieces.concat())
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![4 => nearly_numbers(), 1 => any::<String>(), 1 => "\\PC{0,120}"]
}

fn any_field() -> impl Strategy<Value = FieldId> {
    select(FieldId::ALL.to_vec())
}

proptest! {
    #![proptest_config(cases(10_000))]

    /// 10,000 texts, each for one field: a text that is read is a value whose own text reads as the
    /// same value; one that is refused changes nothing.
    #[test]
    fn any_text_is_read_or_refused(field in any_field(), text in any_text()) {
        let mut read = Scenario::default();
        let taken = read.set(field, &text).is_ok();
        prop_assert_eq!(taken, field.check(&text).is_ok());
        prop_assert!(taken || read == Scenario::default());
        let printed = read.text(field);
        let mut again = Scenario::default();
        prop_assert_eq!(again.set(field, &printed), Ok(()), "{}", printed);
        prop_assert_eq!(again, read);
        prop_assert!(taken || echo(field, &text).is_none());
    }

    /// 10,000 texts: what a refusal says to write instead is read as it stands, and has every digit
    /// and letter of what it stands for.
    #[test]
    fn a_refusals_advice_can_be_followed(field in any_field(), text in nearly_numbers()) {
        let words = field.check(&text).map_err(|problem| problem.message).err().unwrap_or_default();
        for advice in advice(&words) {
            let form = field.check(&advice).map_err(|problem| problem.message);
            // The form is right; the number itself may still be one that the field does not take.
            let value = ["out of bounds", "not whole", "a range", "more digits", "low end"];
            let read = form.as_ref().err().is_none_or(|words| value.iter().any(|v| words.contains(v)));
            prop_assert!(read, "{:?}: write {:?}: {:?}", text, advice, form);
            let is_respelled = words.contains("not clear") || words.contains("not grouped");
            if is_respelled && !words.contains('…') {
                let refused = words.split('”').next().unwrap_or_default();
                prop_assert_eq!(letters(&advice), letters(refused), "{:?}", words);
            }
        }
        if let Some((_, bounds)) = words.split_once("Write a number from ") {
            // Rates are refused per thousand where they are written so.
            let per = if words.contains("per thousand") { " per 1K" } else { "" };
            let bounds = bounds.split(" (").next().unwrap_or_default();
            for bound in bounds.split(" to ") {
                prop_assert!(field.check(&format!("{bound}{per}")).is_ok(), "{:?}: {}", text, words);
            }
        }
    }

    /// 10,000 links, hostile ones too: something is always understood, and it has a link of its own.
    #[test]
    fn any_link_opens(link in prop_oneof![nearly_links(), any::<String>(), any_bytes()]) {
        let opened = decode(&link);
        prop_assert_eq!(&decode(&encode(&opened.scenario)).scenario, &opened.scenario);
        for problem in &opened.problems {
            let shown = problem.message.chars().all(|c| !c.is_control());
            prop_assert!(shown && problem.message.chars().count() < 700, "{:?}", problem.message);
        }
    }
}

proptest! {
    #![proptest_config(cases(10_000))]

    /// 10,000 scenarios over the whole registry: the link of each opens to it, nothing left to say.
    #[test]
    fn a_link_opens_to_its_scenario(asked in extreme()) {
        let Asked(scenario) = asked;
        let link = encode(&scenario);
        let opened = decode(&format!("#{link}"));
        prop_assert_eq!(opened.problems, vec![]);
        prop_assert_eq!(&opened.scenario, &scenario);
        prop_assert_eq!(encode(&opened.scenario), link);
    }

    /// 10,000 scenarios: text by text, each reads as it prints.
    #[test]
    fn a_scenario_reads_as_it_prints(asked in extreme()) {
        let Asked(scenario) = asked;
        prop_assert_eq!(Scenario::read(|field| scenario.text(field)), Ok(scenario));
    }
}

/// What a refusal says to write instead, where it says how.
fn advice(words: &str) -> Vec<String> {
    let openings = [
        "a point is the decimal sign. Write ",
        "one kind of mark. Write ",
        "in two ways. Write ",
        "comes first. Write ",
    ];
    let advice = openings
        .iter()
        .find_map(|opening| Some(words.split_once(opening)?.1));
    let spellings = advice.map(|advice| advice.strip_suffix('.').unwrap_or(advice).split(" or "));
    spellings.into_iter().flatten().map(str::to_owned).collect()
}

/// The digits and letters of a text, in order.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

fn extreme() -> impl Strategy<Value = Asked> {
    scenarios(Size::Extreme, ALL)
}

/// Keys and values, most of them of this calculator.
fn nearly_links() -> impl Strategy<Value = String> {
    let keys: Vec<_> = FieldId::ALL
        .iter()
        .map(|id| id.field().key.to_owned())
        .collect();
    let key = prop_oneof![6 => select(keys), 1 => "[a-z.%]{0,4}", 1 => Just("x".to_owned())];
    let good = any_field().prop_flat_map(|id| text(id, Size::Everyday, ALL));
    let value = prop_oneof![good, nearly_numbers(), "(%[0-9A-Fa-f]{0,2}|\\PC){0,8}"];
    let part =
        (key, select(vec!["=", "", "=="]), value).prop_map(|(k, is, v)| format!("{k}{is}{v}"));
    let joined = (vec(part, 0..12), select(vec!["&", "&amp;", "&&", "#", "?"]));
    (select(vec!["", "#", "?"]), joined)
        .prop_map(|(start, (parts, by))| format!("{start}{}", parts.join(by)))
}

/// Bytes that are no text, as a browser would hand them over.
fn any_bytes() -> impl Strategy<Value = String> {
    vec(any::<u8>(), 0..200).prop_map(|bytes| {
        let escape = |escaped: String, byte: &u8| escaped + &format!("%{byte:02X}");
        let escaped = bytes.iter().fold(String::new(), escape);
        format!("#tm={escaped}&v={escaped}")
    })
}
