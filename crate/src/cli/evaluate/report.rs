//! The evaluation as a table, or as JSON.

use std::fmt::Write;
use std::io::Write as _;

use second_look::assessment::Category;
use serde_json::{Value, json};

use super::tally::{Evaluation, Fault, Share, Tally};

/// Prints it.
pub fn print(evaluation: &Evaluation, as_json: bool) -> Result<(), String> {
    let text = if as_json {
        serde_json::to_string_pretty(&to_json(evaluation)).map_err(|error| error.to_string())? + "\n"
    } else {
        to_text(evaluation)
    };
    std::io::stdout().write_all(text.as_bytes()).map_err(|error| error.to_string())
}

fn rows(evaluation: &Evaluation) -> Vec<(String, Tally)> {
    let mut rows: Vec<(String, Tally)> =
        evaluation.by_category().map(|(category, tally)| (name(category), tally)).collect();
    rows.push(("four claims together".to_owned(), evaluation.claims()));
    rows.push(("any of the four claims".to_owned(), evaluation.any_claim));
    rows.push(("all (micro)".to_owned(), evaluation.micro()));
    rows
}

fn name(category: Category) -> String {
    serde_json::to_value(category).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}

fn to_json(evaluation: &Evaluation) -> Value {
    let row = |tally: Tally| {
        json!({
            "hits": tally.hits, "false_alarms": tally.false_alarms, "misses": tally.misses,
            "precision": tally.precision(), "recall": tally.recall(), "f1": tally.f1(),
        })
    };
    let categories: serde_json::Map<String, Value> =
        evaluation.by_category().map(|(category, tally)| (name(category), row(tally))).collect();
    json!({
        "items": evaluation.items,
        "categories": categories,
        "claims": row(evaluation.claims()),
        "any_claim": row(evaluation.any_claim),
        "micro": row(evaluation.micro()),
        "macro": {
            "precision": evaluation.macro_mean(Tally::precision),
            "recall": evaluation.macro_mean(Tally::recall),
            "f1": evaluation.macro_mean(Tally::f1),
        },
        "ordinary": { "items": evaluation.ordinary, "noted": evaluation.ordinary_noted },
        "misses": evaluation.misses,
        "false_alarms": evaluation.false_alarms,
    })
}

fn to_text(evaluation: &Evaluation) -> String {
    let mut out = String::new();
    // Writing to a string can not fail.
    let _ = write_table(&mut out, evaluation);
    let _ = write_faults(&mut out, "false alarms", "noted by", &evaluation.false_alarms);
    let _ = write_faults(&mut out, "misses", "set aside by", &evaluation.misses);
    out
}

fn write_table(out: &mut String, evaluation: &Evaluation) -> std::fmt::Result {
    writeln!(out, "{} items, shares with 95 % intervals\n", evaluation.items)?;
    writeln!(
        out,
        "{:<24}{:>5}{:>5}{:>5}  {:<18}{:<18}{:<18}",
        "", "hit", "false", "miss", "precision", "recall", "F1"
    )?;
    for (name, tally) in rows(evaluation) {
        let shares = [tally.precision(), tally.recall(), tally.f1()].map(shown);
        let [precision, recall, f1] = shares;
        let (hits, alarms, misses) = (tally.hits, tally.false_alarms, tally.misses);
        writeln!(out, "{name:<24}{hits:>5}{alarms:>5}{misses:>5}  {precision:<18}{recall:<18}{f1:<18}")?;
    }
    let means = [Tally::precision, Tally::recall, Tally::f1].map(|of| evaluation.macro_mean(of));
    let [precision, recall, f1] = means.map(|mean| mean.map_or("-".to_owned(), |mean| format!("{mean:.2}")));
    writeln!(out, "{:<24}{:>15}  {precision:<18}{recall:<18}{f1:<18}", "all (macro)", "")?;
    let (noted, ordinary) = (evaluation.ordinary_noted, evaluation.ordinary);
    writeln!(out, "\nordinary items with a claim or crisis note: {noted} of {ordinary}")
}

fn shown(share: Option<Share>) -> String {
    share.map_or("-".to_owned(), |share| format!("{:.2} ({:.2}-{:.2})", share.value, share.low, share.high))
}

fn write_faults(out: &mut String, title: &str, by: &str, faults: &[Fault]) -> std::fmt::Result {
    writeln!(out, "\n{} {title}", faults.len())?;
    for fault in faults {
        let by = if fault.by.is_empty() { String::new() } else { format!("  [{by} {}]", fault.by) };
        let quotes: Vec<String> = fault.quotes.iter().map(|quote| format!("\"{}\"", one_line(quote))).collect();
        writeln!(out, "  {:<24}{}  {}{by}", name(fault.category), fault.id, quotes.join(", "))?;
    }
    Ok(())
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
