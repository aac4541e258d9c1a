//! Spoken words count in the language of their track, and in no other.

use second_look::assess::Engine;
use second_look::assessment::{Assessment, Sensitivity, State};
use second_look::video::{Cue, Field, Video};

const WORDS: &str = "Today I talk about how this tea cures anxiety in a week.";

fn assess(title: &str, track: Option<&str>) -> Assessment {
    let cue = Cue { start: 12.5, end: 15.0, text: WORDS.to_owned() };
    let captions_language = track.map(str::to_owned);
    let video = Video { title: title.to_owned(), captions: vec![cue], captions_language, ..Video::default() };
    Engine::new().expect("the pack was built with this crate").assess(&video, Sensitivity::Balanced)
}

fn spoken(assessment: &Assessment) -> Vec<Option<f64>> {
    assessment.notes.iter().filter(|note| note.field == Field::Captions).map(|note| note.at).collect()
}

#[test]
fn a_track_in_a_known_language_is_judged_at_its_moment() {
    for track in [None, Some("en"), Some("en-GB")] {
        assert_eq!(spoken(&assess("A cup in the morning", track)), [Some(12.5)], "{track:?}");
    }
}

#[test]
fn a_track_in_a_language_without_rules_is_not_judged() {
    let alone = assess("", Some("is"));
    assert_eq!((alone.state, alone.language.as_deref(), spoken(&alone)), (State::NotRead, Some("is"), Vec::new()));
    let titled = assess("This is what the tea did for my anxiety: it cures depression in a week", Some("is-IS"));
    assert_eq!((titled.state, spoken(&titled)), (State::Notes, Vec::new()));
    assert!(titled.notes.iter().all(|note| note.field == Field::Title));
}

#[test]
fn a_track_that_is_not_in_the_language_of_the_words_is_not_judged() {
    assert_eq!(spoken(&assess("This is what I do in the morning with my tea", Some("es"))), Vec::<Option<f64>>::new());
}
