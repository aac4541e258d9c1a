//! Which language a text is in, and that what no rules cover is left unread instead of being judged by others.

use std::fs;
use std::path::Path;

use second_look::assess::Engine;
use second_look::assessment::{Assessment, Category, Sensitivity, State};
use second_look::pack::source::{RuleFolder, Tree};
use second_look::text::lexicon::LexiconBuilder;
use second_look::video::{Creator, Video};

/// The folder of a third language: four files and one rule.
const ITALIAN: &[(&str, &str)] = &[
    ("words.toml", r#"condition = ["depressione", "ansia"]"#),
    (
        "topic.toml",
        r#"strong = ["{condition}"]
        weak = ["tristezza"]"#,
    ),
    (
        "context.toml",
        r#"[negation]
        scope = 5
        before = ["non", "nessun*"]"#,
    ),
    ("common.toml", "words = 'tisana settimana'\nveiled = ''\nabbreviations = 'dott'"),
    (
        "cure_claim/cures-the-condition.toml",
        r#"title = "Dice che cura"
        why = "Curare vuol dire che passa."
        question = "Per chi?"
        weight = 3
        phrases = ["(cura|guarisce) [la] {condition}"]
        sources = [{ title = "FDA, Health scams: how to spot them" }]
        flags = ["La tisana che [[cura la depressione]]", "[[guarisce la depressione]]", "[[cura ansia]]"]
        [passes]
        "nega" = ["Nessuna tisana cura la depressione.", "Non cura la depressione."]
        "altro" = ["La cura del prato"]"#,
    ),
];

/// Rules in a folder of their own, with a language that the project does not have.
fn with_a_third_language() -> Engine {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("rules");
    let given = |file: &str| fs::read_to_string(Path::new("crate/rules").join(file)).expect("the rules are there");
    let write = |file: &Path, text: &str| {
        fs::create_dir_all(file.parent().expect("a folder")).expect("a folder can be made");
        fs::write(file, text).expect("a file can be written");
    };
    write(&root.join("languages.toml"), &given("languages.toml").replace("assumed = \"en\"", "assumed = \"it\""));
    write(&root.join("sensitivity.toml"), &given("sensitivity.toml"));
    for (file, text) in ITALIAN {
        write(&root.join("it").join(file), text);
    }
    let mut problems = Vec::new();
    let (rules, more) = RuleFolder::of(&Tree::of_folder(&root, "", &mut problems));
    let mut lexicon = LexiconBuilder::default();
    rules.name_words(&mut lexicon);
    let (pack, faults) = rules.pack(lexicon.build().expect("few words"));
    problems.extend(more.into_iter().chain(faults));
    assert!(problems.is_empty(), "{problems:?}");
    Engine::with_pack(pack).expect("the titles were built with this crate")
}

#[test]
fn a_third_language_is_a_folder() {
    let engine = with_a_third_language();
    let assess = |title: &str| engine.assess(&titled(title), Sensitivity::Balanced);
    let found = assess("Questa tisana cura la depressione in una settimana e nessuno lo dice");
    assert_eq!((found.language.as_deref(), found.notes.len()), (Some("it"), 1));
    assert!(assess("Questa tisana non cura la depressione, ma per me è buona").notes.is_empty());
    assert_eq!(assess("This tea cures depression in a week and nobody wants you to know it").state, State::NotRead);
}

/// Invented texts about mental health, in languages that have no rules.
const UNREAD: &[(&str, &str)] = &[
    ("pt", "Este chá cura a depressão em uma semana e ninguém quer que você saiba disso"),
    ("fr", "Cette plante guérit la dépression en une semaine et personne ne veut que tu le saches"),
    ("de", "Dieser Tee heilt die Depression in einer Woche und niemand will, dass du es weißt"),
    ("it", "Questa tisana cura la depressione in una settimana e nessuno vuole che tu lo sappia"),
    ("nl", "Deze thee geneest je depressie in een week en niemand wil dat je dat weet"),
    ("ca", "Aquesta infusió cura la depressió en una setmana i ningú no vol que tu ho sàpigues"),
    ("pl", "Ta herbata leczy depresję w tydzień i nikt nie chce, żebyś to wiedział, bo to jest ich interes"),
    ("ru", "Этот чай лечит депрессию за неделю"),
    ("ja", "このお茶でうつ病が治ります"),
];

fn assess(video: &Video) -> Assessment {
    Engine::new().expect("the pack was built with this crate").assess(video, Sensitivity::Thorough)
}

fn titled(title: &str) -> Video {
    Video { title: title.to_owned(), ..Video::default() }
}

/// Invented texts in Spanish: long, short, without accents, as spoken in Spain and on the River Plate, with English tags.
const SPANISH: &[&str] = &[
    "Este té cura la depresión en una semana y nadie quiere que lo sepas",
    "ansiedad y depresion",
    "La depresión es una decisión",
    "no sos vaga, tenés tdah",
    "xq mi ansiedad no se va??",
    "Terapia online para adultos con ansiedad",
    "mi historia con el toc #mentalhealth #fyp #therapytok",
    "7 señales de ansiedad 😱",
];

#[test]
fn spanish_is_told_and_read() {
    for title in SPANISH {
        let found = assess(&titled(title));
        assert_eq!(found.language.as_deref(), Some("es"), "{title}");
        assert!(found.topic, "{title}");
    }
}

#[test]
fn a_question_begins_where_it_is_opened() {
    let noted = |title: &str| !assess(&titled(title)).notes.is_empty();
    assert!(noted("Este té cura la ansiedad, ¿lo sabías?"));
    assert!(!noted("Tengo una duda: ¿este té cura la ansiedad?"));
}

#[test]
fn a_language_without_rules_is_left_unread() {
    for (language, title) in UNREAD {
        let found = assess(&titled(title));
        assert_eq!((found.state, found.language.as_deref()), (State::NotRead, Some(*language)), "{title}");
    }
}

#[test]
fn what_tells_nothing_is_taken_for_the_language_that_the_page_names() {
    let found = assess(&Video { language: Some("pt-BR".to_owned()), ..titled("TDAH 100%") });
    assert_eq!(found.state, State::NotRead);
    let found = assess(&Video { language: Some("un".to_owned()), ..titled("ADHD 100%") });
    assert_eq!(found.state, State::NothingMatched);
}

#[test]
fn a_name_tells_no_language() {
    let creator = Creator { name: "El Jo de la Una".to_owned(), ..Creator::default() };
    assert_ne!(assess(&Video { creator, ..titled("My week with ADHD") }).state, State::NotRead);
}

/// Invented texts in two languages, each with one claim: title, description, and how many notes there are.
const MIXED: &[(&str, &str, usize)] = &[
    ("My morning with ADHD and what it looks like", "Este té cura la depresión en una semana y nadie te lo dice", 1),
    ("Mi mañana con la ansiedad y lo que hago", "This tea cures depression in a week and nobody tells you that", 1),
    ("This tea cures depression in one week", "La ansiedad no existe, es puro invento de la gente floja", 2),
    (
        "La depresión es una elección, te lo juro por mi vida",
        "You should throw away your antidepressants, they are poison for you",
        2,
    ),
    (
        "Depression, my story",
        "I have been in therapy for a year now. Este té me curó la ansiedad en tres días y no lo podía creer.",
        1,
    ),
    ("la vida loca with ADHD", "Mi casa, your house. This is how I plan the day with my kids.", 0),
    ("Me and no one else", "The siesta that I need, no joke. Ansiedad is what my abuela calls it.", 0),
];

#[test]
fn each_part_of_a_text_is_judged_in_its_own_language() {
    for (title, description, notes) in MIXED {
        let found = assess(&Video { description: (*description).to_owned(), ..titled(title) });
        let noted: Vec<&str> = found.notes.iter().map(|note| note.quote.as_str()).collect();
        let claims = found.categories.iter().filter(|category| category.is_claim()).count();
        assert_eq!(claims, *notes, "{title} / {description}: {noted:?}");
    }
}

/// Speech that goes on in another language, as long as people talk: one claim in each.
#[test]
fn each_part_of_speech_is_judged_in_its_own_language() {
    let talk = "so today I want to tell you how my week was and what I do in the evening after all the work is done ";
    let english = [&talk.repeat(40), "this tea cures depression in a week ", talk];
    let talk = "hoy les cuento como fue mi semana y lo que hago por la tarde con mis hijos en la casa ";
    let spanish = [&talk.repeat(8), "este té cura la depresión en una semana ", talk];
    let german = "heute erzähle ich euch wie meine Woche war und was ich am Abend mit den Kindern mache ".repeat(40);
    let noted = |transcript: &[&str]| {
        let found = assess(&Video { transcript: transcript.concat(), ..Video::default() });
        found.notes.into_iter().map(|note| note.quote).collect::<Vec<_>>()
    };
    let [alone_english, alone_spanish] = [noted(&english), noted(&spanish)];
    assert!(!alone_english.is_empty() && !alone_spanish.is_empty());
    let mut both = noted(&[spanish, english].concat());
    let mut expected = [alone_english, alone_spanish.clone()].concat();
    both.sort();
    expected.sort();
    assert_eq!(both, expected);
    assert_eq!(noted(&[&[german.as_str()], &spanish[..]].concat()), alone_spanish);
}

#[test]
fn a_licence_told_in_the_other_language_is_found() {
    let description =
        "Soy psicóloga colegiada y hablo de la ansiedad. Este té no cura la ansiedad, ni en una semana ni en dos.";
    let creator =
        Creator { name: "Ana Prado".to_owned(), bio: "Psicóloga colegiada M-00012".to_owned(), ..Creator::default() };
    let video = Video {
        creator,
        description: description.to_owned(),
        ..titled("How I work with people who have OCD and ADHD")
    };
    assert!(assess(&video).categories.contains(&Category::CredentialLicensed));
}

/// Words that a language shares with one that has more of them here are no sign of it.
#[test]
fn few_words_of_common_speech_tell_their_language() {
    for title in ["no te va a curar la ansiedad", "cura la depresión en un mes", "curar la ansiedad"] {
        assert_eq!(assess(&titled(title)).language.as_deref(), Some("es"), "{title}");
    }
}
