//! The page: what must hold and whether it does, the figures by topic, and where they were taken.

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
    let mut table = String::from(
        "\n## What must hold\n\n| work | goal | measured | |\n| --- | --- | --- | --- |\n",
    );
    for goal in GOALS {
        let (measured, holds) = match goal.judge(figures) {
            Some(judged) if judged.holds => (judged.measured, "holds"),
            Some(judged) => (judged.measured, "**missed**"),
            None => (String::new(), "not measured"),
        };
        let _ = writeln!(table, "| {} | {} | {measured} | {holds} |", goal.work, goal.what);
    }
    table
}

/// Where and with what the figures were taken.
fn machine() -> String {
    let says = |program: &str, argument: &str| {
        let said = run::output(Command::new(program).arg(argument)).unwrap_or_default();
        said.lines().next().unwrap_or("not there").to_owned()
    };
    let processors = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let models = processors.lines().filter(|line| line.starts_with("model name"));
    let model = models.clone().next().and_then(|line| line.split(": ").nth(1));
    format!(
        "| | |\n| --- | --- |\n| date | {} |\n| processor | {}, {} of them |\n| compiler | {} |\n\
         | instructions | {} |\n| pluggy | 1.7.0 on {} |\n",
        says("date", "+%F"),
        model.unwrap_or("unknown"),
        models.count(),
        says("rustc", "--version"),
        says("valgrind", "--version"),
        says("python3", "--version"),
    )
}
