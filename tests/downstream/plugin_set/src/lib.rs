//! Calls of each kind, on a plugin set and on the hooks of a manager. The test inspects the
//! compiled code.

#![forbid(unsafe_code)]

use std::cell::Cell;

use plugin_core::manager::HasRelay;
use plugin_core::{Plugin, PluginSet, hookimpl, hookspec};

#[hookspec]
pub trait Hooks {
    fn unit(&self, sum: &Cell<u64>);
    fn collected(&self, n: u64) -> u64;
    #[hookspec(firstresult)]
    fn first(&self, n: u64) -> Option<u64>;
    fn fallible(&self, n: u64) -> Result<(), u64>;
    fn wrapped(&self, sum: &Cell<u64>, n: u64);
}

macro_rules! plugins {
    ($($ty:ident($n:literal, $($option:ident)?))*) => {$(
        #[derive(Plugin, Default)]
        pub struct $ty;

        #[hookimpl($($option)?)]
        impl Hooks for $ty {
            fn unit(&self, sum: &Cell<u64>) {
                sum.set(sum.get() + $n);
            }

            fn collected(&self, n: u64) -> u64 {
                n + $n
            }

            fn first(&self, n: u64) -> Option<u64> {
                (n > $n).then_some($n)
            }

            fn fallible(&self, n: u64) -> Result<(), u64> {
                if n == $n { Err(n) } else { Ok(()) }
            }

            fn wrapped(&self, sum: &Cell<u64>, n: u64) {
                sum.set(sum.get() ^ n);
            }
        }
    )*};
}

plugins! { Three(3, trylast) Five(5,) Eight(8, tryfirst) }

#[derive(Plugin, Default)]
pub struct Around;

#[hookimpl]
impl Hooks for Around {
    #[hookimpl(wrapper)]
    fn wrapped(&self, sum: &Cell<u64>, n: u64, next: &dyn Fn(&Cell<u64>, u64)) {
        next(sum, n + 1);
        sum.set(sum.get() * 2);
    }
}

#[derive(PluginSet, Default)]
#[plugin_set(hookspecs(Hooks))]
pub struct Plugins {
    pub three: Three,
    pub around: Around,
    pub five: Five,
    pub eight: Eight,
}

type Relay = <dyn Hooks as HasRelay>::Relay;

pub fn set_unit(set: &Plugins, sum: &Cell<u64>) {
    set.hook::<dyn Hooks>().unit(sum);
}

pub fn managed_unit(hooks: &Relay, sum: &Cell<u64>) {
    hooks.unit(sum);
}

pub fn set_collected(set: &Plugins, n: u64) -> Vec<u64> {
    set.hook::<dyn Hooks>().collected(n)
}

pub fn managed_collected(hooks: &Relay, n: u64) -> Vec<u64> {
    hooks.collected(n)
}

pub fn set_first(set: &Plugins, n: u64) -> Option<u64> {
    set.hook::<dyn Hooks>().first(n)
}

pub fn managed_first(hooks: &Relay, n: u64) -> Option<u64> {
    hooks.first(n)
}

pub fn set_fallible(set: &Plugins, n: u64) -> Result<(), u64> {
    set.hook::<dyn Hooks>().fallible(n)
}

pub fn managed_fallible(hooks: &Relay, n: u64) -> Result<(), u64> {
    hooks.fallible(n)
}

pub fn set_wrapped(set: &Plugins, sum: &Cell<u64>, n: u64) {
    set.hook::<dyn Hooks>().wrapped(sum, n);
}

pub fn managed_wrapped(hooks: &Relay, sum: &Cell<u64>, n: u64) {
    hooks.wrapped(sum, n);
}
