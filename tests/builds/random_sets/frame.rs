#![allow(clippy::all, clippy::let_unit_value, unused)]

use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::sync::{Arc, Mutex};

use plugin_core::{Plugin, PluginManager, PluginSet, hookimpl, hookspec};

#[hookspec]
pub trait Hooks {
    fn unit(&self, log: &Log, value: Counted);
    fn plain(&self, log: &Log, value: Counted) -> u32;
    fn optional(&self, log: &Log, value: Counted) -> Option<u32>;
    fn fallible_unit(&self, log: &Log, value: Counted) -> Result<(), u32>;
    fn fallible(&self, log: &Log, value: Counted) -> Result<u32, u32>;
    fn fallible_optional(&self, log: &Log, value: Counted) -> Result<Option<u32>, u32>;
    #[hookspec(firstresult)]
    fn first(&self, log: &Log, value: Counted) -> Option<u32>;
    #[hookspec(firstresult)]
    fn fallible_first(&self, log: &Log, value: Counted) -> Result<Option<u32>, u32>;
    #[hookspec(historic)]
    fn historic(&self, log: &Log, n: usize) -> usize;
}

#[hookspec]
pub trait Others {
    fn other(&self, list: &mut Vec<usize>) -> String;
}

/// Records the hookimpls that were called.
#[derive(Clone, Default)]
pub struct Log(Arc<Mutex<Vec<String>>>);

impl Log {
    fn record(&self, hookimpl: &str) {
        self.0.lock().unwrap().push(hookimpl.to_owned());
    }
}

/// Counts its clones.
#[derive(Default)]
pub struct Counted(Arc<AtomicUsize>);

impl Clone for Counted {
    fn clone(&self) -> Self {
        self.0.fetch_add(1, Relaxed);
        Self(Arc::clone(&self.0))
    }
}

fn observed<T: std::fmt::Debug>(call: impl FnOnce(&Log, Counted) -> T) -> String {
    let (log, value) = (Log::default(), Counted::default());
    let clones = Arc::clone(&value.0);
    let outcome = call(&log, value);
    let called = log.0.lock().unwrap().join(", ");
    format!("{outcome:?} of [{called}] with {} clones", clones.load(Relaxed))
}

macro_rules! compare {
    ($number:literal, $set:ident, $manager:ident) => {
        let (set_hooks, hooks) = ($set.hook::<dyn Hooks>(), $manager.hook::<dyn Hooks>());
        compare!(@ $number, set_hooks, hooks: unit plain optional fallible_unit fallible
            fallible_optional first fallible_first);
        let [ours, theirs] = [
            observed(|log, _| set_hooks.historic(log, 1)),
            observed(|log, _| hooks.historic(log, 1)),
        ];
        assert_eq!(ours, theirs, "hook `historic` of set {}", $number);
        let [mut ours, mut theirs] = [vec![], vec![]];
        let observed = (
            $set.hook::<dyn Others>().other(&mut ours),
            $manager.hook::<dyn Others>().other(&mut theirs),
        );
        assert_eq!(observed.0, observed.1, "hook `other` of set {}", $number);
        assert_eq!(ours, theirs, "hook `other` of set {}", $number);
    };
    (@ $number:literal, $set_hooks:ident, $hooks:ident: $($hook:ident)*) => {$(
        let [ours, theirs] = [
            observed(|log, value| $set_hooks.$hook(log, value)),
            observed(|log, value| $hooks.$hook(log, value)),
        ];
        assert_eq!(ours, theirs, "hook `{}` of set {}", stringify!($hook), $number);
    )*};
}
