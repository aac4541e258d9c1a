//! The site's own caption file of the opened video, asked for by the background: once for each video, and only where the
//! viewer allows it.

use std::collections::VecDeque;

use second_look::captions::Track;
use second_look::settings::CAPTIONS_FETCH;
use second_look::site::CaptionFile;
use second_look::video::CaptionsFrom;
use second_look::wire::Request;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;

use crate::app::App;
use crate::browser::{language_tag, loader, plain};
use crate::event::{Event, post};
use crate::receive::Receive;

/// Of how many videos the file is kept: of a video that is opened again it is not asked for again.
const KEPT: usize = 16;

/// What was asked for: the video, and what came.
#[derive(Default)]
pub struct Files(VecDeque<(String, Option<Track>)>);

impl App {
    /// Asks for the caption file of the opened video, where its page names one.
    pub(super) fn seek_file(&mut self) {
        let id = &self.captions.id;
        let file = self.page.as_ref().and_then(|page| page.caption_file(&self.dom, id));
        let Some(CaptionFile { url, language }) = file else { return };
        self.captions.spoken.language = language_tag(&language);
        if let Some((_, track)) = self.files.0.iter().find(|(known, _)| known == id) {
            let track = track.clone();
            return track.map(|track| self.use_file(track)).unwrap_or_default();
        }
        if !url.is_empty() && self.store.settings.is_on(CAPTIONS_FETCH) {
            self.files.0.push_back((id.clone(), None));
            self.files.0.drain(..self.files.0.len().saturating_sub(KEPT));
            ask(id.clone(), Request::Captions { site: self.site.id.clone(), url });
        }
    }

    /// Takes down what came. An answer for a video that is gone is kept for when it comes back.
    pub(crate) fn take_file(&mut self, id: &str, track: Track) {
        if let Some((_, place)) = self.files.0.iter_mut().find(|(known, _)| known == id) {
            *place = Some(track.clone());
        }
        if self.captions.id == id {
            self.use_file(track);
            self.judge_captions();
        }
    }

    fn use_file(&mut self, Track { cues, language, warning }: Track) {
        let spoken = &mut self.captions.spoken;
        spoken.warning = warning;
        spoken.say(CaptionsFrom::File, cues, language.and_then(|language| language_tag(&language)));
    }
}

fn ask(id: String, request: Request) {
    spawn_local(async move {
        let Some((loader, request)) = loader().zip(plain(&request).ok()) else { return };
        let track = loader.ask(request).await.map_err(|fault| String::from(js_sys::Object::from(fault).to_string()));
        let track =
            track.and_then(|came: JsValue| Track::receive(&came).ok_or("a track that can not be read".to_owned()));
        post(Event::FileCame { id, track });
    });
}
