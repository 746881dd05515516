//! Writes the page: the goals and whether they are met, the figures by topic, and the machine they
//! were measured on.

use std::fmt::Write as _;
use std::fs;
use std::process::Command;

use super::figures::Figures;
use super::goals::GOALS;
use super::part::Part;
use super::tables;
use crate::run;

/// The report on all parts, as Markdown.
pub(super) fn page(figures: &Figures, measured: &[Part]) -> String {
    let mut page = String::from("# Performance\n\nWritten by `cargo xtask bench`. ");
    let parts: Vec<_> = measured.iter().map(|part| part.name()).collect();
    let _ = writeln!(page, "Parts: {}.\n", parts.join(", "));
    page.push_str(&machine());
    page.push_str(&goals(figures));
    for topic in tables::TOPICS {
        page.push_str(&topic(figures));
    }
    page
}

fn goals(figures: &Figures) -> String {
    let mut table =
        String::from("\n## Goals\n\n| work | goal | measured | |\n| --- | --- | --- | --- |\n");
    for goal in GOALS {
        let (measured, verdict) = match goal.judge(figures) {
            Some(judged) if judged.holds => (judged.measured, "met"),
            Some(judged) => (judged.measured, "**missed**"),
            None => (String::new(), "not measured"),
        };
        let _ = writeln!(table, "| {} | {} | {measured} | {verdict} |", goal.work, goal.what);
    }
    table
}

/// The machine and the programs with which the figures were measured.
fn machine() -> String {
    let says = |program: &str, argument: &str| {
        let said = run::output(Command::new(program).arg(argument)).unwrap_or_default();
        said.lines().next().unwrap_or("not installed").to_owned()
    };
    let processors = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let models = processors.lines().filter(|line| line.starts_with("model name"));
    let model = models.clone().next().and_then(|line| line.split(": ").nth(1));
    format!(
        "| | |\n| --- | --- |\n| date | {} |\n| processor | {} ({} cores) |\n| compiler | {} |\n\
         | instructions | {} |\n| pluggy | 1.7.0 on {} |\n",
        says("date", "+%F"),
        model.unwrap_or("unknown"),
        models.count(),
        says("rustc", "--version"),
        says("valgrind", "--version"),
        says("python3", "--version"),
    )
}
