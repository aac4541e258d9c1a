//! What the background answers to each question, without a browser in sight.

use serde::Serialize;

use crate::assess::Engine;
use crate::assessment::{Assessment, Category, CredentialStatus};
use crate::captions::{self, Track};
use crate::domain::{registers_for, support_in};
use crate::settings::{self, CAPTIONS_FETCH, Checked, Row, Settings, Step, TABLE};
use crate::site::may_fetch;
use crate::video::Video;
use crate::wire::{Answer, RegisterLink, Request, RuleEntry, SensitivityEntry, Support};

/// An answer as it goes over the wire.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub enum Reply {
    /// To [`Request::Assess`].
    Answer(Box<Answer>),
    /// To [`Request::AssessAll`].
    Answers(Vec<Answer>),
    /// To [`Request::SettingsTable`].
    Table(&'static [Row]),
    /// To [`Request::CheckSettings`].
    Checked(Checked),
    /// To [`Request::Sync`].
    Step(Step),
    /// To [`Request::RuleCatalogue`].
    Catalogue(Vec<RuleEntry>),
    /// To [`Request::Sensitivities`].
    Sensitivities(Vec<SensitivityEntry>),
    /// To [`Request::Support`].
    Support(Support),
    /// To [`Request::ParseCaptions`].
    Track(Track),
}

/// Answers a question in a month (see [`crate::domain::months`]); `None` to those that are for the browser or the packer to
/// answer.
pub fn answer(engine: &Engine, request: Request, settings: &Settings, month: u32) -> Option<Reply> {
    match request {
        Request::Assess { video } => Some(Reply::Answer(Box::new(assess(engine, &video, settings, month)))),
        Request::AssessAll { videos } => {
            Some(Reply::Answers(videos.iter().map(|video| assess(engine, video, settings, month)).collect()))
        }
        Request::SettingsTable => Some(Reply::Table(TABLE)),
        Request::CheckSettings(held) => Some(Reply::Checked(Settings::check(held))),
        Request::Sync { held, stamp, carried } => Some(Reply::Step(settings::step(held, stamp, carried))),
        Request::RuleCatalogue => engine.catalogue().ok().map(Reply::Catalogue),
        Request::Sensitivities => Some(Reply::Sensitivities(engine.sensitivities())),
        Request::Support => Some(Reply::Support(support_in(&settings.country(), month))),
        Request::ParseCaptions { text } => Some(Reply::Track(captions::parse(text.as_bytes()))),
        Request::Captions { .. } | Request::JavascriptForm | Request::CheckPack { .. } | Request::Count { .. } => None,
    }
}

/// The address of a caption file, where it may be asked for: the viewer has not switched that off, and it is on a host
/// of the site that names it.
pub fn caption_address<'r>(request: &'r Request, settings: &Settings) -> Option<&'r str> {
    match request {
        Request::Captions { site, url } if settings.is_on(CAPTIONS_FETCH) && may_fetch(site, url) => Some(url),
        _ => None,
    }
}

fn assess(engine: &Engine, video: &Video, settings: &Settings, month: u32) -> Answer {
    let assessment = engine.assess(video, settings.sensitivity());
    let rules = engine.rule_texts(&assessment);
    let country = settings.country();
    let support = support(&assessment, &country, month);
    Answer { registers: registers(&assessment, &country), support, assessment, rules }
}

/// More links of one country than this are no help.
const MOST_REGISTERS: usize = 3;

/// Where a title would be listed: in the viewer's country, and in the one that the words point to. Who says not to be a
/// clinician is on no list.
fn registers(assessment: &Assessment, country: &str) -> Vec<RegisterLink> {
    let credential = &assessment.credential;
    if credential.status == CredentialStatus::SaysNotClinician {
        return Vec::new();
    }
    let place = credential.place.as_ref().map_or("", |place| &place.quote);
    let entry = credential.which.as_ref().map_or("", |which| &which.entry);
    let stated = credential.which.iter().chain(&credential.place).map(|stated| stated.country.as_str());
    let stated = stated.into_iter().find(|code| !code.is_empty() && *code != country);
    let countries = [country].into_iter().filter(|code| !code.is_empty()).chain(stated);
    countries.flat_map(|code| registers_for(code, entry, place).into_iter().take(MOST_REGISTERS)).collect()
}

/// Lines of the viewer's country; until one is chosen, the directory of lines in every country.
fn support(assessment: &Assessment, country: &str, month: u32) -> Option<Support> {
    assessment.categories.contains(&Category::CrisisContent).then(|| support_in(country, month))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::Value;

    fn reply(request: &str) -> serde_json::Value {
        let engine = Engine::new().unwrap();
        let request = serde_json::from_str(request).unwrap();
        serde_json::to_value(answer(&engine, request, &Settings::default(), 0)).unwrap()
    }

    #[test]
    fn several_videos_are_answered_in_their_order() {
        let replies = reply(
            r#"{"ask": "assess_all", "videos": [{"id": "a", "title": "How I repaired a boat"},
                {"id": "b", "description": "This tea cures depression in a week."}]}"#,
        );
        let state = |at: usize| (&replies[at]["assessment"]["id"], &replies[at]["assessment"]["state"]);
        assert_eq!(state(0), (&"a".into(), &"off_topic".into()));
        assert_eq!(state(1), (&"b".into(), &"notes".into()));
    }

    #[test]
    fn a_video_is_answered_with_the_texts_of_its_rules() {
        let reply =
            reply(r#"{"ask": "assess", "video": {"id": "a", "description": "This tea cures depression in a week."}}"#);
        assert_eq!(reply["assessment"]["state"], "notes");
        let rule = &reply["assessment"]["notes"][0]["rule"];
        assert!(reply["rules"].as_array().unwrap().iter().any(|text| text["id"] == *rule), "{reply:#}");
    }

    #[test]
    fn a_form_gets_the_table() {
        assert_eq!(reply(r#"{"ask": "settings_table"}"#).as_array().unwrap().len(), TABLE.len());
    }

    #[test]
    fn each_sensitivity_comes_with_what_was_measured() {
        let reply = reply(r#"{"ask": "sensitivities"}"#);
        let english = reply.as_array().unwrap().iter().filter(|entry| entry["language"] == "en");
        let measured: Vec<_> = english
            .map(|entry| (entry["sensitivity"].as_str().unwrap(), entry["precision"]["value"].as_f64().unwrap()))
            .collect();
        assert_eq!(measured.iter().map(|(name, _)| *name).collect::<Vec<_>>(), ["quiet", "balanced", "thorough"]);
        assert!(measured.iter().all(|(_, precision)| (0.5..=1.0).contains(precision)), "{measured:?}");
    }

    #[test]
    fn support_is_the_chosen_countrys() {
        let engine = Engine::new().unwrap();
        let lines = |stored: &[(String, Value)]| {
            let settings = Settings::from_stored(stored.to_vec());
            let support = serde_json::to_value(answer(&engine, Request::Support, &settings, 0)).unwrap();
            (support["lines"].as_array().unwrap().len(), support["elsewhere"].as_str().unwrap().to_owned())
        };
        assert_eq!(lines(&[]).0, 0);
        assert!(lines(&[]).1.starts_with("https://"));
        assert!(lines(&[("country".into(), Value::Choice("GB".into()))]).0 > 0);
    }

    #[test]
    fn caption_files_are_asked_for_where_the_viewer_and_the_site_agree() {
        let request = |url: &str| Request::Captions { site: "tiktok".to_owned(), url: url.to_owned() };
        let [ours, other] = ["https://v16-webapp.tiktokcdn-eu.com/a", "https://example.org/a"].map(request);
        assert!(caption_address(&ours, &Settings::default()).is_some());
        assert_eq!(caption_address(&other, &Settings::default()), None);
        let off = Settings::from_stored([(CAPTIONS_FETCH.to_owned(), Value::Toggle(false))]);
        assert_eq!(caption_address(&ours, &off), None);
    }

    #[test]
    fn only_the_browser_runs_scripts() {
        assert!(reply(r#"{"ask": "javascript_form"}"#).is_null());
    }
}
