//! Shows that a host which is a C library contains the plugins that it names, although none of its
//! code uses them. (Loading and calling the library would need `unsafe` on both sides, which this
//! project forbids.)

#![forbid(unsafe_code)]

plugin_core::plugin_crates! { greet_a, greet_b, greet_c }
