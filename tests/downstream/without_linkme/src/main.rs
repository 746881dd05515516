//! Shows that a plugin set needs no link-time registration, and that a manager reports that it is
//! missing.

#![forbid(unsafe_code)]

use greet_a::GreetA;
use greet_b::GreetB;
use greet_c::GreetC;
use greetings::Greetings;
use plugin_core::{PluginManager, PluginSet, RegisterError};

/// Unchanged plugins of other hosts.
#[derive(PluginSet, Default)]
#[plugin_set(hookspecs(Greetings))]
struct Plugins {
    a: GreetA,
    b: GreetB,
    c: GreetC,
}

fn main() {
    let plugins = Plugins::default();
    println!("hooks: {}", plugins.hook::<dyn Greetings>().greet().join(" "));

    let manager = PluginManager::new::<dyn Greetings>();
    report("a manager", manager.register(GreetA).err());
    report("the registry", PluginManager::discover::<dyn Greetings>().err());
}

fn report(subject: &str, error: Option<RegisterError>) {
    let why = "at link time on this target";
    let is_why = error.is_some_and(|error| error.to_string().contains(why));
    println!("{subject}: {}", if is_why { "no link-time registration" } else { "works" });
}
