//! `cargo xtask bench`: measures, and writes the page of figures.

mod part;

mod goals;

mod page;

mod tables;

mod costs;

mod figures;

mod store;

mod instructions;

mod time;

mod once;

mod pluggy;

mod rspack;

mod generated;

mod start;

mod compile_time;

mod expansion;

use std::fs;

use self::part::Part;
use crate::place;
use crate::run::{Failed, Pace};

const PAGE: &str = "plugin-core/docs/performance.md";
const COSTS: &str = "plugin-core/docs/costs.md";

/// Whether everything that was requested was measured, and the page written.
pub(crate) fn bench(arguments: &[String]) -> bool {
    match measure(arguments) {
        Ok(()) => true,
        Err(failed) => {
            eprintln!("{failed}");
            false
        }
    }
}

fn measure(arguments: &[String]) -> Result<(), Failed> {
    let mut pace = Pace::Full;
    let mut parts = Vec::new();
    let mut report_only = false;
    for argument in arguments {
        match argument.as_str() {
            "--quick" => pace = Pace::Quick,
            "report" => report_only = true,
            // Its dependencies take minutes to build, so it is measured only on request.
            "--rspack" => parts.push(Part::Rspack),
            name => parts.push(Part::named(name).ok_or_else(|| {
                let names = Part::ALL.map(Part::name).join(", ");
                Failed::new(format!("`{name}` must be a part of the suite: {names}"))
            })?),
        }
    }
    if !report_only && parts.iter().all(|part| *part == Part::Rspack) {
        parts.extend(Part::ALL.into_iter().filter(|part| *part != Part::Rspack));
    }
    for part in parts {
        eprintln!("== {}", part.name());
        store::save(part, &part.measure(pace)?)?;
    }
    let (figures, measured) = store::load();
    let written = page::page(&figures, &measured);
    print!("{written}");
    // The figures of short runs are too rough to be kept.
    if pace == Pace::Full {
        fs::write(place::project().join(PAGE), written)?;
        fs::write(place::project().join(COSTS), costs::costs(&figures))?;
    }
    Ok(())
}
