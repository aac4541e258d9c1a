//! How the time to judge an hour of transcript grows with the number of rules. The rules are made for the purpose: the
//! shapes of the real ones, their single words replaced by others.
//!
//! Run by `./build.sh bench rules`, which draws the table; here one line per number of rules.

use std::collections::BTreeMap;
use std::fmt::Write;
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
    let shapes = shapes(&rules.join("en"));
    let vocabulary = vocabulary(&rules.join("en/common.toml"), &shapes);
    let transcript = transcript();
    let mut fewest = None;
    for number in NUMBERS {
        let engine = engine(&rules, &shapes, &vocabulary, number);
        let time = median(&engine, &transcript);
        let ratio = time.as_secs_f64() / fewest.get_or_insert(time).as_secs_f64();
        let goal = if number == NUMBERS[2] { "1.3" } else { "" };
        println!("{number}\t{:.2} ms\t{ratio:.2}\t{goal}", time.as_secs_f64() * 1e3);
    }
}

/// The phrases of every rule, and of its exceptions.
type Shape = (Vec<String>, Vec<String>);

fn shapes(language: &Path) -> Vec<Shape> {
    let strings = |value: Option<&toml::Value>| -> Vec<String> {
        let all = value.and_then(toml::Value::as_array).into_iter().flatten();
        all.filter_map(|one| one.as_str().map(str::to_owned)).collect()
    };
    let shape = |path: PathBuf| {
        let file: toml::Table = toml::from_str(&read(&path)).expect("a rule file");
        (strings(file.get("phrases")), strings(file.get("unless")))
    };
    let folders = entries(language).into_iter().filter(|path| path.is_dir());
    folders.flat_map(|folder| entries(&folder)).map(shape).collect()
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder).expect("a folder").flatten().map(|entry| entry.path()).collect();
    paths.sort();
    paths
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Everyday words and the words of the rules themselves.
fn vocabulary(common: &Path, shapes: &[Shape]) -> Vec<String> {
    let common: BTreeMap<String, String> = toml::from_str(&read(common)).expect("everyday words");
    let mut words: Vec<String> = common["words"].split_whitespace().map(str::to_owned).collect();
    for pattern in shapes.iter().flat_map(|(phrases, _)| phrases) {
        words.extend(pieces(pattern).filter(|piece| is_word(piece)).map(str::to_owned));
    }
    words.sort();
    words.dedup();
    words
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
    piece.len() >= 4 && piece.bytes().all(|byte| byte.is_ascii_lowercase())
}

/// Numbers that look like chance and are the same in every run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).expect("31 bits") % bound
    }
}

fn varied(pattern: &str, vocabulary: &[String], chance: &mut Chance) -> String {
    let vary = |piece: &str| {
        if is_word(piece) { vocabulary[chance.below(vocabulary.len())].clone() } else { piece.to_owned() }
    };
    pieces(pattern).map(vary).collect()
}

/// The rules of one language: guards, topic and lists as they are, and so many rules.
fn engine(rules: &Path, shapes: &[Shape], vocabulary: &[String], number: usize) -> Engine {
    let folder = std::env::temp_dir().join(format!("second-look-rules-{}-{number}", std::process::id()));
    let category = folder.join("en/cure_claim");
    fs::create_dir_all(&category).expect("a temporary folder");
    for file in
        ["languages.toml", "sensitivity.toml", "en/words.toml", "en/topic.toml", "en/context.toml", "en/common.toml"]
    {
        fs::copy(rules.join(file), folder.join(file)).expect("a temporary file");
    }
    let mut chance = Chance(1);
    for rule in 0..number {
        let (phrases, unless) = &shapes[rule % shapes.len()];
        let mut vary = |patterns: &[String]| -> Vec<String> {
            patterns.iter().map(|pattern| varied(pattern, vocabulary, &mut chance)).collect()
        };
        let text = file(rule, &vary(phrases), &vary(unless));
        fs::write(category.join(format!("rule-{rule}.toml")), text).expect("a temporary file");
    }
    // Few rules do not use every list: that mistake does no harm here.
    let (read, _) = RuleFolder::of(&Tree::of_folder(&folder, "", &mut Vec::new()));
    fs::remove_dir_all(&folder).expect("it was made above");
    let mut lexicon = LexiconBuilder::default();
    read.name_words(&mut lexicon);
    let (pack, problems) = read.pack(lexicon.build().expect("not too many words"));
    assert!(problems.is_empty(), "{}", problems[0]);
    Engine::with_pack(pack).expect("the titles were built with this crate")
}

fn file(rule: usize, phrases: &[String], unless: &[String]) -> String {
    let mut text = format!("title = 'Rule {rule}'\nwhy = 'w'\nquestion = 'q'\nweight = 2\nphrases = {phrases:?}\n");
    writeln!(text, "unless = {unless:?}\nsources = [{{ title = 's' }}]\nflags = ['[[a]]', '[[b]]', '[[c]]']")
        .expect("a string takes all that is written");
    text + "[passes]\na = ['a', 'b']\nb = ['c']\n"
}

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
