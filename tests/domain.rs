//! The laws of `crate/domain`: what a person who adds a title, a register or a help line can rely on being checked.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use second_look::domain::pack::Trust;
use second_look::domain::{domain, months, registers_for, support_in};
use toml::{Table, Value};

/// One entry of a data file, with its place for messages.
struct Entry {
    place: String,
    /// The file's stem: a country or a language.
    stem: String,
    table: String,
    row: Table,
}

impl Entry {
    fn text(&self, key: &str) -> &str {
        self.row.get(key).and_then(Value::as_str).unwrap_or_default()
    }

    fn list(&self, key: &str) -> Vec<&str> {
        let values = self.row.get(key).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
        values.iter().filter_map(Value::as_str).collect()
    }
}

/// Every `[[table]]` of a file, or of all files of a folder.
fn entries(path: &str, table: &str) -> Vec<Entry> {
    let root = Path::new("crate/domain").join(path);
    let files: Vec<PathBuf> = match fs::read_dir(&root) {
        Ok(listing) => listing.map(|entry| entry.unwrap().path()).collect(),
        Err(_) => vec![root],
    };
    let found: Vec<_> = files.iter().flat_map(|file| tables(file, table)).collect();
    assert!(!found.is_empty(), "no [[{table}]] in {path}");
    found
}

fn tables(file: &Path, table: &str) -> Vec<Entry> {
    let content: Table = fs::read_to_string(file).unwrap().parse().unwrap();
    let rows = content.get(table).and_then(Value::as_array).cloned().unwrap_or_default();
    let stem = file.file_stem().unwrap().to_string_lossy().into_owned();
    let entry = |row: Value| {
        let row = row.as_table().unwrap().clone();
        let name = row.get("id").or(row.get("name")).or(row.get("number")).or(row.get("iso"));
        Entry {
            place: format!("{} {}", file.display(), name.unwrap()),
            stem: stem.clone(),
            table: table.to_owned(),
            row,
        }
    };
    rows.into_iter().map(entry).collect()
}

fn everything() -> Vec<Entry> {
    let tables = [
        ("credentials", "credential"),
        ("unregulated", "group"),
        ("registers", "register"),
        ("crisis", "line"),
        ("crisis", "finder"),
        ("guidelines.toml", "body"),
        ("guidelines.toml", "instrument"),
        ("guidelines.toml", "criterion"),
        ("evidence.toml", "study"),
    ];
    tables.into_iter().flat_map(|(path, table)| entries(path, table)).collect()
}

/// Prints every breach before failing, so that one run shows all there is to mend.
fn none(breaches: impl Iterator<Item = String>) {
    let breaches: Vec<_> = breaches.collect();
    assert!(breaches.is_empty(), "\n{}\n", breaches.join("\n"));
}

#[test]
fn every_identifier_is_given_once() {
    let mut seen = BTreeSet::new();
    none(
        everything()
            .into_iter()
            .filter(|entry| {
                entry.row.contains_key("id") && !seen.insert((entry.table.clone(), entry.text("id").to_owned()))
            })
            .map(|entry| entry.place),
    );
}

#[test]
fn every_entry_says_how_sure_it_is() {
    let scale = ["verified_2plus", "one_source", "memory_only"];
    none(everything().into_iter().filter(|e| !scale.contains(&e.text("confidence"))).map(|e| e.place));
}

#[test]
fn what_two_sources_agree_on_names_a_source() {
    let sourced = ["credentials/credential", "registers/register", "crisis/line", "unregulated/group"];
    let rows = sourced.iter().flat_map(|path| {
        let (folder, table) = path.split_once('/').unwrap();
        entries(folder, table)
    });
    let bare = |e: &Entry| e.text("confidence") == "verified_2plus" && e.list("sources").is_empty();
    none(rows.filter(bare).map(|e| e.place));
}

#[test]
fn countries_are_iso_3166_codes() {
    let codes: BTreeSet<_> = include_str!("domain/iso-3166-1.txt").split_whitespace().collect();
    let known = |stem: &str| codes.contains(stem.to_uppercase().as_str()) || ["int", "finders"].contains(&stem);
    let folders = [("credentials", "credential"), ("registers", "register"), ("crisis", "line")];
    let rows = folders.into_iter().flat_map(|(folder, table)| entries(folder, table));
    none(rows.filter(|e| !known(&e.stem)).map(|e| e.place));
    none(entries("places.toml", "country").into_iter().filter(|e| !codes.contains(e.text("iso"))).map(|e| e.place));
}

#[test]
fn every_country_with_titles_is_a_known_place() {
    let places: BTreeSet<_> = domain().places.iter().map(|place| place.country.as_str()).collect();
    let homeless = domain().entries.iter().filter(|e| !e.country.is_empty() && !places.contains(e.country.as_str()));
    none(homeless.map(|entry| entry.id.clone()));
}

#[test]
fn addresses_are_https() {
    let keys = ["url", "url_template", "website", "public_api"];
    let bad = |e: &Entry| keys.iter().any(|key| e.row.contains_key(*key) && !e.text(key).starts_with("https://"));
    none(everything().into_iter().filter(bad).map(|e| e.place));
}

#[test]
fn a_register_without_an_address_says_what_to_do_instead() {
    let bare = |e: &Entry| e.text("url").is_empty() && e.text("warning").is_empty();
    none(entries("registers", "register").into_iter().filter(bare).map(|e| e.place));
}

#[test]
fn a_line_that_is_shipped_has_a_number_a_date_and_two_sources_that_agree() {
    let reachable =
        |e: &Entry| !e.text("dial").is_empty() && !e.text("display").is_empty() || e.row.contains_key("sms");
    let dated = |e: &Entry| e.text("checked").get(..4).is_some_and(|year| year.parse::<u16>().is_ok());
    let sound = |e: &Entry| reachable(e) && dated(e) && e.text("confidence") == "verified_2plus";
    let breaches = entries("crisis", "line").into_iter().filter(|e| e.text("ship") == "yes" && !sound(e));
    none(breaches.map(|e| e.place));
}

/// The month that it is now, counted in the same way.
fn this_month() -> u32 {
    let days = std::time::UNIX_EPOCH.elapsed().unwrap().as_secs() / 86_400;
    // Four years are 1,461 days.
    1970 * 12 + 1 + u32::try_from(days * 48 / 1461).unwrap()
}

#[test]
fn no_line_that_is_put_forward_is_older_than_twelve_months() {
    let lines = domain().support.values().flat_map(|country| &country.lines).filter(|line| !line.stale);
    let old = lines.filter(|line| months(&line.checked).is_none_or(|checked| checked + 12 < this_month()));
    none(old.map(|line| format!("{}: checked {}: check it again, or move `reviewed` on", line.name, line.checked)));
}

#[test]
fn a_line_to_be_checked_first_comes_last() {
    for country in domain().support.values() {
        assert!(country.lines.is_sorted_by_key(|line| line.stale), "{}", country.name);
    }
    let dated =
        |country: &str| support_in(country, this_month()).lines.into_iter().map(|line| line.stale).collect::<Vec<_>>();
    assert_eq!(dated("GB")[..2], [false, false]);
    assert!(dated("AT").iter().all(|stale| *stale));
}

#[test]
fn a_line_goes_on_growing_old_once_it_is_shipped() {
    let checked = months("2026-06").unwrap();
    let of = |month: u32| support_in("GB", month).lines.into_iter().find(|line| line.name == "Samaritans").unwrap();
    assert_eq!(of(checked).checked, "2026-06");
    assert_eq!([checked + 12, checked + 13].map(|month| of(month).stale), [false, true]);
    assert!(support_in("GB", checked + 13).lines.is_sorted_by_key(|line| line.stale));
}

#[test]
fn a_short_code_is_never_written_with_a_country_code() {
    let wrong = |e: &Entry| e.text("dial").starts_with('+') && e.text("dial").len() < 8;
    none(entries("crisis", "line").into_iter().filter(wrong).map(|e| e.place));
}

#[test]
fn only_lines_fit_to_be_shipped_are_packed() {
    let lines = entries("crisis", "line");
    let packed: BTreeSet<_> =
        domain().support.values().flat_map(|country| country.lines.iter().map(|line| line.name.as_str())).collect();
    none(
        lines.iter().filter(|e| packed.contains(e.text("name")) != (e.text("ship") == "yes")).map(|e| e.place.clone()),
    );
}

#[test]
fn doubtful_hours_are_left_out() {
    let hours =
        |country: &str| support_in(country, this_month()).lines.into_iter().map(|line| line.hours).collect::<Vec<_>>();
    assert_eq!(hours("DK")[0], "");
    assert_eq!(hours("GB")[1], "24/7");
}

#[test]
fn a_country_without_a_line_still_gets_a_directory() {
    let support = support_in("XX", this_month());
    assert!(support.lines.is_empty() && support.country.is_empty());
    assert_eq!(support.elsewhere, "https://findahelpline.com/");
}

#[test]
fn the_register_of_the_stated_title_comes_first() {
    let first = |country, entry| registers_for(country, entry, "")[0].name.clone();
    assert_eq!(first("GB", "gb-mbacp"), "BACP register search");
    assert_eq!(first("AU", "au-pacfa"), "PACFA Find a Therapist");
    assert!(registers_for("ZZ", "", "").is_empty());
}

#[test]
fn criteria_and_studies_can_be_cited() {
    let bare = |e: &Entry| e.text("citation").is_empty();
    none(entries("guidelines.toml", "criterion").into_iter().filter(bare).map(|e| e.place));
    let unbounded = |e: &Entry| e.text("reference").is_empty() || e.text("limits").is_empty();
    none(entries("evidence.toml", "study").into_iter().filter(unbounded).map(|e| e.place));
}

#[test]
fn every_title_can_be_recognised() {
    let silent = |e: &Entry| !["letters", "phrases", "claims", "numbers"].iter().any(|key| e.row.contains_key(*key));
    none(entries("credentials", "credential").into_iter().filter(silent).map(|e| e.place));
}

#[test]
fn letters_that_mean_too_much_never_count() {
    let packed = |e: &Entry| domain().entries.iter().find(|packed| packed.id == e.text("id")).unwrap().letters.clone();
    let full = |e: &Entry| {
        let letters = e.row.get("letters").and_then(|letters| letters.get("full")).and_then(Value::as_array).cloned();
        let full: Vec<_> = letters.unwrap_or_default().iter().map(|l| l.as_str().unwrap().to_owned()).collect();
        packed(e).iter().any(|letters| full.contains(&letters.text) && letters.trust != Trust::Full)
    };
    none(entries("credentials", "credential").into_iter().filter(full).map(|e| e.place));
}

#[test]
fn kinds_and_ambiguities_are_those_of_the_readme() {
    let readme = fs::read_to_string("crate/domain/README.md").unwrap();
    let unknown =
        |e: &Entry| !readme.contains(e.text("kind")) || !["low", "medium", "high"].contains(&e.text("ambiguity"));
    none(entries("credentials", "credential").into_iter().filter(unknown).map(|e| e.place));
}

#[test]
fn what_viewers_are_told_of_a_register_is_no_word_among_those_who_keep_it() {
    let told = domain().registers.iter().filter(|register| register.warning.contains("memory"));
    none(told.map(|register| format!("{}: {}", register.id, register.warning)));
}
