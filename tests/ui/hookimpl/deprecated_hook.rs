//! An implementation of a deprecated hook is linted at the name of the method.

use plugin_core::{Plugin, hookimpl, hookspec};

#[hookspec]
pub trait Hooks {
    fn process(&self, request: &str) -> Option<u8>;
    #[hookspec(firstresult)]
    fn authenticate(&self, token: &str) -> Option<u8>;
    #[hookspec(historic)]
    fn on_configured(&self, port: u16);
    fn on_startup(&self);
}

#[derive(Plugin, Default)]
struct Tool;

#[hookspec]
pub trait Old {
    #[deprecated(note = "use `on_startup`")]
    fn on_start(&self);
    fn fine(&self);
}

#[deny(deprecated)]
mod plugin {
    use super::*;

    #[hookimpl]
    impl Old for Tool {
        fn on_start(&self) {}
        #[hookimpl(wrapper)]
        fn on_start(&self, next: &dyn Fn()) {
            next();
        }
        #[hookimpl(specname = "on_start")]
        fn on_start_too(&self) {}
        fn fine(&self) {}
    }
}

fn main() {}
