//! What the background answered, so that no words are judged twice.

use std::collections::VecDeque;
use std::rc::Rc;

use second_look::site::hash;
use second_look::video::{Field, Video};
use second_look::wire::{Answer, Request};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;

use crate::browser::{loader, plain, property};
use crate::event::{Event, post};
use crate::receive::Receive;

/// How many answers are kept beyond those of the cards that are there. A viewer who scrolls back further has them judged
/// again.
const KEPT: usize = 400;
/// How many videos are asked about in one message: as many as are read and drawn in a few milliseconds when they come
/// back.
const BATCH: usize = 24;

/// An answer, and its assessment as it came: reports pass that on whole.
#[derive(Debug)]
pub struct Known {
    /// What is shown.
    pub answer: Answer,
    /// What came.
    pub assessment: JsValue,
}

/// What is known of some words.
#[derive(Debug)]
enum Standing {
    /// The background has been asked.
    Asked,
    /// It answered.
    Answered(Rc<Known>),
    /// It could not.
    Failed,
}

/// Answers by the signature of what was read.
#[derive(Debug, Default)]
pub struct Answers {
    /// By signature, in rising order.
    known: Vec<(u64, Standing)>,
    /// The signatures, the oldest first.
    order: VecDeque<u64>,
    /// What is to be asked about with the next [`Answers::send`].
    wanted: Vec<(u64, Video)>,
    round: u32,
}

impl Answers {
    /// The answer to these words, once it is here.
    pub fn get(&self, signature: u64) -> Option<Rc<Known>> {
        match self.standing(signature) {
            Some(Standing::Answered(known)) => Some(known.clone()),
            _ => None,
        }
    }

    /// How many are kept, and waited for.
    pub fn len(&self) -> usize {
        self.known.len()
    }

    /// Whether there is nothing to wait for.
    pub fn is_settled(&self, signature: u64) -> bool {
        matches!(self.standing(signature), Some(Standing::Answered(_) | Standing::Failed))
    }

    /// Has something asked, unless that has been done. `cards` is how many cards there are.
    pub fn ask(&mut self, signature: u64, video: &Video, cards: usize) {
        let Err(place) = self.place(signature) else { return };
        self.known.insert(place, (signature, Standing::Asked));
        self.order.push_back(signature);
        while self.order.len() > KEPT + cards {
            let oldest = self.order.pop_front().and_then(|oldest| self.place(oldest).ok());
            oldest.map(|place| self.known.remove(place));
        }
        self.wanted.push((signature, video.clone()));
    }

    /// Puts to the background what is to be asked: a message costs more than what it carries.
    pub fn send(&mut self) {
        let mut wanted = std::mem::take(&mut self.wanted).into_iter();
        while !wanted.as_slice().is_empty() {
            let (signatures, videos) = wanted.by_ref().take(BATCH).unzip();
            let round = self.round;
            spawn_local(async move {
                let answers = asked(&Request::AssessAll { videos }).await;
                post(Event::Answered { signatures, round, answers });
            });
        }
    }

    /// Takes an answer down, or that there is none; `false` for one that came too late to matter.
    pub fn take(&mut self, signature: u64, round: u32, answer: Option<Rc<Known>>) -> bool {
        let current = round == self.round;
        let place = self.place(signature).ok().filter(|_| current).and_then(|place| self.known.get_mut(place));
        place.map(|place| place.1 = answer.map_or(Standing::Failed, Standing::Answered)).is_some()
    }

    /// Forgets everything: what was judged by other settings says nothing any more.
    pub fn forget(&mut self) {
        *self = Self { round: self.round.wrapping_add(1), ..Self::default() };
    }

    fn standing(&self, signature: u64) -> Option<&Standing> {
        self.place(signature).ok().and_then(|place| self.known.get(place)).map(|(_, standing)| standing)
    }

    /// Where a signature stands, or belongs.
    fn place(&self, signature: u64) -> Result<usize, usize> {
        self.known.binary_search_by_key(&signature, |(known, _)| *known)
    }
}

async fn asked(request: &Request) -> Result<Vec<Rc<Known>>, String> {
    let fault = |fault: JsValue| String::from(js_sys::Object::from(fault).to_string());
    let loader = loader().ok_or("not started")?;
    let came = loader.ask(plain(request).map_err(fault)?).await.map_err(fault)?;
    let known = |came: JsValue| {
        Some(Rc::new(Known { answer: Answer::receive(&came)?, assessment: property(&came, "assessment") }))
    };
    let all: Option<Vec<_>> = js_sys::Array::from(&came).iter().map(known).collect();
    Ok(all.ok_or("an answer that can not be read")?)
}

/// The same words of the same video have the same signature.
pub fn signature(video: &Video) -> u64 {
    let fields = Field::ALL.map(|field| video.words(field)).join("\u{1f}");
    let [language, track] = [&video.language, &video.captions_language].map(|tag| tag.as_deref().unwrap_or_default());
    let bytes = [video.id.as_str(), &fields, language, track].join("\u{1e}");
    hash(&bytes)
}
