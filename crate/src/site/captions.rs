//! What a page knows of a video's captions: files named in its data, transcripts that the viewer opened, files that the
//! player has loaded.

use super::data::described;
use super::description::Site;
use super::dom::Dom;
use super::page::Page;
use super::source::decoded;
use super::spoken::{CaptionFiles, LoadedCaptions};
use super::{all, form};
use crate::captions::{Warning, transcript};
use crate::video::Cue;

/// Of a list in a page's data no more is looked at.
const MOST_FILES: usize = 100;

/// A caption file that a page names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CaptionFile {
    /// Its address; empty where only the language is known.
    pub url: String,
    /// The language that is spoken, as the page writes it.
    pub language: String,
}

/// A caption file that the player has loaded, as far as its address tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loaded {
    /// The video it belongs to.
    pub id: String,
    /// Its language.
    pub language: String,
    /// Whether a machine has translated it.
    pub translated: bool,
    /// Whether a machine has written it down from what it heard.
    pub recognised: bool,
    /// Its address.
    pub url: String,
}

impl<N: Clone + PartialEq> Page<'_, N> {
    /// The caption file of what is spoken in a video, as the page's own data names it: never a translation.
    pub fn caption_file<D: Dom<Node = N>>(&self, dom: &D, id: &str) -> Option<CaptionFile> {
        let place = described(dom, self, id)?;
        let data = place.fields;
        let spoken = || Some(place.at(&data.spoken)).filter(|language| !data.spoken.is_empty() && !language.is_empty());
        let named = data.captions.iter().find_map(|files| first_file(files, self.site, &|path| place.at(path)));
        named.or_else(|| Some(CaptionFile { language: spoken()?, ..CaptionFile::default() }))
    }

    /// Why the words of a file that the player has loaded may be nobody's own: a machine's translation, or what a machine
    /// heard where the sound may be dubbed.
    pub fn doubt<D: Dom<Node = N>>(&self, dom: &D, loaded: &Loaded) -> Option<Warning> {
        let dubbed: &str = &self.site.loaded_captions.dubbed;
        let may_be_dubbed = || !dubbed.is_empty() && dom.first(&self.root, dubbed).is_some();
        match loaded {
            Loaded { translated: true, .. } => Some(Warning::Translated),
            Loaded { recognised: true, .. } if may_be_dubbed() => Some(Warning::Dubbed),
            _ => None,
        }
    }

    /// The transcript that the viewer has opened; empty where none is open.
    pub fn transcript<D: Dom<Node = N>>(&self, dom: &D) -> Vec<Cue> {
        let rows = &self.site.transcript;
        if rows.row.is_empty() {
            return Vec::new();
        }
        let part = |row: &N, selector| dom.first(row, selector).map(|part| dom.text(&part, "")).unwrap_or_default();
        let found = dom.select(&self.root, &rows.row).into_iter();
        transcript(found.map(|row| (part(&row, &rows.time), part(&row, &rows.text).replace('\n', " "))))
    }
}

fn first_file(files: &CaptionFiles, site: &Site, at: &impl Fn(&str) -> String) -> Option<CaptionFile> {
    let indices = (0..MOST_FILES).map(|index| index.to_string());
    let entry = |index: String| {
        let read = |key: &str| at(&format!("{}/{index}/{key}", files.list));
        let url = read(&files.url);
        let fits = files.only.iter().all(|(key, value)| read(key) == *value) && is_hosted(site, &url);
        (CaptionFile { language: read(&files.language), url }, fits)
    };
    let entries = indices.map(entry).take_while(|(file, _)| !file.url.is_empty());
    entries.filter(|(_, fits)| *fits).map(|(file, _)| file).next()
}

impl Site {
    /// What an address that was loaded tells; `None` for one that is no caption file's.
    pub fn loaded_captions(&self, address: &str) -> Option<Loaded> {
        let LoadedCaptions { like, id, language, translated, recognised, .. } = &self.loaded_captions;
        let (_, rest) = address.split_once("://")?;
        let from_path = rest.find('/').and_then(|at| rest.get(at..))?;
        form::value(like, from_path).filter(|_| !like.is_empty())?;
        let (_, query) = from_path.split_once('?')?;
        let value = |name: &str| {
            let pair = query.split('&').filter_map(|pair| pair.split_once('=')).find(|(key, _)| *key == name);
            pair.map(|(_, value)| decoded(value)).unwrap_or_default()
        };
        Some(Loaded {
            id: value(id),
            language: value(language),
            translated: !value(translated).is_empty(),
            recognised: query.split('&').any(|pair| pair == recognised),
            url: address.to_owned(),
        })
    }
}

/// Whether a caption file may be asked for: it is on a host that the site's file names.
pub fn may_fetch(site: &str, url: &str) -> bool {
    all().iter().find(|known| known.id == site).is_some_and(|site| is_hosted(site, url))
}

fn is_hosted(site: &Site, url: &str) -> bool {
    let host = url.strip_prefix("https://").and_then(|rest| rest.split(['/', '?', '#']).next()).unwrap_or_default();
    let plain = !host.is_empty() && host.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-".contains(&byte));
    plain
        && site.caption_hosts.iter().any(|known| match known.strip_prefix('*') {
            Some(domain) => host.ends_with(domain),
            None => host == known,
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(id: &str) -> &'static Site {
        all().iter().find(|site| site.id == id).expect("a site file")
    }

    #[test]
    fn only_the_sites_own_hosts_are_asked() {
        for (url, may) in [
            ("https://v16-webapp.tiktokcdn-eu.com/a/b/?c=d", true),
            ("https://v16-webapp.tiktok.com/a", true),
            ("http://v16-webapp.tiktokcdn-eu.com/a", false),
            ("https://tiktokcdn-eu.com.example.org/a", false),
            ("https://a.example.org/.tiktokcdn-eu.com", false),
            ("https://x@v16-webapp.tiktokcdn-eu.com/a", false),
            ("https://v16-webapp.tiktokcdn-eu.com:444/a", false),
            ("https://eviltiktokcdn-eu.com/a", false),
            ("", false),
        ] {
            assert_eq!(may_fetch("tiktok", url), may, "{url}");
        }
        assert!(!may_fetch("youtube", "https://www.youtube.com/api/timedtext?v=a"));
    }

    #[test]
    fn loaded_files_tell_their_language() {
        let told = |query| site("youtube").loaded_captions(&format!("https://www.youtube.com/{query}"));
        let track = told("api/timedtext?v=abc&kind=asr&lang=en-US&fmt=json3");
        let url = "https://www.youtube.com/api/timedtext?v=abc&kind=asr&lang=en-US&fmt=json3".to_owned();
        let spoken = Loaded { id: "abc".into(), language: "en-US".into(), translated: false, recognised: true, url };
        assert_eq!(track, Some(spoken));
        assert!(told("api/timedtext?v=abc&lang=en").is_some_and(|loaded| !loaded.recognised));
        assert!(told("api/timedtext?v=abc&lang=en&tlang=de").is_some_and(|loaded| loaded.translated));
        assert_eq!(told("api/stats/watchtime?v=abc&lang=en"), None);
    }
}
