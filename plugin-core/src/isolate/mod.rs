//! What follows a panic of a plugin, in a manager that isolates its plugins. The only place that
//! catches one.

mod contain;

mod fault;

mod service;

pub(crate) use self::contain::{Panic, contain, host, listen};
pub use self::fault::{Fault, PanicLocation, Phase};
pub(crate) use self::service::{Faults, Service};
