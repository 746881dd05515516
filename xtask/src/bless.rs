//! `cargo xtask bless`: rewrites all files that tests compare with.

use std::env;
use std::process::Command;

/// Whether all files were written.
pub(crate) fn bless() -> bool {
    let expansions = ["test", "--package", "plugin-core-macros", "golden"];
    let messages = ["test", "--package", "plugin-tests", "ui::"];
    let reports = ["test", "--package", "plugin-tests", "reports::"];
    run(&expansions, ("BLESS", "1"))
        && run(&messages, ("TRYBUILD", "overwrite"))
        && run(&reports, ("INSTA_UPDATE", "always"))
}

/// Runs cargo with a variable set, and returns whether it succeeded.
fn run(arguments: &[&str], (variable, value): (&str, &str)) -> bool {
    // Cargo sets this variable for the programs that it runs.
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    match Command::new(cargo).args(arguments).env(variable, value).status() {
        Ok(status) => status.success(),
        Err(error) => {
            eprintln!("cargo must be installed: {error}");
            false
        }
    }
}
