//! Each option is set at most once.

use plugin_core::hookspec;

#[hookspec(project = "a", project = "b")]
pub trait Hooks {
    #[hookspec(historic, historic)]
    fn on_configured(&self);
    #[hookspec(firstresult)]
    #[hookspec(firstresult)]
    fn authenticate(&self) -> Option<u8>;
}

fn main() {}
