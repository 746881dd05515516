//! Contains only the README, whose code is compiled and run as documentation tests.

#![forbid(unsafe_code)]
#![doc = include_str!("../../README.md")]
