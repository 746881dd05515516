//! The ten paths whose instructions `cargo xtask gate` compares with `instructions.txt`.
//!
//! Each function is one path, and its name is the path's name in the file. Its argument is made
//! before the count begins, and what it returns is dropped after the count has ended.

#![forbid(unsafe_code)]
#![allow(missing_docs, reason = "gungraun writes items that nobody else sees")]

mod contract;

mod heap;

mod hosts;

mod hundred;

use std::hint::black_box;

use gungraun::prelude::*;
use plugin_core::{PluginManager, PluginSet};

use self::contract::{Answering, Work};
use self::heap::settled;
use self::hosts::{Called, Fused};

/// Makes a hundred calls, so that what only the first one does, such as asking the C library for
/// new memory, does not show. Returns what they were made on.
macro_rules! hundred_times {
    ($work:ident, $value:ident => $call:expr) => {{
        for $value in 0..100 {
            let $work = black_box(&$work);
            let _ = black_box($call);
        }
        $work
    }};
}

// A hook that returns nothing, over eight plugins.
#[library_benchmark]
#[bench::of(settled(Called::eight))]
fn call_unit(work: Called) -> Called {
    hundred_times!(work, value => work.hooks.unit(value))
}

// A hook whose answers are collected, over eight plugins, all of which answer.
#[library_benchmark]
#[bench::of(settled(Called::eight))]
fn call_collected(work: Called) -> Called {
    hundred_times!(work, value => work.hooks.collected(value))
}

// A hook whose first answer wins, over eight plugins: the last one answers.
#[library_benchmark]
#[bench::of(settled(Called::eight))]
fn call_firstresult(work: Called) -> Called {
    hundred_times!(work, value => work.hooks.firstresult(value))
}

// A hook that may fail and does not, over eight plugins.
#[library_benchmark]
#[bench::of(settled(Called::eight))]
fn call_fallible(work: Called) -> Called {
    hundred_times!(work, value => work.hooks.fallible(value))
}

// A hook that remembers its calls, over eight plugins.
#[library_benchmark]
#[bench::of(settled(Called::eight))]
fn call_historic(work: Called) -> Called {
    hundred_times!(work, value => work.hooks.historic(value))
}

// A hook that returns nothing, over one plugin and ten wrappers.
#[library_benchmark]
#[bench::of(settled(Called::wrapped_by_ten))]
fn call_wrapped(work: Called) -> Called {
    hundred_times!(work, value => work.hooks.unit(value))
}

// A hook whose answers are collected, on a plugin set of eight.
#[library_benchmark]
#[bench::of(settled(Fused::default))]
fn call_fused(work: Fused) -> Fused {
    hundred_times!(work, value => work.hook::<dyn Work>().collected(value))
}

// `PluginManager::hook`, and no call.
#[library_benchmark]
#[bench::of(settled(Called::eight))]
fn hook(work: Called) -> Called {
    hundred_times!(work, value => (value, work.manager.hook::<dyn Work>()))
}

// A ninth plugin, and the relay that it is in; in a hundred managers of eight, one after the other.
#[library_benchmark]
#[bench::of(settled(hosts::hundred_of_eight))]
fn register(managers: Vec<PluginManager>) -> Vec<PluginManager> {
    for manager in &managers {
        manager.register_as("ninth", Answering(8)).expect("a free id").expect_active();
        black_box(manager.hook::<dyn Work>());
    }
    managers
}

// A manager that discovers a hundred plugins, half of which require another one, and its relay.
#[library_benchmark]
#[bench::of(settled(|| ()))]
fn start((): ()) -> Called {
    let manager = PluginManager::discover::<dyn Work>().expect("plugins that fit");
    Called::by(manager)
}

library_benchmark_group!(
    name = paths,
    benchmarks = [
        call_unit,
        call_collected,
        call_firstresult,
        call_fallible,
        call_historic,
        call_wrapped,
        call_fused,
        hook,
        register,
        start
    ]
);

main!(
    config = LibraryBenchmarkConfig::default().env(heap::AT_ONCE.0, heap::AT_ONCE.1);
    library_benchmark_groups = paths
);
