//! Every error of the macros, and every message of rustc about mistakes in the code of their users.
//!
//! `cargo xtask bless` rewrites the expected output. It is that of rustc 1.95, the newest stable
//! compiler at the time of writing; other versions word some messages differently.

use std::path::PathBuf;
use std::{fs, iter};

#[test]
fn mistakes_are_reported_at_the_wrong_token() {
    trybuild::TestCases::new().compile_fail("ui/*/*.rs");
}

#[test]
fn every_expected_message_has_a_case() {
    let mut folders = vec![PathBuf::from("ui")];
    let files = iter::from_fn(|| {
        let folder = folders.pop()?;
        let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        let (inner, files): (Vec<_>, Vec<_>) = entries.partition(|path| path.is_dir());
        folders.extend(inner);
        Some(files)
    });
    let is_stale = |file: &PathBuf| {
        file.extension().is_some_and(|it| it == "stderr") && !file.with_extension("rs").exists()
    };
    let stale: Vec<_> = files.flatten().filter(is_stale).collect();
    assert!(stale.is_empty(), "no case has these messages: {stale:?}");
}
