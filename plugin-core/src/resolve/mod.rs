//! Resolving: from the relations that plugins declare to their load order, or to every problem.
//! Pure: no plugin code runs.

mod set;

mod view;

mod dependents;

mod rules;

mod check;

mod affected;

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
