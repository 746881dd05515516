//! Whether plugins can work together: from what they declare to the order in which they are
//! loaded, or to every reason why not. Pure: nothing of a plugin runs.

mod set;

mod admit;

mod leave_out;

mod reason;

mod dependent;

mod suggestion;

mod report;

pub(crate) use self::admit::admit;
pub use self::dependent::Dependent;
pub use self::leave_out::SkippedPlugin;
pub(crate) use self::leave_out::leave_out;
pub use self::reason::MissingReason;
pub(crate) use self::report::Report;
pub use self::set::Provider;
pub(crate) use self::set::{Context, Set};
pub use self::suggestion::Suggestion;

#[cfg(test)]
mod tests;
