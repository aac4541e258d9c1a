//! Files made from the settings table: the list of settings for people, and the schema for the policies of schools and
//! clinics. After a change of the table, `WRITE=1 cargo test --test settings_files` writes them anew.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;

use second_look::settings::{Kind, Row, TABLE, Value};
use serde_json::{Map, Value as Json, json};

const DOCS: &str = "docs/settings.md";
const SCHEMA: &str = "extension/managed-schema.json";

fn texts() -> BTreeMap<String, Json> {
    serde_json::from_str(&fs::read_to_string("extension/_locales/en/messages.json").unwrap()).unwrap()
}

fn text(texts: &BTreeMap<String, Json>, key: &str) -> String {
    texts.get(key).and_then(|entry| entry["message"].as_str()).unwrap_or_default().to_owned()
}

fn values(row: &Row) -> String {
    match row.kind {
        Kind::Toggle { .. } => "`true`, `false`".to_owned(),
        Kind::Choice { options, .. } => options.iter().map(|it| format!("`\"{it}\"`")).collect::<Vec<_>>().join(", "),
        Kind::Country { .. } => "an ISO 3166 code, or `\"\"` for none".to_owned(),
        Kind::Number { min, max, .. } => format!("{min} to {max}"),
    }
}

fn written(value: &Value) -> String {
    format!("`{}`", serde_json::to_string(value).unwrap())
}

fn docs() -> String {
    let texts = texts();
    let mut page = "# Settings\n\nMade from `crate/src/settings/table.rs` by `tests/settings_files.rs`; do not edit. Each is one \
        item of the browser's store under\nits key. A policy (`storage.managed`) may set any of them; such a row is locked in the form.\n"
        .to_owned();
    let mut section = "";
    for row in TABLE {
        if row.section != section {
            section = row.section;
            let heading = text(&texts, &format!("section_{section}"));
            let _ = write!(page, "\n## {heading}\n\n| key | what it is | values | at first |\n|---|---|---|---|\n");
        }
        let label = text(&texts, &format!("setting_{}", row.key));
        let help = text(&texts, &format!("setting_{}_help", row.key));
        let _ = writeln!(page, "| `{}` | {label}: {help} | {} | {} |", row.key, values(row), written(&row.default()));
    }
    page
}

fn schema() -> String {
    let texts = texts();
    let property = |row: &Row| {
        let mut property = match row.kind {
            Kind::Toggle { .. } => json!({ "type": "boolean" }),
            Kind::Choice { options, .. } | Kind::Country { options } => json!({ "type": "string", "enum": options }),
            Kind::Number { min, max, .. } => json!({ "type": "integer", "minimum": min, "maximum": max }),
        };
        property["title"] = text(&texts, &format!("setting_{}", row.key)).into();
        property["description"] = text(&texts, &format!("setting_{}_help", row.key)).into();
        (row.key.to_owned(), property)
    };
    let properties: Map<String, Json> = TABLE.iter().map(property).collect();
    let schema = json!({ "type": "object", "properties": properties });
    serde_json::to_string_pretty(&schema).unwrap() + "\n"
}

/// Compares a file with what the table makes of it, or writes it.
fn hold(path: &str, made: &str) {
    if std::env::var_os("WRITE").is_some() {
        fs::write(path, made).unwrap();
    }
    let found = fs::read_to_string(path).unwrap_or_default();
    assert!(found == made, "{path} is stale: run WRITE=1 cargo test --test settings_files");
}

#[test]
fn the_list_of_settings_is_the_tables() {
    hold(DOCS, &docs());
}

#[test]
fn the_policy_schema_is_the_tables() {
    hold(SCHEMA, &schema());
}
