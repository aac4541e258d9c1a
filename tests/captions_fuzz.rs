//! Any bytes at all give a track within the limits: no panic, no unbounded memory, no unbounded time.
//!
//! `cargo test --release --test captions_fuzz -- --ignored --nocapture` goes on for as many seconds as `FUZZ_SECONDS`
//! says, and prints what it tried.

use std::collections::BTreeMap;
use std::fs;
use std::time::{Duration, Instant};

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use second_look::captions::{Format, LONGEST_CUE, MOST_BYTES, MOST_CUES, MOST_TEXT, Track, parse};

/// What the formats are made of: every path of every parser meets these in every order.
#[rustfmt::skip]
const PIECES: &[&str] = &[
    "WEBVTT", "\n", "\n\n", "\r", "\r\n", "\0", " ", "\t",
    "00:01.000", "1:00:00.000", "00:00:01,000", "99999999999999999999:00:00.000", "-->", " --> ", "1", "0",
    "NOTE", "STYLE", "REGION", "Language: en", "<", ">", "</", "<c.x>",
    "<v A>", "<00:01.000>", "&", "&amp;", "&amp;lt;", "&#x110000;", "&#0;", "&notin",
    ";", "{\\an8}", "{", "}", "[", "]", "\"", ",",
    ":", "{\"events\":[", "{\"tStartMs\":1,\"segs\":[{\"utf8\":\"a\"}]},", "\"18446744073709551615\"", "1e999", "null",
    "<transcript>", "<text start=\"1\" dur=\"2\">", "</text>", "<text start=\"nan\">", "<text start=\"inf\" dur=\"-1\">",
    "<timedtext format=\"3\"><body>", "<p t=\"18446744073709551615\" d=\"18446744073709551615\">", "<s>", "</p>", "<br/>",
    "<tt xml:lang=\"en\" frameRate=\"0\" tickRate=\"1e-300\">", "<p begin=\"1s\" end=\"9999999999999h\">", "<span begin=\"1t\">",
    "</span>", "<div begin=\"00:00:01:05\">", "<![CDATA[", "]]>", "<!--", "-->", "<?xml ?>", "<!DOCTYPE a [<!ENTITY b \"c\">]>",
    "&b;", "word", "two words", "é", "😀", "\u{feff}", "\u{2028}",
];

fn pieces() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        12 => proptest::sample::select(PIECES).prop_map(|piece| piece.as_bytes().to_vec()),
        1 => proptest::collection::vec(any::<u8>(), 0..6),
    ];
    proptest::collection::vec(piece, 0..80).prop_map(|pieces| pieces.concat())
}

/// A caption file of `tests/captions`, cut into parts that are dropped, doubled, moved and mixed with other things.
fn changed_files() -> impl Strategy<Value = Vec<u8>> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/captions");
    let files = fs::read_dir(folder).expect("the folder").flatten().map(|entry| entry.path());
    let files: Vec<Vec<u8>> = files
        .filter(|path| path.extension().is_some_and(|extension| extension != "expected"))
        .map(|path| fs::read(path).expect("a file"))
        .collect();
    let change = (any::<proptest::sample::Index>(), any::<proptest::sample::Index>(), 0..5_u8, pieces());
    (proptest::sample::select(files), proptest::collection::vec(change, 0..6)).prop_map(|(mut file, changes)| {
        for (one, other, kind, other_bytes) in changes {
            let (one, other) = (one.index(file.len() + 1), other.index(file.len() + 1));
            let (from, to) = (one.min(other), one.max(other));
            let part = file[from..to].to_vec();
            let new = match kind {
                0 => Vec::new(),
                1 => part.repeat(2),
                2 => part.repeat(9),
                3 => part.iter().map(|byte| byte ^ 0x20).collect(),
                _ => other_bytes,
            };
            file.splice(from..to, new);
            file.truncate(1 << 20);
        }
        file
    })
}

fn check(bytes: &[u8]) -> Track {
    let begun = Instant::now();
    let track = parse(bytes);
    assert!(begun.elapsed() < Duration::from_secs(5), "{} bytes took {:?}", bytes.len(), begun.elapsed());
    assert!(track.cues.len() <= MOST_CUES);
    assert!(track.cues.iter().map(|cue| cue.text.len()).sum::<usize>() <= MOST_TEXT + LONGEST_CUE);
    for cue in &track.cues {
        assert!(cue.start >= 0.0 && cue.start <= cue.end && cue.end.is_finite(), "{cue:?}");
        assert!(!cue.text.is_empty() && cue.text.len() <= LONGEST_CUE && !cue.text.contains('\n'), "{cue:?}");
        assert_eq!(cue.text.split_whitespace().collect::<Vec<_>>().join(" "), cue.text);
    }
    assert!(track.cues.is_sorted_by(|one, other| one.start <= other.start));
    track
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_give_a_track(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        check(&bytes);
    }

    #[test]
    fn any_pieces_give_a_track(bytes in pieces()) {
        check(&bytes);
    }

    #[test]
    fn changed_files_give_a_track(bytes in changed_files()) {
        check(&bytes);
    }
}

/// What costs most: as long as is read at all, of one thing that a parser has to look for the end of.
#[test]
fn the_worst_files_take_no_longer() {
    let share = if cfg!(debug_assertions) { 64 } else { 1 };
    let beginnings = ["WEBVTT\n\n00:00.000 --> 00:01.000\n", "1\n00:00:00,000 --> 00:00:01,000\n"].into_iter().chain([
        "<transcript><text start='0'>",
        "<timedtext><body><p t='0'>",
        "<tt><body><p>",
        "{\"events\":[",
    ]);
    for beginning in beginnings {
        for piece in PIECES.iter().copied().chain(["< ", "<a", "{\\", "&x", "a\n", "<p t='1'>", "{\"segs\":["]) {
            let length = (MOST_BYTES / share - beginning.len()) / piece.len();
            check(format!("{beginning}{}", piece.repeat(length)).as_bytes());
        }
    }
}

#[test]
#[ignore = "runs for as long as one likes: FUZZ_SECONDS"]
fn fuzz() {
    let seconds = std::env::var("FUZZ_SECONDS").ok().and_then(|text| text.parse().ok()).unwrap_or(60);
    let seed = std::env::var("FUZZ_SEED").ok().and_then(|text| text.parse().ok()).unwrap_or(1_u8);
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &[seed; 32]);
    let mut runner = TestRunner::new_with_rng(Config { failure_persistence: None, ..Config::default() }, rng);
    let anything = proptest::collection::vec(any::<u8>(), 0..4000);
    let strategy = prop_oneof![1 => anything, 4 => pieces(), 6 => changed_files()];
    let (begun, mut tried, mut cues) = (Instant::now(), BTreeMap::<String, u64>::new(), 0);
    while begun.elapsed() < Duration::from_secs(seconds) {
        let bytes = strategy.new_tree(&mut runner).expect("a value").current();
        cues += check(&bytes).cues.len();
        let format = Format::sniff(&String::from_utf8_lossy(&bytes));
        *tried.entry(format.map_or("unknown".to_owned(), |format| format!("{format:?}"))).or_default() += 1;
    }
    println!("{seconds} s, seed {seed}: {} files, {cues} cues, by format {tried:?}", tried.values().sum::<u64>());
}
