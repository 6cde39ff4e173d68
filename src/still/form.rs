//! The form as HTML: every field of the registry in its group, in the registry's order.

use super::{escape, presets, slot, start};
use crate::catalogue::Listing;
use crate::scenario::{Alternative, Choice, Field, FieldId, Group, Kind, Scenario, Term};
use crate::wording::echo;

/// The whole form, disabled: without the live page there is nothing to calculate with.
pub(super) fn form(scenario: &Scenario) -> String {
    let groups: String = Group::ALL
        .iter()
        .map(|part| group(scenario, *part))
        .collect();
    format!(
        "<form class=\"inputs\" id=\"form\" aria-label=\"Inputs\" autocomplete=\"off\">\n\
         <fieldset id=\"inputs\" disabled>\n<button type=\"submit\" hidden>Enter</button>\n<legend class=\"unseen\">Inputs</legend>\n{TOOLS}{start}{groups}</fieldset>\n</form>",
        start = start::start(),
    )
}

/// What takes steps back.
const TOOLS: &str = "<div class=\"tools\">\n<button type=\"button\" id=\"undo\" disabled>Undo</button>\n\
                     <button type=\"button\" id=\"redo\" disabled>Redo</button>\n\
                     <button type=\"button\" id=\"reset\">Reset</button>\n</div>\n";

fn group(scenario: &Scenario, group: Group) -> String {
    let own = |id: &&FieldId| id.field().group == group && !beside_a_term(**id);
    let mut fields: String = FieldId::ALL
        .iter()
        .filter(own)
        .map(|id| field(scenario, *id))
        .collect();
    if group == Group::Credits {
        fields += &presets::presets();
    }
    let title = group.title();
    if group.is_advanced() {
        let id = place(group);
        return format!(
            "<details class=\"group\" id=\"{id}\">\n<summary>{title}</summary>\n\
             <fieldset>\n<legend class=\"unseen\">{title}</legend>\n{fields}</fieldset>\n</details>\n"
        );
    }
    format!("<fieldset class=\"group\">\n<legend>{title}</legend>\n{fields}</fieldset>\n")
}

/// The id of a group that can be closed.
pub(crate) fn place(group: Group) -> &'static str {
    match group {
        Group::Computed => "group-computed",
        Group::Credits => "group-credits",
        Group::Prices => "group-prices",
        Group::Levers => "group-levers",
        Group::Diagnosis => "group-diagnosis",
        Group::Quality => "group-quality",
        _ => "group-about",
    }
}

/// An hourly price stands beside the term it is the price of.
fn beside_a_term(id: FieldId) -> bool {
    Term::ALL.iter().any(|term| term.hourly_field() == id)
}

fn field(scenario: &Scenario, id: FieldId) -> String {
    let field = id.field();
    let content = match field.kind {
        Kind::Rate => return rate(scenario, field),
        Kind::Choice(alternatives) => return choice(scenario, field, alternatives),
        Kind::Letters(letters) => return letter_boxes(scenario, field, letters),
        Kind::Number { .. } | Kind::Label | Kind::Pools | Kind::Currency => format!(
            "<label for=\"{}\">{}</label>\n{}",
            field.name,
            label(field),
            input(field, field.name, &scenario.text(id))
        ),
    };
    format!(
        "<div class=\"field\" id=\"{}-field\"{}>\n{content}{}</div>\n",
        field.name,
        hidden(scenario, id),
        below(scenario, field)
    )
}

fn hidden(scenario: &Scenario, id: FieldId) -> &'static str {
    if scenario.is_relevant(id) {
        ""
    } else {
        " hidden"
    }
}

/// The label with its unit.
fn label(field: &Field) -> String {
    let title = escape(field.label);
    match field.unit {
        "" => title,
        unit => format!("{title} <span class=\"unit\">{}</span>", escape(unit)),
    }
}

/// The text itself. Never `type=number`: it corrupts what is typed.
fn input(field: &Field, id: &str, text: &str) -> String {
    let mode = match field.kind {
        Kind::Number { .. } | Kind::Rate => "decimal",
        _ => "text",
    };
    let hint = if field.id.hint().is_empty() {
        String::new()
    } else {
        format!("{}-hint ", field.name)
    };
    format!(
        "<input type=\"text\" inputmode=\"{mode}\" spellcheck=\"false\" id=\"{id}\" value=\"{}\" aria-describedby=\"{hint}{name}-echo {name}-error\">\n",
        escape(text),
        name = field.name
    )
}

/// What stands below a field: what was understood, what is wrong, what to know.
fn below(scenario: &Scenario, field: &Field) -> String {
    let name = field.name;
    let hint = if field.id.hint().is_empty() {
        String::new()
    } else {
        slot("p", &format!("{name}-hint"), "hint", Some(field.id.hint()))
    };
    let said = echo(field.id, &scenario.text(field.id));
    let echo = slot("p", &format!("{name}-echo"), "echo", said.as_deref());
    let error = slot("p", &format!("{name}-error"), "error", None);
    let listed = if Listing::PRICES.contains(&field.id) {
        listed(field)
    } else {
        String::new()
    };
    format!("{echo}{error}{listed}{hint}")
}

/// Where a published price comes from, and the way back to it; all of it is of a pair.
fn listed(field: &Field) -> String {
    let name = field.name;
    let title = escape(field.label);
    format!(
        "<div class=\"listed\" id=\"{name}-listed\" hidden>\n{edited}\
         <button type=\"button\" id=\"{name}-back\" aria-label=\"Put back: {title}\" hidden>Put back</button>\n\
         <details id=\"{name}-source\">\n<summary id=\"{name}-whence\"><span id=\"{name}-dated\"></span><span class=\"unseen\">, {title}</span></summary>\n\
         <p id=\"{name}-published\"></p>\n<ul id=\"{name}-sources\"></ul>\n</details>\n</div>\n",
        edited = slot("p", &format!("{name}-edited"), "", None),
    )
}

/// A rate with its two forms: one blended price, or one each for input and output.
fn rate(scenario: &Scenario, field: &Field) -> String {
    let text = scenario.text(field.id);
    let split = text.split_once('/');
    let (input_text, output_text) = split.unwrap_or_default();
    let name = field.name;
    let button = |code: &str, title: &str, checked: bool| {
        let form = format!("{name}-form");
        radio(&form, &format!("{name}-{code}"), code, title, checked, "")
    };
    let side = |side: &str, text: &str| {
        let id = format!("{name}-{side}");
        format!(
            "<div><label for=\"{id}\">{}, {side}</label>\n{}</div>\n",
            field.label,
            input(field, &id, text)
        )
    };
    let hidden_if = |hidden: bool| if hidden { " hidden" } else { "" };
    format!(
        "<fieldset class=\"field\" id=\"{name}-field\"{hidden}>\n<legend>{label}</legend>\n\
         <div class=\"forms\">\n{blended}{apart}</div>\n\
         <div id=\"{name}-one\"{one}><label class=\"unseen\" for=\"{name}\">{label}, blended</label>\n{single}</div>\n\
         <div class=\"sides\" id=\"{name}-two\"{two}>\n{left}{right}</div>\n{below}</fieldset>\n",
        hidden = hidden(scenario, field.id),
        label = label(field),
        blended = button("blended", "Blended", split.is_none()),
        apart = button("split", "Input / output", split.is_some()),
        one = hidden_if(split.is_some()),
        two = hidden_if(split.is_none()),
        single = input(field, name, if split.is_none() { &text } else { "" }),
        left = side("input", input_text),
        right = side("output", output_text),
        below = below(scenario, field),
    )
}

/// A field that is one of a few; a term stands with its hourly price.
fn choice(scenario: &Scenario, choice: &Field, alternatives: &[Alternative]) -> String {
    let name = choice.name;
    let current = scenario.text(choice.id);
    let buttons: String = alternatives
        .iter()
        .map(|alternative| {
            let code = alternative.code;
            let id = format!("{name}-{code}");
            let checked = code == current;
            let button = radio(
                name,
                &id,
                code,
                alternative.label,
                checked,
                alternative.note,
            );
            let mut terms = Term::ALL.iter().filter(|term| term.option().code == code);
            match terms.next() {
                Some(term) if choice.id == FieldId::term => {
                    let price = field(scenario, term.hourly_field());
                    format!("<div class=\"term\">\n{button}{price}</div>\n")
                }
                _ => button,
            }
        })
        .collect();
    format!(
        "<fieldset class=\"choice\" id=\"{name}-field\"{}>\n<legend>{}</legend>\n{buttons}</fieldset>\n",
        hidden(scenario, choice.id),
        choice.label
    )
}

/// A field that is any of a few, each a box to tick.
fn letter_boxes(scenario: &Scenario, field: &Field, letters: &[Alternative]) -> String {
    let name = field.name;
    let text = scenario.text(field.id);
    let letter_box = |letter: &Alternative| {
        let code = letter.code;
        let id = format!("{name}-{code}");
        let checked = if text.contains(code) { " checked" } else { "" };
        format!(
            "<div class=\"radio\"><input type=\"checkbox\" name=\"{name}\" id=\"{id}\" value=\"{code}\"{checked}> <label for=\"{id}\">{}</label></div>\n",
            letter.label
        )
    };
    let boxes: String = letters.iter().map(letter_box).collect();
    format!(
        "<fieldset class=\"choice\" id=\"{name}-field\">\n<legend>{}</legend>\n{boxes}</fieldset>\n",
        field.label
    )
}

fn radio(name: &str, id: &str, code: &str, title: &str, checked: bool, note: &str) -> String {
    let checked = if checked { " checked" } else { "" };
    let (described, note) = if note.is_empty() {
        (String::new(), String::new())
    } else {
        let note_id = format!("{id}-note");
        (
            format!(" aria-describedby=\"{note_id}\""),
            slot("p", &note_id, "hint", Some(note)),
        )
    };
    format!(
        "<div class=\"radio\"><input type=\"radio\" name=\"{name}\" id=\"{id}\" value=\"{code}\"{checked}{described}> <label for=\"{id}\">{title}</label>\n{note}</div>\n"
    )
}
