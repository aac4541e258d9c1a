//! What holds for every text: quotes are the very words, and phrases are found exactly where a plain reading of the
//! pattern finds them.

use std::sync::LazyLock;

use proptest::prelude::*;
use second_look::assess::Engine;
use second_look::assessment::{Note, Sensitivity};
use second_look::phrase::pattern::{Lists, Part, parse};
use second_look::phrase::{Hit, PhraseId, PhraseRange, TableBuilder};
use second_look::text::lexicon::{BREAK, Lexicon, LexiconBuilder};
use second_look::text::{Flow, Marks, Tokens};
use second_look::video::{Creator, Cue, Video};

static ENGINE: LazyLock<Engine> = LazyLock::new(|| Engine::new().expect("the pack was built with this crate"));

/// Pieces that meet every path of the scanner, and each other.
#[rustfmt::skip]
const PIECES: &[&str] = &[
    "this", "cures", "my", "depression", "anxiety", "not",
    "s*icide", "s u i c i d e", "𝓬𝓾𝓻𝓮𝓼", "сures", "de\u{301}", "#cureyouranxiety", "#a", "@b",
    "M.D.", "https://x.com/é", "1,000", "90%", "$5", "…", ".", "?",
    "!", ",", "\"", "“", "”", "’", "'", "\n",
    "|", "•", "😀", "-", " ", " ", " ", " ",
    "\u{200b}", "ﬃ", "ß", "Ａ", "ẞ", "_", "*", "[",
    "]", "♪", "がん",
];

fn piece() -> impl Strategy<Value = String> {
    let fixed = proptest::sample::select(PIECES);
    prop_oneof![8 => fixed.prop_map(str::to_owned), 1 => any::<char>().prop_map(String::from)]
}

fn text() -> impl Strategy<Value = String> {
    proptest::collection::vec(piece(), 0..40).prop_map(|pieces| pieces.concat())
}

fn characters(text: &str, start: usize, end: usize) -> String {
    text.chars().skip(start).take(end - start).collect()
}

proptest! {
    // A case that fails is printed with its minimal text, which goes into the test that names it.
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_quote_is_the_very_words(title in text(), description in text(), tag in text(), lines in proptest::collection::vec(text(), 0..5)) {
        let cue = |(second, text): (u16, String)| Cue { start: f64::from(second), end: f64::from(second + 1), text };
        let captions = (0..).zip(lines).map(cue).collect();
        let creator = Creator { name: "cures depression".to_owned(), ..Creator::default() };
        let video = Video { title, description, hashtags: vec![tag], captions, creator, ..Video::default() };
        let assessment = ENGINE.assess(&video, Sensitivity::Thorough);
        let overruled = assessment.overruled.iter().map(|overruled| &overruled.note);
        for note in assessment.notes.iter().chain(&assessment.practices).chain(overruled) {
            check(note, &video.words(note.field))?;
        }
    }

    #[test]
    fn tokens_lie_in_order_and_on_characters(text in text(), flow in proptest::sample::select(vec![Flow::Lines, Flow::Speech, Flow::Tags])) {
        let tokens = Tokens::read(&text, flow, &ENGINE.pack().lexicon);
        prop_assert_eq!(tokens.ids().first(), Some(&BREAK));
        prop_assert_eq!(tokens.ids().last(), Some(&BREAK));
        let mut end = 0;
        for token in 0..tokens.len() {
            let bytes = tokens.bytes(token, token + 1);
            prop_assert!(text.is_char_boundary(bytes.start) && text.is_char_boundary(bytes.end));
            prop_assert!(bytes.start >= end, "{token} begins before the last ended");
            prop_assert_eq!(bytes.is_empty(), tokens.ids()[token] == BREAK);
            end = bytes.end;
        }
    }

    #[test]
    fn phrases_are_found_where_a_plain_reading_finds_them(pattern in sequence(3), words in proptest::collection::vec("[abcd.?,]", 0..30)) {
        let Ok(parts) = parse(&pattern) else { return Ok(()) };
        let mut table = TableBuilder::new(Lists::default());
        table.add(&pattern).expect("it was parsed above");
        table.add_aside(&pattern).expect("it was parsed above");
        let lexicon = lexicon(&table);
        let Ok(table) = table.compile(&lexicon) else { return Ok(()) };
        let tokens = Tokens::read(&words.join(" "), Flow::Lines, &lexicon);
        let plain = plainly(&parts, &tokens, &lexicon);
        let places = |hits: &[Hit]| -> Vec<(usize, usize)> { hits.iter().map(|hit| (hit.first, hit.end)).collect() };
        prop_assert_eq!(&places(&table.find_all(&tokens)), &plain, "{}", pattern);
        let all = [PhraseRange { first: PhraseId(0), end: PhraseId(2) }];
        let around = |place, phrases: &[PhraseRange]| table.find_around(&tokens, std::slice::from_ref(&place), phrases);
        prop_assert_eq!(&places(&around(0..tokens.len(), &all)), &plain, "{} aside", pattern);
        prop_assert_eq!(around(0..tokens.len(), &[]), []);
        let half = tokens.len() / 2;
        let inside = plain.iter().filter(|(_, end)| *end < half).count();
        prop_assert!(around(0..half, &all).len() >= inside, "{} aside, in the first half", pattern);
    }
}

fn check(note: &Note, words: &str) -> Result<(), TestCaseError> {
    prop_assert_eq!(&characters(words, note.start, note.end), &note.quote);
    prop_assert!(!note.quote.is_empty());
    let around = format!("{}{}{}", note.before.trim_start_matches('…'), note.quote, note.after.trim_end_matches('…'));
    prop_assert!(words.contains(&around), "{around:?} in {words:?}");
    Ok(())
}

fn lexicon(table: &TableBuilder) -> Lexicon {
    let mut words = LexiconBuilder::default();
    table.name_words(&mut words);
    words.build().expect("few words")
}

/// Patterns over four words, in every form that has no name.
fn sequence(depth: u32) -> BoxedStrategy<String> {
    let leaf = prop_oneof![
        6 => "[abcd]".prop_map(|word| word),
        1 => (1..4u8).prop_map(|width| format!("..{width}")),
        1 => Just("<start>".to_owned()),
        1 => Just("<end>".to_owned()),
        1 => Just("<next>".to_owned()),
        1 => Just("<asked>".to_owned()),
        1 => Just("<pause>".to_owned()),
    ];
    let element = if depth == 0 {
        leaf.boxed()
    } else {
        let options = || proptest::collection::vec(sequence(depth - 1), 1..3).prop_map(|options| options.join("|"));
        prop_oneof![5 => leaf, 1 => options().prop_map(|o| format!("({o})")), 1 => options().prop_map(|o| format!("[{o}]"))].boxed()
    };
    proptest::collection::vec(element, 1..5).prop_map(|parts| parts.join(" ")).boxed()
}

/// Leftmost, then longest, by the plainest reading of the pattern.
fn plainly(parts: &[Part], tokens: &Tokens, lexicon: &Lexicon) -> Vec<(usize, usize)> {
    let (mut found, mut at) = (Vec::new(), 0);
    while at < tokens.len() {
        let end = ends(parts, at, tokens, lexicon).into_iter().filter(|&end| end > at).max();
        if let Some(end) = end {
            found.push((at, end));
        }
        at = end.unwrap_or(at + 1);
    }
    found
}

fn ends(parts: &[Part], at: usize, tokens: &Tokens, lexicon: &Lexicon) -> Vec<usize> {
    let Some((part, rest)) = parts.split_first() else { return vec![at] };
    let after = |at: usize| ends(rest, at, tokens, lexicon);
    let inner = |options: &[Vec<Part>]| -> Vec<usize> {
        options.iter().flat_map(|option| ends(option, at, tokens, lexicon)).flat_map(after).collect()
    };
    let here = tokens.ids()[at];
    match part {
        Part::Word(word) if lexicon.letters(here) == word => after(at + 1),
        Part::Gap(most) => {
            let open = (at..tokens.len()).take_while(|&place| tokens.ids()[place] != BREAK).count();
            (0..=usize::from(*most).min(open)).flat_map(|width| after(at + width)).collect()
        }
        Part::Start if at > 0 && tokens.ids()[at - 1] == BREAK => after(at),
        Part::End if here == BREAK => after(at),
        Part::Asked if here == BREAK && tokens.is_question(at) => after(at),
        Part::Pause if tokens.marks()[at].has(Marks::PAUSE) => after(at),
        Part::Next if here == BREAK && at + 1 < tokens.len() => after(at + 1),
        Part::Either(options) => inner(options),
        Part::Maybe(options) => inner(options).into_iter().chain(after(at)).collect(),
        _ => Vec::new(),
    }
}
