//! Shows that a plugin can publish hooks for other plugins, and call them.

#![forbid(unsafe_code)]

use greetings::Greetings;
use plugin_core::{PluginManager, RegisterError};

plugin_core::plugin_crates!();

fn main() -> Result<(), RegisterError> {
    let plugins = PluginManager::discover::<dyn Greetings>()?;
    let hooks = plugins.hook::<dyn Greetings>();
    let found = hooks.greet().join(" ");
    println!("hooks: {found}");
    assert_eq!(found, "c b a");

    // The host knows neither the choir nor its singers.
    let reports = hooks.report(&plugins);
    println!("reports: {}", reports.join(", "));
    assert_eq!(reports, ["tenor bass alto", "bass hums"]);
    Ok(())
}
