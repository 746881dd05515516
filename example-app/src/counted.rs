//! The numbers that plugins get in a replay.

use std::sync::atomic::{AtomicU64, Ordering};

use gateway_hooks::Numbers;

/// 1, 2, 3, and so on: easy to guess, and the same in every run.
#[derive(Debug, Default)]
pub(crate) struct Counted(AtomicU64);

impl Numbers for Counted {
    fn draw(&self) -> u64 {
        self.0.fetch_add(1, Ordering::Relaxed) + 1
    }
}
