//! What the user should know before a run, on standard error: it runs nevertheless.

use std::io::{self, Write};

use plugin_core::Finding;

use crate::gateway::Gateway;

/// What is left out, and entries of lists that match no plugin. The doctor tells the rest.
pub(crate) fn print(gateway: &Gateway) {
    let left_out = gateway.plugins.left_out();
    let diagnosis = gateway.plugins.diagnose();
    let findings = diagnosis.findings().iter();
    let unmatched = findings.filter(|it| matches!(it, Finding::UnmatchedEntry { .. }));
    let texts = left_out.iter().map(ToString::to_string).chain(unmatched.map(ToString::to_string));
    for text in texts {
        // Nobody may be listening, which must not end the run.
        writeln!(io::stderr(), "warning: {text}").unwrap_or_default();
    }
}
