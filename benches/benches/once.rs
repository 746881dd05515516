//! Figures that one run yields: the memory of plugins and the allocations of calls. Prints one line
//! for each figure: its name, a space, and its value.

#![forbid(unsafe_code)]

use allocation_counter::{AllocationInfo, measure};
use plugin_benches::workload::contract::{Answering, Bystander, Work};
use plugin_benches::workload::managed::Managed;
use plugin_benches::workload::scale::Scale;
use plugin_benches::workload::wrapped::Wrapped;
use plugin_core::PluginManager;

/// Enough plugins that the growth of tables does not affect the result.
const PLUGINS: i64 = 1024;

/// The difference between the numbers of hookimpls of the two plugins.
const MORE_HOOKIMPLS: i64 = 2;

fn main() {
    allocations();
    memory();
}

fn allocations() {
    let managed = Managed::answering(Scale::all("all_8", 8));
    print("allocations/tell_kept", measure(|| managed.tell(7)).count_total);
    print("allocations/tell_hook", measure(|| managed.tell_anew(7)).count_total);
    print("allocations/ask_kept", measure(|| drop(managed.ask(7))).count_total);
    print("allocations/ask_hook", measure(|| drop(managed.ask_anew(7))).count_total);
    print("allocations/answered_kept", measure(|| _ = managed.ask_first(7)).count_total);
    let silent = Managed::silent(Scale::all("all_8", 8));
    print("allocations/ask_silent", measure(|| drop(silent.ask(7))).count_total);
    print("allocations/unanswered_kept", measure(|| _ = silent.ask_first(7)).count_total);
    let wrapped = Wrapped::by(10);
    print("allocations/wrapped_10", measure(|| wrapped.tell(7)).count_total);
}

/// The memory that each additional plugin keeps allocated. This includes its id of nine bytes.
fn memory() {
    let one = registered(|manager, id| {
        manager.register_as(id, Bystander(0)).expect("a free id").expect_active();
    });
    let three = registered(|manager, id| {
        manager.register_as(id, Answering(0)).expect("a free id").expect_active();
    });
    let hookimpl = (three.bytes_current - one.bytes_current) / MORE_HOOKIMPLS / PLUGINS;
    let plugin = one.bytes_current / PLUGINS - hookimpl;
    print("memory/hookimpl", hookimpl);
    print("memory/plugin", plugin);
    print("memory/blocks_of_plugin", one.count_current / PLUGINS);
}

/// The memory that a second batch of plugins keeps allocated.
fn registered(register: impl Fn(&PluginManager, &str)) -> AllocationInfo {
    let manager = PluginManager::new::<dyn Work>();
    let batch = |name| {
        (0..PLUGINS).for_each(|it| register(&manager, &format!("{name}-{it:05}")));
        // Now the dispatch table contains the hookimpls.
        drop(manager.hook::<dyn Work>());
    };
    batch("one");
    measure(|| batch("two"))
}

fn print(name: &str, value: impl std::fmt::Display) {
    println!("{name} {value}");
}
