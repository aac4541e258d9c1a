//! Packs the style of what is drawn into the page: the same rules, without comments and white space. It is carried into
//! every page, so each byte counts.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

const STYLE: &str = "../../extension/style";
const SHARED: [&str; 3] = ["tokens.css", "base.css", "card.css"];

fn main() -> io::Result<()> {
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    let style = Path::new(STYLE);
    pack(&SHARED.map(|file| style.join(file)), &out.join("shared.css"))?;
    pack(&[style.join("controls.css")], &out.join("controls.css"))?;
    pack(&["src/draw/overlay.css".into()], &out.join("overlay.css"))
}

fn pack(files: &[PathBuf], target: &Path) -> io::Result<()> {
    let mut packed = String::new();
    for file in files {
        println!("cargo::rerun-if-changed={}", file.display());
        packed += &pressed(&fs::read_to_string(file)?);
    }
    fs::write(target, packed)
}

/// No comments; white space only where it parts two words.
fn pressed(css: &str) -> String {
    let mut parts = css.split("/*");
    let rules: String =
        parts.next().into_iter().chain(parts.filter_map(|part| Some(part.split_once("*/")?.1))).collect();
    let mut pressed = rules.split_whitespace().collect::<Vec<_>>().join(" ");
    for sign in ["{", "}", ";", ","] {
        pressed = pressed.replace(&format!(" {sign}"), sign).replace(&format!("{sign} "), sign);
    }
    pressed.replace(": ", ":").replace(";}", "}")
}
