//! The corpus of invented, labelled texts: what the rules come to on it, and that no figure falls. See
//! `tests/corpus/README.md`.

#[path = "corpus/page.rs"]
mod page;

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use second_look::assessment::Sensitivity;
use second_look::context::Guard;
use second_look::measured::{Measured, Share};

/// How many points a share may lose.
const SLACK: f64 = 1.0;
/// A category with fewer texts than this is not measured, only tried.
const FEWEST: u32 = 12;

/// A part of the corpus of one language, and the file that keeps its figures.
struct Part {
    language: String,
    kept: String,
    ending: &'static str,
}

/// Videos: every language has its own.
fn videos(language: &str) -> Part {
    Part { language: language.to_owned(), kept: format!("crate/rules/{language}/measured.toml"), ending: "jsonl" }
}

/// Sentences: every language has its own.
fn sentences(language: &str) -> Part {
    Part { language: language.to_owned(), kept: format!("tests/corpus/{language}/sentences.toml"), ending: "txt" }
}

/// The languages with rules.
fn languages() -> Vec<String> {
    let entries = fs::read_dir(root().join("crate/rules")).expect("the rules are there").flatten();
    let folders = entries.map(|entry| entry.path()).filter(|path| path.is_dir());
    let names = folders.map(|path| path.file_name().expect("a name").to_string_lossy().into_owned());
    names.collect::<BTreeSet<_>>().into_iter().collect()
}

const PAGE: &str = "docs/scorecard.md";

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn parse(text: &str) -> Measured {
    toml::from_str(text).expect("counts as `evaluate --measured` writes them")
}

impl Part {
    fn kept(&self) -> Measured {
        parse(&read(&self.kept))
    }

    /// What `second-look evaluate --measured` says of it now.
    fn now(&self) -> String {
        let entries = fs::read_dir(root().join("tests/corpus").join(&self.language));
        let entries = entries.unwrap_or_else(|error| panic!("tests/corpus/{}: {error}", self.language)).flatten();
        let paths = entries.map(|entry| entry.path());
        let mut files: Vec<PathBuf> =
            paths.filter(|path| path.extension().is_some_and(|ending| ending == self.ending)).collect();
        files.sort();
        let mut command = Command::new(env!("CARGO_BIN_EXE_second-look"));
        let output = command.args(["evaluate", "--measured"]).args(files).output().expect("the command runs");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).expect("text")
    }
}

/// What has fallen by more than the slack.
fn fallen(kept: Option<Share>, now: Option<Share>) -> bool {
    kept.zip(now).is_some_and(|(kept, now)| 100.0 * (kept.value - now.value) > SLACK)
}

fn losses(kept: &Measured, now: &Measured) -> Vec<String> {
    let mut losses = Vec::new();
    let mut hold = |what: String, kept: Option<Share>, now: Option<Share>| {
        if fallen(kept, now) {
            let percent = |share: Option<Share>| share.map_or(f64::NAN, |share| 100.0 * share.value);
            losses.push(format!("{what}: {:.1} % was {:.1} %", percent(now), percent(kept)));
        }
    };
    for sensitivity in Sensitivity::ALL {
        for (category, tally) in kept.at(sensitivity) {
            let found = now.at(sensitivity).get(category).copied().unwrap_or_default();
            let of = |what| format!("{category:?}, {}, {what}", sensitivity.name());
            hold(of("precision"), tally.precision(), found.precision());
            hold(of("recall"), tally.recall(), found.recall());
        }
    }
    for (reason, silence) in &kept.silence {
        let found = now.silence.get(reason).copied().unwrap_or_default();
        hold(format!("silence ({reason})"), silence.share(), found.share());
    }
    hold("silence on ordinary texts".to_owned(), kept.ordinary.share(), now.ordinary.share());
    losses
}

/// Writes the figures anew instead of holding the rules to them.
fn is_renewed(part: &Part, now: &str) -> bool {
    let renewed = std::env::var_os("RENEW").is_some();
    if renewed {
        fs::write(root().join(&part.kept), now).expect("the project can be written");
        fs::write(root().join(PAGE), page()).expect("the project can be written");
    }
    renewed
}

fn page() -> String {
    let parts = |language: String| page::Figures {
        first: parse(&read(&format!("crate/rules/{language}/first_reading.toml"))),
        videos: videos(&language).kept(),
        sentences: sentences(&language).kept(),
        language,
    };
    page::page(&languages().into_iter().map(parts).collect::<Vec<_>>())
}

fn hold(part: &Part) {
    let text = part.now();
    if is_renewed(part, &text) {
        return;
    }
    let (kept, now) = (part.kept(), parse(&text));
    let losses = losses(&kept, &now);
    assert!(losses.is_empty(), "worse than {} by more than a point:\n{}", part.kept, losses.join("\n"));
    assert_eq!(kept.texts, now.texts, "{} is of another corpus: ./build.sh scorecard", part.kept);
    for sensitivity in Sensitivity::ALL {
        let [kept, now] = [&kept, &now].map(|measured| measured.notes(sensitivity));
        let rose = fallen(now.precision(), kept.precision()) || fallen(now.recall(), kept.recall());
        assert!(!rose, "{} no longer does the rules justice: ./build.sh scorecard", part.kept);
    }
}

#[test]
fn no_figure_of_the_videos_falls() {
    for language in languages() {
        hold(&videos(&language));
    }
}

#[test]
fn no_figure_of_the_sentences_falls() {
    for language in languages() {
        hold(&sentences(&language));
    }
}

#[test]
fn the_scorecard_is_that_of_the_figures() {
    if std::env::var_os("RENEW").is_none() {
        assert!(read(PAGE) == page(), "{PAGE} is stale: ./build.sh scorecard");
    }
}

#[test]
fn every_language_has_texts_enough() {
    for language in languages() {
        assert!(sentences(&language).kept().texts >= 300, "{language}");
        assert!(videos(&language).kept().texts >= 200, "{language}");
    }
}

#[test]
fn every_category_and_every_guard_has_texts() {
    for language in languages() {
        let kept = videos(&language).kept();
        for (category, tally) in &kept.balanced {
            assert!(tally.hits + tally.misses >= FEWEST, "{language}: {category:?}");
        }
        for guard in Guard::ALL {
            assert!(kept.silence.contains_key(guard.name()), "{language}: no text that {} guards", guard.name());
        }
    }
}
