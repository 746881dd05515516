//! Wall time of calls, of registration, and of calls on two threads at once.

#![forbid(unsafe_code)]
#![allow(missing_docs, reason = "criterion defines items that are only used by itself")]

use std::hint::black_box;
use std::sync::Barrier;
use std::thread;
use std::time::{Duration, Instant};

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use plugin_benches::workload::by_hand::{ByHand, Over};
use plugin_benches::workload::managed::Managed;
use plugin_benches::workload::pluggy_grid::{Called, ROWS};
use plugin_benches::workload::registering;
use plugin_benches::workload::scale::{SCALES, Scale};
use plugin_benches::workload::sets::{OnSet, WrittenOut};
use plugin_benches::workload::slices::{Direct, Inventory, Linkme};
use plugin_benches::workload::wrapped::Wrapped;
use plugin_benches::workload::wrapped_by_hand::{Chained, Nested};

/// One benchmark: repeats `call` on `work`, which is created beforehand.
fn bench<W, R>(c: &mut Criterion, function: &str, id: &str, work: &W, call: impl Fn(&W, u64) -> R) {
    let id = BenchmarkId::new(function, id);
    c.bench_with_input(id, work, |b, work| b.iter(|| call(black_box(work), black_box(7))));
}

fn calls(c: &mut Criterion) {
    for scale in SCALES {
        let name = scale.name;
        let managed = Managed::answering(scale);
        bench(c, "tell_kept", name, &managed, Managed::tell);
        bench(c, "tell_hook", name, &managed, Managed::tell_anew);
        bench(c, "ask_kept", name, &managed, Managed::ask);
        bench(c, "ask_hook", name, &managed, Managed::ask_anew);
        bench(c, "answered_kept", name, &managed, Managed::ask_first);
        bench(c, "answered_hook", name, &managed, Managed::ask_first_anew);
        bench(c, "hook", name, &managed, |managed, _| managed.hook());
        let silent = Managed::silent(scale);
        bench(c, "unanswered_kept", name, &silent, Managed::ask_first);
        bench(c, "unanswered_hook", name, &silent, Managed::ask_first_anew);
        for (over, of) in [(Over::Implementers, "by_hand"), (Over::All, "by_hand_all")] {
            let by_hand = ByHand::answering(scale, over);
            bench(c, &format!("tell_{of}"), name, &by_hand, ByHand::tell);
            bench(c, &format!("ask_{of}"), name, &by_hand, ByHand::ask);
            bench(c, &format!("answered_{of}"), name, &by_hand, ByHand::ask_first);
            let silent = ByHand::silent(scale, over);
            bench(c, &format!("unanswered_{of}"), name, &silent, ByHand::ask_first);
        }
    }
    bench(c, "tell_direct", "all_8", &Direct::default(), Direct::tell);
    bench(c, "tell_linkme", "all_8", &Linkme, Linkme::tell);
    bench(c, "tell_inventory", "all_8", &Inventory, Inventory::tell);
}

fn sets(c: &mut Criterion) {
    let (on_set, written_out) = (OnSet::default(), WrittenOut::default());
    bench(c, "tell_set", "all_8", &on_set, OnSet::tell);
    bench(c, "tell_written_out", "all_8", &written_out, WrittenOut::tell);
    bench(c, "ask_set", "all_8", &on_set, OnSet::ask);
    bench(c, "ask_written_out", "all_8", &written_out, WrittenOut::ask);
    bench(c, "unanswered_set", "all_8", &on_set, OnSet::ask_first);
    bench(c, "unanswered_written_out", "all_8", &written_out, WrittenOut::ask_first);
    bench(c, "wrapped_set", "all_8", &on_set, OnSet::tell_wrapped);
    bench(c, "wrapped_written_out", "all_8", &written_out, WrittenOut::tell_wrapped);
}

fn wrappers(c: &mut Criterion) {
    for wrappers in [0, 1, 10] {
        let name = format!("by_{wrappers}");
        let wrapped = Wrapped::by(wrappers);
        bench(c, "wrapped_kept", &name, &wrapped, Wrapped::tell);
        bench(c, "wrapped_hook", &name, &wrapped, Wrapped::tell_anew);
        bench(c, "wrapped_by_hand", &name, &Nested::by(wrappers), Nested::tell);
        bench(c, "wrapped_chained", &name, &Chained::by(wrappers), Chained::tell);
    }
}

fn pluggy(c: &mut Criterion) {
    for (number, row) in ROWS.into_iter().enumerate() {
        bench(c, "grid", &format!("row_{number}"), &Called::of(row), |work, _| work.call());
    }
}

fn registering(c: &mut Criterion) {
    for plugins in [10, 100, 1000] {
        let ids = registering::ids(plugins);
        let name = plugins.to_string();
        bench(c, "register_all", &name, &ids, |ids, _| registering::one_by_one(ids));
        let manager = registering::one_by_one(&ids);
        let register_unregister = |manager: &_, _| registering::register_unregister(manager);
        bench(c, "register_unregister", &name, &manager, register_unregister);
    }
}

fn threads(c: &mut Criterion) {
    let scale = Scale::all("all_8", 8);
    let managed = Managed::answering(scale);
    let by_hand = ByHand::answering(scale, Over::Implementers);
    let calls: [(&str, &(dyn Fn(u64) + Sync)); 3] = [
        ("kept", &|value| black_box(&managed).tell(value)),
        ("hook", &|value| black_box(&managed).tell_anew(value)),
        // The capacity that the machine has for a second thread at this moment.
        ("by_hand", &|value| black_box(&by_hand).tell(value)),
    ];
    for (name, call) in calls {
        for threads in [1, 2] {
            let id = BenchmarkId::new(format!("threads_{name}"), threads);
            c.bench_with_input(id, &threads, |b, threads| {
                b.iter_custom(|calls| at_once(*threads, call, calls));
            });
        }
    }
}

/// The time from the start of the first thread to the end of the last one. Threads that run one
/// after the other are therefore not mistaken for concurrent ones.
fn at_once(threads: usize, call: &(dyn Fn(u64) + Sync), calls: u64) -> Duration {
    let ready = Barrier::new(threads);
    thread::scope(|scope| {
        let thread = || {
            ready.wait();
            let begun = Instant::now();
            (0..calls).for_each(call);
            (begun, Instant::now())
        };
        let running: Vec<_> = (0..threads).map(|_| scope.spawn(thread)).collect();
        let took = running.into_iter().map(|it| it.join().expect("a plugin that does not panic"));
        let (begun, ended): (Vec<_>, Vec<_>) = took.unzip();
        let (begun, ended) = (begun.into_iter().min(), ended.into_iter().max());
        ended.expect("a thread") - begun.expect("a thread")
    })
}

criterion_group!(all, calls, sets, wrappers, pluggy, registering, threads);
criterion_main!(all);
