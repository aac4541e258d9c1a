//! What a page's own data says of one video.

use super::description::PageData;
use super::dom::Dom;
use super::page::Page;

/// Of a list of videos no more is looked at.
const MOST: usize = 100;

/// The place in a page's data where one video is described.
pub struct Described<'p, D: Dom> {
    dom: &'p D,
    script: D::Node,
    under: Vec<String>,
    /// The paths of its fields.
    pub fields: &'p PageData,
}

impl<D: Dom> Described<'_, D> {
    /// The value of a field; empty where there is none.
    pub fn at(&self, path: &str) -> String {
        let keys: Vec<&str> = self.under.iter().map(String::as_str).chain(path.split('/')).collect();
        self.dom.json(&self.script, &keys).unwrap_or_default()
    }
}

/// The first place that describes a video.
pub fn described<'p, D: Dom>(dom: &'p D, page: &'p Page<'_, D::Node>, id: &str) -> Option<Described<'p, D>> {
    let within = dom.root().filter(|_| !page.kind.data.is_empty() && !id.is_empty())?;
    let places = |fields: &'p PageData| {
        let script = dom.first(&within, &fields.script)?;
        let of = |under| Described { dom, script: script.clone(), under, fields };
        let mut all = paths(dom, &script, &fields.under, id).into_iter().map(of);
        all.find(|place| place.at(&fields.id) == id)
    };
    page.kind.data.iter().find_map(places)
}

/// Where a video can stand: in the places of a list one after the other.
fn paths<D: Dom>(dom: &D, script: &D::Node, under: &str, id: &str) -> Vec<Vec<String>> {
    let mut paths = vec![Vec::new()];
    for key in under.split('/') {
        let along = |path: Vec<String>| -> Vec<Vec<String>> {
            let keys = match key {
                "*" => places(dom, script, &path),
                "{id}" => vec![id.to_owned()],
                key => vec![key.to_owned()],
            };
            keys.into_iter().map(|key| [&path[..], &[key]].concat()).collect()
        };
        paths = paths.into_iter().flat_map(along).take(MOST).collect();
    }
    paths
}

fn places<D: Dom>(dom: &D, script: &D::Node, path: &[String]) -> Vec<String> {
    let keys: Vec<&str> = path.iter().map(String::as_str).collect();
    let length = dom.json_length(script, &keys).unwrap_or_default();
    (0..length.min(MOST)).map(|index| index.to_string()).collect()
}
