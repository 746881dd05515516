//! A hookspec has no `where` clauses.

use plugin_core::hookspec;

#[hookspec]
pub trait Hooks
where
    Self: Clone,
{
    fn store(&self)
    where
        Self: Sized;
}

fn main() {}
