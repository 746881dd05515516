//! Wall time: `benches/time.rs` under criterion.

use std::fs;
use std::path::Path;

use serde_json::Value;

use super::figures::Figures;
use crate::place;
use crate::run::{self, Failed, Pace};

pub(super) fn measure(pace: Pace) -> Result<Figures, Failed> {
    let (warm_up, measurement, samples) = match pace {
        Pace::Full => ("0.2", "0.5", "25"),
        Pace::Quick => ("0.02", "0.05", "10"),
    };
    let criterion = place::target().join("criterion");
    if criterion.exists() {
        fs::remove_dir_all(&criterion)?;
    }
    run::run(
        run::cargo()
            .args(["bench", "--package", "plugin-benches", "--bench", "time", "--"])
            .args(["--warm-up-time", warm_up, "--measurement-time", measurement])
            .args(["--sample-size", samples]),
    )?;
    let mut figures = Figures::default();
    for function in fs::read_dir(&criterion)? {
        let function = function?;
        for id in fs::read_dir(function.path())? {
            let id = id?;
            let sample = id.path().join("new/sample.json");
            if sample.exists() {
                let (function, id) = (function.file_name(), id.file_name());
                let name = format!("time/{}/{}", function.display(), id.display());
                figures.insert(name, best(&sample)?);
            }
        }
    }
    Ok(figures)
}

/// The time of a call in the best sample: other work on the machine only adds time.
fn best(sample: &Path) -> Result<f64, Failed> {
    let unexpected = || {
        Failed::new(format!("`{}` must contain the arrays `iters` and `times`", sample.display()))
    };
    let sample: Value =
        serde_json::from_str(&fs::read_to_string(sample)?).map_err(|_| unexpected())?;
    let column = |key: &str| {
        let column = sample[key].as_array().ok_or_else(unexpected)?;
        column.iter().map(|it| it.as_f64().ok_or_else(unexpected)).collect::<Result<Vec<_>, _>>()
    };
    let (calls, times) = (column("iters")?, column("times")?);
    let of_call = calls.iter().zip(times).map(|(calls, time)| time / calls);
    of_call.min_by(f64::total_cmp).ok_or_else(unexpected)
}
