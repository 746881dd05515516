//! The call order: the plugins of each hook, and the reasons for their order.

use std::io::{self, Write};

use plugin_core::Hooks;

use crate::gateway::Gateway;

/// The output is not wider, so that it fits on common terminals.
const WIDTH: usize = 100;

/// The plugins by hook, in call order.
pub(crate) fn print(out: &mut dyn Write, gateway: &Gateway) -> io::Result<()> {
    writeln!(
        out,
        "Plugins by hook, in call order (* marks a wrapper, which runs around the others)"
    )?;
    for caller in Hooks::callers(&gateway.hooks) {
        let mut line = format!("  {:<16}", caller.info().name());
        let indent = line.len();
        let mut plugins = caller.hookimpls().iter().peekable();
        if plugins.peek().is_none() {
            line += " -";
        }
        while let Some(it) = plugins.next() {
            let mark = if it.info().is_wrapper() { "*" } else { "" };
            let comma = if plugins.peek().is_some() { "," } else { "" };
            let plugin = format!(" {}{mark}{comma}", it.plugin().id());
            if line.len() + plugin.len() > WIDTH {
                writeln!(out, "{line}")?;
                line = " ".repeat(indent);
            }
            line += &plugin;
        }
        writeln!(out, "{line}")?;
    }
    writeln!(out)
}

/// The reasons for the order of one hook.
pub(crate) fn explain(out: &mut dyn Write, gateway: &Gateway, hook: &str) -> io::Result<()> {
    let mut callers = Hooks::callers(&gateway.hooks).iter();
    // The command line accepts only names of hooks.
    callers
        .find(|it| it.info().name() == hook)
        .map_or(Ok(()), |it| writeln!(out, "{}", it.explain()))
}
