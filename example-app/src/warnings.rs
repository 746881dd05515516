//! What the user should know before a run, on standard error: it runs nevertheless.

use std::io::{self, Write};

use plugin_core::Finding;

use crate::gateway::Gateway;

/// What is left out, and entries of lists that match no plugin. The doctor tells the rest.
pub(crate) fn print(gateway: &Gateway) {
    let diagnosis = gateway.plugins.diagnose();
    let findings = diagnosis.findings().iter();
    let told = |it: &&Finding| matches!(it, Finding::LeftOut(_) | Finding::UnmatchedEntry { .. });
    for finding in findings.filter(told) {
        // Nobody may be listening, which must not end the run.
        writeln!(io::stderr(), "warning: {finding}").unwrap_or_default();
    }
}
