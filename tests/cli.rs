//! The native command, as it is used.

use std::io::Write;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

fn second_look(arguments: &[&str], input: &str) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_second-look"));
    let mut child = command
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command was built with this test");
    child.stdin.take().expect("a pipe").write_all(input.as_bytes()).expect("the command reads its input");
    child.wait_with_output().expect("the command ends")
}

fn lines(output: &Output) -> Vec<Value> {
    let text = String::from_utf8_lossy(&output.stdout);
    text.lines().map(|line| serde_json::from_str(line).expect("every line is JSON")).collect()
}

#[test]
fn a_bad_line_is_named_and_the_rest_goes_on() {
    let input = "{\"id\":\"a\",\"title\":\"This tea cures depression\"}\nnot json\n\n{\"id\":7,\"creator\":\"Jo\",\"more\":1}\n";
    let output = second_look(&["assess"], input);
    let lines = lines(&output);
    assert_eq!(lines.len(), 2);
    assert_eq!(lines[0]["notes"][0]["quote"], "cures depression");
    assert_eq!(lines[0]["categories"][0], "cure_claim");
    assert_eq!(lines[1]["id"], "7");
    assert!(String::from_utf8_lossy(&output.stderr).starts_with("line 2: "));
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn captions_give_their_time_and_unicode_its_characters() {
    let input = r#"{"id":"a","captions":[{"start":0,"end":2,"text":"so 😀 yes"},{"start":2.5,"end":4,"text":"it cures my"},
        {"start":4,"end":6,"text":"anxiety"}]}"#;
    let output = second_look(&["assess"], &input.replace('\n', ""));
    let note = &lines(&output)[0]["notes"][0];
    assert_eq!((&note["quote"], &note["at"]), (&"cures my anxiety".into(), &2.5.into()));
    assert_eq!((&note["start"], &note["end"]), (&12.into(), &28.into()));
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn an_unknown_command_explains_itself() {
    let output = second_look(&["asess"], "");
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("no command is called 'asess'"));
}

#[test]
fn labels_are_counted() {
    let items = [
        r#"{"id":"hit","title":"This tea cures depression","labels":["cure_claim"]}"#,
        r#"{"id":"false","title":"This tea cures anxiety","labels":["none"]}"#,
        r#"{"id":"missed","title":"Be well","labels":["cure_claim"],"spans":[{"label":"cure_claim","text":"well"}]}"#,
        r#"{"id":"disputed","title":"This tea cures anxiety","labels":[],"disputed":["cure_claim"]}"#,
        r#"{"id":"excluded","title":"This tea cures anxiety","labels":[],"exclude_from_fp":true}"#,
        r#"{"id":"other","title":"This tea cures anxiety","labels":[],"domain":"other_health"}"#,
    ];
    let file = std::env::temp_dir().join(format!("second-look-{}.jsonl", std::process::id()));
    std::fs::write(&file, items.join("\n")).expect("a temporary file");
    let output = second_look(&["evaluate", "--json", &file.to_string_lossy()], "");
    std::fs::remove_file(&file).expect("the file was written above");
    let report: Value = serde_json::from_slice(&output.stdout).expect("a report");
    let cure = &report["categories"]["cure_claim"];
    assert_eq!((&cure["hits"], &cure["false_alarms"], &cure["misses"]), (&1.into(), &1.into(), &1.into()));
    assert_eq!(report["misses"][0]["quotes"][0], "well");
    assert_eq!(report["false_alarms"][0]["id"], "false");
}
