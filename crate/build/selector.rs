//! Checks a selector: the part of CSS that site files may use, which is the part that both browsers and the tests read
//! alike.

/// The pseudo-classes that may be used, and whether they take selectors.
const PSEUDO: &[(&str, bool)] =
    &[("not", true), ("is", true), ("has", true), ("first-child", false), ("last-child", false), ("empty", false)];

/// Says what is wrong with a selector list.
pub fn check(text: &str) -> Result<(), String> {
    let mut rest = text;
    list(&mut rest, false).map_err(|why| format!("`{text}` is no selector that can be used here: {why}"))?;
    if rest.is_empty() { Ok(()) } else { Err(format!("`{text}` is no selector: `{rest}` is left over")) }
}

fn list(rest: &mut &str, relative: bool) -> Result<(), String> {
    loop {
        complex(rest, relative)?;
        match rest.strip_prefix(',') {
            Some(next) => *rest = next,
            None => return Ok(()),
        }
    }
}

fn complex(rest: &mut &str, relative: bool) -> Result<(), String> {
    *rest = rest.trim_start();
    if relative {
        combinator(rest);
    }
    compound(rest)?;
    while combinator(rest) {
        compound(rest)?;
    }
    Ok(())
}

/// Steps over a combinator, and tells whether there was one.
fn combinator(rest: &mut &str) -> bool {
    let inner = rest.trim_start();
    let spaced = inner.len() < rest.len();
    *rest = inner;
    if let Some(next) = inner.strip_prefix(['>', '+', '~']) {
        *rest = next.trim_start();
        return true;
    }
    spaced && !inner.is_empty() && !inner.starts_with([',', ')'])
}

fn compound(rest: &mut &str) -> Result<(), String> {
    let start = rest.len();
    if let Some(next) = rest.strip_prefix('*') {
        *rest = next;
    } else if rest.starts_with(|c: char| c.is_ascii_alphabetic()) {
        name(rest)?;
    }
    while let Some(first) = rest.chars().next().filter(|c| matches!(c, '#' | '.' | '[' | ':')) {
        *rest = rest.get(1..).unwrap_or_default();
        match first {
            '[' => attribute(rest)?,
            ':' => pseudo(rest)?,
            _ => drop(name(rest)?),
        }
    }
    if rest.len() < start { Ok(()) } else { Err("an element is missing".to_owned()) }
}

fn name(rest: &mut &str) -> Result<String, String> {
    let end = rest.find(|c: char| !(c.is_alphanumeric() || c == '-' || c == '_')).unwrap_or(rest.len());
    let (name, after) = rest.split_at(end);
    *rest = after;
    if name.is_empty() { Err("a name is missing".to_owned()) } else { Ok(name.to_owned()) }
}

fn attribute(rest: &mut &str) -> Result<(), String> {
    name(rest)?;
    if let Some(value) = ["=", "~=", "|=", "^=", "$=", "*="].iter().find_map(|sign| rest.strip_prefix(sign)) {
        let value = value.strip_prefix('"').ok_or("a value stands in double quotes")?;
        let (inside, after) = value.split_once('"').ok_or("a quote is not closed")?;
        if inside.is_empty() {
            return Err("an empty value matches nothing".to_owned());
        }
        *rest = after;
    }
    *rest = rest.strip_prefix(']').ok_or("a `[` is not closed")?;
    Ok(())
}

fn pseudo(rest: &mut &str) -> Result<(), String> {
    let class = name(rest)?;
    let (_, takes) = PSEUDO.iter().find(|(known, _)| *known == class).ok_or(format!("`:{class}` is not known"))?;
    if *takes {
        *rest = rest.strip_prefix('(').ok_or(format!("`:{class}` needs a `(`"))?;
        list(rest, class == "has")?;
        *rest = rest.trim_start().strip_prefix(')').ok_or("a `(` is not closed")?;
    }
    Ok(())
}
