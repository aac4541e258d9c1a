//! Runs wasm-bindgen at exactly the version that Cargo.lock names, so that the tool and the crate can not disagree.
//!
//! ```text
//! bindgen FORM INPUT.wasm OUT_DIR NAME
//! ```
//!
//! | form | what is written |
//! |---|---|
//! | `module` | an ES module that fetches its Wasm: the background |
//! | `script` | a classic script that defines one global, `NAME` in camel case: content scripts |
//! | `bundler` | what a bundler joins: the way to the JavaScript form |
//!
//! Types for the JavaScript that calls it are written beside each.

use std::env;
use std::process::ExitCode;

use wasm_bindgen_cli_support::Bindgen;

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let outcome = match arguments.as_slice() {
        [form, input, out_dir, name] => generate(form, input, out_dir, name),
        _ => Err("usage: bindgen module|script|bundler INPUT.wasm OUT_DIR NAME".to_owned()),
    };
    if let Err(fault) = outcome {
        eprintln!("bindgen: {fault}");
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}

fn generate(form: &str, input: &str, out_dir: &str, name: &str) -> Result<(), String> {
    let mut bindgen = Bindgen::new();
    bindgen.input_path(input).out_name(name).omit_default_module_path(true).typescript(true);
    choose(&mut bindgen, form, name)?;
    bindgen.generate(out_dir).map_err(|fault| format!("{input}: {fault:?}"))
}

fn choose(bindgen: &mut Bindgen, form: &str, name: &str) -> Result<(), String> {
    let chosen = match form {
        "module" => bindgen.web(true),
        "script" => bindgen.no_modules(true).and_then(|it| it.no_modules_global(&camel_case(name))),
        "bundler" => bindgen.bundler(true),
        other => return Err(format!("unknown form {other}")),
    };
    chosen.map(drop).map_err(|fault| fault.to_string())
}

/// `second-look-page` becomes `secondLookPage`.
fn camel_case(name: &str) -> String {
    let mut words = name.split('-');
    let first = words.next().unwrap_or_default().to_owned();
    words.fold(first, |joined, word| {
        let mut letters = word.chars();
        let initial = letters.next().map(|letter| letter.to_ascii_uppercase());
        joined + &initial.into_iter().chain(letters).collect::<String>()
    })
}
