//! How the time to judge an hour of transcript grows with the number of rules.
//!
//! The first rules are the real ones. The others are made for the purpose, as rules on other subjects would be: of the same
//! shapes, with the same function words, other everyday words for everyday words, and words that nobody says here for the
//! rest, in phrases and lists alike. So what grows is the work of looking, not what is found.
//!
//! Run by `./build.sh bench rules`, which draws the table; here one line per number of rules.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use second_look::assess::{Engine, Words, judge};
use second_look::pack::source::{RuleFolder, Tree};
use second_look::text::lexicon::LexiconBuilder;
use second_look::video::Field;

const NUMBERS: [usize; 3] = [150, 500, 1_500];
const ROUNDS: usize = 31;
const LENGTH: usize = 60_000;

fn main() {
    let rules = Path::new(env!("CARGO_MANIFEST_DIR")).join("crate/rules");
    let real = real_rules(&rules.join("en"));
    let vocabulary = Vocabulary::read(&rules);
    let transcript = transcript();
    let mut fewest = None;
    for number in NUMBERS {
        let engine = engine(&rules, &real, &vocabulary, number);
        let time = median(&engine, &transcript);
        let ratio = time.as_secs_f64() / fewest.get_or_insert(time).as_secs_f64();
        let goal = if number == NUMBERS[2] { "1.3" } else { "" };
        println!("{number}\t{:.2} ms\t{ratio:.2}\t{goal}", time.as_secs_f64() * 1e3);
    }
}

/// The real rules.
fn real_rules(language: &Path) -> Vec<toml::Table> {
    let folders = entries(language).into_iter().filter(|path| path.is_dir());
    folders.flat_map(|folder| entries(&folder)).map(|path| toml::from_str(&read(&path)).expect("a rule file")).collect()
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder).expect("a folder").flatten().map(|entry| entry.path()).collect();
    paths.sort();
    paths
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Words that are met everywhere.
struct Vocabulary {
    function: BTreeSet<String>,
    everyday: Vec<String>,
}

impl Vocabulary {
    fn read(rules: &Path) -> Self {
        let languages: toml::Table = toml::from_str(&read(&rules.join("languages.toml"))).expect("languages");
        let common: BTreeMap<String, String> = toml::from_str(&read(&rules.join("en/common.toml"))).expect("words");
        let words = |text: &str| -> BTreeSet<String> { text.split_whitespace().map(str::to_owned).collect() };
        let function = words(languages["function_words"]["en"].as_str().expect("words"));
        Self { function, everyday: words(&common["words"]).into_iter().collect() }
    }

    /// Another word that is met as often, always the same for one subject.
    fn other(&self, word: &str, subject: usize) -> String {
        if self.function.contains(word) {
            return word.to_owned();
        }
        match self.everyday.binary_search_by(|known| known.as_str().cmp(word)) {
            Ok(at) => self.everyday[(at + subject * 97) % self.everyday.len()].clone(),
            Err(_) => format!("{word}{}", "qx".repeat(subject)),
        }
    }

    /// A pattern about another subject, with the lists of that one.
    fn varied(&self, pattern: &str, subject: usize) -> String {
        let vary = |piece: &str| match piece.strip_suffix('}') {
            Some(list) => format!("{list}-{subject}}}"),
            None if is_word(piece) => self.other(piece, subject),
            None => piece.to_owned(),
        };
        pieces(pattern).map(vary).collect()
    }
}

/// A pattern cut where its words and signs meet, lists and shapes in one piece.
fn pieces(pattern: &str) -> impl Iterator<Item = &str> {
    let mut named = false;
    pattern
        .split_inclusive(move |c: char| {
            named = matches!(c, '{' | '<') || named && !matches!(c, '}' | '>');
            !named && !c.is_ascii_alphabetic()
        })
        .flat_map(|piece| {
            let end = piece.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(piece.len());
            let (word, sign) = piece.split_at(end);
            [word, sign]
        })
        .filter(|piece| !piece.is_empty())
}

fn is_word(piece: &str) -> bool {
    piece.bytes().all(|byte| byte.is_ascii_lowercase())
}

/// The rules of one language: guards, topic and lists as they are, and so many rules.
fn engine(rules: &Path, real: &[toml::Table], vocabulary: &Vocabulary, number: usize) -> Engine {
    let folder = std::env::temp_dir().join(format!("second-look-rules-{}-{number}", std::process::id()));
    let category = folder.join("en/cure_claim");
    fs::create_dir_all(&category).expect("a temporary folder");
    for file in
        ["languages.toml", "sensitivity.toml", "en/words.toml", "en/topic.toml", "en/context.toml", "en/common.toml"]
    {
        fs::copy(rules.join(file), folder.join(file)).expect("a temporary file");
    }
    let lists: BTreeMap<String, Vec<String>> = toml::from_str(&read(&rules.join("en/words.toml"))).expect("lists");
    let mut all = lists.clone();
    for number in 0..number {
        let subject = number / real.len();
        if subject > 0 && number % real.len() == 0 {
            let other = |entries: &Vec<String>| entries.iter().map(|entry| vocabulary.varied(entry, subject)).collect();
            all.extend(lists.iter().map(|(name, entries)| (format!("{name}-{subject}"), other(entries))));
        }
        let mut rule = toml::Value::Table(real[number % real.len()].clone());
        if subject > 0 {
            vary(&mut rule, &|text| vocabulary.varied(text, subject));
        }
        let text = toml::to_string(&rule).expect("a rule");
        fs::write(category.join(format!("rule-{number}.toml")), text).expect("a temporary file");
    }
    let words = toml::to_string(&all).expect("lists");
    fs::write(folder.join("en/words.toml"), words).expect("a temporary file");
    // Few rules do not use every list: that mistake does no harm here.
    let (made, _) = RuleFolder::of(&Tree::of_folder(&folder, "", &mut Vec::new()));
    fs::remove_dir_all(&folder).expect("it was made above");
    let mut lexicon = LexiconBuilder::default();
    made.name_words(&mut lexicon);
    let (pack, problems) = made.pack(lexicon.build().expect("not too many words"));
    assert!(problems.is_empty(), "{}", problems[0]);
    Engine::with_pack(pack).expect("the titles were built with this crate")
}

/// What rules say: phrases, exceptions and examples.
fn vary(value: &mut toml::Value, other: &impl Fn(&str) -> String) {
    match value {
        toml::Value::String(text) => *text = other(text),
        toml::Value::Array(all) => all.iter_mut().for_each(|one| vary(one, other)),
        toml::Value::Table(table) => {
            let said = table.iter_mut().filter(|(key, _)| !UNSAID.contains(&key.as_str()));
            said.for_each(|(_, one)| vary(one, other));
        }
        _ => {}
    }
}

/// What is no text of a rule.
const UNSAID: [&str; 7] = ["chip", "title", "why", "question", "sources", "heedless", "fields"];

/// The corpus, over and over.
fn transcript() -> String {
    let corpus = read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus/en/corpus.jsonl"));
    let line = |line: &str| -> String {
        let item: serde_json::Value = serde_json::from_str(line).expect("JSON");
        let said = ["title", "transcript"].map(|field| item[field].as_str().unwrap_or_default());
        said.join(". ") + "\n"
    };
    let said: String = corpus.lines().map(line).collect();
    said.chars().cycle().take(LENGTH).collect()
}

fn median(engine: &Engine, transcript: &str) -> Duration {
    let pack = engine.pack();
    let once = |_| {
        let start = Instant::now();
        let words = Words::of(Field::Captions, transcript.to_owned(), &pack.lexicon);
        std::hint::black_box(judge(&pack.languages[0], &words));
        start.elapsed()
    };
    let mut times: Vec<Duration> = (0..ROUNDS).map(once).collect();
    times.sort();
    times[ROUNDS / 2]
}
