//! Rejects values that a plugin cannot receive when it is constructed.
//!
//! ```text
//! needs(Clock, Arc<dyn Store>)    the types of injected values, each once
//! config = AuthConfig             the type that the plugin's configuration section is read as
//! ```

use quote::ToTokens;
use syn::{Path, Type};

use crate::diagnostics::Errors;
use crate::options::Options;
use crate::signature::types::show;

/// The values that a plugin receives when it is constructed.
#[derive(Default)]
pub(crate) struct Inputs {
    pub(crate) needs: Vec<Type>,
    pub(crate) config: Option<Type>,
}

pub(crate) fn check(errors: &mut Errors, options: &Options) -> Inputs {
    let needs = options.list::<Type>(errors, "needs", "Clock, ..");
    let config = options.value::<Type>(errors, "config", "Config");
    let manual = options.key("manual");
    // Malformed values are reported where the construction is checked.
    let init = options.value::<Path>(&mut Errors::default(), "init", "");
    let keys = [options.key("needs"), options.key("config")];
    for key in keys.into_iter().flatten() {
        if manual.is_some() {
            errors.add(
                key,
                format!(
                    "options `{key}` and `manual` are mutually exclusive: the host constructs a manual \
                     plugin, so it passes the values itself; keep one"
                ),
            );
        } else if options.key("init").is_none() {
            errors.add(
                key,
                format!(
                    "option `{key}` requires `init`, the function that receives the {}: write \
                     `#[plugin(init = path, {key}{})]`",
                    if key == "config" { "configuration" } else { "values" },
                    if key == "config" { " = .." } else { "(..)" }
                ),
            );
        }
    }
    // Values that no function receives are not written, because they would cause a second error.
    let is_received = init.is_some() && manual.is_none();
    let needs = needs.map(|(_, needs)| deduplicate(errors, needs)).unwrap_or_default();
    Inputs {
        needs: if is_received { needs } else { Vec::new() },
        config: config.filter(|_| is_received),
    }
}

/// Rejects repeated types. Two spellings of one type are not recognized.
fn deduplicate(errors: &mut Errors, needs: Vec<Type>) -> Vec<Type> {
    let mut kept: Vec<Type> = Vec::with_capacity(needs.len());
    let text = |ty: &Type| ty.to_token_stream().to_string();
    for need in needs {
        if kept.iter().any(|it| text(it) == text(&need)) {
            errors.add(&need, format!("`{}` is listed twice in `needs`; remove one", show(&need)));
        } else {
            kept.push(need);
        }
    }
    kept
}
