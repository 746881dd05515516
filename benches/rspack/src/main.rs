//! The sync hook of rspack with the same eight plugins, compared with our `Hooks` and the loop by
//! hand. Prints a line for each: its name, a space, and the nanoseconds of a call. With a name and
//! a number as arguments, it makes this number of calls of that one, for callgrind.

#![forbid(unsafe_code)]

use std::hint::black_box;
use std::time::Instant;

use plugin_benches::workload::body;
use plugin_benches::workload::by_hand::{ByHand, Over};
use plugin_benches::workload::managed::Managed;
use plugin_benches::workload::scale::Scale;
use rspack_hook::define_hook;

define_hook!(Tell: Sync(value: u64), tracing = false);

struct Tap(u64);

impl Tell for Tap {
    fn run(&self, value: u64) -> rspack_error::Result<()> {
        body::tell(self.0, value);
        Ok(())
    }
}

fn main() {
    let scale = Scale::all("all_8", 8);
    let mut hook = TellHook::default();
    (0..scale.plugins).for_each(|number| hook.tap(Tap(number)));
    let managed = Managed::answering(scale);
    let by_hand = ByHand::answering(scale, Over::Implementers);

    measure("tell_rspack/all_8", || drop(black_box(black_box(&hook).call(black_box(7)))));
    measure("tell_kept/all_8", || black_box(&managed).tell(black_box(7)));
    measure("tell_by_hand/all_8", || black_box(&by_hand).tell(black_box(7)));
}

fn measure(name: &str, call: impl Fn()) {
    let mut arguments = std::env::args().skip(1);
    if let (Some(only), Some(calls)) = (arguments.next(), arguments.next()) {
        if only == name {
            (0..calls.parse::<u64>().expect("a number of calls")).for_each(|_| call());
        }
        return;
    }
    // The best of many short rounds: other work on the machine only adds time.
    let rounds = (0..1000).map(|_| {
        let begun = Instant::now();
        (0..1000).for_each(|_| call());
        begun.elapsed().as_nanos()
    });
    let best = rounds.min().expect("rounds");
    println!("{name} {}.{:03}", best / 1000, best % 1000);
}
