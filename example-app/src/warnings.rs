//! Warnings before a run, on standard error: problems that do not prevent it.

use std::io::{self, Write};

use plugin_core::error::Diagnostic;

use crate::gateway::Gateway;

/// Skipped plugins, entries of lists that match no plugin, and sections that no plugin reads. The
/// doctor reports the rest.
pub(crate) fn print(gateway: &Gateway) {
    let diagnostics = gateway.plugins.diagnose();
    let diagnostics = diagnostics.all().iter();
    for diagnostic in diagnostics.filter(|it| is_warning(it)) {
        // A closed standard error must not end the run.
        writeln!(io::stderr(), "warning: {diagnostic}").unwrap_or_default();
    }
}

fn is_warning(diagnostic: &Diagnostic) -> bool {
    matches!(
        diagnostic,
        Diagnostic::SkippedPlugin(_)
            | Diagnostic::UnmatchedEntry { .. }
            | Diagnostic::UnreadSection { .. }
    )
}
