//! Caption files: what stands in each is stated beside it, in `tests/captions`.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use second_look::captions::{LONGEST_CUE, MOST_BYTES, MOST_CUES, MOST_TEXT, Track, Warning, parse};

/// A track as one line a cue: `start end text`, then what was wrong.
fn told(track: &Track) -> String {
    let cues = track.cues.iter().map(|cue| format!("{:.3} {:.3} {}\n", cue.start, cue.end, cue.text));
    let language = track.language.iter().map(|language| format!("language {language}\n"));
    let warning = track.warning.iter().map(|warning| format!("warning {warning:?}\n"));
    cues.chain(language).chain(warning).collect()
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/captions")
}

/// Every file that is a caption file, with what is expected of it.
fn files() -> BTreeMap<String, (Vec<u8>, String)> {
    let files = fs::read_dir(folder()).expect("the folder").flatten().map(|entry| entry.path());
    let expected = |path: &Path| path.with_file_name(format!("{}.expected", name(path)));
    let captions = files.filter(|path| !path.to_string_lossy().ends_with(".expected") && name(path) != "README.md");
    let read = |path: PathBuf| {
        let expected = fs::read_to_string(expected(&path)).unwrap_or_else(|why| panic!("{}: {why}", path.display()));
        (name(&path), (fs::read(&path).expect("a file"), expected))
    };
    captions.map(read).collect()
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

#[test]
fn every_file_says_what_stands_beside_it() {
    let files = files();
    assert!(files.len() > 12, "{:?}", files.keys());
    for (name, (bytes, expected)) in files {
        assert_eq!(told(&parse(&bytes)), expected, "{name}");
    }
}

#[test]
fn a_file_that_breaks_off_gives_what_stood_before() {
    for (name, (bytes, _)) in files() {
        let whole = parse(&bytes);
        for end in (0..bytes.len()).step_by(7) {
            let part = parse(&bytes[..end]);
            let read = part.cues.iter().filter(|cue| whole.cues.contains(cue)).count();
            // The last cue may have been cut short, and a rolling track shows itself only when it has begun to roll.
            assert!(read + 4 >= part.cues.len(), "{name} up to {end}: {part:?}");
        }
    }
}

#[test]
fn limits_are_kept_and_told() {
    let cut = |text: &str| {
        let track = parse(text.as_bytes());
        assert_eq!(track.warning, Some(Warning::Cut), "{} cues", track.cues.len());
        track
    };
    let cue = |words: &str| format!("00:00.000 --> 00:01.000\n{words}\n\n");
    let many: String = (0..=MOST_CUES).map(|at| cue(&format!("{at}"))).collect();
    assert_eq!(cut(&format!("WEBVTT\n\n{many}")).cues.len(), MOST_CUES);
    let long = cut(&format!("WEBVTT\n\n{}{}", cue(&"a ".repeat(LONGEST_CUE)), cue("b")));
    assert_eq!((long.cues.len(), long.cues[1].text.as_str()), (2, "b"));
    assert!(long.cues[0].text.len() <= LONGEST_CUE);
    let much = cut(&format!("WEBVTT\n\n{}", cue(&"a".repeat(LONGEST_CUE)).repeat(MOST_TEXT / LONGEST_CUE + 9)));
    assert!(much.cues.iter().map(|cue| cue.text.len()).sum::<usize>() < MOST_TEXT + LONGEST_CUE);
    let huge = cut(&format!("WEBVTT\n\n{}{}", cue("first"), "x".repeat(MOST_BYTES)));
    assert_eq!(huge.cues.len(), 1);
}

/// The saved caption files belong to their creators and are not part of the project.
#[test]
fn saved_files_are_read() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/pages");
    if !folder.is_dir() {
        return println!("skipped: {} is not there", folder.display());
    }
    let known = [
        ("youtube-captions-1.vtt", 1, Some("en"), 0.24, 5.41),
        ("youtube-json3-2.json", 2, None, 0.12, 14.519),
        ("youtube-srv3-1.xml", 3, None, 15.519, 25.199),
        ("youtube-timedtext-1.xml", 3, None, 0.0, 8.939),
    ];
    for (file, cues, language, start, end) in known {
        let track = parse(&fs::read(folder.join(file)).expect(file));
        assert_eq!((track.cues.len(), track.language.as_deref(), track.warning), (cues, language, None), "{file}");
        assert!((track.cues[0].start - start).abs() < 1e-6, "{file}: {:?}", track.cues[0]);
        assert!((track.cues[cues - 1].end - end).abs() < 1e-6, "{file}: {:?}", track.cues[cues - 1]);
        assert!(track.cues.iter().all(|cue| !cue.text.contains(['<', '&', '\n'])), "{file}: {track:?}");
    }
}
