//! Calls on eight plugins that the host knows: on a plugin set, and written out by hand.

use plugin_core::{Plugin, PluginSet, hookimpl};

use super::body;
use super::contract::Work;

macro_rules! plugins {
    ($($name:ident),*) => {$(
        /// Returns a value from `ask`, and none from `ask_first`.
        #[derive(Debug, Plugin)]
        #[plugin(manual)]
        pub struct $name(u64);

        #[hookimpl]
        impl Work for $name {
            #[inline]
            fn tell(&self, value: u64) {
                body::tell(self.0, value);
            }

            #[inline]
            fn ask(&self, value: u64) -> Option<u64> {
                body::answer(self.0, value)
            }

            #[inline]
            fn ask_first(&self, value: u64) -> Option<u64> {
                body::no_answer(self.0, value)
            }
        }
    )*};
}

plugins!(P0, P1, P2, P3, P4, P5, P6, P7);

macro_rules! wrappers {
    ($($name:ident),*) => {$(
        /// Wraps `tell`.
        #[derive(Debug, Plugin)]
        #[plugin(manual)]
        pub struct $name(u64);

        #[hookimpl]
        impl Work for $name {
            #[inline]
            #[hookimpl(wrapper)]
            fn tell(&self, value: u64, next: &dyn Fn(u64)) {
                around(self.0, value, next);
            }
        }
    )*};
}

wrappers!(Outer, Inner);

#[inline]
fn around(seed: u64, value: u64, next: &dyn Fn(u64)) {
    body::tell(seed, value);
    next(value);
}

/// The plugins of a host that knows its plugins.
#[derive(Debug, PluginSet)]
#[plugin_set(hookspecs(Work))]
struct Plugins {
    p0: P0,
    p1: P1,
    p2: P2,
    p3: P3,
    p4: P4,
    p5: P5,
    p6: P6,
    p7: P7,
}

const PLUGINS: Plugins = Plugins {
    p0: P0(0),
    p1: P1(1),
    p2: P2(2),
    p3: P3(3),
    p4: P4(4),
    p5: P5(5),
    p6: P6(6),
    p7: P7(7),
};

/// A set with wrappers and two other plugins.
#[derive(Debug, PluginSet)]
#[plugin_set(hookspecs(Work))]
struct Wrapped {
    p0: P0,
    p1: P1,
    inner: Inner,
    outer: Outer,
}

const WRAPPED: Wrapped = Wrapped { p0: P0(0), p1: P1(1), inner: Inner(2), outer: Outer(3) };

/// Calls on the set.
#[derive(Debug)]
pub struct OnSet(Plugins, Wrapped);

impl Default for OnSet {
    fn default() -> Self {
        Self(PLUGINS, WRAPPED)
    }
}

impl OnSet {
    /// Calls every plugin.
    #[inline]
    pub fn tell(&self, value: u64) {
        self.0.hook::<dyn Work>().tell(value);
    }

    /// Calls every plugin and collects the results.
    #[inline]
    pub fn ask(&self, value: u64) -> Vec<u64> {
        self.0.hook::<dyn Work>().ask(value)
    }

    /// Calls plugins until one returns a value; none does.
    #[inline]
    pub fn ask_first(&self, value: u64) -> Option<u64> {
        self.0.hook::<dyn Work>().ask_first(value)
    }

    /// Calls two plugins through two wrappers.
    #[inline]
    pub fn tell_wrapped(&self, value: u64) {
        self.1.hook::<dyn Work>().tell(value);
    }
}

/// Calls written out by hand.
#[derive(Debug)]
pub struct WrittenOut(Plugins, Wrapped);

impl Default for WrittenOut {
    fn default() -> Self {
        Self(PLUGINS, WRAPPED)
    }
}

impl WrittenOut {
    /// Calls every plugin.
    #[inline]
    pub fn tell(&self, value: u64) {
        self.0.p7.tell(value);
        self.0.p6.tell(value);
        self.0.p5.tell(value);
        self.0.p4.tell(value);
        self.0.p3.tell(value);
        self.0.p2.tell(value);
        self.0.p1.tell(value);
        self.0.p0.tell(value);
    }

    /// Calls every plugin and collects the results, with one allocation.
    #[inline]
    pub fn ask(&self, value: u64) -> Vec<u64> {
        let mut answers = Vec::with_capacity(8);
        answers.extend(self.0.p7.ask(value));
        answers.extend(self.0.p6.ask(value));
        answers.extend(self.0.p5.ask(value));
        answers.extend(self.0.p4.ask(value));
        answers.extend(self.0.p3.ask(value));
        answers.extend(self.0.p2.ask(value));
        answers.extend(self.0.p1.ask(value));
        answers.extend(self.0.p0.ask(value));
        answers
    }

    /// Calls plugins until one returns a value; none does.
    #[inline]
    pub fn ask_first(&self, value: u64) -> Option<u64> {
        let plugins = &self.0;
        (plugins.p7.ask_first(value))
            .or_else(|| plugins.p6.ask_first(value))
            .or_else(|| plugins.p5.ask_first(value))
            .or_else(|| plugins.p4.ask_first(value))
            .or_else(|| plugins.p3.ask_first(value))
            .or_else(|| plugins.p2.ask_first(value))
            .or_else(|| plugins.p1.ask_first(value))
            .or_else(|| plugins.p0.ask_first(value))
    }

    /// Calls two plugins through two wrappers.
    #[inline]
    pub fn tell_wrapped(&self, value: u64) {
        let Wrapped { p0, p1, inner, outer } = &self.1;
        around(outer.0, value, &|value| {
            around(inner.0, value, &|value| {
                p1.tell(value);
                p0.tell(value);
            });
        });
    }
}
