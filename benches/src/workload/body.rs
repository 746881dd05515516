//! What a plugin does when it is called: next to nothing, so that the call is what is measured, and
//! the same for ours and for every peer.

use std::hint::black_box;

/// Uses the value.
#[inline]
pub fn tell(seed: u64, value: u64) {
    black_box(seed ^ value);
}

/// Answers.
#[inline]
pub fn answer(seed: u64, value: u64) -> Option<u64> {
    Some(black_box(seed ^ value))
}

/// Has no answer.
#[inline]
pub fn no_answer(seed: u64, value: u64) -> Option<u64> {
    black_box(seed ^ value);
    None
}
