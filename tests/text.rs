//! Text as people write it, and what is read from it.

use second_look::text::lexicon::{BREAK, FIRST_WORD, FOREIGN, Lexicon, LexiconBuilder, UNKNOWN};
use second_look::text::shape::Shape;
use second_look::text::{Flow, Marks, Tokens};

const WORDS: &str = "heal your anxiety cure cures depression suicide kill myself dont its mental health i am m md phd lcsw 24 7 \
                     100% $20 amzn.to com self harm how to stop overthinking now cafe its trauma the person therapist was were so";

fn lexicon() -> Lexicon {
    let mut words = LexiconBuilder::default();
    WORDS.split_whitespace().for_each(|word| words.word(word));
    for prefix in ["therap", "heal", "medit"] {
        words.prefix(prefix);
    }
    for word in ["suicide", "kill", "depression"] {
        words.veiled(word);
    }
    for short in ["dr", "vs"] {
        words.abbreviation(short);
    }
    words.build().expect("few words")
}

/// Tokens as words: `·` between sentences, `?` for the unknown, prefixes with a star.
fn read(text: &str, flow: Flow) -> String {
    let lexicon = lexicon();
    let tokens = Tokens::read(text, flow, &lexicon);
    let shown = |id| match id {
        BREAK => "·".to_owned(),
        UNKNOWN => "?".to_owned(),
        FOREIGN => "<foreign>".to_owned(),
        id if id < FIRST_WORD => {
            let shape = Shape::ALL.into_iter().find(|shape| shape.id() == id).expect("a shape");
            format!("<{}>", shape.name())
        }
        id if lexicon.word(lexicon.letters(id).as_bytes()) != Some(id) => format!("{}*", lexicon.letters(id)),
        id => lexicon.letters(id).to_owned(),
    };
    let inner = &tokens.ids()[1..tokens.len() - 1];
    inner.iter().copied().map(shown).collect::<Vec<_>>().join(" ")
}

#[track_caller]
fn reads(text: &str, expected: &str) {
    assert_eq!(read(text, Flow::Lines), expected, "{text}");
}

#[test]
fn case_accents_and_apostrophes_make_no_difference() {
    reads("CURE Cúres cafés' Café", "cure cures ? cafe");
    reads("Don't don’t dont DON`T", "dont dont dont dont");
    reads("it's the person's therapist's", "its the person therapist");
}

#[test]
fn beginnings_are_known_where_the_word_is_not() {
    reads("therapy therapists meditation", "therap* therap* medit*");
    reads("heal healing", "heal heal*");
}

#[test]
fn other_alphabets_are_read_and_other_scripts_are_not() {
    reads("𝓭𝓮𝓹𝓻𝓮𝓼𝓼𝓲𝓸𝓷 ｃｕｒｅ ⓒⓤⓡⓔ ᴄᴜʀᴇ", "depression cure cure cure");
    reads("сure suiсide", "cure suicide");
    reads("депрессия うつ病", "<foreign> <foreign>");
    reads("de\u{200b}pres\u{ad}sion cu\u{301}re", "depression cure");
}

#[test]
fn veiled_words_are_read_where_they_are_known() {
    reads("s*icide su!cide suic1de $uicide s**cide k*ll", "suicide suicide suicide suicide suicide kill");
    reads("s u i c i d e and d e p r e s s i o n", "suicide ? depression");
    reads("s-u-i-c-i-d-e s.u.i.c.i.d.e", "suicide suicide");
    reads("suiciiiide anxietyyyy sooooo", "suicide anxiety so");
    reads("5 * 5 a*b f**k", "<number> <number> ? ? ? ?");
    reads("*cures* depression!now", "cures depression · now");
}

#[test]
fn hashtags_are_split_into_words() {
    reads("#healyouranxiety #HowToStopOverthinking", "heal your anxiety · how to stop overthinking");
    reads("i cure #anxiety now", "i cure anxiety now");
    reads("#mental_health #MentalXyzHealth", "mental health · mental ? health");
    reads("#unheardof #1 cure #депрессия", "? · <number> cure <foreign>");
    assert_eq!(read("healyouranxiety #selfharm trauma", Flow::Tags), "heal your anxiety · self harm · trauma");
}

#[test]
fn sentences_end_where_a_reader_ends_them() {
    reads("Cure. The cure! the\ncure | cure • cure", "cure · the cure · the · cure · cure · cure");
    reads("Dr. Heal vs. anxiety No.1 cure", "dr heal vs anxiety ? <number> cure");
    reads("so... now. So… Now", "so now · so · now");
    reads("\"cure it!\" was so", "cure ? was so");
    assert_eq!(read("the\ncure [health] the", Flow::Speech), "the cure · health · the");
}

#[test]
fn a_question_is_known_by_its_mark() {
    let lexicon = lexicon();
    let tokens = Tokens::read("cure it?! now", Flow::Lines, &lexicon);
    assert!(tokens.is_question(1));
    assert!(!tokens.is_question(tokens.len() - 2));
}

#[test]
fn shapes_are_told() {
    reads("7 1,000 2.5 10k 24/7 90% 100 % 100%", "7 <number> <number> <number> 24 7 <percent> 100% 100%");
    reads("$20 $5.99 £30 20€", "$20 <price> <price> $20");
    reads(
        "https://amzn.to/x www.example.com/cure me@example.org @the_cure cure.com",
        "amzn.to <link> <link> <handle> <link>",
    );
    reads("5mg m 10M", "? m <number>");
}

#[test]
fn initialisms_are_one_word() {
    reads("Ph.D. M.D., L.C.S.W.", "phd md lcsw");
    reads("phd, M.D. now", "phd md now");
    reads("i am.So now", "i am · so now");
}

#[test]
fn what_else_is_known_of_a_token() {
    let lexicon = lexicon();
    let tokens = Tokens::read("MD, the \"cure your\" #anxiety Now", Flow::Lines, &lexicon);
    let marks = tokens.marks();
    assert!(marks[1].has(Marks::CAPITALS | Marks::CAPITAL));
    assert!(marks[2].has(Marks::PAUSE) && !marks[2].has(Marks::QUOTED));
    assert!(marks[3].has(Marks::QUOTED) && marks[4].has(Marks::QUOTED));
    assert!(marks[5].has(Marks::HASHTAG) && !marks[5].has(Marks::QUOTED));
    assert!(marks[6].has(Marks::CAPITAL) && !marks[6].has(Marks::CAPITALS));
}

#[test]
fn hostile_text_is_read_to_its_end() {
    let lexicon = lexicon();
    for piece in ["a.", "#", "*a", "s*", "a b ", "@", "...", "\"", "a'", "$", "1,", "#aB", "é", "x@", "!a", ". "] {
        let text = piece.repeat(20_000 / piece.len()) + " anxiety";
        let tokens = Tokens::read(&text, Flow::Lines, &lexicon);
        assert_eq!(&text[tokens.bytes(tokens.len() - 2, tokens.len() - 1)], "anxiety", "{piece}");
    }
}
