//! The public errors and diagnostics: plain data, and its `Display` forms.

mod exclusion;

mod dependent;

mod provider;

mod missing;

mod problem;

mod suggestion;

mod report;

mod skipped;

mod no_plugins;

mod unused_replacement;

mod diagnostic;

pub(crate) mod register;

mod unregister;

pub use self::dependent::Dependent;
pub use self::diagnostic::{Diagnostic, Diagnostics};
pub use self::exclusion::{ExclusionReason, FilterSource};
pub use self::missing::MissingReason;
pub use self::no_plugins::NoPluginsReason;
pub use self::problem::Problem;
pub use self::provider::Provider;
pub use self::register::RegisterError;
pub use self::skipped::SkippedPlugin;
pub use self::suggestion::Suggestion;
pub use self::unregister::UnregisterError;
pub use self::unused_replacement::UnusedReplacementReason;
pub use crate::config::InvalidConfigError;
pub use crate::context::MissingValueError;
pub use crate::hook::replay_error::ReplayError;
pub use crate::info::id::InvalidIdError;
pub use crate::util::BoxError;
