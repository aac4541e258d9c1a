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

/// A folder that is gone when the test ends.
struct Folder(std::path::PathBuf);

impl Folder {
    fn new(name: &str, files: &[(&str, &str)]) -> Self {
        let folder = Self(std::env::temp_dir().join(format!("second-look-{name}-{}", std::process::id())));
        for (place, text) in files {
            let path = folder.0.join(place);
            std::fs::create_dir_all(path.parent().expect("a folder")).expect("a temporary folder");
            std::fs::write(path, text).expect("a temporary file");
        }
        folder
    }

    fn path(&self, place: &str) -> String {
        self.0.join(place).to_string_lossy().into_owned()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn rule(phrase: &str) -> String {
    format!(
        "title = 'Rule of {phrase}'\nwhy = 'w'\nquestion = 'q'\nweight = 3\nphrases = ['{phrase}']\n\
         flags = ['[[a]]']\n[passes]\na = ['a']\n"
    )
}

const WISH: &str = "{\"id\":\"a\",\"title\":\"My depression: moonwater fixed all of it\"}\n";

fn rules_noted(arguments: &[&str], input: &str) -> (Vec<String>, Output) {
    let output = second_look(arguments, input);
    let notes = lines(&output).iter().flat_map(|line| line["notes"].as_array().cloned().unwrap_or_default()).collect();
    let rules: Vec<Value> = notes;
    (rules.iter().map(|note| note["rule"].as_str().unwrap_or_default().to_owned()).collect(), output)
}

#[test]
fn own_rules_stand_alone_or_beside_the_built_in_ones() {
    let folder = Folder::new("own", &[("en/cure_claim/moonwater.toml", &rule("moonwater ..2 (fixed|cures)"))]);
    let input = format!("{WISH}{{\"id\":\"b\",\"title\":\"This tea cures depression\"}}\n");
    let (alone, output) = rules_noted(&["assess", "--pack", &folder.path("")], &input);
    assert_eq!(alone, ["moonwater"]);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let (beside, output) = rules_noted(&["assess", "--add", &folder.path("")], &input);
    assert!(beside.contains(&"moonwater".to_owned()) && beside.len() > 1, "{beside:?}");
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn a_folder_of_one_language_is_read_too() {
    let folder = Folder::new(
        "one",
        &[("cure_claim/moonwater.toml", &rule("{moons} ..2 fixed")), ("words.toml", "moons = ['moonwater']\n")],
    );
    for option in ["--pack", "--add"] {
        let (noted, output) = rules_noted(&["assess", option, &folder.path("")], WISH);
        assert_eq!(noted, ["moonwater"], "{}", String::from_utf8_lossy(&output.stderr));
    }
}

#[test]
fn mistakes_in_own_rules_are_named_and_lose_nothing_else() {
    let files = [
        ("en/cure_claim/good.toml", rule("moonwater ..2 fixed")),
        ("en/cure_claim/list.toml", rule("{nowhere} fixed")),
        ("en/cure_claim/wide.toml", rule("moon ..20 water ..20 fixed ..20 all")),
        ("en/cure_claim/broken.toml", "title = 'x\n".to_owned()),
        ("en/wonders/lost.toml", rule("wonder")),
        ("stray.toml", "a = 1\n".to_owned()),
    ];
    let files: Vec<(&str, &str)> = files.iter().map(|(place, text)| (*place, text.as_str())).collect();
    let folder = Folder::new("bad", &files);
    let (noted, output) = rules_noted(&["assess", "--add", &folder.path("")], WISH);
    assert_eq!(noted, ["good"]);
    assert_eq!(output.status.code(), Some(1));
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    for expected in [
        "list.toml:5: no list is called {nowhere}",
        "wide.toml:5: 'moon ..20 water ..20 fixed ..20 all': up to 64 words wide",
        "broken.toml:1: ",
        "lost.toml: no category is called 'wonders'",
        "stray.toml: stands where no rule is looked for",
    ] {
        assert!(told.contains(expected), "{expected}\n{told}");
    }
    assert_eq!(told.lines().count(), 5, "{told}");
}

#[test]
fn what_is_no_folder_of_rules_is_refused() {
    let folder = Folder::new("none", &[("en/words.toml", "a = ['b']\n")]);
    for (place, expected) in [("nowhere", "is not a folder of rules"), ("", "holds no rule")] {
        let output = second_look(&["assess", "--pack", &folder.path(place)], "");
        assert_eq!(output.status.code(), Some(2));
        assert!(String::from_utf8_lossy(&output.stderr).contains(expected));
    }
}

#[test]
fn labelled_lines_that_can_not_be_read_are_named_by_file_and_line() {
    let folder = Folder::new(
        "labels",
        &[
            ("a.jsonl", "{\"id\":\"a\",\"title\":\"This tea cures depression\",\"labels\":[\"cure_claim\"]}\n{\n"),
            ("b.jsonl", "{\"id\":\"b\",\"labels\":[\"cure_claims\"]}\n"),
            ("cure_claim.txt", "This tea cures anxiety\nBe well\n"),
            ("wonder.txt", "Be well\n"),
        ],
    );
    let [a, b, sentences] = ["a.jsonl", "b.jsonl", "cure_claim.txt"].map(|place| folder.path(place));
    let output = second_look(&["evaluate", "--json", &a, &b, &sentences], "");
    let report: Value = serde_json::from_slice(&output.stdout).expect("a report");
    assert_eq!(report["items"], 3);
    assert_eq!(report["categories"]["cure_claim"]["hits"], 2);
    assert_eq!(report["misses"][0]["quotes"][0], "Be well");
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(told.contains("a.jsonl:2: ") && told.contains("b.jsonl:1: no category is called 'cure_claims'"), "{told}");
    assert_eq!(output.status.code(), Some(1));
    for (place, expected) in [("nowhere.jsonl", "nowhere.jsonl: "), ("wonder.txt", "is not named for a category")] {
        let output = second_look(&["evaluate", &folder.path(place)], "");
        assert!(String::from_utf8_lossy(&output.stderr).contains(expected));
        assert_eq!(output.status.code(), Some(2));
    }
}

#[test]
fn a_table_shows_every_average_and_every_fault() {
    let folder = Folder::new(
        "table",
        &[(
            "a.jsonl",
            "{\"id\":\"hit\",\"title\":\"This tea cures depression\",\"labels\":[\"cure_claim\"]}\n\
             {\"id\":\"alarm\",\"title\":\"This tea cures anxiety\",\"labels\":[\"none\"],\"domain\":\"ordinary\"}\n\
             {\"id\":\"silent\",\"title\":\"No tea cures anxiety\",\"labels\":[\"none\"],\"guard\":\"negation\"}\n",
        )],
    );
    let output = second_look(&["evaluate", &folder.path("a.jsonl")], "");
    let table = String::from_utf8_lossy(&output.stdout).into_owned();
    for expected in [
        "cure_claim                  1     1     0  0.50 (0.09-0.91)  1.00 (0.21-1.00)",
        "all (micro)",
        "all (macro)",
        "ordinary items with a claim or crisis note: 1 of 1",
        "no claim (negation), with a claim note: 0 of 1",
        "alarm  \"cures anxiety\"  [noted by",
    ] {
        assert!(table.contains(expected), "{expected}\n{table}");
    }
}
