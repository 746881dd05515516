//! The numbers that plugins of a replay get.

use std::sync::atomic::{AtomicU64, Ordering};

use gateway_hooks::Numbers;

/// 1, 2, 3..: they can be guessed, and are the same each time.
#[derive(Debug, Default)]
pub(crate) struct Counted(AtomicU64);

impl Numbers for Counted {
    fn draw(&self) -> u64 {
        self.0.fetch_add(1, Ordering::Relaxed) + 1
    }
}
