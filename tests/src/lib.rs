//! The README, compiled.
