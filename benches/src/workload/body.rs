//! What a plugin does when it is called: almost nothing, so that the call dominates, and the same
//! for our framework and for every peer.

use std::hint::black_box;

/// Uses the value.
#[inline]
pub fn tell(seed: u64, value: u64) {
    black_box(seed ^ value);
}

/// Returns a value.
#[inline]
pub fn answer(seed: u64, value: u64) -> Option<u64> {
    Some(black_box(seed ^ value))
}

/// Returns no value.
#[inline]
pub fn no_answer(seed: u64, value: u64) -> Option<u64> {
    black_box(seed ^ value);
    None
}
