//! `cargo xtask bless`: writes everything anew that tests compare with files.

#![forbid(unsafe_code)]

use std::env;
use std::process::{Command, ExitCode};

const USAGE: &str = "usage: cargo xtask bless

  bless   write the golden expansions of the macros (plugin-macros/tests/expanded), the expected
          compile errors (tests/ui) and the reports (tests/integration/snapshots) anew; review what
          changed with `git diff`";

fn main() -> ExitCode {
    if env::args().skip(1).eq(["bless"]) {
        return bless();
    }
    eprintln!("{USAGE}");
    ExitCode::from(2)
}

fn bless() -> ExitCode {
    let expansions = ["test", "--package", "plugin-macros", "golden"];
    let messages = ["test", "--package", "plugin-tests", "ui::"];
    let reports = ["test", "--package", "plugin-tests", "reports::"];
    let done = run(&expansions, ("BLESS", "1"))
        && run(&messages, ("TRYBUILD", "overwrite"))
        && run(&reports, ("INSTA_UPDATE", "always"));
    if done { ExitCode::SUCCESS } else { ExitCode::FAILURE }
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
