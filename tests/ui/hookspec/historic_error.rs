//! A replay that fails is reported when a plugin is registered.

use plugin_core::hookspec;

pub struct Failure;

#[hookspec]
pub trait Hooks {
    #[hookspec(historic)]
    fn on_configured(&self) -> Result<(), Failure>;
}

fn main() {}
