//! What the background answers to each question, without a browser in sight.

use serde::Serialize;

use crate::assess::Engine;
use crate::assessment::{Assessment, Category};
use crate::domain::{registers_for, support_in};
use crate::settings::{Checked, Row, Settings, TABLE};
use crate::video::Video;
use crate::wire::{Answer, RegisterLink, Request, Support};

/// An answer as it goes over the wire.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub enum Reply {
    /// To [`Request::Assess`].
    Answer(Box<Answer>),
    /// To [`Request::SettingsTable`].
    Table(&'static [Row]),
    /// To [`Request::CheckSettings`].
    Checked(Checked),
}

/// Answers a question; `None` to [`Request::JavascriptForm`], which is for the browser to do.
pub fn answer(engine: &Engine, request: Request, settings: &Settings) -> Option<Reply> {
    match request {
        Request::Assess { video } => Some(Reply::Answer(Box::new(assess(engine, &video, settings)))),
        Request::SettingsTable => Some(Reply::Table(TABLE)),
        Request::CheckSettings { stored, mutes } => Some(Reply::Checked(Settings::check(stored, mutes))),
        Request::JavascriptForm => None,
    }
}

fn assess(engine: &Engine, video: &Video, settings: &Settings) -> Answer {
    let assessment = engine.assess(video, settings.sensitivity());
    let rules = engine.rule_texts(&assessment);
    Answer { registers: registers(&assessment), support: support(&assessment), assessment, rules }
}

/// Where the stated title would be listed, if the words point to a country.
fn registers(assessment: &Assessment) -> Vec<RegisterLink> {
    let credential = &assessment.credential;
    let stated = || credential.which.iter().chain(&credential.place);
    let entry = credential.which.as_ref().map_or("", |which| &which.entry);
    let country = stated().map(|stated| stated.country.as_str()).find(|country| !country.is_empty());
    country.map(|country| registers_for(country, entry)).unwrap_or_default()
}

/// Until the viewer's country is known: the directory of lines in every country.
fn support(assessment: &Assessment) -> Option<Support> {
    assessment.categories.contains(&Category::CrisisContent).then(|| support_in(""))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reply(request: &str) -> serde_json::Value {
        let engine = Engine::new().unwrap();
        let request = serde_json::from_str(request).unwrap();
        serde_json::to_value(answer(&engine, request, &Settings::default())).unwrap()
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
    fn only_the_browser_runs_scripts() {
        assert!(reply(r#"{"ask": "javascript_form"}"#).is_null());
    }
}
