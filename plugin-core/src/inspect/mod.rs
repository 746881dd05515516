//! Plain data about what is linked and registered, and how it is shown. It looks and changes
//! nothing.

pub(crate) mod diagnose;

pub(crate) mod call_order;
