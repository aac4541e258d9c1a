//! What the background answered, so that no words are judged twice.

use std::collections::{BTreeMap, VecDeque};
use std::rc::Rc;

use second_look::video::{Field, Video};
use second_look::wire::{Answer, Request};
use wasm_bindgen_futures::spawn_local;

use crate::browser::{loader, plain};
use crate::event::{Event, post};

/// How many answers are kept. A viewer who scrolls back this far has them judged again.
const KEPT: usize = 400;

/// What is known of some words.
#[derive(Clone, Debug)]
pub enum Standing {
    /// The background has been asked.
    Asked,
    /// It answered.
    Answered(Rc<Answer>),
    /// It could not.
    Failed,
}

/// Answers by the signature of what was read.
#[derive(Debug, Default)]
pub struct Answers {
    known: BTreeMap<u64, Standing>,
    order: VecDeque<u64>,
    round: u32,
}

impl Answers {
    /// The answer to these words, once it is here.
    pub fn get(&self, signature: u64) -> Option<Rc<Answer>> {
        match self.known.get(&signature) {
            Some(Standing::Answered(answer)) => Some(answer.clone()),
            _ => None,
        }
    }

    /// Whether there is nothing to wait for.
    pub fn is_settled(&self, signature: u64) -> bool {
        matches!(self.known.get(&signature), Some(Standing::Answered(_) | Standing::Failed))
    }

    /// Asks, unless that has been done.
    pub fn ask(&mut self, signature: u64, video: &Video) {
        if self.known.contains_key(&signature) {
            return;
        }
        self.keep(signature, Standing::Asked);
        let (round, request) = (self.round, Request::Assess { video: video.clone() });
        spawn_local(async move {
            let answer = asked(&request).await;
            post(Event::Answered { signature, round, answer });
        });
    }

    /// Takes an answer down; `false` for one that came too late to matter.
    pub fn take(&mut self, signature: u64, round: u32, answer: Result<Box<Answer>, String>) -> bool {
        let current = round == self.round && self.known.contains_key(&signature);
        if current {
            let standing = answer.map_or(Standing::Failed, |answer| Standing::Answered(Rc::from(answer)));
            self.known.insert(signature, standing);
        }
        current
    }

    /// Forgets everything: what was judged by other settings says nothing any more.
    pub fn forget(&mut self) {
        *self = Self { round: self.round.wrapping_add(1), ..Self::default() };
    }

    fn keep(&mut self, signature: u64, standing: Standing) {
        self.known.insert(signature, standing);
        self.order.push_back(signature);
        if self.order.len() > KEPT
            && let Some(oldest) = self.order.pop_front()
        {
            self.known.remove(&oldest);
        }
    }
}

async fn asked(request: &Request) -> Result<Box<Answer>, String> {
    let fault = |fault| format!("{fault:?}");
    let loader = loader().ok_or("not started")?;
    let answer = loader.ask(plain(request).map_err(fault)?).await.map_err(fault)?;
    serde_wasm_bindgen::from_value(answer).map(Box::new).map_err(|fault| fault.to_string())
}

/// The same words of the same video have the same signature (FNV-1a).
pub fn signature(video: &Video) -> u64 {
    let fields = Field::ALL.map(|field| video.words(field)).join("\u{1f}");
    let language = video.language.as_deref().unwrap_or_default();
    let bytes = [video.id.as_str(), &fields, language].join("\u{1e}");
    bytes.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}
