//! The ten paths whose instructions `cargo xtask gate` compares with `instructions.txt`.
//!
//! Each function is one path, and its name is the path's name in the file. Its argument is created
//! before counting starts, and its result is dropped after counting has ended.

#![forbid(unsafe_code)]
#![allow(missing_docs, reason = "gungraun defines items that are only used by itself")]

mod contract;

mod heap;

mod hosts;

mod hundred;

use std::hint::black_box;

use gungraun::prelude::*;
use plugin_core::{PluginManager, PluginSet};

use self::contract::{Answering, Work};
use self::heap::on_clean_heap;
use self::hosts::{Called, SetOfEight};

/// Makes a hundred calls, so that one-time costs of the first call, such as requesting memory from
/// the C library, do not matter. Returns the value on which the calls were made.
macro_rules! hundred_times {
    ($work:ident, $value:ident => $call:expr) => {{
        for $value in 0..100 {
            let $work = black_box(&$work);
            let _ = black_box($call);
        }
        $work
    }};
}

// A hook that returns nothing, with eight plugins.
#[library_benchmark]
#[bench::of(on_clean_heap(Called::eight))]
fn call_unit(work: Called) -> Called {
    hundred_times!(work, value => work.hooks.unit(value))
}

// A hook whose results are collected, with eight plugins, all of which return a value.
#[library_benchmark]
#[bench::of(on_clean_heap(Called::eight))]
fn call_collected(work: Called) -> Called {
    hundred_times!(work, value => work.hooks.collected(value))
}

// A hook whose first result wins, with eight plugins: the last one returns a value.
#[library_benchmark]
#[bench::of(on_clean_heap(Called::eight))]
fn call_firstresult(work: Called) -> Called {
    hundred_times!(work, value => work.hooks.firstresult(value))
}

// A hook that may fail but does not, with eight plugins.
#[library_benchmark]
#[bench::of(on_clean_heap(Called::eight))]
fn call_fallible(work: Called) -> Called {
    hundred_times!(work, value => work.hooks.fallible(value))
}

// A historic hook, with eight plugins.
#[library_benchmark]
#[bench::of(on_clean_heap(Called::eight))]
fn call_historic(work: Called) -> Called {
    hundred_times!(work, value => work.hooks.historic(value))
}

// A hook that returns nothing, with one plugin and ten wrappers.
#[library_benchmark]
#[bench::of(on_clean_heap(Called::wrapped_by_ten))]
fn call_wrapped(work: Called) -> Called {
    hundred_times!(work, value => work.hooks.unit(value))
}

// A hook whose results are collected, on a plugin set of eight plugins.
#[library_benchmark]
#[bench::of(on_clean_heap(SetOfEight::default))]
fn call_set(work: SetOfEight) -> SetOfEight {
    hundred_times!(work, value => work.hook::<dyn Work>().collected(value))
}

// `PluginManager::hook` without a call.
#[library_benchmark]
#[bench::of(on_clean_heap(Called::eight))]
fn hook(work: Called) -> Called {
    hundred_times!(work, value => (value, work.manager.hook::<dyn Work>()))
}

// Registers a ninth plugin and gets the `Hooks` that contain it, in a hundred managers of eight
// plugins, one after the other.
#[library_benchmark]
#[bench::of(on_clean_heap(hosts::hundred_of_eight))]
fn register(managers: Vec<PluginManager>) -> Vec<PluginManager> {
    for manager in &managers {
        manager.register_as("ninth", Answering(8)).expect("a free id").expect_active();
        black_box(manager.hook::<dyn Work>());
    }
    managers
}

// A manager that discovers a hundred plugins, half of which require another plugin, and its
// `Hooks`.
#[library_benchmark]
#[bench::of(on_clean_heap(|| ()))]
fn start((): ()) -> Called {
    let manager =
        PluginManager::discover::<dyn Work>().expect("the requirements of all plugins are met");
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
        call_set,
        hook,
        register,
        start
    ]
);

main!(
    config = LibraryBenchmarkConfig::default().env(heap::AT_ONCE.0, heap::AT_ONCE.1);
    library_benchmark_groups = paths
);
