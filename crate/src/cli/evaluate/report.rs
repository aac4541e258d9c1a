//! An evaluation as a table, or as JSON.

use std::fmt::Write;

use second_look::assessment::Category;
use second_look::measured::{Share, Tally};
use serde_json::{Value, json};

use super::evaluation::{Evaluation, Fault};

fn rows(evaluation: &Evaluation) -> Vec<(String, Tally)> {
    let categories = evaluation.by_category().iter();
    let mut rows: Vec<(String, Tally)> = categories.map(|(category, tally)| (name(*category), *tally)).collect();
    rows.push(("four claims together".to_owned(), evaluation.claims()));
    rows.push(("any of the four claims".to_owned(), evaluation.any_claim));
    rows.push(("all (micro)".to_owned(), evaluation.micro()));
    rows
}

/// The name of a category.
pub fn name(category: Category) -> String {
    serde_json::to_value(category).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}

/// As JSON: `categories`, `claims`, `any_claim`, `micro`, `macro`, `ordinary`, `silence`, and every fault.
pub fn json(evaluation: &Evaluation) -> Value {
    let row = |tally: Tally| {
        json!({
            "hits": tally.hits, "false_alarms": tally.false_alarms, "misses": tally.misses,
            "precision": tally.precision(), "recall": tally.recall(), "f1": tally.f1(),
        })
    };
    let categories = evaluation.by_category().iter().map(|(category, tally)| (name(*category), row(*tally)));
    let ordinary = evaluation.ordinary;
    json!({
        "items": evaluation.items,
        "categories": categories.collect::<serde_json::Map<_, _>>(),
        "claims": row(evaluation.claims()),
        "any_claim": row(evaluation.any_claim),
        "micro": row(evaluation.micro()),
        "macro": {
            "precision": evaluation.macro_mean(Tally::precision),
            "recall": evaluation.macro_mean(Tally::recall),
            "f1": evaluation.macro_mean(Tally::f1),
        },
        "ordinary": { "items": ordinary.texts, "noted": ordinary.texts - ordinary.silent },
        "silence": evaluation.silence,
        "misses": evaluation.misses,
        "false_alarms": evaluation.false_alarms,
    })
}

/// As text for a terminal.
pub fn text(evaluation: &Evaluation) -> Result<String, std::fmt::Error> {
    let mut out = String::new();
    write_table(&mut out, evaluation)?;
    write_silence(&mut out, evaluation)?;
    write_faults(&mut out, "false alarms", "noted by", &evaluation.false_alarms)?;
    write_faults(&mut out, "misses", "set aside by", &evaluation.misses)?;
    Ok(out)
}

fn write_table(out: &mut String, evaluation: &Evaluation) -> std::fmt::Result {
    writeln!(out, "{} items, shares with 95 % intervals\n", evaluation.items)?;
    writeln!(
        out,
        "{:<24}{:>5}{:>6}{:>6}  {:<18}{:<18}{:<18}",
        "", "hit", "false", "miss", "precision", "recall", "F1"
    )?;
    for (name, tally) in rows(evaluation) {
        let [precision, recall, f1] = [tally.precision(), tally.recall(), tally.f1()].map(shown);
        let (hits, alarms, misses) = (tally.hits, tally.false_alarms, tally.misses);
        writeln!(out, "{name:<24}{hits:>5}{alarms:>6}{misses:>6}  {precision:<18}{recall:<18}{f1:<18}")?;
    }
    let means = [Tally::precision, Tally::recall, Tally::f1].map(|of| evaluation.macro_mean(of));
    let [precision, recall, f1] = means.map(|mean| mean.map_or("-".to_owned(), |mean| format!("{mean:.2}")));
    writeln!(out, "{:<24}{:>17}  {precision:<18}{recall:<18}{f1:<18}", "all (macro)", "")
}

/// Texts in which nothing is to be noted.
fn write_silence(out: &mut String, evaluation: &Evaluation) -> std::fmt::Result {
    let (silent, ordinary) = (evaluation.ordinary.silent, evaluation.ordinary.texts);
    writeln!(out, "\nordinary items with a claim or crisis note: {} of {ordinary}", ordinary - silent)?;
    for (reason, silence) in &evaluation.silence {
        let noted = silence.texts - silence.silent;
        writeln!(out, "no claim ({reason}), with a claim note: {noted} of {}", silence.texts)?;
    }
    Ok(())
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
