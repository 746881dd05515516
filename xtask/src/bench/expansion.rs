//! Counts the lines that the macros write for a hook, a plugin and a hookimpl, as rustc prints
//! them.

use super::figures::Figures;
use super::generated::{By, Content, Generated};
use crate::run::{self, Failed};

pub(super) fn measure() -> Result<Figures, Failed> {
    let mut figures = Figures::default();
    for by in [By::Macros, By::Hand] {
        let generated = |hooks, plugins, hookimpls| {
            let content =
                Content { hooks, plugins, hookimpls, requires: false, set: false, program: false };
            Generated::write("expansion", by, content)
        };
        let of_contract = |hooks| lines(&generated(hooks, 1, 1)?, "contract");
        let of_plugins = |plugins, hookimpls| {
            let generated = generated(2, plugins, hookimpls)?;
            lines(&generated, generated.name())
        };
        let mut each = |what: &str, more: f64, less: f64| {
            figures.insert(format!("expansion/{}/{what}", by.name()), more - less);
        };
        each("hook", of_contract(2)?, of_contract(1)?);
        each("plugin", of_plugins(2, 0)?, of_plugins(1, 0)?);
        each("block", of_plugins(1, 1)?, of_plugins(1, 0)?);
        each("hookimpl", of_plugins(1, 2)?, of_plugins(1, 1)?);
    }
    Ok(figures)
}

#[expect(clippy::cast_precision_loss, reason = "a file has fewer lines")]
fn lines(generated: &Generated, package: &str) -> Result<f64, Failed> {
    let arguments = ["rustc", "--quiet", "--lib", "--profile", "check", "--package", package];
    let expanded = run::output(
        generated
            .cargo()
            .args(arguments)
            .args(["--", "-Zunpretty=expanded"])
            // `-Z` options need a nightly compiler; this variable makes a stable one accept them.
            .env("RUSTC_BOOTSTRAP", "1"),
    )?;
    Ok(expanded.lines().count() as f64)
}
