//! From messages to words in the language of the interface.

use second_look::view::{Arg, Message, Title};

use crate::browser;

/// The words of a message.
pub fn words(message: &Message) -> String {
    let count = message.count.map(|count| count.to_string());
    let args: Vec<String> = count.into_iter().chain(message.args.iter().map(filled)).collect();
    let Some(count) = message.count else { return browser::message(&message.key, &args) };
    let exact = browser::message(&format!("{}_{}", message.key, browser::plural_form(count)), &args);
    if exact.is_empty() { browser::message(&format!("{}_other", message.key), &args) } else { exact }
}

/// The words of a text of the interface that has nothing to fill in.
pub fn say(key: &str) -> String {
    browser::message(key, &[])
}

/// A rule's own words, or the interface's.
pub fn title(title: &Title) -> String {
    match title {
        Title::Rule(words) => words.clone(),
        Title::Message(message) => words(message),
    }
}

fn filled(arg: &Arg) -> String {
    match arg {
        Arg::Words(words) => words.clone(),
        Arg::Language(tag) => browser::language_name(tag),
        Arg::Message(message) => words(message),
    }
}
