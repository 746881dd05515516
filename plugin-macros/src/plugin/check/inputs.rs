//! Refuses what a plugin cannot be given.
//!
//! ```text
//! needs(Clock, Arc<dyn Store>)    types of what the host gives, each once
//! config = AuthConfig             what the section of the plugin is read as
//! ```

use quote::ToTokens;
use syn::{Path, Type};

use crate::diagnostics::Errors;
use crate::options::Options;

/// What a plugin is given when it is constructed.
#[derive(Default)]
pub(crate) struct Inputs {
    pub(crate) needs: Vec<Type>,
    pub(crate) config: Option<Type>,
}

pub(crate) fn check(errors: &mut Errors, options: &Options) -> Inputs {
    let needs = options.list::<Type>(errors, "needs", "Clock, ..");
    let config = options.value::<Type>(errors, "config", "Config");
    let manual = options.key("manual");
    // Whether it is well-formed is checked where it is read.
    let init = options.value::<Path>(&mut Errors::default(), "init", "");
    let keys = [options.key("needs"), options.key("config")];
    for key in keys.into_iter().flatten() {
        if manual.is_some() {
            errors.add(
                key,
                format!(
                    "options `{key}` and `manual` contradict each other: the host gives to a manual \
                     plugin what it wants to when it constructs it; keep one"
                ),
            );
        } else if options.key("init").is_none() {
            errors.add(
                key,
                format!(
                    "option `{key}` goes with `init`, the function that receives it: write \
                     `#[plugin(init = path, {key}{})]`",
                    if key == "config" { " = .." } else { "(..)" }
                ),
            );
        }
    }
    // What goes nowhere is not written: it would be the next mistake.
    let is_received = init.is_some() && manual.is_none();
    let needs = needs.map(|(_, needs)| deduplicate(errors, needs)).unwrap_or_default();
    Inputs {
        needs: if is_received { needs } else { Vec::new() },
        config: config.filter(|_| is_received),
    }
}

/// Each type once, as far as it is written in one way.
fn deduplicate(errors: &mut Errors, needs: Vec<Type>) -> Vec<Type> {
    let mut kept: Vec<Type> = Vec::with_capacity(needs.len());
    let text = |ty: &Type| ty.to_token_stream().to_string();
    for need in needs {
        if kept.iter().any(|it| text(it) == text(&need)) {
            errors.add(&need, "this type is named twice in `needs`");
        } else {
            kept.push(need);
        }
    }
    kept
}
