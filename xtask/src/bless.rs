//! `cargo xtask bless`: writes everything anew that tests compare with files.

use std::env;
use std::process::Command;

/// Whether everything is written.
pub(crate) fn bless() -> bool {
    let expansions = ["test", "--package", "plugin-core-macros", "golden"];
    let messages = ["test", "--package", "plugin-tests", "ui::"];
    let reports = ["test", "--package", "plugin-tests", "reports::"];
    run(&expansions, ("BLESS", "1"))
        && run(&messages, ("TRYBUILD", "overwrite"))
        && run(&reports, ("INSTA_UPDATE", "always"))
}

/// Runs cargo with a variable set, and tells whether it succeeded.
fn run(arguments: &[&str], (variable, value): (&str, &str)) -> bool {
    // Cargo names itself to what it runs.
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    match Command::new(cargo).args(arguments).env(variable, value).status() {
        Ok(status) => status.success(),
        Err(error) => {
            eprintln!("cargo could not be run: {error}");
            false
        }
    }
}
