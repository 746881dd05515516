//! A manager stores its plugins, so they cannot borrow.

use plugin_core::{Plugin, hookspec};

#[hookspec]
pub trait Hooks {
    fn on_startup(&self);
}

#[derive(Plugin)]
#[plugin(manual)]
struct Tool<'a>(&'a str);

fn main() {}
