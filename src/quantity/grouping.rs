//! The digits of a number between their marks: which marks group thousands, which is the decimal
//! sign, and what to write where that is not clear.

use super::{Refusal, Unclear};

/// The digits without grouping marks, and how many of them stand behind the point.
pub(super) fn digits(
    body: &str,
    not_a_number: &dyn Fn() -> Refusal,
) -> Result<(String, usize), Refusal> {
    let mut digits = String::new();
    let mut marks = String::new();
    let mut group = 0_usize;
    let mut groups = 0_usize;
    let mut by_threes = true;
    let mut decimals = None;
    for c in body.chars() {
        match (c, separator(c), decimals) {
            ('0'..='9', ..) => {
                digits.push(c);
                group = group.saturating_add(1);
                decimals = decimals.map(|behind: usize| behind.saturating_add(1));
            }
            ('.', _, None) => {
                by_threes &= groups == 0 || group == 3;
                decimals = Some(0);
            }
            ('.' | ',', _, Some(_)) => {
                let instead = european(body).ok_or_else(not_a_number)?;
                return Err(unclear(Unclear::DecimalComma, body, instead));
            }
            (_, Some(mark), None) => {
                by_threes &= if groups == 0 {
                    (1..=3).contains(&group)
                } else {
                    group == 3
                };
                marks.push(mark);
                groups = groups.saturating_add(1);
                group = 0;
            }
            _ => return Err(not_a_number()),
        }
    }
    if digits.is_empty() {
        return Err(not_a_number());
    }
    let earlier_by_threes = by_threes;
    by_threes &= groups == 0 || decimals.is_some() || group == 3;
    // 0,123 groups by threes and yet nobody writes 123 like this.
    if marks == "," && decimals.is_none() && (!by_threes || body.starts_with('0')) {
        let instead = each_mark(body, ',', Some('.'));
        return Err(unclear(Unclear::DecimalComma, body, vec![instead]));
    }
    // 1 234,56: thousands by spaces, and then a comma that cannot be one more of them.
    let last_is_comma = marks.len() > 1 && marks.find(',') == marks.len().checked_sub(1);
    if last_is_comma && decimals.is_none() && earlier_by_threes {
        let point = digits.len().saturating_sub(group);
        let (whole, fraction) = digits.split_at_checked(point).unwrap_or((&digits, ""));
        let mut instead = vec![format!("{whole}.{fraction}")];
        if group == 3 {
            instead.push(digits);
        }
        return Err(unclear(Unclear::DecimalComma, body, instead));
    }
    let one_kind = marks.chars().all(|mark| marks.starts_with(mark));
    if !by_threes || !one_kind {
        let point = digits.len().saturating_sub(decimals.unwrap_or_default());
        let (whole, fraction) = digits.split_at_checked(point).unwrap_or((&digits, ""));
        let point = if decimals.is_some() { "." } else { "" };
        let instead = vec![format!("{whole}{point}{fraction}")];
        return Err(unclear(Unclear::Grouping, body, instead));
    }
    Ok((digits, decimals.unwrap_or_default()))
}

/// The text with another mark, or none, for each of one kind.
fn each_mark(text: &str, mark: char, other: Option<char>) -> String {
    let change = |c| if c == mark { other } else { Some(c) };
    text.chars().filter_map(change).collect()
}

fn unclear(why: Unclear, body: &str, instead: Vec<String>) -> Refusal {
    Refusal::Unclear {
        why,
        input: body.to_owned(),
        instead,
    }
}

/// A grouping mark; the kinds of space count as one.
fn separator(c: char) -> Option<char> {
    match c {
        ',' | '_' => Some(c),
        ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}' => Some(' '),
        _ => None,
    }
}

/// What to write instead of `1.234,56` or `1.234.567`, whose points group thousands.
fn european(body: &str) -> Option<Vec<String>> {
    let (whole, fraction) = body.split_once(',').unwrap_or((body, ""));
    let mut groups = whole.split('.');
    let first = groups.next()?;
    let by_threes = (1..=3).contains(&first.len()) && groups.clone().all(|g| g.len() == 3);
    let plain = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    if !by_threes || !plain(fraction) || !plain(first) || !groups.all(plain) {
        return None;
    }
    let point = if fraction.is_empty() { "" } else { "." };
    let grouped = format!("{}{point}{fraction}", each_mark(whole, '.', Some(',')));
    let bare = format!("{}{point}{fraction}", each_mark(whole, '.', None));
    Some(vec![grouped, bare])
}
