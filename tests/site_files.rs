//! Site files are held to what the build promises: a mistake is told by file and line, and the manifest names the same
//! hosts.

use second_look::site;
/// The packer names fields by the crate's own type.
use second_look::video;

#[path = "../crate/build/sites.rs"]
#[allow(dead_code, reason = "the tests use the check alone")]
mod sites;

const GOOD: &str = r#"name  = "Example"
hosts = ["example.org"]

[[page]]
kind  = "list"
urls  = ["/list/{digits:3+}"]
root  = ["main"]
cards = ["item"]

[[card]]
kind   = "item"
select = ['li[data-id]']
id     = [{ attribute = "data-id", like = "{digits}" }]
title  = [{ at = "h2" }]
"#;

fn mistake(good: &str, bad: &str) -> String {
    assert!(GOOD.contains(good), "`{good}` is in the example");
    sites::named("example.toml", &GOOD.replacen(good, bad, 1)).expect_err(bad)
}

#[test]
fn a_good_file_is_taken() {
    assert_eq!(sites::named("example.toml", GOOD).map(|site| site.cards.len()), Ok(1));
}

#[test]
fn an_unknown_key_is_told_by_line() {
    let told = mistake("urls ", "adresses ");
    assert!(told.starts_with("example.toml:6: unknown field `adresses`"), "{told}");
    let told = mistake("at = \"h2\"", "select = \"h2\"");
    assert!(told.starts_with("example.toml:14: unknown field `select`"), "{told}");
}

#[test]
fn a_bad_selector_is_told_by_line() {
    for bad in ["li[data-id", "li >", "", "li,", "li:hover", "li:not(", "li[data-id=x]", "li)", "li..x", "1li"] {
        let told = mistake("li[data-id]", bad);
        assert!(told.starts_with("example.toml:12: ") && told.contains("selector"), "`{bad}`: {told}");
    }
}

#[test]
fn a_page_without_a_kind_is_told_by_line() {
    let told = mistake("kind  = \"list\"\n", "");
    assert!(told.starts_with("example.toml:4: missing field `kind`"), "{told}");
}

#[test]
fn a_card_that_is_not_there_or_not_used_is_told_by_line() {
    let told = mistake("[\"item\"]", "[\"item\", \"itme\"]");
    assert_eq!(told, "example.toml:8: there is no [[card]] of kind `itme`");
    let told = mistake("[[card]]", "[[card]]\nkind = \"lone\"\n\n[[card]]");
    assert_eq!(told, "example.toml:11: no page names this card");
}

#[test]
fn a_card_that_cannot_be_found_is_told_by_line() {
    let told = mistake("select = ['li[data-id]']\n", "");
    assert_eq!(told, "example.toml:11: this card has no `select`");
    let told = mistake("id     = [{ attribute = \"data-id\", like = \"{digits}\" }]\n", "");
    assert_eq!(told, "example.toml:11: this card has no `id`");
}

#[test]
fn a_card_takes_over_what_it_does_not_state() {
    let two = GOOD.replace("[\"item\"]", "[\"item\", \"wide\"]")
        + "\n[[card]]\nkind = \"wide\"\nbased_on = \"item\"\nselect = [\"dl\"]\n";
    let site = sites::named("example.toml", &two).expect("a good file");
    let [item, wide] = &site.cards[..] else { panic!("two cards") };
    assert_eq!((&*wide.select, &wide.id, &wide.title), ("dl", &item.id, &item.title));
}

#[test]
fn a_bad_form_and_an_unknown_step_are_told_by_line() {
    let told = mistake("{digits:3+}", "{number}");
    assert!(told.starts_with("example.toml:6: "), "{told}");
    let told = mistake("at = \"h2\"", "at = \"h2\", then = \"guess\"");
    assert!(told.starts_with("example.toml:14: unknown variant `guess`"), "{told}");
}

#[test]
fn every_packed_site_is_read_back() {
    let files = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/crate/sites")).expect("the folder is there");
    let stems =
        files.filter_map(|file| file.ok()?.path().file_name()?.to_str()?.strip_suffix(".toml").map(str::to_owned));
    let mut stems: Vec<_> = stems.collect();
    stems.sort();
    assert_eq!(site::all().iter().map(|site| site.id.clone()).collect::<Vec<_>>(), stems);
}

#[test]
fn the_manifest_names_the_hosts_of_the_site_files() {
    let text =
        std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/manifest.json")).expect("the manifest is there");
    let manifest: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    let list = |at: &str| {
        manifest
            .pointer(at)
            .and_then(|list| list.as_array())
            .expect(at)
            .iter()
            .map(|entry| entry.as_str().expect("a text").to_owned())
    };
    let patterns: Vec<String> = list("/content_scripts/0/matches").collect();
    let captions = site::all().iter().flat_map(|site| &site.caption_hosts).map(|host| format!("https://{host}/*"));
    let allowed: Vec<String> = list("/host_permissions").collect();
    let expected: Vec<String> = patterns.iter().cloned().chain(captions.filter(|it| !patterns.contains(it))).collect();
    assert_eq!(allowed, expected, "pages are read, and caption files are asked for, nowhere else");
    let domains: Vec<_> =
        patterns.iter().filter_map(|pattern| pattern.strip_prefix("https://*.")?.strip_suffix("/*")).collect();
    assert_eq!(domains.len(), patterns.len(), "{patterns:?}");
    let (asked, named): (Vec<_>, Vec<_>) = site::all().iter().partition(|site| site.on_request);
    let hosts: Vec<&str> = named.iter().flat_map(|site| &site.hosts).map(String::as_str).collect();
    // What the viewer may allow is any site.
    assert!(asked.iter().any(|site| site.hosts == ["*"]));
    assert_eq!(list("/optional_host_permissions").collect::<Vec<_>>(), ["https://*/*", "http://*/*"]);
    assert_eq!(
        list("/web_accessible_resources/0/matches").collect::<Vec<_>>(),
        list("/optional_host_permissions").collect::<Vec<_>>()
    );
    let within = |host: &str, domain: &str| host == domain || host.ends_with(&format!(".{domain}"));
    for host in &hosts {
        assert!(domains.iter().any(|domain| within(host, domain)), "the manifest does not name {host}");
    }
    for domain in domains {
        assert!(hosts.iter().any(|host| within(host, domain)), "no site file names {domain}");
    }
}

#[test]
fn an_address_finds_its_site() {
    let id = |address| site::site_for(address).map(|site| site.id.as_str());
    assert_eq!(id("https://www.tiktok.com/@somebody?lang=en"), Some("tiktok"));
    assert_eq!(id("https://www.youtube.com:443/watch?v=x#t"), Some("youtube"));
    assert_eq!(id("https://m.youtube.com/watch?v=x"), Some("youtube"));
    assert_eq!(id("https://www.youtube.com.example.org/watch"), Some("generic"));
    assert_eq!(id("file:///home/page.html"), None);
    assert_eq!(id("about:blank"), None);
}
