//! Forms: what an address or an attribute looks like, without regular expressions.
//!
//! | in a form | stands for |
//! |---|---|
//! | `*` | anything, also nothing |
//! | `{digits:15+}` | the value: digits, at least 15 of them |
//! | `{code:11}` | the value: letters, digits, `_` and `-`, exactly 11 of them |
//! | `{handle}` | the value: anything up to `/`, `?`, `#`, `&`, a quote or white space, at least one |
//! | anything else | itself |
//!
//! A form describes the whole text and holds at most one value.

/// Longer texts (pictures written out in a style) have no form.
const LONGEST: usize = 4096;

#[derive(Clone, Copy)]
enum Piece<'f> {
    Literal(&'f str),
    Anything,
    Value { holds: fn(char) -> bool, count: usize, or_more: bool },
}

/// The value that a text of this form holds: the whole text where the form names no value, `None` where the text has
/// another form.
pub fn value<'t>(form: &str, text: &'t str) -> Option<&'t str> {
    if text.len() > LONGEST {
        return None;
    }
    fit(&pieces(form).ok()?, text, text)
}

/// Says what is wrong with a form.
pub fn check(form: &str) -> Result<(), String> {
    let values = pieces(form)?.iter().filter(|piece| matches!(piece, Piece::Value { .. })).count();
    if values > 1 { Err(format!("`{form}` holds more than one value")) } else { Ok(()) }
}

/// Matches the rest of a text; `value` is what the text holds so far.
fn fit<'t>(pieces: &[Piece], text: &'t str, value: &'t str) -> Option<&'t str> {
    let Some((piece, rest)) = pieces.split_first() else {
        return text.is_empty().then_some(value);
    };
    match *piece {
        Piece::Literal(literal) => fit(rest, text.strip_prefix(literal)?, value),
        Piece::Anything if rest.is_empty() => Some(value),
        Piece::Anything => {
            let mut starts = text.char_indices().map(|(at, _)| at).chain([text.len()]);
            starts.find_map(|at| fit(rest, text.get(at..)?, value))
        }
        Piece::Value { holds, count, or_more } => {
            let end = text.find(|c| !holds(c)).unwrap_or(text.len());
            let (part, after) = text.split_at_checked(end)?;
            let length = part.chars().count();
            if length != count && !(or_more && length > count) {
                return None;
            }
            fit(rest, after, part)
        }
    }
}

fn pieces(form: &str) -> Result<Vec<Piece<'_>>, String> {
    let mut found = Vec::new();
    let mut rest = form;
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '*' => 1,
            '{' => rest.find('}').ok_or_else(|| format!("`{form}` lacks a `}}`"))? + 1,
            _ => rest.find(['*', '{']).unwrap_or(rest.len()),
        };
        let (part, after) = rest.split_at_checked(length).unwrap_or((rest, ""));
        found.push(match first {
            '*' => Piece::Anything,
            '{' => part_value(part)?,
            _ => Piece::Literal(part),
        });
        rest = after;
    }
    Ok(found)
}

fn part_value(part: &str) -> Result<Piece<'_>, String> {
    let (name, count) = part.trim_matches(['{', '}']).split_once(':').unwrap_or((part.trim_matches(['{', '}']), "1+"));
    let holds: fn(char) -> bool = match name {
        "digits" => |c| c.is_ascii_digit(),
        "code" => |c| c.is_ascii_alphanumeric() || c == '_' || c == '-',
        "handle" => |c| !matches!(c, '/' | '?' | '#' | '&' | '"' | '\'') && !c.is_whitespace(),
        _ => return Err(format!("`{part}` is none of {{digits}}, {{code}}, {{handle}}")),
    };
    let or_more = count.ends_with('+');
    let count = count.trim_end_matches('+').parse().map_err(|_| format!("`{part}` needs a number after its colon"))?;
    Ok(Piece::Value { holds, count, or_more })
}

#[cfg(test)]
mod tests {
    use super::{check, value};

    #[test]
    fn addresses_give_their_identifier() {
        assert_eq!(value("/watch?*v={code:11}*", "/watch?list=PL1&v=abc_def-123&t=4"), Some("abc_def-123"));
        assert_eq!(
            value("*/video/{digits:15+}*", "https://x.example/@a.b/video/7571863205253778710?q=1"),
            Some("7571863205253778710")
        );
        assert_eq!(value("*/@{handle}*", "https://x.example/@a.b/video/75"), Some("a.b"));
        assert_eq!(
            value("*/vi/{code:11}/*", "background-image:url(\"https://i.example/vi/_k2w1cC69qY/frame0.jpg\")"),
            Some("_k2w1cC69qY")
        );
    }

    #[test]
    fn a_value_has_its_whole_length() {
        assert_eq!(value("content-id-{code:11}", "content-id-WL"), None);
        assert_eq!(value("content-id-{code:11}", "content-id-abcdefghijkl"), None);
        assert_eq!(value("*-{digits:15+}", "xgwrapper-0-123"), None);
    }

    #[test]
    fn without_a_value_the_whole_text_is_meant() {
        assert_eq!(value("/@*", "/@somebody"), Some("/@somebody"));
        assert_eq!(value("/", "/feed"), None);
    }

    #[test]
    fn a_bad_form_says_why() {
        assert!(check("/@{name}").is_err_and(|why| why.contains("{name}")));
        assert!(check("/{digits").is_err());
        assert!(check("/{digits:x}").is_err());
        assert!(check("/{code}/{code}").is_err());
        assert_eq!(check("*/@{handle}*"), Ok(()));
    }
}
