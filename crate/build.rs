//! Packs the data folders (`rules`, `sites`, `domain`) into the crate. A mistake in a file fails the build by file
//! and line.

#[path = "build/domain/mod.rs"]
mod domain;
#[path = "build/rules.rs"]
mod rules;
#[path = "build/sites.rs"]
mod sites;

// The parts of the crate that read and compile rules serve the build as well. It uses only half of them.
#[allow(dead_code)]
#[path = "src/assessment.rs"]
mod assessment;
#[allow(dead_code)]
#[path = "src/context/mod.rs"]
mod context;
#[allow(dead_code)]
#[path = "src/flat.rs"]
mod flat;
#[allow(dead_code)]
#[path = "src/measured.rs"]
mod measured;
#[allow(dead_code)]
#[path = "src/pack/mod.rs"]
mod pack;
#[allow(dead_code)]
#[path = "src/phrase/mod.rs"]
mod phrase;
#[allow(dead_code)]
#[path = "src/text/mod.rs"]
mod text;
#[allow(dead_code)]
#[path = "src/video.rs"]
mod video;

use std::path::{Path, PathBuf};

fn main() {
    println!("cargo::rerun-if-changed=crate/build.rs");
    println!("cargo::rerun-if-changed=crate/build");
    let out = PathBuf::from(std::env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    let packed = [
        rules::pack(Path::new("crate/rules"), Path::new("crate/domain"), &out),
        sites::pack(Path::new("crate/sites"), &out.join("sites.bin")),
    ];
    for mistake in packed.iter().filter_map(|packed| packed.as_ref().err()).flat_map(|mistakes| mistakes.lines()) {
        println!("cargo::error={mistake}");
    }
}
