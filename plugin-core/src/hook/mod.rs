//! Hooks: their hookimpls, the order of the hookimpls, and the calls.
//!
//! This module knows nothing of managers. Read the modules in the order below: each imports only
//! modules above it.

pub(crate) mod replay_error;

pub(crate) mod order;

pub(crate) mod constraints;

#[allow(missing_docs, clippy::missing_errors_doc, reason = "named by generated code only")]
pub mod call;

pub mod replayed;

pub(crate) mod checks;

pub(crate) mod observed;

pub(crate) mod next;

pub(crate) mod monitor;

pub(crate) mod trace;

pub(crate) mod hookimpl;

pub(crate) mod history;

pub(crate) mod caller;

pub(crate) mod erased;

pub(crate) mod spec;

pub(crate) mod relay;

pub(crate) mod prepared;

pub(crate) mod table;

pub(crate) mod typed;

pub(crate) mod dispatch;
