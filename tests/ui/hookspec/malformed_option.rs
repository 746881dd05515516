//! Each option has one form.

use plugin_core::hookspec;

#[hookspec(project = gateway)]
pub trait Hooks {
    #[hookspec(firstresult = true)]
    fn authenticate(&self) -> Option<u8>;
    #[hookspec = "historic"]
    fn on_configured(&self);
}

#[hookspec(project)]
pub trait More {
    fn on_startup(&self);
}

#[hookspec(project = "")]
pub trait Nameless {
    fn on_startup(&self);
}

fn main() {}
