//! Whether plugins can work together: from what they declare to the order in which they are
//! loaded, or to every reason why not. Pure: nothing of a plugin runs.

mod set;

mod view;

mod dependents;

mod rules;

mod check;

mod touched;

mod chains;

mod load_order;

mod skip;

mod plan;

pub(crate) use self::dependents::with_dependents;
pub(crate) use self::plan::{Plan, resolve};
pub use self::rules::ResolvePolicy;
pub(crate) use self::rules::Rules;
pub(crate) use self::set::Set;
pub(crate) use self::view::View;

#[cfg(test)]
mod tests;
