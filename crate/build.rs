//! Packs the data folders (`rules`, `sites`, `domain`) into the crate. A mistake in a file fails the build by file
//! and line.

#[path = "build/domain/mod.rs"]
mod domain;
#[path = "build/sites.rs"]
mod sites;
#[path = "src/video.rs"]
#[allow(dead_code, reason = "site files name fields; the rest is for the crate")]
mod video;

use std::path::{Path, PathBuf};

fn main() {
    println!("cargo::rerun-if-changed=crate/build.rs");
    println!("cargo::rerun-if-changed=crate/build");
    let out = PathBuf::from(std::env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    let packed = [
        domain::pack(Path::new("crate/domain"), &out.join("domain.bin")),
        sites::pack(Path::new("crate/sites"), &out.join("sites.bin")),
    ];
    for mistake in packed.into_iter().filter_map(Result::err) {
        println!("cargo::error={}", mistake.replace('\n', " "));
    }
}
