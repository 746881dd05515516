//! A replay that fails is reported by the registration of the plugin.

use plugin_core::hookspec;

pub struct Failure;

#[hookspec]
pub trait Hooks {
    #[hookspec(historic)]
    fn on_configured(&self) -> Result<(), Failure>;
}

fn main() {}
