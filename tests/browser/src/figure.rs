//! Finding a figure in the text of a page.

/// Whether `figure` stands in `text` as a whole, not as a part of a longer number.
///
/// ```
/// use browser::stands_in;
///
/// assert!(stands_in("$1,230 a month", "$1,230"));
/// assert!(!stands_in("$1,230.50", "$1,230"));
/// assert!(!stands_in("$11,230", "1,230"));
/// ```
#[must_use]
pub fn stands_in(text: &str, figure: &str) -> bool {
    text.match_indices(figure).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let mut after = text[at + figure.len()..].chars();
        let (next, second) = (after.next(), after.next());
        let starts = figure.starts_with(|c: char| c.is_ascii_digit());
        let ends = figure.ends_with(|c: char| c.is_ascii_digit());
        let goes_on_before = starts && before.is_some_and(in_number);
        let goes_on_after = ends
            && (next.is_some_and(|c| c.is_ascii_digit())
                || next.is_some_and(in_number) && second.is_some_and(|c| c.is_ascii_digit()));
        !goes_on_before && !goes_on_after
    })
}

fn in_number(c: char) -> bool {
    c.is_ascii_digit() || c == ',' || c == '.'
}

#[cfg(test)]
mod tests {
    use super::stands_in;

    #[test]
    fn a_figure_ends_where_its_number_ends() {
        assert!(stands_in("crossover of 81,111,112, exactly", "81,111,112"));
        assert!(stands_in("It costs $500.", "$500"));
        assert!(stands_in("$1,500–$2,500", "$1,500"));
        assert!(!stands_in("$5000", "$500"));
        assert!(!stands_in("$500.25", "$500"));
        assert!(!stands_in("281,111,112", "81,111,112"));
    }
}
