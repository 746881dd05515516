//! `cargo xtask`: the tasks that need more than one command.

#![forbid(unsafe_code)]

mod place;

mod run;

mod gungraun;

mod bench;

mod gate;

mod bless;

mod package;

use std::env;
use std::process::ExitCode;

const USAGE: &str = "usage: cargo xtask bless
       cargo xtask package
       cargo xtask bench [--quick] [--rspack] [PART..]
       cargo xtask bench report
       cargo xtask gate [--bless]

  bless   rewrite the golden expansions of the macros (plugin-macros/tests/expanded), the expected
          compile errors (tests/ui) and the reports (tests/integration/snapshots); review the
          changes with `git diff`
  package build the packages that are published, unpack them, and run their tests
  bench   measure, print a report, and write it to plugin-core/docs/performance.md. Without a PART,
          all parts but rspack are measured. Parts: instructions, time, once, pluggy, expansion,
          start, compile-time, rspack. `--quick` gives rough figures and writes no report.
          `report` writes the report from the figures that were measured last
  gate    count the instructions of ten paths and compare them with
          benches/gate/instructions.txt; `--bless` writes the file";

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let done = match arguments.split_first() {
        Some((task, [])) if task == "bless" => bless::bless(),
        Some((task, [])) if task == "package" => package::package(),
        Some((task, arguments)) if task == "bench" => bench::bench(arguments),
        Some((task, [])) if task == "gate" => gate::gate(gate::Then::Compare),
        Some((task, [then])) if task == "gate" && then == "--bless" => {
            gate::gate(gate::Then::Bless)
        }
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    if done { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
