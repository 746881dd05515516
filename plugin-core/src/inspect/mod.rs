//! Inspection: plain data about what is linked and registered. It changes nothing.

pub(crate) mod diagnose;

pub(crate) mod call_order;
