//! Instructions of calls, counted by callgrind. The counts are stable even on a busy machine.
//!
//! Every function makes [`CALLS`] calls in a loop, as a host does; `nothing` counts the loop
//! itself.

#![forbid(unsafe_code)]
#![allow(missing_docs, reason = "gungraun defines items that are only used by itself")]

use std::hint::black_box;

use gungraun::prelude::*;
use plugin_benches::workload::by_hand::{ByHand, Over};
use plugin_benches::workload::managed::Managed;
use plugin_benches::workload::pluggy_grid::{Called, ROWS};
use plugin_benches::workload::scale::{SCALES, Scale};
use plugin_benches::workload::sets::{OnSet, WrittenOut};
use plugin_benches::workload::slices::{Direct, Inventory, Linkme};
use plugin_benches::workload::wrapped::Wrapped;
use plugin_benches::workload::wrapped_by_hand::{Chained, Nested};

/// `xtask` divides by this number.
const CALLS: u64 = 100;

/// Repeats a call. The callee is returned, so that the instructions of its drop are not counted.
macro_rules! repeated {
    ($work:ident, $value:ident => $call:expr) => {{
        for $value in 0..CALLS {
            let $work = black_box(&$work);
            let _ = black_box($call);
        }
        $work
    }};
}

/// Defines a function for one way of doing the work, counted at every scale.
macro_rules! at_every_scale {
    ($($function:ident($setup:expr): $work:ident: $ty:ty, $value:ident => $call:expr;)*) => {$(
        #[library_benchmark]
        #[bench::all_1($setup(SCALES[0]))]
        #[bench::all_8($setup(SCALES[1]))]
        #[bench::all_64($setup(SCALES[2]))]
        #[bench::all_1k($setup(SCALES[3]))]
        #[bench::tenth_8($setup(SCALES[4]))]
        #[bench::tenth_64($setup(SCALES[5]))]
        #[bench::tenth_1k($setup(SCALES[6]))]
        fn $function($work: $ty) -> $ty {
            repeated!($work, $value => $call)
        }
    )*};
}

fn over_all(scale: Scale) -> ByHand {
    ByHand::answering(scale, Over::All)
}

fn over_implementers(scale: Scale) -> ByHand {
    ByHand::answering(scale, Over::Implementers)
}

fn silent_over_all(scale: Scale) -> ByHand {
    ByHand::silent(scale, Over::All)
}

fn silent_over_implementers(scale: Scale) -> ByHand {
    ByHand::silent(scale, Over::Implementers)
}

at_every_scale! {
    tell_kept(Managed::answering): work: Managed, value => work.tell(value);
    tell_hook(Managed::answering): work: Managed, value => work.tell_anew(value);
    tell_by_hand(over_implementers): work: ByHand, value => work.tell(value);
    tell_by_hand_all(over_all): work: ByHand, value => work.tell(value);

    ask_kept(Managed::answering): work: Managed, value => work.ask(value);
    ask_hook(Managed::answering): work: Managed, value => work.ask_anew(value);
    ask_by_hand(over_implementers): work: ByHand, value => work.ask(value);
    ask_by_hand_all(over_all): work: ByHand, value => work.ask(value);

    answered_kept(Managed::answering): work: Managed, value => work.ask_first(value);
    answered_hook(Managed::answering): work: Managed, value => work.ask_first_anew(value);
    answered_by_hand(over_implementers): work: ByHand, value => work.ask_first(value);
    answered_by_hand_all(over_all): work: ByHand, value => work.ask_first(value);

    unanswered_kept(Managed::silent): work: Managed, value => work.ask_first(value);
    unanswered_hook(Managed::silent): work: Managed, value => work.ask_first_anew(value);
    unanswered_by_hand(silent_over_implementers): work: ByHand, value => work.ask_first(value);
    unanswered_by_hand_all(silent_over_all): work: ByHand, value => work.ask_first(value);

    hook(Managed::answering): work: Managed, value => (value, work.hook());
}

library_benchmark_group!(
    name = calls,
    benchmarks = [
        tell_kept,
        tell_hook,
        tell_by_hand,
        tell_by_hand_all,
        ask_kept,
        ask_hook,
        ask_by_hand,
        ask_by_hand_all,
        answered_kept,
        answered_hook,
        answered_by_hand,
        answered_by_hand_all,
        unanswered_kept,
        unanswered_hook,
        unanswered_by_hand,
        unanswered_by_hand_all,
        hook
    ]
);

/// Defines a function for one way of wrapping, counted with 0, 1 and 10 wrappers.
macro_rules! wrapped {
    ($($function:ident($setup:expr): $work:ident: $ty:ty, $value:ident => $call:expr;)*) => {$(
        #[library_benchmark]
        #[bench::by_0($setup(0))]
        #[bench::by_1($setup(1))]
        #[bench::by_10($setup(10))]
        fn $function($work: $ty) -> $ty {
            repeated!($work, $value => $call)
        }
    )*};
}

wrapped! {
    wrapped_kept(Wrapped::by): work: Wrapped, value => work.tell(value);
    wrapped_hook(Wrapped::by): work: Wrapped, value => work.tell_anew(value);
    wrapped_by_hand(Nested::by): work: Nested, value => work.tell(value);
    wrapped_chained(Chained::by): work: Chained, value => work.tell(value);
}

library_benchmark_group!(
    name = wrappers,
    benchmarks = [wrapped_kept, wrapped_hook, wrapped_by_hand, wrapped_chained]
);

/// Defines a function for a peer whose plugins are known at compile time or link time.
macro_rules! eight {
    ($($function:ident: $ty:ty;)*) => {$(
        #[library_benchmark]
        #[bench::all_8(<$ty>::default())]
        fn $function(work: $ty) -> $ty {
            repeated!(work, value => work.tell(value))
        }
    )*};
}

eight! {
    tell_direct: Direct;
    tell_linkme: Linkme;
    tell_inventory: Inventory;
}

#[library_benchmark]
#[bench::calls(0)]
fn nothing(work: u64) -> u64 {
    repeated!(work, value => (work, value))
}

/// Defines a function for a way of calling plugins that the host knows.
macro_rules! known {
    ($($function:ident: $ty:ty, $call:ident;)*) => {$(
        #[library_benchmark]
        #[bench::all_8(<$ty>::default())]
        fn $function(work: $ty) -> $ty {
            repeated!(work, value => work.$call(value))
        }
    )*};
}

known! {
    tell_set: OnSet, tell;
    tell_written_out: WrittenOut, tell;
    ask_set: OnSet, ask;
    ask_written_out: WrittenOut, ask;
    unanswered_set: OnSet, ask_first;
    unanswered_written_out: WrittenOut, ask_first;
    wrapped_set: OnSet, tell_wrapped;
    wrapped_written_out: WrittenOut, tell_wrapped;
}

library_benchmark_group!(
    name = sets,
    benchmarks = [
        tell_set,
        tell_written_out,
        ask_set,
        ask_written_out,
        unanswered_set,
        unanswered_written_out,
        wrapped_set,
        wrapped_written_out
    ]
);

library_benchmark_group!(
    name = others,
    benchmarks = [tell_direct, tell_linkme, tell_inventory, nothing]
);

#[library_benchmark(setup = Called::of)]
#[bench::row_0(ROWS[0])]
#[bench::row_1(ROWS[1])]
#[bench::row_2(ROWS[2])]
#[bench::row_3(ROWS[3])]
#[bench::row_4(ROWS[4])]
#[bench::row_5(ROWS[5])]
#[bench::row_6(ROWS[6])]
#[bench::row_7(ROWS[7])]
#[bench::row_8(ROWS[8])]
#[bench::row_9(ROWS[9])]
#[bench::row_10(ROWS[10])]
fn grid(work: Called) -> Called {
    work.call();
    work
}

library_benchmark_group!(name = pluggy, benchmarks = grid);

main!(library_benchmark_groups = [calls, wrappers, sets, others, pluggy]);
