//! Whether plugins can work together: from what they declare to the order in which they are
//! loaded, or to every reason why not. Pure: nothing of a plugin runs.

mod set;

mod admit;

mod leave_out;

mod absence;

mod dependent;

mod remedy;

mod report;

pub use self::absence::Absence;
pub(crate) use self::admit::admit;
pub use self::dependent::Dependent;
pub use self::leave_out::LeftOut;
pub(crate) use self::leave_out::leave_out;
pub use self::remedy::Remedy;
pub(crate) use self::report::Report;
pub use self::set::Provider;
pub(crate) use self::set::{Context, Set};

#[cfg(test)]
mod tests;
