//! The little of XML that caption formats need, on top of `quick-xml`: elements with attributes, and text in which
//! references are resolved. Documents are read as far as they go.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::gather::Gathering;
use super::{Warning, markup};

/// No caption format nests deeper.
const DEEPEST: usize = 64;

/// What is done with a document, part by part.
pub trait Handler {
    /// An element begins: its name without prefix, and its attributes.
    fn start(&mut self, name: &str, attributes: &Attributes<'_>, gathering: &mut Gathering);
    /// Characters.
    fn text(&mut self, text: &str);
    /// The innermost element ends.
    fn end(&mut self, name: &str, gathering: &mut Gathering);
}

/// The attributes of an element.
pub struct Attributes<'e>(&'e BytesStart<'e>);

impl Attributes<'_> {
    /// An attribute by its name without prefix.
    pub fn get(&self, name: &str) -> Option<String> {
        let mut all = self.0.html_attributes();
        let found = all.with_checks(false).flatten().find(|attribute| attribute.key.local_name().as_ref() == name)?;
        Some(markup::unescaped(&found.value).into_owned())
    }

    /// An attribute that is a whole number.
    pub fn number(&self, name: &str) -> Option<u64> {
        self.get(name)?.trim().parse().ok()
    }
}

/// The name of the outermost element, without prefix.
pub fn root(text: &str) -> Option<&str> {
    let mut rest = text;
    loop {
        rest = rest.split_once('<')?.1;
        let name = rest.split([' ', '\t', '\r', '\n', '>', '/']).next()?;
        if !name.starts_with(['?', '!']) {
            return Some(name.rsplit(':').next().unwrap_or(name));
        }
    }
}

/// Reads a document; where it is broken, what stands before that has been handled.
pub fn read(text: &str, handler: &mut impl Handler, gathering: &mut Gathering) {
    let mut reader = Reader::from_str(text);
    reader.config_mut().check_end_names = false;
    reader.config_mut().allow_unmatched_ends = true;
    reader.config_mut().allow_dangling_amp = true;
    reader.config_mut().expand_empty_elements = true;
    let mut open: Vec<String> = Vec::new();
    loop {
        if gathering.is_full() {
            return gathering.warn(Warning::Cut);
        }
        match reader.read_event() {
            Ok(Event::Eof) => break,
            Ok(event) if open.len() <= DEEPEST => handle(&event, &mut open, handler, gathering),
            _ => {
                gathering.warn(Warning::Broken);
                break;
            }
        }
    }
    if !open.is_empty() {
        gathering.warn(Warning::Broken);
    }
    while let Some(name) = open.pop() {
        handler.end(&name, gathering);
    }
}

fn handle(event: &Event<'_>, open: &mut Vec<String>, handler: &mut impl Handler, gathering: &mut Gathering) {
    match event {
        Event::Start(start) => {
            let name = start.local_name().as_ref().to_owned();
            handler.start(&name, &Attributes(start), gathering);
            open.push(name);
        }
        Event::End(end) => {
            let closes = open.iter().rposition(|name| *name == end.local_name().as_ref());
            for name in open.drain(closes.unwrap_or(open.len())..).rev() {
                handler.end(&name, gathering);
            }
        }
        Event::Text(text) => handler.text(text),
        Event::CData(text) => handler.text(text),
        Event::GeneralRef(name) => handler.text(&markup::unescaped(&format!("&{};", &**name))),
        _ => {}
    }
}
