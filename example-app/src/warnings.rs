//! What the user should know before a run, on standard error: it runs nevertheless.

use std::io::{self, Write};

use plugin_core::Diagnostic;

use crate::gateway::Gateway;

/// What is left out, entries of lists that match no plugin, and settings that no plugin reads. The
/// doctor tells the rest.
pub(crate) fn print(gateway: &Gateway) {
    let diagnostics = gateway.plugins.diagnose();
    let diagnostics = diagnostics.all().iter();
    for diagnostic in diagnostics.filter(|it| is_told(it)) {
        // Nobody may be listening, which must not end the run.
        writeln!(io::stderr(), "warning: {diagnostic}").unwrap_or_default();
    }
}

fn is_told(diagnostic: &Diagnostic) -> bool {
    matches!(
        diagnostic,
        Diagnostic::SkippedPlugin(_)
            | Diagnostic::UnmatchedEntry { .. }
            | Diagnostic::UnreadSection { .. }
    )
}
