//! A service of the host for its plugins: numbers.

use std::fmt;

/// A source of numbers, none of which comes twice: for ids of sessions, orders, ..
///
/// The host provides it as an `Arc<dyn Numbers>`, and so decides what they are. A gateway that faces
/// the world draws them at random, so that nobody can guess one. A replay counts, so that it comes
/// out the same each time.
pub trait Numbers: fmt::Debug + Send + Sync {
    /// The next one.
    fn draw(&self) -> u64;
}
