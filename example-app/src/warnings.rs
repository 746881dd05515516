//! What the user should know before a run, on standard error: it runs nevertheless.

use std::io::{self, Write};

use plugin_core::Finding;

use crate::gateway::Gateway;

/// What is left out, entries of lists that match no plugin, and settings that no plugin reads. The
/// doctor tells the rest.
pub(crate) fn print(gateway: &Gateway) {
    let diagnosis = gateway.plugins.diagnose();
    let findings = diagnosis.findings().iter();
    for finding in findings.filter(|it| is_told(it)) {
        // Nobody may be listening, which must not end the run.
        writeln!(io::stderr(), "warning: {finding}").unwrap_or_default();
    }
}

fn is_told(finding: &Finding) -> bool {
    matches!(
        finding,
        Finding::LeftOut(_) | Finding::UnmatchedEntry { .. } | Finding::UnreadSection { .. }
    )
}
