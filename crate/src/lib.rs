//! Second Look: a calm second look at mental-health videos.
//!
//! One crate holds everything that decides. Three thin leaves build it for the browser: `crate/engine` and, for rules of
//! one's own, `crate/packer` for the background, `crate/page` for the content script.
//!
//! ```text
//! the page ─ site ─▶ Video ─ text ─▶ tokens ─ phrase ─▶ matches ─ context ─▶ Assessment ─ view ─▶ badge, card
//! ```
//!
//! | module | what it holds |
//! |---|---|
//! | [`video`] | what was read: [`video::Video`], its fields and cues |
//! | [`captions`] | spoken words: as a player draws them, as a transcript lists them, out of a caption file |
//! | [`bios`] | profile texts, remembered for their creators' other videos |
//! | [`assessment`] | what came of it: notes, overruled matches, credential |
//! | [`settings`] | every option, in one table |
//! | [`site`] | what is on a page: site descriptions, the reader, its cards |
//! | [`view`] | what the viewer is shown: badge, card and reminder as plain data |
//! | [`domain`] | titles, registers and help lines, by country |
//! | [`text`] | text to numbered words, with a map back |
//! | [`flat`] | tables that are read where they lie |
//! | [`phrase`] | phrase patterns, compiled and found |
//! | [`pack`] | the rules of each language, packed |
//! | [`measured`] | what the rules come to on labelled text |
//! | [`context`] | guards: negation, question, attribution and their kin |
//! | [`credential`] | who is speaking, which licence, where |
//! | [`assess`] | the engine: a video in, an assessment out |
//! | [`answer`] | what the background answers to each question |
//! | [`wire`] | the messages between the page, the background and the extension's own pages |

pub mod answer;
pub mod assess;
pub mod assessment;
pub mod bios;
pub mod captions;
pub mod context;
pub mod credential;
pub mod domain;
pub mod flat;
pub mod measured;
pub mod pack;
pub mod phrase;
pub mod settings;
pub mod site;
pub mod text;
pub mod video;
pub mod view;
pub mod wire;
