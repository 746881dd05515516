//! Each plugin gets its own copy of a value.

use plugin_core::{Plugin, hookimpl, hookspec};

pub struct Ticket;

#[hookspec]
pub trait Hooks {
    fn admit(&self, ticket: Ticket);
}

#[derive(Plugin, Default)]
struct Tool;

#[hookimpl]
impl Hooks for Tool {
    fn admit(&self, _ticket: Ticket) {}
}

fn main() {}
