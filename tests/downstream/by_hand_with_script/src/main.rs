//! Lists fewer crates by hand than the build script finds.

#![forbid(unsafe_code)]

use greetings::Greetings;
use plugin_core::error::Diagnostic;
use plugin_core::{PluginManager, RegisterError};

plugin_core::plugin_crates! { greet_a }

fn main() -> Result<(), RegisterError> {
    let manager = PluginManager::discover::<dyn Greetings>()?;
    println!("hooks: {}", manager.hook::<dyn Greetings>().greet().join(" "));
    for diagnostic in manager.diagnose().all() {
        if let Diagnostic::UnlistedCrate(krate) = diagnostic {
            println!("not listed: {krate}");
        }
    }
    Ok(())
}
