//! The end of a run: the headers of one response, the counts, and the reports of the plugins.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

use gateway_hooks::{Header, Request, Response};

use crate::gateway::Gateway;

/// How a replay ended.
pub(crate) enum Replayed {
    /// Every line was a request.
    Complete,
    /// Some lines were broken, and were skipped.
    WithBrokenLines,
}

#[derive(Debug, Default)]
pub(crate) struct Summary {
    requests: u64,
    by_status: BTreeMap<u16, u64>,
    by_plugin: BTreeMap<&'static str, Share>,
    unanswered: u64,
    broken: u64,
    sample: Option<Sample>,
}

/// The part of one plugin in the responses.
#[derive(Debug, Default)]
struct Share {
    answers: u64,
    headers: u64,
}

/// The last response with headers from the most plugins, to be printed with these headers.
#[derive(Debug)]
struct Sample {
    line: usize,
    target: String,
    response: Response,
}

impl Summary {
    /// Counts a request. Returns whether it is the first with this status, or from this plugin.
    pub(crate) fn count(&mut self, line: usize, request: &Request, response: &Response) -> bool {
        self.requests += 1;
        for header in response.headers() {
            self.by_plugin.entry(header.plugin()).or_default().headers += 1;
        }
        let of_status = self.by_status.entry(response.status()).or_default();
        let of_plugin = match response.plugin() {
            Some(plugin) => &mut self.by_plugin.entry(plugin).or_default().answers,
            None => &mut self.unanswered,
        };
        *of_status += 1;
        *of_plugin += 1;
        let is_new = *of_status == 1 || *of_plugin == 1;

        let most = self.sample.as_ref().map_or(0, |it| contributors(&it.response));
        if contributors(response) >= most.max(1) {
            let target = format!("{} {}", request.method, request.path);
            self.sample = Some(Sample { line, target, response: response.clone() });
        }
        is_new
    }

    pub(crate) fn count_broken(&mut self) {
        self.broken += 1;
    }

    pub(crate) fn replayed(&self) -> Replayed {
        if self.broken == 0 { Replayed::Complete } else { Replayed::WithBrokenLines }
    }

    pub(crate) fn print(&self, out: &mut dyn Write, gateway: &Gateway) -> io::Result<()> {
        if let Some(sample) = &self.sample {
            sample.print(out)?;
        }
        writeln!(out, "\nSummary")?;
        writeln!(out, "  requests      {} ({} unanswered)", self.requests, self.unanswered)?;
        if self.broken > 0 {
            writeln!(out, "  broken lines  {} (skipped; standard error names each)", self.broken)?;
        }
        let statuses = self.by_status.iter().map(|(status, count)| format!("{status}: {count}"));
        writeln!(out, "  statuses      {}", statuses.collect::<Vec<_>>().join(", "))?;
        self.print_plugins(out, gateway)?;
        print_faults(out, gateway)
    }

    /// One row for each plugin that answered, added a header, or has a report.
    fn print_plugins(&self, out: &mut dyn Write, gateway: &Gateway) -> io::Result<()> {
        let mut rows: BTreeMap<&str, (&Share, String)> = BTreeMap::new();
        for (plugin, share) in &self.by_plugin {
            rows.insert(plugin, (share, String::new()));
        }
        let none = Share::default();
        for (plugin, report) in gateway.reports() {
            rows.entry(plugin).or_insert((&none, String::new())).1 = report;
        }
        if rows.is_empty() {
            return Ok(());
        }
        writeln!(out, "\n  {:<15} {:>7} {:>7}  report", "plugin", "answers", "headers")?;
        for (plugin, (Share { answers, headers }, report)) in rows {
            let row = format!("  {plugin:<15} {answers:>7} {headers:>7}  {report}");
            writeln!(out, "{}", row.trim_end())?;
        }
        Ok(())
    }
}

/// The number of plugins that added headers to a response.
fn contributors(response: &Response) -> usize {
    response.headers().iter().map(Header::plugin).collect::<BTreeSet<_>>().len()
}

impl Sample {
    fn print(&self, out: &mut dyn Write) -> io::Result<()> {
        let Self { line, target, response } = self;
        writeln!(out, "\nThe response with headers from the most plugins: line {line}, {target}")?;
        for header in response.headers() {
            let header_line = header.to_string();
            writeln!(out, "  {header_line:<40}  from {}", header.plugin())?;
        }
        Ok(())
    }
}

/// The plugins that have panicked, if they are isolated, and those that are suspended.
fn print_faults(out: &mut dyn Write, gateway: &Gateway) -> io::Result<()> {
    let faults = gateway.plugins.faults();
    if faults.is_empty() {
        return Ok(());
    }
    writeln!(out, "\nFaults")?;
    for fault in faults {
        writeln!(out, "  {fault}")?;
    }
    for plugin in gateway.plugins.suspended_plugins() {
        writeln!(out, "  `{}` is suspended: no hook calls it any more", plugin.id())?;
    }
    Ok(())
}
