//! A service that the host provides to its plugins: numbers.

use std::fmt;

/// A source of numbers that never returns the same number twice, for ids of sessions or orders.
///
/// The host provides it as an `Arc<dyn Numbers>`, and so decides what the numbers are. A gateway on
/// the open network draws them at random, so that they cannot be guessed. A replay counts, so that
/// every run gives the same output.
pub trait Numbers: fmt::Debug + Send + Sync {
    /// The next number.
    fn draw(&self) -> u64;
}
