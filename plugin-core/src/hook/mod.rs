//! Hooks: what a contract says of them, who implements them in which order, and how a call runs.
//!
//! Nothing here knows of managers. Read in the order of the modules below.

pub(crate) mod spec;

pub(crate) mod hookimpl;

pub(crate) mod order;

pub(crate) mod constraints;

#[allow(missing_docs, clippy::missing_errors_doc, reason = "named by generated code only")]
pub mod call;

pub(crate) mod next;

pub(crate) mod caller;

pub(crate) mod relay;

pub(crate) mod history;

pub(crate) mod lineup;

pub(crate) mod monitor;

pub(crate) mod trace;
