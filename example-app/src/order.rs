//! Who is called when: the plugins behind each hook in call order, and why they stand there.

use std::io::{self, Write};

use plugin_core::Hooks;

use crate::gateway::Gateway;

/// The plugins by hook, in call order.
pub(crate) fn print(out: &mut dyn Write, gateway: &Gateway) -> io::Result<()> {
    writeln!(out, "Plugins by hook, in call order (a * marks a wrapper: it runs around the rest)")?;
    for caller in Hooks::callers(&gateway.hooks) {
        let plugins = caller.hookimpls().iter().map(|it| {
            let mark = if it.info().is_wrapper() { "*" } else { "" };
            format!("{}{mark}", it.plugin().id())
        });
        let plugins = plugins.collect::<Vec<_>>().join(", ");
        let plugins = if plugins.is_empty() { "-" } else { &plugins };
        writeln!(out, "  {:<16} {plugins}", caller.info().name())?;
    }
    writeln!(out)
}

/// The reasons for the order of one hook.
pub(crate) fn explain(out: &mut dyn Write, gateway: &Gateway, hook: &str) -> io::Result<()> {
    let mut callers = Hooks::callers(&gateway.hooks).iter();
    // The command line takes the names of hooks only.
    callers
        .find(|it| it.info().name() == hook)
        .map_or(Ok(()), |it| writeln!(out, "{}", it.explain()))
}
