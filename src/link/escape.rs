//! Texts in a link: percent-encoding, as addresses have it.

/// Appends a text. What stays as it is means nothing to a browser, a chat tool or a fragment.
pub(super) fn escape(text: &str, link: &mut String) {
    const DIGITS: [char; 16] = [
        '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F',
    ];
    let digit = |value: u8| DIGITS.get(usize::from(value)).copied().unwrap_or_default();
    for byte in text.bytes() {
        match byte {
            b'0'..=b'9'
            | b'A'..=b'Z'
            | b'a'..=b'z'
            | b'-'
            | b'.'
            | b'_'
            | b'~'
            | b'/'
            | b'?'
            | b':'
            | b'@'
            | b'+' => link.push(byte.into()),
            byte => link.extend(['%', digit(byte >> 4), digit(byte & 15)]),
        }
    }
}

/// Reads a text back. A `%` that escapes nothing stands for itself; bytes that are no text become
/// the sign for that, so that they are refused and not left out.
pub(super) fn unescape(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let escaped = match after {
            [high, low, ..] if *first == b'%' => digit(*high).zip(digit(*low)),
            _ => None,
        };
        if let Some((high, low)) = escaped {
            bytes.push(high << 4 | low);
            rest = after.get(2..).unwrap_or_default();
        } else {
            bytes.push(*first);
            rest = after;
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| "\u{fffd}".to_owned())
}

fn digit(byte: u8) -> Option<u8> {
    let value = char::from(byte).to_digit(16)?;
    u8::try_from(value).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_comes_back() {
        for text in [
            "",
            "a b",
            "100%",
            "%41",
            "é&=#<>\"'",
            "日本",
            "\u{0}\u{202e}",
        ] {
            let mut link = String::new();
            escape(text, &mut link);
            assert!(link.is_ascii() && !link.contains(['&', '=', '#', '<', '"', ' ']));
            assert_eq!(unescape(&link), text);
        }
    }

    #[test]
    fn what_is_not_escaped_is_read_too() {
        assert_eq!(unescape("100%"), "100%");
        assert_eq!(unescape("%zz%4"), "%zz%4");
        assert_eq!(unescape("%c3%A9"), "é");
        assert_eq!(unescape("%ff"), "\u{fffd}");
        assert_eq!(unescape("%2541%%41"), "%41%A");
    }
}
