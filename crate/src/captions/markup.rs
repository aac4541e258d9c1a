//! Text out of the markup of cues.

use std::borrow::Cow;

/// The text of a WebVTT cue, as its standard's tokenizer reads it: a `<` begins a tag whatever follows, and ends at `>`
/// or with the cue; character references are HTML's.
pub fn cue_text(raw: &str) -> String {
    let mut text = String::with_capacity(raw.len());
    let mut rest = raw;
    while let Some((before, tag)) = rest.split_once('<') {
        text.push_str(&unescaped(before));
        rest = tag.split_once('>').map_or("", |(_, after)| after);
    }
    text.push_str(&unescaped(rest));
    text
}

/// The text of a line in which only `<b>`, `</font>` and their like are tags, as in SubRip and `srv1`: a `<` before
/// anything else was meant.
pub fn line_text(raw: &str) -> String {
    let mut text = String::with_capacity(raw.len());
    let mut rest = raw;
    while let Some((before, after)) = rest.split_once('<') {
        text.push_str(before);
        if !after.trim_start_matches('/').starts_with(|c: char| c.is_ascii_alphabetic()) {
            text.push('<');
            rest = after;
        } else if let Some((_, after)) = after.split_once('>') {
            rest = after;
        } else {
            // No tag ends from here on.
            return unescaped(&(text + "<" + after)).into_owned();
        }
    }
    text.push_str(rest);
    unescaped(&text).into_owned()
}

/// Character references resolved.
pub fn unescaped(text: &str) -> Cow<'_, str> {
    if text.contains('&') { htmlize::unescape(text) } else { Cow::Borrowed(text) }
}

#[cfg(test)]
mod tests {
    use super::{cue_text, line_text};

    #[test]
    fn tags_go_and_references_are_resolved() {
        let raw = "<v.loud Ada &amp; Co>One &amp; <00:00:01.000><c.yellow>two</c>&nbsp;&lt;three&gt;</v> <i";
        assert_eq!(cue_text(raw), "One & two\u{a0}<three> ");
        assert_eq!(cue_text("&notin; &am<b>p; &#x1F600; &nosuch;"), "∉ &amp; 😀 &nosuch;");
    }

    #[test]
    fn a_lone_sign_is_no_tag() {
        assert_eq!(line_text("<i>5 < 6</i> & <font color=\"red\">7 > 6</font>"), "5 < 6 & 7 > 6");
        assert_eq!(line_text("a <b"), "a <b");
    }
}
