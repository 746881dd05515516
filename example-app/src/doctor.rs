//! The doctor: reports whether anything is missing, and how to fix it.

use std::io::{self, Write};

use plugin_core::Registry;

use crate::gateway::Gateway;

/// Prints the diagnostics. Returns whether there are none.
pub(crate) fn print(out: &mut dyn Write, gateway: &Gateway) -> io::Result<bool> {
    let linked = Registry::linked();
    for it in linked.crates() {
        let plugins = linked.plugins().filter(|plugin| linked.crate_of(plugin) == Some(it));
        writeln!(out, "{it} from {}: {} plugins", it.source(), plugins.count())?;
    }
    writeln!(out)?;
    let diagnostics = gateway.plugins.diagnose();
    writeln!(out, "{diagnostics}")?;
    Ok(diagnostics.is_clean())
}
