//! Contains and records the panics of plugins, in a manager that isolates its plugins. The only
//! module that catches panics.

mod fault;

mod contain;

mod faults;

pub(crate) use self::contain::{contain, host, listen};
pub(crate) use self::fault::InitPanic;
pub use self::fault::{Fault, PanicLocation, Phase};
pub use self::faults::FaultLimit;
pub(crate) use self::faults::{Faults, PluginFaults};
