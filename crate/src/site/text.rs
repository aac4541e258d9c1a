//! Text as a person reads it, without asking the browser for its layout.

use super::dom::{Child, Dom};

/// Elements that hold nothing to read.
const UNREAD: &str = "script style template noscript svg button";
/// Elements on lines of their own.
const LINES: &str = "address article blockquote br dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li \
                     main ol p pre section table tr ul";
/// Elements within a line: what stands in them stands in the line, whatever its own name (a site that writes
/// `<a><p>#tag</p></a>` shows it inline).
const INLINE: &str = "a b bdi em i span strong yt-attributed-string yt-formatted-string";
/// Pages are not to be trusted: no text is deeper, and none longer, than any creator's.
const DEEPEST: usize = 64;
const LONGEST: usize = 100_000;

/// The words of an element without what is hidden and what matches `leave_out`: line breaks where lines end, single
/// spaces elsewhere, none around.
///
/// Sites write their texts with literal line breaks (`white-space: pre-wrap`), and page sources break lines for their
/// own sake. The two are told apart by what follows: indentation, or nothing at all, means that the source was wrapped.
pub fn readable<D: Dom>(dom: &D, node: &D::Node, leave_out: &str) -> String {
    let unread = if leave_out.is_empty() { "[hidden]".to_owned() } else { format!("[hidden], {leave_out}") };
    let mut gathering = Gathering { dom, unread, raw: String::new() };
    gathering.take(node, false, DEEPEST);
    tidy(&gathering.raw)
}

struct Gathering<'d, D> {
    dom: &'d D,
    unread: String,
    raw: String,
}

impl<D: Dom> Gathering<'_, D> {
    fn take(&mut self, node: &D::Node, inline: bool, deeper: usize) {
        for child in self.dom.children(node) {
            if deeper == 0 || self.raw.len() > LONGEST {
                return;
            }
            match child {
                Child::Text(text) => self.raw.push_str(&wrapped_lines_joined(&text)),
                Child::Element(element) => self.take_element(&element, inline, deeper - 1),
            }
        }
    }

    fn take_element(&mut self, element: &D::Node, inline: bool, deeper: usize) {
        let tag = self.dom.tag(element);
        if is_in(UNREAD, &tag) || self.dom.matches(element, &self.unread) {
            return;
        }
        let line = tag == "br" || (!inline && is_in(LINES, &tag));
        let edge = if line { "\n" } else { "" };
        self.raw.push_str(edge);
        self.take(element, inline || is_in(INLINE, &tag), deeper);
        self.raw.push_str(edge);
    }
}

fn is_in(names: &str, name: &str) -> bool {
    names.split_ascii_whitespace().any(|known| known == name)
}

/// A text of a length that somebody may have written.
pub fn shortened(mut text: String) -> String {
    text.truncate(text.floor_char_boundary(LONGEST));
    text
}

/// Undoes markup that structured data often holds by mistake: tags and character references.
pub fn plain(text: &str) -> String {
    const KNOWN: &[(&str, &str)] = &[
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&#039;", "'"),
        ("&hellip;", "…"),
        ("&nbsp;", " "),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&amp;", "&"),
    ];
    let text = if text.contains('<') { without_tags(text) } else { text.to_owned() };
    if !text.contains('&') {
        return text;
    }
    KNOWN.iter().fold(text, |text, (reference, meant)| text.replace(reference, meant))
}

/// A `<` that a letter or a slash follows opens a tag, if it is closed at all.
fn without_tags(text: &str) -> String {
    let mut parts = text.split('<');
    let mut kept = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let tag = part.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/');
        if let Some((name, rest)) = part.split_once('>').filter(|_| tag) {
            let line = is_in("br /p /li /div", name.trim_end_matches([' ', '/']));
            kept.push_str(if line { "\n" } else { "" });
            kept.push_str(rest);
        } else {
            kept.push('<');
            kept.push_str(part);
        }
    }
    kept
}

/// Turns the line breaks of a wrapped source into spaces and keeps the writer's.
fn wrapped_lines_joined(text: &str) -> String {
    if text.trim().is_empty() {
        return " ".to_owned();
    }
    let mut rest = text.chars().peekable();
    let mut joined = String::with_capacity(text.len());
    while let Some(c) = rest.next() {
        let wraps = c == '\n' && rest.peek().is_some_and(|next| matches!(next, ' ' | '\t'));
        joined.push(if wraps { ' ' } else { c });
    }
    joined
}

/// Single spaces within lines, no empty lines, nothing around.
pub fn tidy(raw: &str) -> String {
    let mut lines =
        raw.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).filter(|line| !line.is_empty());
    let mut tidy = lines.next().unwrap_or_default();
    for line in lines {
        tidy.push('\n');
        tidy.push_str(&line);
    }
    tidy
}

/// The hashtags that stand in a text, without their `#`, as written.
pub fn hashtags(text: &str) -> impl Iterator<Item = &str> {
    let in_address = |before: &str| before.ends_with(['/', '&', '=']);
    text.match_indices('#').filter_map(move |(at, _)| {
        let (before, rest) = (text.get(..at)?, text.get(at + 1..)?);
        let tag = rest.split(|c: char| !(c.is_alphanumeric() || c == '_')).next()?;
        (tag.contains(|c: char| !c.is_ascii_digit()) && !in_address(before)).then_some(tag)
    })
}

#[cfg(test)]
mod tests {
    use super::{hashtags, plain, tidy, wrapped_lines_joined};

    #[test]
    fn a_wrapped_source_is_not_a_line_break() {
        assert_eq!(tidy(&wrapped_lines_joined("\n   #calm\n   ")), "#calm");
        assert_eq!(tidy(&wrapped_lines_joined("Die\n      Maus")), "Die Maus");
    }

    #[test]
    fn the_writers_own_line_breaks_stay() {
        assert_eq!(tidy(&wrapped_lines_joined("One.\n\nTwo.\nThree.")), "One.\nTwo.\nThree.");
    }

    #[test]
    fn hashtags_are_words_after_a_hash() {
        let text = "#One two#three #4 https://a.example/#five #über_uns. &#39; #";
        assert_eq!(hashtags(text).collect::<Vec<_>>(), ["One", "three", "über_uns"]);
    }

    #[test]
    fn markup_within_data_is_undone() {
        assert_eq!(plain("<p>One &amp; two.</p><a href=\"x\">Three</a>"), "One & two.\nThree");
        assert_eq!(plain("a < b, 5 <3 & <unclosed"), "a < b, 5 <3 & <unclosed");
        assert_eq!(plain("One<br/>two"), "One\ntwo");
    }
}
