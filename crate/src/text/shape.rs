//! Tokens known by their shape rather than by their letters.

use serde::{Deserialize, Serialize};

/// What a token looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[repr(u16)]
pub enum Shape {
    /// `7`, `1,000`, `2.5`, `10k`
    Number,
    /// `90%`
    Percent,
    /// `$20`, `15€`
    Price,
    /// A web or mail address.
    Link,
    /// `@someone`
    Handle,
}

/// Endings of host names that are taken for a link even without a path behind them.
const ENDINGS: &[&str] = &[
    "com", "org", "net", "io", "uk", "co", "tv", "info", "app", "shop", "store", "health", "edu", "gov", "eu", "ca",
    "au", "nz", "ie", "de", "fr", "es", "gg", "page", "link", "life", "care", "club", "academy", "online", "site",
    "website", "biz",
];

/// Endings that are also words: only with a path behind them.
const WORDY_ENDINGS: &[&str] = &["to", "ly", "be", "me", "us", "it", "is", "so", "in", "at", "my", "ee", "bio", "how"];

impl Shape {
    /// Every shape, in the order of their numbers.
    pub const ALL: [Self; 5] = [Self::Number, Self::Percent, Self::Price, Self::Link, Self::Handle];

    /// The name phrases use: `<number>`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Percent => "percent",
            Self::Price => "price",
            Self::Link => "link",
            Self::Handle => "handle",
        }
    }

    /// The shape of a folded token.
    pub fn of(key: &str) -> Option<Self> {
        let digits =
            |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit() || b == b'.' || b == b',');
        if key.starts_with('@') {
            Some(Self::Handle)
        } else if key.ends_with('%') && digits(&key[..key.len() - 1]) {
            Some(Self::Percent)
        } else if key.starts_with('$') && digits(&key[1..]) {
            Some(Self::Price)
        } else if digits(key.strip_suffix(['k', 'm']).unwrap_or(key)) {
            Some(Self::Number)
        } else {
            key.contains('.').then_some(Self::Link)
        }
    }
}

/// The start of `text` up to the first character that no address holds: signs such as `►` part what stands together.
pub fn link_run(text: &str) -> &str {
    let parts = |c: char| c.is_whitespace() || "<>\"()[]|,".contains(c) || !c.is_ascii() && !c.is_alphanumeric();
    text.split(parts).next().unwrap_or_default()
}

/// How far the address at the start of a [`link_run`] reaches, if one stands there; `lenient` takes `amzn.to` for one as
/// well.
pub fn link_length(run: &str, lenient: bool) -> Option<usize> {
    let run = run.trim_end_matches(|c: char| ".!?':;…*".contains(c));
    let (rest, sure) = strip_scheme(run);
    (sure && !rest.is_empty() || is_host(host_part(rest), rest, lenient)).then_some(run.len())
}

/// The host of an address without scheme and `www.`.
pub fn host(link: &str) -> &str {
    host_part(strip_scheme(link).0)
}

fn strip_scheme(run: &str) -> (&str, bool) {
    let lower = |prefix: &str| run.get(..prefix.len()).is_some_and(|start| start.eq_ignore_ascii_case(prefix));
    let schemes = ["https://www.", "http://www.", "https://", "http://", "www."];
    schemes.iter().find(|prefix| lower(prefix)).map_or((run, false), |prefix| (&run[prefix.len()..], true))
}

fn host_part(rest: &str) -> &str {
    let rest = rest.split(['/', '?', '#', ':']).next().unwrap_or_default();
    rest.rsplit('@').next().unwrap_or_default()
}

fn is_host(host: &str, rest: &str, lenient: bool) -> bool {
    let Some((name, ending)) = host.rsplit_once('.') else { return false };
    let label = |label: &str| !label.is_empty() && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    let followed = lenient || rest.len() > host.len();
    name.split('.').all(label) && (ENDINGS.contains(&ending) || followed && WORDY_ENDINGS.contains(&ending))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_told_from_sentences_without_a_space() {
        for link in
            ["https://example.org/a?b#c", "www.example.org", "example.co.uk/x", "me@mail.example.com", "amzn.to/3xyz"]
        {
            assert_eq!(link_length(link, false), Some(link.len()), "{link}");
        }
        for prose in ["sad.It is", "help.me now", "e.g. this", "depression.So"] {
            assert_eq!(link_length(prose, false), None, "{prose}");
        }
        assert_eq!(link_length(link_run("example.com. Then"), false), Some(11));
        assert_eq!(host("https://www.Example.com/a"), "Example.com");
    }

    #[test]
    fn shapes_have_names_and_numbers_in_step() {
        for (position, shape) in Shape::ALL.into_iter().enumerate() {
            assert_eq!(shape as usize, position);
        }
        assert_eq!(Shape::of("1,000"), Some(Shape::Number));
        assert_eq!(Shape::of("90%"), Some(Shape::Percent));
        assert_eq!(Shape::of("cure"), None);
    }
}
