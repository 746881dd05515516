//! Stored arguments are shared between threads.

use plugin_core::hookspec;

use std::rc::Rc;

#[hookspec]
pub trait Hooks {
    #[hookspec(historic)]
    fn on_configured(&self, config: Rc<u8>);
}

fn main() {}
