//! Packs the data folders (`rules`, `sites`, `domain`) into the crate. A mistake in a file fails the build by file
//! and line.

#[path = "build/domain/mod.rs"]
mod domain;

use std::path::{Path, PathBuf};

fn main() {
    println!("cargo::rerun-if-changed=crate/build.rs");
    let out = PathBuf::from(std::env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    if let Err(mistake) = domain::pack(Path::new("crate/domain"), &out.join("domain.bin")) {
        println!("cargo::error={}", mistake.replace('\n', " "));
    }
}
