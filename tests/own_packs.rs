//! A viewer's own rules: read over the built-in words, told apart by file and line, and judged beside the others.

use std::collections::BTreeMap;

use second_look::assess::{Engine, sources};
use second_look::assessment::{Sensitivity, State};
use second_look::pack::OwnPack;
use second_look::pack::source::own;
use second_look::video::Video;

const SAMPLE: &str = include_str!("../extension/options/sample-rule.toml");

fn read(files: &[(&str, &str)]) -> Result<OwnPack, Vec<String>> {
    let files: BTreeMap<_, _> = files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect();
    let lines = |problems: Vec<second_look::pack::source::Problem>| problems.iter().map(ToString::to_string).collect();
    own::read(sources().unwrap(), "class", files).map_err(lines)
}

fn video(description: &str) -> Video {
    Video { id: "a".into(), description: description.into(), ..Video::default() }
}

#[test]
fn the_sample_that_is_shown_keeps_its_word_and_is_noted_beside_the_others() {
    let pack = read(&[("shower.toml", SAMPLE)]).unwrap();
    let pack = OwnPack::from_bytes(&pack.to_bytes().unwrap()).unwrap();
    assert_eq!(Engine::with_own(&pack).unwrap().breaches(&pack.examples), []);
    let mut engine = Engine::new().unwrap();
    let told = video("A cold shower fixed my depression. This tea cures anxiety.");
    let before = engine.assess(&told, Sensitivity::Balanced);
    engine.add(pack).unwrap();
    let assessment = engine.assess(&told, Sensitivity::Balanced);
    let rules: Vec<_> = assessment.notes.iter().map(|note| note.rule.as_str()).collect();
    assert!(rules.contains(&"class/shower") && rules.len() == before.notes.len() + 1, "{rules:?}");
    assert!(engine.rule_texts(&assessment).iter().any(|text| text.id == "class/shower"));
    let entry = engine.catalogue().unwrap().into_iter().find(|entry| entry.text.id == "class/shower").unwrap();
    assert_eq!((entry.pack.as_str(), entry.flags.len()), ("class", 1));
    engine.forget_own();
    assert_eq!(engine.assess(&told, Sensitivity::Balanced).notes, before.notes);
}

#[test]
fn a_video_that_only_own_rules_speak_of_has_notes() {
    let mut engine = Engine::new().unwrap();
    let plain = video("A cold shower fixed my depression once.");
    let quiet = engine.assess(&plain, Sensitivity::Balanced);
    engine.add(read(&[("shower.toml", SAMPLE)]).unwrap()).unwrap();
    let assessment = engine.assess(&plain, Sensitivity::Balanced);
    assert_eq!(assessment.state, State::Notes);
    assert_eq!(assessment.notes.len(), quiet.notes.len() + 1);
}

#[test]
fn every_mistake_is_named_by_file_and_line() {
    let no_category = SAMPLE.replace("category", "# category");
    let typo = SAMPLE.replace("weight   = 2 ", "weight   = 9 ");
    let list = SAMPLE.replace("{condition}\",", "{konditions}\",");
    let broken = "title = \"one\"\ntitle = \"two\"\n";
    let problems = read(&[
        ("class/a.toml", &no_category),
        ("class/b.toml", &typo.replace("cold shower is", "hot bath is")),
        ("class/c.toml", &list.replace("cold shower is", "warm bath is")),
        ("class/broken.toml", broken),
    ])
    .unwrap_err();
    let line = |text: &str| SAMPLE[..SAMPLE.find(text).unwrap()].matches('\n').count() + 1;
    let expected = [
        "class/a.toml:1: say its category".to_owned(),
        format!("class/b.toml:{}: weight is 0, 1, 2 or 3", line("weight")),
        format!("class/c.toml:{}: no list is called {{konditions}}", line("\"cold (shower")),
        "class/broken.toml:2: ".to_owned(),
    ];
    for expected in expected {
        assert!(problems.iter().any(|problem| problem.starts_with(&expected)), "{expected}\n{problems:#?}");
    }
}

/// A rule of weight 0 is a hint: two of one category are noted when thorough, one alone never is.
#[test]
fn a_hint_is_noted_beside_another_one() {
    let shower = SAMPLE.replace("weight   = 2 ", "weight   = 0 ");
    let walk = shower.replace("cold shower is", "walk is").replace("A [[cold shower", "A [[morning walk");
    let walk = walk.replace("cold (shower|showers|plunge|water)", "morning (walk|walks)");
    let pack = read(&[("shower.toml", &shower), ("walk.toml", &walk)]).unwrap();
    let engine = Engine::with_own(&pack).unwrap();
    assert_eq!(engine.breaches(&pack.examples), []);
    let noted = |text: &str, sensitivity| engine.assess(&video(text), sensitivity).notes.len();
    let [one, both] =
        ["A cold shower fixed my anxiety.", "A cold shower fixed my anxiety. A morning walk fixed my anxiety."];
    assert_eq!([one, both].map(|text| noted(text, Sensitivity::Thorough)), [0, 2]);
    assert_eq!([one, both].map(|text| noted(text, Sensitivity::Balanced)), [0, 0]);
}

#[test]
fn one_flag_and_one_pass_are_asked_of_each() {
    let (unflagged, unpassed) =
        (SAMPLE.replace("flags    =", "# flags    ="), SAMPLE.split("[passes]").next().unwrap());
    let no_flag = read(&[("shower.toml", &unflagged.replace("# flags", "flags = []\n# flags"))]).unwrap_err();
    assert_eq!(no_flag, ["shower.toml:3: one flag or more is asked for"]);
    assert_eq!(read(&[("shower.toml", unpassed)]).unwrap_err(), ["shower.toml:3: one pass or more is asked for"]);
}

#[test]
fn own_words_add_to_the_built_in_lists() {
    let rule = SAMPLE.replace("cold (shower|showers|plunge|water)", "{baths}").replace("cold shower", "ice bath");
    let pack =
        read(&[("class/en/words.toml", "baths = [\"ice bath\"]"), ("class/en/oversimplification/bath.toml", &rule)]);
    assert_eq!(pack.unwrap().pack.languages[0].rules[0].id, "class/bath");
}

#[test]
fn nothing_is_not_a_pack() {
    assert_eq!(read(&[]).unwrap_err(), ["class: there is no rule in it"]);
}

#[test]
fn two_files_with_one_name_are_told_apart() {
    let problems = read(&[("a/shower.toml", SAMPLE), ("b/shower.toml", SAMPLE)]).unwrap_err();
    assert!(problems[0].starts_with("b/shower.toml: this has the same place as a/shower.toml"), "{problems:?}");
}

/// A pack lies in the browser's store between two starts: whatever becomes of it there, nothing breaks.
#[test]
fn a_pack_whose_bytes_were_changed_is_refused_or_judges_without_harm() {
    let whole = read(&[("shower.toml", SAMPLE)]).unwrap().to_bytes().unwrap();
    let told =
        video("A cold shower fixed my depression, and no doctor can cure anxiety. Is that so? DM me for therapy!");
    let mut chance = 1_u64;
    let mut next = || {
        chance = chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(chance >> 33).unwrap()
    };
    let mut refused = 0;
    for _ in 0..300 {
        let mut bytes = whole.clone();
        let at = next() % bytes.len();
        bytes[at] = u8::try_from(next() % 256).unwrap();
        bytes.truncate(if next() % 8 == 0 { at } else { bytes.len() });
        match OwnPack::from_bytes(&bytes) {
            Ok(pack) => drop(Engine::with_own(&pack).unwrap().assess(&told, Sensitivity::Thorough)),
            Err(_) => refused += 1,
        }
    }
    assert!((1..300).contains(&refused), "{refused} of 300");
}
