//! The program with which the README begins: it is built as a package, run, and prints what the
//! README shows.

use crate::package::{Package, project};

const README: &str = include_str!("../../README.md");

#[test]
fn the_program_of_the_readme_prints_what_the_readme_shows() {
    let program = block("```rust,standalone_crate\n");
    let shown = block("```console\n$ cargo run\n");
    let core = project().join("plugin-core");
    let manifest = format!(
        "[package]\nname = \"readme\"\nversion = \"0.1.0\"\nedition = \"2024\"\npublish = false\n\n\
         [workspace]\n\n[dependencies]\nplugin-core = {{ path = {core:?} }}\n"
    );
    let mut report = Package::written("readme", &manifest, program).run(&["run", "--quiet"]);
    assert!(shown.lines().count() > 1, "the README shows {shown:?}");
    for line in shown.lines() {
        report = report.prints(line);
    }
}

/// The first block of the README that begins in this way, without its beginning.
fn block(begin: &str) -> &'static str {
    let (_, block) = README.split_once(begin).expect("the README has such a block");
    block.split_once("```").expect("a block ends").0
}
