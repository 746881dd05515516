//! `cargo xtask gate`: compares the instructions of the paths in `benches/gate` with the counts in
//! a file in the repository.

use std::env::consts::ARCH;
use std::fmt::Write as _;
use std::fs;
use std::process::Command;

use crate::gungraun::{self, Counted};
use crate::place;
use crate::run::{self, Failed};

const FILE: &str = "benches/gate/instructions.txt";

/// How far a count may differ from the file, in percent of the file's count.
const TOLERANCE: f64 = 2.0;

const HEAD: &str = "\
# Instructions of ten paths, each of which is a function of main.rs. `cargo xtask gate` fails if a
# path costs 2 % more or less. `cargo xtask gate --bless` writes this file.
";

/// What happens with the counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Then {
    Compare,
    Bless,
}

/// Whether all counts match the file, or the file was written.
pub(crate) fn gate(then: Then) -> bool {
    count().and_then(|counted| conclude(&counted, then)).unwrap_or_else(|failed| {
        eprintln!("{failed}");
        false
    })
}

/// The instructions of each path, in the order of the bench.
fn count() -> Result<Paths, Failed> {
    let runner = gungraun::runner()?;
    let summaries = run::output(
        run::cargo()
            .args(["bench", "--locked", "--profile", "gate", "--package", "plugin-benches-gate"])
            .args(["--", "--output-format=json"])
            .env("GUNGRAUN_RUNNER", runner),
    )?;
    let counted = gungraun::read(&summaries)?.into_iter();
    Ok(Paths(
        counted.map(|Counted { function, instructions, .. }| (function, instructions)).collect(),
    ))
}

fn conclude(counted: &Paths, then: Then) -> Result<bool, Failed> {
    let file = place::project().join(FILE);
    let old = fs::read_to_string(&file).unwrap_or_default();
    let compared = compare(&Paths::read(&old)?, counted);
    print!("{}", table(&compared));
    let compiler = compiler()?;
    if then == Then::Bless {
        fs::write(file, format!("{HEAD}{compiler}\n{}", counted.lines()))?;
        return Ok(true);
    }
    let mut verdicts: Vec<_> = compared.iter().filter_map(Compared::complaint).collect();
    let passed = verdicts.is_empty();
    if !passed && !old.lines().any(|line| line == compiler) {
        verdicts.push(format!(
            "{FILE} must be counted with the same compiler; this one is: {compiler}"
        ));
    }
    for verdict in verdicts {
        eprintln!("{verdict}");
    }
    Ok(passed)
}

/// The line of the file that names the architecture and the compiler: the counts depend on them,
/// and the project does not fix them.
fn compiler() -> Result<String, Failed> {
    let version = run::output(Command::new("rustc").arg("--version"))?;
    Ok(format!("# Counted on {ARCH} with {}.", version.trim()))
}

/// Paths with their instruction counts.
#[derive(Debug, PartialEq)]
struct Paths(Vec<(String, f64)>);

impl Paths {
    fn read(file: &str) -> Result<Self, Failed> {
        let lines = file.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
        let paths = lines.map(|line| {
            let (path, instructions) = line.split_once(' ')?;
            Some((path.to_owned(), instructions.trim().parse().ok()?))
        });
        let paths = paths.collect::<Option<_>>();
        paths.map(Self).ok_or_else(|| {
            Failed::new(format!("every line of {FILE} must be a path and its count"))
        })
    }

    fn lines(&self) -> String {
        let mut lines = String::new();
        for (path, instructions) in &self.0 {
            let _ = writeln!(lines, "{path:<18}{instructions:>9}");
        }
        lines
    }

    fn get(&self, path: &str) -> Option<f64> {
        self.0.iter().find(|(name, _)| name == path).map(|(_, instructions)| *instructions)
    }
}

/// A path with its count in the file and its measured count. One of them may be missing.
#[derive(Debug)]
struct Compared {
    path: String,
    expected: Option<f64>,
    counted: Option<f64>,
}

/// All paths that were counted, followed by those that are only in the file.
fn compare(expected: &Paths, counted: &Paths) -> Vec<Compared> {
    let now = counted.0.iter().map(|(path, instructions)| Compared {
        path: path.clone(),
        expected: expected.get(path),
        counted: Some(*instructions),
    });
    let missing = expected.0.iter().filter(|(path, _)| counted.get(path).is_none());
    let missing = missing.map(|(path, instructions)| Compared {
        path: path.clone(),
        expected: Some(*instructions),
        counted: None,
    });
    now.chain(missing).collect()
}

impl Compared {
    /// The difference in percent of the file's count.
    fn difference(&self) -> Option<f64> {
        let (expected, counted) = (self.expected?, self.counted?);
        Some(100.0 * (counted - expected) / expected)
    }

    /// The problem with the path, and the fix.
    fn complaint(&self) -> Option<String> {
        let path = &self.path;
        let bless = "run `cargo xtask gate --bless` and commit";
        let Some(difference) = self.difference() else {
            return Some(match self.counted {
                Some(_) => format!("`{path}` must be in {FILE}: {bless} {FILE}"),
                None => {
                    format!(
                        "`{path}` of {FILE} must be a path of the bench; if it was removed, {bless} {FILE}"
                    )
                }
            });
        };
        if difference > TOLERANCE {
            Some(format!(
                "`{path}` must not cost {difference:.1} % more: make it cheaper; or, if the change \
                 is worth the cost, {bless} {FILE} with it"
            ))
        } else if difference < -TOLERANCE {
            Some(format!(
                "`{path}` costs {:.1} % less: {bless} {FILE}, so that the gain is kept",
                -difference
            ))
        } else {
            None
        }
    }
}

fn table(compared: &[Compared]) -> String {
    let mut table =
        format!("{:<18}{:>12}{:>12}{:>14}\n", "path", "expected", "counted", "difference");
    let count = |count: Option<f64>| count.map_or("-".to_owned(), |count| count.to_string());
    for path in compared {
        let difference = path.difference().map_or("-".to_owned(), |it| format!("{it:+.2} %"));
        let (expected, counted) = (count(path.expected), count(path.counted));
        let _ = writeln!(table, "{:<18}{expected:>12}{counted:>12}{difference:>14}", path.path);
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paths(of: &[(&str, f64)]) -> Paths {
        Paths(of.iter().map(|(path, count)| ((*path).to_owned(), *count)).collect())
    }

    fn complaints(expected: &[(&str, f64)], counted: &[(&str, f64)]) -> Vec<String> {
        let compared = compare(&paths(expected), &paths(counted));
        compared.iter().filter_map(Compared::complaint).collect()
    }

    #[test]
    fn a_path_within_two_percent_of_the_file_passes() {
        for counted in [980.0, 1000.0, 1020.0] {
            let complaints = complaints(&[("call", 1000.0)], &[("call", counted)]);
            assert!(complaints.is_empty(), "{complaints:?}");
        }
    }

    #[test]
    fn a_path_that_costs_over_two_percent_more_fails() {
        let complaints = complaints(
            &[("call", 1000.0), ("hook", 1000.0)],
            &[("call", 1021.0), ("hook", 1000.0)],
        );
        assert_eq!(complaints.len(), 1, "{complaints:?}");
        assert!(complaints[0].starts_with("`call` must not cost 2.1 % more"), "{complaints:?}");
        assert!(complaints[0].contains("--bless"), "{complaints:?}");
    }

    #[test]
    fn a_path_that_costs_over_two_percent_less_fails_and_asks_for_a_bless() {
        let complaints = complaints(&[("call", 1000.0)], &[("call", 979.0)]);
        assert_eq!(complaints.len(), 1, "{complaints:?}");
        assert!(complaints[0].starts_with("`call` costs 2.1 % less"), "{complaints:?}");
        assert!(complaints[0].contains("--bless"), "{complaints:?}");
    }

    #[test]
    fn a_path_missing_in_the_file_or_in_the_bench_fails() {
        let complaints = complaints(&[("old", 1000.0)], &[("new", 1000.0)]);
        assert_eq!(complaints.len(), 2, "{complaints:?}");
        assert!(complaints[0].starts_with("`new` must be in"), "{complaints:?}");
        assert!(complaints[1].starts_with("`old` of"), "{complaints:?}");
    }

    #[test]
    fn a_written_file_is_read_back_in_the_same_order() {
        let counted = paths(&[("start", 949_963.0), ("call", 10_225.0)]);
        let file = format!("{HEAD}\n{}", counted.lines());
        assert_eq!(Paths::read(&file).unwrap(), counted);
    }

    #[test]
    fn a_line_that_is_not_a_path_with_a_count_is_rejected() {
        for line in ["call", "call many"] {
            assert!(Paths::read(line).is_err(), "{line}");
        }
    }
}
