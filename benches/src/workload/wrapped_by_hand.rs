//! Calls with wrappers, as a host writes them without a framework, in two ways.

use std::fmt;

use super::body;
use super::by_hand::{ByHand, Over};
use super::scale::Scale;

/// Gets `next` as an argument, as our wrappers do.
type Around = Box<dyn Fn(u64, &dyn Fn(u64)) + Send + Sync>;

/// Wrappers in a list, which each call nests. Any wrapper can be added or removed.
pub struct Nested {
    around: Vec<Around>,
    plugins: ByHand,
}

impl Nested {
    /// One plugin with this many wrappers.
    pub fn by(wrappers: u64) -> Self {
        let around = (0..wrappers).map(|number| -> Around {
            Box::new(move |value, next| {
                body::tell(number, value);
                next(value);
            })
        });
        Self { around: around.collect(), plugins: one_plugin() }
    }

    /// Calls the plugin.
    #[inline]
    pub fn tell(&self, value: u64) {
        nest(&self.around, &self.plugins, value);
    }
}

fn nest(around: &[Around], plugins: &ByHand, value: u64) {
    match around {
        [outer, inner @ ..] => outer(value, &|value| nest(inner, plugins, value)),
        [] => plugins.tell(value),
    }
}

/// Wrappers that each own the next one, nested once at the start.
pub struct Chained(Box<dyn Fn(u64) + Send + Sync>);

impl Chained {
    /// One plugin with this many wrappers.
    pub fn by(wrappers: u64) -> Self {
        let plugins = one_plugin();
        let innermost: Box<dyn Fn(u64) + Send + Sync> = Box::new(move |value| plugins.tell(value));
        let chained = (0..wrappers).fold(innermost, |next, number| {
            Box::new(move |value| {
                body::tell(number, value);
                next(value);
            })
        });
        Self(chained)
    }

    /// Calls the plugin.
    #[inline]
    pub fn tell(&self, value: u64) {
        (self.0)(value);
    }
}

fn one_plugin() -> ByHand {
    ByHand::answering(Scale::all("one", 1), Over::Implementers)
}

impl fmt::Debug for Nested {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Nested").field(&self.around.len()).finish()
    }
}

impl fmt::Debug for Chained {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Chained").finish_non_exhaustive()
    }
}
