//! What one run tells: memory of plugins, and allocations of calls. Prints one line for each figure:
//! its name, a space, its value.

#![forbid(unsafe_code)]

use allocation_counter::{AllocationInfo, measure};
use plugin_benches::workload::contract::{Answering, Bystander, Work};
use plugin_benches::workload::relay::Relay;
use plugin_benches::workload::scale::Scale;
use plugin_benches::workload::wrapped::Wrapped;
use plugin_core::PluginManager;

/// Many enough for the growth of tables not to show.
const PLUGINS: i64 = 1024;

/// How many more hookimpls the one plugin has than the other.
const MORE_HOOKIMPLS: i64 = 2;

fn main() {
    allocations();
    memory();
}

fn allocations() {
    let relay = Relay::answering(Scale::all("all_8", 8));
    print("allocations/tell_pinned", measure(|| relay.tell(7)).count_total);
    print("allocations/tell_hook", measure(|| relay.tell_anew(7)).count_total);
    print("allocations/ask_pinned", measure(|| drop(relay.ask(7))).count_total);
    print("allocations/ask_hook", measure(|| drop(relay.ask_anew(7))).count_total);
    print("allocations/answered_pinned", measure(|| _ = relay.ask_first(7)).count_total);
    let silent = Relay::silent(Scale::all("all_8", 8));
    print("allocations/ask_silent", measure(|| drop(silent.ask(7))).count_total);
    print("allocations/unanswered_pinned", measure(|| _ = silent.ask_first(7)).count_total);
    let wrapped = Wrapped::by(10);
    print("allocations/wrapped_10", measure(|| wrapped.tell(7)).count_total);
}

/// What stays allocated for each plugin more. Its id, of nine bytes, is among it.
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

/// What a second batch of plugins keeps allocated.
fn registered(register: impl Fn(&PluginManager, &str)) -> AllocationInfo {
    let manager = PluginManager::new::<dyn Work>();
    let batch = |name| {
        (0..PLUGINS).for_each(|it| register(&manager, &format!("{name}-{it:05}")));
        // Now the hookimpls are in their line-up.
        drop(manager.hook::<dyn Work>());
    };
    batch("one");
    measure(|| batch("two"))
}

fn print(name: &str, value: impl std::fmt::Display) {
    println!("{name} {value}");
}
