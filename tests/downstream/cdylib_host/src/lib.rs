//! Proves that a host which is a C library contains the plugins that it names, though nothing in it
//! asks for them. (To load and call it takes `unsafe` on both sides, which this project does without.)

#![forbid(unsafe_code)]

plugin_core::plugin_crates! { greet_a, greet_b, greet_c }
