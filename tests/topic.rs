//! What is about mental health, and what only shares its words.

use second_look::assess::Engine;
use second_look::assessment::{Sensitivity, State};
use second_look::video::Video;

const ABOUT_IT: &[&str] = &[
    "My depression after the move",
    "living with #adhd at fifty",
    "What a panic attack feels like",
    "He sees a therapist on Mondays",
    "stress, overthinking and a small garden",
    "Growing up autistic in the nineties",
];

/// Off the topic by themselves, on it where a claim is made as well.
const WITH_A_CLAIM: &[(&str, &str)] = &[
    ("A bag of pills", "throw your pills in the bin and go outside"),
    ("List of symptoms", "comment your symptoms and I will diagnose you"),
    ("The mood of the room", "you don't need a shrink, you need the gym, and your mood will follow"),
];

const NOT_ABOUT_IT: &[&str] = &[
    "What caused the Great Depression?",
    "Tropical depression strengthens into a storm",
    "Subtropical Depression Nine forms in the Atlantic",
    "The bipolar transistor explained",
    "Panic buying empties the shelves",
    "Panic! At The Disco live in Vienna",
    "Gene therapy trial for heart disease",
    "Suicide bomber kills nine at a market",
    "Time heals a broken ankle",
    "How to cure ham at home",
];

fn state(title: &str) -> State {
    let engine = Engine::new().expect("the pack was built with this crate");
    engine.assess(&Video { title: title.to_owned(), ..Video::default() }, Sensitivity::Thorough).state
}

#[test]
fn what_is_about_mental_health_is_read() {
    for title in ABOUT_IT {
        assert_ne!(state(title), State::OffTopic, "{title}");
    }
}

#[test]
fn words_of_care_are_about_it_beside_a_claim() {
    for (alone, claimed) in WITH_A_CLAIM {
        assert_eq!(state(alone), State::OffTopic, "{alone}");
        assert_eq!(state(claimed), State::Notes, "{claimed}");
    }
}

#[test]
fn what_only_shares_its_words_is_left_alone() {
    for title in NOT_ABOUT_IT {
        assert_eq!(state(title), State::OffTopic, "{title}");
    }
}

#[test]
fn a_sketch_is_a_joke_throughout() {
    let engine = Engine::new().expect("the pack was built with this crate");
    let spoken = "this new tea cures depression in one day".to_owned();
    let claims = |title: &str| {
        let video = Video { title: title.to_owned(), transcript: spoken.clone(), ..Video::default() };
        engine.assess(&video, Sensitivity::Balanced).notes.len()
    };
    assert!(claims("My morning with depression") > 0);
    assert_eq!(claims("The tea seller | sketch comedy"), 0);
}
