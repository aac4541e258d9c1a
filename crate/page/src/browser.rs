//! What the page module asks of the browser beyond the page itself: one door.

use std::cell::OnceCell;

use js_sys::{Array, JsString};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, HtmlElement, Window};

#[wasm_bindgen]
extern "C" {
    /// What the loader (`extension/content.js`) does on behalf of this module.
    #[derive(Clone)]
    pub type Loader;

    /// Sends a [`second_look::wire::Request`] to the background and waits for the answer; wakes it where it sleeps.
    #[wasm_bindgen(method, catch)]
    pub async fn ask(this: &Loader, request: JsValue) -> Result<JsValue, JsValue>;

    /// What a caption file says that this page has loaded itself: a [`second_look::captions::Track`], or nothing where the
    /// browser keeps no copy of it. The network is never asked.
    #[wasm_bindgen(method, catch)]
    pub async fn cached(this: &Loader, url: &str) -> Result<JsValue, JsValue>;

    /// All that the browser's store holds, as one plain object.
    #[wasm_bindgen(method, catch)]
    pub async fn stored(this: &Loader) -> Result<JsValue, JsValue>;

    /// Keeps some entries in the browser's store.
    #[wasm_bindgen(method)]
    fn keep(this: &Loader, entries: &JsValue);

    /// A text of `_locales`; empty where there is none.
    #[wasm_bindgen(method)]
    fn message(this: &Loader, key: &str, args: &Array) -> String;

    /// The extension's version.
    #[wasm_bindgen(method)]
    fn version(this: &Loader) -> String;

    /// Whether this is a window whose history is not kept.
    #[wasm_bindgen(method)]
    fn private(this: &Loader) -> bool;

    /// The element that a part of ours stands in, with its style, what it shows, and its shield against the page. Made in
    /// one go: each call from here costs more than what it does.
    #[wasm_bindgen(method, catch)]
    pub fn host(this: &Loader, part: &str, style: &JsString, content: &HtmlElement) -> Result<HtmlElement, JsValue>;

    /// Puts a host at a corner of an element, or `after` it, so many pixels from its edges.
    #[wasm_bindgen(method)]
    pub fn put(this: &Loader, host: &HtmlElement, at: &Element, corner: &str, inline: u16, block: u16);

    /// Tells how many badges stand in the page.
    #[wasm_bindgen(method)]
    pub fn badges(this: &Loader, number: usize);

    /// Tells that this module has panicked: nothing of it can be called again, and all that it drew is removed.
    #[wasm_bindgen(method)]
    pub fn failed(this: &Loader, fault: &str);

    #[wasm_bindgen(thread_local_v2, js_name = document)]
    static DOCUMENT: Document;
    #[wasm_bindgen(thread_local_v2, js_name = window)]
    static WINDOW: Window;

    /// Throws for no name that is ours.
    #[wasm_bindgen(js_namespace = document, js_name = createElement)]
    pub fn create_element(tag: &str) -> HtmlElement;
    /// Throws for no name that is ours.
    #[wasm_bindgen(js_namespace = document, js_name = createElementNS)]
    pub fn create_element_ns(namespace: &str, tag: &str) -> Element;

    #[wasm_bindgen(js_namespace = ["navigator", "clipboard"], js_name = writeText, catch)]
    async fn write_text(text: &str) -> Result<(), JsValue>;

    /// Throws for what is no tag.
    #[wasm_bindgen(js_namespace = Intl, js_name = getCanonicalLocales, catch)]
    fn canonical_locales(tag: &str) -> Result<Array, JsValue>;

    #[wasm_bindgen(js_namespace = Intl)]
    type DisplayNames;
    #[wasm_bindgen(constructor, js_namespace = Intl, catch)]
    fn new(language: &str, options: &JsValue) -> Result<DisplayNames, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn of(this: &DisplayNames, tag: &str) -> Result<Option<String>, JsValue>;
}

thread_local! {
    static LOADER: OnceCell<Loader> = const { OnceCell::new() };
}

/// Takes over what the loader does for this module. The first one stays.
pub fn employ(loader: Loader) {
    LOADER.with(|slot| slot.set(loader).ok());
}

/// The loader, once this module has started.
pub fn loader() -> Option<Loader> {
    LOADER.with(|slot| slot.get().cloned())
}

/// The page's document.
pub fn document() -> Document {
    DOCUMENT.with(Clone::clone)
}

/// The page's window.
pub fn window() -> Window {
    WINDOW.with(Clone::clone)
}

/// The page's address.
pub fn address() -> String {
    window().location().href().unwrap_or_default()
}

/// A text of `_locales`; empty where there is none.
pub fn message(key: &str, args: &[String]) -> String {
    let args: Array = args.iter().map(|arg| JsValue::from_str(arg)).collect();
    loader().map(|loader| loader.message(key, &args)).unwrap_or_default()
}

/// The extension's version.
pub fn version() -> String {
    loader().map(|loader| loader.version()).unwrap_or_default()
}

/// Whether this is a window whose history is not kept.
pub fn is_private() -> bool {
    loader().is_none_or(|loader| loader.private())
}

/// Keeps something in the browser's store. Whoever listens to the store hears of it.
pub fn keep(key: &str, value: &impl Serialize) {
    if let (Some(loader), Ok(value)) = (loader(), plain(value)) {
        loader.keep(&object(&[(key, value)]));
    }
}

/// As an object that a message or the store can carry.
pub fn plain(value: &impl Serialize) -> Result<JsValue, JsValue> {
    Ok(value.serialize(&Serializer::json_compatible())?)
}

/// Copies a text, and says whether that went well.
pub async fn copy(text: &str) -> bool {
    write_text(text).await.is_ok()
}

/// The language's plural form of a number: `one`, `few`, `other`...
pub fn plural_form(number: usize) -> String {
    let language = Array::of1(&JsValue::from_str(&message("language", &[])));
    let rules = js_sys::Intl::PluralRules::new(&language, &js_sys::Object::new());
    #[expect(clippy::cast_precision_loss, reason = "counts of notes are small")]
    rules.select(number as f64).into()
}

/// A language tag in its usual form: `eng-US`, as some sites write it, is `en-US`. `None` for what is no tag.
pub fn language_tag(tag: &str) -> Option<String> {
    let tags = canonical_locales(tag).ok().filter(|_| !tag.is_empty())?;
    tags.get(0).as_string()
}

/// A language's name in the language of the interface; its tag where the browser knows no name.
pub fn language_name(tag: &str) -> String {
    name_of("language", tag)
}

/// The same for a country, by its ISO 3166 code.
pub fn country_name(code: &str) -> String {
    name_of("region", code)
}

fn name_of(kind: &str, code: &str) -> String {
    let options = object(&[("type", JsValue::from_str(kind))]);
    let names = DisplayNames::new(&message("language", &[]), &options);
    names.and_then(|names| names.of(code)).ok().flatten().unwrap_or_else(|| code.to_owned())
}

/// A year and a month (`2026-06`) in the language of the interface; a year alone stays one.
pub fn month_name(date: &str) -> String {
    if !date.contains('-') {
        return date.to_owned();
    }
    let options = [("year", "numeric"), ("month", "long"), ("timeZone", "UTC")];
    let options = object(&options.map(|(name, value)| (name, JsValue::from_str(value))));
    js_sys::Date::new(&JsValue::from_str(date)).to_locale_date_string(&message("language", &[]), &options).into()
}

/// Milliseconds since 1970, and the day since 1970 in the viewer's own time zone.
pub fn now() -> (f64, i32) {
    let date = js_sys::Date::new_0();
    let local = date.get_time() - date.get_timezone_offset() * 60_000.0;
    #[expect(clippy::cast_possible_truncation, reason = "days since 1970 fit")]
    let today = (local / 86_400_000.0).floor() as i32;
    (date.get_time(), today)
}

/// A property of any value; `undefined` where there is none.
pub fn property(of: &JsValue, name: &str) -> JsValue {
    js_sys::Reflect::get(of, &JsValue::from_str(name)).unwrap_or(JsValue::UNDEFINED)
}

/// A plain object.
pub fn object(entries: &[(&str, JsValue)]) -> JsValue {
    let object = js_sys::Object::new();
    for (name, value) in entries {
        // A plain object refuses no property.
        let _ = js_sys::Reflect::set(&object, &JsValue::from_str(name), value);
    }
    object.into()
}
