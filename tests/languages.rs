//! Which language a text is in, and that what no rules cover is left unread instead of being judged by others.

use second_look::assess::Engine;
use second_look::assessment::{Assessment, Sensitivity, State};
use second_look::video::{Creator, Video};

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
