//! What is told at the end: how many requests there were, and what became of them.

use std::collections::BTreeMap;
use std::io::{self, Write};

use gateway_hooks::Response;

use crate::gateway::Gateway;
use crate::replay::{Replayed, UNANSWERED};

#[derive(Debug, Default)]
pub(crate) struct Summary {
    requests: u64,
    by_status: BTreeMap<u16, u64>,
    by_plugin: BTreeMap<&'static str, u64>,
    unanswered: u64,
    repeated: u64,
    broken: u64,
}

impl Summary {
    pub(crate) fn count(&mut self, response: Option<&Response>) {
        self.requests += 1;
        let status = response.map_or(UNANSWERED, Response::status);
        *self.by_status.entry(status).or_default() += 1;
        match response {
            Some(response) => {
                *self.by_plugin.entry(response.plugin()).or_default() += 1;
                self.repeated += u64::from(response.is_repeated());
            }
            None => self.unanswered += 1,
        }
    }

    pub(crate) fn count_broken(&mut self) {
        self.broken += 1;
    }

    pub(crate) fn replayed(&self) -> Replayed {
        if self.broken == 0 { Replayed::Whole } else { Replayed::WithBrokenLines }
    }

    pub(crate) fn print(&self, out: &mut dyn Write, gateway: &Gateway) -> io::Result<()> {
        writeln!(out, "\nSummary")?;
        writeln!(out, "  requests        {:>4}", self.requests)?;
        writeln!(out, "  cache hits      {:>4}", self.repeated)?;
        writeln!(out, "  broken lines    {:>4}", self.broken)?;
        writeln!(out, "\nBy status")?;
        for (status, count) in &self.by_status {
            writeln!(out, "  {status:<15} {count:>4}")?;
        }
        writeln!(out, "\nBy answering plugin")?;
        for (plugin, count) in &self.by_plugin {
            writeln!(out, "  {plugin:<15} {count:>4}")?;
        }
        writeln!(out, "  {:<15} {:>4}", "(none)", self.unanswered)?;
        writeln!(out, "\nReports of the plugins")?;
        for (plugin, report) in gateway.reports() {
            writeln!(out, "  {plugin:<15} {report}")?;
        }
        faults(out, gateway)
    }
}

/// Which plugins have panicked, if they were isolated, and which of them are out of service.
fn faults(out: &mut dyn Write, gateway: &Gateway) -> io::Result<()> {
    let faults = gateway.plugins.faults();
    if faults.is_empty() {
        return Ok(());
    }
    writeln!(out, "\nFaults")?;
    for fault in faults {
        writeln!(out, "  {fault}")?;
    }
    for plugin in gateway.plugins.suspended_plugins() {
        writeln!(out, "  `{}` is out of service", plugin.id())?;
    }
    Ok(())
}
